"""Paragraph → count relations of enumerated clauses: “采取三项措施：一是…；二是…；三是…”."""

import re
from collections.abc import Iterable, Iterator

from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.spot import Passage
from toolkit.figures.verdict import is_count, known, listed_relation, value_of
from toolkit.model.figure import Relation

_NUMERALS = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_ARABIC = "123456789"
_COUNT = rf"(?P<count>{NUMBER})[^,;:\ue000]{{0,14}}[:,]\s*"
_STARTS = (
    (re.compile(rf"{_COUNT}(?:主要是)?一是"), re.compile(rf"(?:^|[,，;；:：。\s])([{_NUMERALS}])是"), _NUMERALS),
    (re.compile(rf"{_COUNT}①"), re.compile(rf"([{_CIRCLED}])"), _CIRCLED),
    (re.compile(rf"{_COUNT}1[.．、)](?!\d)"), re.compile(r"(?:^|[;；:：。\s])(\d)[.．、)](?!\d)"), _ARABIC),
)
_GOES_ON = re.compile(r"此外|另外|最后|同时还|还有|等")
_UNITS = frozenset((*"个项点条种类大步件", "方面", "部分"))


def enumerations_in(sentences: list[Sentence], following: Passage | None) -> Iterator[Relation]:
    """Count relations of one paragraph; `following` is the paragraph after it, where the list may go on."""
    for sentence in sentences:
        for start, ordinal, signs in _STARTS:
            found = start.search(sentence.text)
            if found and not sentence.aside:
                yield from _judge(sentence, found, ordinal, signs, following)


def _judge(
    sentence: Sentence, found: re.Match[str], ordinal: re.Pattern[str], signs: str, following: Passage | None
) -> Iterator[Relation]:
    spot = sentence.spot(found, "count")
    if not known(spot) or not is_count(spot) or spot.quantity is None or spot.quantity.unit not in _UNITS:
        return
    text, begin = sentence.passage.text, sentence.start + found.end("count")
    listed = _consecutive(signs.index(match[1]) for match in _ordinals(ordinal, text, begin))
    if listed is None:
        return
    announced = value_of(spot)
    if announced > listed and (_GOES_ON.search(text, begin) or _goes_on(following, ordinal)):
        return
    names = [f"{sign}{'是' if signs == _NUMERALS else ''}" for sign in signs[:listed]]
    yield listed_relation(names, spot, listed, listed, spot.where)


def _ordinals(ordinal: re.Pattern[str], text: str, begin: int) -> Iterator[re.Match[str]]:
    """The ordinals from `begin` on, one right there included."""
    first = ordinal.match(text[begin : begin + 2])
    if first is not None:
        yield first
    yield from ordinal.finditer(text, begin + (first.end() if first is not None else 0))


def _consecutive(seen: Iterable[int]) -> int | None:
    """How many ordinals there are, if they run 一, 二, 三 … once and in order; read no further than that."""
    count = 0
    for count, number in enumerate(seen, 1):
        if number != count - 1:
            return None
    return count if count > 1 else None


def _goes_on(following: Passage | None, ordinal: re.Pattern[str]) -> bool:
    return following is not None and following.level is None and ordinal.match(following.text) is not None
