"""Report → relations between its own figures: budget parts, execution rate, score and points roll-ups.

They show the ledger that these figures are checked; what is wrong about them is for the rules on money and scores
to say, which know these relations by the roles of their figures (budget, rate, score, points).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from toolkit.figures.misprints import NO_CHANCE, chance
from toolkit.figures.places import Places
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import (
    alike,
    dimension,
    known,
    listed_relation,
    may_hold,
    quotient_relation,
    same_fact,
    sum_holds,
    sum_relation,
    value_of,
)
from toolkit.measure.money_words import FAR_ABOVE
from toolkit.model.citation import Cited
from toolkit.model.figure import Relation
from toolkit.model.record import BudgetRow, Indicator, PerformanceReport
from toolkit.patterns import regex
from toolkit.text import key

_WINDOW = 60
_OTHERS = regex("其他|其它|其余")
_MONEY = ("original_budget", "revised_budget", "actual_expenditure")


def claims_of(report: PerformanceReport, places: Places) -> Iterator[Relation]:
    """Relations of the report's cited figures; silent where a figure is missing, or rows belong to no named split."""
    yield from _partitions(report, places)
    yield from _execution_rates(report, places)
    yield from _roll_ups(report, places)
    yield from _repeated_totals(report, places)
    yield from _declared_counts(report, places)


def _partitions(report: PerformanceReport, places: Places) -> Iterator[Relation]:
    groups: dict[tuple[str, str | None], list[BudgetRow]] = defaultdict(list)
    for row in report.budget:
        if row.parent is not None:
            groups[row.parent, row.partition].append(row)
    by_id = {row.id: row for row in report.budget}
    for (parent, partition), parts in groups.items():
        if len(parts) < 2 or parent not in by_id:
            continue
        for field in _MONEY:
            figures = [getattr(row, field) for row in parts]
            names = [row.label.value if row.label else "" for row in parts]
            whole = getattr(by_id[parent], field)
            for first, last in _splits(figures, whole, places):
                for relation in _sum(figures[first:last], whole, names[first:last], places):
                    wrong = partition is not None and _may_be_wrong(relation, partition, names)
                    if relation.holds or wrong or _is_by_misprint(figures[first:last], whole, places):
                        yield relation


def _is_by_misprint(parts: list[Cited[Any] | None], whole: Cited[Any] | None, places: Places) -> bool:
    """Whether parts that may not be all are off by a misprint, which chance would hardly bring about."""
    total, spots = places.spot(whole), [spot for part in parts if (spot := places.spot(part)) is not None]
    return total is not None and chance(spots, total) <= NO_CHANCE


def _may_be_wrong(relation: Relation, partition: str, names: list[str]) -> bool:
    """Whether parts that do not make the whole break it: they are more, or the text shows that they are all."""
    if relation.expected.low > relation.printed.high:
        return True
    named = partition.startswith("按") and not partition.startswith("按资金来源")
    return named or any(_OTHERS.search(name) for name in names)


def _splits(parts: list[Cited[Any] | None], whole: Cited[Any] | None, places: Places) -> list[tuple[int, int]]:
    """[first, last) of each run of parts that makes a split of its own: two where the first rows alone add up, and
    what follows them is more than rows of nought."""
    total, run, added = places.spot(whole), [], Decimal(0)
    if total is None or not known(total):
        return [(0, len(parts))]
    for size, part in enumerate(parts[:-2], 1):
        spot = places.spot(part)
        if spot is None or not known(spot):
            break
        run.append(spot)
        added += value_of(spot)
        if size >= 2 and may_hold(added, total) and sum_holds(run, total) is True and any(_sizes(parts[size:], places)):
            return [(0, size), (size, len(parts))]
    return [(0, len(parts))]


def _sizes(parts: Sequence[Cited[Any] | None], places: Places) -> Iterator[Decimal]:
    spots = (places.spot(part) for part in parts)
    return (value_of(spot) for spot in spots if spot is not None and known(spot))


def _sum(
    parts: list[Cited[Any] | None], whole: Cited[Any] | None, names: list[str], places: Places
) -> Iterator[Relation]:
    found = [places.spot(part) for part in parts]
    total = places.spot(whole)
    spots = [spot for spot in found if spot is not None and known(spot)]
    if total is None or not known(total) or len(spots) < len(parts):
        return
    if all(dimension(spot) == dimension(total) for spot in spots) and total not in spots:
        yield sum_relation(spots, total, names)


def _execution_rates(report: PerformanceReport, places: Places) -> Iterator[Relation]:
    for row in report.budget:
        rate, done = places.spot(row.execution_rate), places.spot(row.actual_expenditure)
        if rate is not None and done is not None and known(rate):
            yield from rate_of(done, (places.spot(row.revised_budget), places.spot(row.original_budget)), rate, places)


