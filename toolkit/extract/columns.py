"""Header rows of a table → its bands: which rows stand under which header, and the roles of their columns."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from toolkit.extract.citing import Span, of_cell
from toolkit.extract.column_groups import of_sums, with_reviewed
from toolkit.extract.column_roles import BRACKET, HEADING_OF_MONEY, SCORES, heading, printings, prints_both, role_of
from toolkit.extract.form import AMOUNTS, Band, Form, Unit
from toolkit.extract.grade_columns import grade_columns
from toolkit.extract.names import is_total
from toolkit.extract.periods import of_all_the_year, without_dates
from toolkit.extract.summaries import LEVEL1
from toolkit.extract.unknown import holds_numbers, name_columns, unknown_roles
from toolkit.model.document import Cell, Table
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_YEAR = regex(r"20\d\d(?=年)")
_UNIT = regex(r"[(\[](?:单位[::]?)?(元|千元|万元|百万元|亿元|%)[)\]]|单位[::](元|千元|万元|百万元|亿元)")
_UNIT_LABEL, _MONEY_UNIT = regex("(?:金额|计量|货币)?单位:?"), regex("元|千元|万元|百万元|亿元")
_NUMERAL = regex(r"\d")
_FIGURE = regex(r"\s*\d{1,3}(?:\.\d+)?\s*分?\s*")
_FEWEST = 2  # headings that the lists know, before the model is asked for the others of their row
_TALLEST = 3  # rows of a heading: what reaches further down is the label of a block of rows (指标得分)
_OTHERS = ("funds", "objectives")  # kinds of band whose headings are no indicator's, though they stand in one grid


def bands(table: Table, forms: Iterable[Form], unit: Unit | None) -> tuple[tuple[Form | None, Band], ...]:
    """The table cut into bands, from the top; rows above the first header make a band without form."""
    known = tuple(forms)
    starts: list[tuple[int, int, Form, dict[int, str]]] = []
    again: set[int] = set()
    row = 0
    while row < table.rows:
        best = None if starts and _is_line(table, row, starts[-1][3]) else _header_at(table, row, known)
        if best is None:
            row += 1
            continue
        form, roles, depth = best
        if starts and starts[-1][1] <= row and _same_rows(table, starts[-1][0], row, depth):
            again |= set(range(row, row + depth))
            row += depth
            continue
        starts.append((row, row + depth, form, _of_groups_alone(table, row + depth, form, roles)))
        row += depth
    found: list[tuple[Form | None, Band]] = []
    if not starts or starts[0][0] > 0:
        end = starts[0][0] if starts else table.rows
        found.append((None, Band(table, {}, 0, 0, end, unit)))
    for index, (header, start, form, roles) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else table.rows
        roles = of_all_the_year(table, roles, header, start)
        own = _band_unit(table, header, start, roles) or unit
        found.append((form, Band(table, roles, header, start, end, own, frozenset(again & set(range(start, end))))))
    return tuple(found)


def _is_line(table: Table, row: int, roles: Mapping[int, str]) -> bool:
    """Whether a row has a number of its own under points and under scores: its words head nothing, unless several are
    just what amounts are headed by (年初预算数, 全年预算数)."""
    cells = [table.covering(row, column) for column, role in roles.items() if role in SCORES]
    told = [cell for cell in cells if cell is not None and cell.row == row and cell.row_span == 1]
    others = (table.covering(row, column) for column in range(table.columns))
    heads = sum(cell is not None and HEADING_OF_MONEY.fullmatch(key(cell.text)) is not None for cell in others)
    figures = all(_FIGURE.fullmatch(fold_widths(cell.text)) for cell in told)
    return len(told) >= len(SCORES) and figures and heads < _FEWEST


def _of_groups_alone(table: Table, start: int, form: Form, roles: dict[int, str]) -> dict[int, str]:
    """The one column of names as that of groups, where all that stand in it are theirs (决策, 过程, 产出, 效益)."""
    levels = [column for column, role in roles.items() if role.startswith("level")]
    if (
        len(levels) != 1
        or roles[levels[0]] != "level3"
        or "level1" not in form.columns
        or not {*roles.values()} >= SCORES
    ):
        return roles
    cells = (table.covering(row, levels[0]) for row in range(start, table.rows))
    names = [name for cell in cells if cell is not None and (name := key(cell.text)) and not is_total(cell.text)]
    return {**roles, levels[0]: "level1"} if len(names) > 1 and all(map(LEVEL1.match, names)) else roles


def continued(table: Table, above: Band) -> Band | None:
    """The rows of a table without a header as those of the band above it, where it has the columns of that and prints
    numbers under its points and scores, but for rows that close the form; None for any other table."""
    figures = [column for role in ("max_score", "claimed_score") for column in above.columns(role)]
    if table.columns != above.table.columns or not figures:
        return None
    rows = [all(_holds_figure(table, row, column) for column in figures) for row in range(table.rows)]
    listed = rows.index(False) if False in rows else len(rows)
    if not listed or any(_has_figure(table, row, figures) for row in range(listed, table.rows)):
        return None
    return Band(table, above.roles, 0, 0, table.rows, above.unit)


def headed_alike(table: Table, others: Iterable[tuple[Form, Band]]) -> tuple[Form, Band] | None:
    """The rows of a table under the very headings of another one that was understood, as that was."""
    for form, band in others:
        above = _texts(band.table, band.header)
        if band.start - band.header == 1 and table.columns == len(above) and _texts(table, 0) == above:
            return form, Band(table, band.roles, 0, 1, table.rows, band.unit)
    return None


def _holds_figure(table: Table, row: int, column: int) -> bool:
    """Whether a number, or no cell at all, stands alone under a column."""
    cell = table.covering(row, column)
    return cell is None or (cell.column_span == 1 and _FIGURE.fullmatch(fold_widths(cell.text)) is not None)


def _has_figure(table: Table, row: int, columns: Sequence[int]) -> bool:
    return any(table.covering(row, column) and _holds_figure(table, row, column) for column in columns)


def _same_rows(table: Table, first: int, second: int, depth: int) -> bool:
    """Whether rows from `second` on print what those from `first` on print."""
    return all(_texts(table, first + step) == _texts(table, second + step) for step in range(depth))


def _texts(table: Table, row: int) -> list[str]:
    cells = (table.covering(row, column) for column in range(table.columns))
    return [key(cell.text) if cell is not None else "" for cell in cells]


def _header_at(table: Table, row: int, forms: tuple[Form, ...]) -> tuple[Form, dict[int, str], int] | None:
    best: tuple[Form, dict[int, str], int] | None = None
    for form in forms:
        roles = of_sums(table, row, _roles(table, row, form.columns))
        if "level3" in form.columns and len(roles) >= _FEWEST and not _has_numbers(table, row):
            named = name_columns(table, row, roles) if "level1" in form.columns else {}
            roles = _with_unknown(table, row, form, roles | named)
        below = {} if row + 1 >= table.rows else _in_two_rows(table, row, form) | _roles(table, row + 1, form.columns)
        depth = 1
        stacked = len(below) >= _FEWEST and not any(_has_numbers(table, one, dates=False) for one in (row, row + 1))
        if stacked and (_fits(form, roles) or _reach_down(table, row, roles)):
            roles = {**roles, **_below(roles, with_reviewed(table, row, below, roles))}
            depth = 2
        if not _fits(form, {**roles, **_told_with_score(table, row, roles)}):
            continue
        if best is None or len(set(roles.values())) > len(set(best[1].values())):
            best = (form, roles, depth)
    return best if best is None else (*best[:2], best[2] + _further(table, row + best[2], best[1]))


def _told_with_score(table: Table, row: int, roles: Mapping[int, str]) -> dict[int, str]:
    """The points, where the cells of one column print them with the score (得分/分值)."""
    heads = (table.covering(row, column) for column, role in roles.items() if role == "claimed_score")
    both = any(head is not None and prints_both(head.text) for head in heads)
    return {-1: "max_score"} if both else {}


def _in_two_rows(table: Table, row: int, form: Form) -> dict[int, str]:
    """The roles of headings that two rows print together, the first of them over several columns (预算数 over 年初,
    调整后); where a format knows no such cells, the columns it goes on over have an empty one."""
    found: dict[int, str] = {}
    over, several = None, False
    for column in range(table.columns):
        head, below = table.covering(row, column), table.covering(row + 1, column)
        if head is None or below is None:
            continue
        beside = table.covering(row, column + 1)
        if not key(head.text):
            several = over is not None
        else:
            over, several = head, head.column_span > 1 or (beside is not None and not key(beside.text))
        if over is not None and several and below.row == row + 1:
            name = heading(below.text) + heading(over.text)
            role = next((role for role, printings in form.columns.items() if name in printings), None)
            found |= {} if role is None else {column: role}
    return found


def _below(roles: Mapping[int, str], below: Mapping[int, str]) -> dict[int, str]:
    """What a second row of headings adds: a name below a level is that level's (二级指标 over 指标名称, 权重)."""
    return {
        column: role
        for column, role in below.items()
        if not (role == "level3" and roles.get(column, "").startswith("level"))
    }


