"""Chinese and mixed text → lines of a given width in cells; no line begins with a closing mark or splits a number."""

import re
from collections.abc import Iterator

from toolkit.patterns import regex
from toolkit.text import cells_wide

_PIECE = regex(r"[0-9A-Za-z%.,:/_<>=≥≤+~-]+|\s+|.", re.DOTALL)
_CLOSING = frozenset("，。；：、）】》〉”’％！？\u3015,.;:)]}%!?…")
_OPENING = frozenset("（【《〈“‘\u3014([{")


def padded(text: str, width: int, *, right: bool = False) -> str:
    """`text` filled up with blanks to `width` cells; longer text stays as it is."""
    blanks = " " * max(width - cells_wide(text), 0)
    return blanks + text if right else text + blanks


def clipped(text: str, width: int) -> str:
    """`text` in at most `width` cells, … where something is left out."""
    line = text.rstrip()
    if cells_wide(line) <= width:
        return line
    kept = ""
    for char in line:
        if cells_wide(kept + char) > width - 1:
            break
        kept += char
    return f"{kept.rstrip('…')}…"


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells (but never less than 8); a given line break stays one."""
    room = max(width, 8)
    return [line for given in text.splitlines() or [""] for line in _fill(given, room)]


def _fill(text: str, room: int) -> Iterator[str]:
    line = ""
    for piece in _pieces(text, room):
        if cells_wide(line) + cells_wide(piece.rstrip()) <= room:
            line += piece if line or not piece.isspace() else ""
        else:
            yield line.rstrip()
            line = piece.lstrip()
    yield line.rstrip()


def _pieces(text: str, room: int) -> Iterator[str]:
    """What must stay together: a word or number, a mark with the character it belongs to."""
    held = ""
    for found in _PIECE.finditer(text):
        piece = found[0]
        glued = held and (piece in _CLOSING or held[-1] in _OPENING)
        if glued and cells_wide(held + piece) <= room:
            held += piece
            continue
        if held:
            yield held
        while cells_wide(piece) > room:
            head, piece = _split(piece, room)
            yield head
        held = piece
    if held:
        yield held


def _split(piece: str, room: int) -> tuple[str, str]:
    cut = next((end for end in range(len(piece), 0, -1) if cells_wide(piece[:end]) <= room), 1)
    return piece[:cut], piece[cut:]
