"""Lines of text set by hand for tests of layout: each Chinese character as wide as the size, others half as wide."""

from collections.abc import Sequence

from toolkit.layout.page import Frame, Stretch
from toolkit.layout.parts import Baseline, baseline_of
from toolkit.layout.stretches import stretches_of

PAGE = Frame(1, 600, 800)
SIZE = 10.0


def stretch(text: str, x: float, top: float, size: float = SIZE) -> Stretch:
    """One string without a blank."""
    glyphs = []
    for char in text:
        width = size if char >= "\u2e80" else size / 2
        glyphs.append((char, x, top, x + width, top + size))
        x += width
    (found,) = stretches_of(glyphs)
    return found


def rows(*lines: tuple[float, dict[float, str]]) -> list[list[Stretch]]:
    """Rows from (top, {x: text})."""
    return [[stretch(text, x, top) for x, text in sorted(texts.items())] for top, texts in lines]


def baselines(*lines: tuple[float, dict[float, str]]) -> list[Baseline]:
    """The same as baselines."""
    return [baseline_of(row, PAGE) for row in rows(*lines)]


def texts(groups: Sequence[Sequence[Baseline]]) -> list[list[list[str]]]:
    """Texts of lines of rows."""
    return [[[part.text for part in line.parts] for line in group] for group in groups]
