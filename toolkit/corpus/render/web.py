"""Made documents → web pages."""

from collections.abc import Sequence
from typing import Final

from toolkit.corpus.render._engine import Drawing, Engine
from toolkit.corpus.render._markup import markup


def _render(batch: Sequence[Drawing]) -> list[bytes]:
    return [markup(document, style).encode() for document, style in batch]


ENGINE: Final = Engine("web", "html", _render, lambda: None)
