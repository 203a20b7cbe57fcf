"""A made document's truth and what a reader made of its file → how much of it is right, counted.

Texts are compared without white space: how a line was broken is no part of the truth. A cell is right if its text,
place and spans are; an empty cell also if the reader leaves a hole there.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, NamedTuple, TypeAlias

from toolkit.corpus.truth import TrueCell, TrueDocument, TrueTable
from toolkit.model.document import Cell, Document, Table
from toolkit.patterns import regex

_SPACE: Final = regex(r"\s+")
_Place: TypeAlias = tuple[int, int, int, int]


class Share(NamedTuple):
    """So many of so many."""

    right: int = 0
    whole: int = 0

    def plus(self, other: "Share") -> "Share":
        """Both counted together."""
        return Share(self.right + other.right, self.whole + other.whole)


class Tally(NamedTuple):
    """What is right in one document or in many.

    `cells` exact; `rows` found whole in the table they belong to, in their order; `labels`, merged over rows, exact;
    `digits` that the truth and the reading share, of those in either; `tables` with every cell exact and none more.
    """

    tables: Share = Share()
    cells: Share = Share()
    rows: Share = Share()
    labels: Share = Share()
    digits: Share = Share()

    def plus(self, other: "Tally") -> "Tally":
        """Both counted together."""
        return Tally(
            self.tables.plus(other.tables),
            self.cells.plus(other.cells),
            self.rows.plus(other.rows),
            self.labels.plus(other.labels),
            self.digits.plus(other.digits),
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """The tally of one document, and in words what was wanted and what came, for the first few misses."""

    tally: Tally
    misses: tuple[str, ...]


def agreement(truth: TrueDocument, read: Document, most_misses: int = 6) -> Outcome:
    """Compare the tables in order, each with the one of those read that shares most of its cells."""
    left = [block for block in read.blocks if isinstance(block, Table)]
    tally = Tally(digits=_digits(truth, read))
    misses: list[str] = []
    if len(left) != len(truth.tables):
        misses.append(f"tables: wanted {len(truth.tables)}, came {len(left)}: {_shapes(left)}")
    for number, wanted in enumerate(truth.tables):
        best = max(left, key=lambda table: _exact(wanted, table), default=None)
        if best is not None:
            left.remove(best)
        tally = tally.plus(_compare(wanted, best))
        misses += _table_misses(number, wanted, best, most_misses)
    if tally.digits.right != tally.digits.whole:
        misses.append(_digit_miss(truth, read))
    return Outcome(tally, tuple(misses))


def bare(text: str) -> str:
    """The text without white space."""
    return _SPACE.sub("", text)


def _compare(wanted: TrueTable, came: Table | None) -> Tally:
    found = _found(came)
    right = [cell for cell in wanted.cells if _is_right(cell, found)]
    labels = [cell for cell in wanted.cells if cell.row_span > 1 and cell.row >= wanted.header_rows]
    same_shape = came is not None and (came.rows, came.columns) == (wanted.rows, wanted.columns)
    whole = int(same_shape and len(right) == len(wanted.cells))
    return Tally(
        Share(whole, 1),
        Share(len(right), len(wanted.cells)),
        Share(_rows_in_order(wanted, came), wanted.rows),
        Share(sum(_is_right(cell, found) for cell in labels), len(labels)),
    )


def _exact(wanted: TrueTable, came: Table) -> tuple[int, int]:
    """Cells that are exact; then texts in common, so that a shifted table still finds its own."""
    found = _found(came)
    texts = Counter(bare(cell.text) for cell in came.cells) & Counter(bare(cell.text) for cell in wanted.cells)
    return sum(bool(cell.text) and _is_right(cell, found) for cell in wanted.cells), texts.total()


def _found(came: Table | None) -> dict[_Place, str]:
    if came is None:
        return {}
    return {(cell.row, cell.column, cell.row_span, cell.column_span): bare(cell.text) for cell in came.cells}


def _is_right(cell: TrueCell, found: dict[_Place, str]) -> bool:
    text = found.get((cell.row, cell.column, cell.row_span, cell.column_span))
    if text is None:
        lone = not cell.text and cell.row_span == cell.column_span == 1
        return lone and bool(found) and not any(place[:2] == (cell.row, cell.column) for place in found)
    return text == bare(cell.text)


def _rows_in_order(wanted: TrueTable, came: Table | None) -> int:
    if came is None:
        return 0
    matcher = SequenceMatcher(None, _row_texts(wanted.rows, wanted.cells), _row_texts(came.rows, came.cells), False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _row_texts(rows: int, cells: Sequence[TrueCell] | Sequence[Cell]) -> list[tuple[str, ...]]:
    texts: list[list[str]] = [[] for _ in range(rows)]
    for row, _, text in sorted((cell.row, cell.column, bare(cell.text)) for cell in cells):
        if text:
            texts[row].append(text)
    return [tuple(row) for row in texts]


def _digits(truth: TrueDocument, read: Document) -> Share:
    wanted, came = _digits_of(truth.texts), _digits_of(_read_texts(read))
    return Share((wanted & came).total(), (wanted | came).total())


def _digit_miss(truth: TrueDocument, read: Document) -> str:
    wanted, came = _digits_of(truth.texts), _digits_of(_read_texts(read))
    return f"digits: lost {dict(wanted - came)}, added {dict(came - wanted)}"


def _digits_of(texts: Iterable[str]) -> Counter[str]:
    return Counter(letter for text in texts for letter in text if letter.isdecimal())


def _read_texts(read: Document) -> Iterable[str]:
    for block in read.blocks:
        if isinstance(block, Table):
            yield from (cell.text for cell in block.cells)
        else:
            yield block.text


def _shapes(tables: Sequence[Table]) -> str:
    return ", ".join(f"{table.id} {table.rows}x{table.columns}" for table in tables) or "none"


def _table_misses(number: int, wanted: TrueTable, came: Table | None, most: int) -> list[str]:
    if came is None:
        return [f"table {number}: wanted {wanted.rows}x{wanted.columns}, none came"]
    found = _found(came)
    misses = []
    if (came.rows, came.columns) != (wanted.rows, wanted.columns):
        misses.append(
            f"table {number} ({came.id}): wanted {wanted.rows}x{wanted.columns}, came {came.rows}x{came.columns}"
        )
    wrong = [cell for cell in wanted.cells if not _is_right(cell, found)]
    for cell in wrong[:most]:
        there = came.covering(cell.row, cell.column)
        misses.append(f"table {number}: wanted {_shown(cell)}; came {_shown(there) if there else 'nothing'}")
    if len(wrong) > most:
        misses.append(f"table {number}: {len(wrong) - most} more cells of {len(wanted.cells)} differ")
    return misses


def _shown(cell: TrueCell | Cell) -> str:
    return f"r{cell.row} c{cell.column} {cell.row_span}x{cell.column_span} “{bare(cell.text)[:60]}”"
