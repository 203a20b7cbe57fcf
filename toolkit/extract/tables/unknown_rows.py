"""Rows whose words no rule knows and which lack what lines have → their roles, where the model of rows is sure.

The model is loaded only when such a row is met; where it cannot be read the rows are read as the rules read them.
"""

from collections.abc import Mapping
from typing import Final

from toolkit.errors import ModelError
from toolkit.extract.citing import of_cell
from toolkit.extract.form import Band
from toolkit.extract.names import PrintedName, is_adjustment, is_conventional, parse_name
from toolkit.extract.summaries import LEVEL1
from toolkit.extract.tables.cells import LEVELS, numeral
from toolkit.model.document import Cell
from toolkit.text import key

METHOD: Final = "model:rows"
UNCLEAR: Final = "unclear"
ASIDE: Final = {
    "note": "按样子是说明行",
    "identity": "按样子是表头信息行",
    "header": "按样子是栏名行",
    "fund": "按样子是资金行",
    "filler": "按样子是空白行",
    UNCLEAR: "整行一格，看不出是分组还是说明",
}
"""Roles of rows that hold no line, in words."""

_SUMMED: Final = frozenset("计和总汇累分结加")
"""Characters of which the words for a sum have at least one: an indicator may happen to have the points of others."""
_VALUES: Final = ("target", "actual", "criterion", "definition")
_SCORES: Final = ("max_score", "claimed_score")
_WINDOW: Final = 200  # rows above and below that count; a form has fewer, a list of thousands is no form


def role_of(band: Band, row: int, label: Cell, groups: Mapping[int, PrintedName]) -> str | None:
    """The role of a row that is none of the rules'; None where it is like a line, or the model is not sure.

    What one cell fills is no line in any case: a group, a note, or unclear which. What the model says must agree with
    the figures: a sum adds up (that of the whole may be a hundred) and has neither target nor actual; what holds no
    line has no points and no score.
    """
    if is_adjustment(label.text):
        return None
    wide = _fills_the_row(band, row, label)
    if _names_a_group(band, label):
        return "group" if wide else None
    if not wide and _like_a_line(band, row, label):
        return None
    try:
        role = _told(band, row, label, groups)
    except ModelError:
        role = None
    if wide:
        return role if role in ASIDE or role == "group" else UNCLEAR
    return role if _agrees(band, row, label, role) else None


def _told(band: Band, row: int, label: Cell, groups: Mapping[int, PrintedName]) -> str | None:
    """What the model says of the row."""
    from toolkit.nlp.rows import Row, role_of_row

    near = _near(band, row)
    place = near.index(row)
    over = _over(band, label)
    cells = tuple((role, _text(band, row, column)) for column, role in sorted(band.roles.items()) if role not in over)
    return role_of_row(
        Row(
            label=label.text,
            at=band.roles.get(label.column, ""),
            over=over,
            cells=cells,
            above=_label_text(band, near[max(0, place - 1) : place]),
            below=_label_text(band, near[place + 1 : place + 2]),
            groups=tuple(name.name.text for name in groups.values()),
            points=_column(band, near, "max_score"),
            scores=_column(band, near, "claimed_score"),
            place=place,
        )
    )


def _agrees(band: Band, row: int, label: Cell, role: str | None) -> bool:
    """Whether the figures of the row, and for a sum its words, allow a role."""
    from toolkit.nlp.rows import is_sum, is_whole

    figures = [name for name in _SCORES if _has_figure(band, row, name)]
    if role in ASIDE:
        return not figures
    if role not in {"total", "subtotal"} or not figures or not _SUMMED & set(label.text):
        return False
    valued = any(_text(band, row, column) for name in ("target", "actual") for column in band.columns(name))
    adds_up = is_whole if role == "total" else is_sum
    near = _near(band, row)
    return not valued and adds_up(_column(band, near, figures[0]), near.index(row))


def first_words(band: Band, row: int) -> Cell | None:
    """The first cell of the row that says something; points and scores in front of the names (10 | 合计) do not."""
    told = [cell for cell in band.row_cells(row) if cell.row == row and key(cell.text)]
    words = (cell for cell in told if not _is_figure(band, cell))
    return next(words, told[0] if told else None)


def _is_figure(band: Band, cell: Cell) -> bool:
    return band.roles.get(cell.column) in _SCORES and numeral(of_cell(band.table, cell), METHOD) is not None


def _fills_the_row(band: Band, row: int, label: Cell) -> bool:
    """Whether one cell is all that the row has, and reaches over columns of values too."""
    alone = all(cell is label or not key(cell.text) for cell in band.row_cells(row) if cell.row == row)
    return alone and not {*_over(band, label)} <= {*LEVELS, "sequence", ""}


def _names_a_group(band: Band, label: Cell) -> bool:
    """Whether the words are those of a group in every form: 产出指标（50分）, 数量指标."""
    printed = parse_name(of_cell(band.table, label))
    name = "" if printed is None else key(printed.name.text)
    return bool(LEVEL1.match(name)) or is_conventional(name)


def _like_a_line(band: Band, row: int, label: Cell) -> bool:
    """Whether the row has a name at the deepest level, points or a score, and something of what they are given for.

    In a table of names and points alone every row is like that, but for one whose points are the sum of others.
    """
    deepest = [columns[0] for level in LEVELS if (columns := band.columns(level))]
    named = bool(deepest) and bool(_text(band, row, deepest[-1]) or label.column == deepest[-1])
    if not named or len(_over(band, label)) > 1:
        return False
    valued = [column for role in _VALUES for column in band.columns(role)]
    if valued:
        scored = not any(map(band.columns, _SCORES)) or any(_has_figure(band, row, role) for role in _SCORES)
        return scored and any(_text(band, row, column) for column in valued)
    from toolkit.nlp.rows import is_sum

    near = _near(band, row)
    return not is_sum(_column(band, near, "max_score"), near.index(row))


def _over(band: Band, label: Cell) -> tuple[str, ...]:
    """Roles of the columns that the label reaches over."""
    reached = range(label.column, label.column + label.column_span)
    return tuple(role for column, role in sorted(band.roles.items()) if column in reached)


def _text(band: Band, row: int, column: int) -> str:
    """The words of the cell that begins here; none of a cell that reaches in from above or from the left."""
    cell = band.table.covering(row, column)
    return cell.text if cell is not None and (cell.row, cell.column) == (row, column) and key(cell.text) else ""


def _near(band: Band, row: int) -> tuple[int, ...]:
    """The rows around this one, in order."""
    around = range(max(band.start, row - _WINDOW), min(band.end, row + _WINDOW + 1))
    return tuple(number for number in around if number not in band.repeated)


def _column(band: Band, rows: tuple[int, ...], role: str) -> tuple[str, ...]:
    columns = band.columns(role)
    return tuple(_text(band, row, columns[0]) for row in rows) if columns else ()


def _has_figure(band: Band, row: int, role: str) -> bool:
    cells = (band.table.covering(row, column) for column in band.columns(role))
    return any(
        cell is not None and cell.row == row and numeral(of_cell(band.table, cell), METHOD) is not None
        for cell in cells
    )


def _label_text(band: Band, rows: tuple[int, ...]) -> str:
    labels = (first_words(band, row) for row in rows)
    return "".join(label.text for label in labels if label is not None)
