"""The type of a reader: bytes of one family of formats → `Document`; a reader is chosen by content, never by suffix."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from toolkit.model.document import Document


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a caller may ask of a reader; a reader leaves aside what its medium does not have.

    `pages` count from 1; None reads all of them. `ocr`: recognise what is only there as an image, where the extra is
    installed.
    """

    pdf_backend: Literal["pdfium", "pdfplumber"] = "pdfium"
    password: str | None = None
    pages: tuple[int, ...] | None = None
    ocr: bool = True


@dataclass(frozen=True, slots=True)
class Reader:
    """A member of `toolkit.readers`: a module-level object in a file without `_` in front.

    `accepts(data, name)` looks at a few of the first bytes, or at the names in a ZIP's directory
    (`_archive.listing`): it must be cheap on any file. `name` may break a tie, it never decides alone.
    `read(data, name, options)` gives the Document or raises ReadError. `fallback` readers are asked last.
    `specimen` is a small source of this format, `expected` the texts of the blocks that it must yield (a table:
    its cells' texts joined with tabs, rows with line feeds).
    """

    name: str
    media_types: tuple[str, ...]
    accepts: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, ReadOptions], Document]
    specimen: bytes
    expected: tuple[str, ...]
    fallback: bool = False
