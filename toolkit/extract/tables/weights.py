"""A column headed 权重 → shares of a score out of 100 for each line, or the points of a hundred in per cent."""

from decimal import Decimal

from toolkit.extract.citing import Span, cite_number, of_cell
from toolkit.extract.columns import is_blank
from toolkit.extract.form import Band
from toolkit.extract.tables.cells import last_value, numeral
from toolkit.model.citation import CitedNumber
from toolkit.patterns import regex
from toolkit.text import fold_widths

_FEWEST = 3  # scores that are within their per cent by no chance
_SCALE = regex(r"^\s*(\d+(?:\.\d+)?)\s*%\s*$")


def weights_are_shares(band: Band) -> bool:
    """Whether the column headed 权重 prints shares (20%, 0.2) and the scores are out of 100.

    Where no score is above its own per cent, these are the points of a hundred.
    """
    columns = band.columns("max_score")
    if len(columns) != 1:
        return False
    seen: list[Decimal] = []
    per_cent: list[tuple[Decimal, Decimal | None]] = []
    for row in band.rows:
        cell = band.table.covering(row, columns[0])
        if cell is None or cell.row != row or is_blank(cell):
            continue
        span = of_cell(band.table, cell)
        if (share := percent_points(span, "")) is not None:
            score = last_value(band, row, "claimed_score", "")
            per_cent.append((share.value, None if score is None else score.value))
        elif (cited := numeral(span, "")) is not None:
            seen.append(cited.value)
    if per_cent:
        scores = [(points, score) for points, score in per_cent if score is not None]
        return len(scores) < _FEWEST or any(score > points for points, score in scores)
    return len(seen) > 1 and max(seen) <= 1


def percent_points(span: Span, method: str) -> CitedNumber | None:
    """20 of 20%."""
    found = _SCALE.match(fold_widths(span.text))
    return None if found is None else cite_number(span.sub(*found.span(1)), method)
