"""`Document`: what any reader makes of a source: blocks of text and tables, each character with its place.

A block's text is logical: lines and pages that broke it are joined. `runs` say which span of it stands where in
the source, so that a citation of [start, end) becomes one segment per run it touches.
Offsets count code points from 0; pages, lines, columns count from 1; boxes are (x0, top, x1, bottom) in points
from the top left of the page as displayed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

Box: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes' identity: name as given (never an absolute path), hash, type, size, and who read them."""

    name: str
    sha256: str
    media_type: str
    size: int
    pages: int | None
    reader: str


class Region(NamedTuple):
    """A place in the medium: a line on a page, a line of a text file, a cell of a sheet, a node of a tree.

    `edges` are the x positions of the characters of one run: left of each, then right of the last (n + 1).
    Read from an image: `confidences` of its characters (n; None: certain) and `lean`, points that the line falls per
    point to the right, where the page lies askew; `box` then encloses the leaning line.
    """

    page: int | None = None
    box: Box | None = None
    edges: Sequence[float] | None = None
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    ref: str | None = None
    path: str | None = None
    confidences: tuple[float, ...] | None = None
    lean: float = 0.0


class Run(NamedTuple):
    """Span [start, end) of the owner's text that stands unbroken at `region`; gaps belong to no run."""

    start: int
    end: int
    region: Region


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or heading in reading order. `level` is the outline level (1 = 一、, 2 = （一）, 3 = 1., 4 = （1）),
    None for running text."""

    id: str
    text: str
    runs: tuple[Run, ...]
    level: int | None = None


class Cell(NamedTuple):
    """A table cell with its spans; a merged cell exists once, at its upper left corner."""

    row: int
    column: int
    text: str
    runs: tuple[Run, ...]
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table, stitched over pages where it continues; rows and columns count from 0.

    `caption` is the id of the paragraph that titles it, if any. `header_rows` of the top are repeated on other pages
    (0 = not known). `covering(row, column)` finds the cell that covers a grid position.
    """

    id: str
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    header_rows: int = 0
    caption: str | None = None
    _cover: dict[tuple[int, int], Cell] = field(default_factory=dict, compare=False, repr=False)

    def covering(self, row: int, column: int) -> Cell | None:
        """The cell that covers this grid position; None where the grid has a hole."""
        if not self._cover:
            for cell in self.cells:
                for down in range(cell.row_span):
                    for right in range(cell.column_span):
                        self._cover[cell.row + down, cell.column + right] = cell
        return self._cover.get((row, column))

    def place_of(self, cell: Cell) -> tuple[int, int]:
        """Row and column at which the source prints a cell of this table."""
        return cell.row, cell.column


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Note:
    """Loss on the way in: a page without usable text, a part skipped. `code` is permanent (`PAGE-NO-TEXT`)."""

    code: str
    message: str
    page: int | None = None
    severity: Literal["loss", "info"] = "loss"


@dataclass(frozen=True, slots=True)
class Document:
    """A source as read: blocks in reading order; furniture (running heads, page numbers) set aside; notes."""

    source: Source
    blocks: tuple[Block, ...]
    furniture: tuple[Paragraph, ...] = ()
    notes: tuple[Note, ...] = ()
