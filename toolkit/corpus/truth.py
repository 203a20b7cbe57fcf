"""What a made document truly says: its paragraphs and tables, before any engine has drawn them.

A table's truth is written as rows of texts in which LEFT goes on with the cell on the left and UP with the one above.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Align: TypeAlias = Literal["left", "center", "right"]

LEFT: Final = "\0left"
UP: Final = "\0up"
CENTER: Final[tuple[Align]] = ("center",)
RIGHT: Final[tuple[Align]] = ("right",)


@dataclass(frozen=True, slots=True)
class TrueCell:
    """A cell with its spans; rows and columns count from 0."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class TrueTable:
    """A table as it is meant. `widths` are shares of the text's width, `aligns` hold below the header rows."""

    rows: int
    columns: int
    cells: tuple[TrueCell, ...]
    header_rows: int
    widths: tuple[float, ...]
    aligns: tuple[Align, ...]
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class TrueParagraph:
    """Running text; `heading` is its depth as a heading, 0 for text."""

    text: str
    heading: int = 0


TruePart: TypeAlias = TrueParagraph | TrueTable


@dataclass(frozen=True, slots=True)
class TrueDocument:
    """A title, then paragraphs and tables: what a reader should find, in this order."""

    title: str
    parts: tuple[TruePart, ...]

    @property
    def tables(self) -> tuple[TrueTable, ...]:
        """The tables alone, in order."""
        return tuple(part for part in self.parts if isinstance(part, TrueTable))

    @property
    def texts(self) -> Iterator[str]:
        """Every text of it: title, paragraphs, captions, cells."""
        yield self.title
        for part in self.parts:
            if isinstance(part, TrueTable):
                yield part.caption or ""
                yield from (cell.text for cell in part.cells)
            else:
                yield part.text


def table(
    rows: Sequence[Sequence[str]],
    header_rows: int,
    widths: Sequence[float],
    aligns: Sequence[Align],
    caption: str | None = None,
) -> TrueTable:
    """The table that rows of texts with LEFT and UP mean; each row has as many entries as there are columns."""
    cells = [
        TrueCell(row, column, text, _down(rows, row, column), _right(texts, column))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text not in (LEFT, UP)
    ]
    total = sum(widths)
    shares = tuple(width / total for width in widths)
    return TrueTable(len(rows), len(widths), tuple(cells), header_rows, shares, tuple(aligns), caption)


def _right(texts: Sequence[str], column: int) -> int:
    end = column + 1
    while end < len(texts) and texts[end] == LEFT:
        end += 1
    return end - column


def _down(rows: Sequence[Sequence[str]], row: int, column: int) -> int:
    end = row + 1
    while end < len(rows) and rows[end][column] == UP:
        end += 1
    return end - row
