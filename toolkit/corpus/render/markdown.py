"""Made documents → Markdown: headings, paragraphs, pipe tables."""

from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.corpus.render._engine import Drawing, Engine
from toolkit.corpus.render._rows import rows_of
from toolkit.corpus.truth import TrueDocument, TrueTable


def _render(batch: Sequence[Drawing]) -> list[bytes]:
    return ["\n".join(_lines(document)).encode() for document, _ in batch]


def _lines(document: TrueDocument) -> Iterator[str]:
    yield f"# {document.title}"
    yield ""
    for part in document.parts:
        if isinstance(part, TrueTable):
            yield from [part.caption, ""] if part.caption else []
            first, *rest = ["| " + " | ".join(row) + " |" for row in rows_of(part)]
            yield from (first, "|" + " --- |" * part.columns, *rest)
        else:
            yield f"{'#' * (part.heading + 1)} {part.text}" if part.heading else part.text
        yield ""


ENGINE: Final = Engine("markdown", "md", _render, lambda: None)
