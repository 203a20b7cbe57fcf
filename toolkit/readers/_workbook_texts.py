"""Text records of an XLS → strings: single bytes or two, broken over records, with runs and readings to be skipped.

[MS-XLS] 2.5.293 and 2.5.294: where characters go on in a further record, that begins with a new flag for their width.
"""

from dataclasses import dataclass
from struct import error, unpack_from
from typing import Final

_WIDE, _READING, _RICH = 0x01, 0x04, 0x08
_SHORT_BORDERS: Final = 20  # bytes of a style record of the later kind


@dataclass(slots=True)
class Texts:
    """How a workbook writes its texts: `wide` since BIFF8, else in single bytes of `codec`."""

    wide: bool = True
    codec: str = "gb18030"

    def long(self, parts: list[bytes], start: int) -> str:
        """A text behind a length of two bytes, from `start` on."""
        if self.wide:
            return _Reader(parts, start).text(2)
        length = unpack_from("<H", parts[0], start)[0]
        return self._decoded(parts[0][start + 2 : start + 2 + length])

    def short(self, parts: list[bytes], start: int) -> str:
        """A text behind a length of one byte."""
        if self.wide:
            return _Reader(parts, start).text(1)
        return self._decoded(parts[0][start + 1 : start + 1 + parts[0][start]])

    def code(self, parts: list[bytes]) -> str:
        """The code of a number format."""
        return self.long(parts, 2) if self.wide else self.short(parts, 2)

    def has_border(self, style: bytes) -> bool:
        """Whether a style record draws a line on any side."""
        if len(style) >= _SHORT_BORDERS:
            return style[10:12] != b"\0\0"
        below, others = int.from_bytes(style[8:12], "little"), int.from_bytes(style[12:16], "little")
        return (below >> 22) & 7 != 0 or others & 0x1FF != 0

    def shared(self, parts: list[bytes]) -> list[str]:
        """The table of shared texts, fewer than it claims where no more follow."""
        reader = _Reader(parts, 8)
        count = unpack_from("<I", parts[0], 4)[0]
        found: list[str] = []
        while len(found) < count and not reader.at_end:
            found.append(reader.text(2))
        return found

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode(self.codec, "replace")
        except LookupError:
            return data.decode("gb18030", "replace")


class _Reader:
    """Reads on over the ends of records."""

    def __init__(self, parts: list[bytes], start: int) -> None:
        self._parts = parts
        self._part = 0
        self._at = start

    @property
    def at_end(self) -> bool:
        """Whether all bytes are read."""
        return self._part == len(self._parts) - 1 and self._left() == 0

    def text(self, length_bytes: int) -> str:
        """One text with all that belongs to it."""
        count = int.from_bytes(self._bytes(length_bytes), "little")
        flags = self._bytes(1)[0]
        runs = int.from_bytes(self._bytes(2), "little") if flags & _RICH else 0
        reading = int.from_bytes(self._bytes(4), "little") if flags & _READING else 0
        pieces = []
        wide = flags & _WIDE
        while count:
            if self._left() == 0:
                self._next()
                wide = self._bytes(1)[0] & _WIDE
            size = 2 if wide else 1
            taken = min(count, self._left() // size)
            if not taken:
                raise error("a text cut short")
            data = self._bytes(taken * size)
            pieces.append(data.decode("utf-16-le" if wide else "latin-1", "replace"))
            count -= taken
        self._skip(4 * runs + reading)
        return "".join(pieces)

    def _left(self) -> int:
        return len(self._parts[self._part]) - self._at

    def _next(self) -> None:
        if self._part + 1 >= len(self._parts):
            raise error("a text cut short")
        self._part, self._at = self._part + 1, 0

    def _bytes(self, count: int) -> bytes:
        if self._left() == 0:
            self._next()
        data = self._parts[self._part][self._at : self._at + count]
        if len(data) < count:
            raise error("a text cut short")
        self._at += count
        return data

    def _skip(self, count: int) -> None:
        while count > 0:
            if self._left() == 0:
                self._next()
            step = min(count, self._left())
            self._at += step
            count -= step
