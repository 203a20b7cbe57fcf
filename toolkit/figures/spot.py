"""Document → passages with their spots: every numeral of every paragraph and cell, with role, name, year and unit."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from toolkit.figures.context import excluded_spans, name_before, role_in_context, year_before
from toolkit.figures.headings import Heading, headings_of, unit_told
from toolkit.figures.roles import Role, RoleIndex
from toolkit.measure.grammar import read
from toolkit.measure.grammar import spot as measured_in
from toolkit.model.citation import Where, cite_cell, cite_paragraph
from toolkit.model.document import Cell, Document, Paragraph, Table
from toolkit.model.figure import FigureState
from toolkit.model.quantity import DateQuantity, NumberQuantity, Quantity
from toolkit.patterns import regex
from toolkit.text import fold_widths

_DIGITS = regex(r"\d+(?:[.,]\d+)*")
_PIECE = regex(r"\d+")
_FRAGMENT = regex(r"\d[,.]$")
_UNIT_AFTER = regex(r"\s*(?:[万亿千百]?元|万|亿|%|‰|[个家项人次户名件台套])")
_LINES_ABOVE = 2
EXCLUDED_ROLES = frozenset(
    {"date", "heading", "document-number", "name", "slogan", "ordinal", "code", "criterion", "clause", "clock"}
)


@dataclass(frozen=True, slots=True)
class Spot:
    """One numeral: span [start, end) of its passage, and what is known of it.

    `quantity` is None where the numeral is excluded or cannot be read; then `state` says which and `why`.
    `cited`: the role comes from the report's own citation.
    """

    id: str
    start: int
    end: int
    quote: str
    where: Where
    role: str
    quantity: NumberQuantity | None = None
    state: FigureState | None = None
    why: str | None = None
    name: str | None = None
    year: int | None = None
    cited: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a cell: its text and the numerals in it, in order."""

    block: str
    text: str
    spots: tuple[Spot, ...]
    cell: tuple[int, int] | None = None
    level: int | None = None

    def at(self, start: int, end: int) -> Spot | None:
        """The one numeral that overlaps [start, end) of the text."""
        spots = self.spots
        first = bisect_right(spots, start, key=lambda spot: spot.end)
        found = list(takewhile(lambda spot: spot.start < end, (spots[place] for place in range(first, len(spots)))))
        return found[0] if len(found) == 1 else None


_LIKE_A_YEAR = regex(r"(?:19|20)\d\d")
_OF_YEARS = regex(r"年(?:度|份)?$")


@dataclass(frozen=True, slots=True)
class _Numeral:
    """A numeral before it is named: span, what the grammar read, and the role that its form alone gives."""

    start: int
    end: int
    quantity: Quantity | None
    role: str | None = None
    why: str | None = None


def passages_of(document: Document, roles: RoleIndex) -> tuple[Passage, ...]:
    """All paragraphs and cells in reading order; spots are numbered f1, f2, … through the whole document."""
    found: list[Passage] = []
    count = 0
    for owner, table, heading in _owners(document):
        passage = _passage(owner, table, heading, roles, count)
        count += len(passage.spots)
        found.append(passage)
    return tuple(found)


def _owners(document: Document) -> Iterator[tuple[Paragraph | Cell, Table | None, Heading | None]]:
    above: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            above.append(block.text)
            yield block, None, None
        else:
            headings = headings_of(block, next(filter(None, map(unit_told, reversed(above[-_LINES_ABOVE:]))), None))
            above = []
            for cell in block.cells:
                yield cell, block, headings[cell.row, cell.column]


def _passage(
    owner: Paragraph | Cell, table: Table | None, heading: Heading | None, roles: RoleIndex, count: int
) -> Passage:
    text = owner.text
    folded = fold_widths(text)
    block = owner.id if isinstance(owner, Paragraph) else (table.id if table else "")
    place = (owner.row, owner.column) if isinstance(owner, Cell) else None
    spots: list[Spot] = []
    for numeral in _numerals(text, folded, roles.numeric(block, place), in_cell=place is not None):
        where = _where(owner, table, numeral)
        role = roles.at(block, place, numeral.start, numeral.end)
        spots.append(_spot(f"f{count + len(spots) + 1}", text, folded, numeral, where, role, heading, roles.year))
    level = owner.level if isinstance(owner, Paragraph) else None
    return Passage(block, text, tuple(spots), place, level)


