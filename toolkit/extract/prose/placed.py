"""A scored line of running text with the words and numbers that decide where it stands in the tree."""

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.extract.citing import Span
from toolkit.extract.prose.sorts import Sort
from toolkit.extract.prose.steps import Path
from toolkit.model.record import Indicator


@dataclass(frozen=True, slots=True)
class Placed:
    """An indicator with the words that decide where it stands in the tree; `path`: the numbered paragraphs and headings
    that it stands under, down to its own."""

    line: Indicator
    heading: str
    depth: int | None
    among: bool
    name: Span | None = None
    path: Path = ()
    sort: Sort | None = None


def listed(placed: Iterable[Placed]) -> list[Indicator]:
    """The lines that are parts of none before them."""
    return [item.line for item in placed if not item.among]
