"""Sentences that tell what a budget was at first, what was added or cut, what it came to → relations with the report's.

Read where the first or the final amount is that of the report's own budget, so that no part's or project's is meant.
"""

from collections.abc import Iterator, Sequence

from toolkit.figures.budgets import of_the_whole
from toolkit.figures.facts import misprint_of
from toolkit.figures.places import Places
from toolkit.figures.remainders import in_steps
from toolkit.figures.spot import Passage, Spot
from toolkit.figures.verdict import alike, difference_relation, printed_bounds, same_fact, sum_relation, value_of
from toolkit.measure.budget_story import Story, stories
from toolkit.model.figure import Relation
from toolkit.model.record import PerformanceReport
from toolkit.text import fold_widths


def histories(report: PerformanceReport, passages: Sequence[Passage], places: Places) -> Iterator[Relation]:
    """What the budget came to, of each sentence that tells it; and that it is what the report prints elsewhere."""
    row = report.whole_budget
    if row is None:
        return
    stated = [places.spot(row.original_budget), places.spot(row.revised_budget)]
    year = report.identity.fiscal_year
    own = tuple(of_the_whole(report, passages))
    every = [spot for passage in own for spot in passage.spots]
    sure = {passage.block for passage in own}
    for passage in (one for one in passages if one.cell is None):
        for story in stories(fold_widths(passage.text), unproved=True):
            if year is not None and not story.years <= {year.value}:
                continue
            told = [passage.at(one.start, one.end) for one in (story.original, story.revised)]
            pairs = list(zip(stated, told, strict=True))
            turned = list(_turned(passage, story, *told))
            if any(one.holds for one in turned) and any(one is not None and one is again for one, again in pairs):
                pairs = [
                    (one, again) for one, again in pairs if _is(one, again)
                ]  # the other column is of another whole
            if any(_is(one, again) for one, again in pairs):
                yield from (
                    same_fact(one, again)
                    for one, again in pairs
                    if one is not None and again is not None and one.id != again.id and alike(one, again)
                    if (story.change is not None and passage.block in sure)
                    or _is(one, again)
                    or misprint_of(value_of(one), again)
                )
                yield from (one for one in turned if one.holds or not in_steps(one, every, passage.spots))


def _turned(passage: Passage, story: Story, first: Spot | None, final: Spot | None) -> Iterator[Relation]:
    """First ± change = final."""
    change = None if story.change is None else passage.at(story.change.start, story.change.end)
    if first is not None and final is not None and change is not None and alike(first, final, change):
        if story.sign > 0 or value_of(change) < 0:
            yield sum_relation((first, change), final, ("年初预算", "追加" if story.sign > 0 else "调减"))
        else:
            yield difference_relation(first, change, final)


def _is(one: Spot | None, again: Spot | None) -> bool:
    """Whether two printings are of one value."""
    if one is None or again is None or not alike(one, again):
        return False
    return printed_bounds(one).meets(printed_bounds(again))
