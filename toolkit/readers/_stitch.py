"""Stretches of rows that a page has cut → whole tables: repeated header dropped, a cut cell joined again."""

from collections.abc import Sequence
from typing import Final

from toolkit.layout.lines import continues
from toolkit.patterns import regex
from toolkit.readers._pieces import Line
from toolkit.readers._rows import CellPieces, Row, Rows, cell_text
from toolkit.text import key

CONTINUED: Final = regex(
    r"[(（【]?\s*(?:续表?|接上[表页]|续上[表页]|转下页)\s*\d{0,2}\s*[)）】]?[:：]?|.{0,30}[(（]续表?\d{0,2}[)）]|续表.{0,20}"
)
_FIGURE: Final = regex(r"\d")
_YEAR: Final = regex(r"\d{4}\s*年")
_LONGEST_NAME = 14


def stitch(parts: Sequence[Rows], lines: Sequence[Line], furniture: set[int]) -> list[Rows]:
    """Parts in reading order → tables; `furniture` takes the indexes of marks like 续表 and of repeated captions."""
    tables: list[Rows] = []
    for part in parts:
        if tables and _is_next_page(tables[-1], part, lines, furniture):
            continue
        tables.append(part)
    return tables


def _is_next_page(whole: Rows, part: Rows, lines: Sequence[Line], furniture: set[int]) -> bool:
    """Whether `part` was added to `whole`: nothing stands between but marks of a cut and captions seen above."""
    between = [index for index in range(whole.last, part.first) if index not in furniture and lines[index].text.strip()]
    if len(between) > 3:
        return False
    above = {key(line.text) for line in lines[max(whole.first - 6, 0) : whole.first] if line.text.strip()}
    others = [index for index in between if not CONTINUED.fullmatch(lines[index].text.strip("# *\t　"))]
    if any(key(lines[index].text) not in above for index in others) or not _attach(whole, part, direct=not others):
        return False
    furniture.update(between)
    return True


def _attach(whole: Rows, part: Rows, direct: bool) -> bool:
    """Add the rows of `part` to `whole` if it is its next page; `direct`: nothing but marks stands between."""
    repeated = _repeated_rows(whole, part)
    if not repeated and (not direct or not _goes_on(whole, part)):
        return False
    whole.repeated = max(whole.repeated, repeated)
    dropped = repeated
    if dropped < len(part.rows) and _is_rest_of_row(whole.rows[-1], part.rows[dropped]):
        whole.rows[-1] = _joined(whole.rows[-1], part.rows[dropped])
        dropped += 1
    shift = len(whole.rows) - dropped
    whole.spans.update({(row + shift, column): span for (row, column), span in part.spans.items() if row >= dropped})
    whole.rows.extend(part.rows[dropped:])
    whole.last = part.last
    whole.certain = True
    return True


def _repeated_rows(whole: Rows, part: Rows) -> int:
    """How many rows at the top of `part` repeat the top of `whole`; 0 unless one of them has two cells or more."""
    count = 0
    for above, below in zip(whole.rows, part.rows, strict=False):
        if _names(above) != _names(below):
            break
        count += 1
    return count if any(sum(map(bool, row)) > 1 for row in part.rows[:count]) else 0


def _names(row: Row) -> list[str]:
    names = [key(cell_text(cell)) for cell in row]
    while names and not names[-1]:
        names.pop()
    return names


def _goes_on(whole: Rows, part: Rows) -> bool:
    """Whether a part without repeated header continues a table: as many columns, and no header of its own."""
    if whole.columns != part.columns or whole.kind != part.kind or part.columns < 2:
        return False
    if not (whole.certain or part.certain) and part.columns < 3:
        return False
    if _is_header_over_figures(part.rows[0], whole.rows[1:]):
        return False
    own_header = whole.ruled and part.ruled and len(part.rows) > 1
    return not (own_header and _is_header(part.rows[0]) and _is_header(whole.rows[0]))


def _is_header_over_figures(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row holds words alone where all rows above hold figures: it heads another table."""
    seen = [_has_figure(cell) for column, cell in enumerate(row) if cell and _is_figure_column(above, column)]
    return bool(seen) and not any(seen)


def _is_figure_column(rows: Sequence[Row], column: int) -> bool:
    cells = [row[column] for row in rows if column < len(row) and row[column]]
    return len(cells) >= 2 and all(map(_has_figure, cells))


def _has_figure(cell: CellPieces | None) -> bool:
    return _FIGURE.search(_YEAR.sub("", cell_text(cell))) is not None


def _is_header(row: Row) -> bool:
    texts = [cell_text(cell) for cell in row]
    short = all(text and len(text) <= _LONGEST_NAME and not _FIGURE.search(text) for text in texts)
    return short and len(set(texts)) == len(texts)


def _is_rest_of_row(above: Row, below: Row) -> bool:
    """Whether the row goes on with the cut row above: it begins empty, a text continues one above, none denies it."""
    if not below or below[0]:
        return False
    upper = [*above, *([()] * (len(below) - len(above)))]
    pairs = [(cell_text(over), cell_text(cell)) for over, cell in zip(upper, below, strict=False) if over and cell]
    return bool(pairs) and all(continues(before, after, None) for before, after in pairs)


def _joined(above: Row, below: Row) -> Row:
    width = max(len(above), len(below))
    upper, lower = ([*row, *([None] * (width - len(row)))] for row in (above, below))
    return [
        None if over is None and cell is None else (*(over or ()), *(cell or ()))
        for over, cell in zip(upper, lower, strict=True)
    ]
