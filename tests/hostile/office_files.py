"""Hostile and broken archives, Office files, web pages and binaries: bombs, lies, entities, spans, depths."""

import gzip
import io
import struct
import tarfile
import zipfile
from collections.abc import Callable

Maker = Callable[[], bytes]
MEGABYTE = 1 << 20
_MAIN = "http://schemas.openxmlformats.org/{}/2006/main"
W = f'xmlns:w="{_MAIN.format("wordprocessingml")}"'
S = f'xmlns="{_MAIN.format("spreadsheetml")}"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def archive(parts: dict[str, bytes], deflated: bool = True) -> bytes:
    """A ZIP of these parts, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED)
    return out.getvalue()


def _package(main: str, kind: str, parts: dict[str, bytes]) -> dict[str, bytes]:
    types = (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/{main}" ContentType='
        f'"application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
    )
    relation = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="{main}"/>'
    relations = f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'
    return {"[Content_Types].xml": types.encode(), "_rels/.rels": relations.encode(), **parts}


def word_parts(body: str, before: str = "") -> dict[str, bytes]:
    """Parts of a DOCX with this body; `before` stands between the declaration and the root."""
    text = f'<?xml version="1.0"?>{before}<w:document {W}><w:body>{body}</w:body></w:document>'
    return _package("word/document.xml", "wordprocessingml.document", {"word/document.xml": text.encode()})


def word(body: str, before: str = "") -> bytes:
    """A DOCX with this body."""
    return archive(word_parts(body, before))


def sheet_parts(rows: str, more: str = "", before: str = "") -> dict[str, bytes]:
    """Parts of an XLSX of one sheet with these rows and, behind them, `more`."""
    book = f'<workbook {S} xmlns:r="{_OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
    relation = f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    sheet = f'<?xml version="1.0"?>{before}<worksheet {S}><sheetData>{rows}</sheetData>{more}</worksheet>'
    parts = {
        "xl/workbook.xml": book.encode(),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'.encode(),
        "xl/worksheets/sheet1.xml": sheet.encode(),
    }
    return _package("xl/workbook.xml", "spreadsheetml.sheet", parts)


def sheet(rows: str, more: str = "", before: str = "") -> bytes:
    """An XLSX of one sheet."""
    return archive(sheet_parts(rows, more, before))


def _para(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _value(ref: str, value: str = "1") -> str:
    return f'<c r="{ref}"><v>{value}</v></c>'


def _laughs(depth: int = 10) -> str:
    """The entity that doubles tenfold at each level."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, depth))
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{levels}]>'


def _outside(path: str = "file:///etc/passwd") -> str:
    return f'<!DOCTYPE x [<!ENTITY e SYSTEM "{path}">]>'


def _lying(whole: bytes, field: int, value: int) -> bytes:
    """The same archive with one four-byte field changed in each entry of its directory."""
    data, at = bytearray(whole), whole.find(b"PK\x01\x02")
    while at != -1:
        data[at + field : at + field + 4] = struct.pack("<I", value)
        at = whole.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def _nested(depth: int = 20) -> bytes:
    inner = archive({"a.txt": b"1"})
    for number in range(depth):
        inner = archive({f"{number}.zip": inner, "again.zip": inner}, deflated=True)
    return inner


def _overlapping() -> bytes:
    """A thousand directory entries that all mean the same megabytes of data."""
    whole = archive({"a": b"\0" * 20 * MEGABYTE})
    start, end = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    entries = whole[start:end] * 1000
    tail = whole[end : end + 8] + struct.pack("<HHII", 1000, 1000, len(entries), start) + b"\0\0"
    return whole[:start] + entries + tail


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as made:
        entry = tarfile.TarInfo("../../evil")
        made.addfile(entry, io.BytesIO())
    return out.getvalue()


