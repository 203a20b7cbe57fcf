"""A small workbook of this reader and the texts of the blocks that it must yield."""

import zipfile
from io import BytesIO
from typing import Final

_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"

_PARTS: Final = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_TYPES}"><sheets>'
    '<sheet name="完成情况" sheetId="1" r:id="r1"/><sheet name="底稿" sheetId="2" state="hidden" r:id="r2"/>'
    "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="r1" Type="{_TYPES}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_TYPES}/worksheet" Target="worksheets/sheet2.xml"/>'
    f'<Relationship Id="r3" Type="{_TYPES}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="10"/>'
    '<xf numFmtId="2"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>临江市园林局重点项目完成情况表</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>项目</t></is></c><c r="B2" t="inlineStr"><is><t>完成率</t></is></c>'
    '<c r="C2" t="inlineStr"><is><t>得分</t></is></c></row>'
    '<row r="3"><c r="A3" t="inlineStr"><is><t>滨江公园改造</t></is></c><c r="B3" s="1"><v>0.96499999999999997</v></c>'
    '<c r="C3" s="2"><v>9.8000000000000007</v></c></row>'
    '</sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells></worksheet>',
    "xl/worksheets/sheet2.xml": f'<worksheet xmlns="{_MAIN}"><sheetData/></worksheet>',
}


def _packed(parts: dict[str, str]) -> bytes:
    """The parts as a ZIP archive, the same bytes at any time."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text.encode())
    return stream.getvalue()


SPECIMEN: Final = _packed(_PARTS)
EXPECTED: Final = (
    "临江市园林局重点项目完成情况表",
    "项目\t完成率\t得分\n滨江公园改造\t96.50%\t9.80",
)
