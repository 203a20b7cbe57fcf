"""Tags of a table as they open and close → a grid with its spans settled, header first and footer last."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from toolkit.errors import ReadError
from toolkit.patterns import regex
from toolkit.readers._flow import Flow, Grid, Stretch
from toolkit.readers._spans import Asked, grid_too_large, placed
from toolkit.readers._web_guard import MOST_CELLS

Attributes: TypeAlias = Mapping[str, str | None]

SECTIONS: Final = frozenset({"thead", "tbody", "tfoot"})
CELLS: Final = frozenset({"td", "th"})
_INTEGER: Final = regex(r"\s*\+?(-?\d{1,9})")
_DEEPEST: Final = 60


@dataclass(slots=True)
class Section:
    """Rows between <thead>, <tbody> or <tfoot> tags."""

    kind: str
    rows: list[list[Asked]] = field(default_factory=list)


@dataclass(slots=True)
class OpenTable:
    """A table in the making."""

    layout: bool | None
    title: Flow = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


class Tables:
    """The tables that are open, the innermost last."""

    def __init__(self) -> None:
        self._open: list[OpenTable] = []
        self._cells = 0

    def open(self, attributes: Attributes) -> None:
        """<table>. Raises ReadError READ-TOO-LARGE where too many are open."""
        if len(self._open) >= _DEEPEST:
            raise ReadError("READ-TOO-LARGE", f"表格嵌套超过 {_DEEPEST} 层", "请只保留报告正文和表格后另存")
        presentation = (attributes.get("role") or "").lower() in {"presentation", "none"}
        self._open.append(OpenTable(True if presentation else None))

    def section(self, kind: str) -> None:
        """<thead>, <tbody> or <tfoot>."""
        if self._open:
            self._open[-1].sections.append(Section(kind))

    def row(self) -> None:
        """<tr>."""
        if self._open:
            table = self._open[-1]
            if not table.sections:
                table.sections.append(Section("tbody"))
            table.sections[-1].rows.append([])

    def title(self) -> Flow | None:
        """<caption>: the flow to write it into; None outside a table."""
        return self._open[-1].title if self._open else None

    def cell(self, tag: str, attributes: Attributes) -> Flow | None:
        """<td> or <th>: the flow to write it into; None outside a row."""
        if not self._open or not self._open[-1].sections or not self._open[-1].sections[-1].rows:
            return None
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise grid_too_large()
        table = self._open[-1]
        asked = Asked(integer(attributes.get("rowspan"), 1), max(integer(attributes.get("colspan"), 1), 1), [])
        table.sections[-1].rows[-1].append(asked)
        if tag == "th" and table.layout is None:
            table.layout = False
        return asked.flow

    def close(self) -> Grid:
        """</table>: the grid; without cells where the table has none."""
        table = self._open.pop()
        sections = _in_order(table.sections)
        cells, rows, columns = placed([section.rows for section in sections])
        first = sections[0] if sections else None
        count = sum(map(len, first.rows)) if first is not None and first.kind == "thead" else 0
        header = max((cell.row + cell.row_span for cell in cells[:count]), default=0)
        layout = False if header and table.layout is None else table.layout
        return Grid(cells, rows, columns, header, table.title, layout)


def integer(text: str | None, default: int) -> int:
    """The integer that an attribute begins with, as browsers read it; a negative one is none."""
    found = _INTEGER.match(text or "")
    return default if found is None or int(found[1]) < 0 else int(found[1])


def _in_order(sections: list[Section]) -> list[Section]:
    """As shown: the first <thead> first, the first <tfoot> last; a <thead> that repeats the first one is dropped."""
    heads = [section for section in sections if section.kind == "thead" and section.rows]
    feet = [section for section in sections if section.kind == "tfoot" and section.rows]
    moved = {id(section) for section in (*heads[:1], *feet[:1])}
    shown = heads[0] if heads else None
    moved |= {id(head) for head in heads[1:] if shown is not None and _texts(head) == _texts(shown)}
    return [*heads[:1], *(section for section in sections if id(section) not in moved), *feet[:1]]


def _texts(section: Section) -> list[list[str]]:
    return [
        [
            "\n".join(line.text for item in cell.flow if isinstance(item, Stretch) for line in item.text_lines)
            for cell in row
        ]
        for row in section.rows
    ]
