"""The heading above a table of one group's lines → that group: “一、预算编制（15分）” over lines of 15 points."""

from dataclasses import replace
from decimal import Decimal

from toolkit.extract.citing import cite_number
from toolkit.extract.form import Band
from toolkit.extract.names import PrintedName, parse_name, spoken_name
from toolkit.extract.tables.cells import value_cell
from toolkit.patterns import regex
from toolkit.text import fold_widths

_LEAD = regex(r"\s*附?表\s*[\d一二三四五六七八九十]{1,3}\s*[:.、]?\s*")  # 表2 履职效能指标（40分）
_NUMBER = regex(r"\d{1,3}(?:\.\d+)?")


def named_above(band: Band, method: str) -> dict[int, PrintedName]:
    """The group that holds for all rows: the heading names it with its points, which are those of the lines, or with a
    小计 half of what the column prints; none where a column names such groups."""
    if band.heading is None or band.columns("level1"):
        return {}
    lead = _LEAD.match(fold_widths(band.heading.text))
    printed = parse_name(band.heading.sub(lead.end() if lead else 0, len(band.heading.text)))
    points = None if printed is None or printed.caption is None else cite_number(printed.caption, method)
    if printed is None or points is None:
        return {}
    cells = (value_cell(band, row, "max_score", 3) for row in band.rows)
    texts = (fold_widths(cell.text).strip() for cell in cells if cell is not None)
    told = sum((Decimal(text) for text in texts if _NUMBER.fullmatch(text)), Decimal(0))
    printed = replace(printed, name=spoken_name(printed.name))
    return {1: printed} if told in {points.value, 2 * points.value} else {}
