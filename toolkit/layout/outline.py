"""Line of text → its outline level: 1 = 一、 2 = （一） 3 = 1. 4 = （1）; a numbered sentence is no heading.

The number of a heading outranks any mark of the medium (`#`, font size): those are uneven in converted files.
"""

import re
from typing import Final

from toolkit.patterns import regex
from toolkit.text import fold_widths

_CHINESE = "[一二三四五六七八九十]{1,3}"
_ANY_NUMERAL = r"(?:[一二三四五六七八九十百]{1,4}|\d{1,2})"
# 一、二级公路 and 一、二季度 count things; 一、三公经费 opens a section
_COUNTED = "(?![一二三四五六七八九十]{1,2}[级类季月号期线、])"

NUMBERINGS: Final[tuple[tuple[int, re.Pattern[str]], ...]] = (
    (1, regex(rf"第{_ANY_NUMERAL}(?:部分|章|篇)[、.:]?\s*")),
    (2, regex(rf"第{_ANY_NUMERAL}节[、.:]?\s*")),
    (1, regex(rf"{_CHINESE}\s*[、.]\s*{_COUNTED}")),
    (1, regex(r"[甲乙丙丁戊己]\s*、\s*(?![甲乙丙丁戊己])")),
    (2, regex(rf"\(\s*{_CHINESE}\s*\)[、.]?\s*")),
    (3, regex(r"\d{1,2}\s*[.、](?!\d)\s*")),
    (3, regex(r"\d{1,2}\s*[.、]\s*(?=\d{4}年)")),
    (4, regex(r"\(\s*\d{1,2}\s*\)[、.]?\s*")),
    (4, regex(r"\d{1,2}\s*\)[、.]?\s*")),
)

_VALUE_AFTER_LABEL = regex(r":\s*\S")
_CALLED_BY_NUMBER = regex(rf"\s*(?:子?项目|专项)\s*{_ANY_NUMERAL}\s*:")
_FIRST_SIGNS = frozenset("甲乙丙丁戊己第一二三四五六七八九十(0123456789")
_CONTENTS_LINE = regex(r"(?:[.·…⋯_-]\s?){3,}\s*[(-]?\d{0,4}[)-]?$")
_TAB_BEFORE_PAGE = regex(r"[^\t]\t+\d{1,4}$")
_SENTENCE_INSIDE = regex(r"[。;!?]")
_POINTS_CAPTION = regex(r"\([^()]{0,12}\d[^()]{0,6}\)$")
_AMOUNT = regex(r"\d\s*(?:分|%|万|亿|元|个百分点)")
_CUT_END = regex(r"[,、,;(《“—]$")
_LONGEST = {1: 45, 2: 45, 3: 36, 4: 32}


def numbering(text: str) -> tuple[int, int] | None:
    """(outline level, length of the number with the blanks after it) of a text that begins with a number, else None."""
    narrow = fold_widths(text[:32])
    start = len(narrow) - len(narrow.lstrip())
    if narrow[start : start + 1] not in _FIRST_SIGNS:
        return None
    for level, pattern in NUMBERINGS:
        found = pattern.match(narrow, start)
        if found:
            return level, found.end()
    return None


def is_contents_line(text: str) -> bool:
    """Whether the line is an entry of a table of contents: a title and dots, or a numbered title, a tab and a page."""
    bare = text.rstrip()
    if bare[-1:].isalpha():  # an entry ends with its page or its leader
        return False
    if bare.strip().count("\t") > 1:
        return False
    if "\t" in bare and _TAB_BEFORE_PAGE.search(bare):
        return bare.count("\t") == 1 and numbering(bare) is not None
    return _CONTENTS_LINE.search(fold_widths(bare)) is not None


def level_of(text: str) -> int | None:
    """Outline level of a heading (1 = 一、 2 = （一） 3 = 1. 4 = （1）); None for sentences and unnumbered text."""
    if len(text) > 80:
        return None
    numbered = numbering(text)
    if numbered is None or is_contents_line(text):
        return None
    level, length = numbered
    title = fold_widths(text[length:]).strip()
    return level if _is_title(title, level) else None


def tells_value(text: str) -> bool:
    """Whether a line is a label and its value (填报单位：甲局), which head nothing; not a number with the name
    of what it calls (项目一：河道整治)."""
    narrow = fold_widths(text)
    called = _CALLED_BY_NUMBER.match(narrow)
    return _VALUE_AFTER_LABEL.search(narrow, 0 if called is None else called.end()) is not None


def _is_title(title: str, level: int) -> bool:
    bare = title.rstrip(":").rstrip()
    if bare.endswith("。") and level <= 2 and len(bare) <= 16 and "," not in bare:
        bare = bare[:-1]
    if not 2 <= len(bare) <= _LONGEST[level] or _SENTENCE_INSIDE.search(bare) or _CUT_END.search(bare) or ":" in bare:
        return False
    words = _POINTS_CAPTION.sub("", bare)
    if "," in words:
        return _is_couplet(words) if level > 2 else words.count(",") <= 2 and not _AMOUNT.search(words)
    return level <= 2 or not _AMOUNT.search(words)


def _is_couplet(words: str) -> bool:
    """优化流程，提升效率: two phrases of nearly one length name a section, other commas make a sentence."""
    first, _, second = words.partition(",")
    return "," not in second and abs(len(first) - len(second)) <= 2 and len(words) <= 26 and not _AMOUNT.search(words)