def _html(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>".encode()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = word_parts(_para("临江市水务局2022年度部门整体支出绩效自评报告") + _para("自评得分98分。"))
_SPANS = "<w:tbl><w:tr>" + '<w:tc><w:tcPr><w:gridSpan w:val="65000"/></w:tcPr><w:p/></w:tc>' * 50 + "</w:tr></w:tbl>"
_MERGED = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:B2"/></mergeCells>'

FILES: dict[str, Maker] = {
    "bomb.docx": lambda: archive({**GOOD, "word/document.xml": b" " * 260 * MEGABYTE}),
    "bomb-quine-like.zip": _nested,
    "entries-overlapping.docx": _overlapping,
    "entries-20000.docx": lambda: archive({**GOOD, **{f"a/{n}": b"" for n in range(20_000)}}),
    "names-that-climb.docx": lambda: archive({**GOOD, "../../../tmp/evil": b"1", "/etc/evil": b"1", "c:\\x": b"1"}),
    "names-with-nul.docx": lambda: archive(GOOD).replace(b"_rels/.rels", b"_rels/\0rels"),
    "laughs.docx": lambda: word(_para("&a9;"), _laughs()),
    "outside-entity.docx": lambda: word(_para("&e;"), _outside()),
    "outside-entity-net.docx": lambda: word(_para("&e;"), _outside("http://127.0.0.1:9/x")),
    "deep.docx": lambda: word("<w:sdt><w:sdtContent>" * 50_000 + "</w:sdtContent></w:sdt>" * 50_000),
    "tables-deep.docx": lambda: word("<w:tbl><w:tr><w:tc>" * 3_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3_000),
    "spans-65000.docx": lambda: word(_SPANS + _para("a")),
    "attributes-100000.docx": lambda: word("<w:p " + " ".join(f'w:a{n}="1"' for n in range(100_000)) + "/>"),
    "paragraphs-300000.docx": lambda: word(_para("预算执行率97%。") * 300_000),
    "document-missing.docx": lambda: archive({name: part for name, part in GOOD.items() if "document" not in name}),
    "document-no-xml.docx": lambda: archive({**GOOD, "word/document.xml": b"\0\xff<"}),
    "document-utf16.docx": lambda: archive({**GOOD, "word/document.xml": "<a/>".encode("utf-16")}),
    "cut.docx": lambda: archive(GOOD)[:-200],
    "crc-wrong.docx": lambda: _lying(archive(GOOD), 16, 0x12345678),
    "size-lie.docx": lambda: _lying(archive(GOOD), 24, 7),
    "size-lie-large.docx": lambda: _lying(archive(GOOD), 24, 0xFFFFFFF0),
    "offset-lie.docx": lambda: _lying(archive(GOOD), 42, 0x7FFFFFFF),
    "marked-encrypted.docx": lambda: archive(GOOD).replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01"),
    "twice-the-same-name.docx": lambda: archive(GOOD) + archive(GOOD),
    "empty.zip": lambda: b"PK\x05\x06" + b"\0" * 18,
    "empty.docx": lambda: archive({}),
    "header-only.docx": lambda: b"PK\x03\x04",
    "sheet-sparse.xlsx": lambda: sheet(f'<row r="1">{_value("A1")}</row><row r="1048576">{_value("XFD1048576")}</row>'),
    "sheet-million-cells.xlsx": lambda: sheet("<row>" + "<c><v>1</v></c>" * 1_000_000 + "</row>"),
    "sheet-rows-300000.xlsx": lambda: sheet(
        "".join(f'<row r="{n}">{_value(f"A{n}")}</row>' for n in range(1, 300_001))
    ),
    "sheet-merged-whole.xlsx": lambda: sheet(f'<row r="1">{_value("A1")}</row>', _MERGED),
    "sheet-merges-50000.xlsx": lambda: sheet(
        f'<row r="1">{_value("A1")}</row>',
        "<mergeCells>" + "".join(f'<mergeCell ref="A{n}:Z{n + 9}"/>' for n in range(1, 50_001)) + "</mergeCells>",
    ),
    "sheet-dimension-lie.xlsx": lambda: sheet('<row r="4294967296"><c r="ZZZZ99999999"><v>1</v></c></row>'),
    "sheet-shared-missing.xlsx": lambda: sheet('<row r="1"><c r="A1" t="s"><v>999</v></c></row>'),
    "sheet-numbers-odd.xlsx": lambda: sheet(
        f'<row r="1">{_value("A1", "1e999")}{_value("B1", "NaN")}{_value("C1", "0x1p9")}</row>'
    ),
    "sheet-laughs.xlsx": lambda: sheet("<row><c><v>&a9;</v></c></row>", before=_laughs()),
    "sheet-bomb.xlsx": lambda: archive({**sheet_parts(""), "xl/worksheets/sheet1.xml": b"<" * 260 * MEGABYTE}),
    "encrypted.docx": lambda: _OLE + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 4000,
    "garbage.doc": lambda: _OLE + b"\xff" * 5000,
    "sectors-loop.xls": lambda: _OLE + b"\0" * 16 + struct.pack("<6H", 0x3E, 3, 0xFFFE, 9, 6, 0) + b"\0" * 5000,
    "deep.rtf": lambda: b"{\\rtf1" + b"{" * 200_000 + b"}" * 200_000 + b"}",
    "binary-lie.rtf": lambda: b"{\\rtf1\\bin2147483647 x}",
    "deep.html": lambda: _html("<div>" * 200_000),
    "tables-deep.html": lambda: _html("<table><tr><td>" * 10_000),
    "attributes-100000.html": lambda: _html("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">1</p>"),
    "spans-65000.html": lambda: _html(
        "<table>" + '<tr><td rowspan="65000" colspan="65000">1</td><td>2</td></tr>' * 20 + "</table>"
    ),
    "columns-100000.html": lambda: _html("<table><tr>" + "<td>1" * 100_000 + "</table>"),
    "rows-100000.html": lambda: _html("<table>" + "<tr><td>1<td>2" * 100_000 + "</table>"),
    "unclosed-million.html": lambda: _html("<b>" * 300_000 + "<i>"),
    "entities.html": lambda: _html("&#0;&#xD800;&#x110000;&#99999999999;&amp;lt;script&gt;" * 5_000),
    "scripts.html": lambda: _html("<script>while(1);</script><img src=x onerror=alert(1)><style>a{}</style>得分98分"),
    "frames.html": lambda: _html('<iframe src="file:///etc/passwd"></iframe><object data="http://127.0.0.1:9/">'),
    "comment-open.html": lambda: _html("<!--" + "a" * 1_000_000),
    "not-closed.mht": lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n" * 999,
    "missing-parts.ofd": lambda: archive({"OFD.xml": b'<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>'}),
    "loop.ofd": lambda: archive(
        {
            "OFD.xml": b'<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>OFD.xml'
            b"</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        }
    ),
    "bomb.ofd": lambda: archive({"OFD.xml": b"<a>" + b" " * 260 * MEGABYTE}),
    "empty.odt": lambda: archive({"mimetype": b"application/vnd.oasis.opendocument.text"}, deflated=False),
    "text.txt.gz": lambda: gzip.compress(b" " * 10 * MEGABYTE),
    "climbing.tar": _tar,
    "picture.png": lambda: (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 1 << 30, 1 << 30, 8, 2, 0, 0, 0)
    ),
    "program.exe": lambda: b"MZ" + b"\x90" * 4000,
    "program.elf": lambda: b"\x7fELF" + b"\x02\x01\x01" + b"\0" * 4000,
    "random.bin": lambda: bytes((n * n * 31 + n * 7) % 251 for n in range(100_000)),
    "polyglot.pdf": lambda: b"%PDF-1.4\n" + archive(GOOD),
}
"""File name → maker."""
