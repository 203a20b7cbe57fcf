"""Made documents → PDF by a CSS renderer (WeasyPrint)."""

import tempfile
import warnings
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from toolkit.corpus.layout import Style
from toolkit.corpus.render._engine import Drawing, Engine, needs
from toolkit.corpus.render._fonts import crop, frozen_clock
from toolkit.corpus.render._markup import markup

_FONT: Final = "Noto Sans CJK SC"


def _render(batch: Sequence[Drawing]) -> list[bytes]:
    html, fonts = _renderer()
    configuration = fonts()
    with frozen_clock(), tempfile.TemporaryDirectory(prefix="jixiao-") as place:
        font = crop(_FONT, {letter for drawing in batch for letter in markup(*drawing)}, Path(place) / "cropped.otf")
        face = f"@font-face{{font-family:cropped;src:url({font.as_uri()})}}"
        return [
            html(string=markup(document, style, face + _extra(style), "cropped")).write_pdf(
                font_config=configuration, finisher=_turn if style.turned else None
            )
            for document, style in batch
        ]


@cache
def _renderer() -> tuple[Any, Any]:
    """The renderer's classes of pages and of fonts; raises OSError where a library beneath it is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # what a coming version will need
        from weasyprint import HTML  # type: ignore[import-untyped]
        from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
    return HTML, FontConfiguration


def _missing() -> str | None:
    absent = needs("weasyprint", _FONT)()
    if absent is None:
        try:
            _renderer()
        except OSError:
            return "pango"
    return absent


def _extra(style: Style) -> str:
    return "table{border-collapse:separate;border-spacing:0}" if style.rulings == "boxes" else ""


def _turn(_: Any, pdf: Any) -> None:
    """Show each page turned by a quarter: its text then runs sideways, as scanners and printers leave it."""
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == "/Page":
            item["Rotate"] = 90


ENGINE: Final = Engine("css", "pdf", _render, _missing)
