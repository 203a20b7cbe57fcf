"""Sentence → count relations: “共3个 … 分别为：甲，乙，丙”, “甲、乙、丙等3个集群”, “任务3项（甲、乙、丙）”."""

from collections.abc import Iterator, Sequence

from toolkit.figures.flat import flat
from toolkit.figures.listed_before import listed_before
from toolkit.figures.listed_behind import listed_behind
from toolkit.figures.sentence import Sentence
from toolkit.model.figure import Relation


def counts_in(sentence: Sentence, asides: Sequence[Sentence]) -> Iterator[Relation]:
    """Count relations of one sentence, against lists of names in it or in the sentence before: one for each count,
    that of a list as long before any other."""
    line = flat(sentence, asides)
    found: dict[str, Relation] = {}
    for relation in (*listed_behind(line), *listed_before(line)):
        known = found.get(relation.result_id)
        if known is None or _weight(relation) > _weight(known):
            found[relation.result_id] = relation
    yield from found.values()


def _weight(relation: Relation) -> int:
    return 2 if relation.holds else int(relation.certain)