def _further(table: Table, row: int, roles: Mapping[int, str]) -> int:
    """How many further rows belong to a header that ends above `row`: several of its headings reach into them, and
    what else stands there holds no number (全县 | 其中 over 东片 | 西片)."""
    count = 0
    while row + count < table.rows:
        cells = [table.covering(row + count, column) for column in roles]
        reaching = {(cell.row, cell.column) for cell in cells if cell is not None and cell.row < row}
        if len(reaching) <= _FEWEST or _has_numbers(table, row + count, dates=False):
            break
        count += 1
    return count


def _with_unknown(table: Table, row: int, form: Form, roles: dict[int, str]) -> dict[int, str]:
    """With the roles of headings that no list knows, in a row that names indicators."""
    if not any(role.startswith("level") for role in roles.values()):
        return roles
    elsewhere = {column: role for kind in _OTHERS for column, role in _roles(table, row, printings(kind)).items()}
    known = roles | _said_of_lines(roles, elsewhere)
    guessed = unknown_roles(table, row, {**elsewhere, **known})
    return known | {column: role for column, role in guessed.items() if role in form.columns}


def _said_of_lines(roles: Mapping[int, str], elsewhere: Mapping[int, str]) -> dict[int, str]:
    """绩效目标 beside the names of indicators heads their targets, though it may head the objectives of the whole."""
    found: dict[int, str] = {}
    for other, role in (("objective", "target"), ("outcome", "actual")):
        columns = [column for column, name in elsewhere.items() if name == other and column not in roles]
        if role not in roles.values() and len(columns) == 1:
            found[columns[0]] = role
    return found


