"""Lines with pipes → rows: Markdown tables with or without outer pipes and alignment row, `<br>` inside cells."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from toolkit.patterns import regex
from toolkit.readers._pieces import BREAK, Line, Piece, cut
from toolkit.readers._rows import Row, Rows

_PIPE: Final = regex(r"(?<!\\)\|")
_RULE_SIGNS = frozenset("|:-—– \t")
_LONGEST_WRAP = 6


def rows_at(lines: Sequence[Line], start: int) -> Rows | None:
    """Rows of the pipe table that begins at line `start`; None where none does."""
    outer = _has_outer(lines[start].text)
    if not outer and not _begins_without_outer_pipes(lines, start):
        return None
    rows: list[Row] = []
    ruled = False
    index = start
    while index < len(lines) and _belongs(lines[index].text, outer):
        if _is_rule(lines[index].text):
            ruled = ruled or len(rows) == 1
            index += 1
            continue
        end = _end_of_row(lines, index, outer)
        rows.append(_cells(lines[index:end]))
        index = end
    if not rows or (len(rows) == 1 and not ruled and len(rows[0]) < 3):
        return None
    return Rows("pipe", rows, start, index, ruled=ruled, certain=ruled or len(rows) > 1)


def _has_outer(text: str) -> bool:
    bare = text.strip()
    return len(bare) > 2 and bare[0] == "|" and len(_PIPE.findall(bare)) >= 2


def _begins_without_outer_pipes(lines: Sequence[Line], start: int) -> bool:
    pipes = len(_PIPE.findall(lines[start].text))
    if not pipes or start + 1 >= len(lines) or _is_rule(lines[start].text):
        return False
    following = lines[start + 1].text
    return _is_rule(following) or (pipes >= 2 and len(_PIPE.findall(following)) == pipes)


def _belongs(text: str, outer: bool) -> bool:
    if not _PIPE.search(text):
        return False
    return text.lstrip().startswith("|") or not outer


def _is_rule(text: str) -> bool:
    bare = text.strip()
    return "|" in bare and "-" in bare.replace("—", "-") and _RULE_SIGNS.issuperset(bare)


def _end_of_row(lines: Sequence[Line], index: int, outer: bool) -> int:
    """Index after the row: one line, or several where a cell was broken before the closing pipe."""
    if not outer or _closes(lines[index].text):
        return index + 1
    for end in range(index + 1, min(index + _LONGEST_WRAP, len(lines))):
        text = lines[end].text.strip()
        if not text or text.startswith("|"):
            break
        if _closes(text):
            return end + 1
    return index + 1


def _closes(text: str) -> bool:
    bare = text.rstrip()
    return bare.endswith("|") and not bare.endswith("\\|")


def _cells(lines: Sequence[Line]) -> Row:
    """Cells of one row; the first cell of each further line continues the last cell of the line before."""
    row: list[list[Piece]] = []
    for number, line in enumerate(lines):
        for place, (start, end) in enumerate(_spans(line.text, opening=number == 0, closing=number == len(lines) - 1)):
            pieces = _broken(line, start, end)
            if number and not place:
                row[-1].extend(pieces)
            else:
                row.append(pieces)
    return [tuple(cell) for cell in row]


def _spans(text: str, opening: bool, closing: bool) -> list[tuple[int, int]]:
    """Spans between the pipes of a line, without the empty ones before an outer pipe at the left and right."""
    pipes = [found.start() for found in _PIPE.finditer(text)]
    edges = [-1, *pipes, len(text)]
    spans = [(left + 1, right) for left, right in pairwise(edges)]
    if opening and len(spans) > 1 and not text[: spans[0][1]].strip():
        del spans[0]
    if closing and len(spans) > 1 and not text[spans[-1][0] :].strip():
        del spans[-1]
    return spans


def _broken(line: Line, start: int, end: int) -> list[Piece]:
    """Pieces of a cell between its `<br>`."""
    breaks = [found.span() for found in BREAK.finditer(line.text, start, end)]
    starts, ends = [start, *(after for _, after in breaks)], [*(before for before, _ in breaks), end]
    pieces = [cut(line, low, high, markdown=True) for low, high in zip(starts, ends, strict=True)]
    return [piece for piece in pieces if piece.text]
