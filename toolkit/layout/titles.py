"""Short lines → whether they are a title (on one line or several), or stand apart from what surrounds them."""

from collections.abc import Sequence
from typing import Final

from toolkit.layout.outline import numbering
from toolkit.patterns import regex
from toolkit.text import fold_widths

CLAUSE_MARK: Final = regex(r"[,:](?!\d)|[。;!?]")
"""A mark that parts clauses, in folded text; not the comma or colon inside a figure."""
_DOCUMENT_NOUN = regex(
    r"(?:报告书?|总结|汇报|方案|说明|办法|通知|意见|公告|细则|规程|(?:情况|汇总|明细|一览|统计|评价|自评)表)(?:\([^()]{1,20}\))?$"
)
_TITLE_NOUN = regex(
    r"(?:情况|问题|措施|建议|分析|概况|成效|结论|计划|安排|目标|做法|经验|综述|打算|依据|原则|内容)(?:\([^()]{1,20}\))?$"
)
_TITLE_BODY = regex(r"关于|\d{4}|[省市县区局厅委院旗镇乡]")
_SUBTITLE = regex(r"\([^()。,;]{1,20}\)")
_DATE_LINE = regex(
    r"\(?[\d〇○零一二三四五六七八九]{4}\s*年(?:\s*[\d一二三四五六七八九十]{1,3}\s*月)?(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?\)?"
)
_FILE_NUMBER = regex(r"[一-鿿]{2,12}[\[\u3014(]\s*\d{4}\s*[\]\u3015)]\s*第?\d{1,5}\s*号")
_APART_LINE = regex(
    r"附(?:件|表|图)\s*\d{0,2}\s*:?|\(?(?:金额)?单位:[^,。]{1,8}\)?|目\s*录"
    r"|(?:表|图)\s*\d{1,2}(?:[-.]\d{1,2})?\s*[^,。;]{2,30}"
)


def is_title(lines: Sequence[str]) -> bool:
    """Whether short lines one below the other are one title: only the last ends with the kind of document it is."""
    if not all(2 <= len(line.strip()) <= 45 for line in lines):
        return False
    narrow = [fold_widths(line).strip() for line in lines]
    *upper, last = narrow
    return (
        all(not CLAUSE_MARK.search(line) and not stands_apart(line) for line in narrow)
        and bool(_DOCUMENT_NOUN.search(last))
        and not any(_DOCUMENT_NOUN.search(line) or numbering(line) for line in upper)
        and bool(_TITLE_BODY.search(narrow[0]))
        and numbering(last) is None
    )


def stands_apart(line: str) -> bool:
    """Whether a folded line is a date, a file number, a caption, a unit or the mark of an annex."""
    return any(apart.fullmatch(line) for apart in (_DATE_LINE, _FILE_NUMBER, _APART_LINE))


def is_date_line(line: str) -> bool:
    """Whether a folded line is nothing but a date."""
    return _DATE_LINE.fullmatch(line) is not None


def is_subtitle(title: str, line: str) -> bool:
    """Whether a folded line in brackets belongs to the title above it: （2022年度）."""
    if not _SUBTITLE.fullmatch(line) or len(title) > 60:
        return False
    return _DOCUMENT_NOUN.search(title) is not None and CLAUSE_MARK.search(title) is None


def is_complete_title(line: str) -> bool:
    """Whether a folded line without number ends like a title: with a kind of document or of section."""
    noun = _DOCUMENT_NOUN.search(line) or _TITLE_NOUN.search(line)
    return noun is not None and CLAUSE_MARK.search(line) is None and numbering(line) is None
