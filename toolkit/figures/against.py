"""A figure against that of the year before, in any order of words → difference and growth relations.

“案件312起，上年390起，少78起，降20.0%”: the words before each figure say whether it is of the year before, a change, or
of now. The figure of now may stand in a sentence before; then one change that fits it shows that the other does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.figures.change_words import DOWN, FEWER, MORE, UP
from toolkit.figures.changes import judge_change
from toolkit.figures.inline import Inline
from toolkit.figures.one_thing import of_one_thing
from toolkit.figures.sentence import Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import alike, is_percent, known, quotient_relation
from toolkit.model.figure import Relation
from toolkit.patterns import regex

CHANGE: Final = regex(
    rf"(?:(?P<up>{UP}|增速|多增|多办|高出|{MORE})|(?P<down>{DOWN}|低|{FEWER}))(?:[率幅]|比例|了|约|为|达到?|出|支出|金额|幅度|:)*\s*$"
)
"""Words right before a figure that say that it is a change: `up` or `down`."""

_BEFORE: Final = regex(
    r"(?:上年度?末?|去年(?!底?结转)|上一年度?|同期|上期|\ue002\ue003*末?)(?:度|全年|同期|决算|实际|支出|预算|自评|得分|末|底|的|为|是|有|仅|数|水平|:|\()*\s*$"
)
_UNLIKE: Final = regex(r"年均|可比|不变价|剔除|扣除|同口径|名义|实际增|累计|翻|倍|计划|目标|预计|预算|其中")
_LEVEL: Final = regex(r"(?:至|到|(?<![率幅速])为)\s*$")
_FROM: Final = regex("(?:同比)?[由从]")
_UP_TO: Final = regex(rf"[^,;:]{{0,6}}(?:{UP}|{DOWN}|发展|扩|变)?(?:[加长大])?[至到]")
_NOW: Final = regex(
    r"(?:本年度?|今年|当年|本期|报告期|现|全年|年[末底]|\ue002\ue003*)*(?:实际|实现|完成|已|共|总量|总额|数量|规模)*"
    rf"(?:(?:{UP}|{DOWN}|发展|扩|变)?[加长大]?[至到为]|达到?|是|有|:)*"
)
_NO_SUBJECT: Final = regex("(?:[比较与]?(?:上年|去年)(?:同期)?(?:相比)?|[同环相]比|实际|净|共|总体|[也又即约])*")
_BETWEEN: Final = regex("[^;]+")
_NEAREST: Final = 8
_FURTHEST_CHANGE: Final = 2  # changes told of one pair


@dataclass(frozen=True, slots=True)
class _Change:
    spot: Spot
    down: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells of one thing and another year: the old figure, those it may be now, its changes."""

    old: Spot
    now: tuple[Spot, ...]
    changes: tuple[_Change, ...]


def against_in(
    sentence: Sentence, figures: Sequence[Inline], before: Sequence[Spot], told: Sequence[Relation]
) -> Iterator[Relation]:
    """Relations of one sentence; `figures`: its own and those of its brackets, `before`: those before it."""
    if not any(CHANGE.search(one.masked) for one in figures):
        return
    whole = (0, len(sentence.text))
    spans = [clauses.span() for clauses in _BETWEEN.finditer(sentence.text)]
    for start, end in [whole] if _told(figures) is not None else spans:
        found = _told([one for one in figures if start <= one.place - sentence.start < end])
        if found is not None and not _UNLIKE.search(sentence.text[start:end]):
            yield from _judged(found, before, told)


def _judged(found: _Told, before: Sequence[Spot], told: Sequence[Relation]) -> Iterator[Relation]:
    known_results = {relation.result_id for relation in told if relation.type in {"difference", "growth", "ratio"}}
    if found.now:
        now = found.now[-1]
        relations = [one for change in found.changes for one in _of_pair(now, found.old, change)]
        if any(relation.holds for relation in relations) or (len(found.now) == 1 and relations):
            yield from (relation for relation in relations if relation.result_id not in known_results)
        return
    nows = [spot for spot in before if alike(spot, found.old) and spot.id != found.old.id][-_NEAREST:]
    held = {change.spot.id for change in found.changes for now in nows if _holds(now, found.old, change)}
    if len(found.changes) == _FURTHEST_CHANGE:
        yield from _of_changes(found, held, nows, known_results)


def _told(figures: Sequence[Inline]) -> _Told | None:
    """What figures next to one another tell; of those in brackets among words only one of the year before counts."""
    old: list[Spot] = []
    now: list[Spot] = []
    changes: list[_Change] = []
    late, named = False, ""
    for number, one in enumerate(figures):
        if not known(one.spot):
            continue
        following = figures[number + 1].masked if number + 1 < len(figures) else ""
        change = CHANGE.search(one.masked)
        if _BEFORE.search(one.masked) and named and not (old or now) and not of_one_thing(named, one.words):
            return None  # 客运增长9.5%，船次由去年的…
        if _BEFORE.search(one.masked) or (not old and not now and changes and _is_from(one.masked, following)):
            old.append(one.spot)
        elif one.bracketed and not (old and _UP_TO.fullmatch(one.masked)):
            continue
        elif change is not None and not _LEVEL.search(one.masked):
            if late and not _NO_SUBJECT.fullmatch(one.masked[: change.start()].strip()):
                return None
            changes.append(_Change(one.spot, bool(change["down"])))
            named = named or one.words
        elif not (old or changes):
            now.append(one.spot)
        elif not now and _NOW.fullmatch(one.masked.strip()) and not one.behind.startswith("的"):
            late = True
            now.append(one.spot)
        else:
            return None
    if len(old) != 1 or not 0 < len(changes) <= _FURTHEST_CHANGE:
        return None
    return _Told(old[0], tuple(spot for spot in now if alike(spot, old[0])), tuple(changes))


def _is_from(words: str, following: str) -> bool:
    """Whether a figure is what something changed from: 由 alone before it, 提高到 or the like before the next."""
    return _FROM.fullmatch(words.strip()) is not None and _UP_TO.fullmatch(following.strip()) is not None


def _of_pair(now: Spot, old: Spot, change: _Change) -> Iterator[Relation]:
    yield from judge_change(old, now, change.spot, down=change.down)


def _holds(now: Spot, old: Spot, change: _Change) -> bool:
    return any(relation.holds for relation in _of_pair(now, old, change))


def _of_changes(found: _Told, held: set[str], nows: Sequence[Spot], told: set[str]) -> Iterator[Relation]:
    """An amount and a rate of change of a figure that stands elsewhere: each of the old one, and of one another."""
    amount, rate = found.changes
    if not alike(amount.spot, found.old) or not is_percent(rate.spot) or is_percent(found.old):
        return
    relation = quotient_relation("ratio", amount.spot, found.old, rate.spot)
    if relation is None or rate.spot.id in told:
        return
    if relation.holds is False and amount.spot.id not in held:
        for now in nows:
            if _holds(now, found.old, rate):
                yield from _of_pair(now, found.old, amount)
                return
    yield relation
