"""Lines in a cell, or of one paragraph, → one text with runs that say which span of it stands where."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from toolkit.layout.lines import ends_sentence, opens_item
from toolkit.layout.textlines import TextLine, is_wide, joint, opening_width
from toolkit.model.document import Run
from toolkit.patterns import regex

_SLACK: Final = 0.25  # em: a line with so little room to spare counts as full
_MOST_PADDING: Final = 9.0  # points between the border of a cell and its text
_WHOLE_NUMBER: Final = regex(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")
_CUT: Final = regex(r"[\d,]+\.\d\n\d%?|[1-9]\d*\n0\d+\.\d\d")


def joined(lines: Sequence[TextLine], joints: Iterable[str]) -> tuple[str, tuple[Run, ...]]:
    """One text of all lines, joints[i] between line i and i + 1; one run a line, joints belong to none."""
    text = lines[0].text
    runs = [Run(0, len(text), lines[0].region)]
    for line, between in zip(lines[1:], joints, strict=True):
        text += between
        runs.append(Run(len(text), len(text) + len(line.text), line.region))
        text += line.text
    return text, tuple(runs)


def flowing(lines: Sequence[TextLine]) -> tuple[str, tuple[Run, ...]]:
    """The lines as one paragraph."""
    return joined(lines, [joint(above.text, below.text) for above, below in pairwise(lines)])


def cell_text(lines: Sequence[TextLine], width: float, drawn: bool) -> tuple[str, tuple[Run, ...]]:
    """The text of a cell whose text is `width` points wide: lines that a full line broke flow on, others stay lines.

    Two numbers under one another stay two numbers, also where the column is no wider than either. They are one
    where borders are `drawn` (without, a column is always as narrow as its widest line) and the lower is the last of
    the cents (98.8 over 5) or no number by itself (27212 over 000.00).
    """
    if len(lines) == 1:
        (line,) = lines
        return line.text, (Run(0, len(line.text), line.region),)
    if all(len(line.text) == 1 and is_wide(line.text) for line in lines):
        return joined(lines, [""] * (len(lines) - 1))  # set from top to bottom
    return joined(lines, [_joint(above, below, width, drawn) for above, below in pairwise(lines)])


def _joint(above: TextLine, below: TextLine, width: float, drawn: bool) -> str:
    if not is_full(above, below, width):
        return "\n"
    if opens_item(below.text) and (ends_sentence(above.text) or above.text[-1] in "；;"):
        return "\n"
    if _WHOLE_NUMBER.fullmatch(above.text) and _WHOLE_NUMBER.fullmatch(below.text):
        return "" if drawn and _CUT.fullmatch(f"{above.text}\n{below.text}") else "\n"
    return joint(above.text, below.text)


def is_full(above: TextLine, below: TextLine, width: float) -> bool:
    """Whether the line above left no room for what begins the line below."""
    return above.x1 - above.x0 + opening_width(below, above.text) > width - _SLACK * below.em


def padding(boxes: Iterable[tuple[float, float, Sequence[TextLine]]]) -> float:
    """Points between border and text, from (left, right, lines) of a table's cells: the least that any line keeps."""
    least = _MOST_PADDING
    for left, right, lines in boxes:
        for line in lines:
            before, after = line.edges[0] - left, right - line.edges[-1]
            if before >= 0 and after >= 0:
                least = min(least, before, after)
    return least
