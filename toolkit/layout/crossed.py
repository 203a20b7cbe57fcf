"""Labels over the first columns, through which a producer drew the lines of the rows above → one cell each again.

Offices do so in the row of a sum, where the cells of the group above it were merged.
"""

from typing import Final

from toolkit.layout.pieces import Piece, PieceCell

_NEAR: Final = 0.6  # em: a label's centre lies so near that of its columns
_OFF: Final = 1.5  # em: and so far at least from that of the cell that the lines left it


def whole_labels(piece: Piece) -> Piece:
    """The piece, in which cells are joined in place."""
    for row in range(1, piece.rows):
        cells = sorted(piece.row(row), key=lambda cell: cell.column)
        filled = next((number for number, cell in enumerate(cells) if cell.lines), 0)
        if filled and cells[0].column == 0 and _is_crossed(piece, cells[: filled + 1]):
            label = cells[filled]
            label.column, label.column_span = 0, label.column + label.column_span
            piece.cells = [cell for cell in piece.cells if cell not in cells[:filled]]
    return piece


def _is_crossed(piece: Piece, cells: list[PieceCell]) -> bool:
    """Whether the last of the cells, the only one with text, has it in the middle of them all, not in its own."""
    label, line = cells[-1], cells[-1].lines[0]
    if len(label.lines) > 1 or label.column_span < 2 or any(cell.row_span > 1 for cell in cells):
        return False
    end = piece.xs[label.column + label.column_span]
    middle = (line.x0 + line.x1) / 2
    return (
        abs((piece.xs[0] + end) / 2 - middle) <= _NEAR * line.em
        and abs((piece.xs[label.column] + end) / 2 - middle) >= _OFF * line.em
    )
