"""Pieces of tables, page by page → whole tables: cells cut by a page end joined, repeated heads dropped.

A piece goes on with the one before only if its columns lie at the same places, the page before had no room left for
its first row, and it does not start over (a further form of the same print). That nothing but furniture stands
between them is for the caller to see.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from toolkit.layout.cells import is_full
from toolkit.layout.lines import continues
from toolkit.layout.pieces import Piece, PieceCell
from toolkit.layout.wording import is_cut_figure
from toolkit.patterns import regex

Pair: TypeAlias = tuple[PieceCell, PieceCell]
"""A cell above the page end and the one below it in the same columns."""

_SAME_PLACE: Final = 3.0  # points: how far lines between columns may lie apart on two pages
_LONGEST_HEAD: Final = 5  # rows: no head that is repeated is longer
_DEEPEST_HEAD: Final = 40  # rows: so far down a form its row of headings is looked for
_FEWEST_HEADINGS: Final = 3  # cells, all with words: a row within a table that may be repeated
_NUMBER: Final = regex(r"[\d.,%‰+\-/—]+")


def goes_on(above: Piece, below: Piece, floor: float) -> bool:
    """Whether `below`, first on its page, goes on with `above`, last on the page before.

    `floor` is how far down the page text reaches on pages like that of `above`.
    """
    if not above.frame.as_wide_as(below.frame) or not _match(above, below):
        return False
    start, head = _repeated_head(above, below)
    if head == below.rows or floor - above.bottom > _first_height(below, head) + below.line_height():
        return False
    return not _starts_over(above, below, start + head, head)


def repeats_head(above: Piece, below: Piece) -> bool:
    """Whether `below` begins with the rows that begin `above`."""
    return _repeated_head(above, below)[1] > 0


def told_apart(piece: Piece) -> list[Piece]:
    """The tables in a piece in which the head stands again: a further one where its rows begin anew, else the same,
    its head printed once more (as some producers do above a row that they cut)."""
    head = piece.row(0)
    if not _is_heading(head):
        return [piece]
    row = 1
    while row < piece.rows - 1:
        if not _same_row(head, piece.row(row)) or _is_cut(piece, row):
            row += 1
        elif piece.row(1)[0].text and piece.row(1)[0].text == piece.row(row + 1)[0].text:
            return [_first_rows(piece, row), *told_apart(_without_head(piece, row))]
        else:
            piece.cells = [cell for cell in piece.cells if cell.row != row]
            for cell in piece.cells:
                cell.row -= cell.row > row
            del piece.tops[row]
            piece.head = max(piece.head, 1)
    return [piece]


def _is_cut(piece: Piece, row: int) -> bool:
    """Whether a cell runs through the upper border of a row."""
    return any(cell.row < row < cell.row + cell.row_span for cell in piece.cells)


def _first_rows(piece: Piece, count: int) -> Piece:
    cells = [cell for cell in piece.cells if cell.row < count]
    return replace(piece, tops=piece.tops[:count], bottom=piece.tops[count], cells=cells, open_bottom=frozenset())


def append(above: Piece, below: Piece) -> None:
    """Grow `above` by `below`, which is used up: its head dropped, a cut row and cut group cells joined."""
    start, head = _repeated_head(above, below)
    if head:
        above.head = above.head if start else max(above.head, head)
        below = _without_head(below, head)
    _refine(above, below)
    pairs = _pairs(above, below)
    if _is_rest_of_row(above, below, pairs):
        first = above.rows - 1
    else:
        first = above.rows
        pairs = _carried_on(above, below, pairs)
    joined = {id(cell) for _, cell in pairs}
    for upper, cell in pairs:
        if upper.text != cell.text:
            upper.go_on(cell.lines)
        upper.row_span = first + cell.row_span - upper.row
    for cell in below.cells:
        if id(cell) not in joined:
            cell.row += first
            above.cells.append(cell)
    above.tops.extend(below.tops[above.rows - first :])
    above.bottom, above.frame, above.open_bottom = below.bottom, below.frame, below.open_bottom
    above.pages.extend(below.pages)
    if above.slack and below.slack:
        above.xs, above.slack = below.xs, below.slack


def _match(above: Piece, below: Piece) -> bool:
    """Whether their columns lie at the same places; where no lines were drawn, whether one line might part both."""
    if not above.slack and not below.slack:
        return _same_columns(above.xs, below.xs)
    return above.columns == below.columns and all(
        abs(one - other) <= _SAME_PLACE + slack for one, other, slack in _slacks(above, below)
    )


def _slacks(above: Piece, below: Piece) -> list[tuple[float, float, float]]:
    """(x above, x below, how far they may lie apart) of each division between columns."""
    none = (0.0,) * len(above.xs)
    both = zip(above.xs, below.xs, above.slack or none, below.slack or none, strict=True)
    return [(one, other, slack + spare) for one, other, slack, spare in both][1:-1]


def _same_columns(above: Sequence[float], below: Sequence[float]) -> bool:
    """The same outer edges, and every division of the coarser piece is one of the finer."""
    few, many = sorted(([place - line[0] for place in line] for line in (above, below)), key=len)
    return abs(few[-1] - many[-1]) <= _SAME_PLACE and all(
        any(abs(place - other) <= _SAME_PLACE for other in many) for place in few
    )


def _repeated_head(above: Piece, below: Piece) -> tuple[int, int]:
    """(row of `above`, number of rows): how many leading rows of `below` repeat, word for word, which rows of `above`.

    That is the top of `above`, or a row of headings within it, under the head of a form.
    """
    upper, lower = above.first_rows(_DEEPEST_HEAD), below.first_rows(_LONGEST_HEAD)
    for start, row in enumerate(upper):
        if not lower or not _same_row(row, lower[0]) or not (start == 0 or _is_heading(row)):
            continue
        count = 1
        while start + count < len(upper) and count < len(lower) and _same_row(upper[start + count], lower[count]):
            count += 1
        cut = [cell.row for cell in below.cells if cell.row < count < cell.row + cell.row_span]
        if min((count, *cut)):
            return start, min((count, *cut))
    return 0, 0


def _is_heading(row: Sequence[PieceCell]) -> bool:
    return len(row) >= _FEWEST_HEADINGS and all(cell.lines and not _NUMBER.fullmatch(cell.text) for cell in row)


def _same_row(above: Sequence[PieceCell], below: Sequence[PieceCell]) -> bool:
    if len(above) != len(below) or not any(cell.lines for cell in above):
        return False
    return all(
        one.text == other.text and one.row_span == other.row_span for one, other in zip(above, below, strict=True)
    )


def _first_height(piece: Piece, row: int) -> float:
    """Height of what a page end would not part: row `row` with all cells that begin in it."""
    last = max((cell.row + cell.row_span for cell in piece.row(row)), default=row + 1)
    return (*piece.tops, piece.bottom)[last] - piece.tops[row]


def _starts_over(above: Piece, below: Piece, row: int, head: int) -> bool:
    """Whether the first row after the head is the beginning of a further table of the same print.

    Its label then begins row `row` of `above`, which follows the head there, and no other: 项目名称, 1. A group's
    name that is printed again spans rows or stands in several. Or both begin with a title across the table.
    """
    if row >= above.rows:
        return False
    first, second = above.row(row), below.row(head)
    if not first or not second or first[0].column != second[0].column:
        return False
    if len(first) == len(second) == 1 and first[0].column_span > 1 and first[0].lines and second[0].lines:
        return True
    label = first[0].text
    if not label or label != second[0].text or first[0].row_span > 1 or second[0].row_span > 1:
        return False
    return sum(1 for cell in above.cells if cell.column == first[0].column and cell.text == label) == 1


def _without_head(piece: Piece, head: int) -> Piece:
    """The piece, which is used up, without its first rows."""
    cells = [cell for cell in piece.cells if cell.row >= head]
    for cell in cells:
        cell.row -= head
    return replace(piece, tops=piece.tops[head:], cells=cells, open_top=frozenset())


def _refine(above: Piece, below: Piece) -> None:
    """Count the columns of the coarser piece as the finer one divides them, in place."""
    if above.columns == below.columns:
        return
    coarse, fine = sorted((above, below), key=lambda piece: piece.columns)
    shift = fine.xs[0] - coarse.xs[0]
    index = [min(range(len(fine.xs)), key=lambda at: abs(fine.xs[at] - place - shift)) for place in coarse.xs]
    for cell in coarse.cells:
        end = index[cell.column + cell.column_span]
        cell.column = index[cell.column]
        cell.column_span = end - cell.column
    coarse.open_top = _spread(coarse.open_top, index)
    coarse.open_bottom = _spread(coarse.open_bottom, index)
    coarse.xs = tuple(place - shift for place in fine.xs)


def _spread(columns: frozenset[int], index: Sequence[int]) -> frozenset[int]:
    return frozenset(fine for column in columns for fine in range(index[column], index[column + 1]))


def _pairs(above: Piece, below: Piece) -> list[Pair]:
    """Cells of the first row below with the cell that ends `above` in the same columns, where there is one."""
    pairs = []
    for cell in below.row(0):
        upper = above.covering(above.rows - 1, cell.column)
        if upper is not None and (upper.column, upper.column_span) == (cell.column, cell.column_span):
            pairs.append((upper, cell))
    return pairs


def _is_rest_of_row(above: Piece, below: Piece, pairs: Sequence[Pair]) -> bool:
    """Whether the first row below is what the page end cut off the last row above.

    Group cells aside, text below then goes on with text above that reaches the page end (or, where that left all
    borders open, was broken at a full line); either a cell that has text above is empty below, or the page end left all
    borders open, or every cell was broken at a full line. Where the first cell is empty below, one text that surely
    goes on is enough beside full lines.
    """
    if len(pairs) < len(below.row(0)):
        return False
    own = [(upper, cell) for upper, cell in pairs if upper.row_span == 1 and cell.row_span == 1]
    told = [(upper, cell) for upper, cell in own if cell.lines]
    silent = [bool(upper.lines) and not cell.lines for upper, cell in own]
    if not told:
        return all(silent) and bool(silent)  # the row was cut below its last line
    if not any(upper.lines for upper, _ in told):
        if len(told) == 1 and all(silent[1:]) and own[0] == told[0] and _has_all_its_names(above, told[0][0]):
            return not _NUMBER.fullmatch(told[0][1].text)  # its name alone had no room above
        return silent[0] and bool(_NUMBER.fullmatch(own[0][0].text))  # only the row's number had room above
    cut_open = len(above.open_bottom) == above.columns
    if not all(
        upper.lines and (_reaches_end(upper, above) or (cut_open and _is_broken_at_full_line(upper, cell)))
        for upper, cell in told
    ):
        return False
    flowing = [_flows(upper, cell) for upper, cell in told]
    if all(flowing):
        return any(silent) or cut_open or all(_is_broken_at_full_line(upper, cell) for upper, cell in told)
    whole = [cell for upper, cell in told if _NUMBER.fullmatch(cell.text) and not is_cut_figure(upper.lines[-1].text)]
    if not silent[0] or whole:
        return False
    full = all(is_full(upper.lines[-1], cell.lines[0], upper.width) for upper, cell in told)
    return (any(flowing) and full) or all(len(upper.lines) > 1 for upper, _ in told)


def _has_all_its_names(above: Piece, last: PieceCell) -> bool:
    """Whether every cell above in the column of one has text, so that an empty one is not its way to say 'the same'."""
    return all(cell.lines for cell in above.cells if cell.column == last.column and cell is not last)


def _reaches_end(upper: PieceCell, above: Piece) -> bool:
    last = upper.lines[-1]
    return above.bottom - last.bottom < 1.5 * (last.bottom - last.top)


def _flows(upper: PieceCell, cell: PieceCell) -> bool:
    last, first = upper.lines[-1], cell.lines[0]
    return continues(last.text, first.text, is_full(last, first, upper.width))


def _is_broken_at_full_line(upper: PieceCell, cell: PieceCell) -> bool:
    return len(upper.lines) > 1 and is_full(upper.lines[-1], cell.lines[0], upper.width)


def _carried_on(above: Piece, below: Piece, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that are one cell: groups whose lines go on below the page end."""
    carried: list[Pair] = []
    leading = True
    for number, (upper, cell) in enumerate(pairs):
        leading = leading and len(carried) == number and cell.column == sum(one.column_span for _, one in carried)
        if _is_cut_open(above, below, cell.column) or (leading and _is_group(above, below, upper, cell)):
            carried.append((upper, cell))
    return carried


