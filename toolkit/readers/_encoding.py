"""Bytes of a text file → decoded text with the name of its encoding; never a guess without a note.

Order: byte order marks, UTF-16 by its pattern of NULs, strict UTF-8, strict GB18030, Big5 where GB18030 gives
rare characters only, then charset-normalizer. The whole file is decoded, never a sample of it.
"""

import codecs
from dataclasses import dataclass
from typing import Final

from toolkit.errors import ReadError
from toolkit.model.document import Note
from toolkit.patterns import regex

_MARKS: Final[tuple[tuple[bytes, str, str], ...]] = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32LE"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32BE"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16BE"),
)
_JUNK = regex("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_PRINTED_BYTES = regex(rb"[\x09\x0a\x0c\x0d\x20-\x7e]")
_IDEOGRAPH = regex("[㐀-鿿]")
_JUNK_SHARE = 0.005
_COMMON_SHARE = 0.7
_SAVE_UTF8 = "请用记事本或 WPS 打开原文件，另存为 UTF-8 编码的文本后重试"
_GUESSABLE: Final = frozenset(
    {"big5", "big5hkscs", "cp950", "cp936", "gbk", "gb2312", "hz", "euc_jp", "shift_jis", "cp932", "euc_kr", "cp949"}
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text (without byte order mark), the encoding's name as people write it, notes on doubts."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """Decode a whole text file.

    Raises ReadError READ-UNSUPPORTED for binary content, READ-ENCODING for text in no encoding that fits.
    """
    decoded = _by_mark(data, name) or _by_nuls(data) or _strict(data, "utf-8", "UTF-8") or _chinese(data)
    if decoded is None:
        refuse_binary(data, name)
        decoded = _guessed(data)
    if decoded is None:
        raise _undecodable(data, name)
    if len(_JUNK.findall(decoded.text)) > max(len(decoded.text) * _JUNK_SHARE, 2 if len(decoded.text) > 20 else 0):
        raise not_text(name)
    return decoded


def is_binary(data: bytes) -> bool:
    """Whether more than 3 % of the bytes are control bytes that no text encoding but UTF-16/32 holds."""
    controls = sum(data.count(bytes((code,))) for code in (*range(9), *range(14, 27), *range(28, 32), 127))
    return controls * 100 > len(data) * 3


def refuse_binary(data: bytes, name: str) -> None:
    """Raise READ-UNSUPPORTED where the bytes are no text at all."""
    if is_binary(data):
        raise not_text(name)


def not_text(name: str) -> ReadError:
    """The error for content that is neither a known format nor text."""
    return ReadError(
        "READ-UNSUPPORTED",
        f"“{name}”不是可识别的文本或 PDF（内容为二进制数据）",
        "请确认文件未损坏；报告请另存为 PDF（带文字层）或纯文本后再读",
    )


def _undecodable(data: bytes, name: str) -> ReadError:
    try:
        data.decode("gb18030")
        place = 0
    except UnicodeDecodeError as failed:
        place = failed.start + 1
    return ReadError("READ-ENCODING", f"“{name}”的文字编码无法辨认（第 {place} 个字节起无法解码）", _SAVE_UTF8)


def _by_mark(data: bytes, name: str) -> Decoded | None:
    for mark, codec, label in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(codec), label)
            except UnicodeDecodeError as failed:
                place = failed.start + len(mark) + 1
                raise ReadError(
                    "READ-ENCODING",
                    f"“{name}”开头标明 {label} 编码，但第 {place} 个字节起不合该编码（文件可能被截断）",
                    _SAVE_UTF8,
                ) from failed
    return None


def _by_nuls(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark: the NULs of its ASCII characters stand all on one side."""
    if b"\x00" not in data:
        return None
    for codec, label, width in (("utf-32-le", "UTF-32LE", 4), ("utf-32-be", "UTF-32BE", 4)):
        if len(data) % width == 0 and data.count(b"\x00") * 2 >= len(data):
            decoded = _strict(data, codec, label)
            if decoded:
                return decoded
    if len(data) % 2:
        return None
    even, odd = data[::2].count(0), data[1::2].count(0)
    if min(even, odd) * 20 > max(even, odd):
        return None
    codec, label = ("utf-16-le", "UTF-16LE") if odd > even else ("utf-16-be", "UTF-16BE")
    decoded = _strict(data, codec, label)
    return decoded if decoded and not _JUNK.search(decoded.text) and _readable(decoded.text) else None


def _readable(text: str) -> bool:
    shown = sum(
        1 for char in text if char.isascii() or "\u2010" <= char <= "\u33ff" or "㐀" <= char <= "鿿" or char >= "\uff00"
    )
    return shown * 10 >= len(text) * 9


def _strict(data: bytes, codec: str, label: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), label)
    except UnicodeDecodeError:
        return None


def _chinese(data: bytes) -> Decoded | None:
    simple = _strict(data, "gb18030", "GB18030")
    ideographs = _IDEOGRAPH.findall(simple.text) if simple else []
    if simple and (not ideographs or _common(ideographs, "gb2312", 0xB0, 0xD7) >= _COMMON_SHARE):
        return simple
    traditional = _strict(data, "big5", "Big5")
    if traditional and _common(_IDEOGRAPH.findall(traditional.text), "big5", 0xA4, 0xC6) >= 0.9:
        return Decoded(traditional.text, "Big5", (_guess("Big5（繁体）"),))
    if simple:
        return Decoded(simple.text, "GB18030", (_doubt(),))
    return None


def _common(ideographs: list[str], codec: str, first: int, last: int) -> float:
    """Share of the characters that stand in the frequent half of a national table (lead bytes first…last)."""
    if not ideographs:
        return 0.0
    encoded = (char.encode(codec, "ignore") for char in ideographs)
    return sum(1 for code in encoded if code and first <= code[0] <= last) / len(ideographs)


def _guessed(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    found = from_bytes(data, cp_isolation=sorted(_GUESSABLE)).best()
    if found is None and len(_PRINTED_BYTES.findall(data)) * 10 >= len(data) * 8:
        found = from_bytes(data).best()
    decoded = _strict(data, found.encoding, found.encoding) if found else None
    return Decoded(decoded.text, decoded.encoding, (_guess(decoded.encoding),)) if decoded else None


def _guess(encoding: str) -> Note:
    return Note("TEXT-ENCODING", f"文字编码按 {encoding} 推断，请核对文字是否正常", severity="loss")


def _doubt() -> Note:
    return Note("TEXT-ENCODING", "按 GB18030 解码后常用字很少，文字编码可能有误，请核对文字是否正常", severity="loss")
