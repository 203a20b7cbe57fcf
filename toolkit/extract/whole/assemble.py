"""Finds of all tables and of the text → one `PerformanceReport`: merged by name, in order, with ids and parents."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import reduce

from toolkit.extract.form import AMOUNTS, Finds
from toolkit.extract.headings import sections
from toolkit.extract.money.fund_parts import BY_PROJECT, exact
from toolkit.extract.money.one_whole import merged_row
from toolkit.extract.prose.losses import BARE
from toolkit.extract.prose.lost_lines import METHOD as LOST
from toolkit.extract.summaries import is_told
from toolkit.extract.tables.deductions import is_entry, with_deductions
from toolkit.extract.tables.rows import BEFORE_ADJUSTMENTS
from toolkit.extract.whole.execution import with_execution
from toolkit.extract.whole.finer import told_finer
from toolkit.extract.whole.merged import joined, merged
from toolkit.extract.whole.summarised import as_heads, as_in_tables, in_order, told_alone, without_scores_of_lines
from toolkit.extract.whole.told_losses import with_told_reasons
from toolkit.extract.whole.tree import as_tree
from toolkit.model.citation import CitedNumber, CitedText
from toolkit.model.document import Document
from toolkit.model.record import Adjustment, BudgetRow, Identity, Indicator, PerformanceReport
from toolkit.text import key

_EXECUTION = ("预算执行率", "预算执行情况", "资金执行率", "预算执行")


def assemble(text: Finds, tables: Finds, part: Document) -> PerformanceReport:
    """Tables first: what the text says of the same line fills what the table leaves open."""
    listed = as_heads([line for line in tables.indicators if not is_entry(line)])
    spoken = [line for line in text.indicators if not (listed and line.name.method == LOST)]
    lines = merged((*listed, *as_in_tables(listed, without_scores_of_lines(listed, spoken))))
    lines = with_deductions(lines, filter(is_entry, tables.indicators), joined)
    asides = tuple(without_scores_of_lines(listed, text.asides))
    told = _with_asides(_listed(lines) if tables.totals else lines, asides)
    told = with_told_reasons(told or told_alone(text.asides, text.totals), part)
    ordered = in_order(sorted(told, key=_reading_order(part)))
    identity = (text.identity or tables.identity)[0]
    ordered, budget = with_execution(ordered, _budget(tables.budget, text.budget, ordered, identity))
    indicators = as_tree(ordered)
    adjustments = _adjustments((*tables.adjustments, *_told_besides(tables.adjustments, text.adjustments)))
    totals = _distinct(_without_sums(tables.totals, text.totals, budget, adjustments))
    grades = (*text.grades, *tables.grades)
    return PerformanceReport(
        identity=identity,
        claimed_total=totals[0] if totals else None,
        claimed_grade=grades[0] if grades else None,
        declared_counts=text.counts,
        budget=budget,
        objectives=tables.objectives,
        indicators=indicators,
        adjustments=adjustments,
        sections=sections(part),
        residue=tables.residue + text.residue,
        other_totals=totals[1:],
    )


def _reading_order(part: Document) -> Callable[[Indicator], tuple[int, ...]]:
    """Where a line's name stands: block, then row and column, or character."""
    blocks = {block.id: index for index, block in enumerate(part.blocks)}

    def place(line: Indicator) -> tuple[int, ...]:
        first = line.name.where.segments[0]
        return (blocks[first.block], *(first.cell or ()), first.chars[0])

    return place


def _distinct(totals: tuple[CitedNumber, ...]) -> tuple[CitedNumber, ...]:
    by_place = {total.where.spots: total for total in reversed(totals)}
    return tuple(sorted(by_place.values(), key=totals.index))


def _without_sums(
    listed: tuple[CitedNumber, ...],
    told: tuple[CitedNumber, ...],
    budget: tuple[BudgetRow, ...],
    adjustments: tuple[Adjustment, ...],
) -> tuple[CitedNumber, ...]:
    """The totals of the tables, then those told elsewhere; not one that a further one exceeds by just the score of the
    budget's execution (合计 87, 自评总分 96.5 with 执行率得分 9.5) or by what was added and taken off, nor one that
    says so of itself (基础分合计), where there is another."""
    scores = {row.claimed_score.value for row in budget if row.claimed_score is not None}
    scores.add(sum((one.points.value for one in adjustments if one.points), Decimal(0)))
    ends = {total.value for total in (*listed, *told)}
    totals = tuple(
        total for total in (*listed, *told) if not any(total.value + score in ends for score in scores if score)
    )
    return tuple(total for total in totals if total.method != BEFORE_ADJUSTMENTS) or totals


