"""DOC, WPS, RTF, ODT, Word 2003 XML → `Document`: LibreOffice makes them DOCX, which is then read as such."""

import hashlib
from dataclasses import dataclass, replace
from typing import Final

from toolkit.model.document import Document
from toolkit.readers._archive import content, encrypted, is_archive, opened
from toolkit.readers._ole import CompoundFile, is_compound
from toolkit.readers._reader import Reader, ReadOptions

_STREAM: Final = "WordDocument"
_FLAGS: Final = 0x0A
_ENCRYPTED: Final = 0x0100
_MANIFEST: Final = "META-INF/manifest.xml"
_OPENING: Final = 4096
_WORD_XML: Final = (b'progid="Word.Document"', b"schemas.microsoft.com/office/word/2003/wordml")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A format: its media type, and the suffix under which an office expects it."""

    media_type: str
    suffix: str


_DOC: Final = _Kind("application/msword", "doc")
_RTF: Final = _Kind("application/rtf", "rtf")
_ODT: Final = _Kind("application/vnd.oasis.opendocument.text", "odt")
_XML: Final = _Kind("application/vnd.ms-word.wordml+xml", "xml")
_KINDS: Final = (_DOC, _RTF, _ODT, _XML)


def _accepts(data: bytes, name: str) -> bool:
    return _kind_of(data) is not None


def _kind_of(data: bytes) -> _Kind | None:
    if is_compound(data):
        return _DOC if _STREAM.encode("utf-16-le") in data and _flags(data) is not None else None
    if is_archive(data):
        return _ODT if f"mimetype{_ODT.media_type}".encode() in data[:256] else None
    opening = data[:_OPENING].lstrip(b"\xef\xbb\xbf \t\r\n")
    if opening.startswith(b"{\\rtf"):
        return _RTF
    return _XML if opening.startswith(b"<?xml") and any(mark in opening for mark in _WORD_XML) else None


def _flags(data: bytes) -> int | None:
    """The flags of a word file inside a compound file; None where there is none."""
    try:
        stream = CompoundFile(data).stream(_STREAM)
    except (ValueError, KeyError):
        return None
    return int.from_bytes(stream[_FLAGS : _FLAGS + 2], "little") if len(stream) > _FLAGS + 1 else None


def _read(data: bytes, name: str, options: ReadOptions) -> Document:
    kind = _kind_of(data) or _DOC
    if kind is _DOC and (_flags(data) or 0) & _ENCRYPTED:
        raise encrypted(name)
    if kind is _ODT:
        archive = opened(data, name)
        if _MANIFEST in archive.namelist() and b"encryption-data" in content(archive, _MANIFEST, name):
            raise encrypted(name)
    from toolkit.readers import read
    from toolkit.readers._office import to_docx

    document = read(to_docx(data, kind.suffix, name), name, options)
    digest = hashlib.sha256(data).hexdigest()
    source = replace(
        document.source, sha256=digest, media_type=kind.media_type, size=len(data), reader=f"{READER.name}/libreoffice"
    )
    return replace(document, source=source)


_SPECIMEN: Final = (
    rb"{\rtf1\ansi\ansicpg936\uc1{\fonttbl{\f0 SimSun;}}\f0\fs24 "
    + "".join(f"\\u{ord(char)}?" for char in "滨江公园改造已完成。").encode()
    + rb"\par }"
)
READER = Reader(
    "legacy",
    tuple(kind.media_type for kind in _KINDS),
    _accepts,
    _read,
    _SPECIMEN,
    ("滨江公园改造已完成。",),
)
