"""Tables that a converter left as HTML inside Markdown → rows with their spans, each text where it stands.

Entities are left as printed: a citation shows the source's characters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from toolkit.patterns import regex
from toolkit.readers._pieces import Line, Piece, cut
from toolkit.readers._rows import CellPieces, Row, Rows

_TAG: Final = regex(r"<(/?)([A-Za-z][A-Za-z0-9]{0,10})\b([^<>]{0,300})>")
_OPENING = regex(r"\s*(?:<(?:html|body|div|center)[^<>]{0,100}>\s*){0,4}<table\b", re.IGNORECASE)
_SPAN: Final = regex(r"\b(row|col)span\s{0,2}=\s{0,2}[\"']?\s{0,2}(\d{1,3})", re.IGNORECASE)
_LARGEST = 200_000


@dataclass(slots=True)
class _Tagged:
    """A cell as its tags delimit it."""

    rows: int = 1
    columns: int = 1
    pieces: list[Piece] = field(default_factory=list)


def rows_at(lines: Sequence[Line], start: int) -> Rows | None:
    """Rows of the HTML table that opens line `start` and is closed before another opens; None where none does."""
    if "<" not in lines[start].text or not _OPENING.match(lines[start].text):
        return None
    end = _end(lines, start)
    if end is None:
        return None
    placed = _placed(_rows(lines[start:end]))
    if placed is None:
        return None
    rows, spans = placed
    return Rows("html", rows, start, end, spans=spans) if rows and max(map(len, rows)) > 1 else None


def _end(lines: Sequence[Line], start: int) -> int | None:
    for index in range(start, len(lines)):
        text = lines[index].text.lower()
        if text.count("<table") > (index == start):
            return None
        if "</table>" in text:
            rest = _TAG.sub("", lines[index].text[text.index("</table>") :])
            return None if rest.strip() else index + 1
    return None


def _rows(lines: Sequence[Line]) -> list[list[_Tagged]]:
    rows: list[list[_Tagged]] = []
    cell: _Tagged | None = None
    for line in lines:
        for name, attributes, text in _tokens(line):
            if text is not None:
                if cell is not None and text.text:
                    cell.pieces.append(text)
            elif name == "tr":
                rows.append([])
                cell = None
            elif name in {"td", "th"}:
                cell = _opened(attributes)
                if not rows:
                    rows.append([])
                rows[-1].append(cell)
            elif name in {"/td", "/th", "/tr", "/table"}:
                cell = None
    return [row for row in rows if row]


def _tokens(line: Line) -> Iterator[tuple[str, str, Piece | None]]:
    """Tags (name in small letters, with / where it closes; attributes) and the pieces of text between them."""
    at = 0
    for found in _TAG.finditer(line.text):
        yield "", "", cut(line, at, found.start())
        yield found[1] + found[2].lower(), found[3], None
        at = found.end()
    yield "", "", cut(line, at, len(line.text))


def _opened(attributes: str) -> _Tagged:
    spans = {found[1].lower(): max(int(found[2]), 1) for found in _SPAN.finditer(attributes)}
    return _Tagged(spans.get("row", 1), spans.get("col", 1))


def _placed(tagged: Sequence[Sequence[_Tagged]]) -> tuple[list[Row], dict[tuple[int, int], tuple[int, int]]] | None:
    """Cells on their grid: each takes the first free position of its row; None where the spans are absurd."""
    taken: set[tuple[int, int]] = set()
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    rows: list[Row] = []
    for number, cells in enumerate(tagged):
        row: list[CellPieces | None] = []
        column = 0
        for cell in cells:
            while (number, column) in taken:
                column += 1
            down, right = min(cell.rows, len(tagged) - number), cell.columns
            row += [None] * (column + right - len(row))
            row[column] = tuple(cell.pieces)
            if (down, right) != (1, 1):
                spans[number, column] = (down, right)
                taken.update((number + y, column + x) for y in range(down) for x in range(right))
            column += right
            if len(taken) > _LARGEST:
                return None
        rows.append(row)
    return rows, spans
