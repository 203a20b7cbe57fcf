"""Bytes of a compound file (DOC, XLS, WPS, ET) → its streams by name; every chain is followed only as far as it may go.

The layout is that of [MS-CFB]: sectors in chains, a directory of 128-byte entries, small streams inside a large one.
"""

from dataclasses import dataclass
from itertools import islice
from struct import error, unpack_from
from typing import Final

MARK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How every compound file begins."""

_END: Final = 0xFFFFFFFA  # this and higher numbers end a chain
_ENTRY: Final = 128
_MOST_ENTRIES: Final = 10_000
_STREAM, _ROOT = 2, 5


def is_compound(data: bytes) -> bool:
    """Whether the bytes begin like a compound file."""
    return data.startswith(MARK)


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: int
    start: int
    size: int


class CompoundFile:
    """An open compound file. `names` are its streams, storages not told apart."""

    def __init__(self, data: bytes) -> None:
        """Raises ValueError for what is no whole compound file."""
        self._data = data
        try:
            sector, small = unpack_from("<HH", data, 30)
            self._cutoff, first_small = unpack_from("<II", data, 56)[0], unpack_from("<I", data, 60)[0]
            if not (sector in {9, 12} and small == 6):
                raise ValueError("no sector size of a compound file")
            self._size, self._small_size = 1 << sector, 1 << small
            self._table = self._sectors_table()
            self._entries = self._directory(unpack_from("<I", data, 48)[0])
            root = next((entry for entry in self._entries.values() if entry.kind == _ROOT), None)
            self._small_table = _numbers(b"".join(self._chain(first_small)))
            self._small = b"" if root is None else b"".join(self._chain(root.start))
        except error as failed:
            raise ValueError("a compound file cut short") from failed

    @property
    def names(self) -> frozenset[str]:
        """Names of the streams."""
        return frozenset(name for name, entry in self._entries.items() if entry.kind == _STREAM)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream, fewer than it claims where the file is cut off; KeyError for an unknown name."""
        entry = self._entries[name]
        if entry.size >= self._cutoff:
            return b"".join(self._chain(entry.start))[: entry.size]
        parts = []
        sector, left = entry.start, min(entry.size, len(self._small)) // self._small_size + 1
        while sector < len(self._small_table) and left:
            parts.append(self._small[sector * self._small_size : (sector + 1) * self._small_size])
            sector, left = self._small_table[sector], left - 1
        return b"".join(parts)[: entry.size]

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._size
        return self._data[start : start + self._size]

    def _chain(self, sector: int) -> list[bytes]:
        """The sectors of a chain; one that runs in circles ends when the file would be used up."""
        parts: list[bytes] = []
        most = len(self._data) // self._size + 1
        while sector < _END and sector < len(self._table) and len(parts) < most:
            parts.append(self._at(sector))
            sector = self._table[sector]
        return parts

    def _sectors_table(self) -> tuple[int, ...]:
        """What follows each sector. Its own sectors are listed in the header and in a chain of further lists."""
        listed = list(unpack_from("<109I", self._data, 76))
        further = unpack_from("<I", self._data, 68)[0]
        most = len(self._data) // self._size + 1
        for _ in range(most):
            if further >= _END or (further + 1) * self._size >= len(self._data):
                break
            numbers = _numbers(self._at(further))
            listed += numbers[:-1]
            further = numbers[-1] if numbers else _END
        used = [sector for sector in listed if sector < _END]
        return _numbers(b"".join(self._at(sector) for sector in islice(used, most)))

    def _directory(self, start: int) -> dict[str, _Entry]:
        data = b"".join(self._chain(start))
        entries: dict[str, _Entry] = {}
        for at in range(0, min(len(data), _MOST_ENTRIES * _ENTRY) - _ENTRY + 1, _ENTRY):
            length, kind = unpack_from("<HB", data, at + 64)
            first, size = unpack_from("<II", data, at + 116)
            if kind in {_STREAM, _ROOT} and 2 <= length <= 64:
                name = data[at : at + length - 2].decode("utf-16-le", "replace")
                entries.setdefault(name, _Entry(kind, first, size))
        return entries


def _numbers(data: bytes) -> tuple[int, ...]:
    return unpack_from(f"<{len(data) // 4}I", data)