def rate_of(done: Spot, bases: Sequence[Spot | None], rate: Spot, places: Places) -> Iterator[Relation]:
    """Executed ÷ revised budget, the first of the bases; on another, or for a rate in running text on another amount
    of the text, where only that fits."""
    found = [
        relation
        for base in bases
        if base is not None and alike(done, base)
        if (relation := quotient_relation("ratio", done, base, rate)) is not None
    ]
    if found:
        holding = next((relation for relation in found if relation.holds), None)
        told = rate.where.segments[0].cell is None
        other = holding or (_on_another_base(done, rate, places) if told else None)
        if other is not None or all(value_of(done) <= most * value_of(base) for base, most in _limits(bases, rate)):
            yield other or found[0]


def _limits(bases: Sequence[Spot | None], rate: Spot) -> Iterator[tuple[Spot, int]]:
    """Each base with the multiple of it from which on what was spent is of another. Where the revised budget is not
    read, it is once the original one, if the rate is none above that."""
    revised, *_ = bases
    most = 1 if revised is None and value_of(rate) <= 1 else FAR_ABOVE
    yield from ((base, most) for base in bases if base is not None)


def _on_another_base(done: Spot, rate: Spot, places: Places) -> Relation | None:
    """The ratio of what was spent, or of the amount right before the rate, to another amount of the text that makes
    just the rate told: the budget was read amiss, or the rate is meant of something else (到位资金, 当年可用)."""
    others = [spot for spot in places.in_text if known(spot) and alike(spot, done)]
    beside = [spot for spot in others if spot.end <= rate.start and _block(spot) == _block(rate)][-1:]
    made = (
        quotient_relation("ratio", top, spot, rate)
        for top in dict.fromkeys((done, *beside))
        for spot in others
        if spot.id != top.id
    )
    return next((relation for relation in made if relation is not None and relation.holds), None)


def _block(spot: Spot) -> str:
    return spot.where.segments[0].block


def _roll_ups(report: PerformanceReport, places: Places) -> Iterator[Relation]:
    """Points and scores of each group against its lines, then the total; scores only where points are whole."""
    children = defaultdict(list)
    for line in report.indicators:
        children[line.parent].append(line)
    for group in report.indicators:
        lines = children.get(group.id, [])
        if len(lines) < 2:
            continue
        names = [line.name.value for line in lines]
        for relation in _sum([line.max_score for line in lines], group.max_score, names, places):
            if relation.holds or not _reads_as_score(group.max_score, places):
                yield relation
            if relation.holds:
                yield from _sum([line.claimed_score for line in lines], group.claimed_score, names, places)
    yield from _total(report, places)


def _reads_as_score(points: Cited[Any] | None, places: Places) -> bool:
    """Whether the words before a group's points speak of scores (得分97分。其中产出59分), which no points add up to."""
    spot = places.spot(points)
    return spot is not None and re.search(r"得分|得\s*$", places.words_before(spot, _WINDOW)) is not None


def _total(report: PerformanceReport, places: Places) -> Iterator[Relation]:
    leaves = report.scored_leaves
    row = report.execution_row
    inside = [change for change in report.adjustments if change.within_total is not False and change.points]
    figures = [line.claimed_score for line in leaves]
    names = [line.name.value for line in leaves]
    if row is not None:
        figures.append(row.claimed_score)
        names.append("预算执行率")
    figures += [change.points for change in inside]
    names += ["加减分"] * len(inside)
    if len(figures) < 2:
        return
    for relation in _sum(list(figures), report.claimed_total, names, places):
        if relation.holds or _points_are_whole(report):
            yield relation


def _points_are_whole(report: PerformanceReport) -> bool:
    """Whether the lines' points add up to a full system (100, or 100 less the slot of the adjustments)."""
    points = sum((line.max_score.value for line in report.scored_leaves if line.max_score), Decimal(0))
    row = report.execution_row
    if row is not None and row.max_score is not None:
        points += row.max_score.value
    slot = max((change.max_score.value for change in report.adjustments if change.max_score), default=Decimal(0))
    return points == 100 or points + slot == 100


def _repeated_totals(report: PerformanceReport, places: Places) -> Iterator[Relation]:
    """The same total printed again elsewhere."""
    first = places.spot(report.claimed_total)
    for other in report.other_totals:
        again = places.spot(other)
        if first is None or again is None or again is first or not known(first) or not known(again):
            continue
        if value_of(first) == value_of(again):
            yield same_fact(first, again)


def _declared_counts(report: PerformanceReport, places: Places) -> Iterator[Relation]:
    """“共设二级指标6个” against the lines of that level in its group, where they are just as many."""
    for declared in report.declared_counts:
        spot = places.spot(declared.count)
        level = next((rank for rank, word in enumerate("一二三", 1) if f"{word}级指标" in declared.what), None)
        if spot is None or level is None or not known(spot):
            continue
        lines = [
            line
            for line in report.indicators
            if line.level == level and (declared.scope is None or key(declared.scope) in _groups_of(line))
        ]
        if len(lines) == value_of(spot):
            names = [line.name.value for line in lines]
            yield listed_relation(names, spot, len(lines), len(lines), spot.where)


def _groups_of(line: Indicator) -> set[str]:
    return {key(name) for name in (line.level1, line.level2, line.level3) if name}
