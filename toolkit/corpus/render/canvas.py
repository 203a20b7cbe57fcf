"""Made documents → PDF by ReportLab: fonts that are not embedded, lines stroked one by one or filled as rectangles."""

import io
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, Final

from toolkit.corpus.layout import Style
from toolkit.corpus.render._engine import MARGIN, PAGE, Drawing, Engine, align, needs, page_size, shade, sides
from toolkit.corpus.truth import TrueDocument, TrueTable

_FONT: Final = "STSong-Light"
_LINE: Final = 0.5
_PADDING: Final = 3
_ALIGNS: Final = {"left": 0, "center": 1, "right": 2}


def _render(batch: Sequence[Drawing]) -> list[bytes]:
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]

    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    return [_document(document, style) for document, style in batch]


def _document(document: TrueDocument, style: Style) -> bytes:
    from reportlab.platypus import SimpleDocTemplate, Spacer  # type: ignore[import-untyped]

    buffer = io.BytesIO()
    margins = {f"{side}Margin": MARGIN for side in ("left", "right", "top", "bottom")}
    template = SimpleDocTemplate(buffer, pagesize=page_size(style), invariant=1, **margins)
    width = page_size(style)[0] - 2 * MARGIN - 12
    gap = Spacer(1, 8)
    story = [_text(document.title, 15, "center"), Spacer(1, 8)]
    for is_table, run in groupby(document.parts, lambda part: isinstance(part, TrueTable)):
        together = list(run)
        tables = [part for part in together if isinstance(part, TrueTable)]
        story += _tables(tables, style, width, gap) if is_table else _texts(together)
    page = _lay_over if style.turned else _leave
    maker = _filling() if style.rulings == "filled" else None
    template.build(story, onFirstPage=page, onLaterPages=page, **({"canvasmaker": maker} if maker else {}))
    return buffer.getvalue()


def _texts(run: Iterable[Any]) -> list[Any]:
    from reportlab.platypus import Spacer

    return [*(_text(part.text, 12 if part.heading else 10.5, "left") for part in run), Spacer(1, 8)]


def _tables(tables: Sequence[TrueTable], style: Style, width: float, gap: Any) -> list[Any]:
    from reportlab.platypus import Table

    if style.arrange == "beside":
        drawn = [_table(table, style, width * 0.46) for table in tables]
        frame = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
        return [Table([drawn], colWidths=[width / len(drawn)] * len(drawn), style=frame)]
    parts: list[Any] = []
    for table in tables:
        parts += [_text(table.caption, 10.5, "center")] if table.caption else []
        parts += [_table(table, style, width), gap]
    return parts


def _table(table: TrueTable, style: Style, width: float) -> Any:
    from reportlab.lib.colors import HexColor  # type: ignore[import-untyped]
    from reportlab.platypus import Table

    grid: list[list[Any]] = [[""] * table.columns for _ in range(table.rows)]
    rules: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP" if style.cut_rows else "MIDDLE"),  # a cut cell in the middle runs over
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
    ]
    for cell in table.cells:
        grid[cell.row][cell.column] = _text(cell.text, style.size, align(table, cell)) if cell.text else ""
        start = cell.column, cell.row
        end = cell.column + cell.column_span - 1, cell.row + cell.row_span - 1
        if start != end:
            rules.append(("SPAN", start, end))
        for side, line in sides(table, cell, style)._asdict().items():
            if line:
                rules.append(_rule(side, start, end))
        if colour := shade(table, cell, style):
            rules.append(("BACKGROUND", start, end, HexColor(f"#{colour}")))
    widths = [share * width for share in table.widths]
    head = table.header_rows if style.repeat_header and not style.cut_rows else 0  # it would stand above cut rows too
    return Table(grid, colWidths=widths, style=rules, repeatRows=head, splitInRow=int(style.cut_rows))


def _rule(side: str, start: tuple[int, int], end: tuple[int, int]) -> tuple[Any, ...]:
    corners = {
        "top": ("LINEABOVE", start, (end[0], start[1])),
        "bottom": ("LINEBELOW", (start[0], end[1]), end),
        "left": ("LINEBEFORE", start, (start[0], end[1])),
        "right": ("LINEAFTER", (end[0], start[1]), end),
    }
    return (*corners[side], _LINE, "#000000")


def _text(text: str, size: float, place: str) -> Any:
    from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
    from reportlab.platypus import Paragraph

    style = ParagraphStyle(
        "made", fontName=_FONT, fontSize=size, leading=size * 1.3, alignment=_ALIGNS[place], wordWrap="CJK"
    )
    return Paragraph(text.replace("&", "&amp;").replace("<", "&lt;"), style)


def _leave(_canvas: Any, _template: Any) -> None:
    """A page as it is."""


def _lay_over(canvas: Any, _template: Any) -> None:
    """A page whose content is drawn sideways and which is shown turned, so that it is upright again."""
    canvas.setPageSize(PAGE)
    canvas.setPageRotation(90)
    canvas.translate(PAGE[0], 0)
    canvas.rotate(90)


def _filling() -> Any:
    """A canvas whose lines are thin filled rectangles, as word processors draw them."""
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

    class Filling(Canvas):  # type: ignore[misc]
        def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
            half = _LINE / 2
            width, height = abs(x2 - x1) + _LINE, abs(y2 - y1) + _LINE
            self.rect(min(x1, x2) - half, min(y1, y2) - half, width, height, stroke=0, fill=1)

        def lines(self, lines: Sequence[tuple[float, float, float, float]]) -> None:
            for line in lines:
                self.line(*line)

    return Filling


ENGINE: Final = Engine("canvas", "pdf", _render, needs("reportlab"))
