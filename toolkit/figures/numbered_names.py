"""Sentence → the same with the numerals inside names of a list as plain characters: 24小时自助区布设、5A级管护."""

import re
from dataclasses import replace
from typing import Final

from toolkit.figures.sentence import Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.tally import counts_deeds, counts_names
from toolkit.figures.verdict import dimension

_NAME_GOES_ON: Final = re.compile(r"[\u4e00-\u9fff\ue004-\ue007]{2}")
_IN_NAMES: Final = frozenset(
    {None, "小时", "天", "年", "周年", "岁", "吨", "公里", "平方米", "级", "日", "分钟", "月", "米", "瓦", "伏"}
)


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
