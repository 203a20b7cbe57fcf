"""TOML text → the line on which each of its values stands, by path (("criteria", 3, "method", "step") → 42).

`tomllib` tells values without their places. The text must be valid TOML (parsed before); this walk only keeps count.
"""

import re
from dataclasses import dataclass, field

from toolkit.patterns import regex

Path = tuple[str | int, ...]

_BLANK = regex(r"(?:[ \t\r\n]|#[^\n]*)*")
_INLINE_BLANK = regex(r"[ \t]*")
_KEY = regex(r"[A-Za-z0-9_-]+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'")
_STRING = regex(r"\"\"\"(?:[^\\]|\\.)*?\"\"\"+|'''[\s\S]*?'''+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'", re.DOTALL)
_SCALAR = regex(r"[^,\]}\n#]+")


def line_numbers(text: str) -> dict[Path, int]:
    """Line (from 1) of every key, table and array item of a valid TOML text."""
    walk = _Walk(text)
    walk.document()
    return walk.lines


@dataclass
class _Walk:
    text: str
    at: int = 0
    counted: int = 0
    line: int = 1
    lines: dict[Path, int] = field(default_factory=dict)
    arrays: dict[Path, int] = field(default_factory=dict)

    def document(self) -> None:
        table: Path = ()
        self._blank()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._blank()

    def _header(self) -> Path:
        many = self.text.startswith("[[", self.at)
        line = self._line()
        self.at += 2 if many else 1
        keys = self._keys()
        self.at = self.text.index("]", self.at) + (2 if many else 1)
        path = self._resolved(keys[:-1])
        path = (*path, keys[-1])
        if many:
            self.arrays[path] = self.arrays.get(path, -1) + 1
            self._note(path, line)
            path = (*path, self.arrays[path])
        elif path in self.arrays:
            path = (*path, self.arrays[path])
        self._note(path, line)
        return path

    def _resolved(self, keys: tuple[str, ...]) -> Path:
        path: Path = ()
        for key in keys:
            path = (*path, key)
            if path in self.arrays:
                path = (*path, self.arrays[path])
        return path

    def _pair(self, table: Path) -> None:
        line = self._line()
        path: Path = (*table, *self._keys())
        self._note(path, line)
        self.at = self.text.index("=", self.at) + 1
        self._inline_blank()
        self._value(path)

    def _value(self, path: Path) -> None:
        opening = self.text[self.at]
        if opening == "[":
            self._items(path, "]")
        elif opening == "{":
            self._items(path, "}")
        else:
            found = _STRING.match(self.text, self.at) or _SCALAR.match(self.text, self.at)
            self.at = found.end() if found is not None else self.at + 1

    def _items(self, path: Path, closing: str) -> None:
        self.at += 1
        index = 0
        self._blank()
        while self.text[self.at] != closing:
            if closing == "]":
                self._note((*path, index), self._line())
                self._value((*path, index))
                index += 1
            else:
                self._pair(path)
            self._blank()
            if self.text[self.at] == ",":
                self.at += 1
                self._blank()
        self.at += 1

    def _keys(self) -> tuple[str, ...]:
        keys: list[str] = []
        while True:
            self._inline_blank()
            found = _KEY.match(self.text, self.at)
            if found is None:
                return tuple(keys)
            keys.append(found[0].strip("\"'"))
            self.at = found.end()
            self._inline_blank()
            if not self.text.startswith(".", self.at):
                return tuple(keys)
            self.at += 1

    def _note(self, path: Path, line: int) -> None:
        self.lines.setdefault(path, line)

    def _line(self) -> int:
        self.line += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        return self.line

    def _blank(self) -> None:
        found = _BLANK.match(self.text, self.at)
        self.at = found.end() if found is not None else self.at

    def _inline_blank(self) -> None:
        found = _INLINE_BLANK.match(self.text, self.at)
        self.at = found.end() if found is not None else self.at
