"""Table → heading of each cell: the words at the head of its row and of its column."""

from dataclasses import dataclass
from functools import lru_cache

from toolkit.measure.units import known
from toolkit.model.document import Cell, Table
from toolkit.patterns import regex
from toolkit.text import key

_NUMBERISH = regex(r"[≥≤<>=+\-~()（）％%,.\d\s万亿元]*\d[≥≤<>=+\-~()（）％%,.\d\s万亿元]*")

_ASIDE = regex(r"\((?:单位:)?([^()]{1,12})\)|单位:([百千万亿]*元)")
_OF_TABLE = regex(r"单位:\s*(?:人民币)?([百千万亿]*元)(?![、,;/和及])")
_NO_UNIT_OF_A_HEAD = regex(r"[分年月日号]|期限|[A-Za-z]")
_NUMBER_OF = "(?<!预算|决算|执行|支出|收入|安排|到位|金额|调整|结余|批复|拨付|资金)数"
_COLUMN_NOT_OF_MONEY = regex(
    r"率|比(?!较)|占|幅|得分|分值|权重|评分|满分|时间|日期|文号|备注|标准|单价|目标|指标|面积|次数|[序编代文]号|编?代?码|数量|"
    rf"{_NUMBER_OF}$"
)
_ROW_NOT_OF_MONEY = regex(
    rf"(?:率|比重|比例|占比|[增降升减]幅|{_NUMBER_OF}|量|面积|得分|分值|单价|标准|[批人场频]次|(?<!规划|方案|预算|报告|标准|名录|目录|图集|文本)编制|人员|职工|车辆)$"
)
_COUNTED = regex(r"[≥≤<>=约]?\s?\d[\d,，.]*\s?(?:百万|千万|[万亿])?(?![年月日])[一-龥A-Za-z/²³%]{1,4}")
_PERIOD = regex(r"(?:(?:19|20)\d\d年?度?|[本上]年度?|[当去前]年)(?:决算|预算|实际|执行|完成)?[数值]?")
_VALUE = regex(
    r"(?:年度|全年|本年|年初|实际|当年)?(?:完成|目标|计划|指标|实际|实现)(?:完成|实现)?(?:值|数|情况|数量)?|数[值据量]"
)


_CHANGE = regex(r"(?:比|较|同比)?(?:上年|去年|上期|预算)?(?:增减|增加|减少|变动|变化|差异?)(?:额|数|量|值)?")


@dataclass(frozen=True, slots=True)
class Heading:
    """`row`: the first words of the row, `column`: the words above the column; keys, empty where there are none;
    `table_unit`: the unit of money printed above the table."""

    row: str
    column: str
    table_unit: str | None = None

    @property
    def name(self) -> str:
        """What the cell's figure is, as far as headings say."""
        return f"{self.row}{self.column}"

    @property
    def unit(self) -> str | None:
        """The unit that the column head prints in brackets (金额（万元）), or the row head before a column of years,
        of plain values or of their change; that of the table, unless the heads speak of something else than money."""
        by_row = any(pattern.fullmatch(self.column) for pattern in (_PERIOD, _VALUE, _CHANGE))
        own = _unit_in(self.column) or (_unit_in(self.row) if by_row else None)
        if own or not self.table_unit or _ROW_NOT_OF_MONEY.search(self.row) or _COLUMN_NOT_OF_MONEY.search(self.column):
            return own
        return self.table_unit


@lru_cache(maxsize=4096)
def _unit_in(words: str) -> str | None:
    """The first bracket of a heading that holds nothing but a unit."""
    asides = (found[1] or found[2] for found in _ASIDE.finditer(words))
    return next((one for one in asides if known(one) and not _NO_UNIT_OF_A_HEAD.fullmatch(one)), None)


def is_numberish(text: str) -> bool:
    """A cell text that is a plain amount, rate or bound, with no words of its own."""
    return _NUMBERISH.fullmatch(text) is not None


def header_depth(table: Table) -> int:
    """Rows at the top that hold no plain number and nothing counted (at most three), or what the reader knows."""
    if table.header_rows:
        return table.header_rows
    worded = {cell.row for cell in table.cells if is_numberish(cell.text) or _COUNTED.fullmatch(cell.text.strip())}
    depth = 0
    while depth < min(3, table.rows) and depth not in worded:
        depth += 1
    return depth if depth < table.rows else 0


def unit_told(text: str) -> str | None:
    """万元 of a line 单位：万元."""
    found = _OF_TABLE.search(key(text))
    return found[1] if found else None


def headings_of(table: Table, unit: str | None = None) -> dict[tuple[int, int], Heading]:
    """Heading of each cell by (row, column); `unit` is printed above the table."""
    depth = header_depth(table)
    columns = [_column_words(table, column, depth) for column in range(table.columns)]
    labels: dict[int, tuple[int, str]] = {}
    for cell in table.cells:
        if cell.text.strip() and not is_numberish(cell.text):
            if cell.column and _COUNTED.fullmatch(cell.text.strip()):
                continue
            for row in range(cell.row, cell.row + cell.row_span):
                if cell.column >= labels.get(row, (-1, ""))[0] and _leads(table, row, cell):
                    labels[row] = (cell.column, key(cell.text))
    return {
        (cell.row, cell.column): _heading(cell, labels.get(cell.row), columns[cell.column], depth, unit)
        for cell in table.cells
    }


def _leads(table: Table, row: int, cell: Cell) -> bool:
    """Whether only words (or a leading ordinal) stand left of `cell` in this row."""
    if cell.column == 0:
        return True
    left = (table.covering(row, column) for column in range(min(cell.column, 4)))
    return cell.column <= 4 and all(
        other is None or other.column == 0 or not is_numberish(other.text) for other in left
    )


def _column_words(table: Table, column: int, depth: int) -> str:
    words: list[str] = []
    for row in range(depth):
        cell = table.covering(row, column)
        word = key(cell.text) if cell else ""
        if word and word not in words:
            words.append(word)
    return "".join(words)


def _heading(cell: Cell, label: tuple[int, str] | None, column: str, depth: int, unit: str | None) -> Heading:
    if cell.row < depth:
        return Heading("", "")
    return Heading(label[1] if label and label[0] < cell.column else "", column, unit)
