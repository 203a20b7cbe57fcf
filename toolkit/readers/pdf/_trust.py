"""A page as read → whether its text is there and can be trusted, as a note; what is doubtful is not read as text."""

from typing import Final

from toolkit.layout.page import PageContent
from toolkit.model.document import Note
from toolkit.patterns import regex

_DOUBTFUL: Final = 0.3  # of the characters: a page with more unknown ones is not read
_PRIVATE: Final = regex("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_DRAWINGS: Final = 60  # shapes: a page without characters and so many is text converted to curves


def note_on(number: int, content: PageContent | None) -> Note | None:
    """What is wrong with a page; a note of severity loss means that its text must not be used."""
    if content is None:
        return Note("PAGE-SKIPPED", f"第{number}页损坏，未能读取", number)
    printed = content.printed()
    if not printed:
        if content.pictures > 0 or content.drawings >= _DRAWINGS:
            return Note("PAGE-NO-TEXT", f"第{number}页是图像，没有文字层，未能读取", number)
        return None
    unknown = content.unmapped + len(_PRIVATE.findall(printed))
    if unknown > _DOUBTFUL * len(printed):
        return Note("PAGE-UNTRUSTED", f"第{number}页的字体没有可靠的文字编码，文字不可信，未予采用", number)
    if content.unmapped:
        message = f"第{number}页有 {content.unmapped} 个字符没有文字编码，以“\ufffd”代替"
        return Note("PAGE-UNTRUSTED", message, number, "info")
    return None
