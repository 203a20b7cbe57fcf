"""A made document → DOCX; the tables' markup is written whole, as cell by cell takes minutes for long tables."""

import io
from typing import Final
from xml.sax.saxutils import escape

from toolkit.corpus.layout import Style
from toolkit.corpus.render._engine import MARGIN, align, page_size, shade, sides
from toolkit.corpus.render._settle import settled_zip
from toolkit.corpus.truth import TrueCell, TrueDocument, TrueTable

_SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONT: Final = "Noto Sans CJK SC"
_SIDES: Final = ("top", "right", "bottom", "left")
_TWIPS: Final = 20


def docx(document: TrueDocument, style: Style) -> bytes:
    """The bytes of the word file."""
    from docx import Document
    from docx.oxml import parse_xml
    from docx.shared import Pt

    made = Document()
    section = made.sections[0]
    width, height = page_size(style)
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(MARGIN)
    end = made.element.body.sectPr
    text_width = width - 2 * MARGIN
    parts = [_paragraph(document.title, 15, "center")]
    for part in document.parts:
        if isinstance(part, TrueTable):
            parts += [_paragraph(part.caption, 10.5, "center")] if part.caption else []
            parts.append(_table(part, style, text_width))
        else:
            parts.append(_paragraph(part.text, 12 if part.heading else 10.5, "left"))
    for markup in parts:
        end.addprevious(parse_xml(markup))
    buffer = io.BytesIO()
    made.save(buffer)
    return settled_zip(buffer.getvalue())


def _paragraph(text: str, size: float, place: str, space: str = f' xmlns:w="{_SPACE}"') -> str:
    run = (
        f'<w:r><w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}"/>'
        f'<w:sz w:val="{round(size * 2)}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )
    spacing = '<w:spacing w:before="0" w:after="0"/>'
    return f'<w:p{space}><w:pPr>{spacing}<w:jc w:val="{place}"/></w:pPr>{run if text else ""}</w:p>'


def _table(table: TrueTable, style: Style, text_width: float) -> str:
    widths = [round(share * text_width * _TWIPS) for share in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(table, row, style, widths) for row in range(table.rows))
    return (
        f'<w:tbl xmlns:w="{_SPACE}"><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(table: TrueTable, row: int, style: Style, widths: list[int]) -> str:
    marks = "" if style.cut_rows else "<w:cantSplit/>"
    marks += "<w:tblHeader/>" if row < table.header_rows and style.repeat_header else ""
    covering = sorted(
        (cell for cell in table.cells if cell.row <= row < cell.row + cell.row_span), key=lambda cell: cell.column
    )
    cells = "".join(_cell(table, cell, row, style, widths) for cell in covering)
    return f"<w:tr><w:trPr>{marks}</w:trPr>{cells}</w:tr>"


def _cell(table: TrueTable, cell: TrueCell, row: int, style: Style, widths: list[int]) -> str:
    width = sum(widths[cell.column : cell.column + cell.column_span])
    marks = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    marks += f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
    begins = row == cell.row
    marks += f"<w:vMerge{' w:val=' + chr(34) + 'restart' + chr(34) if begins else ''}/>" if cell.row_span > 1 else ""
    ruled = zip(_SIDES, sides(table, cell, style), strict=True)
    order = {"top": 0, "left": 1, "bottom": 2, "right": 3}  # the schema's order
    lines = sorted((side for side, line in ruled if line), key=order.__getitem__)
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in lines)
    marks += f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    if colour := shade(table, cell, style):
        marks += f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
    marks += '<w:vAlign w:val="center"/>'
    text = cell.text if begins else ""
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{_paragraph(text, style.size, align(table, cell), '')}</w:tc>"
