"""A truth and a document as read → the quotes that the document does not have, each with its place in the truth."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from toolkit.corpus.fields import BUDGET_VALUES
from toolkit.model.document import Document, Table
from toolkit.text import key

_QUOTED: Final = frozenset(
    {
        "entity",
        "project_name",
        "supervising_department",
        "claimed_total",
        "claimed_grade",
        *BUDGET_VALUES,
        "deduction",
        "target",
        "actual",
        "corrective_action",
        "name",
        "text",
        "points",
    }
)
_LISTS: Final = ("budget", "indicators", "adjustments", "annexes")


def absent_quotes(truth: Mapping[str, Any], document: Document) -> Iterator[tuple[str, str]]:
    """(place, quote), white space, widths of letters and lead-ins apart."""
    text = "".join(_texts(document))
    for place, quote in _quotes(truth, ""):
        folded = key(quote).lstrip("-")
        if folded not in text:
            yield place, quote


def has_text(document: Document) -> bool:
    """Whether the reader got any text: pictures have none without recognition."""
    return any(_texts(document))


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
                yield key(cell.text)
        else:
            yield key(block.text)


def _quotes(said: Mapping[str, Any], where: str) -> Iterator[tuple[str, str]]:
    for name, value in said.items():
        place = f"{where}.{name}" if where else name
        if name in _QUOTED and isinstance(value, str):
            yield place, value
        elif name == "identity":
            yield from _quotes(value, place)
        elif name in {*_LISTS, "reasons"} and not said.get("optional"):
            for number, item in enumerate(value):
                yield from _quotes(item, f"{place}[{number}]")
