"""The heading above a table of one group's lines → that group: “一、预算编制（15分）” over lines of 15 points."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from toolkit.extract.citing import Span, cite_number, of_paragraph
from toolkit.extract.form import Band
from toolkit.extract.names import PrintedName, parse_name, spoken_name
from toolkit.extract.tables.cells import value_cell
from toolkit.model.document import Paragraph
from toolkit.patterns import regex
from toolkit.text import fold_widths

_LEAD = regex(r"\s*附?表\s*[\d一二三四五六七八九十]{1,3}\s*[:.、]?\s*")  # 表2 履职效能指标（40分）
_TAIL = regex(r"(?:指标)?(?:自评)?(?:得分|评分|打分)(?:情况|明细|一览)?表?$")  # 表7 运行管理指标得分（20分）
_FARED = regex(r"(?:指标)?(?:完成|实现|自评)?情况$")  # （一）决策情况（20分）
_OF_POINTS = regex(r"[一-鿿]\(\d{1,3}(?:\.\d+)?分[,)]")
_LONGEST = 30  # characters of a title
_FEWEST = 2
_NUMBER = regex(r"\d{1,3}(?:\.\d+)?")


def title_above(lines: Sequence[Paragraph]) -> Span | None:
    """Of the paragraphs between a table and the one before it the last short one that gives points to what it names
    （（一）决策情况（20分，得19分）, some words on it, the table）; else the last."""
    titles = (
        line for line in reversed(lines) if len(line.text) <= _LONGEST and _OF_POINTS.search(fold_widths(line.text))
    )
    title = next(titles, lines[-1] if lines else None)
    return None if title is None else of_paragraph(title)


def named_above(band: Band, method: str) -> dict[int, PrintedName]:
    """The group that holds for all rows: the heading names it with its points, which are those of the lines, or with a
    小计 half of what the column prints; or it says whose scores these are (表三 产出指标得分) above lines that a 小计
    adds up. None where a column names such groups."""
    if band.heading is None or band.columns("level1"):
        return {}
    lead = _LEAD.match(fold_widths(band.heading.text))
    printed = parse_name(band.heading.sub(lead.end() if lead else 0, len(band.heading.text)))
    if printed is None:
        return {}
    name = spoken_name(printed.name)
    tail = _TAIL.search(name.text)
    ends = tail or _FARED.search(name.text)
    name = name.sub(0, ends.start()) if ends and ends.start() else name
    cells = (value_cell(band, row, "max_score", 3) for row in band.rows)
    texts = (fold_widths(cell.text).strip() for cell in cells if cell is not None)
    numbers = [Decimal(text) for text in texts if _NUMBER.fullmatch(text)]
    points = None if printed.caption is None else cite_number(printed.caption, method)
    if points is not None:
        fits = sum(numbers, Decimal(0)) in {points.value, 2 * points.value}
    else:
        fits = tail is not None and len(numbers) > _FEWEST and sum(numbers[:-1], Decimal(0)) == numbers[-1]
    return {1: replace(printed, name=name)} if fits else {}
