"""Rows of money in one table → the whole, its parts by source, type, project or place, and the details of these."""

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from toolkit.extract.citing import cite_text, of_cell
from toolkit.extract.form import AMOUNTS, Band
from toolkit.extract.names import is_subtotal, name_of_subtotal
from toolkit.model.citation import CitedQuantity, CitedText
from toolkit.model.document import Cell
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import BudgetRow
from toolkit.patterns import regex
from toolkit.text import key

_WHOLE = regex(
    r"(?:资金总额|资金合计|总额|^合计|^总计|^资金合计|^预算总额|^部门整体支出|^支出合计|^预算合计|^总预算|^支出总计|^部门预算)"
)
_OF_ALL_PLACES = regex(r"全[省市州县区旗盟镇乡](?:合计|总计)?")
_APART = regex(r"三公|政府采购")
_PARTS_APART = regex(r"因公出国|公务用车|公务接待")
"""Items of 三公: a table of theirs is not the money of the whole."""
BY_SOURCE = "按资金来源"
_BY_TYPE = "按支出类型"
BY_PROJECT = "按项目"
_SPLITS = (
    (BY_PROJECT, regex(r"(?:项目|任务)名称$")),
    ("按用途", regex(r"^(?:支出|资金|使用)(?:内容|用途|方向)$|^用途$")),
    ("按地区", regex(r"^(?:地区|地市|市州|州市|市县|区县|县区|[市区州]?县[市区]?|区域|乡镇|镇街|街镇)(?:名称)?$")),
    ("按单位", regex(r"^(?:预算|所属|下属|二级)?单位(?:名称)?$")),
)
_ORDINALS = tuple(
    map(regex, (r"[一二三四五六七八九十]+[、.]", r"\([一二三四五六七八九十]+\)", r"\d+[、.](?!\d)", r"\(\d+\)"))
)
_FEWEST = 2
_TYPES = regex(r"基本支出|项目支出|人员经费|日常公用|公用经费|人员支出")


def split(band: Band) -> str:
    """What the rows are parts by, as the headings left of the amounts say."""
    first = min((column for column, role in band.roles.items() if role in AMOUNTS), default=0)
    heads = (band.table.covering(row, column) for row in range(band.header, band.start) for column in range(first))
    words = [key(head.text).replace("(", "").replace(")", "") for head in heads if head is not None]
    return next((by for by, pattern in _SPLITS if any(map(pattern.search, words))), BY_SOURCE)


def arrange(rows: list[BudgetRow], by: str) -> tuple[BudgetRow, ...]:
    """The whole gets the id "whole"; rows after it are its parts, unless they name money that is counted across it."""
    whole = next((row for row in rows if row.label and _WHOLE.search(key(row.label.value))), None) or _of_all(rows)
    apart = any(row.label and _PARTS_APART.search(key(row.label.value)) for row in rows)
    if whole is None or apart:
        if len(rows) != 1 or apart:
            return tuple(row.model_copy(update={"id": "apart"}) for row in rows)
        whole = rows[0]
    parts = [key(row.label.value) for row in rows if row is not whole and row.label is not None]
    partition = _BY_TYPE if any(_TYPES.search(part) for part in parts) else by
    placed = []
    for row in rows:
        if row is whole:
            placed.append(row.model_copy(update={"id": "whole"}))
        elif row.label is not None and _APART.search(key(row.label.value)):
            placed.append(row.model_copy(update={"id": "apart"}))
        else:
            placed.append(row.model_copy(update={"parent": "whole", "partition": partition}))
    return tuple(placed)


def begins_details(band: Band, row: int) -> bool:
    """Whether the row is labelled 其中：…"""
    return any(key(cell.text).startswith("其中") for cell in band.row_cells(row) if cell.row == row)


def nested(rows: tuple[BudgetRow, ...], details: list[bool]) -> tuple[BudgetRow, ...]:
    """A second 其中 opens the details of the part above it; they last until they add up to that part. Where every part
    is labelled so, it opens none."""
    found: list[BudgetRow] = []
    above: BudgetRow | None = None
    left = Decimal(0)
    if all(begins for row, begins in zip(rows, details, strict=True) if row.parent == "whole"):
        return rows
    parts = 0
    for row, begins in zip(rows, details, strict=True):
        if row.parent == "whole":
            parts += 1
            if begins and parts > 1 and found[-1].parent == "whole" and found[-1].label is not None:
                above = found[-1]
                left = _size(above)
            if above is not None and above.label is not None and 0 < _size(row) <= left:
                left -= _size(row)
                row = row.model_copy(update={"parent": key(above.label.value)})
            else:
                above = None
        found.append(row)
    return tuple(found)


