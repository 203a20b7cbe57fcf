"""Parts of a word file → its text in reading order as stretches and grids, each piece with its paragraph's path."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from toolkit.errors import ReadError
from toolkit.readers._flow import Flow, Grid, GridCell
from toolkit.readers._spans import WIDEST, compact, grid_too_large
from toolkit.readers._word_numbering import Numbering
from toolkit.readers._word_package import Package, Part, attribute, child, local
from toolkit.readers._word_styles import Styles, is_set
from toolkit.readers._word_text import Found, ParagraphReader
from toolkit.readers._writer import Writer

_WRAPPERS: Final = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_NO_NOTES: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_MOST_CELLS: Final = 100_000
_MOST_PARAGRAPHS: Final = 200_000
_DEEPEST: Final = 40


@dataclass(slots=True)
class Content:
    """What a file holds: its flow, with notes at the end; heads and feet of its pages; what was met besides."""

    flow: Flow = field(default_factory=list)
    margins: Flow = field(default_factory=list)
    found: Found = field(default_factory=Found)
    unknown_numbers: frozenset[str] = frozenset()


def content_of(package: Package) -> Content:
    """Read the document, its footnotes and endnotes, its headers and footers."""
    styles = Styles(package.related("styles"))
    numbering = Numbering(package.related("numbering"))
    content = Content()
    document = package.document()
    for body in document.root:
        if local(body) == "body":
            _PartReader(styles, numbering, content.found, content.flow).read(body, f"{document.name}#/body")
    for kind in ("footnotes", "endnotes"):
        for part in package.related(kind):
            _read_notes(part, _PartReader(styles, numbering, content.found, content.flow), content.found)
    for kind in ("header", "footer"):
        for part in package.related(kind):
            _PartReader(styles, numbering, Found(), content.margins).read(part.root, f"{part.name}#")
    content.found.add("comments", sum(len(part.root) for part in package.related("comments")))
    content.unknown_numbers = frozenset(numbering.unknown)
    return content


def _read_notes(part: Part, reader: "_PartReader", found: Found) -> None:
    for number, note in enumerate(part.root, start=1):
        if attribute(note, "type") not in _NO_NOTES and local(note) in {"footnote", "endnote"}:
            found.add("notes")
            reader.read(note, f"{part.name}#/{local(note)}[{number}]")


class _PartReader:
    """Reads one part: what stands in its body, its cells, its text boxes."""

    def __init__(self, styles: Styles, numbering: Numbering, found: Found, flow: Flow) -> None:
        self._paragraphs = ParagraphReader(styles, numbering, found)
        self._found = found
        self._writer = Writer(flow)
        self._cells = self._count = 0

    def read(self, container: Any, path: str) -> None:
        """Read all paragraphs and tables below `container`."""
        self._inside(container, path, 0)
        self._writer.end_block()

    def _inside(self, container: Any, path: str, depth: int) -> None:
        for one, name, place in _children(container, path):
            if name == "p":
                self._paragraph(one, place, depth)
            elif name == "tbl":
                self._writer.end_block()
                self._table(one, place, depth + 1)
            elif name in _WRAPPERS:
                self._inside(one, place, depth)
            elif name == "AlternateContent":
                chosen = next(
                    (version for version in _children(one, place) if version[1] in {"Choice", "Fallback"}), None
                )
                if chosen is not None:
                    self._inside(chosen[0], chosen[2], depth)
            elif name in {"del", "moveFrom"}:
                self._found.add("changes")
            elif name == "altChunk":
                self._found.add("chunks")

    def _paragraph(self, element: Any, path: str, depth: int) -> None:
        if depth > _DEEPEST:
            raise ReadError("READ-TOO-LARGE", f"表格或文本框嵌套超过 {_DEEPEST} 层", "请只保留报告正文和表格后另存")
        self._count += 1
        if self._count > _MOST_PARAGRAPHS:
            raise ReadError("READ-TOO-LARGE", f"段落超过 {_MOST_PARAGRAPHS // 10_000} 万个", "请只保留报告正文后另存")
        boxes = self._paragraphs.read(element, path, self._writer, listed=depth > 0)
        for number, box in enumerate(boxes, start=1):
            self._inside(box, f"{path}//txbxContent[{number}]", depth + 1)

    def _table(self, element: Any, path: str, depth: int) -> None:
        cells: list[GridCell] = []
        rows = list(self._rows(element, path))
        open_cells: dict[int, GridCell] = {}
        header = 0
        for number, (row, place) in enumerate(rows):
            properties = child(row, "trPr")
            if header == number and is_set(child(properties, "tblHeader")):
                header += 1
            column = _count(child(properties, "gridBefore"), 0)
            below: dict[int, GridCell] = {}
            for cell, where in _cells(row, place):
                width = _count(child(cell, "tcPr", "gridSpan"), 1) or 1
                merge = child(cell, "tcPr", "vMerge")
                above = open_cells.get(column)
                goes_on = merge is not None and (attribute(merge, "val") or "continue") == "continue"
                if goes_on and above is not None and above.column_span == width:
                    above.row_span += 1
                    below[column] = above
                else:
                    made = GridCell(number, column, 1, width, [])
                    self._cell(cell, where, made, depth)
                    cells.append(made)
                    if merge is not None:
                        below[column] = made
                column += width
            open_cells = below
        self._add(cells, header)

    def _add(self, cells: list[GridCell], header: int) -> None:
        heads = [cell for cell in cells if cell.row < header]
        cells, rows, columns = compact(cells)
        if cells:
            shown = max((cell.row + cell.row_span for cell in heads), default=0)
            self._writer.add(Grid(cells, rows, columns, shown))

    def _cell(self, element: Any, path: str, made: GridCell, depth: int) -> None:
        self._cells += 1
        if self._cells > _MOST_CELLS:
            raise grid_too_large()
        self._writer.enter(made.flow)
        self._inside(element, path, depth)
        self._writer.end_block()
        self._writer.leave()

    def _rows(self, table: Any, path: str) -> Iterator[tuple[Any, str]]:
        for one, name, place in _children(table, path):
            if name == "tr":
                if child(one, "trPr", "del") is not None:
                    self._found.add("changes")
                    continue
                if child(one, "trPr", "ins") is not None:
                    self._found.add("changes")
                yield one, place
            elif name in _WRAPPERS:
                yield from self._rows(one, place)


def _cells(row: Any, path: str) -> Iterator[tuple[Any, str]]:
    for one, name, place in _children(row, path):
        if name == "tc":
            yield one, place
        elif name in _WRAPPERS:
            yield from _cells(one, place)


def _children(element: Any, path: str) -> Iterator[tuple[Any, str, str]]:
    """(element, name, path) of each child; the path numbers children of one name."""
    counts: dict[str, int] = {}
    for one in element:
        name = local(one)
        counts[name] = counts.get(name, 0) + 1
        yield one, name, f"{path}/{name}[{counts[name]}]"


def _count(element: Any, default: int) -> int:
    value = attribute(element, "val")
    return min(int(value[:6]), WIDEST) if value is not None and value.isdecimal() else default
