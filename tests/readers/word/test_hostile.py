"""Word files made to harm: each ends, soon, in a Document or in an error with its code."""

import io
import struct
import zipfile

import pytest

from tests.readers.word.docx_maker import made, p, package, packed, r, root, tc, tr
from toolkit.errors import ReadError
from toolkit.model.document import Document
from toolkit.readers import read

WHOLE = package(p("正文。") * 50)
MAIN = "word/document.xml"


def refusal(data: bytes, name: str = "a.docx") -> str:
    with pytest.raises(ReadError) as refused:
        read(data, name)
    assert refused.value.message and refused.value.hint
    return refused.value.code


def with_main(text: str) -> bytes:
    return packed({"[Content_Types].xml": "<Types/>", MAIN: text})


def lying(size: int) -> bytes:
    """A document whose directory states another size."""
    data = bytearray(packed({MAIN: root("document", "<w:body>" + p("正文。") * 90_000 + "</w:body>")}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + place
        data[at : at + 4] = struct.pack("<I", size)
    return bytes(data)


BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
DAMAGED = {
    "half a file": WHOLE[: len(WHOLE) // 2],
    "without its directory": WHOLE[:-60],
    "a directory that points nowhere": WHOLE[:-6] + b"\xff\xff\xff\x7f" + WHOLE[-2:],
    "opening only": b"PK\x03\x04" + bytes(30) + b"word/document.xml",
    "zeros inside": WHOLE[:200] + bytes(100) + WHOLE[300:],
    "size understated": lying(1000),
    "size overstated": lying(8_000_000),
    "no XML": with_main("not XML at all"),
    "empty part": with_main(""),
    "cut XML": with_main(root("document", "<w:body>")[:-30]),
    "entities that grow": with_main(BOMB + "]><d>&i;</d>"),
    "entity from a file": with_main('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
    "entity from the network": with_main('<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd"><d/>'),
    "parameter entity": with_main('<!DOCTYPE d [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]><d/>'),
    "depth": with_main("<a>" * 100_000),
    "names outside": packed({MAIN: root("document", ""), "../../evil.xml": "x"}),
    "a document that is a folder": packed({"word/document.xml/": ""}),
    "styles that are no XML": packed(
        {
            MAIN: root("document", f"<w:body>{p('甲')}</w:body>"),
            "word/_rels/document.xml.rels": '<R><R Type="x/styles" Target="styles.xml"/></R>',
            "word/styles.xml": "<w:styles",
        }
    ),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_broken_and_malicious_files_are_damaged(name: str) -> None:
    assert refusal(DAMAGED[name]) == "READ-DAMAGED"


def test_a_document_type_is_found_in_any_encoding() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'
        archive.writestr(MAIN, text.encode("utf-16"))
    assert refusal(out.getvalue()) == "READ-DAMAGED"


def test_files_beyond_all_measure_are_refused() -> None:
    assert refusal(with_main(root("document", "<w:body>" + p("甲", "<w:b/>" * 20) * 100_000))) == "READ-BOMB"
    many = packed({MAIN: root("document", ""), **{f"word/{number}.xml": "" for number in range(10_001)}})
    assert refusal(many) == "READ-TOO-LARGE"
    tags = packed({MAIN: root("document", "<w:body>" + "<w:p/>" * 1_100_000 + "<w:x/>" * 1_000_000)})
    assert refusal(tags) in {"READ-TOO-LARGE", "READ-BOMB"}


def test_tables_beyond_all_measure_are_refused() -> None:
    wide = "<w:tbl>" + tr(*(["<w:tc/>"] * 2000)) + "<w:tr><w:tc/></w:tr>" * 2000 + "</w:tbl>"
    with pytest.raises(ReadError) as refused:
        made(p("甲") + wide)
    assert refused.value.code == "READ-TOO-LARGE"
    with pytest.raises(ReadError) as refused:
        made(p("甲") + "<w:tbl>" + "<w:tr><w:tc/><w:tc/></w:tr>" * 60_000 + "</w:tbl>")
    assert refused.value.code == "READ-TOO-LARGE"


def nested(depth: int) -> str:
    inner = p("甲")
    for _ in range(depth):
        inner = f"<w:tbl><w:tr>{tc(inner)}</w:tr></w:tbl>{p('')}"
    return inner


def test_tables_nested_too_deep_are_refused() -> None:
    assert [block.text for block in made(nested(30)).blocks] == ["甲"]  # type: ignore[union-attr]
    with pytest.raises(ReadError) as refused:
        made(nested(45))
    assert refused.value.code == "READ-TOO-LARGE"


BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
SPAN = '<w:gridSpan w:val="{}"/>'
BELOW = "<w:vMerge/>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


ODD = {
    "spans of 65000": table(tr(tc("甲", SPAN.format(65000)), tc("乙")), tr(tc("丙"), tc("丁"))),
    "spans that are no numbers": table(tr(tc("甲", SPAN.format(-3)), tc("乙")), tr(tc("丙"))),
    "merges without end": table(tr(tc("甲", BELOW), tc("乙")), tr(tc("丙", BELOW), tc("丁"))),
    "fields that only end": "<w:p>" + MARK.format("end") * 5000 + r("甲") + "</w:p>",
    "fields within fields": "<w:p>" + MARK.format("begin") * 20_000 + "</w:p>" + p("甲"),
    "results within results": "<w:p>" + (MARK.format("begin") + MARK.format("separate") + r("甲")) * 20_000 + "</w:p>",
    "styles in a circle": p("甲", '<w:pStyle w:val="a"/>'),
    "lists that do not exist": p("甲", '<w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="x"/></w:numPr>'),
    "boxes within boxes": "<w:p>" + BOX.format("<w:p>" + BOX.format(p("甲")) + "</w:p>") + "</w:p>",
    "a paragraph of many runs": "<w:p>" + r("甲") * 20_000 + "</w:p>",
    "a paragraph of many breaks": "<w:p><w:r><w:t>甲</w:t>" + "<w:br/>" * 20_000 + "</w:r></w:p>",
    "elements of other worlds": '<x xmlns="urn:x"><y/></x><w:unknown/><?pi x?>' + p("甲"),
    "control characters": p("甲\u202e乙\u0085\ufffd丙"),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_documents_are_read(name: str) -> None:
    styles = (
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    document = made(ODD[name], styles=styles, numbering="<w:num/><w:abstractNum/><w:num w:numId='1'/>")
    assert isinstance(document, Document) and document.blocks


def test_another_name_or_place_of_the_document_is_found() -> None:
    relations = '<R><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></R>'
    data = packed({"_rels/.rels": relations, "word/document2.xml": root("document", f"<w:body>{p('甲')}</w:body>")})
    document = read(data, "a")
    assert document.blocks[0].runs[0].region.path == "word/document2.xml#/body/p[1]"  # type: ignore[union-attr]


def test_a_relation_that_leads_outside_finds_nothing() -> None:
    relations = '<R><Relationship Type="x/officeDocument" Target="../../../etc/passwd"/></R>'
    data = packed({"_rels/.rels": relations, MAIN: root("document", f"<w:body>{p('甲')}</w:body>")})
    assert len(read(data, "a").blocks) == 1


def test_the_strict_dialect_is_read() -> None:
    text = root("document", f"<w:body>{p('甲')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert len(read(with_main(text), "a").blocks) == 1


def test_files_under_a_password_are_named_as_such() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    assert refusal(ole) == "READ-ENCRYPTED"
    data = bytearray(WHOLE)
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)) == "READ-ENCRYPTED"
