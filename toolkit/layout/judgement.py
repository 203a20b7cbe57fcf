"""A table that white space implies → whether it is one: the less is drawn, the more its rows must agree.

Running text in columns, the fields of a form, lists of contents and the lines at the foot of a letter are none.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from toolkit.layout.corridors import Corridor, columns_of
from toolkit.layout.implied import Implied
from toolkit.layout.parts import Baseline
from toolkit.layout.region import Region
from toolkit.layout.wording import is_figure, is_form_label

_LONG: Final = 12  # characters in the middling part of running text


def is_table_between_rules(table: Implied, region: Region) -> bool:
    """Whether what stands between rules is a table: headings in words, columns that rows agree on.

    Two rules around all of it may as well be those under the running head and above the foot of a page.
    """
    if not any(region.lines[0].middle < rule.at < region.lines[-1].middle for rule in region.rules):
        return is_table_alone(table, region)
    columns = len(table.corridors) + 1
    told = [row for row in (table.head, *table.body) if filled(row, table.corridors) > 1]
    if len(told) < 2 or not _heads_in_words(table) or _fields(region) > 0.3:
        return False
    if columns == 2 and len(told) < 3:
        return False
    return len(region.rules) > 2 or len(told) > 2


def is_table_alone(table: Implied, region: Region) -> bool:
    """The same where nothing is drawn: figures in columns under headings, in several rows."""
    if not _heads_in_words(table) or _fields(region) > 0:
        return False
    told = [row for row in table.body if filled(row, table.corridors) > 1]
    columns = _texts(table.body, table.corridors)
    running = [column for column, texts in columns.items() if sorted(map(len, texts))[len(texts) // 2] >= _LONG]
    if len(told) < 3 or len(told) < 0.6 * len(table.body) or len(running) > 1:
        return False
    return len(figure_columns(table)) >= (1 if len(table.corridors) > 1 else 2)


def may_go_on(table: Implied, region: Region) -> bool:
    """Whether a head and a row or two at the end of a page are a table, should the next page go on with it."""
    columns = len(table.corridors) + 1
    return (
        columns > 2
        and _heads_in_words(table)
        and _fields(region) == 0
        and all(
            filled(row, table.corridors) >= 0.6 * columns
            and any(is_figure(part.text) for line in row for part in line.parts)
            for row in table.body
        )
    )


def figure_columns(table: Implied) -> list[int]:
    """Columns of the body in which figures stand, but for a few words."""
    columns = _texts(table.body, table.corridors)
    return [column for column, texts in columns.items() if _share_of_figures(texts) >= 0.6 and len(texts) > 2]


def filled(row: Sequence[Baseline], corridors: Sequence[Corridor]) -> int:
    """How many columns of a row have text."""
    return len({columns_of(corridors, part)[0] for line in row for part in line.parts})


def _texts(rows: Iterable[Sequence[Baseline]], corridors: Sequence[Corridor]) -> dict[int, list[str]]:
    texts: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        for line in row:
            for part in line.parts:
                texts[columns_of(corridors, part)[0]].append(part.text)
    return texts


def _share_of_figures(texts: Sequence[str]) -> float:
    return sum(map(is_figure, texts)) / len(texts)


def _heads_in_words(table: Implied) -> bool:
    heads = [part.text for line in table.head for part in line.parts]
    return len(heads) > 1 and _share_of_figures(heads) < 0.3


def _fields(region: Region) -> float:
    """Share of lines that are fields of a form: more than one label with its colon."""
    fields = [line for line in region.lines if sum(is_form_label(part.text) for part in line.parts) > 1]
    return len(fields) / len(region.lines)