def _where(owner: Paragraph | Cell, table: Table | None, numeral: _Numeral) -> Where:
    if isinstance(owner, Paragraph):
        return cite_paragraph(owner, numeral.start, numeral.end)
    assert table is not None  # noqa: S101 (a cell always comes with its table)
    return cite_cell(table, owner, numeral.start, numeral.end)


def _numerals(text: str, folded: str, cited: tuple[Role, ...], *, in_cell: bool) -> list[_Numeral]:
    """Everything with a digit, every quantity in words, every cited number; without overlaps, in order."""
    kept: list[_Numeral] = []
    covered = bytearray(len(text))

    def add(numeral: _Numeral) -> bool:
        free = numeral.start < numeral.end and not any(covered[numeral.start : numeral.end])
        if free:
            covered[numeral.start : numeral.end] = b"\1" * (numeral.end - numeral.start)
            kept.append(numeral)
        return free

    for measured in measured_in(text):
        if _FRAGMENT.search(folded, max(0, measured.start - 2), measured.start) and folded[measured.start].isdigit():
            add(_Numeral(measured.start, measured.end, None, None, "数字写法无法辨认"))
        else:
            add(_Numeral(measured.start, measured.end, measured.quantity))
    for role in cited:
        if role.quantity is not None:
            add(_Numeral(role.start, role.end, role.quantity))
    for start, end, kind, why in excluded_spans(folded, in_cell=in_cell):
        add(_Numeral(start, end, None, kind, why))
    for found in _DIGITS.finditer(folded):
        if not add(_bare_digits(folded, found)):
            for piece in _PIECE.finditer(folded, found.start(), found.end()):
                add(_bare_digits(folded, piece))
    return sorted(kept, key=lambda numeral: numeral.start)


def _bare_digits(folded: str, found: re.Match[str]) -> _Numeral:
    if _UNIT_AFTER.match(folded, found.end()):
        return _Numeral(found.start(), found.end(), None, None, "数字写法无法辨认")
    return _Numeral(found.start(), found.end(), None, "name", "名称、编号中的数字")


def _spot(
    id_: str,
    text: str,
    folded: str,
    numeral: _Numeral,
    where: Where,
    cited: Role | None,
    heading: Heading | None,
    fiscal_year: int | None,
) -> Spot:
    quantity = numeral.quantity
    if heading is not None and heading.unit and isinstance(quantity, NumberQuantity) and quantity.unit is None:
        whole = read(text, heading.unit) or read(text[numeral.start : numeral.end], heading.unit)
        quantity = quantity if whole is None else whole
    if heading is not None and _LIKE_A_YEAR.fullmatch(folded.strip()):
        amount = _amount_like_a_year(text, heading, cited)
        if amount is not None:
            quantity, numeral = amount, _Numeral(numeral.start, numeral.end, amount)
    quote = text[numeral.start : numeral.end]
    name: str | None
    year = year_before(folded, numeral.start, fiscal_year)
    if isinstance(quantity, DateQuantity):
        role, name, year = "date", None, None
    elif cited is not None and numeral.role is None:
        if cited.quantity is not None:
            quantity = cited.quantity
        role = cited.role
        name = cited.name
        year = cited.year if year is None else year
    else:
        name = heading.name if heading else name_before(folded, numeral.start)
        year = year_before(f"{name}:", len(name or "") + 1, fiscal_year) if heading and year is None else year
        role = numeral.role or role_in_context(folded, numeral.start, quantity, heading)
    number = quantity if isinstance(quantity, NumberQuantity) else None
    state, why = _state(role, number, numeral.why)
    if state is not None:
        number = name = year = None
    return Spot(id_, numeral.start, numeral.end, quote, where, role, number, state, why, name, year, cited is not None)


def _amount_like_a_year(text: str, heading: Heading, cited: Role | None) -> Quantity | None:
    """1900 in a column of amounts of a unit, or where the report has it as an amount."""
    if cited is not None and cited.quantity is not None:
        return cited.quantity
    beside = heading.row and not _OF_YEARS.search(heading.column)
    return read(text, heading.unit) if beside and heading.unit else None


def _state(role: str, number: NumberQuantity | None, why: str | None) -> tuple[FigureState | None, str | None]:
    if role in EXCLUDED_ROLES:
        return "excluded", why or _WHY.get(role, "不是数量")
    if number is None:
        return "unreadable", why or "数字写法无法辨认"
    return None, None


_WHY = {
    "date": "日期或年度",
    "name": "名称中的数字",
    "criterion": "评分标准或指标解释中的数字",
    "ordinal": "序号",
}
