"""Made documents → PDF of pictures alone: pages drawn by the CSS renderer, as a scanner leaves them, with specks."""

import io
from collections.abc import Iterator, Sequence
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING, Any, Final

from toolkit.corpus.render import css
from toolkit.corpus.render._engine import Drawing, Engine

if TYPE_CHECKING:
    from toolkit.readers.pdf._scan_render import Scan

_SPECKS: Final = 160
_PAGES: Final = 60


def _render(batch: Sequence[Drawing]) -> list[bytes]:
    return [_photographed(data) for data in css.ENGINE.render(batch)]


def _photographed(data: bytes) -> bytes:
    from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

    chance = Random(sha256(data).hexdigest())  # noqa: S311
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for scan in _pages(data):
        height, width = (side * scan.point for side in scan.pixels.shape[:2])
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(_picture(scan, chance)), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _pages(data: bytes) -> "Iterator[Scan]":
    from toolkit.readers.pdf._scan_render import open_renderer

    with open_renderer(data, None) as page:
        for number in range(1, _PAGES):
            scan = page(number)
            if scan is None:
                return
            yield scan


def _picture(scan: "Scan", chance: Random) -> Any:
    from PIL import Image

    picture = Image.fromarray(scan.pixels).convert("L")
    for _ in range(_SPECKS):
        picture.putpixel((chance.randrange(picture.width), chance.randrange(picture.height)), chance.randint(60, 200))
    return picture


ENGINE: Final = Engine("scan", "pdf", _render, css.ENGINE.missing)
