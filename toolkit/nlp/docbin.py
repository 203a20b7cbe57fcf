"""Bytes of a spaCy DocBin → its texts with labelled spans and categories, as plain values."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.errors import UsageError


@dataclass(frozen=True, slots=True)
class Marked:
    """A text as a person marked it: (label, words) in order, and the categories said of it."""

    text: str
    spans: tuple[tuple[str, str], ...]
    categories: tuple[str, ...]


def read_docbin(data: bytes, name: str) -> tuple[Marked, ...]:
    """Every text of a DocBin. Raises UsageError where it is none, of another version, or marks nothing."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    try:
        docs = list(DocBin().from_bytes(data).get_docs(Vocab()))
    except Exception as cause:  # unpacking of what is no DocBin fails in its own way
        raise UsageError(
            "CORPUS-ANNOTATION",
            f"“{name}”不是这一版 spaCy 的 DocBin：{type(cause).__name__}。",
            "请用 DocBin.to_disk 另存。",
        ) from cause
    marked = tuple(
        Marked(doc.text, tuple(_spans(doc)), tuple(sorted(code for code, held in doc.cats.items() if held >= 0.5)))
        for doc in docs
    )
    if not any(one.spans for one in marked):
        raise UsageError("CORPUS-EMPTY", f"“{name}”里没有一处标注。", "在 doc.ents 或 doc.spans 里标出引文。")
    return marked


def _spans(doc: object) -> Iterator[tuple[str, str]]:
    """Entities and every group of spans, by place; what both hold counts once."""
    groups = [doc.ents, *doc.spans.values()]  # type: ignore[attr-defined]
    found = {(span.start_char, span.end_char, span.label_): span.text for group in groups for span in group}
    yield from ((label, text) for (_, _, label), text in sorted(found.items()))
