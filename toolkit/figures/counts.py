"""Sentence → count relations: “共3个 … 分别为：甲，乙，丙”, “甲、乙、丙等3个集群”, “任务3项（甲、乙、丙）”."""

from collections.abc import Iterator

from toolkit.figures.listed_before import listed_before
from toolkit.figures.listed_behind import listed_behind, listed_in_brackets
from toolkit.figures.numbered_names import without_named
from toolkit.figures.sentence import Sentence
from toolkit.model.figure import Relation


def counts_in(sentence: Sentence) -> Iterator[Relation]:
    """Count relations of one sentence, against lists of names in it or in the sentence before."""
    sentence = without_named(sentence)
    yield from listed_in_brackets(sentence)
    yield from listed_behind(sentence)
    yield from listed_before(sentence)