def _reach_down(table: Table, row: int, roles: Mapping[int, str]) -> bool:
    """Whether a heading of this row is one of the next row too, so that both are one header."""
    return any(cell.row_span > 1 for column in roles if (cell := table.covering(row, column)) is not None)


def _fits(form: Form, roles: Mapping[int, str]) -> bool:
    present = frozenset(roles.values())
    return not (present & form.excludes) and any(need <= present for need in form.needs)


def _roles(table: Table, row: int, columns: Mapping[str, tuple[str, ...]]) -> dict[int, str]:
    roles: dict[int, str] = {}
    years: dict[int, str] = {}
    for column in range(table.columns):
        cell = table.covering(row, column)
        if cell is None or cell.row != row or cell.row_span > _TALLEST:
            continue
        role = role_of(cell.text, columns)
        if role is not None:
            roles[column] = role
            if (year := _YEAR.match(key(cell.text))) is not None:
                years[column] = year[0]
    told = "criterion" in roles.values() or "criterion" not in columns
    graded = {} if told else grade_columns(table, row)
    return _without_row_label(_without_numbers(table, row, graded | _of_one_year(roles, years)))


def _of_one_year(roles: dict[int, str], years: Mapping[int, str]) -> dict[int, str]:
    """Of columns of several years (2022年决算数, 2023年预算数, 2023年决算数) those of the year that most have,
    the later of two."""
    counts = Counter(years.values())
    kept = max(counts, key=lambda year: (counts[year], year), default="")
    return {column: role for column, role in roles.items() if years.get(column, kept) == kept}


