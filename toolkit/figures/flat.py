"""Sentence with its brackets → one line in which counts and lists are looked for, all offsets kept.

Brackets that hold but a count, or the list of the count before them, are opened; dashes are colons; a numeral inside a
name is plain: 24小时自助区布设, 8个社区食堂运营, 三项补贴发放.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.tally import MODIFIED, TASKS, counts_deeds, counts_names, is_plain_noun
from toolkit.figures.verdict import dimension, value_of
from toolkit.patterns import regex

_NAME: Final = r"[\u4e00-\u9fff\ue004-\ue007]"
_OF_A_NAME: Final = regex(f"{_NAME}{{2}}")
_NEXT_MARK: Final = regex("[,;:、\ue000]|$")
_DASH: Final = regex("-{2,}|-(?=\ue004)")
_ITEM_BEGINS: Final = regex(r"[、:]\s*$")
_SAYS: Final = regex(r"[^、,;:]*(?:为|是|即|指向)")
_NOUN: Final = 14  # characters
_IN_WORDS: Final = regex(r"[一二两三四五六七八九十百千万]+[^\d]{0,2}")
_IN_NAMES: Final = frozenset(
    {None, "小时", "天", "年", "周年", "岁", "吨", "公里", "平方米", "级", "日", "分钟", "月", "米", "瓦", "伏"}
)
_COUNT: Final = regex(
    rf"\s*(?:[^,;:、\ue000-\ue007]{{0,4}}数量?|总?共|合?计|总计|一共|有|为|:)*{NUMBER}[^,;:、\ue000-\ue007]{{0,6}}"
)
_BEFORE_BRACKET: Final = regex(r"[^,;:、]{0,16}")
_NO_FULL_LIST: Final = regex("含|不含|包括|如|主要|其中|详|见|除|以|按")
_ARABIC_PART, _PLAIN = "9", "0"
ALL_COUNTED: Final = regex(rf"[^、]*{_ARABIC_PART}[^、]*(?:、[^、]*{_ARABIC_PART}[^、]*)+")
"""A list every name of which begins with a count: the parts of something, no names."""


def flat(sentence: Sentence, asides: Sequence[Sentence]) -> Sentence:
    """The line of a sentence (or of brackets, which hold no others)."""
    text, runs = list(sentence.text), list(sentence.runs)
    for aside in asides:
        place = aside.start - 1 - sentence.start
        if aside.outer is not sentence or not 0 <= place < len(text) or text[place] != "\ue006":
            continue
        inner = _without_named(aside)
        opened = _opened(sentence, inner)
        if opened is not None:
            text[place : place + len(opened)] = opened
            runs += [(low + place + 1, high + place + 1, spot) for low, high, spot in inner.runs]
    joined = _DASH.sub(lambda found: ":" * len(found[0]), "".join(text))
    return _without_named(_line(sentence, joined, sorted(runs, key=lambda run: run[0])))


def _line(sentence: Sentence, text: str, runs: Sequence[tuple[int, int, Spot]]) -> Sentence:
    return replace(sentence, text=text, numbers={start: spot for start, _, spot in runs}, runs=tuple(runs))


def _opened(sentence: Sentence, aside: Sentence) -> str | None:
    """The brackets as words of the line; None where they are a remark."""
    text = aside.text
    if len(aside.runs) == 1 and _COUNT.fullmatch(text):
        return f" {text} "
    if aside.runs or _NO_FULL_LIST.match(text):
        return None
    place = aside.start - 1 - sentence.start
    before = [(end, spot) for _, end, spot in sentence.runs if place - _NOUN - 3 <= end <= place][-1:]
    if not before or not counts_names(before[0][1]):
        return None
    if not _BEFORE_BRACKET.fullmatch(sentence.text[before[0][0] : place]):
        return None
    if "、" not in text:
        text = text.replace(",", "、")
    return f":{text};" if "、" in text else None


def _without_named(line: Sentence) -> Sentence:
    """The line with the numerals inside names as plain characters."""
    if "、" not in line.text or not line.runs:
        return line
    text, kept = list(line.text), []
    for run in line.runs:
        start, end, spot = run
        if not _is_in_a_name(line, run):
            kept.append(run)
            continue
        of_parts = counts_names(spot) and not _in_words(line, run)
        text[start:end] = (_ARABIC_PART if of_parts else _PLAIN) * (end - start)
    return _line(line, "".join(text), kept)


def _is_in_a_name(line: Sentence, run: tuple[int, int, Spot]) -> bool:
    """Whether a numeral is followed by more words of the same name, and what it counts is nothing listed."""
    start, end, spot = run
    text = line.text
    if not _OF_A_NAME.match(text, end):
        return False
    listable = counts_names(spot) or counts_deeds(spot)
    if listable and _counts_what_stands_before(text, start, spot):
        return False
    if not listable and dimension(spot)[0] in _IN_NAMES:
        return True
    if (
        _in_words(line, run)
        and line.printed(start, start + 1) == "一"
        and _OF_A_NAME.match(text, max(0, start - 2), start)
    ):
        return True
    told = MODIFIED.match(text, end)
    if told is not None and "、" in told[0]:
        return False
    begun = _ITEM_BEGINS.search(text[max(0, start - 2) : start]) is not None or start == 0
    if not begun and not _in_words(line, run) and (_SAYS.match(text, end, end + _NOUN) or TASKS.match(text, end)):
        return False
    found = _NEXT_MARK.search(text, end)
    stop = found.start() if found is not None else len(text)
    in_a_row = text[stop : stop + 1] == "、" or text[:start].rstrip().endswith("、")
    return (listable or _in_words(line, run)) and in_a_row and not is_plain_noun(text[end:stop])


def _counts_what_stands_before(text: str, start: int, spot: Spot) -> bool:
    """Whether just as many names stand before a count in its clause (甲村、乙村2个村和丙社区、丁社区2个社区)."""
    begin = max(text.rfind(mark, 0, start) for mark in ",;:\ue000") + 1
    names = text[begin:start].split("、")
    return len(names) > 1 and len(names[-1].strip()) > 1 and len(names) == value_of(spot)


def _in_words(line: Sentence, run: tuple[int, int, Spot]) -> bool:
    return _IN_WORDS.fullmatch(line.printed(run[0], run[1]).strip()) is not None
