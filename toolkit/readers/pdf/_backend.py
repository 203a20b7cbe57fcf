"""What a PDF backend must give: bytes → pages as characters and rulings; how they are made is each backend's own.

The layout code above never sees which backend read a page; the tests hold both to the same text and cells.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final, Protocol, TypeAlias

from toolkit.errors import ReadError
from toolkit.layout.page import PageContent
from toolkit.patterns import regex

UNMAPPED: Final = "\ufffd"
"""Stands for a character whose font does not say what it means."""

HYPHENS: Final = "\x02\xad\ufffe"
"""Marks of a hyphen at the end of a line."""

BLANKS: Final = " \t\xa0\u2002\u2003\u2009\u202f\u3000"
"""Characters that are printed as white space."""

SHAPELESS_RANGES: Final = (
    ("\x00", "\x1f"),
    ("\x7f", "\x9f"),
    ("\u200b", "\u200f"),
    ("\u2028", "\u202e"),
    ("\u2060", "\u206f"),
    ("\ufe00", "\ufe0f"),
    ("\ufeff", "\ufeff"),
)
"""(first, last) of what has no shape, marks of a hyphen and blanks aside."""

SHAPELESS: Final = "".join(f"{first}-{last}" for first, last in SHAPELESS_RANGES)
"""The same as in a pattern."""

_SHAPELESS: Final = regex(f"[{SHAPELESS}]")


class Pages(Protocol):
    """An open PDF. `page(number)` counts from 1 and gives None where that page cannot be loaded."""

    @property
    def count(self) -> int: ...

    def page(self, number: int) -> PageContent | None: ...


Opener: TypeAlias = Callable[[bytes, str | None], AbstractContextManager[Pages]]
"""(data, password) → the open PDF; raises ReadError READ-ENCRYPTED or READ-DAMAGED."""


def as_printed(char: str) -> str:
    """A character as it is seen: marks for a hyphen become hyphens, blanks one blank, what has no shape nothing."""
    if ("\u2070" <= char < "\ufe00" and char != "\u3000") or " " < char < "\x7f":
        return char
    if char in HYPHENS:
        return "-"
    if char in BLANKS:
        return " "
    return _SHAPELESS.sub("", char)


def encrypted(password: str | None) -> ReadError:
    """The refusal of a file whose password is missing or wrong."""
    if password is None:
        return ReadError("READ-ENCRYPTED", "文件有打开密码，无法读取", "加 --password，或请填报单位另存为无密码文件。")
    return ReadError("READ-ENCRYPTED", "给出的密码打不开文件", "请核对 --password，或请填报单位另存为无密码文件。")


def locked() -> ReadError:
    """The refusal of a file protected by a scheme that no backend knows (certificates, company software)."""
    return ReadError("READ-ENCRYPTED", "文件用证书或专用软件加密，无法读取", "请填报单位另存为无加密的 PDF。")


def damaged(what: str) -> ReadError:
    """The refusal of a file that is cut off or broken."""
    return ReadError("READ-DAMAGED", what, "请重新下载或重新导出文件；若原件如此，请填报单位重新提交。")
