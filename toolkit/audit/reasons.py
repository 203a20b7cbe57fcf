"""A line that lost points → whether the report gives a reason anywhere: beside it, in its group, in text or annex."""

import re
from decimal import Decimal

from toolkit.audit.printed import cells_beside, sentences, texts, words_of
from toolkit.model.case import Case
from toolkit.model.citation import Cited
from toolkit.model.document import Document
from toolkit.model.number import plain
from toolkit.model.record import Indicator
from toolkit.text import fold_widths, key

_CAUSE = re.compile(
    r"原因|由于|因为|因(?![素此而])|受.{1,20}影响|未|不足|不够|不高|不强|不到位|不及时|不完善|不规范|欠缺|缺少|缺乏|滞后|迟|延期|延误"
    r"|偏低|较低|偏高|较高|较多|较大|较慢|偏慢|差距|差异|偏差|有待|仍需|需进一步|存在|问题|薄弱|减少|下降|扣\d|扣减|扣除|扣分|失分"
)
_RULE_TEXT = re.compile(r"每.{1,14}扣|扣完为止|得满分|不得分|评分标准|计算公式")
_NO_WORDS = re.compile(r"[\W\d_a-z]*(?:无|暂无|没有|无偏差|否|是|元|分|万元|已完成|完成)?[\W\d_a-z]*")


def lost(line: Indicator) -> Decimal | None:
    """Points that the line lost; None where points or score are not stated or more was given than lost."""
    if line.max_score is None or line.claimed_score is None:
        return None
    gap = line.max_score.value - line.claimed_score.value
    return gap if gap > 0 else None


def reason_stands(case: Case, line: Indicator) -> bool:
    """Whether any reason for the line's lost points is given; in doubt, it is."""
    return (
        line.corrective_action is not None
        or any(one.deduction_reasons for one in (line, *_above(case, line)))
        or _beside(case, line)
        or _elsewhere(case, line)
        or any(_same_name(line, other) and other.deduction_reasons for other in _annexed(case))
    )


def said_of(document: Document, subject: re.Pattern[str], cause: re.Pattern[str] = _CAUSE) -> bool:
    """Whether a sentence names the subject together with a cause."""
    return any(subject.search(text) and cause.search(text) for text in sentences(document))


def _above(case: Case, line: Indicator) -> list[Indicator]:
    by_id = {one.id: one for one in case.report.indicators}
    found: list[Indicator] = []
    above = by_id.get(line.parent or "")
    while above is not None and above not in found:
        found.append(above)
        above = by_id.get(above.parent or "")
    return found


def _annexed(case: Case) -> list[Indicator]:
    return [line for annex in case.report.annexes for line in annex.indicators]


def _same_name(one: Indicator, other: Indicator) -> bool:
    return key(one.name.value) == key(other.name.value)


def _beside(case: Case, line: Indicator) -> bool:
    """Words in the line's own row that are none of its fields, or words of a cause after its score in running text."""
    cells = cells_beside(case.document, line.name.where)
    if not cells:
        own = words_of(case, line)
        return bool(_CAUSE.search(_RULE_TEXT.sub("", own.replace(line.name.value, ""))))
    read = " ".join(key(cited.quote) for cited in _fields(line))
    groups = {key(name) for name in (line.level1, line.level2, line.level3) if name}
    return any(_is_remark(cell, read, groups) for cell in cells)


def _fields(line: Indicator) -> list[Cited[object]]:
    values = [getattr(line, name) for name in type(line).model_fields]
    return [value for value in values if isinstance(value, Cited)]


def _is_remark(cell: str, read: str, groups: set[str]) -> bool:
    said = key(cell)
    if len(said) < 4 or said in read or _NO_WORDS.fullmatch(said):
        return False
    if any(field and field in said for field in read.split()) or any(group in said for group in groups):
        return False
    return bool(_CAUSE.search(cell)) and not _RULE_TEXT.search(cell)


def _elsewhere(case: Case, line: Indicator) -> bool:
    """The line's name beside words of a cause in another place, or its very points named as lost."""
    name, own = key(line.name.value), key(words_of(case, line))
    gap = lost(line)
    points = None if gap is None else re.compile(rf"扣(?:除|减|了)?{re.escape(plain(gap))}0*分")
    for text in texts(case.document):
        said = key(text)
        if said == own or (own and own in said and name not in said.replace(own, "", 1)):
            continue
        if len(name) >= 3 and name in said and _CAUSE.search(_RULE_TEXT.sub("", said.replace(name, ""))):
            return True
        if points is not None and points.search(fold_widths(said)):
            return True
    return False