def _without_row_label(roles: dict[int, str]) -> dict[int, str]:
    """Drop 绩效指标 printed as the label of all rows, left of the 一级指标 column."""
    first = min((column for column, role in roles.items() if role in {"level1", "level2"}), default=0)
    return {column: role for column, role in roles.items() if not (role == "level3" and column < first)}


def _without_numbers(table: Table, row: int, roles: dict[int, str]) -> dict[int, str]:
    """Drop what holds nothing but numbers below and so is no column of names: 三级指标数（项）."""
    return {
        column: role
        for column, role in roles.items()
        if not (role.startswith("level") and holds_numbers(table, row, column))
    }


def _has_numbers(table: Table, row: int, dates: bool = True) -> bool:
    """`dates`: whether those of the months and years count that a heading names (1—6月)."""
    cells = (table.covering(row, column) for column in range(table.columns))
    texts = (BRACKET.sub("", fold_widths(cell.text)) for cell in cells if cell is not None)
    return any(_NUMERAL.search(text if dates else without_dates(key(text))) for text in texts)


def _band_unit(table: Table, header: int, start: int, roles: Mapping[int, str]) -> Unit | None:
    """The unit in a cell of the header that heads no figures of its own, e.g. 项目资金（万元）, 资金来源（元）."""
    for row in range(header, start):
        for column in range(table.columns):
            cell = table.covering(row, column)
            own = roles.get(column, "label") != "label" and not (
                column == 0 and roles[column] in AMOUNTS and _is_worded(table, start)
            )
            if cell is not None and not own and (unit := unit_in(of_cell(table, cell))) is not None:
                return unit
    return None


def _is_worded(table: Table, row: int) -> bool:
    """Whether a row begins with words: 预算资金（万元） above 年度资金总额 heads labels."""
    cell = table.covering(row, 0)
    return cell is not None and bool(key(cell.text)) and _NUMERAL.search(key(cell.text)) is None


def column_unit(band: Band, column: int) -> Unit | None:
    """The unit in this column's own heading, else the band's."""
    for row in range(band.start - 1, band.header - 1, -1):
        cell = band.table.covering(row, column)
        if cell is not None and (unit := unit_in(of_cell(band.table, cell))) is not None:
            return unit
    return band.unit


def unit_in(span: Span) -> Unit | None:
    """（万元） or 单位：万元 inside a heading or caption."""
    found = _UNIT.search(fold_widths(span.text))
    if found is None:
        return None
    group = 1 if found[1] else 2
    part = span.sub(found.start(group), found.end(group))
    return Unit(part.text, part.where)


def unit_beside(table: Table) -> Unit | None:
    """The unit of money in a cell of its own beside the word for it: 单位 | 万元."""
    for cell in table.cells:
        if _UNIT_LABEL.fullmatch(key(cell.text)):
            right = table.covering(cell.row, cell.column + cell.column_span)
            if right is not None and _MONEY_UNIT.fullmatch(key(right.text)):
                span = of_cell(table, right)
                return Unit(span.text, span.where)
    return None


def is_blank(cell: Cell | None) -> bool:
    """Whether the cell says nothing: empty, —, /, *."""
    return cell is None or not key(cell.text).strip("-/*\\_.…·无") or key(cell.text) in {"不适用", "无", "n/a"}
