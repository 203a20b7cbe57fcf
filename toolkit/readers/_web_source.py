"""Bytes of a web page or of a page saved with its parts in one file (MHTML) → decoded markup, page by page."""

import base64
import binascii
import codecs
import re
from dataclasses import dataclass
from typing import Final

from toolkit.errors import ReadError
from toolkit.model.document import Note
from toolkit.patterns import regex
from toolkit.readers._encoding import decode

MEDIA_TYPE: Final = "text/html"
ARCHIVE_TYPE: Final = "multipart/related"

_HEAD: Final = 4096
_PROLOGUE: Final = regex(r"(?:\s++|<!--.*?-->|<\?xml[^>]*>|<\?[^>]*>)*+", re.DOTALL)
_PAGE: Final = regex(r"<!doctype\s+html\b|<(?:html|head|body|title|meta|link)\b", re.IGNORECASE)
_FRAGMENT: Final = regex(
    r"<(?:table|div|p|h[1-6]|center|style|script|span|font|section|article|br|style|base)\b", re.IGNORECASE
)
_WEB_NAMES: Final = (".html", ".htm", ".xhtml", ".shtml", ".doc", ".xls", ".mht", ".mhtml")
_ARCHIVE: Final = regex(rb"(?:[A-Za-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,30}", re.IGNORECASE)
_RELATED: Final = regex(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_CHARSET: Final = regex(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DECLARABLE: Final = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "cp936", "gb_2312-80", "csgb2312"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5", "csbig5"), "big5hkscs"),
}
_END: Final = regex(rb"</html\s*+>(?:\s++|<!--.*?-->)*+", re.IGNORECASE | re.DOTALL)
_LARGEST: Final = 32 << 20
_MOST_PARTS: Final = 2000


@dataclass(frozen=True, slots=True)
class Markup:
    """Markup of one page; `prefix` names the part of the file that holds it."""

    text: str
    prefix: str = ""
    notes: tuple[Note, ...] = ()


def is_web(data: bytes, name: str) -> bool:
    """Whether a file is a web page, or a page saved in one file."""
    if is_archive(data):
        return True
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, b"<\x00", b"\x00<", codecs.BOM_UTF16_BE)):
        head = head.replace(b"\x00", b"")
    text = head.decode("latin-1").removeprefix("\xff\xfe").removeprefix("\xfe\xff").removeprefix("\xef\xbb\xbf")
    start = _PROLOGUE.match(text)
    rest = text[start.end() if start else 0 :]
    if _PAGE.match(rest):
        end = _END.search(data)  # a table that a converter left as HTML at the head of a text is no page
        return end is None or data[end.end() : end.end() + 1] in {b"", b"<", b"\x00", b"\x1a"}
    return name.lower().endswith(_WEB_NAMES) and _FRAGMENT.match(rest) is not None


def is_archive(data: bytes) -> bool:
    """Whether a file is a page saved with its parts: headers of a mail, the type multipart/related."""
    head = _ARCHIVE.match(data[:_HEAD].lstrip())
    return head is not None and _RELATED.search(head[0]) is not None


def pages(data: bytes, name: str) -> list[Markup]:
    """All pages of the file, the first one first.

    Raises ReadError READ-TOO-LARGE, READ-DAMAGED (no page in it), READ-ENCODING, READ-UNSUPPORTED.
    """
    if len(data) > _LARGEST:
        raise ReadError(
            "READ-TOO-LARGE", f"“{name}”有 {len(data) >> 20} MB，网页上限 {_LARGEST >> 20} MB", "请只保留报告正文后另存"
        )
    return _parts(data, name) if is_archive(data) else [_decoded(data, name, None)]


def _decoded(data: bytes, name: str, declared: str | None, prefix: str = "") -> Markup:
    """UTF-8 where the bytes are that; else the Chinese encoding that the page declares; else as any text.

    Other declarations are left aside: pages of Chinese text that declare a Western encoding were mislabelled.
    """
    found = _CHARSET.search(data[:_HEAD])
    label = (declared or (found[1].decode("ascii") if found else "")).lower()
    if label in _DECLARABLE and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        for codec in ("utf-8", _DECLARABLE[label]):
            try:
                return Markup(data.decode(codec), prefix)
            except UnicodeDecodeError:
                continue
    decoded = decode(data, name)
    return Markup(decoded.text, prefix, decoded.notes)


def _parts(data: bytes, name: str) -> list[Markup]:
    """The pages among the parts of a saved page; each may be read for itself."""
    from email.parser import BytesHeaderParser

    head, _, body = data.replace(b"\r\n", b"\n").lstrip().partition(b"\n\n")
    boundary = BytesHeaderParser().parsebytes(head + b"\n\n").get_boundary()
    if not boundary:
        raise _no_page(name)
    found: list[Markup] = []
    for number, part in enumerate(body.split(b"--" + boundary.encode("latin-1", "replace"))[1 : _MOST_PARTS + 1]):
        headers, _, content = part.lstrip(b"\n").partition(b"\n\n")
        message = BytesHeaderParser().parsebytes(headers + b"\n\n")
        if message.get_content_type() not in {"text/html", "application/xhtml+xml"}:
            continue
        encoding = str(message.get("content-transfer-encoding", "")).strip().lower()
        prefix = f"part[{number + 1}]#" if found else ""
        found.append(_decoded(_plain(content, encoding, name), name, message.get_content_charset(), prefix))
    if not found:
        raise _no_page(name)
    return found


def _plain(content: bytes, encoding: str, name: str) -> bytes:
    import quopri

    try:
        if encoding == "base64":
            return base64.b64decode(content)
        return quopri.decodestring(content) if encoding == "quoted-printable" else content
    except (binascii.Error, ValueError) as failed:
        raise ReadError("READ-DAMAGED", f"“{name}”已损坏：网页部分无法解码", "请重新保存网页后再读") from failed


def _no_page(name: str) -> ReadError:
    return ReadError("READ-DAMAGED", f"“{name}”是单文件网页，但其中没有网页", "请在浏览器中打开原网页，重新保存后再读")
