"""Bytes → text: every usual encoding is decoded whole, doubts are noted, the rest refused with a place."""

import pytest

from toolkit.errors import ReadError
from toolkit.readers import read
from toolkit.readers._encoding import decode

TEXT = "临江市水务局2022年度工作报告\r\n\r\n全年预算数387,236.73万元，执行率99.98%，共养护河道120公里。\r\n" * 3
TRADITIONAL = "臨江市水務局二零二二年度工作報告\n全年預算執行情況良好，共養護河道一百二十公里，滿意度較高。\n" * 3


@pytest.mark.parametrize(
    ("codec", "mark", "label"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", b"\xef\xbb\xbf", "UTF-8"),
        ("utf-16-le", b"\xff\xfe", "UTF-16LE"),
        ("utf-16-be", b"\xfe\xff", "UTF-16BE"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "UTF-32LE"),
        ("utf-32-be", b"\x00\x00\xfe\xff", "UTF-32BE"),
        ("utf-16-le", b"", "UTF-16LE"),
        ("utf-16-be", b"", "UTF-16BE"),
        ("utf-32-le", b"", "UTF-32LE"),
        ("gb18030", b"", "GB18030"),
        ("gbk", b"", "GB18030"),
    ],
)
def test_encoding_is_recognised_without_a_note(codec: str, mark: bytes, label: str) -> None:
    decoded = decode(mark + TEXT.encode(codec), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.notes) == (TEXT, label, ())


def test_big5_is_decoded_with_a_note() -> None:
    decoded = decode(TRADITIONAL.encode("big5"), "a.txt")
    assert decoded.text == TRADITIONAL
    assert [note.code for note in decoded.notes] == ["TEXT-ENCODING"]


def test_rare_character_at_the_end_of_a_long_gb18030_file_is_decoded() -> None:
    text = "全年预算执行情况良好。" * 2000 + "𠮷"
    assert decode(text.encode("gb18030"), "a.txt").text == text


@pytest.mark.parametrize("newline", ["\n", "\r", "\r\n"])
def test_lines_are_counted_for_every_line_break(newline: str) -> None:
    document = read(newline.join(["一、基本情况", "", "全年任务完成。"]).encode(), "a.txt")
    assert [block.runs[0].region.line for block in document.blocks] == [1, 3]  # type: ignore[union-attr]


@pytest.mark.parametrize("data", [b"", b"  \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", "　\n---\n".encode()])
def test_file_without_text_is_refused_as_empty(data: bytes) -> None:
    with pytest.raises(ReadError) as refused:
        read(data, "a.txt")
    assert refused.value.code == "READ-EMPTY"
    assert "a.txt" in refused.value.message


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("gb18030") + b"\xff\xff" + TEXT.encode("gb18030"),
        b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1],
    ],
)
def test_text_that_cannot_be_decoded_names_the_byte(data: bytes) -> None:
    with pytest.raises(ReadError) as refused:
        read(data, "a.txt")
    assert refused.value.code == "READ-ENCODING"
    assert "个字节" in refused.value.message
    assert "UTF-8" in refused.value.hint


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (b"PK\x03\x04" + b"\x00" * 30 + b"data.bin", "ZIP"),
        (b"GIF89a" + bytes(50), "GIF"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (bytes(range(256)) * 8, "二进制"),
        (b"\x00" * 64, "二进制"),
        ("全年任务完成。".encode() + b"\x00\x01\x02\x03" * 20, "二进制"),
    ],
)
def test_other_formats_are_refused_by_name_with_advice(data: bytes, format_name: str) -> None:
    with pytest.raises(ReadError) as refused:
        read(data, "报告.dat")
    assert refused.value.code == "READ-UNSUPPORTED"
    assert format_name in refused.value.message
    assert refused.value.hint
    assert int(refused.value.exit_status) == 3


def test_a_suffix_decides_nothing() -> None:
    assert read("全年任务完成。".encode(), "a.pdf").source.reader == "text"
