"""What lines of the table attained, told again in the text under the line's own name → same_fact relations.

“参训人员满意度达到91%” beside a table that gives 95% for 参训人员满意度: the whole name right before the figure leaves
no doubt of what is meant, however far apart the two values are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from toolkit.figures.places import Places
from toolkit.figures.spot import Passage, Spot
from toolkit.figures.verdict import alike, dimension, known, printed_bounds, same_fact, value_of
from toolkit.model.citation import CitedQuantity
from toolkit.model.figure import Relation
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import PerformanceReport
from toolkit.patterns import regex
from toolkit.text import fold_widths

_LEAD = (
    r"(?:^|[,;。:、(\n])(?:经统计|经核实|截至年[末底]|全年|年度|本年度?|当年|20\d\d年度?|其中|年末|\d{1,2}[.、])*[,:]?"
)
_WORDS = (
    "全年|年度|年[末底终内]|当年|本年度?|最终|最后|总体|累计|[共总合]?计|共|约?为|是|达到?|[升降增减提][高升加少低]?[至到]|"
    "[控稳保维][制定持]在|实际|实[有绩为达]|实现|完成|达成|取得|录得|得到|统计|核[实定算]|测算|测评|调查|经|结果|这一|该|本|项|一项|指标|"
    '数值|数|值|情况|方面|上|等于|有|已|均|了|的|至|[,:("]|-{1,2}'
)
"""Nothing but such words may stand between the name of a line and what it attained."""
_ELSEWHEN = regex(r"目标|计划|预期|上年|去年|同期|其中|季度|上半年|分别")
_WINDOW = 60
_SHORTEST = 5


def told_actuals(report: PerformanceReport, passages: Sequence[Passage], places: Places) -> Iterator[Relation]:
    """One relation for each line whose actual the text tells otherwise: as one value, and in no value of its row."""
    actuals = _actuals(report, places)
    if not actuals:
        return
    names = "|".join(sorted(map(re.escape, actuals), key=len, reverse=True))
    pattern = re.compile(rf"{_LEAD}\"?(?P<name>{names})(?:{_WORDS})*+$")
    told: dict[str, list[Spot]] = {}
    for passage in passages:
        if passage.cell is None and passage.level is None:
            for name, spot in _told(passage, pattern):
                told.setdefault(name, []).append(spot)
    year = report.identity.fiscal_year
    for name, spots in told.items():
        actual, others = actuals[name]
        spots = [spot for spot in spots if spot.year is None or year is None or spot.year == year.value]
        values = {value_of(spot) for spot in spots}
        told_once = len(values) == 1 and alike(spots[0], actual) and not values & others
        if told_once and not printed_bounds(spots[0]).meets(printed_bounds(actual)):
            yield same_fact(actual, spots[0])


def _actuals(report: PerformanceReport, places: Places) -> dict[str, tuple[Spot, frozenset[Decimal]]]:
    """Names that one line of a table has, with the figure that it attained and the value of its target."""
    found: dict[str, tuple[Spot, frozenset[Decimal]]] = {}
    names = Counter(fold_widths(line.name.value) for line in report.indicators)
    for line in report.indicators:
        name = fold_widths(line.name.value)
        actual = places.spot(line.actual)
        in_table = actual is not None and actual.where.segments[0].cell is not None
        if actual is None or not in_table or not known(actual) or dimension(actual)[0] is None:
            continue
        if names[name] == 1 and len(name) >= _SHORTEST:
            found[name] = (actual, _ends(line.target))
    return found


def _ends(goal: CitedQuantity | None) -> frozenset[Decimal]:
    """The ends of a target, of which ≥80% has but one; its sign, number and unit may stand in a cell each."""
    if goal is None or not isinstance(goal.value, NumberQuantity):
        return frozenset()
    return frozenset(end for end in (goal.value.low, goal.value.high) if end is not None)


def _told(passage: Passage, pattern: re.Pattern[str]) -> Iterator[tuple[str, Spot]]:
    """(name, figure) of the figures that stand right behind the name of a line."""
    folded = fold_widths(passage.text)
    for spot in passage.spots:
        if spot.cited or not known(spot):
            continue
        window = folded[max(0, spot.start - _WINDOW) : spot.start]
        found = pattern.search(re.split(r"[。;\n]", window)[-1].replace(" ", ""))
        if found is not None and not _ELSEWHEN.search(found[0].replace(found["name"], "")):
            yield found["name"], spot
