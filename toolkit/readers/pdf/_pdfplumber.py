"""PDF bytes → pages of characters and rulings by pdfplumber: the slow backend against which the fast one is held.

pdfplumber gives coordinates as displayed, growing downwards; they are turned over once, so that one geometry serves.
"""

import io
import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, TypeAlias

from toolkit.errors import ReadError
from toolkit.layout.page import PageContent
from toolkit.model.document import Box
from toolkit.patterns import regex
from toolkit.readers.pdf._backend import UNMAPPED, as_printed, damaged, encrypted, locked
from toolkit.readers.pdf._geometry import Placement, Point, Strokes, direction, is_visible, quarter_of
from toolkit.readers.pdf._upright import Turned, set_upright

Item: TypeAlias = Mapping[str, Any]

_NO_MAPPING: Final = regex(r"\(cid:\d+\)")


@contextmanager
def open_pages(data: bytes, password: str | None) -> Iterator["PlumberPages"]:
    """The open PDF; it lives inside the `with` only."""
    import pdfplumber

    _hush()
    try:
        document = pdfplumber.open(io.BytesIO(data), password=password)
    except Exception as fault:  # pdfminer raises whatever it meets: its own errors, KeyError, TypeError, struct.error
        raise _refusal(fault, password) from fault
    try:
        count = len(document.pages)
    except Exception as fault:
        raise _refusal(fault, password) from fault
    try:
        yield PlumberPages(document, count)
    finally:
        document.close()


def _hush() -> None:
    """Keep pdfminer's remarks on odd files off the terminal; what is lost of a page is noted by the reader."""
    logger = logging.getLogger("pdfminer")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _refusal(fault: Exception, password: str | None) -> ReadError:
    causes = f"{fault!r} {fault.__cause__!r} {fault.__context__!r}"
    if "PDFPasswordIncorrect" in causes or "UnicodeEncodeError" in causes:  # a password that cannot even be tried
        return encrypted(password)
    if "PDFEncryptionError" in causes:
        return locked()
    return damaged("文件损坏或不完整，无法打开")


@dataclass(frozen=True, slots=True)
class PlumberPages:
    """An open document of pdfplumber."""

    document: Any
    count: int

    def page(self, number: int) -> PageContent | None:
        """Page `number` (from 1), its memory freed again; None where pdfminer cannot interpret it."""
        page = self.document.pages[number - 1]
        try:
            return _content(page, number)
        except Exception:  # a page that cannot be interpreted is a loss, noted by the reader
            return None
        finally:
            page.close()


def _content(page: Any, number: int) -> PageContent:
    turned = list(_chars(page.chars))
    turns = Counter(turn for _, turn in turned)
    upright = next((turn for turn, _ in turns.most_common() if turn is not None), 0)
    placement = Placement(_bounds(page), upright)
    content = PageContent(placement.frame(number, upright))
    content.unmapped = sum(1 for (text, *_), _ in turned if text == UNMAPPED)
    content.glyphs, content.slanted = set_upright(_placed(turned, placement))
    strokes = _strokes(chain(page.lines, page.rects, page.curves))
    content.horizontals, content.verticals = strokes.rulings(placement)
    content.shadings = strokes.shadings(placement)
    content.drawings = strokes.drawings
    area = sum((image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) for image in page.images)
    content.pictures = min(1.0, area / max(1.0, content.frame.width * content.frame.height))
    return content


def _bounds(page: Any) -> Box:
    """What a viewer shows: the crop box within the media box, y growing upwards."""
    left, top, right, bottom = (float(side) for side in page.mediabox)
    crop_left, crop_top, crop_right, crop_bottom = (float(side) for side in page.cropbox)
    return max(left, crop_left), -min(bottom, crop_bottom), min(right, crop_right), -max(top, crop_top)


def _chars(chars: Sequence[Item]) -> Iterator[Turned]:
    """Characters in user space with the direction of their writing."""
    for char in chars:
        text = UNMAPPED if _NO_MAPPING.fullmatch(char["text"]) else "".join(map(as_printed, char["text"]))
        if text:
            box = (char["x0"], -char["bottom"], char["x1"], -char["top"])
            yield (text, *box), quarter_of(direction(char["matrix"]))


def _placed(turned: Sequence[Turned], placement: Placement) -> Iterator[Turned]:
    for (text, x0, y0, x1, y1), turn in turned:
        yield (text, *placement.box(x0, y0, x1, y1)), None if turn is None else (turn - placement.quarters) % 4


def _strokes(items: Iterator[Item]) -> Strokes:
    strokes = Strokes()
    for item in items:
        stroked = bool(item["stroke"]) and _shows(item["stroking_color"])
        if stroked or (item["fill"] and _shows(item["non_stroking_color"])):
            strokes.path(list(_polygons(item["path"], strokes)), stroked)
    return strokes


def _polygons(path: Sequence[tuple[Any, ...]], strokes: Strokes) -> Iterator[list[Point]]:
    """The subpaths of a path by their corners; one with a curve in it is counted as a drawing and left out."""
    points: list[Point] = []
    curved = False
    for command, *corners in path:
        if command == "m":
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        elif command == "h" and points:
            points.append(points[0])
        elif command not in "lh":
            strokes.drawings += not curved
            curved = True
        points.extend((float(x), -float(y)) for x, y in corners)
    if len(points) > 1 and not curved:
        yield points


def _shows(colour: Any) -> bool:
    """Whether a colour of pdfminer (grey, RGB or CMYK, 0–1; anything else is a pattern) shows on white paper."""
    shades = colour if isinstance(colour, tuple | list) else (colour,)
    if not all(isinstance(shade, int | float) for shade in shades):
        return True
    match len(shades):
        case 1:
            return is_visible(shades[0], shades[0], shades[0])
        case 3:
            return is_visible(*shades)
        case 4:
            return any(shade + shades[3] > 0.04 for shade in shades[:3])
        case _:
            return True
