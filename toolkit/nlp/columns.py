"""A column of a table (its heading, its cells, its neighbours) → the terms a linear model knows it by, and its role."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from toolkit.nlp.linear import linear_model
from toolkit.text import key

OTHER: Final = "other"
_ENOUGH: Final = (0.2, 0.6, 0.95)
_LONGEST: Final = 3
_SHAPES: Final = (
    ("blank", re.compile(r"[-/*—\\.…无]*")),
    ("points", re.compile(r"\d{1,3}(?:\.\d+)?分?")),
    ("amount", re.compile(r"-?\d[\d,]*(?:\.\d+)?")),
    ("percent", re.compile(r"\d[\d,.]*%")),
    ("sign", re.compile(r"[≥≤><=]+|正向|反向|定性|定量|定性指标|定量指标")),
    ("aim", re.compile(r"(?:[≥≤><=]|不低于|不少于|不超过|达到|控制在|优于).{0,3}\d.*|\d.*(?:以上|以内|以下|前)")),
    ("day", re.compile(r"(?:20\d\d年?)?[\d.-]{0,6}(?:20\d\d年|月|日|号|季度).*")),
    ("counted", re.compile(r"\d[\d,.]*[^\d%]{1,5}")),
    ("told", re.compile(r".*\d.*(?:扣|得|计|记|加)\d*.*分.*|.*(?:得满分|不得分|扣完为止).*")),
    ("caused", re.compile(r"(?:因|由于|受|主要是).+|.*(?:影响|未能|滞后|不足|原因).*")),
    ("planned", re.compile(r"(?:加强|加快|进一步|下一步|下步|今后|督促|完善|提前|细化|及时|规范|改进).+")),
)
_WORDS: Final = ((2, "word2"), (6, "word6"), (14, "word14"), (40, "text40"))
_NUMERAL: Final = re.compile(r"\d{1,6}(?:\.\d{1,4})?(?=分?$)")


@dataclass(frozen=True, slots=True)
class Column:
    """Heading and cells (empty where merged away) of a column, headings beside it, the cells to its left and right."""

    heading: str
    cells: tuple[str, ...]
    left: str = ""
    right: str = ""
    left_cells: tuple[str, ...] = ()
    right_cells: tuple[str, ...] = ()


def role_of_column(column: Column) -> str | None:
    """The role the model is sure of; None where it is not, or where the column is none of an indicator's.

    Raises ModelError where the model cannot be read.
    """
    model = linear_model("columns")
    probability, role = max(zip(model.weigh(column_terms(column)), model.labels, strict=True))
    return role if probability >= model.sure and role != OTHER else None


def column_terms(column: Column) -> list[str]:
    """Terms, each once: runs of the heading, of the headings beside, shapes of cells, what the figures are."""
    found = dict.fromkeys(_runs("h", column.heading, _LONGEST))
    found.update(dict.fromkeys((*_runs("l", column.left, 2), *_runs("r", column.right, 2))))
    found.update(dict.fromkeys(_shapes(column.cells)))
    found.update(dict.fromkeys(_figures(column)))
    return list(found)


def _runs(mark: str, text: str, longest: int) -> Iterator[str]:
    bounded = f"^{key(text)}$"
    for length in range(1, longest + 1):
        for start in range(len(bounded) - length + 1):
            run = bounded[start : start + length]
            if run not in {"^", "$"}:
                yield f"{mark}:{run}"


def _shapes(cells: Sequence[str]) -> Iterator[str]:
    """`c:aim`, `c:aim+`, `c:aim++` where a fifth, most, all of the cells look so."""
    counts: dict[str, int] = {}
    for cell in cells:
        shape = _shape(key(cell))
        counts[shape] = counts.get(shape, 0) + 1
    for shape, count in counts.items():
        for more, share in enumerate(_ENOUGH):
            if count >= share * len(cells):
                yield f"c:{shape}{'+' * more}"


def _shape(text: str) -> str:
    for name, shape in _SHAPES:
        if shape.fullmatch(text):
            return name
    return next((name for longest, name in _WORDS if len(text) <= longest), "text")


def _figures(column: Column) -> Iterator[str]:
    """What the numerals add up to, and how they stand to those beside them."""
    own = [_numeral(cell) for cell in column.cells]
    known = [value for value in own if value is not None]
    if len(known) < 2:
        return
    if known == [Decimal(number) for number in range(1, len(known) + 1)]:
        yield "n:counted"
    if 95 <= sum(known[:-1]) <= 105 or 95 <= sum(known) <= 105:
        yield "n:hundred"
    for mark, beside in (("left", column.left_cells), ("right", column.right_cells)):
        pairs = [
            (value, other)
            for value, cell in zip(own, beside, strict=False)
            if value is not None and (other := _numeral(cell)) is not None
        ]
        if len(pairs) >= 2:
            if all(value <= other for value, other in pairs):
                yield f"n:most-{mark}"
            if all(value >= other for value, other in pairs):
                yield f"n:least-{mark}"


def _numeral(text: str) -> Decimal | None:
    found = _NUMERAL.match(key(text))
    return None if found is None else Decimal(found[0])
