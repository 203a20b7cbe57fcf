"""Stretches and grids in source order → the same with tables joined that the writer cut and marked (续上表)."""

from toolkit.readers._flow import Flow, Grid, GridCell, Stretch
from toolkit.readers._stitch import CONTINUED
from toolkit.text import key


def joined(flow: Flow) -> tuple[Flow, Flow]:
    """The flow with every table that goes on behind a mark made one, and the marks."""
    found: Flow = []
    marks: Flow = []
    between: list[Stretch] = []
    for item in flow:
        above = found[-1] if found else None
        if isinstance(above, Grid) and isinstance(item, Stretch) and _marks_or_nothing(item):
            between.append(item)
            continue
        marked = any(stretch.text_lines for stretch in between)
        if marked and isinstance(above, Grid) and isinstance(item, Grid) and above.columns == item.columns:
            found[-1] = _one(above, item)
            marks += between
        else:
            found += [*between, item]
        between = []
    return [*found, *between], marks


def _marks_or_nothing(stretch: Stretch) -> bool:
    return all(CONTINUED.fullmatch(line.text) for line in stretch.text_lines)


def _one(above: Grid, below: Grid) -> Grid:
    """Both as one table, without the rows at the top of the second that only print rows of the first again."""
    again = _repeated(above, below)
    shift = above.rows - again
    rest = [
        GridCell(cell.row + shift, cell.column, cell.row_span, cell.column_span, cell.flow)
        for cell in below.cells
        if cell.row >= again
    ]
    rows = above.rows + below.rows - again
    return Grid([*above.cells, *rest], rows, above.columns, above.header_rows, above.title, above.layout)


def _repeated(above: Grid, below: Grid) -> int:
    """How many rows at the top of the second table stand one below the other in the first too."""
    printed, again = _rows(above), _rows(below)
    if sum(bool(text) for _, text in again[0]) <= 1 or again[0] not in printed:
        return 0
    start = printed.index(again[0])
    count = 0
    while count < len(again) and start + count < len(printed) and printed[start + count] == again[count]:
        count += 1
    reaching = any(cell.row < count < cell.row + cell.row_span for cell in below.cells)
    return 0 if reaching or count == len(again) else count


def _rows(grid: Grid) -> list[list[tuple[int, str]]]:
    """Column and text of the cells that begin in each row."""
    found: list[list[tuple[int, str]]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        found[cell.row].append((cell.column, key("".join(line.text for line in cell.lines))))
    return found
