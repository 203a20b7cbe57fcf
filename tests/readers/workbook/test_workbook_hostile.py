"""Workbooks that lie about their size, break off or loop give a result or one refusal, and cost what is in them."""

import struct
import tracemalloc

import pytest

from tests.readers.workbook.binary import compound, part, record, wide, workbook_stream, xls, xlsb
from tests.readers.workbook.made import MAIN, OFFICE, PACKAGE, archive, shown, text_cell, xlsx
from tests.readers.workbook.test_workbook_binary import ods
from toolkit.errors import ReadError
from toolkit.readers import read
from toolkit.readers._workbook_sheet import Budget
from toolkit.readers.workbook import READER

MOST_MEMORY = 300 << 20


def one(sheet: str, **more: str) -> bytes:
    return xlsx(f"<sheetData>{sheet}</sheetData>", **more)


GOOD = '<row r="1">' + text_cell("A1", "事项") + '<c r="B1"><v>1</v></c></row>'
CORNERS = GOOD + '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">'
    + "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 9))
    + "]>"
)


def merged(*ranges: str) -> str:
    return "<mergeCells>" + "".join(f'<mergeCell ref="{each}"/>' for each in ranges) + "</mergeCells>"


def diagonal(count: int) -> str:
    rows = (
        f'<row r="{n}"><c r="{letters(n)}{n}"><v>{n}</v></c><c r="{letters(n + 1)}{n}"><v>1</v></c></row>'
        for n in range(1, count)
    )
    return "".join(rows)


def letters(column: int) -> str:
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def displaced(stream: bytes) -> bytes:
    """The stream with its sheet said to begin far away."""
    at = stream.index(b"\x85\0") + 4
    return stream[:at] + struct.pack("<I", 2**31) + stream[at + 4 :]


