"""Sentence → the same with the numerals inside names of a list as plain characters: 24小时自助区布设、5A级管护."""

import re
from dataclasses import replace
from typing import Final

from toolkit.figures.sentence import Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.tally import counts_deeds, counts_names
from toolkit.figures.verdict import dimension

_NAME_GOES_ON: Final = re.compile(r"[\u4e00-\u9fff\ue004-\ue007]{2}")
_NAME_BEFORE: Final = re.compile(r"[\u4e00-\u9fff]{2}")
_NEXT_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2}[^,;:、\ue000]*、")
_IN_WORDS: Final = re.compile(r"[一二两三四五六七八九十百]+[^\d]{0,2}")
_IN_NAMES: Final = frozenset(
    {None, "小时", "天", "年", "周年", "岁", "吨", "公里", "平方米", "级", "日", "分钟", "月", "米", "瓦", "伏"}
)


def without_named(sentence: Sentence) -> Sentence:
    """The sentence with the numerals inside names of a list as plain characters."""
    if "、" not in sentence.text or not sentence.runs:
        return sentence
    named = [run for run in sentence.runs if _is_in_a_name(sentence, run) or _is_of_the_name(sentence, run)]
    if not named:
        return sentence
    text = list(sentence.text)
    for start, end, _ in named:
        text[start:end] = "0" * (end - start)
    runs = tuple(run for run in sentence.runs if run not in named)
    return replace(sentence, text="".join(text), numbers={start: spot for start, _, spot in runs}, runs=runs)


def _is_in_a_name(sentence: Sentence, run: tuple[int, int, Spot]) -> bool:
    """Whether a numeral that counts nothing listed is followed by more words of the same name."""
    _, end, spot = run
    if counts_names(spot) or counts_deeds(spot) or dimension(spot)[0] not in _IN_NAMES:
        return False
    return _NAME_GOES_ON.match(sentence.text, end) is not None


def _is_of_the_name(sentence: Sentence, run: tuple[int, int, Spot]) -> bool:
    """Whether a numeral in words stands between other words of a name: 最多跑一次改革, 二十条 before the last name."""
    start, end, _ = run
    if _IN_WORDS.fullmatch(sentence.printed(start, end).strip()) is None or not _NAME_BEFORE.match(
        sentence.text, max(0, start - 2), start
    ):
        return False
    if sentence.printed(start, start + 1) == "一":
        return _NAME_GOES_ON.match(sentence.text, end) is not None
    return _NEXT_NAME.match(sentence.text, end) is not None
