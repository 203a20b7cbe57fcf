"""Files of a trained linear model → probabilities of its labels for a sentence, without any numeric library.

`model.json` holds labels, intercepts, link, reading and thresholds; `vocabulary.txt` a term a line; `weights.bin`
little-endian single floats: the scale of each term, then for each label the weight of each term. Calibration is part
of the weights.
"""

import json
import math
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Final, Literal, TypeAlias

from toolkit.errors import ModelError
from toolkit.nlp.artifacts import load
from toolkit.nlp.clauses import TERMS, Reading, read
from toolkit.nlp.terms import lexicon_hash

SCHEMA: Final = "jixiao/model/3"
Link: TypeAlias = Literal["one", "some"]


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Weights by label; by its link a text has `one` label, or `some`: each part of it one or none. `listed` and `sure`
    are the probabilities from which a label is named, and from which it is as good as certain."""

    labels: tuple[str, ...]
    link: Link
    reading: Reading
    intercepts: tuple[float, ...]
    listed: float
    sure: float
    vocabulary: Mapping[str, int]
    scales: "array[float]"
    weights: "tuple[array[float], ...]"

    def probabilities(self, text: str) -> tuple[float, ...]:
        """Probability of each label; all 0 where the model knows nothing of the text."""
        return self.weigh(*map(TERMS[self.reading], read(text, self.reading)))

    def weigh(self, *parts: Sequence[str]) -> tuple[float, ...]:
        """The same for what is known by these terms; of each label the likeliest part holds."""
        shares = [_shares(margins, self.link) for part in parts if (margins := self._margins(part))]
        return tuple(map(max, zip(*shares, strict=True))) if shares else (0.0,) * len(self.labels)

    def _margins(self, found: Sequence[str]) -> list[float]:
        """Margin of each label for the terms of one text; empty where none is known."""
        known = [place for term in found if (place := self.vocabulary.get(term)) is not None]
        if not known:
            return []
        values = [self.scales[place] for place in known]
        length = math.sqrt(math.fsum(value * value for value in values))
        return [
            sum(map(mul, values, map(weights.__getitem__, known))) / length + intercept
            for weights, intercept in zip(self.weights, self.intercepts, strict=True)
        ]


def _shares(margins: list[float], link: Link) -> list[float]:
    """Probability of each label of one part; what `some` leaves to none has the margin 0."""
    spare = [0.0] if link == "some" else []
    top = max(*margins, *spare)
    shares = [math.exp(margin - top) for margin in (*margins, *spare)]
    whole = sum(shares)
    return [share / whole for share in shares[: len(margins)]]


@cache
def linear_model(name: str, folder: Path | None = None) -> LinearModel:
    """The named model. Raises ModelError where it is missing, changed, of another version or incomplete."""
    stated = json.loads(load(name, "model.json", folder))
    if stated.get("schema") != SCHEMA or stated.get("lexicon") != lexicon_hash():
        raise ModelError("MODEL-VERSION", f"模型 {name} 与程序版本不符", "请运行 jixiao train 重新训练，或重新安装。")
    vocabulary = load(name, "vocabulary.txt", folder).decode("utf-8").split("\n")[:-1]
    floats = array("f")
    floats.frombytes(load(name, "weights.bin", folder))
    if sys.byteorder == "big":
        floats.byteswap()
    size, labels = len(vocabulary), tuple(stated["labels"])
    if len(floats) != size * (len(labels) + 1):
        raise ModelError("MODEL-CHANGED", f"模型 {name} 的权重与词表长度不符", "请重新安装 jixiao-toolkit。")
    return LinearModel(
        labels=labels,
        link=stated["link"],
        reading=stated["reading"],
        intercepts=tuple(stated["intercepts"]),
        listed=stated["listed"],
        sure=stated["sure"],
        vocabulary={term: place for place, term in enumerate(vocabulary)},
        scales=floats[:size],
        weights=tuple(floats[size * row : size * (row + 1)] for row in range(1, len(labels) + 1)),
    )