def below_sums(band: Band, numbers: Sequence[int], rows: tuple[BudgetRow, ...]) -> tuple[BudgetRow, ...]:
    """Rows that a 小计 adds up are its details: those beside the same merged cell, whose name it takes, or those since
    the last sum. A 小计 without a name is counted by itself."""
    found = list(rows)
    last = 0
    for place, (number, row) in enumerate(zip(numbers, rows, strict=True)):
        if row.id == "whole":
            last = place + 1
        if row.label is None or row.parent != "whole" or not is_subtotal(row.label.value):
            continue
        group = _merged_left(band, number, row.label)
        first, end = (last, place) if group is None else _covered(group, numbers)
        last = place + 1
        name = _without_sum(row.label) if group is None else cite_text(of_cell(band.table, group), row.label.method)
        if not key(name.value):
            found[place] = row.model_copy(update={"id": "apart", "parent": None, "partition": None})
            continue
        found[place] = row.model_copy(update={"label": name})
        for one in range(first, end):
            if one != place and rows[one].parent == "whole":
                found[one] = rows[one].model_copy(update={"parent": key(name.value)})
    return tuple(found)


def _without_sum(label: CitedText) -> CitedText:
    return label.model_copy(update={"value": name_of_subtotal(label.value)})


def _merged_left(band: Band, row: int, label: CitedText) -> Cell | None:
    """The cell of several rows left of this row's label."""
    cells = [cell for cell in band.row_cells(row) if cell.row_span > 1 and key(cell.text)]
    return next(
        (cell for cell in cells if cell.row >= band.start and of_cell(band.table, cell).text != label.quote), None
    )


def _covered(cell: Cell, numbers: Sequence[int]) -> tuple[int, int]:
    """[first, end) of the rows beside a merged cell, as places in the list of row numbers."""
    return bisect_left(numbers, cell.row), bisect_left(numbers, cell.row + cell.row_span)


def below_ordinals(band: Band, numbers: Sequence[int], rows: tuple[BudgetRow, ...]) -> tuple[BudgetRow, ...]:
    """Rows numbered （一） below one numbered 一、 are its details, where they make it in some column."""
    found = list(rows)
    ranks = [_rank(band, number) for number in numbers]
    place = 0
    while place < len(rows):
        end = place + 1
        while end < len(rows) and ranks[place] < ranks[end] < len(_ORDINALS) and rows[end].parent == "whole":
            end += 1
        label = rows[place].label
        inner = [one for one in range(place + 1, end) if ranks[one] == ranks[place + 1]]
        if label is not None and rows[place].parent == "whole" and _make([rows[one] for one in inner], rows[place]):
            for one in range(place + 1, end):
                found[one] = rows[one].model_copy(update={"parent": key(label.value)})
        place = end
    return tuple(found)


def once(rows: tuple[BudgetRow, ...]) -> tuple[BudgetRow, ...]:
    """The rows without a part that is printed again with all its amounts: 项目支出小计, then 项目支出."""
    seen = set()
    found = []
    for row in rows:
        amounts = tuple(None if (amount := getattr(row, column)) is None else exact(amount) for column in AMOUNTS)
        mark = None if row.label is None else (row.parent, key(row.label.value), amounts)
        if mark is None or row.parent is None or not any(amounts) or mark not in seen:
            found.append(row)
        seen.add(mark)
    return tuple(found)


def _rank(band: Band, row: int) -> int:
    """Which of the sorts of ordinals the row's first words begin with; their number where it is none."""
    words = next((key(cell.text) for cell in band.row_cells(row) if cell.row == row and key(cell.text)), "")
    return next((rank for rank, pattern in enumerate(_ORDINALS) if pattern.match(words)), len(_ORDINALS))


def _of_all(rows: list[BudgetRow]) -> BudgetRow | None:
    """The row of all places (全市), where those of the single ones make it."""
    found = next((row for row in rows if row.label and _OF_ALL_PLACES.fullmatch(key(row.label.value))), None)
    return found if found is not None and _make([row for row in rows if row is not found], found) else None


def _make(parts: Sequence[BudgetRow], whole: BudgetRow) -> bool:
    """Whether the parts add up to the whole in one of the columns."""
    for column in AMOUNTS:
        total = getattr(whole, column)
        stated = [getattr(part, column) for part in parts]
        if total is None or len(parts) < _FEWEST or any(one is None for one in stated):
            continue
        values = [exact(one) for one in stated]
        if None not in values and sum(filter(None, values), Decimal(0)) == exact(total) != 0:
            return True
    return False


def _size(row: BudgetRow) -> Decimal:
    amount = row.revised_budget or row.actual_expenditure or row.original_budget
    return (exact(amount) if amount is not None else None) or Decimal(0)


def exact(amount: CitedQuantity) -> Decimal | None:
    """The printed sum, in yuan; None where it is no number or has no lower end."""
    return amount.value.low if isinstance(amount.value, NumberQuantity) else None
