"""Bytes of a file → `Document`: the reader is chosen by content, everything else is refused with a reason."""

from functools import cache

from toolkit.errors import ReadError
from toolkit.model.document import Document
from toolkit.readers._encoding import not_text
from toolkit.readers._magic import format_of
from toolkit.readers._reader import Reader, ReadOptions
from toolkit.registry import discover

__all__ = ["ReadOptions", "Reader", "is_compiled", "office", "read", "readers"]

_DEFAULTS = ReadOptions()


def read(data: bytes, name: str, options: ReadOptions = _DEFAULTS) -> Document:
    """Read the bytes of a file called `name`.

    Raises ReadError: READ-EMPTY, READ-UNSUPPORTED (no reader for the format), READ-ENCODING (text that cannot be
    decoded), READ-ENCRYPTED, and what the reader of the format raises (damaged, too large).
    """
    if not data:
        raise ReadError("READ-EMPTY", f"“{name}”是空文件（0 字节）", "请确认文件已完整下载或复制")
    return _choose(data, name).read(data, name, options)


@cache
def readers() -> dict[str, Reader]:
    """All readers by name."""
    return discover(__name__, Reader, lambda reader: reader.name)


def _choose(data: bytes, name: str) -> Reader:
    ranked = sorted(readers().values(), key=lambda reader: reader.fallback)
    for reader in ranked:
        if not reader.fallback and reader.accepts(data, name):
            return reader
    known = format_of(data)
    if known is not None:
        raise ReadError(known.code, f"“{name}”是{known.name}，暂不能直接读取", known.hint)
    for reader in ranked:
        if reader.fallback and reader.accepts(data, name):
            return reader
    raise not_text(name)


def office() -> str | None:
    """The LibreOffice on this machine, which DOC, WPS, RTF and ODT are read through; None where there is none."""
    from toolkit.readers import _office

    return _office.office()


def is_compiled() -> bool:
    """Whether PDFs are read with the help of a library compiled when this was installed; the result is the same."""
    from toolkit.readers.pdf import _gather_compiled

    return _gather_compiled.installed() is not None
