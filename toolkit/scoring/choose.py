"""A report and its text → the scoring standard to use, and the reason as a sentence.

A person's choice prevails; then a document number or norm that the report itself cites; then a place together with
its groups and their points; last the national form for projects and the generic one for departments.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from toolkit.model.document import Block, Document, Paragraph
from toolkit.model.number import plain
from toolkit.model.record import PerformanceReport
from toolkit.model.standard import ASKED, Standard, StandardChoice
from toolkit.patterns import regex
from toolkit.scoring.load import GENERIC, NATIONAL, standards
from toolkit.text import key

_LEVEL_BRACKETS = str.maketrans({"[": "(", "]": ")", "\u3014": "(", "\u3015": ")", "\ufe5d": "(", "\ufe5e": ")"})
_TAIL = regex(r"(?:指标|绩效指标|类)$")
_PROJECT_KINDS = frozenset({"project", "earmarked_fund"})
_NATIONAL_GROUPS = frozenset({"产出", "效益"})
_EXECUTION_GROUP = "预算执行率"
_EXECUTION = regex(r"预算执行|执行率|资金执行")


def choose(
    report: PerformanceReport, document: Document, asked: Standard | None = None
) -> tuple[Standard, StandardChoice]:
    """The standard for `report` (whose text is `document`); `asked` is the one a person named."""
    if asked is not None:
        return _chosen(asked, ASKED)
    known = standards()
    for decide in (_by_citation, _by_place, _by_shape):
        found = decide(report, document, known.values())
        if found is not None:
            return _chosen(*found)
    return _chosen(*_by_kind(report, known))


def _chosen(standard: Standard, reason: str) -> tuple[Standard, StandardChoice]:
    return standard, StandardChoice(id=standard.id, title=standard.title, chosen_by=reason)


def _by_citation(
    report: PerformanceReport, document: Document, known: Iterable[Standard]
) -> tuple[Standard, str] | None:
    text = _plain_text(document)
    kind = _kind(report)
    cited = [
        (standard, name)
        for standard in known
        for name in standard.applies.documents
        if _cites(text, name, bool(standard.applies.regions)) and _may_apply(standard, report)
    ]
    if not cited:
        return None
    cited.sort(
        key=lambda pair: (
            not pair[0].applies.regions,
            kind not in pair[0].applies.kinds,
            _misfit(pair[0], report),
            pair[0].id,
        )
    )
    standard, name = cited[0]
    quoted = name if re.search(r"\d号$", name) else f"《{name}》"
    return standard, f"报告引用{quoted}{_other_year(standard, report)}"


def _cites(text: str, name: str, local: bool) -> bool:
    """Whether the text names a document. A title without a place must be quoted as a title: cities have their own."""
    if local or re.search(r"\d号$", name):
        return _plain(name) in text
    return re.search(rf"(?:《|财政部)(?:\d{{4}}年)?{re.escape(_plain(name))}", text) is not None


def _may_apply(standard: Standard, report: PerformanceReport) -> bool:
    """A cited standard of one place must fit the kind of report and the points printed; a national one only guides."""
    if not standard.applies.regions:
        return True
    kind = _kind(report)
    return (kind is None or kind in standard.applies.kinds) and _points_agree(standard, report) is not False


def _other_year(standard: Standard, report: PerformanceReport) -> str:
    year = report.identity.fiscal_year
    if year is None or not standard.applies.years or year.value in standard.applies.years:
        return ""
    years = "、".join(str(known) for known in standard.applies.years)
    return f"（标准所知为{years}年度，报告为{year.value}年度）"


def _by_place(report: PerformanceReport, document: Document, known: Iterable[Standard]) -> tuple[Standard, str] | None:
    names = {_bare(name) for name in _level1(report)}
    place = _places(report)
    year = report.identity.fiscal_year
    for standard in known:
        applies = standard.applies
        region = next((name for name in applies.regions if any(name in text for text in place)), None)
        groups = [group for group in applies.groups if _bare(group) in names]
        if region is None or not groups or len(groups) < len(applies.groups):
            continue
        dated = not applies.years or (year is not None and year.value in applies.years)
        if dated and _kind(report) in applies.kinds and _points_agree(standard, report):
            return standard, f"一级指标为{'、'.join(groups)}，分值相符，地区为{region}"
    return None


def _by_shape(report: PerformanceReport, document: Document, known: Iterable[Standard]) -> tuple[Standard, str] | None:
    """The national form whose groups and points are all those printed, where the form of 2020 is not."""
    printed = _printed_points(report)
    if not printed.keys() - {_EXECUTION_GROUP} or _kind(report) == "department":
        return None
    fitting = [
        standard
        for standard in known
        if not standard.applies.regions and len(standard.group_points) > 2
        if {_bare(group): points for group, points in standard.group_points.items()} == printed
    ]
    if not fitting or any(standard.id == NATIONAL for standard in fitting):
        return None
    points = "、".join(f"{group} {plain(points)}" for group, points in fitting[0].group_points.items())
    return fitting[0], f"一级指标及分值（{points}）与该标准相同"


def _printed_points(report: PerformanceReport) -> dict[str, Decimal]:
    """Points of the level-1 groups as printed or as their lines add up, the execution rate among them."""
    added: dict[str, Decimal] = {}
    for line in report.scored_leaves:
        group = _bare(line.level1 or line.name.value)
        if line.max_score is not None and not _EXECUTION.search(group):
            added[group] = added.get(group, Decimal(0)) + line.max_score.value
    execution = _execution_points(report)
    if execution is not None:
        added[_EXECUTION_GROUP] = execution
    return added


def _misfit(standard: Standard, report: PerformanceReport) -> int:
    """How many groups of the one the other has not; 0 where the report shows no groups."""
    names = {_bare(name) for name in _level1(report) if not _EXECUTION.search(name)}
    return len({_bare(group) for group in standard.applies.groups} ^ names) if names else 0


def _by_kind(report: PerformanceReport, known: dict[str, Standard]) -> tuple[Standard, str]:
    kind = _kind(report)
    if kind in _PROJECT_KINDS:
        return known[NATIONAL], f"报告未引用评分标准，项目支出按国家口径（{known[NATIONAL].document_number}）"
    names = {_bare(name) for name in _level1(report)}
    if kind is None and names >= _NATIONAL_GROUPS and _execution_points(report) == 10:
        return known[NATIONAL], "一级指标为产出、效益，预算执行 10 分，与国家项目自评表相同"
    return known[GENERIC], "未识别到评分标准，按通用口径"


def _kind(report: PerformanceReport) -> str | None:
    return None if report.identity.kind is None else report.identity.kind.value


def _places(report: PerformanceReport) -> tuple[str, ...]:
    identity = report.identity
    cited = (identity.region, identity.entity, identity.supervising_department)
    return tuple(found.value for found in cited if found is not None)


def _level1(report: PerformanceReport) -> tuple[str, ...]:
    groups = [line.name.value for line in report.indicators if line.level == 1]
    return tuple(dict.fromkeys([*groups, *(line.level1 for line in report.indicators if line.level1)]))


def _points_agree(standard: Standard, report: PerformanceReport) -> bool | None:
    """Whether the report's printed level-1 points are those of the standard; None where none of them is printed."""
    printed = {
        _bare(line.name.value): line.max_score.value
        for line in report.indicators
        if line.level == 1 and line.max_score is not None
    }
    pairs = [
        (printed[_bare(group)], points) for group, points in standard.group_points.items() if _bare(group) in printed
    ]
    return all(one == other for one, other in pairs) if pairs else None


def _execution_points(report: PerformanceReport) -> Decimal | None:
    row = report.execution_row
    if row is not None and row.max_score is not None:
        return row.max_score.value
    found = (
        line.max_score.value
        for line in report.scored_leaves
        if line.max_score is not None and _EXECUTION.search(line.name.value)
    )
    return next(found, None)


def _bare(name: str) -> str:
    return _TAIL.sub("", key(name))


def _plain(text: str) -> str:
    return key(text).translate(_LEVEL_BRACKETS)


def _plain_text(document: Document) -> str:
    """All text of the document as `_plain` sees it: blocks joined, so that a number broken over lines is found."""
    return _plain("".join(_text(block) for block in document.blocks))


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else "\n".join(cell.text for cell in block.cells)
