"""XLS, XLSB, ODS and XML 2003 are read as XLSX is, record by record; an independent reader agrees on the values."""

from io import BytesIO
from struct import pack

import pytest

from tests.readers.workbook.binary import compound, part, record, wide, workbook_stream, xls, xlsb
from tests.readers.workbook.made import archive, shown
from toolkit.errors import ReadError
from toolkit.readers import read
from toolkit.readers._ole import CompoundFile


def style(code: int, border: int = 0) -> bytes:
    return record(0xE0, pack("<HHHBBBBHHII", 0, code, 0, 0, 0, 0, 0, border, 0, 0, 0)[:20].ljust(20, b"\0"))


DIRECTORY = record(0x41E, pack("<H", 164) + wide("0.0%")) + style(0) + style(2) + style(10) + style(164) + style(14)
FORMULA = b"\x03\0\x1e\x01\0"
CELLS = (
    record(0xFD, pack("<HHHI", 0, 0, 0, 0))
    + record(0x204, pack("<HHH", 0, 1, 0) + wide("比率"))
    + record(0xFD, pack("<HHHI", 0, 2, 0, 1))
    + record(0x203, pack("<HHHd", 1, 0, 1, 9.8))
    + record(0x27E, pack("<HHHI", 1, 1, 2, (9850 << 2 | 3) & 0xFFFFFFFF))
    + record(0x06, pack("<HHHdHI", 1, 2, 3, 0.125, 0, 0) + FORMULA)
    + record(0xBD, pack("<HHHIHIH", 2, 0, 0, 7 << 2 | 2, 0, (-5 << 2 | 2) & 0xFFFFFFFF, 1))
    + record(0x06, pack("<HHH", 2, 2, 0) + b"\0\0\0\0\0\0\xff\xff" + bytes(6) + FORMULA)
    + record(0x207, wide("已验收"))
    + record(0x205, pack("<HHHBB", 3, 0, 0, 0x07, 1))
    + record(0x205, pack("<HHHBB", 3, 1, 0, 1, 0))
    + record(0x203, pack("<HHHd", 3, 2, 4, 44926))
)
STRINGS = ("得分", "完成\n情况")
EXPECTED = ["得分\t比率\t完成\n情况\n9.80\t98.50\t12.5%\n7\t-5\t已验收\n#DIV/0!\tTRUE\t2022-12-31"]


def test_records_of_an_xls() -> None:
    document = read(xls(CELLS, before=DIRECTORY, strings=STRINGS), "a.xls")
    assert shown(document) == [EXPECTED[0].replace("98.50", "9850.00%")]
    assert [note.code for note in document.notes] == ["WORKBOOK-ERROR-VALUE"]
    assert document.source.media_type == "application/vnd.ms-excel"


def test_packed_number_of_hundredths() -> None:
    cell = record(0x27E, pack("<HHHI", 0, 0, 0, 985 << 2 | 3)) + record(0x27E, pack("<HHHI", 0, 1, 0, 985 << 2 | 2))
    assert shown(read(xls(cell, before=DIRECTORY), "a.xls")) == ["9.85\t985"]


def test_shared_text_that_goes_on_in_a_further_record() -> None:
    whole = "改造水厂三座并新增管网" * 3
    first = pack("<II", 2, 2) + pack("<H", len(whole)) + b"\x01" + whole[:10].encode("utf-16-le")
    table = record(0xFC, first) + record(0x3C, b"\x01" + whole[10:].encode("utf-16-le") + pack("<H", 3) + b"\x00abc")
    cells = record(0xFD, pack("<HHHI", 0, 0, 0, 0)) + record(0xFD, pack("<HHHI", 0, 1, 0, 1))
    assert shown(read(xls(cells, before=DIRECTORY + table), "a.xls")) == [f"{whole}\tabc"]


def test_texts_of_biff5_are_in_the_code_page_of_the_file() -> None:
    label = record(0x204, pack("<HHHH", 0, 0, 0, 4) + "事项".encode("gbk"))
    number = record(0x203, pack("<HHHd", 0, 1, 0, 9.5))
    stream = workbook_stream(label + number, before=record(0x42, pack("<H", 936)), version=0x500)
    assert shown(read(compound({"Book": stream}), "a.xls")) == ["事项\t9.5"]