def _listed(lines: list[Indicator]) -> list[Indicator]:
    """Beside a table that prints a total, what the text scores is a group of its lines, or stands in one of them with
    points of its own, where the table does not list all of that group or ends with groups of the second level: else
    it is no line, for the table lists them all."""
    groups = {key(line.level1) for line in lines if line.level1 is not None}
    whole = _listed_whole(lines)
    names = {key(name) for line in lines if not is_told(line) for name in (line.level1, line.level2) if name}
    finer = told_finer(lines)
    return [
        finer.get(id(line), line)
        for line in lines
        if not is_told(line)
        or id(line) in finer
        or (line.claimed_score is None and line.max_score is None)
        or (line.level1 is not None and line.max_score is not None and key(line.level1) not in whole)
        or key(line.name.value) in groups | names
    ]


def _listed_whole(lines: list[Indicator]) -> set[str]:
    """The groups whose points a table's lines make up."""
    points: dict[str, Decimal] = defaultdict(Decimal)
    heads = {(key(line.level1), key(line.level2)) for line in lines if line.level1 and line.level2}
    for line in lines:
        if line.level1 is None or line.max_score is None or is_told(line):
            continue
        if (key(line.level1), key(line.name.value)) not in heads:
            points[key(line.level1)] += line.max_score.value
    wholes = {key(line.name.value): line.max_score.value for line in lines if line.level == 1 and line.max_score}
    return {name for name, summed in points.items() if wholes.get(name) == summed}


def _with_asides(lines: list[Indicator], asides: tuple[Indicator, ...]) -> list[Indicator]:
    """Groups take the score that a summary gives them by name, beside their own if they print one; a group that only
    lines name, by standing under it, comes to be a line of its own."""
    points = {spot for line in lines if line.max_score for spot in line.max_score.where.spots}
    told = (one for one in reversed(asides) if one.claimed_score and not one.claimed_score.where.spots & points)
    scores = {key(aside.name.value): aside for aside in told}
    listed = {key(line.name.value) for line in lines if line.level == 1}
    above = {key(line.level1): line.level1 for line in lines if line.level1 is not None}
    scores = {_group_name(name, listed | set(above)): aside for name, aside in scores.items()}
    return [
        _with_told(line, scores[key(line.name.value)]) if line.level == 1 and key(line.name.value) in scores else line
        for line in lines
    ] + [_called(aside, above[name]) for name, aside in scores.items() if name in above and name not in listed]


def _called(group: Indicator, name: str) -> Indicator:
    """The group under the name that its lines give it, where a summary says a word more."""
    if key(group.name.value) == key(name):
        return group
    return group.model_copy(update={"name": group.name.model_copy(update={"value": name})})


def _group_name(name: str, groups: set[str]) -> str:
    """The group that a summary names with a word too many (投入类, 过程部分)."""
    short = re.sub("(?:类|项|部分|方面|板块|指标)$", "", name)
    return short if name not in groups and short in groups else name


def _with_told(line: Indicator, aside: Indicator) -> Indicator:
    told = aside.claimed_score
    if line.claimed_score is None:
        return line.model_copy(update={"claimed_score": told})
    again = told is not None and told.method == BARE and line.max_score and told.value == line.max_score.value
    same = told is None or again or told.where.spots == line.claimed_score.where.spots
    return line if same else line.model_copy(update={"told_score": told})


