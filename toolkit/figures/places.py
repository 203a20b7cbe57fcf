"""Passages → lookup of numerals by the place of a citation."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from toolkit.figures.spot import Passage, Spot
from toolkit.figures.verdict import dimension, known, value_of
from toolkit.model.citation import Cited, Segment


class Places:
    """Numerals by block and cell; `in_text`: those of paragraphs, in reading order."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages: dict[tuple[str, tuple[int, int] | None], tuple[Spot, ...]] = {
            (passage.block, passage.cell): passage.spots for passage in passages
        }
        self._texts = {(passage.block, passage.cell): passage.text for passage in passages}
        self.in_text = tuple(spot for passage in passages if passage.cell is None for spot in passage.spots)
        self._values_in_text = {(dimension(spot), value_of(spot)) for spot in self.in_text if known(spot)}
        self._tables: dict[str, dict[tuple[int, int], tuple[Spot, ...]]] = {}
        for passage in passages:
            if passage.cell is not None:
                self._tables.setdefault(passage.block, {})[passage.cell] = passage.spots

    def spot(self, cited: Cited[Any] | None) -> Spot | None:
        """The one readable numeral that a citation covers; None where there is none, or several."""
        if cited is None:
            return None
        found = [
            spot for segment in cited.where.segments for spot in self._within(segment) if spot.quantity is not None
        ]
        return found[0] if len({spot.id for spot in found}) == 1 else None

    def _within(self, segment: Segment) -> Iterator[Spot]:
        """Numerals that the segment touches; those of a passage stand in order and apart."""
        spots = self._passages.get((segment.block, segment.cell), ())
        start, end = segment.chars
        for index in range(bisect_right(spots, start, key=lambda spot: spot.end), len(spots)):
            if spots[index].start >= end:
                return
            yield spots[index]

    def prints_in_text(self, like: Spot, value: Decimal) -> bool:
        """Whether a paragraph prints this value in what `like` is counted in."""
        return (dimension(like), value) in self._values_in_text

    def words_before(self, spot: Spot, count: int) -> str:
        """The last `count` characters before a numeral of its paragraph or cell."""
        segment = spot.where.segments[0]
        text = self._texts.get((segment.block, segment.cell), "")
        return text[max(0, spot.start - count) : spot.start]

    def by_cell(self, block: str) -> dict[tuple[int, int], tuple[Spot, ...]]:
        """Numerals of a table by cell."""
        return self._tables.get(block, {})