def test_hidden_rows_columns_merges_and_sheets_of_an_xls() -> None:
    cells = (
        record(0x7D, pack("<HHHHHH", 2, 2, 2000, 0, 1, 0))
        + record(0x208, pack("<HHHHHHI", 2, 0, 3, 300, 0, 0, 0x20))
        + b"".join(
            record(0x203, pack("<HHHd", row, column, 0, 10 * row + column)) for row in range(4) for column in range(4)
        )
        + record(0xE5, pack("<HHHHH", 1, 0, 1, 0, 0))
    )
    document = read(xls(cells, before=DIRECTORY), "a.xls")
    assert shown(document) == ["0\t1\t3\n\t11\t13\n30\t31\t33"]
    assert [note.code for note in document.notes] == ["WORKBOOK-HIDDEN-CELLS"]
    with pytest.raises(ReadError, match="READ-EMPTY"):
        read(xls(cells, before=DIRECTORY, state=1), "a.xls")


def test_password_is_told() -> None:
    with pytest.raises(ReadError, match="READ-ENCRYPTED"):
        read(xls(CELLS, before=record(0x2F, bytes(54))), "a.xls")
    with pytest.raises(ReadError, match="READ-ENCRYPTED"):
        read(compound({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), "a.xlsx")


XLSB_CELLS = (
    part(0, pack("<IIHBBBI", 0, 0, 300, 0, 0, 0, 0))
    + part(7, pack("<III", 0, 0, 0))
    + part(6, pack("<II", 1, 0) + pack("<I", 2) + "比率".encode("utf-16-le"))
    + part(7, pack("<III", 2, 0, 1))
    + part(0, pack("<IIHBBBI", 1, 0, 300, 0, 0, 0, 0))
    + part(5, pack("<IId", 0, 1, 9.8))
    + part(9, pack("<IId", 1, 2, 0.985) + bytes(6))
    + part(2, pack("<III", 2, 0, 985 << 2 | 3))
    + part(0, pack("<IIHBBBI", 2, 0, 300, 0, 0, 0, 0))
    + part(3, pack("<IIB", 0, 0, 0x2A))
    + part(4, pack("<IIB", 1, 0, 0))
    + part(5, pack("<IId", 2, 3, 44926))
)


def test_records_of_an_xlsb() -> None:
    data = xlsb(XLSB_CELLS, strings=("得分", "值"), codes=("0.00", "0.00%", "yyyy-mm-dd"))
    document = read(data, "a.xlsb")
    assert shown(document) == ["得分\t比率\t值\n9.80\t98.50%\t9.85\n#N/A\tFALSE\t2022-12-31"]
    assert document.source.media_type.startswith("application/vnd.ms-excel.sheet.binary")


@pytest.mark.parametrize(
    "data",
    [
        xlsb(XLSB_CELLS, strings=("得分", "值"), codes=("0.00", "0.00%", "yyyy-mm-dd")),
        xls(CELLS, before=DIRECTORY, strings=STRINGS),
    ],
    ids=["xlsb", "xls"],
)
def test_an_independent_reader_sees_the_same_values(data: bytes) -> None:
    calamine = pytest.importorskip("python_calamine")
    (table,) = read(data, "a").blocks
    rows = calamine.CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    compared = 0
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            text = table.covering(row, column).text  # type: ignore[union-attr]
            if isinstance(value, float):
                bare = text.rstrip("%").replace(",", "")
                assert float(bare) / (100 if text.endswith("%") else 1) == pytest.approx(value)
                compared += 1
            elif isinstance(value, str) and value and not value.startswith("#"):
                assert text == value
                compared += 1
    assert compared >= 5


ODS_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods(tables: str, *, styles: str = "", manifest: str = "<manifest/>") -> bytes:
    """An ODS of these tables."""
    content = (
        f"<office:document-content {ODS_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    import zipfile

    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, text in {"mimetype": ODS_TYPE, "content.xml": content, "META-INF/manifest.xml": manifest}.items():
            packed.writestr(name, text)
    return stream.getvalue()


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def test_cells_of_an_ods_as_they_are_displayed() -> None:
    rows = (
        "<table:table-row>" + cell("得分") + cell("比率") + cell('完成<text:s text:c="2"/>情况') + "</table:table-row>"
        "<table:table-row>"
        + cell("9.80")
        + cell("98.50%", 'office:value-type="percentage"')
        + '<table:table-cell office:value-type="float" office:value="9.8000000000000007"/></table:table-row>'
        '<table:table-row table:visibility="collapse">' + cell("隐藏") + "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    hidden = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    tables = (
        f'<table:table table:name="自评">{rows}</table:table>'
        f'<table:table table:name="藏" table:style-name="ta2"><table:table-row>{cell("藏")}</table:table-row>'
        "</table:table>"
    )
    document = read(ods(tables, styles=hidden), "a.ods")
    assert shown(document) == ["得分\t比率\t完成  情况\n9.80\t98.50%\t9.8"]
    assert [note.code for note in document.notes] == ["WORKBOOK-HIDDEN-SHEET", "WORKBOOK-HIDDEN-CELLS"]


def test_spans_and_comments_of_an_ods() -> None:
    rows = (
        "<table:table-row>"
        + cell("类别", 'table:number-rows-spanned="2" table:number-columns-spanned="1"')
        + "<table:table-cell><office:annotation><text:p>批注</text:p></office:annotation>"
        + "<text:p>事项</text:p></table:table-cell>"
        + f"</table:table-row><table:table-row><table:covered-table-cell/>{cell('改造')}</table:table-row>"
    )
    assert shown(read(ods(f'<table:table table:name="自评">{rows}</table:table>'), "a.ods")) == ["类别\t事项\n\t改造"]


def test_encrypted_ods_is_refused() -> None:
    manifest = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(ReadError, match="READ-ENCRYPTED"):
        read(ods("", manifest=manifest), "a.ods")


def test_xml_spreadsheet_2003_that_calls_itself_xls() -> None:
    data = (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        '<Styles><Style ss:ID="s1"><NumberFormat ss:Format="Percent"/></Style>'
        '<Style ss:ID="s2"><NumberFormat ss:Format="#,##0.00"/></Style></Styles>'
        '<Worksheet ss:Name="自评"><Table>'
        '<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">完成情况表</Data></Cell></Row>'
        '<Row><Cell><Data ss:Type="String">事项</Data></Cell><Cell><Data ss:Type="String">比率</Data></Cell>'
        '<Cell><Data ss:Type="String">金额</Data></Cell></Row>'
        '<Row ss:Index="3"><Cell><Data ss:Type="String">改造</Data></Cell>'
        '<Cell ss:StyleID="s1"><Data ss:Type="Number">0.985</Data></Cell>'
        '<Cell ss:StyleID="s2"><Data ss:Type="Number">1250.5</Data></Cell></Row></Table></Worksheet>'
        '<Worksheet ss:Name="藏"><Table/><x:WorksheetOptions xmlns:x="e"><x:Visible>SheetHidden</x:Visible>'
        "</x:WorksheetOptions></Worksheet></Workbook>"
    )
    document = read(data.encode(), "a.xls")
    assert shown(document) == ["完成情况表", "事项\t比率\t金额\n改造\t98.50%\t1,250.50"]
    assert [note.code for note in document.notes] == ["WORKBOOK-HIDDEN-SHEET"]


def test_compound_file_gives_its_streams() -> None:
    file = CompoundFile(compound({"Workbook": b"a" * 5000, "Other": b"b" * 4096}))
    assert file.names == {"Workbook", "Other"}
    assert file.stream("Workbook") == b"a" * 5000
    assert file.stream("Other") == b"b" * 4096


def test_word_file_with_a_workbook_inside_is_no_workbook() -> None:
    from toolkit.readers.workbook import READER

    assert not READER.accepts(compound({"WordDocument": b"x", "Workbook": workbook_stream(CELLS)}), "a.doc")
    assert not READER.accepts(archive({"word/document.xml": ""}), "a.xlsx")
