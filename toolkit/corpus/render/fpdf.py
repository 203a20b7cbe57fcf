"""Made documents → PDF by fpdf2: a TrueType font, each cell's lines drawn as it is set; rows are never cut."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from toolkit.corpus.layout import Style
from toolkit.corpus.render._engine import MARGIN, Drawing, Engine, align, needs, page_size, shade, sides
from toolkit.corpus.render._fonts import crop
from toolkit.corpus.render._markup import markup
from toolkit.corpus.truth import TrueDocument, TrueTable

_FONT: Final = "Droid Sans Fallback"  # without digits and Latin letters
_LATIN: Final = "DejaVu Sans"
_LINE: Final = 0.5
_PADDING: Final = 3
_ALIGNS: Final = {"left": "L", "center": "C", "right": "R"}


def _render(batch: Sequence[Drawing]) -> list[bytes]:
    letters = {letter for drawing in batch for letter in markup(*drawing)}
    with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
        folder = Path(place)
        fonts = crop(_FONT, letters, folder / "chinese.ttf"), crop(_LATIN, letters, folder / "latin.ttf")
        return [_document(document, style, fonts) for document, style in batch]


def _document(document: TrueDocument, style: Style, fonts: tuple[Path, Path]) -> bytes:
    from fpdf import FPDF

    pdf = FPDF(unit="pt", format=page_size(replace(style, landscape=False)))
    pdf.set_margin(MARGIN)
    pdf.set_creation_date(datetime(2020, 1, 1, tzinfo=UTC))
    pdf.set_auto_page_break(True, MARGIN)
    pdf.add_font("made", "", fonts[0])
    pdf.add_font("latin", "", fonts[1])
    pdf.set_fallback_fonts(["latin"])
    pdf.add_page("L" if style.landscape else "P")
    pdf.set_line_width(_LINE)
    _paragraph(pdf, document.title, 15, "C")
    for part in document.parts:
        if isinstance(part, TrueTable):
            _table(pdf, part, style)
            pdf.ln(8)
        else:
            _paragraph(pdf, part.text, 12 if part.heading else 10.5, "L")
    return bytes(pdf.output())


def _paragraph(pdf: Any, text: str, size: float, place: str) -> None:
    pdf.set_font("made", size=size)
    pdf.multi_cell(0, size * 1.4, text, align=place, new_x="LMARGIN", new_y="NEXT", wrapmode="CHAR")
    pdf.ln(6)


def _table(pdf: Any, table: TrueTable, style: Style) -> None:
    from fpdf.enums import CellBordersLayout
    from fpdf.fonts import FontFace

    pdf.set_font("made", size=style.size)
    at = {(cell.row, cell.column): cell for cell in table.cells}
    look = {
        "borders_layout": "NONE",
        "col_widths": table.widths,
        "headings_style": FontFace(),
        "line_height": style.size * 1.3,
        "num_heading_rows": table.header_rows,
        "repeat_headings": int(style.repeat_header),
        "padding": _PADDING,
        "wrapmode": "CHAR",
        "first_row_as_headings": table.header_rows > 0,
    }
    with pdf.table(**look) as drawn:
        for row in range(table.rows):
            line = drawn.row()
            for cell in (at[row, column] for column in range(table.columns) if (row, column) in at):
                ruled = sides(table, cell, style)._asdict()
                border = sum(CellBordersLayout[side.upper()].value for side, yes in ruled.items() if yes)
                colour = shade(table, cell, style)
                line.cell(
                    cell.text,
                    align=_ALIGNS[align(table, cell)],
                    border=CellBordersLayout(border),
                    style=FontFace(fill_color=f"#{colour}") if colour else None,
                    colspan=cell.column_span,
                    rowspan=cell.row_span,
                )


ENGINE: Final = Engine("fpdf", "pdf", _render, needs("fpdf", _FONT, _LATIN))