def _is_cut_open(above: Piece, below: Piece, column: int) -> bool:
    """The border at the page end was drawn in other columns and not in this one."""
    return any(
        column in sides and len(sides) < piece.columns
        for sides, piece in ((above.open_bottom, above), (below.open_top, below))
    )


def _is_group(above: Piece, below: Piece, upper: PieceCell, cell: PieceCell) -> bool:
    """Whether two cells at the left, closed at the page end, are one: its name stands in one of them or in both."""
    spans = upper.row_span > 1 or cell.row_span > 1
    if upper.lines and cell.lines:
        same = spans and upper.text == cell.text and not _NUMBER.fullmatch(cell.text)
        return same or _is_torn(above, below, upper, cell)
    if not upper.lines and not cell.lines:
        return spans
    if not upper.lines and not _has_figures(above, above.rows - 1, cell.column) and _has_figures(below, 0, cell.column):
        return False  # a blank among headings, above the first row that they head
    return spans or any(
        other.column == cell.column and other.row_span > 1 for piece in (above, below) for other in piece.cells
    )


def _has_figures(piece: Piece, row: int, column: int) -> bool:
    """Whether a row has figures to the right of a column."""
    return any(_NUMBER.fullmatch(cell.text) for cell in piece.row(row) if cell.column > column)


def _is_torn(above: Piece, below: Piece, upper: PieceCell, cell: PieceCell) -> bool:
    """Whether a name was broken at the page end: it then flows on, to the character that ends the other names, as
    生态保护工程 does beside 道路改造工程."""
    cells = (other for piece in (above, below) for other in piece.cells if other.column == cell.column and other.lines)
    texts = [other.text for other in cells if other is not upper and other is not cell]
    ends = Counter(text[-1] for text in texts if text[-1].isalpha())
    end, count = max(ends.items(), key=lambda item: item[1], default=("", 0))
    return count > 1 and upper.text[-1] != end == cell.text[-1] and _flows(upper, cell)
