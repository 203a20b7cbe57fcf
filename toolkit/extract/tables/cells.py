"""Cells of an indicator row → its values: numerals, words, targets put together from cells, actuals with units."""

import re
from decimal import Decimal

from toolkit.extract.citing import Span, cite_number, cite_quantity, cite_text, of_cell
from toolkit.extract.columns import column_unit, is_blank
from toolkit.extract.form import Band
from toolkit.measure.target import actual, target
from toolkit.model.citation import CitedNumber, CitedQuantity, CitedText, Where
from toolkit.model.document import Cell
from toolkit.model.quantity import QualitativeQuantity
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

LEVELS = ("level1", "level2", "level3", "level4")
_NUMERAL = regex(r"^[^\d-]{0,4}?(-?\d[\d,]*(?:\s?\.\s?\d+)?)\s*分?\s*$")
_BOTH = regex("(?P<score>得分|自评分|评分)[/(](?:分值|满分|权重)|(?:分值|满分|权重)[/(](?:自评)?(?:得分|评分)")
_OVER = regex(r"(\d{1,3}(?:\.\d+)?)\s*分?\s*[/(]\s*(\d{1,3}(?:\.\d+)?)\s*分?\s*\)?")
_OPERATOR = regex(r"^(?:[≥≤><=]{1,2}|不[低高少多]于|大于等于|小于等于|等于|大于|小于|至少|不超过)$")
_OPENS = regex(r"\s*[≥≤><=]")
_ADJUSTED = regex("(?:调整|变更|修订)(?!前)")
_GRADED = regex("(?:等次|等级|档次)$")
_UNCHANGED = regex("(?:未|无|没有|不)(?:作|做)?(?:调整|变更|修订|变化|变)|不变|同(?:左|前|上|年初.{0,4})")
_BARE = regex(r"\d[\d,.\s]*$")  # a number without a unit of its own
_BAD = regex("违规|违法|违纪|违约|投诉|事故|差错|舆情|通报|处罚|信访|拖欠|负面|隐患|挤占|挪用|腐败|失密|泄密|泄露")
_QUALITATIVE = regex(r"^(?:定性|定量|正向|反向|/|-+|定性指标|定量指标)$")


def value_cell(band: Band, row: int, role: str, level: int) -> Cell | None:
    """The cell of `role` that belongs to `level`: where a role has several columns, the one right of the level's."""
    columns = band.columns(role)
    if len(columns) > 1 and role in {"max_score", "claimed_score"}:
        home = band.columns(LEVELS[level - 1])
        right = [column for column in columns if home and column > home[0]]
        columns = tuple(right[:1]) or columns
    for column in columns:
        cell = band.table.covering(row, column)
        if cell is not None and cell.row == row and cell.text.strip() and not band.reaches_from_name(cell, role):
            return cell
    return None


def group_value(band: Band, row: int, role: str, level: int, method: str) -> CitedNumber | None:
    """A group's own numeral, where its column stands between the group's names and those of the next level."""
    homes = [columns[0] for name in LEVELS[level - 1 :] if (columns := band.columns(name))]
    if len(homes) < 2 or not band.columns(LEVELS[level - 1]):
        return None
    for column in band.columns(role):
        cell = band.table.covering(row, column)
        if homes[0] < column < homes[1] and cell is not None and cell.row == row and not is_blank(cell):
            return numeral(of_cell(band.table, cell), method)
    return None


def last_value(band: Band, row: int, role: str, method: str) -> CitedNumber | None:
    """The numeral of the row's last cell of this role."""
    for column in reversed(band.columns(role)):
        cell = band.table.covering(row, column)
        if cell is not None and cell.row == row and not is_blank(cell):
            return numeral(of_cell(band.table, cell), method) or of_two(band, row, role, method)
    return of_two(band, row, role, method)


def of_two(band: Band, row: int, role: str, method: str) -> CitedNumber | None:
    """The score or the points of a row where one column prints both, as its heading says (得分/分值, 得分（分值）)."""
    for column in (*band.columns("claimed_score"), *band.columns("max_score")):
        heads = (band.table.covering(above, column) for above in range(band.header, band.start))
        words = [found for head in heads if head is not None and (found := _BOTH.search(key(head.text)))]
        cell = band.table.covering(row, column)
        if not words or cell is None or cell.row != row:
            continue
        span = of_cell(band.table, cell)
        found = _OVER.fullmatch(fold_widths(span.text))
        if found is not None:
            first = (words[0]["score"] is not None) == (role == "claimed_score")
            return cite_number(span.sub(*found.span(1 if first else 2)), method)
    return None


def out_of(span: Span, points: CitedNumber | None, method: str) -> CitedNumber | None:
    """The score in 9.5/10, where the row prints the same points beside it; None for any other words."""
    found = _OVER.fullmatch(fold_widths(span.text))
    if found is None or points is None:
        return None
    return cite_number(span.sub(*found.span(1)), method) if Decimal(found[2]) == points.value else None


def numeral(span: Span, method: str) -> CitedNumber | None:
    """A score or points: one numeral, with or without 分; None where the words are anything else."""
    found = _NUMERAL.match(fold_widths(span.text))
    return None if found is None else cite_number(span.sub(found.start(1), found.end(1)), method)


