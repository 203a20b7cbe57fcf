"""What a page is made of, for any backend: characters with boxes, rulings, shadings → the input of all layout.

Coordinates are points from the top left of the page as displayed. Where most of a page's text runs sideways, the
backend gives the page in the frame in which the text is upright, and `Frame.turn` leads back to the display.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

from toolkit.layout.recognised import Recognised
from toolkit.model.document import Box, Region

Glyph: TypeAlias = tuple[str, float, float, float, float]
"""(text, x0, top, x1, bottom). A ligature is one glyph of several characters; blanks are glyphs too."""

SAME_SHEET: Final = 0.02
"""Of its sides: so much may pages of one size differ that were straightened from pictures."""


class Stretch(NamedTuple):
    """Characters of one line that follow each other without a blank or gap, as the content of the page gives them.

    `lefts`, `rights`: the sides of each character of `text`. `spaced`: a blank was printed before the first.
    `upended`: a string turned on end, given as one shape; its sides stand for its box alone.
    """

    text: str
    lefts: Sequence[float]
    rights: Sequence[float]
    top: float
    bottom: float
    spaced: bool = False
    upended: bool = False


class Ruling(NamedTuple):
    """A straight line along an axis: horizontal `at` y from x `start` to `end`, vertical `at` x from y to y."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The reading frame of page `number`: its size, and the quarter turns (clockwise) from the display to it.

    `recognised` where the page was read from its image: it was straightened before it was turned.
    """

    number: int
    width: float
    height: float
    turn: int = 0
    recognised: Recognised | None = None

    def as_wide_as(self, other: "Frame") -> bool:
        """Whether both are pages of one width; those straightened from pictures differ a little."""
        return abs(self.width - other.width) <= SAME_SHEET * self.width

    def displayed(self, box: Box) -> Box:
        """A box of this frame → the same box on the page as displayed."""
        x0, top, x1, bottom = box
        if self.turn == 1:
            return top, self.width - x1, bottom, self.width - x0
        if self.turn == 2:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        if self.turn == 3:
            return self.height - bottom, x0, self.height - top, x1
        return box

    def region(self, box: Box, edges: Sequence[float] | None = None) -> Region:
        """The place of a piece of a line; `edges` are x positions, so a turned page has none."""
        if not self.turn and self.recognised is None:
            return Region(self.number, box, edges)
        shown, upright = self.displayed(box), None if self.turn else edges
        if self.recognised is None:
            return Region(page=self.number, box=shown, edges=upright)
        confidences = None if edges is None else self.recognised.confidences(box, edges)
        if upright is None:
            return Region(page=self.number, box=self.recognised.box(shown), confidences=confidences)
        return Region(
            page=self.number,
            box=self.recognised.box(shown),
            edges=self.recognised.edges(upright, (box[1] + box[3]) / 2),
            confidences=confidences,
            lean=self.recognised.lean,
        )


@dataclass(slots=True)
class PageContent:
    """A page as a backend reads it: its characters one by one (`glyphs`) or already in `stretches`.

    `shadings` are the boxes of broad filled areas, `pictures` is the share of the page under images (0–1), `drawings`
    counts shapes that are no rulings (letters converted to curves), `unmapped` the characters whose font does not say
    what they mean; `slanted` are strings that run neither along nor across the page, such as a watermark.
    """

    frame: Frame
    glyphs: list[Glyph] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    slanted: list[tuple[str, Box]] = field(default_factory=list)
    horizontals: list[Ruling] = field(default_factory=list)
    verticals: list[Ruling] = field(default_factory=list)
    shadings: list[Box] = field(default_factory=list)
    pictures: float = 0.0
    drawings: int = 0
    unmapped: int = 0

    def printed(self) -> str:
        """All characters but blanks, in the order of the content."""
        return "".join([glyph[0] for glyph in self.glyphs if glyph[0] != " "] + [each.text for each in self.stretches])
