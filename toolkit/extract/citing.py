"""A span of a paragraph or cell and the value read from it → a `Cited` value whose quote is the source's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from toolkit.measure.numerals import number
from toolkit.model.citation import (
    CitedInteger,
    CitedNumber,
    CitedQuantity,
    CitedText,
    Where,
    cite_cell,
    cite_paragraph,
    confidence_in,
)
from toolkit.model.document import Cell, Paragraph, Table
from toolkit.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Span:
    """[start, end) of a paragraph's or a cell's text: one way to cite both."""

    owner: Paragraph | Table
    cell: Cell | None
    start: int
    end: int

    @property
    def text(self) -> str:
        """The owner's text there, with the blanks that belong to no source line."""
        return self.whole[self.start : self.end]

    @property
    def whole(self) -> str:
        """All of the owner's text."""
        if self.cell is not None:
            return self.cell.text
        assert isinstance(self.owner, Paragraph)  # noqa: S101 (a table span always has its cell)
        return self.owner.text

    @property
    def sentence_before(self) -> str:
        """What its owner's text says before it in the same sentence."""
        return self.whole[self.whole.rfind("。", 0, self.start) + 1 : self.start]

    @property
    def where(self) -> Where:
        """Its place."""
        if self.cell is not None:
            assert isinstance(self.owner, Table)  # noqa: S101
            return cite_cell(self.owner, self.cell, self.start, self.end)
        assert isinstance(self.owner, Paragraph)  # noqa: S101
        return cite_paragraph(self.owner, self.start, self.end)

    @property
    def confidence(self) -> float:
        """How certain its characters are: below 1 only where they were recognised from an image."""
        if self.cell is not None:
            return confidence_in(self.cell.runs, self.start, self.end)
        assert isinstance(self.owner, Paragraph)  # noqa: S101
        return confidence_in(self.owner.runs, self.start, self.end)

    def sub(self, start: int, end: int) -> "Span":
        """[start, end) of this span, counted from its beginning, without blanks around."""
        return Span(self.owner, self.cell, self.start + start, self.start + end).stripped()

    def stripped(self) -> "Span":
        """Without white space at both ends."""
        text = self.text
        left = len(text) - len(text.lstrip())
        right = len(text) - len(text.rstrip())
        if left == len(text):
            return Span(self.owner, self.cell, self.start, self.start)
        return Span(self.owner, self.cell, self.start + left, self.end - right)


def of_paragraph(paragraph: Paragraph) -> Span:
    """All of a paragraph."""
    return Span(paragraph, None, 0, len(paragraph.text)).stripped()


@dataclass(frozen=True, slots=True)
class Unstacked(Table):
    """A table some of whose rows have been taken apart, or one turned: `spans` tells where each cell is printed."""

    spans: Mapping[tuple[int, int], Span] = field(default_factory=dict, compare=False, repr=False)


def of_cell(table: Table, cell: Cell) -> Span:
    """All of a cell."""
    if isinstance(table, Unstacked):
        return table.spans[cell.row, cell.column]
    return Span(table, cell, 0, len(cell.text)).stripped()


def quote_at(span: Span, where: Where) -> str:
    """The segments' text joined: what re-reading the source at `where` gives."""
    return "".join(span.whole[segment.chars[0] : segment.chars[1]] for segment in where.segments)


def cite_text(span: Span, method: str, value: str | None = None) -> CitedText:
    """The words themselves (or `value`, a word that they stand for)."""
    where = span.where
    quote = quote_at(span, where)
    return CitedText(
        value=quote if value is None else value,
        quote=quote,
        where=where,
        method=method,
        confidence=span.confidence,
    )


def cite_number(span: Span, method: str, confidence: float = 1.0, negative: bool = False) -> CitedNumber | None:
    """A plain numeral; None where the span is none. `negative` for points that words take away."""
    where = span.where
    quote = quote_at(span, where)
    value = number(quote)
    if value is None:
        return None
    if negative:
        value = -abs(value)
    sure = min(confidence, span.confidence)
    return CitedNumber(value=value, quote=quote, where=where, method=method, confidence=sure)


def cite_integer(span: Span, method: str) -> CitedInteger | None:
    """A whole number; None where the span is none."""
    cited = cite_number(span, method)
    if cited is None or cited.value != cited.value.to_integral_value():
        return None
    return CitedInteger(
        value=int(cited.value), quote=cited.quote, where=cited.where, method=method, confidence=cited.confidence
    )


def cite_quantity(
    value: Quantity,
    where: Where,
    quote: str,
    method: str,
    unit: "tuple[str, Where] | None" = None,
    confidence: float = 1.0,
) -> CitedQuantity:
    """A quantity read from `quote`, its unit printed elsewhere or not."""
    return CitedQuantity(
        value=value,
        quote=quote,
        where=where,
        unit_quote=None if unit is None else unit[0],
        unit_where=None if unit is None else unit[1],
        method=method,
        confidence=confidence,
    )


def by_user(value: str) -> CitedText:
    """What the reader of the report knows better than the report."""
    return CitedText(value=value, quote=value, where=Where(segments=()), method="user")


def year_by_user(value: int) -> CitedInteger:
    """As `by_user`, for the year."""
    return CitedInteger(value=value, quote=str(value), where=Where(segments=()), method="user")


def points_lost(max_score: CitedNumber | None, claimed: CitedNumber | None) -> Decimal | None:
    """Points minus claimed score, or None where either is not stated."""
    if max_score is None or claimed is None:
        return None
    return max_score.value - claimed.value
