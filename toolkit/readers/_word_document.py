"""Bytes of a word file → `Document`, with notes on revisions, what is hidden, pictures and embedded objects."""

import hashlib
from collections.abc import Iterable

from toolkit.errors import ReadError
from toolkit.model.document import Document, Note, Source
from toolkit.readers._compose import blocks_of, furniture_of
from toolkit.readers._cut_tables import joined
from toolkit.readers._word_package import MEDIA_TYPE, Package
from toolkit.readers._word_tree import Content, content_of


def read_word(data: bytes, name: str, reader: str) -> Document:
    """A word file as it is printed; `reader` is the name that the source is given.

    Raises ReadError READ-EMPTY, READ-NO-TEXT-LAYER (pictures only), READ-DAMAGED, READ-ENCRYPTED, READ-BOMB,
    READ-TOO-LARGE.
    """
    content = content_of(Package(data, name))
    flow, marks = joined(content.flow)
    blocks = blocks_of(flow)
    if not blocks:
        raise _empty(name, content)
    source = Source(name, hashlib.sha256(data).hexdigest(), MEDIA_TYPE, len(data), None, reader)
    furniture = furniture_of([*marks, *content.margins])
    return Document(source, tuple(blocks), furniture, tuple(_notes(content)))


def _notes(content: Content) -> Iterable[Note]:
    found = content.found
    if found["changes"]:
        yield Note(
            "WORD-TRACKED-CHANGES", "文件带有修订：插入的文字已读取，删除的未读取，请确认修订已定稿", severity="info"
        )
    if found["hidden"]:
        yield Note("WORD-HIDDEN", f"文件中有 {found['hidden']} 个字符设为隐藏，未读取", severity="info")
    if found["notes"]:
        yield Note("WORD-NOTES", f"{found['notes']} 条脚注、尾注列在正文之后", severity="info")
    if found["comments"]:
        yield Note("WORD-COMMENTS", f"{found['comments']} 条批注未读取", severity="info")
    if found["pictures"] or found["charts"]:
        count = found["pictures"] + found["charts"]
        yield Note("WORD-PICTURES", f"{count} 幅图片或图表中的文字未读取", severity="info")
    if found["objects"] or found["chunks"]:
        count = found["objects"] + found["chunks"]
        yield Note("WORD-EMBEDDED", f"{count} 个嵌入的对象（如电子表格）未读取，请把其中的表格直接粘贴到文档中")
    if content.unknown_numbers:
        forms = "、".join(sorted(content.unknown_numbers)[:5])
        yield Note("WORD-NUMBERING", f"有自动编号的格式（{forms[:80]}）无法还原，相应段落没有编号")


def _empty(name: str, content: Content) -> ReadError:
    if content.found["pictures"]:
        return ReadError(
            "READ-NO-TEXT-LAYER", f"“{name}”里只有图片，没有文字", "图片需要先做文字识别（OCR），或索取可复制文字的版本"
        )
    return ReadError("READ-EMPTY", f"“{name}”里没有文字", "请确认文件已完整下载，或换用带文字的版本")
