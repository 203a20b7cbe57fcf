"""Passages → count relations of enumerated clauses (“采取三项措施：一是…；二是…；三是…”), in one paragraph or more."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.spot import Passage, Spot
from toolkit.figures.verdict import is_count, known, listed_relation, value_of
from toolkit.model.figure import Relation
from toolkit.patterns import regex
from toolkit.text import fold_widths

_NUMERALS: Final = "一二三四五六七八九十"
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩"
_ARABIC: Final = "123456789"
_SIGNS: Final = {sign: place for signs in (_NUMERALS, _CIRCLED, _ARABIC) for place, sign in enumerate(signs)}
_COUNT: Final = regex(rf"(?P<count>{NUMBER})[^,;:\ue000]{{0,14}}[:,]\s*(?:主要是)?")
_LAST_COUNT: Final = regex(
    rf"(?P<count>{NUMBER})(?:大|个)?(?:方面)?(?:的)?(?:主要|突出|具体|重点)?"
    r"(?:方面|问题|措施|举措|任务|工作|事|做法|经验|原因|建议|成效|特点|环节|抓手|短板|不足|打算|亮点|目标)?\s*:?$"
)
_BEFORE_COLON: Final = regex(rf"(?P<count>{NUMBER})[^,;:\ue000]{{0,14}}:$")
_GOES_ON: Final = regex(r"此外|另外|最后|同时还|还有|等")
_OTHER_LIST: Final = regex(r"[,;](?:分别|依次)(?:为|是)")
_NEAR: Final = 60  # characters
_UNITS: Final = frozenset({*"个项点条种类大步件", "方面", "部分"})
_ITEMS: Final = frozenset("项个件")
_ASPECT: Final = regex("方面[。:,]")  # 5项未达标。1.产出方面。…: what is numbered are no items
FURTHEST: Final = 30
"""Paragraphs after the count of a list among which its items are looked for."""
_HEAD: Final = 30  # characters of a paragraph that may hold its number


@dataclass(frozen=True, slots=True)
class _Style:
    """A way to number clauses: `inside` a paragraph, and at the `head` of paragraphs of their own."""

    inside: re.Pattern[str]
    head: re.Pattern[str]
    signs: str


_BEGIN: Final = r"(?:^|[;:。\s])"
_STYLES: Final = (
    _Style(regex(rf"(?:^|[,;:。\s])([{_NUMERALS}])是"), regex(rf"\s*([{_NUMERALS}])是"), _NUMERALS),
    _Style(regex(rf"(?:^|[,;:。\s])其([{_NUMERALS}])"), regex(rf"\s*其([{_NUMERALS}])[,:是]"), _NUMERALS),
    _Style(regex(rf"([{_CIRCLED}])"), regex(rf"\s*([{_CIRCLED}])"), _CIRCLED),
    _Style(regex(rf"{_BEGIN}(\d)[.、)](?!\d)"), regex(r"\s*(\d)[.、)](?!\d)"), _ARABIC),
    _Style(regex(rf"{_BEGIN}\((\d)\)"), regex(r"\s*\((\d)\)"), _ARABIC),
    _Style(regex(rf"{_BEGIN}\(([{_NUMERALS}])\)"), regex(rf"\s*\(([{_NUMERALS}])\)"), _NUMERALS),
    _Style(regex(rf"{_BEGIN}第([{_NUMERALS}])[,、:]"), regex(rf"\s*第([{_NUMERALS}])[,、:]"), _NUMERALS),
    _Style(
        regex(rf"{_BEGIN}(?:目标|任务|问题|措施|事项)(\d):"),
        regex(r"\s*(?:目标|任务|问题|措施|事项)(\d):"),
        _ARABIC,
    ),
)


def enumerations_in(sentences: Sequence[Sentence], following: Sequence[Passage]) -> Iterator[Relation]:
    """Count relations of one paragraph; `following`: the passages after it, where the list may stand or go on."""
    told = [sentence for sentence in sentences if not sentence.aside]
    text = fold_widths(told[0].passage.text) if told else ""
    for number, sentence in enumerate(told):
        for found in _COUNT.finditer(sentence.text):
            if _OTHER_LIST.search(sentence.text, found.end(), found.end() + _NEAR):
                continue  # 3项任务，一是不漏，二是不拖，分别是…: how they are done
            yield from _judge(text, sentence.spot(found, "count"), sentence.start + found.end(), following)
        ends = sentence.text.rstrip("。 ")
        last = _LAST_COUNT.search(ends) or _BEFORE_COLON.search(ends)
        if last is None:
            continue
        spot = sentence.spot(last, "count")
        if number + 1 < len(told):
            # 3个问题。一是…二是…: what comes third may be told in other words, but a list too long is too long
            behind = _judge(text, spot, told[number + 1].start, following)
            yield from (one for one in behind if one.holds or value_of(spot) < one.expected.low)
        elif sentence.passage.cell is None and _counts(spot):
            yield from _below(spot, following)


def _counts(spot: Spot) -> bool:
    return known(spot) and is_count(spot) and spot.quantity is not None and spot.quantity.unit in _UNITS


def _judge(text: str, spot: Spot, begin: int, following: Sequence[Passage]) -> Iterator[Relation]:
    """The relation of a list that begins right at `begin` of the paragraph's folded text."""
    if not _counts(spot):
        return
    style = next((style for style in _STYLES if _opens(style.head.match(text, begin))), None)
    if style is None:
        return
    listed = _consecutive(_SIGNS[match[1]] for match in _ordinals(style, text, begin))
    if listed is None:
        return
    if value_of(spot) > listed and (_GOES_ON.search(text, begin) or _goes_on(style, following)):
        return
    yield from _relation(spot, style, listed)