def text_in(band: Band, row: int, role: str, method: str) -> CitedText | None:
    """The words of the row's cell of this role, also where it is merged over several rows."""
    cell = band.cell(row, role)
    return None if cell is None or is_blank(cell) else cite_text(of_cell(band.table, cell), method)


def criterion_in(band: Band, row: int, method: str) -> CitedText | None:
    """The words of the row's criterion; of one in several columns, all of them, each behind its heading (优:…;良:…)."""
    columns = band.columns("criterion")
    cells = {column: band.table.covering(row, column) for column in columns}
    told = [
        (column, cell)
        for column, cell in cells.items()
        if cell is not None and (cell.row, cell.column) == (row, column)
    ]
    spans = [(band.table.covering(band.start - 1, column), of_cell(band.table, cell)) for column, cell in told]
    graded = [head for head, _ in spans if head is not None and _GRADED.search(key(head.text))]
    if (len(spans) < 2 and not graded) or any(is_blank(cell) for _, cell in told):
        return text_in(band, row, "criterion", method)
    where = spans[0][1].where
    for _, span in spans[1:]:
        where += span.where
    value = ";".join(f"{key(head.text)}:{span.text}" if head is not None else span.text for head, span in spans)
    quote = "".join(cite_text(span, method).quote for _, span in spans)
    confidence = min(span.confidence for _, span in spans)
    return CitedText(value=value, quote=quote, where=where, method=method, confidence=confidence)


def target_in(band: Band, row: int, method: str) -> CitedQuantity | None:
    """Operator cell, value cell and unit cell as one target; 定性 is no part of it."""
    cell = _adjusted(band, row) or band.own(row, "target")
    if cell is None or is_blank(cell):
        return None
    value = of_cell(band.table, cell)
    operator = _operator_before(band, row, cell, value)
    after = band.own(row, "unit")
    unit = (
        None if after is None or is_blank(after) or _QUALITATIVE.match(key(after.text)) else of_cell(band.table, after)
    )
    if unit is not None and not re.search(r"\d", fold_widths(value.text)):
        unit = None
    parts = [part for part in (operator, value, unit) if part is not None]
    where = parts[0].where
    for part in parts[1:]:
        where += part.where
    quote = "".join(part.text for part in parts)
    bare = _BARE.search(fold_widths(value.text).rstrip())
    column = column_unit(band, cell.column) if unit is None and bare else None
    read = target(quote, column.quote if column else None)
    if read is None:
        return None
    elsewhere = (column.quote, column.where) if column else None
    return cite_quantity(read, where, quote, method, elsewhere, min(part.confidence for part in parts))


def _operator_before(band: Band, row: int, cell: Cell, value: Span) -> Span | None:
    """The operator of a target in a cell of its own, by its heading or left of the value; None where that has it."""
    if _OPENS.match(fold_widths(value.text)):
        return None
    for before in (band.own(row, "nature"), band.table.covering(row, cell.column - 1)):
        if before is not None and before.row == row and _OPERATOR.match(fold_widths(key(before.text))):
            return of_cell(band.table, before)
    return None


def _adjusted(band: Band, row: int) -> Cell | None:
    """The cell of a target that came in place of the first one (年初指标值 | 调整指标值), where it says one."""
    columns = band.columns("target")
    for column in columns if len(columns) > 1 else ():
        heads = (band.table.covering(above, column) for above in range(band.header, band.start))
        cell = band.table.covering(row, column)
        own = cell is not None and cell.row == row and not is_blank(cell) and not _UNCHANGED.fullmatch(key(cell.text))
        if own and any(head is not None and _ADJUSTED.search(key(head.text)) for head in heads):
            return cell
    return None


def _says_none(band: Band, row: int, cell: Cell) -> bool:
    """Whether 无 says that none of something bad came about (违规记录 | 无)."""
    name = band.cell(row, "level3") or band.cell(row, "level2")
    return key(cell.text) == "无" and name is not None and _BAD.search(key(name.text)) is not None


def measured_in(band: Band, row: int, role: str, method: str) -> CitedQuantity | None:
    """An actual stays as printed; a unit cell or the unit in the heading stands beside it."""
    cell = band.own(row, role)
    if cell is None or (is_blank(cell) and not (role == "actual" and _says_none(band, row, cell))):
        return None
    span = of_cell(band.table, cell)
    quote = cite_text(span, method).quote
    unit: tuple[str, Where] | None = None
    bare = re.fullmatch(r"[\d,.]+", fold_widths(quote).strip())
    if bare:
        after = band.own(row, "unit") if role == "actual" else None
        if after is not None and not is_blank(after) and not _QUALITATIVE.match(key(after.text)):
            beside = of_cell(band.table, after)
            unit = (beside.text, beside.where)
        elif (column := column_unit(band, cell.column)) is not None:
            unit = (column.quote, column.where)
    read = actual(quote, unit[0] if unit else None)
    if read is None:
        read = QualitativeQuantity(text=quote)
    return cite_quantity(read, span.where, quote, method, unit, span.confidence)
