"""Paragraph → count relations of enumerated clauses: “采取三项措施：一是…；二是…；三是…”."""

import re
from collections.abc import Iterator

from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.spot import Passage
from toolkit.figures.verdict import is_count, known, listed_relation, value_of
from toolkit.model.figure import Relation

_NUMERALS = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_COUNT = rf"(?P<count>{NUMBER})[^,;:\ue000]{{0,14}}[:,]\s*"
_STARTS = (
    (re.compile(rf"{_COUNT}(?:主要是)?一是"), re.compile(rf"(?:^|[,，;；:：。\s])([{_NUMERALS}])是"), _NUMERALS),
    (re.compile(rf"{_COUNT}①"), re.compile(rf"([{_CIRCLED}])"), _CIRCLED),
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
    passage = sentence.passage
    begin = sentence.start + found.end("count")
    text = passage.text[begin:]
    seen = [signs.index(match[1]) for match in ordinal.finditer(text)]
    listed = _consecutive(seen)
    if listed is None:
        return
    announced = value_of(spot)
    if announced > listed and (_GOES_ON.search(text) or _goes_on(following, ordinal)):
        return
    names = [f"{sign}{'是' if signs == _NUMERALS else ''}" for sign in signs[:listed]]
    yield listed_relation(names, spot, listed, listed, spot.where)


def _consecutive(seen: list[int]) -> int | None:
    """How many ordinals there are, if they run 一, 二, 三 … once and in order."""
    return len(seen) if len(seen) > 1 and seen == list(range(len(seen))) else None


def _goes_on(following: Passage | None, ordinal: re.Pattern[str]) -> bool:
    return following is not None and following.level is None and ordinal.match(following.text) is not None
