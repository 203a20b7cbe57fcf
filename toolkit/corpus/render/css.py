"""Made documents → PDF by a CSS renderer (WeasyPrint); its font is cropped once for all, to save most of the time."""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from toolkit.corpus.layout import Style
from toolkit.corpus.render._engine import Drawing, Engine, needs
from toolkit.corpus.render._markup import markup

_FONT: Final = "Noto Sans CJK SC"


def _render(batch: Sequence[Drawing]) -> list[bytes]:
    from weasyprint import HTML  # type: ignore[import-untyped]
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

    with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
        font = Path(place) / "cropped.otf"
        _crop(font, {letter for drawing in batch for letter in markup(*drawing)})
        face = f"@font-face{{font-family:cropped;src:url({font.as_uri()})}}"
        configuration = FontConfiguration()
        return [
            HTML(string=markup(document, style, face + _extra(style), "cropped")).write_pdf(
                font_config=configuration, finisher=_turn if style.turned else None
            )
            for document, style in batch
        ]


def _extra(style: Style) -> str:
    return "table{border-collapse:separate;border-spacing:0}" if style.rulings == "boxes" else ""


def _turn(_: Any, pdf: Any) -> None:
    """Show each page turned by a quarter: its text then runs sideways, as scanners and printers leave it."""
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == "/Page":
            item["Rotate"] = 90


def _crop(target: Path, letters: set[str]) -> None:
    from fontTools import subset  # type: ignore[import-untyped]

    asked = ["fc-match", "-f", "%{file}\n%{index}", _FONT]
    path, number = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split("\n")
    options = subset.Options(font_number=int(number), layout_features=[], notdef_outline=True, hinting=False)
    with subset.load_font(path, options) as font:
        cropper = subset.Subsetter(options)
        cropper.populate(unicodes=map(ord, letters))
        cropper.subset(font)
        subset.save_font(font, str(target), options)


ENGINE: Final = Engine("css", "pdf", _render, needs("weasyprint"))