def _budget(
    tables: tuple[BudgetRow, ...], text: tuple[BudgetRow, ...], indicators: Iterable[Indicator], identity: Identity
) -> tuple[BudgetRow, ...]:
    """Table rows, or where no table prints money the prose; execution points stand in one place only."""
    told = tuple(_of_one_whole(text))
    rows = tables if any(row.id == "whole" for row in tables) else (*tables, *told)
    rows = (*told, *tables) if _lists_projects_alone(tables, told, identity) else rows
    listed = any(
        line.claimed_score is not None and key(line.name.value).startswith(_EXECUTION) and line.max_score is not None
        for line in indicators
    )
    ordered = sorted(rows, key=lambda row: (row.id != "whole", row.id == "apart"))
    ids = {key(row.label.value): f"b{index}" for index, row in enumerate(ordered, 1) if row.label and row.id != "whole"}
    others = {
        _block(row): f"b{index}"
        for index, row in enumerate(ordered, 1)
        if row.id == "whole" and _differs(row, ordered[0])
    }
    found: list[BudgetRow] = []
    for index, row in enumerate(ordered, 1):
        scored = {} if not listed else {"max_score": None, "claimed_score": None}
        parent = others.get(_block(row), "b1") if row.parent == "whole" else ids.get(row.parent or "")
        label = _label_of_whole(identity) if row.id == "whole" and row.label is None else row.label
        found.append(row.model_copy(update={"id": f"b{index}", "parent": parent, "label": label, **scored}))
    return tuple(found)


def _lists_projects_alone(tables: tuple[BudgetRow, ...], told: tuple[BudgetRow, ...], identity: Identity) -> bool:
    """Whether the table of a department lists its projects alone: the text tells that it was granted and spent more."""
    whole, more = (next((row for row in rows if row.id == "whole"), None) for rows in (tables, told))
    if whole is None or more is None or identity.kind is None or identity.kind.value != "department":
        return False
    pairs = [[getattr(row, name) for row in (more, whole)] for name in ("revised_budget", "actual_expenditure")]
    sizes = [[exact(amount) for amount in pair if amount is not None] for pair in pairs]
    above = all(len(pair) == len(pairs) and (pair[0] or 0) > (pair[1] or 0) for pair in sizes)
    return above and any(row.partition == BY_PROJECT for row in tables)


def _block(row: BudgetRow) -> str | None:
    """The table or paragraph that prints the row."""
    cited = [one for name in (*AMOUNTS, "execution_rate", "label") if (one := getattr(row, name)) is not None]
    return cited[0].where.segments[0].block if cited else None


def _differs(row: BudgetRow, first: BudgetRow) -> bool:
    """Whether the whole of a further table is another sum of money than the first, whose parts are none of that."""
    pairs = ((getattr(row, name), getattr(first, name)) for name in AMOUNTS)
    return any(one is not None and other is not None and one.value != other.value for one, other in pairs)


def _of_one_whole(rows: tuple[BudgetRow, ...]) -> Iterator[BudgetRow]:
    """What is told of the whole in several places is one row."""
    wholes = [row for row in rows if row.id == "whole"]
    if wholes:
        yield reduce(merged_row, wholes)
    yield from (row for row in rows if row.id != "whole")


def _label_of_whole(identity: Identity) -> CitedText | None:
    """Where only prose states the money, it is that of the subject: the words that show the kind say so."""
    kind = identity.kind
    if kind is None:
        return None
    return kind.model_copy(update={"value": "部门整体支出" if kind.value == "department" else "项目资金"})


def _told_besides(listed: tuple[Adjustment, ...], told: tuple[Adjustment, ...]) -> Iterator[Adjustment]:
    """What the text tells of additions and losses, without those that a table lists with the same points, once more or
    in the words of the table."""
    left = Counter(entry.points.value for entry in listed if entry.points is not None)
    names = {(key(entry.text.value), entry.points.value) for entry in listed if entry.points is not None}
    for entry in told:
        if entry.points is not None and left[entry.points.value] > 0:
            left[entry.points.value] -= 1
        elif entry.points is None or not any(
            name in key(entry.text.value) and points == entry.points.value for name, points in names
        ):
            yield entry


def _adjustments(adjustments: tuple[Adjustment, ...]) -> tuple[Adjustment, ...]:
    """One entry each; a slot that only names its limit gives it to the entries beside it, and stands alone for none."""
    entries = [entry for entry in adjustments if entry.points is not None]
    limits = [entry for entry in adjustments if entry.points is None and entry.max_score is not None]
    if not entries:
        return tuple(limits[:1])
    limit = limits[0].max_score if limits else None
    return tuple(
        entry if entry.max_score is not None or limit is None else entry.model_copy(update={"max_score": limit})
        for entry in entries
    )
