"""Archives are judged by their directory before anything in them is inflated."""

import io
import struct
import warnings
import zipfile

import pytest

from toolkit.errors import ReadError
from toolkit.readers import read
from toolkit.readers._archive import Limits, content, listing, opened


def packed(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        opened(data, "a.zip", *([limits] if limits else []))
    assert caught.value.message and caught.value.hint
    return caught.value.code


def test_a_sound_archive_opens_and_gives_its_content() -> None:
    archive = opened(packed({"a.xml": b"<a/>", "b/": b""}), "a.zip")
    assert content(archive, "a.xml", "a.zip") == b"<a/>"
    assert content(archive, "b/", "a.zip") == b""


def test_listing_holds_names_of_this_archive_only() -> None:
    inner = packed({"word/document.xml": b"x"}, zipfile.ZIP_STORED)
    outer = packed({"embeddings/a.docx": inner}, zipfile.ZIP_STORED)
    assert b"word/document.xml" in outer
    assert b"word/document.xml" not in listing(outer)
    assert b"embeddings/a.docx" in listing(outer)
    assert b"word/document.xml" in listing(packed({"word/document.xml": b"x"})[:-30])


def test_what_is_no_whole_archive_is_damaged() -> None:
    whole = packed({"a.xml": b"<a/>" * 99})
    for data in (b"PK\x03\x04", b"nothing", whole[: len(whole) // 2], whole[:-10], b"PK\x05\x06" + b"\xff" * 18):
        assert refusal(data) == "READ-DAMAGED"


def test_names_that_lead_outside_are_refused() -> None:
    for name in ("../a.xml", "/etc/a", "a/../../b", "C:\\a", "a\\..\\b"):
        assert refusal(packed({name: b"x"})) == "READ-DAMAGED"
    assert opened(packed({"a..b/c...xml": b"x"}), "a.zip").namelist() == ["a..b/c...xml"]


def test_an_entry_that_stands_twice_is_refused() -> None:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a.xml", b"1")
        archive.writestr("a.xml", b"2")
    assert refusal(out.getvalue()) == "READ-DAMAGED"


def test_bombs_and_giants_are_refused_before_inflating() -> None:
    assert refusal(packed({"a.xml": bytes(9 << 20)})) == "READ-BOMB"
    assert refusal(packed({"a": bytes(range(256)) * 9}), Limits(total=2000)) == "READ-TOO-LARGE"
    assert refusal(packed({str(number): b"" for number in range(12)}), Limits(entries=11)) == "READ-TOO-LARGE"


def test_a_directory_that_understates_a_size_inflates_no_more_than_stated() -> None:
    data = bytearray(packed({"a.xml": bytes(6 << 20)}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + place
        data[at : at + 4] = struct.pack("<I", 64)
    with pytest.raises(ReadError) as caught:
        content(opened(bytes(data), "a.zip"), "a.xml", "a.zip")
    assert caught.value.code == "READ-DAMAGED"


def test_a_wrong_check_sum_or_a_missing_entry_is_damaged() -> None:
    data = bytearray(packed({"a.xml": b"<a>12.5</a>"}, zipfile.ZIP_STORED))
    data[data.index(b"12.5")] = ord("7")
    for entry in ("a.xml", "b.xml"):
        with pytest.raises(ReadError) as caught:
            content(opened(bytes(data), "a.zip"), entry, "a.zip")
        assert caught.value.code == "READ-DAMAGED"


def test_passwords_are_named_as_such() -> None:
    data = bytearray(packed({"a.xml": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)) == "READ-ENCRYPTED"
    office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    assert refusal(office) == "READ-ENCRYPTED"
    with pytest.raises(ReadError) as caught:
        read(office, "a.docx")
    assert caught.value.code == "READ-ENCRYPTED"
