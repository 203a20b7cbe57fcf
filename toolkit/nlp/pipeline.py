"""pipeline.cfg → a spaCy pipeline: our words as tokens, and spans for scores, reasons, targets, actuals, organisations.

Spans stand in `doc.spans["statements"]`, of overlapping ones of a label the longest. Extraction does not use them: its
grammar cites characters. The pipeline serves search, and whoever works with spaCy.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from toolkit.nlp.segment import words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


@cache
def patterns() -> Mapping[str, list[list[dict[str, Any]]]]:
    """Label → patterns of tokens, as spaCy's Matcher reads them."""
    read: dict[str, list[list[dict[str, Any]]]] = json.loads(
        (files("toolkit.nlp") / "lexicon" / "statements.json").read_text("utf-8")
    )
    return read


@cache
def pipeline() -> "Language":
    """The pipeline, made once. Importing spaCy takes a second or more."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from spacy.util import load_config_from_str, load_model_from_config

        _register()
        config = load_config_from_str((files("toolkit.nlp") / "pipeline.cfg").read_text("utf-8"))
        return load_model_from_config(config, auto_fill=True)


@cache
def _register() -> None:
    """Names in pipeline.cfg → what makes them."""
    from spacy import registry
    from spacy.language import Language

    registry.tokenizers("jixiao.words.v1", func=_make_tokenizer)
    Language.factory("jixiao_statements", default_config={"spans_key": "statements"}, func=_make_statements)


def _make_tokenizer() -> Any:
    return lambda nlp: Words(nlp.vocab)


def _make_statements(nlp: "Language", name: str, spans_key: str) -> "Statements":
    return Statements(nlp.vocab, spans_key)


class Words:
    """Text → Doc whose tokens are the words of `segment`; the tokens joined are the text."""

    def __init__(self, vocab: "Vocab") -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> "Doc":
        from spacy.tokens import Doc

        found = words(text)
        return Doc(self.vocab, words=found, spaces=[False] * len(found))

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing of its own to keep."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> "Words":
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing of its own to keep."""

    def from_disk(self, _path: Any, **_: Any) -> "Words":
        return self


class Statements:
    """Doc → the same with spans where the patterns match, the longest of overlapping ones of a label."""

    def __init__(self, vocab: "Vocab", spans_key: str) -> None:
        from spacy.matcher import Matcher

        self.spans_key = spans_key
        self.matcher = Matcher(vocab, validate=True)
        for label, listed in patterns().items():
            self.matcher.add(label, listed, greedy="LONGEST")

    def __call__(self, doc: "Doc") -> "Doc":
        found = sorted(self.matcher(doc, as_spans=True), key=lambda span: (span.start, span.end, span.label_))
        doc.spans[self.spans_key] = found
        return doc
