"""What is taken for a web page, and in which encoding it is read."""

import base64
import quopri

import pytest

from tests.readers.test_readers import shown
from toolkit.errors import ReadError
from toolkit.model.document import Document
from toolkit.readers import read

BODY = "<p>临江市园林局全年改造公园两处，完成率96.5%。</p>"


def first(document: Document) -> str:
    return shown(document.blocks[0])


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset=utf8>", "utf-8-sig"),
        ("", "utf-8"),
        ("", "gb18030"),
        ("<meta http-equiv=Content-Type content='text/html; charset=gb2312'>", "gbk"),
        ("<meta charset=gb2312>", "utf-8"),
        ("<meta charset=utf-8>", "gb18030"),
        ("<meta charset='iso-8859-1'>", "gbk"),
        ("<meta charset=utf-8>", "utf-16"),
        ("<meta charset=unicode_escape>", "utf-8"),
    ],
)
def test_text_is_decoded_whatever_the_page_declares(head: str, encoding: str) -> None:
    data = f"<!DOCTYPE html>\n<html><head>{head}</head><body>{BODY}</body></html>".encode(encoding)
    assert first(read(data, "a.html")) == "临江市园林局全年改造公园两处，完成率96.5%。"


def test_big5_as_declared() -> None:
    data = "<html><meta charset=big5><p>全年完成改造兩處，經費一百二十萬元。</p></html>".encode("big5")
    assert first(read(data, "a.html")) == "全年完成改造兩處，經費一百二十萬元。"


@pytest.mark.parametrize(
    "opening",
    [
        "<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'>",
        "<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE html><html>",
        "\n <!-- saved from url=(0014)about:internet -->\n<HTML>",
        "<head><title>x</title></head>",
        "<meta charset=utf-8>",
    ],
)
@pytest.mark.parametrize("name", ["报告.doc", "报告", "报告.txt"])
def test_pages_are_known_by_content_under_any_name(opening: str, name: str) -> None:
    document = read((opening + BODY).encode(), name)
    assert document.source.reader == "webpage"
    assert first(document).startswith("临江市园林局")


@pytest.mark.parametrize(("name", "reader"), [("a.xls", "webpage"), ("a.htm", "webpage"), ("a.md", "text")])
def test_a_fragment_is_a_page_where_its_name_says_so(name: str, reader: str) -> None:
    data = "<table><tr><td>项目</td><td>得分</td></tr><tr><td>公园</td><td>9</td></tr></table>\n".encode()
    document = read(data, name)
    assert document.source.reader == reader
    assert first(document) == "项目\t得分\n公园\t9"


def test_a_text_that_opens_with_a_converted_table_stays_text() -> None:
    data = "<html><body><table><tr><td>甲</td><td>1</td></tr></table></body></html>\n\n# 一、概况\n\n正文。\n".encode()
    document = read(data, "a.md")
    assert document.source.reader == "text"
    assert [shown(block) for block in document.blocks] == ["甲\t1", "一、概况", "正文。"]


def saved(encoding: str, body: bytes) -> bytes:
    return (
        (
            "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
            '\ttype="text/html";\r\n\tboundary="--=_b"\r\n\r\n'
            "----=_b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
            f"----=_b\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
        ).encode()
        + body
        + b"\r\n----=_b--\r\n"
    )


@pytest.mark.parametrize(
    ("encoding", "encode"),
    [("quoted-printable", quopri.encodestring), ("base64", base64.encodebytes), ("8bit", bytes)],
)
def test_a_page_saved_with_its_parts_is_read(encoding: str, encode: object) -> None:
    page = encode(f"<html><body>{BODY}</body></html>".encode("gbk"))  # type: ignore[operator]
    document = read(saved(encoding, page), "a.mht")
    assert document.source.media_type == "multipart/related"
    assert first(document) == "临江市园林局全年改造公园两处，完成率96.5%。"
    assert document.blocks[0].runs[0].region.path == "/html/body/p[1]/text()[1]"  # type: ignore[union-attr]


def test_sheets_behind_a_frame_are_read_with_the_name_of_their_part() -> None:
    frame = b"<html><frameset><frame src='s.htm'></frameset></html>"
    sheet = "\r\n----=_b\r\nContent-Type: text/html\r\n\r\n<table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    document = read(saved("8bit", frame + sheet.encode("gbk")), "a.mht")
    assert first(document) == "甲\t1\n乙\t2"
    path = document.blocks[0].cells[0].runs[0].region.path  # type: ignore[union-attr]
    assert path == "part[3]#/html/body/table[1]/tbody[1]/tr[1]/td[1]/text()[1]"


def test_mails_are_refused_by_name() -> None:
    with pytest.raises(ReadError) as refused:
        read(b"MIME-Version: 1.0\nContent-Type: text/plain\n\nhello\n", "a.eml")
    assert refused.value.code == "READ-UNSUPPORTED"
