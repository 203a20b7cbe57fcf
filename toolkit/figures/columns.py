"""Table → sum relations of its 合计 and 小计 rows against the rows they add up, column by column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from toolkit.figures.headings import header_depth, headings_of, is_numberish
from toolkit.figures.mean_words import MEAN_OF_EACH
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import dimension, is_percent, known, sum_holds, sum_relation, value_of
from toolkit.model.document import Cell, Table
from toolkit.model.figure import Relation
from toolkit.patterns import regex
from toolkit.text import key

_TOTAL = regex(r"(?:合|总|共)计(?:数|金额)?:?")
_SUBTOTAL = regex(r"小计:?")
_PARTIAL = regex(r".+[合总小共]计:?|[合总小共]计\([^()]+\):?")
_SIDE = regex(r"(?:[本当]年)?(?:收入|支出|来源|用途)[合小]计:?")
"""The sum of one side of an account, before what is carried over."""
_STAGE = regex("年初预算|全年预算|预算数|调整后|[调追][增减加]")
"""How a budget came to be: none of the parts of what was spent."""
_CARRIED = regex(
    r"(?:加|减)?[:：]?(?:(?:[上本当]年|年[初末])?(?:财政拨款)?(?:结转(?:和|与|及)?结余|结转|结余)(?:资金)?|结余分配|使用非财政拨款结余|用事业基金弥补收支差额)"
)
_NOT_ADDABLE = regex(
    rf"(?<![扣失减])分$|率|比|倍|系数|占|增幅|每|单价|标准|得分|分值|评分|自评|权重|序号|编号|编码|代码|[行栏]次|年份|年度$|日期|时间|电话|平均|均值|均价|{MEAN_OF_EACH}|年均|造价|价格|面积单|指标值|目标值|完成值"
)
_COUNTED = regex(r"人数|人次|个数|数量|次数|户数|家数|项目数|件数|\((?:个|人|家|户|件|项|次|名|人次)\)")
_BLANKS = frozenset(("", "-", "--", "/", "*", "0", "无"))
_SUB_ROW = regex(r"^(?:其中|其他说明|\s|　|[-—]|[(（]?\d+[.、)）]\d|[(（][一二三四五六七八九十\d]+[)）]|\d+[.、])|其中")
_CODE = regex(r"\d{3,}")
_MOST_ROWS = 2000
_FEWEST_OF_MEAN = 3
_ONE_SIZE = 3  # times


@dataclass(frozen=True, slots=True)
class _Row:
    index: int
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Section:
    """A row that adds up others; `telling`: whether a sum that is off can only be an error, in a flat table."""

    total: _Row
    addends: list[_Row]
    telling: bool = True


def column_sums(
    table: Table, spots: dict[tuple[int, int], tuple[Spot, ...]], above: Table | None = None
) -> Iterator[Relation]:
    """Sum relations of one table; `spots` by cell. Only in a flat table can a total row be wrong, and in none that may
    be the rest of the one `above` it."""
    depth = header_depth(table)
    rest = above is not None and depth == 0 and above.columns == table.columns
    if table.rows - depth > _MOST_ROWS:
        return
    words = {place[1]: heading.column for place, heading in headings_of(table).items() if place[0] >= depth}
    for panel in _panels(table, depth):
        rows = [
            _Row(row, label, _kind(label)) for row in range(depth, table.rows) for label in [_label(table, row, panel)]
        ]
        if all(row.kind == "item" for row in rows):
            continue
        flat = _is_flat(table, rows, panel)
        for section in _sections(rows):
            for column in panel:
                if not _NOT_ADDABLE.search(words.get(column, "")):
                    telling = flat and section.telling and not rest
                    yield from _column(table, spots, section, column, words.get(column, ""), telling)


def is_total(table: Table, row: int) -> bool:
    """Whether a row is the one that adds up the others (合计)."""
    return _kind(_label(table, row, range(table.columns))) == "total"


def _panels(table: Table, depth: int) -> list[range]:
    """The columns of each of the lists that stand side by side (收入 | 支出): one begins with a column of names, right
    of figures, that has a total of its own."""
    starts = [0]
    for column in range(2, table.columns - 1):
        own, left = (_texts(table, place, depth) for place in (column, column - 1))
        listed = any(_kind(text) == "total" for text in own) and not any(map(is_numberish, own))
        if listed and left and all(map(is_numberish, left)):
            starts.append(column)
    return [range(first, last) for first, last in pairwise([*starts, table.columns])]


def _texts(table: Table, column: int, depth: int) -> list[str]:
    """What the body of a column prints, blanks left out."""
    cells = (table.covering(row, column) for row in range(depth, table.rows))
    texts = (cell.text.strip() for cell in cells if cell is not None and cell.column == column)
    return [text for text in texts if key(text) not in _BLANKS]


def _kind(label: str) -> str:
    folded = key(label).rstrip(":")
    if _TOTAL.fullmatch(folded):
        return "total"
    return "subtotal" if _SUBTOTAL.fullmatch(folded) else "partial" if _PARTIAL.fullmatch(folded) else "item"


def _label(table: Table, row: int, panel: range) -> str:
    for column in panel[:4]:
        cell = table.covering(row, column)
        if cell is not None and cell.text.strip() and not is_numberish(cell.text.strip()):
            return cell.text
    return ""


def _is_flat(table: Table, rows: list[_Row], panel: range) -> bool:
    """No rows within rows: no 其中, no indent, no numbering, no codes of several lengths, no cell merged downwards."""
    items = [row for row in rows if row.kind == "item" and (row.label or _says(table, row.index, panel))]
    if any(not row.label or _SUB_ROW.search(row.label) for row in items):
        return False
    codes = {len(found[0]) for row in items if (found := _CODE.match(_first(table, row.index, panel)))}
    first = {row.index for row in rows}
    merged = any(cell.row_span > 1 and cell.row in first for cell in table.cells)
    return len(codes) <= 1 and not merged


def _says(table: Table, row: int, panel: range) -> bool:
    """Whether the row says anything in these columns."""
    return any(cell is not None and key(cell.text) for column in panel for cell in [table.covering(row, column)])


def _first(table: Table, row: int, panel: range) -> str:
    cell = table.covering(row, panel.start)
    return cell.text.strip() if cell else ""


def _sections(rows: list[_Row]) -> Iterator[_Section]:
    """小计 adds up what stands above it, 合计 the 小计 rows or, without any, all other rows.

    What a row called 某某合计 adds up is told by its sum alone, but for the sides of an account.
    """
    totals = [row for row in rows if row.kind == "total"]
    summed = [row for row in rows if row.kind in {"subtotal", "partial"}]
    section: list[_Row] = []
    for row in rows:
        if row.kind == "item":
            section.append(row)
        else:
            if row.kind != "total" and len(section) > 1:
                side = _SIDE.fullmatch(key(row.label)) is not None
                side = side and not any(_STAGE.search(key(one.label)) for one in section)
                yield _Section(row, section, row.kind == "subtotal" or side)
            section = []
    if len(totals) != 1 or totals[0] not in (rows[0], rows[-1]):
        return
    if not summed:
        yield _Section(totals[0], [row for row in rows if row.kind == "item"])
    elif totals[0] is rows[-1]:
        yield from _of_summed(rows[:-1], summed, totals[0])


def _of_summed(rows: list[_Row], summed: list[_Row], total: _Row) -> Iterator[_Section]:
    """The total of sums, and of what stands below the last of them."""
    after = [row for row in rows[rows.index(summed[-1]) + 1 :] if row.label]
    if not after and len(summed) > 1:
        alone = not any(row.kind == "item" and row.label for row in rows)
        yield _Section(total, summed, alone or all(row.kind == "subtotal" for row in summed))
    elif after:
        account = len(summed) == 1 and _SIDE.fullmatch(key(summed[0].label)) is not None
        carried = [_CARRIED.fullmatch(_bare(row.label)) for row in after]
        yield _Section(total, [*summed, *after], account and all(carried))


def _bare(label: str) -> str:
    """A label without its ordinal."""
    return re.sub(r"^[一二三四五六七八九十]+[、.]", "", key(label))


def _column(
    table: Table,
    spots: dict[tuple[int, int], tuple[Spot, ...]],
    section: _Section,
    column: int,
    words: str,
    telling: bool,
) -> Iterator[Relation]:
    whole = amount_in(table, spots, section.total.index, column)
    if whole is None or is_percent(whole):
        return
    parts: list[Spot] = []
    names: list[str] = []
    complete = True
    for row in section.addends:
        cell = table.covering(row.index, column)
        if cell is None or key(cell.text) in _BLANKS:
            continue
        part = amount_in(table, spots, row.index, column)
        if part is None or not _adds_to(part, whole, parts):
            complete = False
            continue
        parts.append(part)
        names.append(key(row.label)[:20])
    if not complete or len(parts) < 2:
        return
    exact = dimension(whole)[0] is None and _COUNTED.search(words) is not None
    if sum_holds(parts, whole, exact=exact) is not False or (telling and not _may_be_mean(parts, whole)):
        yield sum_relation(parts, whole, names, exact=exact)


def _may_be_mean(parts: Sequence[Spot], whole: Spot) -> bool:
    """Whether the total row prints one like the three figures or more of one size: their mean (合计 of prices)."""
    values = [value_of(part) for part in parts]
    low, high = min(values), max(values)
    return len(values) >= _FEWEST_OF_MEAN and 0 < low <= value_of(whole) <= high <= _ONE_SIZE * low


def _adds_to(part: Spot, whole: Spot, parts: Sequence[Spot]) -> bool:
    """Whether both are of one kind; a whole without a unit is of the kind of its parts."""
    return dimension(part) == (
        dimension(parts[0] if parts else part) if dimension(whole)[0] is None else dimension(whole)
    )


def amount_in(table: Table, spots: dict[tuple[int, int], tuple[Spot, ...]], row: int, column: int) -> Spot | None:
    """The one plain amount of a cell of its own."""
    cell: Cell | None = table.covering(row, column)
    if cell is None or (cell.row, cell.column) != (row, column) or cell.column_span > 1 or cell.row_span > 1:
        return None
    found = spots.get((row, column), ())
    if len(found) != 1 or not known(found[0]) or not is_numberish(cell.text.strip()):
        return None
    return found[0]
