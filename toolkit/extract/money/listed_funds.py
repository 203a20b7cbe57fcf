"""Money told as a list, each amount behind or below its label → the whole and the parts that add up to its amounts.

Such lists stand in small tables of two columns, in lines of their own, or label and amount in turn, also in a form.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from toolkit.extract.citing import Span, cite_number, cite_quantity, cite_text, of_cell, of_paragraph
from toolkit.extract.column_roles import heading, printings, role_of
from toolkit.extract.columns import unit_in
from toolkit.extract.form import AMOUNTS, Finds, Unit
from toolkit.extract.money.fund_parts import BY_SOURCE, exact
from toolkit.extract.money.funds import amount_in, bare_label
from toolkit.measure.grammar import read
from toolkit.model.citation import CitedNumber, CitedQuantity
from toolkit.model.document import Document, Paragraph, Table
from toolkit.model.record import BudgetRow
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_METHOD: Final = "text:listed_funds"
_LABEL: Final = r"(?P<label>(?:其中:)?[^\d,。;:%()]{2,16}?(?:\([^()\d]{1,8}\)|\(\d{1,3}分\))?)"
_NUMBER: Final = r"(?P<number>-?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>万?元|亿元|%)?"
_END: Final = r"(?:\([^()]*\)|[①-⑳])?\s*[;。]?"
_LINE: Final = regex(rf"\s*{_LABEL}(?:\s*:\s*|\s+){_NUMBER}{_END}\s*")
_NAME: Final = regex(rf"\s*{_LABEL}\s*:?\s*")
_VALUE: Final = regex(rf"\s*{_NUMBER}{_END}\s*")
_UNIT: Final = regex(r"万?元|亿元|%")
_INSIDE: Final = regex(rf"(?:^|(?<=[,;、。\s])){_LABEL}(?:\s*:\s*|\s+){_NUMBER}(?=[,;、。\s]|$)")
_APART: Final = regex("到位|调(?:整(?!后)|[增减剂])|追加|结余|结转|余额|剩余")
_RATE: Final = "execution_rate"
_SCORE: Final = "claimed_score"
_POINTS: Final = regex(r"\((\d{1,3})分\)")
_WHOLE: Final = regex("(?:年度|项目)?(?:资金|预算)总额")
_OF_SOURCE: Final = regex("(?:其中|当年|本级)*(?:财政|中央|省|市|县|区|上年|结转|其他|自筹|单位|专户)")
"""Before what was spent of one source: 财政拨款执行数."""
_FEWEST: Final = 3  # labels that the lists of columns know


@dataclass(frozen=True, slots=True)
class _Entry:
    """A label, the number told with it, its unit, and what of the whole it tells, if the label says it."""

    label: Span
    number: Span
    unit: Unit | None
    role: str | None


def read_listed_funds(part: Document) -> Finds:
    """The money of the first list that states a budget and what was spent of it."""
    for entries in map(_of_the_whole, _lists(part)):
        roles = [entry.role for entry in entries if entry.role is not None]
        budget = {"original_budget", "revised_budget"} & set(roles)
        if len(roles) == len(set(roles)) >= _FEWEST and budget and "actual_expenditure" in roles:
            return Finds(budget=tuple(_rows(entries)))
    return Finds()


def _of_the_whole(entries: list[_Entry]) -> list[_Entry]:
    """The entries, those of one source without their role where another is of the whole (财政拨款执行数 beside
    全年执行数)."""
    counts = Counter(entry.role for entry in entries)
    return [
        replace(entry, role=None)
        if entry.role in AMOUNTS and counts[entry.role] > 1 and _OF_SOURCE.match(heading(entry.label.text))
        else entry
        for entry in entries
    ]


def _rows(entries: list[_Entry]) -> Iterator[BudgetRow]:
    amounts = ((entry.role, entry) for entry in entries if entry.role is not None and entry.role != _SCORE)
    told = {role: value for role, entry in amounts if (value := _quantity(entry)) is not None}
    yield BudgetRow(id="whole", **told, **_scored(entries))
    parts: dict[str, BudgetRow] = {}
    for role, group in _details(entries):
        values = [(entry, value) for entry in group if (value := _quantity(entry)) is not None]
        whole = told.get(role)
        sizes = [exact(value) or Decimal(0) for _, value in values]
        if whole is None or len(values) < len(group) or len(group) < 2 or sum(sizes) != exact(whole):
            continue
        for entry, value in values:
            label = bare_label(entry.label)
            if label is not None:
                name = key(label.text)
                row = parts.get(name) or BudgetRow(
                    id="", label=cite_text(label, _METHOD), parent="whole", partition=BY_SOURCE
                )
                parts[name] = row.model_copy(update={role: value})
    yield from parts.values()


def _scored(entries: list[_Entry]) -> dict[str, CitedNumber]:
    """What the execution scored, and its points where they stand in the label: 执行得分（10分）：9.4."""
    scores = (cite_number(entry.number, _METHOD) for entry in entries if entry.role == _SCORE)
    score = next((score for score in scores if score is not None), None)
    if score is None:
        return {}
    labels = sorted(
        (entry for entry in entries if entry.role in {_SCORE, _RATE}), key=lambda entry: entry.role == _RATE
    )
    printed = ((entry.label, _POINTS.search(fold_widths(entry.label.text))) for entry in labels)
    points = (cite_number(label.sub(*found.span(1)), _METHOD) for label, found in printed if found is not None)
    first = next((one for one in points if one is not None), None)
    return {_SCORE: score} if first is None else {_SCORE: score, "max_score": first}


def _details(entries: list[_Entry]) -> Iterator[tuple[str, list[_Entry]]]:
    """(role, entries) of what stands below an amount from 其中 on."""
    role: str | None = None
    group: list[_Entry] = []
    for entry in entries:
        part = entry.role is None and not _APART.search(entry.label.text)
        if part and role is not None and (group or key(entry.label.text).startswith("其中")):
            group.append(entry)
            continue
        if group and role is not None:
            yield role, group
        role, group = entry.role if entry.role in AMOUNTS else None, []
    if group and role is not None:
        yield role, group


def _quantity(entry: _Entry) -> CitedQuantity | None:
    """The amount or rate; None where its unit is not known or not of that kind."""
    if entry.unit is None or (entry.unit.quote == "%") != (entry.role == _RATE):
        return None
    if entry.role != _RATE:
        return amount_in(entry.number, entry.unit, _METHOD)
    own = "%" in fold_widths(entry.number.text)
    value = read(entry.number.text, None if own else "%")
    if value is None:
        return None
    elsewhere = None if own else (entry.unit.quote, entry.unit.where)
    return cite_quantity(value, entry.number.where, entry.number.text, _METHOD, elsewhere, entry.number.confidence)


def _lists(part: Document) -> Iterator[list[_Entry]]:
    """Runs of entries in lines, and the tables that are nothing but entries."""
    run: list[_Entry] = []
    above: Unit | None = None
    label: Span | None = None
    for block in part.blocks:
        if isinstance(block, Table):
            yield run
            yield _in_table(block, above)
            yield from _in_rows(block, above)
            run, label = [], None
            continue
        entry, name = _of_line(block, label, above)
        if entry is not None:
            run.append(entry)
        elif name is None or label is not None:
            yield run
            run = []
        if entry is None:
            above = unit_in(of_paragraph(block)) or (None if block.level is not None else above)
        label = name
    yield run


def _of_line(block: Paragraph, label: Span | None, above: Unit | None) -> tuple[_Entry | None, Span | None]:
    """The entry that a line makes by itself or with the label above it; else the label that it may be."""
    text = fold_widths(block.text)

    def span(found: re.Match[str], group: str) -> Span:
        return Span(block, None, *found.span(group)).stripped()

    def entry(name: Span, found: re.Match[str]) -> _Entry:
        own = span(found, "unit") if found["unit"] else None
        unit = unit_in(name) or above if own is None else Unit(own.text, own.where)
        number = span(found, "number")
        return _Entry(name, number if own is None else replace(number, end=own.end), unit, _role(name))

    if (line := _LINE.fullmatch(text)) is not None:
        return entry(span(line, "label"), line), None
    if label is not None and (value := _VALUE.fullmatch(text)) is not None:
        return entry(label, value), None
    name = _NAME.fullmatch(text)
    return None, None if name is None else span(name, "label")


def _in_table(table: Table, above: Unit | None) -> list[_Entry]:
    """The entries of a table whose rows are a label, a number and perhaps its unit; none where one is not."""
    entries: list[_Entry] = []
    for row in range(table.rows):
        cells = [of_cell(table, cell) for cell in table.cells if cell.row == row and key(cell.text)]
        value = _VALUE.fullmatch(fold_widths(cells[1].text)) if len(cells) in {2, 3} else None
        if value is None or not _NAME.fullmatch(fold_widths(cells[0].text)):
            return []
        number = cells[1].sub(*value.span("number"))
        own = cells[2] if len(cells) > 2 else cells[1].sub(*value.span("unit")) if value["unit"] else None
        unit = None if own is None or not _UNIT.fullmatch(key(own.text)) else Unit(own.text, own.where)
        label = cells[0].sub(0, len(cells[0].text.rstrip("：: ")))
        entries.append(_Entry(label, number, unit or unit_in(cells[0]) or above, _role(label)))
    return entries


def _in_rows(table: Table, above: Unit | None) -> Iterator[list[_Entry]]:
    """The entries of neighbouring rows of a form that hold label and number in turn, or both in each cell."""
    run: list[_Entry] = []
    for row in range(table.rows):
        cells = [of_cell(table, cell) for cell in table.cells if cell.row == row and key(cell.text)]
        entries = list(_in_cells(cells, above))
        if not entries:
            yield run
            run = []
        elif run or any(entry.role for entry in entries):
            run += entries
    yield run


def _in_cells(cells: list[Span], above: Unit | None) -> Iterator[_Entry]:
    """The entries of one row; the unit of its first label holds for the lists in its cells."""
    unit = (unit_in(cells[0]) if cells else None) or above
    place = 0
    while place < len(cells):
        cell, beside = cells[place], cells[place + 1] if place + 1 < len(cells) else None
        value = None if beside is None else _VALUE.fullmatch(fold_widths(beside.text))
        if beside is not None and value is not None and _NAME.fullmatch(fold_widths(cell.text)):
            yield _entry(cell, beside, value, unit_in(cell) or above)
            place += 2
            continue
        for told in _INSIDE.finditer(fold_widths(cell.text)):
            yield _entry(cell.sub(*told.span("label")), cell, told, unit)
        place += 1


def _entry(label: Span, owner: Span, value: re.Match[str], unit: Unit | None) -> _Entry:
    own = owner.sub(*value.span("unit")) if value["unit"] else None
    number = owner.sub(*value.span("number"))
    unit = unit if own is None else Unit(own.text, own.where)
    return _Entry(label, number if own is None else replace(number, end=own.end), unit, _role(label))


def _role(label: Span) -> str | None:
    name = heading(label.text).removesuffix("情况")
    role = "revised_budget" if _WHOLE.fullmatch(name) else role_of(name, printings("funds"))
    if role == _SCORE and "执行" not in label.text:
        return None
    return role if role in {*AMOUNTS, _RATE, _SCORE} and not _APART.search(label.text) else None
