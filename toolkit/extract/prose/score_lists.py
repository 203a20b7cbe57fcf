"""Groups of score facts told as a list: lines with full marks, points of all and then their scores, and what one line
lost, why, and what was left of it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from toolkit.extract.prose.score_facts import Fact
from toolkit.patterns import regex

_NEXT: Final = regex(r"\)?[、,;和及]\s?[^,。;:\d]{2,24}?\(?(?:分值|满分)?")
_FULL_BEHIND: Final = regex(
    r"\)?[,;](?:以上|上述|这)?(?:\d+|[两二三四五六七八九十])?项?(?:指标)?(?:均|都|全部)(?:已|能|按)?(?:自评)?(?:得|为|获|拿到?)?满分(?!\d)"
)
_FULL_AHEAD: Final = regex(r"满分的?(?:指标)?(?:有|为|是|分别)*:[^,。;:\d]{2,24}\(?$")
_NAMED: Final = regex(r"(?:^|[^一-鿿])(?:其中|包括|分为|即)?(?P<name>[一-鿿]{2,12})\(?$")
_BEGINS: Final = regex(
    r"(?:^|[。;:*)、])\s*(?:\(?[\d一二三四五六七八九十]{1,3}[)、.]\s*|[①-⑳])*[^,。;:、\d]{2,24}[,(]?$"
)
_CLOSED: Final = regex(r"\([^()]*\)")
_OWN: Final = regex(r"\)?[。:,]?(?:(?!其中)[^。;]{2,}|[^。;]*每[^。;]*[。;][^。;]{2,})")
_FEWEST: Final = 2
_HUNDRED: Final = 100
_WINDOW: Final = 60


def in_full(text: str, groups: list[list[Fact]]) -> list[list[Fact]]:
    """Lines told with their points alone in a list that says that all have full marks: 立项6分、目标8分，均得满分;
    得满分的有：立项6分、目标8分."""
    kept: list[list[Fact]] = []
    at = 0
    while at < len(groups):
        run = _run(text, groups, at)
        if run and _has_full_marks(text, run):
            kept += [[replace(one, kind="points"), replace(one, kind="score", word="得满分")] for one in run]
        else:
            kept += groups[at : at + max(1, len(run))]
        at += max(1, len(run))
    return kept


def listed_twice(text: str, groups: list[list[Fact]]) -> list[list[Fact]]:
    """Lines whose points are listed and then, under the same names, their scores (按“产出60分、效益40分”评分，其中
    产出57分、效益39分): the points, that make a hundred, take the scores."""
    runs: list[tuple[int, list[Fact]]] = []
    at = 0
    while at < len(groups):
        run = _run(text, groups, at)
        runs += [(at, run)] if len(run) >= _FEWEST else []
        at += max(1, len(run))
    for (at, points), (behind, scores) in pairwise(runs):
        if _are_of_the_same(text, points, scores):
            told = [
                [replace(one, kind="points", word="分值"), replace(score, kind="score", word="得", remote=True)]
                for one, score in zip(points, scores, strict=True)
            ]
            return [*groups[:at], *told, *groups[at + len(points) : behind], *groups[behind + len(scores) :]]
    return groups


def _are_of_the_same(text: str, points: Sequence[Fact], scores: Sequence[Fact]) -> bool:
    named = [[name_before(text, one) for one in run] for run in (points, scores)]
    return (
        named[0] == named[1]
        and all(named[0])
        and sum(_value(text, one) for one in points) == _HUNDRED
        and all(_value(text, score) <= _value(text, one) for one, score in zip(points, scores, strict=True))
    )


def name_before(text: str, fact: Fact) -> str:
    """The name right before a fact, or before the bracket that it opens; empty where there is none."""
    found = _NAMED.search(text, max(0, fact.start - _WINDOW), fact.start)
    return "" if found is None else found["name"]


def _run(text: str, groups: list[list[Fact]], at: int) -> list[Fact]:
    """The points from group `at` on that follow one another in a list, each behind a name."""
    run: list[Fact] = []
    while at < len(groups):
        group, at = groups[at], at + 1
        if len(group) != 1 or group[0].kind not in {"points", "bare"} or _value(text, group[0]) >= _HUNDRED:
            break
        if run and _NEXT.fullmatch(text, run[-1].end, group[0].start) is None:
            break
        run.append(group[0])
    return run


def _has_full_marks(text: str, run: Sequence[Fact]) -> bool:
    behind = len(run) >= _FEWEST and _FULL_BEHIND.match(text, run[-1].end) is not None
    return behind or _FULL_AHEAD.search(text, max(0, run[0].start - _WINDOW), run[0].start) is not None


def settling(text: str, groups: list[list[Fact]], at: int) -> int:
    """How many groups behind the points of an item tell in its own sentence what it lost and what this leaves, with
    words on why between them (完工数8分，计划6处，完成5处，扣1分，一处缓建，得7分), or behind what each miss costs; 0
    where they do not."""
    head = groups[at]
    if len(head) != 1 or head[0].kind not in {"points", "bare"} or not _begins(text, head[0]):
        return 0
    lost, end = Decimal(0), at + 1
    while end < len(groups) and "score" not in {fact.kind for fact in groups[end - 1]}:
        if not {fact.kind for fact in groups[end]} <= {"deduct", "score"}:
            return 0
        lost += sum((_value(text, fact) for fact in groups[end] if fact.kind == "deduct"), Decimal(0))
        end += 1
    count = end - at - 1
    both = count == 1 and {fact.kind for fact in groups[at + 1]} == {"deduct", "score"}
    told = [fact for group in groups[at + 1 : at + 1 + count] for fact in group]
    scores = [fact for fact in told if fact.kind == "score"]
    if (count < _FEWEST and not both) or len(scores) != 1 or _value(text, head[0]) - lost != _value(text, scores[0]):
        return 0
    own = _CLOSED.sub("", text[head[0].end : told[-1].start])
    return count if _OWN.fullmatch(own) is not None else 0


def _begins(text: str, head: Fact) -> bool:
    """Whether its points stand right behind the name that opens an item."""
    return _BEGINS.search(text, max(0, head.start - _WINDOW), head.start) is not None


def told_together(groups: Sequence[Sequence[Fact]]) -> list[Fact]:
    """The score, and the loss where there is but one."""
    facts = [fact for group in groups for fact in group]
    losses = [fact for fact in facts if fact.kind == "deduct"]
    return [fact for fact in facts if fact.kind == "score" or len(losses) == 1]


def _value(text: str, fact: Fact) -> Decimal:
    return Decimal(text[slice(*fact.number)])
