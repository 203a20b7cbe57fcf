"""A sheet → what a reader takes it for: titles and texts, lines of labels, tables.

A row that holds one text alone is a title above a table, a text below it or between two; with a border around it, it
is a row of the table. Where a table has no borders, words and what follows decide.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from toolkit.layout.lines import ends_sentence, opens_item
from toolkit.layout.titles import is_complete_title, stands_apart
from toolkit.model.document import Region, Run
from toolkit.patterns import regex
from toolkit.readers._flow import Flow, Grid, GridCell, Line, Stretch
from toolkit.readers._workbook_boxes import Box, boxes_of, groups_of
from toolkit.readers._workbook_sheet import Sheet, SheetTooLargeError
from toolkit.text import fold_widths

_MOST_PLACES: Final = 400_000
_LONG: Final = 25  # characters: what is so long and stands alone is a sentence
_WIDE: Final = 0.6  # of a table's columns: a merged range so wide may be its title
_MOST_LABELS: Final = 4
_NEAR: Final = 2  # blank rows: further apart nothing goes on
_LABEL: Final = regex(r"[^:]{1,20}:")
_BESIDE: Final = regex(r"\(?(?:金额|计量|货币)?单位\s*:.{1,12}|\(?\d{4}\s*年.{0,12}|第\s*\d+\s*页.{0,10}")
_NUMBER: Final = regex(r"[-+≥≤<>=~]?[\d,.]+%?")


@dataclass(slots=True)
class _Row:
    """Boxes with text that begin in one row. `alone`: nothing else stands in the rows that its one box takes."""

    boxes: list[Box]
    alone: bool
    is_text: bool = False

    @property
    def framed(self) -> bool:
        return any(box.framed for box in self.boxes)

    @property
    def is_data(self) -> bool:
        """Whether a cell of it is nothing but a number."""
        return any(_NUMBER.fullmatch(fold_widths(box.text)) for box in self.boxes)


def flow_of(sheet: Sheet) -> Flow:
    """Texts and tables of a sheet in reading order. Raises SheetTooLargeError."""
    flow: Flow = []
    table: list[Box] = []  # of the last table, as long as nothing but blank rows follows it
    bottom = 0
    for group in groups_of(boxes_of(sheet)):
        top = min(box.top for box in group)
        gap: list[Line | None] = [None] if flow else []
        for is_text, part in groupby(_rows(group), key=lambda row: row.is_text):
            rows = list(part)
            if is_text:
                _append_text(flow, gap + [line for row in rows for line in _lines(row.boxes, sheet.name)])
                table = []
            else:
                boxes = [box for row in rows for box in row.boxes]
                if table and top - bottom - 1 <= _NEAR and _goes_on(table, rows):
                    flow.pop()
                    boxes = table + boxes
                flow.append(_grid(boxes, sheet.name))
                table = boxes
            gap = []
        bottom = max(box.bottom for box in group)
    return flow


def _append_text(flow: Flow, lines: list[Line | None]) -> None:
    """Lines of text go on with those before them: one stretch until a table comes."""
    if flow and isinstance(flow[-1], Stretch):
        flow[-1].lines += lines
    else:
        flow.append(Stretch(lines))


def _goes_on(table: Sequence[Box], rows: Sequence[_Row]) -> bool:
    """Whether rows after a blank one are more of the same table: data, without headings, in its columns."""
    own = {box.left for row in rows for box in row.boxes}
    return rows[0].is_data and len(own) > 1 and own <= {box.left for box in table}


def _rows(group: Sequence[Box]) -> list[_Row]:
    """Rows of a group, each marked as text or as part of a table."""
    told = [box for box in group if box.text]
    rows: list[_Row] = []
    reach = -1
    for top, part in groupby(told, key=lambda box: box.top):
        boxes = list(part)
        if rows and rows[-1].alone and top <= reach:
            rows[-1].alone = False
        rows.append(_Row(boxes, alone=len(boxes) == 1 and top > reach))
        reach = max(reach, *(box.bottom for box in boxes))
    width = max(box.right for box in told) - min(box.left for box in told) + 1
    if all(row.alone for row in rows):
        for row in rows:
            row.is_text = True
        return rows
    bordered = any(row.framed for row in rows if not row.alone)
    _mark_labels(rows, bordered)
    _mark_texts(rows, width, bordered)
    return rows


def _mark_labels(rows: Sequence[_Row], bordered: bool) -> None:
    """Lines of labels (填报单位：… 单位：万元) above and below a table are text."""
    widest = max(len(row.boxes) for row in rows)
    for ordered in (rows, rows[::-1]):
        for row in ordered:
            if row.alone:
                continue
            single = len(rows) == 1 or all(other.alone or other.is_text for other in rows if other is not row)
            if (bordered and row.framed) or not (single or len(row.boxes) < widest) or not _are_labels(row.boxes):
                break
            row.is_text = True


def _are_labels(boxes: Sequence[Box]) -> bool:
    if len(boxes) > _MOST_LABELS:
        return False
    waiting = False
    for box in boxes:
        text = fold_widths(box.text)
        if not (waiting or _LABEL.match(text) or _BESIDE.fullmatch(text)):
            return False
        waiting = text.endswith(":")
    return True


def _mark_texts(rows: Sequence[_Row], width: int, bordered: bool) -> None:
    """Rows that hold one text alone, run by run: above, between and below the rows of tables."""
    end = 0
    for alone, run in groupby(rows, key=lambda row: row.alone or row.is_text):
        part = list(run)
        start, end = end, end + len(part)
        if not alone:
            continue
        following = rows[end] if end < len(rows) else None
        title = start == 0
        goes_on = following is not None and following.is_data
        for row in part:
            box = row.boxes[0]
            wide = box.right > box.left and box.right - box.left + 1 >= _WIDE * width
            if start == 0:
                row.is_text = row.is_text or wide or not row.framed
            elif bordered:
                row.is_text = row.is_text or not row.framed
            else:
                title = title or wide or _reads_as_text(box.text)
                row.is_text = row.is_text or (title and not goes_on)


def _reads_as_text(text: str) -> bool:
    narrow = fold_widths(text)
    return (
        len(text) >= _LONG
        or narrow.endswith(":")
        or opens_item(text)
        or ends_sentence(text)
        or stands_apart(narrow)
        or is_complete_title(narrow)
    )


def _lines(boxes: Sequence[Box], sheet: str) -> list[Line]:
    """One box gives its lines; several in a row give one line, a blank between two unless the first is a label."""
    if len(boxes) == 1:
        return _lines_of(boxes[0], sheet)
    text = ""
    runs: list[Run] = []
    for box in boxes:
        joined = " ".join(box.text.split("\n"))
        text += " " if text and not text.endswith(("：", ":")) else ""
        runs.append(Run(len(text), len(text) + len(joined), Region(sheet=sheet, ref=box.ref)))
        text += joined
    return [Line(text, tuple(runs))]


def _lines_of(box: Box, sheet: str) -> list[Line]:
    lines = [line.strip() for line in box.text.split("\n")]
    region = Region(sheet=sheet, ref=box.ref)
    return [Line(line, (Run(0, len(line), region),)) for line in lines if line]


def _grid(boxes: Sequence[Box], sheet: str) -> Grid:
    """The table of these boxes; rows and columns in which none begins are left out. Raises SheetTooLargeError."""
    tops, lefts = sorted({box.top for box in boxes}), sorted({box.left for box in boxes})
    rows, columns = len(tops), len(lefts)
    if rows * columns > _MOST_PLACES:
        raise SheetTooLargeError
    taken = [bytearray(columns) for _ in tops]
    cells = []
    for box in sorted(boxes, key=lambda box: (box.top, box.left)):
        row, column = bisect_left(tops, box.top), bisect_left(lefts, box.left)
        if taken[row][column]:
            continue
        down, right = bisect_right(tops, box.bottom) - row, bisect_right(lefts, box.right) - column
        if any(any(line[column : column + right]) for line in taken[row : row + down]):
            down = right = 1
        for line in taken[row : row + down]:
            line[column : column + right] = b"\x01" * right
        cells.append(GridCell(row, column, down, right, [Stretch(list(_lines_of(box, sheet)))]))
    cells += [
        GridCell(row, column, 1, 1, [])
        for row, line in enumerate(taken)
        for column, there in enumerate(line)
        if not there
    ]
    return Grid(cells, rows, columns, layout=False)
