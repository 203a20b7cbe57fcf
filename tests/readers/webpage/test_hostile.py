"""Pages made to harm: each ends, soon, in a Document or in an error with its code."""

import pytest

from toolkit.errors import ReadError
from toolkit.model.document import Document, Table
from toolkit.readers import read

TOO_LARGE = "READ-TOO-LARGE"
PAGES = {
    "deep blocks": ("<div>" * 200_000, TOO_LARGE),
    "deep inline": ("<span>" * 50_000 + "x", TOO_LARGE),
    "deep tables": ("<table><tr><td>" * 20_000, TOO_LARGE),
    "tables within tables": ("<table><tr><td>1<td>" * 100, TOO_LARGE),
    "closings that close nothing": ("<div><marquee></div></marquee>" * 5000, TOO_LARGE),
    "closings in comments": ("<div><!--</div>-->" * 5000, TOO_LARGE),
    "closings in scripts": ("<div><script></div></script>" * 5000, TOO_LARGE),
    "unclosed formatting": ("<p>" + "".join(f"<b id=b{n}>" for n in range(700)) + "<p>x" * 10_000, TOO_LARGE),
    "attributes without end": ("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x", TOO_LARGE),
    "quoted attributes": ("<p " + " ".join(f"a{n}='>'" for n in range(100_000)) + ">x", TOO_LARGE),
    "a million cells": ("<table>" + ("<tr>" + "<td>1" * 500) * 2000, TOO_LARGE),
    "a million tags": ("<i></i>" * 700_000, TOO_LARGE),
    "giant grid of few cells": (
        "<table>" + "<tr>" + "<td>1" * 3000 + "".join("<tr><td>2" for _ in range(3000)) + "</table>",
        TOO_LARGE,
    ),
    "spans that reach everywhere": (
        "<table><tr>" + "<td rowspan=0 colspan=1000>1" * 3000 + "<tr><td>2" * 20_000 + "</table>",
        TOO_LARGE,
    ),
    "wide spans in each cell": ("<table>" + ("<tr>" + "<td colspan=65000 rowspan=65000>1" * 40) * 40, None),
    "unclosed comment": ("<p>甲</p><!--" * 100_000, None),
    "unclosed script": ("<p>甲</p>" + "<script>" * 100_000, None),
    "unclosed quotes": ("<p>甲</p>" + '<a b="' * 100_000, TOO_LARGE),
    "angle brackets": ("甲" + "<" * 1_000_000, None),
    "entities": ("甲" + "&amp" * 200_000 + "&#1114112;&#xD800;&#0;&nosuch;", None),
    "doctype with entities": ('<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>&b;甲', None),
    "control characters": ("<p>甲\x00\x01\x0b\x1b[31m\u202e乙</p>", None),
    "styles without end": ("<p class=a>甲<style>" + ".a{display:none" * 50_000, None),
    "many styles of one class": (
        "<style>" + ".a{display:block}" * 5000 + "</style>" + "<p class=a>甲</p>" * 2000,
        None,
    ),
    "odd names of tags": ("<p>甲<a:b\"'[1]/..>乙</p>", None),
    "frames only": ("<frameset><frame src=a.html></frameset>", "READ-EMPTY"),
    "a table in a table's row": ("<table><tr><table><tr><td>甲<td>1</table><tr><td>乙<td>2</table>", None),
    "text loose in a table": ("<table>甲<tr>乙<td>丙<td>丁<caption>戊<caption>己</table>", None),
    "svg and mathematics": ("<svg><table><tr><td>甲</svg><math><mi><p>乙</math><p>丙", None),
    "white space": ("<p>甲" + " \n" * 500_000 + "乙</p>", None),
    "breaks": ("甲" + "<br>" * 100_000 + "乙", None),
    "numbers too long": ("<ol start=99999999999999999999><li value=-1e9>甲<li>乙</ol>", None),
}


@pytest.mark.parametrize("name", PAGES)
def test_hostile_pages_end_in_a_document_or_an_error(name: str) -> None:
    markup, code = PAGES[name]
    data = markup.encode() if markup.startswith("<!") else b"<!DOCTYPE html>" + markup.encode()
    if code is None:
        document = read(data, "a.html")
        assert isinstance(document, Document) and document.blocks
        for block in document.blocks:
            if isinstance(block, Table):
                assert block.covering(0, 0) is not None
    else:
        with pytest.raises(ReadError) as refused:
            read(data, "a.html")
        assert refused.value.code == code
        assert refused.value.hint


ARCHIVES = {
    "no boundary": b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>x",
    "no parts": b'Content-Type: multipart/related; boundary="b"\n\n',
    "parts without pages": b'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: image/png\n\nx\n--b--',
    "many boundaries": b'Content-Type: multipart/related; boundary="b"\n\n' + b"--b\n" * 300_000,
    "broken base64": b'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n'
    b"Content-Transfer-Encoding: base64\n\nA\n--b--",
    "a charset that is none": b'Content-Type: multipart/related; boundary="b"\n\n--b\n'
    b"Content-Type: text/html; charset=punycode\n\n<img>\n--b--",
    "headers without end": b"Content-Type: multipart/related; boundary=b\n" + b"A: b\n" * 200_000,
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_hostile_saved_pages_are_refused(name: str) -> None:
    with pytest.raises(ReadError) as refused:
        read(ARCHIVES[name], "a.mht")
    assert refused.value.code in {"READ-DAMAGED", "READ-EMPTY", "READ-NO-TEXT-LAYER"}
