"""A scanned page → its characters and rulings: cleaned, straightened, turned upright, cut into strips, recognised."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Final

from toolkit.layout.page import Ruling
from toolkit.readers.pdf._ocr_engine import Char, Engine
from toolkit.readers.pdf._ocr_glyphs import Placed, ReadLine, line_of, placed, settled, size_in, sizes_of, turned_string
from toolkit.readers.pdf._ocr_page import PageReading
from toolkit.readers.pdf._scan_ink import Strip, ink_of, is_bare, slope_of, tightened, unread, without_dust
from toolkit.readers.pdf._scan_render import Scan
from toolkit.readers.pdf._scan_rulings import Rulings, rulings_of, without_rulings
from toolkit.readers.pdf._scan_seal import without_seals
from toolkit.readers.pdf._scan_skew import angle_of, straightened, turned
from toolkit.readers.pdf._scan_strips import grown, is_part_of, strips_of, under_one_another, usual_height, with_paper

if TYPE_CHECKING:
    from toolkit.readers.pdf._scan_render import Pixels

_UPRIGHT: Final = 0.85  # mean confidence: a page below may lie on its side or head
_BETTER: Final = 0.05  # by which another direction must be read more certainly
_SAMPLE: Final = 12  # boxes that tell how a page lies
_TEXT: Final = 0.5  # mean confidence: a strip below is no text
_RECOVERED: Final = 0.9  # confidence of text that was found by its ink alone
_PART: Final = 0.3  # lines: no dash is shorter
_WIDE: Final = 4.0  # lines: unread ink so wide may be a line of text
_PLACES: Final = 2  # decimals of points


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a page in one direction, in pixels; `certainty` is the mean of all that was tried."""

    boxes: list[Strip]
    chars: list[Placed]
    rulings: Rulings
    unread: list[Strip]
    blank: bool
    certainty: float


def read_scan(scan: Scan, engine: Engine) -> PageReading:
    """All that can be read on a page."""
    clean = without_dust(without_seals(scan.pixels, scan.dpi), scan.dpi)
    angle = angle_of(ink_of(clean, scan.dpi))
    straight = straightened(clean, angle)
    read, turn = _read(straight, scan.dpi, engine, may_lie=True), 0
    if read.boxes and read.certainty < _UPRIGHT:
        turn = _turn_of(straight, read.boxes, engine)
        if turn or not read.chars:
            read = _read(turned(straight, turn), scan.dpi, engine)
    return _in_points(scan, straight, angle, turn, read)


def _read(pixels: "Pixels", dpi: float, engine: Engine, may_lie: bool = False) -> _Read:
    """A straight page: rulings first, then boxes, strips, characters, and what ink is left over; of a page that may
    lie on its side, and looks as if, the boxes only."""
    ink = ink_of(pixels, dpi)
    rulings = rulings_of(ink, dpi)
    ink[rulings.cover] = 0
    bare = without_rulings(pixels, rulings)
    found = engine.find(bare)
    if may_lie and _lies_on_its_side(found.upright):
        return _Read(found.upright, [], rulings, [], blank=False, certainty=0.0)
    usual = usual_height(found.upright)
    boxes = grown(found.upright, ink, usual)
    strips = strips_of(boxes, rulings, ink, usual)
    rest = strips_of(unread(ink, [*boxes, *found.aslant], usual), rulings, ink, usual)
    boxed, recovered = _lines(strips.lines, bare, ink, engine), _lines(rest.lines, bare, ink, engine)
    kept, lost = _sifted(boxed, recovered, usual, rulings)
    chars: list[Placed] = []
    for strip in (*strips.upended, *rest.upended):
        stacked, string = _upended(strip, bare, ink, engine)
        kept += stacked
        chars += string
        if not stacked and not string:
            lost.append(strip)
    kept = [line for line in kept if not any(is_part_of(line.tight, other.tight) for other in kept)]
    kept = settled(kept, usual, rulings.horizontals)
    sizes = sizes_of(kept)
    chars += [char for line in kept for char in placed(line, size_in(line, sizes))]
    lost = [strip for strip in lost if strip.width >= _WIDE * usual or _is_in_table(strip, rulings)]
    return _Read(
        found.upright,
        chars,
        rulings,
        lost,
        blank=not chars and not lost and is_bare(ink),
        certainty=_mean([char for line in boxed for char in line.chars]),
    )