def _goes_on(style: _Style, following: Sequence[Passage]) -> bool:
    """Whether the next paragraph is numbered like the list."""
    text = fold_widths(following[0].text) if following and following[0].level is None else ""
    return style.head.match(text) is not None


def _below(spot: Spot, following: Sequence[Passage]) -> Iterator[Relation]:
    """The relation of a list whose items are the paragraphs that follow; none where one more of its kind stands
    further down, and the list may have been broken by other words."""
    first = fold_widths(following[0].text) if following else ""
    style = next((style for style in _STYLES if _opens(style.head.match(first))), None)
    if style is None or (_ASPECT.search(first[:_HEAD]) and spot.quantity is not None and spot.quantity.unit in _ITEMS):
        return
    listed = 0
    texts = [fold_widths(passage.text[:_HEAD]) for passage in following[:FURTHEST] if passage.cell is None]
    for text in texts:
        found = style.head.match(text)
        if found is None or _SIGNS.get(found[1]) != listed:
            break
        listed += 1
    others = (style.head.match(text) for text in texts[listed:])
    if value_of(spot) <= listed or not any(found is not None and _SIGNS[found[1]] == listed for found in others):
        yield from _relation(spot, style, listed)


def _relation(spot: Spot, style: _Style, listed: int) -> Iterator[Relation]:
    """A list of one names nothing, and beyond the last sign that is known nothing is counted."""
    if 1 < listed < len(style.signs) or (listed == len(style.signs) and value_of(spot) == listed):
        suffix = "是" if style.signs == _NUMERALS else ""
        names = [f"{sign}{suffix}" for sign in style.signs[:listed]]
        yield listed_relation(names, spot, listed, listed, spot.where)


def _opens(found: re.Match[str] | None) -> bool:
    return found is not None and _SIGNS[found[1]] == 0


def _ordinals(style: _Style, text: str, begin: int) -> Iterator[re.Match[str]]:
    """The ordinals from `begin` on, one right there included."""
    first = style.head.match(text, begin)
    if first is not None:
        yield first
    yield from style.inside.finditer(text, begin if first is None else first.end())


def _consecutive(seen: Iterable[int]) -> int | None:
    """How many ordinals there are, if they run 一, 二, 三 … once and in order; read no further than that."""
    count = 0
    for count, number in enumerate(seen, 1):
        if number != count - 1:
            return None
    return count if count > 1 else None
