"""Document → the grades whose bounds it prints (90（含）-100分为优), as closed ranges with their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from toolkit.audit.printed import texts
from toolkit.model.document import Document
from toolkit.patterns import regex
from toolkit.text import fold

GradeKey = Literal["excellent", "good", "fair", "poor"]

KEYS: dict[str, GradeKey] = {
    "优": "excellent",
    "优秀": "excellent",
    "良": "good",
    "良好": "good",
    "中": "fair",
    "中等": "fair",
    "一般": "fair",
    "合格": "fair",
    "差": "poor",
    "较差": "poor",
    "不合格": "poor",
}
_WORD = r"(?P<word>优秀|优|良好|良|中等|中|一般|不合格|合格|较差|差)(?![化质势])"
_NUMBER = r"(?P<{0}>\d{{1,3}}(?:\.\d+)?)分?(?P<{0}_said>\((?:不?含)(?:\d+分?)?\))?分?"
_SAID_AGAIN = rf"(?:的|之间|区间)*(?:评|定|等级)*(?:为|是)[\"(]?{_WORD.replace('?P<word>', '?:')}"
_THEN = rf"(?![\d.]*分?(?:\([^)]*\))?分?{_SAID_AGAIN})"  # 为优，80至90为良
_LOW, _HIGH = _NUMBER.format("low"), _NUMBER.format("high")
_FORMS = (
    regex(rf"{_LOW}[-~至到]{_HIGH}(?:的|之间|区间|[,:])*(?:评|定|等级)?(?:为|是)?[\"(]?{_WORD}"),
    regex(rf"{_WORD}[\"]?[(:为,]*(?:得分)?{_LOW}[-~至到]{_HIGH}{_THEN}"),
    regex(rf"(?P<above>≥|>=|不低于){_LOW}(?:的|[,:])*(?:评|定|等级)?(?:为|是)?[\"(]?{_WORD}"),
    regex(rf"{_LOW}及?(?P<above>以上)(?:\(含\d*分?\))?(?:的|[,:])*(?:评|定|等级)?(?:为|是)?[\"(]?{_WORD}"),
    regex(rf"{_HIGH}以下(?:\(不?含\d*分?\))?(?:的|[,:])*(?:评|定|等级)?(?:为|是)?[\"(]?{_WORD}"),
)


@dataclass(frozen=True, slots=True)
class PrintedGrade:
    """A grade's word with its printed bounds, both taken as included; `low_said`, `high_said`: so it is printed."""

    word: str
    low: Decimal
    high: Decimal
    low_said: bool = False
    high_said: bool = False


def printed_grades(document: Document) -> tuple[PrintedGrade, ...]:
    """All that is printed, in order; empty unless at least two grades have bounds."""
    found = [grade for text in texts(document) for grade in _grades(text)]
    return tuple(found) if len({grade.word for grade in found}) >= 2 else ()


def _grades(text: str) -> Iterator[PrintedGrade]:
    if not re.search(r"[优良差]", text):
        return
    folded = fold(text).text
    for form in _FORMS:
        for match in form.finditer(folded):
            groups = match.groupdict()
            low, high = Decimal(groups.get("low") or 0), Decimal(groups.get("high") or 100)
            if low < high <= 120:
                said = [(groups.get(name) or "").startswith("(含") for name in ("low_said", "high_said")]
                yield PrintedGrade(match["word"], low, high, said[0] or bool(groups.get("above")), said[1])
