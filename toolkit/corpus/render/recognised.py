"""Made documents → text as recognition leaves it: lines broken by the page's width, page numbers between them,
a table's head repeated where a page cuts it, marks of half and of full width mixed."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from random import Random
from typing import Final

from toolkit.corpus.render._engine import Drawing, Engine
from toolkit.corpus.render._rows import rows_of
from toolkit.corpus.truth import TrueDocument, TrueTable

_WIDTHS: Final = (32, 40)
_INDENT: Final = 2
_PAGE: Final = 38
_CLOSING: Final = "，。；：、）”》,;:)%"
_HALF: Final = str.maketrans("，：；（）", ",:;()")


def _render(batch: Sequence[Drawing]) -> list[bytes]:
    return ["\n".join(_paged(_lines(document))).encode() for document, _ in batch]


def _lines(document: TrueDocument) -> Iterator[tuple[str, str]]:
    """Lines, each with the head that a new page repeats above it (empty: none)."""
    chance = Random(sha256(document.title.encode()).hexdigest())  # noqa: S311
    width = chance.randint(*_WIDTHS)
    title = document.title
    middle = len(title) if len(title) <= width * 2 // 3 else (len(title) + 1) // 2  # titles are set larger
    yield from ((line, "") for line in (title[:middle], title[middle:]) if line)
    for part in document.parts:
        if isinstance(part, TrueTable):
            rows = ["\t".join(row) for row in rows_of(part)]
            head = rows[0] if part.header_rows == 1 else ""
            yield from ((row, head if number else "") for number, row in enumerate(rows))
        else:
            text = part.text.translate(_HALF) if chance.random() < 0.2 else part.text
            yield from ((line, "") for line in _broken(text, width))


def _broken(text: str, width: int) -> Iterator[str]:
    """Lines as wide as the page, the first one indented; no line begins with a closing mark."""
    line, room = "", float(width - _INDENT)
    for letter in text:
        size = 0.5 if letter.isascii() else 1
        if room < size and letter not in _CLOSING:
            yield line
            line, room = "", float(width)
        line += letter
        room -= size
    yield line


def _paged(lines: Iterator[tuple[str, str]]) -> Iterator[str]:
    page, used = 1, 0
    for line, head in lines:
        if used >= _PAGE:
            yield from ("", f"— {page} —", "")
            page, used = page + 1, 0
            if head:
                yield head
        yield line
        used += 1


ENGINE: Final = Engine("recognised", "txt", _render, lambda: None)
