"""Made documents → word files."""

from collections.abc import Sequence
from typing import Final

from toolkit.corpus.render._docx import docx
from toolkit.corpus.render._engine import Drawing, Engine, needs


def _render(batch: Sequence[Drawing]) -> list[bytes]:
    return [docx(document, style) for document, style in batch]


ENGINE: Final = Engine("word", "docx", _render, needs("docx"))
