"""Rows of a 小计 → the group that each sums up, by its name, its place or its points; of all lines it is the total."""

from collections.abc import Iterator, Sequence

from toolkit.extract.citing import cite_number, cite_text, of_cell
from toolkit.extract.form import Band
from toolkit.extract.names import PrintedName, name_of_subtotal, parse_name
from toolkit.extract.tables.cells import LEVELS, last_value
from toolkit.extract.tables.unknown_rows import first_words
from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import key

_OF_ALL = regex("(?:各项|全部|所有|以上|基础|基本|绩效|业务|指标|得分|自评|总|项|分|的)+")
"""Before 小计 of all lines so far, and not of the last group: 指标得分小计, 基础分小计."""
_SEVERAL = 2
_ALL = 100  # points


def sums_all(band: Band, row: int, lines: Sequence[Indicator], how: str) -> bool:
    """Whether a 小计 that names no group has the points of the lines of several groups, so that it is all of theirs, or
    in the rest of a table that was cut more than its lines."""
    label, points = first_words(band, row), last_value(band, row, "max_score", how)
    if label is None or points is None or name_of_subtotal(label.text):
        return False
    listed = sum(line.max_score.value for line in lines if line.level1 and line.max_score)
    if band.start == band.header:
        return points.value == _ALL > listed
    tops = {line.level1 for line in lines if line.level1 is not None}
    return len(tops) >= _SEVERAL and points.value == listed


def is_of_all(label: str) -> bool:
    """Whether a 小计 says that it is of all lines so far (指标小计): what stands below it is in no group above."""
    return _OF_ALL.fullmatch(name_of_subtotal(label)) is not None


def below(summed: Sequence[Indicator], lines: tuple[Indicator, ...], levels: list[int]) -> tuple[Indicator, ...]:
    """The lines, those under no group put under the one that is summed below them in a table without such a column."""
    if not summed or summed[0].level != 1 or 1 in levels:
        return lines
    name = summed[0].name.value
    return tuple(
        line.model_copy(update={"level1": name}) if line.level1 is None and line.level > 1 else line for line in lines
    )


def read_subtotal(band: Band, row: int, groups: dict[int, PrintedName], method: str, how: str) -> Iterator[Indicator]:
    """A 小计 row closes the group it names, or the one whose column stands left of its label.

    `how`: the method of its figures.
    """
    label = first_words(band, row)
    said = "" if label is None else name_of_subtotal(label.text)
    named = [level for level, name in groups.items() if key(name.name.text) == said]
    if not named and _OF_ALL.fullmatch(said):
        return
    column = 0 if label is None else label.column
    above = [level for level in groups if any(place < column for place in band.columns(LEVELS[level - 1]))]
    level = named[0] if named else max(above, default=min(groups, default=0))
    if not named and level == max((one for one in groups if band.columns(LEVELS[one - 1])), default=0):
        return  # the last line's own name: the lines stand under no group
    score, points = last_value(band, row, "claimed_score", how), last_value(band, row, "max_score", how)
    caption = groups[level].caption if level else None
    printed = None if caption is None else cite_number(caption, method)
    if printed is not None and points is not None and points.value > printed.value:
        return  # of all groups so far: 小计 80 below 满意度（10分）
    if not named and said and label is not None and not band.columns("level1") and (score or points):
        span = of_cell(band.table, label)
        name = parse_name(span.sub(0, len(said))) if key(span.text).startswith(said) else None
        if name is not None:  # of the whole table, whose title says it
            yield Indicator(
                id="", order=row, level=1, name=cite_text(name.name, method), max_score=points, claimed_score=score
            )
    elif level and (score or points):
        yield Indicator(
            id="",
            order=row,
            level=level,
            name=cite_text(groups[level].name, method),
            level1=groups[1].name.text if level > 1 and 1 in groups else None,
            max_score=points,
            claimed_score=score,
        )
