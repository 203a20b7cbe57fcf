"""The shorthand of an OFD path (`M 0 0 L 10 0 C`) → the corners of its straight-edged shapes, in points.

GB/T 33190, 9.3.3: S and M set the place, L draws a line, Q, B and A curves, C closes the shape.
"""

from typing import Final

from toolkit.readers._ofd_package import numbers
from toolkit.readers.pdf._geometry import Matrix, Point

_MOST_TOKENS: Final = 60_000  # a path with more is a drawing
_OPERANDS: Final = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_CURVES: Final = frozenset("QBA")


def polygons(data: str, matrix: Matrix) -> tuple[list[list[Point]], int]:
    """(shapes by their corners, number of shapes with curves, which are left out)."""
    tokens = data.replace(",", " ").split()
    if len(tokens) > _MOST_TOKENS:
        return [], len(tokens)
    shapes: list[list[Point]] = []
    current: list[Point] = []
    curved, curves, at = False, 0, 0
    while at < len(tokens):
        operator = tokens[at]
        count = _OPERANDS.get(operator)
        operands = None if count is None else numbers(" ".join(tokens[at + 1 : at + 1 + count]), count)
        if count is None or operands is None:
            at += 1
            continue
        at += 1 + count
        if operator in {"S", "M"}:
            shapes += [current] if len(current) > 1 and not curved else []
            current, curved = [], False
        elif operator == "C":
            current += current[:1]
            continue
        curves += operator in _CURVES and not curved
        curved = curved or operator in _CURVES
        current.append(_moved(operands[-2], operands[-1], matrix))
    shapes += [current] if len(current) > 1 and not curved else []
    return shapes, curves


def _moved(x: float, y: float, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
