"""Characters that run in several directions on one page → upright glyphs, and slanted texts set apart.

A string that runs up or down the page (a label turned in its cell) becomes one glyph of several characters in the
order in which it is read; slanted text is a watermark and belongs to no line.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from toolkit.layout.page import Glyph
from toolkit.model.document import Box

Turned: TypeAlias = tuple[Glyph, int | None]
"""A glyph and the quarter turns that would make it upright; None: slanted."""


def set_upright(turned: Iterable[Turned]) -> tuple[list[Glyph], list[tuple[str, Box]]]:
    """(glyphs in the order given, slanted strings with their boxes)."""
    glyphs: list[Glyph] = []
    slanted: list[tuple[str, Box]] = []
    for string, quarter in _strings(turned):
        if quarter == 0:
            glyphs.extend(string)
        elif any(not glyph[0].isspace() for glyph in string):
            text, *box = _joined(string)
            if quarter is None:
                slanted.append((text, (box[0], box[1], box[2], box[3])))
            else:
                glyphs.append((text, box[0], box[1], box[2], box[3]))
    return glyphs, slanted


def _strings(turned: Iterable[Turned]) -> Iterator[tuple[list[Glyph], int | None]]:
    string: list[Glyph] = []
    current: int | None = 0
    for glyph, quarter in turned:
        if string and (quarter != current or (quarter != 0 and not _adjoin(string[-1], glyph))):
            yield string, current
            string = []
        string.append(glyph)
        current = quarter
    if string:
        yield string, current


def _adjoin(before: Glyph, after: Glyph) -> bool:
    """Whether two turned characters follow each other: no wider apart than about their own size."""
    _, x0, top, x1, bottom = before
    _, next_x0, next_top, next_x1, next_bottom = after
    size = max(x1 - x0, bottom - top)
    across = max(next_x0 - x1, x0 - next_x1)
    down = max(next_top - bottom, top - next_bottom)
    return across <= size and down <= size


def _joined(string: list[Glyph]) -> Glyph:
    texts, lefts, tops, rights, bottoms = zip(*string, strict=True)
    return "".join(texts).strip(), min(lefts), min(tops), max(rights), max(bottoms)