READ = {
    "dimension lies": xlsx(f'<dimension ref="A1:XFD1048576"/><sheetData>{GOOD}</sheetData>'),
    "corners of the largest sheet": one(CORNERS),
    "span of a whole sheet": xlsx(f"<sheetData>{GOOD}</sheetData>" + merged("B1:XFD1048576")),
    "spans of 65,000 rows": xlsx(f"<sheetData>{GOOD}</sheetData>" + merged("A1:A65000", "B1:B65000", "C1:IV65000")),
    "spans that overlap": xlsx(f"<sheetData>{GOOD}</sheetData>" + merged("A1:B2", "B1:C3", "A1:A9", "A2:C2")),
    "ten thousand spans": xlsx(
        f"<sheetData>{GOOD}</sheetData>" + merged(*(f"A{n}:Z{n + 9}" for n in range(2, 10_000)))
    ),
    "spans that are none": xlsx(f"<sheetData>{GOOD}</sheetData>" + merged("B2:A1", "A0:B1", "ZZZZ1:A1", "", ":", "A1")),
    "blank cells by the ten thousand": one(GOOD + '<row r="2">' + '<c s="0"/>' * 20_000 + "</row>"),
    "places that are none": one(
        '<row r="x"><c r="AAAA99999999"><v>1</v></c><c r="0A"><v>2</v></c><c r=""><v>3</v></c></row>'
    ),
    "a place twice": one('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    "numbers of any kind": one(
        '<row r="1">'
        + "".join(f"<c><v>{n}</v></c>" for n in ("NaN", "1e999", "-1e-999", "9" * 400, "0x1", "\u0661"))
        + "</row>"
    ),
    "styles out of range": one('<row r="1"><c r="A1" s="99999"><v>1</v></c><c r="B1" s="-1"><v>2</v></c></row>'),
    "a format of no meaning": one(
        '<row r="1"><c r="A1" s="0"><v>1.5</v></c></row>',
        styles=f'<numFmts><numFmt numFmtId="200" formatCode="{"[" * 200}0.0"/></numFmts>'
        '<cellXfs><xf numFmtId="200"/></cellXfs>',
    ),
    "a text of a megabyte": one('<row r="1">' + text_cell("A1", "甲" * 1_000_000) + "</row>"),
    "a name of control characters": one(GOOD, sheets='<sheet name="a&#9;&#10;b" sheetId="2" id="r9"/>'),
    "rows of an ods repeated a million times": ods(
        '<table:table table:name="a"><table:table-row table:number-rows-repeated="1000"><table:table-cell '
        'table:number-columns-repeated="3"><text:p>1</text:p></table:table-cell></table:table-row></table:table>'
    ),
    "spans of an ods": ods(
        '<table:table table:name="a"><table:table-row><table:table-cell table:number-rows-spanned="99999999" '
        'table:number-columns-spanned="99999999"><text:p>1</text:p></table:table-cell></table:table-row></table:table>'
    ),
    "blanks of an ods": ods(
        '<table:table table:name="a"><table:table-row><table:table-cell><text:p>1<text:s '
        'text:c="999999999999"/>2</text:p></table:table-cell></table:table-row></table:table>'
    ),
    "an xls that claims a billion texts": xls(
        record(0xFD, struct.pack("<HHHI", 0, 0, 0, 0)),
        before=record(0xFC, struct.pack("<II", 2**32 - 1, 2**32 - 1) + wide("事项")),
    ),
    "an xls of corners": xls(
        b"".join(record(0x203, struct.pack("<HHHd", row, column, 0, 1.0)) for row, column in ((0, 0), (65535, 255)))
    ),
    "an xlsb of corners": xlsb(
        b"".join(
            part(0, struct.pack("<IIHBBBI", row, 0, 0, 0, 0, 0, 0)) + part(5, struct.pack("<IId", row, 0, 1.0))
            for row in (0, 2**32 - 2)
        )
    ),
}
REFUSED = {
    "nothing but a mark": (b"PK\x03\x04" + bytes(30) + b"xl/workbook.xml", "READ-DAMAGED"),
    "no workbook in it": (archive({"xl/worksheets/a.xml": "<a/>"}), "READ-DAMAGED"),
    "a workbook that is no XML": (archive({"xl/workbook.xml": "\x00\x01"}), "READ-DAMAGED"),
    "a sheet that breaks off": (xlsx('<sheetData><row r="1"><c r="A1"><v>1'), "READ-DAMAGED"),
    "entities that grow": (
        archive({"xl/workbook.xml": LAUGHS + f'<workbook xmlns="{MAIN}">&b8;</workbook>'}),
        "READ-DAMAGED",
    ),
    "an outside entity": (
        archive({"xl/workbook.xml": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><workbook/>'}),
        "READ-DAMAGED",
    ),
    "elements without end": (archive({"xl/workbook.xml": "<a>" * 100_000}), "READ-DAMAGED"),
    "a sheet missing": (
        archive({"xl/workbook.xml": f'<workbook xmlns="{MAIN}"><sheets><sheet name="a"/></sheets></workbook>'}),
        "READ-DAMAGED",
    ),
    "a diagonal": (one(diagonal(2_000)), "READ-TOO-LARGE"),
    "a bomb": (archive({"xl/workbook.xml": " " * (20 << 20)}), "READ-BOMB"),
    "a climbing part": (archive({"xl/workbook.xml": "<a/>", "../../x": "1"}), "READ-DAMAGED"),
    "a part twice": (
        archive({"xl/workbook.xml": "<a/>", "xl/workbook.xmk": "<b/>"}).replace(b"workbook.xmk", b"workbook.xml"),
        "READ-DAMAGED",
    ),
    "an xls cut in its directory": (compound({"Workbook": workbook_stream(b"")[:20]})[:1200], "READ-DAMAGED"),
    "an xls before its time": (compound({"Workbook": record(0x9, bytes(4))}), "READ-DAMAGED"),
    "an xls of loose records": (xls(record(0x203, b"\0\0")), "READ-DAMAGED"),
    "an xls whose sheet lies beyond the file": (
        compound({"Workbook": displaced(workbook_stream(b""))}),
        "READ-DAMAGED",
    ),
    "an xlsb that breaks off": (xlsb(part(0, b"\1")), "READ-DAMAGED"),
    "an xlsb of loose sizes": (xlsb(b"\xff\xff\xff\xff\xff\xff"), "READ-DAMAGED"),
    "an ods without content": (
        ods("").replace(b"content.xml", b"kontent.xml"),
        "READ-DAMAGED",
    ),
    "a text that is not among the shared ones": (one('<row><c t="s"><v>99</v></c></row>'), "READ-DAMAGED"),
    "a shared text cut short": (
        xls(record(0xFD, struct.pack("<HHHI", 0, 0, 0, 0)), before=record(0xFC, struct.pack("<IIHB", 1, 1, 99, 1))),
        "READ-DAMAGED",
    ),
    "an xls without end": (compound({"Workbook": workbook_stream(b"")[:-4] + b"\xff\xff\0\0"}), "READ-DAMAGED"),
    "an empty sheet": (one(""), "READ-EMPTY"),
}


@pytest.mark.parametrize("name", sorted(READ))
def test_odd_workbook_is_read_within_bounds(name: str) -> None:
    tracemalloc.start()
    try:
        document = read(READ[name], "a.xlsx")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert shown(document)
    assert peak < MOST_MEMORY


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_hostile_workbook_is_refused_with_its_reason(name: str) -> None:
    data, code = REFUSED[name]
    tracemalloc.start()
    try:
        with pytest.raises(ReadError) as refused:
            read(data, "a.xlsx")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert refused.value.code == code, refused.value.message
    assert refused.value.hint
    assert peak < MOST_MEMORY


@pytest.mark.parametrize("kind", ["xlsx", "xls", "xlsb", "ods"])
def test_any_byte_may_be_wrong(kind: str) -> None:
    whole = {
        "xlsx": READER.specimen,
        "xls": xls(record(0x204, struct.pack("<HHH", 0, 0, 0) + wide("事项"))),
        "xlsb": xlsb(part(0, struct.pack("<IIHBBBI", 0, 0, 0, 0, 0, 0, 0)) + part(5, struct.pack("<IId", 0, 0, 1.0))),
        "ods": READ["spans of an ods"],
    }[kind]
    outcomes = set()
    for at in range(0, len(whole), max(1, len(whole) // 300)):
        data = bytearray(whole)
        data[at] ^= 0xA5
        try:
            outcomes.add(bool(read(bytes(data), "a.dat").blocks))
        except ReadError as error:
            outcomes.add(error.code.startswith("READ-"))
        for cut in (bytes(data[:at]), whole[at:]):
            try:
                read(cut, "a.dat")
            except ReadError as error:
                outcomes.add(error.code.startswith("READ-"))
    assert outcomes == {True}


def sheets_of(*sheets: str) -> bytes:
    """An XLSX of these sheets."""
    entries = "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(len(sheets)))
    relations = "".join(
        f'<Relationship Id="r{n}" Type="x/worksheet" Target="worksheets/s{n}.xml"/>' for n in range(len(sheets))
    )
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{entries}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
    }
    parts |= {
        f"xl/worksheets/s{n}.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>'
        for n, sheet in enumerate(sheets)
    }
    return archive(dict(parts))


def test_sheet_with_too_many_texts_is_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.readers._workbook_document.Budget", lambda: Budget(50))
    big = "<row>" + "<c><v>1</v></c>" * 60 + "</row>"
    document = read(sheets_of(GOOD, big), "a.xlsx")
    assert shown(document) == ["事项\t1"]
    assert [(note.code, note.severity) for note in document.notes] == [("WORKBOOK-SHEET-TOO-LARGE", "loss")]
    with pytest.raises(ReadError, match="READ-TOO-LARGE"):
        read(sheets_of(big), "a.xlsx")


def test_sheet_that_states_too_many_blank_cells_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.readers._workbook_sheet.MOST_SEEN", 100)
    with pytest.raises(ReadError, match="READ-TOO-LARGE"):
        read(sheets_of("<row>" + "<c/>" * 101 + "</row>"), "a.xlsx")


def test_sheet_whose_part_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    data = one(GOOD, sheets='<sheet name="缺" sheetId="2" r:id="r9"/>')
    assert [(note.code, note.severity) for note in read(data, "a.xlsx").notes] == [("WORKBOOK-SHEET-MISSING", "loss")]
