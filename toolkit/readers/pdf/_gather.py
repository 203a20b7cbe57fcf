"""What is asked of pdfium for a whole page at once: its characters as stretches, its objects by kind.

Two can do it: `_gather_plain` call by call in Python, and `_gather_compiled` by a small C library where that was built.
Both give the same to the last bit, and the tests hold them to it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol, TypeAlias

from toolkit.layout.page import Stretch
from toolkit.model.document import Box
from toolkit.readers.pdf._geometry import Placement
from toolkit.readers.pdf._pdfium_calls import Handle

STROKES: Final = "一—－"
"""Characters that are one stroke: a font drawn shape by shape gives them the box of their ink."""

FLAT: Final = 0.4
"""Of the longer side: a box so thin holds the ink alone."""


@dataclass(frozen=True, slots=True)
class Chars:
    """All characters of a page by index: their codes as one string, their sides in user space, and how many have no
    Unicode mapping."""

    text: str
    lefts: Sequence[float]
    tops: Sequence[float]
    rights: Sequence[float]
    bottoms: Sequence[float]
    unmapped: int


Slopes: TypeAlias = Iterable[tuple[float, float]]
"""How far texts run to the right and up, each in a measure of its own."""


@dataclass(frozen=True, slots=True)
class Objects:
    """What a page or a form holds and what shows of it: how its texts run, its paths (each with whether its line shows,
    not its area alone, and with its box), the boxes of its images, its forms. Boxes are left, bottom, right, top."""

    slopes: Callable[[], Slopes]
    paths: Sequence[tuple[Handle, bool, Box]]
    images: Sequence[Box]
    forms: Sequence[Handle]


class Gatherer(Protocol):
    """Asks pdfium; what it is given must be open."""

    def chars(self, text: Handle, placement: Placement) -> tuple[Chars, list[Stretch] | None]:
        """The characters of a text page in the order of its content, and their stretches in a frame that is not
        turned; None where characters have to be looked at one by one."""

    def objects(self, holder: Handle, is_form: bool) -> Objects:
        """The objects of a page, or of a form."""
