"""Made documents → PDF by LibreOffice from HTML."""

from collections.abc import Sequence
from typing import Final

from toolkit.corpus.render._engine import Drawing, Engine
from toolkit.corpus.render._markup import markup
from toolkit.corpus.render._office import missing, to_pdf


def _render(batch: Sequence[Drawing]) -> list[bytes]:
    pages = [markup(document, style).encode() for document, style in batch]
    return to_pdf(pages, "html", "--infilter=HTML (StarWriter)")


ENGINE: Final = Engine("office-html", "pdf", _render, missing)
