"""Sentence → count relations: “共3个 … 分别为：甲，乙，丙”, “甲、乙、丙等3个集群”, “任务3项（甲、乙、丙）”.

A numeral inside a name of a list (24小时自助服务区布设) is a part of its words.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from toolkit.figures.listed_before import listed_before
from toolkit.figures.listed_behind import listed_behind, listed_in_brackets
from toolkit.figures.sentence import Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.tally import counts_deeds, counts_names
from toolkit.figures.verdict import dimension
from toolkit.model.figure import Relation

_NAME_GOES_ON: Final = re.compile(r"[\u4e00-\u9fff\ue004-\ue007]{2}")
_IN_NAMES: Final = frozenset(
    {None, "小时", "天", "年", "周年", "岁", "吨", "公里", "平方米", "级", "日", "分钟", "月", "米", "瓦", "伏"}
)


def counts_in(sentence: Sentence) -> Iterator[Relation]:
    """Count relations of one sentence, against lists of names in it or in the sentence before."""
    sentence = without_named(sentence)
    yield from listed_in_brackets(sentence)
    yield from listed_behind(sentence)
    yield from listed_before(sentence)


def without_named(sentence: Sentence) -> Sentence:
    """The sentence with the numerals inside names of a list as plain characters."""
    if "、" not in sentence.text or not sentence.runs:
        return sentence
    named = [run for run in sentence.runs if _is_in_a_name(sentence.text, run[1], run[2])]
    if not named:
        return sentence
    text = list(sentence.text)
    for start, end, _ in named:
        text[start:end] = "0" * (end - start)
    runs = tuple(run for run in sentence.runs if run not in named)
    return replace(sentence, text="".join(text), numbers={start: spot for start, _, spot in runs}, runs=runs)


def _is_in_a_name(text: str, end: int, spot: Spot) -> bool:
    """Whether a numeral that counts nothing listed is followed by more words of the same name."""
    if counts_names(spot) or counts_deeds(spot) or dimension(spot)[0] not in _IN_NAMES:
        return False
    return _NAME_GOES_ON.match(text, end) is not None