def _sifted(
    boxed: Sequence[ReadLine], recovered: Sequence[ReadLine], usual: float, rulings: Rulings
) -> tuple[list[ReadLine], list[Strip]]:
    """Lines that are text, and strips that are none: what was found by its ink alone must be certain, or a dash."""
    kept = [line for line in boxed if line.confidence >= _TEXT or _is_mark(line, usual)]
    kept += [
        line
        for line in recovered
        if line.least >= _RECOVERED or (_is_mark(line, usual) and _is_in_table(line.strip, rulings))
    ]
    taken = {line.strip for line in kept}
    return kept, [line.strip for line in (*boxed, *recovered) if line.strip not in taken]


def _lines(strips: Sequence[Strip], bare: "Pixels", ink: "Pixels", engine: Engine) -> list[ReadLine]:
    """What is read on strips of one line each."""
    read = engine.read([strip.of(bare) for strip in strips])
    tight = [tightened(strip, ink) or strip for strip in strips]
    return [
        line_of(chars, strip, around, slope_of(around, ink) if len(chars) == 1 else 0.0)
        for chars, strip, around in zip(read, strips, tight, strict=True)
    ]


def _upended(strip: Strip, bare: "Pixels", ink: "Pixels", engine: Engine) -> tuple[list[ReadLine], list[Placed]]:
    """Characters under one another, else a string that runs up or down the page: what is read most certainly."""
    pieces = [with_paper(piece, piece, ink) for piece in under_one_another(strip, ink)]
    stacked = _lines(pieces, bare, ink, engine)
    whole = with_paper(strip, strip, ink).of(bare)
    string = max(engine.read([turned(whole, 3), turned(whole, 1)]), key=_mean)
    single = fmean(line.confidence for line in stacked) if stacked else 0.0
    if max(single, _mean(string)) < _TEXT:
        return [], []
    if _mean(string) > single + _BETTER:
        return [], turned_string(string, strip)
    return stacked, []


def _mean(chars: Sequence[Char]) -> float:
    return fmean(char.confidence for char in chars) if chars else 0.0


def _is_mark(line: ReadLine, usual: float) -> bool:
    """Whether a lone stroke is as long as a character."""
    return line.is_stroke and _PART * usual <= line.tight.width <= usual


def _is_in_table(strip: Strip, rulings: Rulings) -> bool:
    """Whether a strip lies between rulings on all sides."""
    x, y = (strip.x0 + strip.x1) / 2, (strip.y0 + strip.y1) / 2
    above = [line.at for line in rulings.horizontals if line.start <= x <= line.end]
    beside = [line.at for line in rulings.verticals if line.start <= y <= line.end]
    return bool(above and beside) and min(above) < y < max(above) and min(beside) < x < max(beside)


def _lies_on_its_side(boxes: Sequence[Strip]) -> bool:
    """Whether most of what was found is higher than wide."""
    area = sum(box.width * box.height for box in boxes)
    return sum(box.width * box.height for box in boxes if box.height > 1.5 * box.width) > area / 2


def _turn_of(pixels: "Pixels", boxes: Sequence[Strip], engine: Engine) -> int:
    """Quarter turns (clockwise) that make the text upright, by how certainly some of it is read."""
    sample = sorted(boxes, key=lambda box: box.width * box.height, reverse=True)[:_SAMPLE]
    crops = [box.of(pixels) for box in sample]
    scores = [
        _mean([char for line in engine.read([turned(crop, k) for crop in crops]) for char in line]) for k in range(4)
    ]
    best = max(range(4), key=lambda quarters: scores[quarters])
    return best if scores[best] > scores[0] + _BETTER else 0


def _in_points(scan: Scan, straight: "Pixels", angle: float, turn: int, read: _Read) -> PageReading:
    def points(pixels: float) -> float:
        return round(pixels * scan.point, _PLACES)

    def lines(rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
        return tuple(Ruling(points(line.at), points(line.start), points(line.end)) for line in rulings)

    height, width = scan.pixels.shape[:2]
    tall, wide = straight.shape[:2]
    return PageReading(
        width=points(width),
        height=points(height),
        straight=(points(wide), points(tall)),
        angle=round(angle, 6),
        turn=turn,
        chars=tuple(
            Placed(text, points(x0), points(top), points(x1), points(bottom), confidence)
            for text, x0, top, x1, bottom, confidence in read.chars
        ),
        horizontals=lines(read.rulings.horizontals),
        verticals=lines(read.rulings.verticals),
        confidence=round(fmean(char.confidence for char in read.chars), 4) if read.chars else 0.0,
        unread=len(read.unread),
        blank=read.blank,
    )
