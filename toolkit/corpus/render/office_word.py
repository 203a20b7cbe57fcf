"""Made documents → PDF by LibreOffice from word files."""

from collections.abc import Sequence
from typing import Final

from toolkit.corpus.render._docx import docx
from toolkit.corpus.render._engine import Drawing, Engine
from toolkit.corpus.render._office import missing, to_pdf


def _render(batch: Sequence[Drawing]) -> list[bytes]:
    return to_pdf([docx(document, style) for document, style in batch], "docx")


ENGINE: Final = Engine("office-word", "pdf", _render, missing)
