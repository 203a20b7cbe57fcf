"""检查什么：每一项（含分组和预算执行）的自评得分是否超过它的分值。

为什么：超过分值的得分无论按哪种标准都不成立，总分也被抬高。

依据：报告自身印出的分值和得分。

何时不报：各项按百分制打分再按分值加权；加分项，加分栏里写了加分的行；分值为0的行（见SCO121）；分组得分的超出已由组内某项说明。
"""

import re
from collections.abc import Iterator

from toolkit.audit.advice import cut, effect, less
from toolkit.audit.once import once
from toolkit.audit.place import blocks_by_id
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUALITY, QUANTITY, narrative, report
from toolkit.audit.suspects import points_trace, score_trace
from toolkit.audit.tally import Entry, Tree, execution_entry, scored_out_of_hundred
from toolkit.audit.wording import about, difference, places, shown
from toolkit.model.case import Case
from toolkit.model.document import Table
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import key

_BONUS = regex(r"加分|附加|奖励分|加减分")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line above its points; a group only where none of its lines is."""
    if scored_out_of_hundred(case.report):
        return
    tree = Tree(case.report)
    row = case.report.execution_row
    above = {line.id for line in case.report.indicators if _exceeds(_entry(line)) and not _bonus(case, line)}
    for line in case.report.indicators:
        if line.id in above and not any(child.id in above for child in tree.children(line.id)):
            yield _draft(case, _entry(line))
    if row is not None and _exceeds(execution_entry(row)):
        yield _draft(case, execution_entry(row))


def _entry(line: Indicator) -> Entry:
    return Entry(line.id, line.name.value, line.max_score, line.claimed_score)


def _exceeds(entry: Entry) -> bool:
    return bool(entry.points and entry.score and 0 < entry.points.value < entry.score.value)


def _bonus(case: Case, line: Indicator) -> bool:
    words = (line.name.value, line.level1 or "", line.level2 or "", line.criterion.value if line.criterion else "")
    return any(_BONUS.search(text) for text in words) or _added_in_its_row(case, line)


def _added_in_its_row(case: Case, line: Indicator) -> bool:
    """Whether the row has something in a column headed 加分."""
    first = line.name.where.segments[0]
    table = blocks_by_id(case.document).get(first.block)
    if not isinstance(table, Table) or first.cell is None:
        return False
    beside = (table.covering(first.cell[0], column) for column in _bonus_columns(table))
    return any(cell is not None and re.search("[1-9]", cell.text) for cell in beside)


@once
def _bonus_columns(table: Table) -> tuple[int, ...]:
    return tuple(cell.column for cell in table.cells if re.fullmatch(r"加分(?:值|分值|情况)?", key(cell.text)))


def _draft(case: Case, entry: Entry) -> Draft:
    assert entry.points is not None and entry.score is not None  # noqa: S101 (by _exceeds)
    points, score = entry.points.value, entry.score.value
    over = Bounds.exact(score - points)
    return Draft(
        message=f"{about(case, entry.score.where, entry.name)}分值{shown(points)}，自评得分{shown(score)}，"
        f"{difference(score, points)}；最高只能得{shown(points)}",
        where=places(entry.score),
        name=entry.name,
        subject=entry.subject,
        expected=f"不高于{shown(points)}",
        observed=shown(score),
        advice=cut(over),
        effect=effect(case, less(over)),
        traces=frozenset({score_trace(entry.subject), points_trace(entry.subject)}),
    )


_WITH_BONUS = """| 一级指标 | 三级指标 | 分值 | 扣分 | 加分 | 得分 |
|---|---|---|---|---|---|
| 履职成效 | 经济发展 | 60 | 0 | 1 | 61 |
| 履职成效 | 民生保障 | 40 | 2 | 0 | 38 |
"""

RULE = Rule(
    code="SCO105",
    name="score-exceeds-max",
    title="得分超过分值",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("SCO103", "SCO104", "SCO121"),
    examples=(
        Example(
            "fires",
            report(lines=(QUANTITY.replace("|20|20|", "|20|22|"), *LINES[1:]), total="100.30"),
            "培训人次20分得22分",
            Severity.ERROR,
        ),
        Example(
            "fires", narrative("（1）采购管理4分，自评得分4.5分。", "（2）资产管理4分，自评得分4分。"), "4分得4.5分"
        ),
        Example("silent", report(), "均不超过"),
        Example(
            "silent",
            report(
                lines=tuple(line.replace("|20|20|", "|20|100|").replace("|10|10|", "|10|98|") for line in LINES[:3]),
                funds=(),
                total=None,
            ),
            "各项按百分制打分再加权",
        ),
        Example("silent", f"# 枫桥镇2023年度部门整体支出绩效自评表\n\n{_WITH_BONUS}", "加分栏里写了加1分"),
        Example("near_miss", report(lines=(QUALITY, QUANTITY, *LINES[2:])), "得分恰等于分值"),
    ),
)
