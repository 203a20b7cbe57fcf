"""Tables drawn with box characters (┌│├ or +-|) → rows; where rules part the rows, a row may take several lines."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from toolkit.patterns import regex
from toolkit.readers._pieces import Line, cut
from toolkit.readers._rows import Row, Rows

_BAR: Final = regex(r"[│┃║┆┇┊┋|]")
_RULE_SIGNS = frozenset("┌┬┐├┼┤└┴┘─━┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝═┄┅┈┉│┃║+-=| \t　")
_STROKES = frozenset("─━═┄┅┈┉-=")
_CORNERS = frozenset("┌┏╔+├┣╠└┗╚")


def rows_at(lines: Sequence[Line], start: int) -> Rows | None:
    """Rows of the drawn table that begins at line `start` with its upper rule; None where none does."""
    if not _is_rule(lines[start].text) or lines[start].text.strip()[0] not in _CORNERS:
        return None
    groups: list[list[Line]] = [[]]
    index = start
    while index < len(lines) and (_is_rule(lines[index].text) or _is_row(lines[index].text)):
        if _is_rule(lines[index].text):
            groups.append([])
        else:
            groups[-1].append(lines[index])
        index += 1
    rows = _rows([group for group in groups if group])
    return Rows("box", rows, start, index) if rows and max(len(row) for row in rows) > 1 else None


def _is_rule(text: str) -> bool:
    bare = text.strip()
    return len(bare) > 4 and _RULE_SIGNS.issuperset(bare) and not _STROKES.isdisjoint(bare)


def _is_row(text: str) -> bool:
    bare = text.strip()
    return len(bare) > 2 and _BAR.match(bare) is not None and _BAR.match(bare[-1]) is not None


def _rows(groups: Sequence[Sequence[Line]]) -> list[Row]:
    rows = []
    for group in groups:
        single = [_merged([line]) for line in group]
        rows += [_merged(group)] if len(groups) > 2 and _is_one_row(single) else single
    return rows


def _is_one_row(lines: Sequence[Row]) -> bool:
    """Whether lines between two rules are one row: where it goes on, some of its cells have ended."""
    return all(any(above and not below for above, below in zip(lines[0], line, strict=False)) for line in lines[1:])


def _merged(group: Sequence[Line]) -> Row:
    """One row of the lines between two rules: cells below one another are pieces of one cell."""
    row: Row = []
    for line in group:
        bars = [found.start() for found in _BAR.finditer(line.text)]
        for place, (left, right) in enumerate(pairwise(bars)):
            piece = cut(line, left + 1, right)
            if place == len(row):
                row.append(())
            if piece.text:
                row[place] = (*(row[place] or ()), piece)
    return row
