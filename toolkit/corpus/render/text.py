"""Made documents → plain text: one paragraph a line, tables with tabs between their cells."""

from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.corpus.render._engine import Drawing, Engine
from toolkit.corpus.render._rows import rows_of
from toolkit.corpus.truth import TrueDocument, TrueTable


def _render(batch: Sequence[Drawing]) -> list[bytes]:
    return ["\n".join(_lines(document)).encode() for document, _ in batch]


def _lines(document: TrueDocument) -> Iterator[str]:
    yield from (document.title, "")
    for part in document.parts:
        if isinstance(part, TrueTable):
            yield from [part.caption] if part.caption else []
            yield from ("\t".join(row) for row in rows_of(part))
            yield ""
        else:
            yield from (part.text, "")


ENGINE: Final = Engine("text", "txt", _render, lambda: None)
