"""Reports as text → the same reports as workbooks: a paragraph a row, tables as ranges; and dumps to be compared."""

import re
import zipfile
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from toolkit.extract import extract
from toolkit.model.codec import dump
from toolkit.model.document import Block, Document, Table

PLACES = {"where", "unit_where", "where_label", "confidence"}
_PLAIN = re.compile(r"-?(?:0|[1-9]\d{0,11})(?:\.(\d{1,6}))?")
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:,\d{3})+(?:\.(\d{1,6}))?")
_PERCENT = re.compile(r"-?(?:0|[1-9]\d{0,5})(?:\.(\d{1,4}))?%")


def typed(text: str) -> tuple[str | float, str]:
    """What a person would type for a shown text: a number and its format, or the text."""
    for pattern, code in ((_PLAIN, "0"), (_GROUPED, "#,##0"), (_PERCENT, "0")):
        if found := pattern.fullmatch(text):
            places = len(found[1]) if found[1] else 0
            number = float(Decimal(text.replace(",", "").rstrip("%")) / (100 if text.endswith("%") else 1))
            return number, code + ("." + "0" * places if places else "") + ("%" if text.endswith("%") else "")
    return text, "@"


def workbook(document: Document, bordered: bool = True, spaced: bool = False, numbers: bool = True) -> bytes:
    """All blocks on one sheet: a paragraph in column A, a table below; `spaced` leaves a blank row around tables."""
    import xlsxwriter

    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("自评")
        formats: dict[str, Any] = {}

        def style(code: str, framed: bool) -> Any:
            return formats.setdefault(f"{code}|{framed}", book.add_format({"num_format": code, "border": int(framed)}))

        row = 0
        for block in document.blocks:
            if not isinstance(block, Table):
                sheet.write_string(row, 0, block.text, style("@", False))
                row += 1
                continue
            row += spaced
            for cell in block.cells:
                value, code = typed(cell.text) if numbers else (cell.text, "@")
                at = (row + cell.row, cell.column)
                if cell.row_span * cell.column_span > 1:
                    end = (at[0] + cell.row_span - 1, at[1] + cell.column_span - 1)
                    sheet.merge_range(*at, *end, value, style(code, bordered))
                elif isinstance(value, str) and value:
                    sheet.write_string(*at, value, style(code, bordered))
                elif cell.text:
                    sheet.write_number(*at, value, style(code, bordered))
                else:
                    sheet.write_blank(*at, None, style("@", bordered))
            row += block.rows + spaced
    return stream.getvalue()


def records(document: Document) -> Any:
    """The extracted report without places and white space, notes and method aside."""
    return bare(dump(extract(document)))


def bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: bare(part) for name, part in value.items() if name not in PLACES}
    if isinstance(value, list):
        return [bare(part) for part in value]
    return "".join(value.split()) if isinstance(value, str) else value


def shown(document: Document) -> list[str]:
    """Texts of blocks; a table's cells with tabs between, rows with line feeds."""
    return [_shown(block) for block in document.blocks]


def _shown(block: Block) -> str:
    if not isinstance(block, Table):
        return block.text
    rows = []
    for row in range(block.rows):
        cells = [block.covering(row, column) for column in range(block.columns)]
        texts = ["" if cell is None or cell.row != row else cell.text for cell in cells]
        rows.append("\t".join(texts))
    return "\n".join(rows)


def archive(parts: dict[str, str | bytes]) -> bytes:
    """Parts as a ZIP."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return stream.getvalue()


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def xlsx(sheet: str, *, strings: str = "", styles: str = "", sheets: str = "", book: str = "") -> bytes:
    """An XLSX of one sheet whose XML is given: rows and what follows them, without the outer elements."""
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            (("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml"))
        )
    )
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{book}<sheets>'
            f'<sheet name="自评" sheetId="1" r:id="r0"/>{sheets}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
            "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
        }
    )


def text_cell(ref: str, text: str, style: int = 0) -> str:
    return f'<c r="{ref}" s="{style}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
