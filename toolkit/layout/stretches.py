"""Characters with boxes → stretches: what follows on one line without a gap, so that layout need not go by characters.

A gap, a step back (the same character struck twice) or another height ends a stretch; so does a blank.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import sub
from typing import Final

from toolkit.layout.page import Glyph, Stretch

TOUCHING: Final = 0.1  # of the height: the widest gap within a stretch
KERNED: Final = 0.1  # of the height: so far characters are moved into one another at most
DOUBLED: Final = 0.4  # of a character's width: the same character so close is the same one, struck twice
STEPPED: Final = 0.1  # of the height: a character that begins within the one before stands so far on at least
_UPENDED: Final = 1.5  # times as high as wide
_SAME_LINE: Final = 0.01  # points


def stretches_of(glyphs: Iterable[Glyph]) -> list[Stretch]:
    """Glyphs in the order of the content as stretches; blanks are left out."""
    stretches: list[Stretch] = []
    spaced = False
    run: list[Glyph] = []
    for glyph in glyphs:
        text, x0, top, x1, bottom = glyph
        if run and (text == " " or abs(top - run[-1][2]) > _SAME_LINE or abs(bottom - run[-1][4]) > _SAME_LINE):
            stretches += _of_line(run, spaced)
            run, spaced = [], False
        if text == " ":
            spaced = True
        elif len(text) > 1 and bottom - top > _UPENDED * (x1 - x0):
            if run:
                stretches += _of_line(run, spaced)
                run = []
            stretches.append(Stretch(text, (x0,), (x1,), top, bottom, upended=True))
            spaced = False
        else:
            run.append(glyph)
    if run:
        stretches += _of_line(run, spaced)
    return stretches


def _of_line(run: Sequence[Glyph], spaced: bool) -> list[Stretch]:
    text = "".join([glyph[0] for glyph in run])
    if len(text) == len(run):
        lefts, rights = [glyph[1] for glyph in run], [glyph[3] for glyph in run]
    else:
        lefts, rights = [], []
        for part, x0, _, x1, _ in run:  # a ligature: its letters share its width
            step = (x1 - x0) / len(part)
            lefts += [x0 + step * index for index in range(len(part))]
            rights += [x0 + step * index for index in range(1, len(part) + 1)]
    return parted(text, lefts, rights, run[0][2], run[0][4], spaced)


def parted(
    text: str, lefts: Sequence[float], rights: Sequence[float], top: float, bottom: float, spaced: bool
) -> list[Stretch]:
    """Characters of one height as stretches, parted where they do not follow each other."""
    height = bottom - top
    most, least = TOUCHING * height, -KERNED * height
    gaps = list(map(sub, lefts[1:], rights))
    if not gaps or (max(gaps) <= most and min(gaps) >= least):
        return [Stretch(text, lefts, rights, top, bottom, spaced)]
    start = 0
    found = []
    for index, gap in enumerate(gaps, start=1):
        if gap <= most and (gap >= least or _steps_on(lefts, rights, index, height)):
            continue
        found.append(Stretch(text[start:index], lefts[start:index], rights[start:index], top, bottom, spaced))
        start, spaced = index, False
    return [*found, Stretch(text[start:], lefts[start:], rights[start:], top, bottom, spaced)]


def _steps_on(lefts: Sequence[float], rights: Sequence[float], index: int, height: float) -> bool:
    """Whether a character that begins within the one before still stands beside it."""
    return lefts[index] - lefts[index - 1] >= max(DOUBLED * (rights[index] - lefts[index]), STEPPED * height)


def part(stretch: Stretch, start: int, end: int) -> Stretch:
    """Characters `start` to `end` of a stretch."""
    text, lefts, rights, top, bottom, spaced, _ = stretch
    return Stretch(text[start:end], lefts[start:end], rights[start:end], top, bottom, spaced and start == 0)


def follows(before: Stretch, after: Stretch) -> bool:
    """Whether two stretches are one string, at most a printed blank between them."""
    gap, height = after.lefts[0] - before.rights[-1], after.bottom - after.top
    return abs(after.top - before.top) < 1 and abs(gap) < height * (1.0 if after.spaced else TOUCHING)


def untangled(row: Sequence[Stretch]) -> list[Stretch]:
    """Stretches from left to right; where they lie over one another, what is struck twice is left out."""
    row = sorted(row, key=lambda stretch: stretch.lefts[0])
    if all(after.lefts[0] >= before.rights[-1] - 0.5 * _width(after) for before, after in pairwise(row)):
        return row
    chars = sorted((one for stretch in row for one in _singles(stretch)), key=lambda one: one.lefts[0])
    kept: list[Stretch] = []
    for char in chars:
        near = DOUBLED * (char.rights[0] - char.lefts[0])
        for before in kept[-2:]:
            if char.lefts[0] - before.lefts[0] < near and before.text == char.text:
                break
        else:
            kept.append(char)
    return kept


def _width(stretch: Stretch) -> float:
    return stretch.rights[0] - stretch.lefts[0]


def _singles(stretch: Stretch) -> Iterable[Stretch]:
    if stretch.upended:
        return (stretch,)
    return [part(stretch, index, index + 1) for index in range(len(stretch.text))]
