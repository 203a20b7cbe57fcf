"""`Cited`: a value, the words it was read from and where they stand; `cite` makes segments of a span of text."""

from typing import Any, Generic, TypeVar

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from toolkit.model.document import Box, Cell, Paragraph, Run, Table
from toolkit.model.number import Noun, Number
from toolkit.model.quantity import Quantity

Value = TypeVar("Value")


class Segment(Noun):
    """One unbroken piece of a quote: block (and cell), its characters [start, end), and its place in the medium."""

    block: str = Field(description="段落或表格编号")
    cell: tuple[int, int] | None = Field(default=None, description="单元格（行，列，自0起）")
    chars: tuple[int, int] = Field(description="字符区间[起,止)，自0起")
    page: int | None = Field(default=None, description="页码，自1起")
    boxes: tuple[tuple[float, float, float, float], ...] | None = Field(
        default=None, description="方框 [左, 上, 右, 下]，单位点，自页面左上角起"
    )
    line: int | None = Field(default=None, description="起始行，自1起")
    column: int | None = Field(default=None, description="起始列，自1起")
    end_line: int | None = Field(default=None, description="结束行")
    end_column: int | None = Field(default=None, description="结束列（不含）")
    sheet: str | None = Field(default=None, description="工作表")
    ref: str | None = Field(default=None, description="单元格地址")
    path: str | None = Field(default=None, description="部件与节点路径")

    @model_serializer(mode="wrap")
    def _only_what_the_medium_has(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in handler(self).items() if value is not None or name == "cell"}


class Where(Noun):
    """The place of a quote; several segments where it is broken over lines, cells, blocks or pages."""

    segments: tuple[Segment, ...] = Field(description="片段")

    def __add__(self, other: "Where") -> "Where":
        return Where(segments=self.segments + other.segments)

    @property
    def blocks(self) -> frozenset[str]:
        """Ids of the blocks touched."""
        return frozenset(segment.block for segment in self.segments)

    @property
    def spots(self) -> frozenset[tuple[str, tuple[int, int] | None, int]]:
        """(block, cell, first character) of each segment: equal spots mean the same printed figure."""
        return frozenset((segment.block, segment.cell, segment.chars[0]) for segment in self.segments)


class Cited(Noun, Generic[Value]):
    """A value read from the source. `value` follows from `quote` (and `unit_quote`) alone."""

    value: Value = Field(description="值")
    quote: str = Field(description="原文")
    where: Where = Field(description="出处")
    unit_quote: str | None = Field(default=None, description="别处印出的单位")
    unit_where: Where | None = Field(default=None, description="单位出处")
    method: str = Field(description="读取方法")
    confidence: float = Field(default=1.0, ge=0, le=1, description="把握程度")

    @model_serializer(mode="wrap")
    def _unit_only_where_elsewhere(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        shown: dict[str, Any] = handler(self)
        if self.unit_quote is None:
            del shown["unit_quote"], shown["unit_where"]
        return shown


CitedText = Cited[str]
CitedNumber = Cited[Number]
CitedInteger = Cited[int]
CitedQuantity = Cited[Quantity]


def cite_paragraph(paragraph: Paragraph, start: int, end: int) -> Where:
    """Place of paragraph.text[start:end]."""
    return Where(segments=tuple(_segments(paragraph.id, None, paragraph.runs, start, end)))


def cite_cell(table: Table, cell: Cell, start: int = 0, end: int | None = None) -> Where:
    """Place of cell.text[start:end] (the whole cell by default)."""
    stop = len(cell.text) if end is None else end
    return Where(segments=tuple(_segments(table.id, table.place_of(cell), cell.runs, start, stop)))


def confidence_in(runs: tuple[Run, ...], start: int, end: int) -> float:
    """How certain the least certain character in [start, end) is (0–1); 1 where nothing was recognised from images."""
    least = 1.0
    for run in runs:
        known = run.region.confidences
        if known is not None and run.start < end and start < run.end:
            least = min(least, *known[max(0, start - run.start) : end - run.start])
    return least


def _segments(block: str, cell: tuple[int, int] | None, runs: tuple[Run, ...], start: int, end: int) -> list[Segment]:
    found = []
    for run in runs:
        low, high = max(start, run.start), min(end, run.end)
        if low < high:
            found.append(_segment(block, cell, run, low, high))
    return found


def _segment(block: str, cell: tuple[int, int] | None, run: Run, start: int, end: int) -> Segment:
    region = run.region
    boxes = None
    if region.box is not None:
        left, top, right, bottom = region.box
        if region.edges is not None:
            left, right = region.edges[start - run.start], region.edges[end - run.start]
            top, bottom = _narrowed(region.box, region.lean, left, right)
        boxes = ((round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)),)
    column = None if region.column is None else region.column + start - run.start
    return Segment(
        block=block,
        cell=cell,
        chars=(start, end),
        page=region.page,
        boxes=boxes,
        line=region.line,
        column=column,
        end_line=region.line,
        end_column=None if column is None else column + end - start,
        sheet=region.sheet,
        ref=region.ref,
        path=region.path,
    )


def _narrowed(box: Box, lean: float, left: float, right: float) -> tuple[float, float]:
    """Top and bottom of the part between `left` and `right` of a line that leans from corner to corner of `box`."""
    before, after = abs(lean) * max(0.0, left - box[0]), abs(lean) * max(0.0, box[2] - right)
    if lean < 0:
        before, after = after, before
    return box[1] + before, box[3] - after
