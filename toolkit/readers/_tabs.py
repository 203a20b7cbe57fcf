"""Lines with tabs → rows; a cell or row that a line break cut is whole again, a short row leaves holes."""

import re
from collections.abc import Sequence
from itertools import pairwise

from toolkit.layout.lines import continues
from toolkit.layout.outline import is_contents_line, level_of, numbering
from toolkit.patterns import regex
from toolkit.readers._pieces import Line, cut
from toolkit.readers._rows import Row, Rows, cell_text, usual_length

_LONGEST_GROUP_NAME = 20
_UNFINISHED = regex(r".*[一-鿿].{2,}[^。!！?？:：]", re.DOTALL)
_REST = regex(r"(?!注|说明|备注|附|填|单位|编制|表)[^。:：]{2,40}")
_PAUSED = regex("[，,；;、]")
_SHORTEST_REST = 8


def rows_at(lines: Sequence[Line], start: int) -> Rows | None:
    """Rows of the tab-separated table that begins at line `start`; None where none does."""
    if not _is_row(lines[start].text):
        return None
    end = _end(lines, start)
    width = usual_length([_spans(line.text) for line in lines[start:end] if _is_row(line.text)])
    rows: list[Row] = []
    whole_seen = False
    for index in range(start, end):
        row = _cells(lines[index])
        rest = bool(rows) and len(rows[-1]) == width and _is_rest(lines, index)
        if rest:
            rows[-1][-1] = (*(rows[-1][-1] or ()), *(row[0] or ()))
        elif not rows or not _goes_with(rows[-1], row, width, whole_seen):
            rows.append(row)
        whole_seen = whole_seen or len(rows[-1]) == width
    if not any(any(row) for row in rows):
        return None
    certain = len(rows) > 1 and width > 1 and not _is_numbered_list(rows)
    return Rows("tab", [_trimmed(row, width) for row in rows], start, end, certain=certain)


def _is_row(text: str) -> bool:
    """A line with a tab between two texts (a tab in front is an indent) that is no entry of a table of contents."""
    return "\t" in text.strip() and not is_contents_line(text)


def _end(lines: Sequence[Line], start: int) -> int:
    """Index after the last row: rows stand without blank lines; lines without tab may stand between them."""
    end = start + 1
    while end < len(lines) and lines[end].text.strip() and lines[end].page == lines[end - 1].page:
        text = lines[end].text
        if not _is_row(text) and not _fits_between(lines, start, end):
            break
        end += 1
    return end


def _fits_between(lines: Sequence[Line], start: int, index: int) -> bool:
    """Whether a line without inner tab is the rest of a cell, a row of one cell, or the name of a group of rows."""
    text = lines[index].text
    previous = lines[index - 1].text
    if text.startswith("\t"):
        return text.count("\t") == lines[start].text.count("\t")
    if _goes_on(previous.rpartition("\t")[2], text) or (_is_row(previous) and _is_rest(lines, index)):
        return True
    followed = index + 1 < len(lines) and _is_row(lines[index + 1].text)
    same = followed and lines[index + 1].text.count("\t") == lines[start].text.count("\t")
    repeats = followed and lines[index + 1].text.strip() == lines[start].text.strip()
    short = len(text.strip()) <= _LONGEST_GROUP_NAME and level_of(text) is None
    return same and not repeats and short and "。" not in text and not text.rstrip().endswith((":", "："))


def _goes_on(cell: str, text: str) -> bool:
    """Whether a line without tab is the rest of a cell: cells lack full stops, so a few words may name a group."""
    short = 2 <= len(text.strip()) <= _SHORTEST_REST
    return continues(cell, text, False if short else None)


def _is_rest(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the rest of the last cell of a row, words that a break cut: the next row leaves its first cell
    open, which a group's name on a line of its own would fill; or it has a pause inside, as no name has."""
    text, cell = lines[index].text.strip(), lines[index - 1].text.rpartition("\t")[2].strip()
    if "\t" in lines[index].text or not _UNFINISHED.fullmatch(cell) or not _REST.fullmatch(text) or level_of(text):
        return False
    if cell.endswith((";", "；")) and len(text) <= _SHORTEST_REST:
        return False  # as short as a group's name
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return (below.startswith("\t") and _is_row(below)) or _PAUSED.search(text) is not None


def _spans(text: str) -> list[tuple[int, int]]:
    edges = [-1, *(index for index, char in enumerate(text) if char == "\t"), len(text)]
    return [(left + 1, right) for left, right in pairwise(edges)]


def _cells(line: Line) -> Row:
    pieces = (cut(line, start, end) for start, end in _spans(line.text))
    return [(piece,) if piece.text else () for piece in pieces]


def _goes_with(above: Row, row: Row, width: int, whole_seen: bool) -> bool:
    """Add a line's cells to the row above where the break cut one of its cells; False where the line is a row."""
    first = row[0]
    if whole_seen and first and _is_cut_row(above, row, width):
        above[-1] = (*(above[-1] or ()), *first)
        above.extend(row[1:])
        return True
    if len(row) == 1 and first and _goes_on(_last_text(above), cell_text(first)):
        place = max(place for place, cell in enumerate(above) if cell)
        above[place] = (*(above[place] or ()), *first)
        return True
    return False


def _is_cut_row(above: Row, below: Row, width: int) -> bool:
    """Whether two short lines are one row, cut inside a cell: together they have as many cells as the others."""
    together = len(above) + len(below) - 1
    if not above[-1] or not below[0] or len(above) >= width or len(below) >= width or together > width:
        return False
    if together == width and len(above) > 1 and len(below) > 1:
        return True
    return continues(cell_text(above[-1]), cell_text(below[0]), None)


def _last_text(row: Row) -> str:
    return next((cell_text(cell) for cell in reversed(row) if cell), "")


def _trimmed(row: Row, width: int) -> Row:
    """Row without empty cells beyond the usual width: tabs at the end of a line are no columns."""
    kept = list(row)
    while len(kept) > width and not kept[-1]:
        kept.pop()
    return kept


def _is_numbered_list(rows: Sequence[Row]) -> bool:
    """Two columns whose first holds nothing but numbers like （1）: a list with tabs after its numbers."""
    if any(len(row) > 2 for row in rows):
        return False
    firsts = [cell_text(row[0]) for row in rows]
    return all(not text or _is_bare_number(text) for text in firsts)


def _is_bare_number(text: str) -> bool:
    numbered = numbering(text)
    return text in "•●■-*·" or (numbered is not None and numbered[1] >= len(text))
