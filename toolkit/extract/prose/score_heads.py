"""Groups of score facts → those where a score stands apart from the points it was gained of, joined to them.

“由投入（20分）、产出（80分）构成，分别得19分和76分”; “产出50分，数量30分、质量20分，得49分”; “产出（50分）：数量20分、
得20分，质量30分、得28分，合计48分”; “产出质量（20分）：目标95%，实际91%，得19.2分”.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, takewhile
from typing import Final

from toolkit.extract.prose.score_facts import Fact
from toolkit.extract.prose.score_lists import in_full, listed_twice, name_before, settling, told_together
from toolkit.extract.prose.score_words import BOTH_WAYS, FILLER
from toolkit.patterns import regex

_IN_TURN: Final = regex(
    r"(?:分别|依次)(?:为|是)?$|(?:分别|依次)[^,。;\d]{0,6}$|[两二三四五六七八九]个?(?:部分|方面|板块|维度|大类|类|一级指标|指标)的?得分(?:为|是|:)?$"
)
_GAINED_IN_TURN: Final = regex(r"得分?(?:分别|依次)(?:为|是)?$")
_PAUSE: Final = regex(r"[、,和及与]*")
_SUM: Final = regex(r"合计|小计|共计|总计|共(?=得)")
_OF_POINTS: Final = regex(  # 得8分的资金管理，其分值为10分; 扣2分后，资金管理得8分; 在10分的分值中，资金管理得8分
    r"(?:计入总分)?的(?:指标|还?有)?[为是]?[^,。;:的]{2,30}(?:,(?:[其该此本]项?(?:指标)?(?:的)?)?)?"
    r"|(?:的(?:分值|满分|标准分|权重)[中里内]|后),[^,。;:的]{2,30}"
)
_AHEAD: Final = regex(r"(?::|[-—]{1,2})[^,。;:的()\d]{2,30}\(")  # 自评8分：资金管理（10分，扣2分）
_MARKER: Final = regex(r"(?:^|[。;])[\s\d.、()一二三四五六七八九十]*$")
_BEGINS: Final = regex(
    r"(?:^|[。;:*)、]|其中[,:]?|^[^,。;:]{2,16}[中里内],)\s*(?:\(?[\d一二三四五六七八九十]{1,3}[)、.]\s*|[①-⑳])*[^,。;:、\d]{2,24}[,(]?$"
)
_FEW_WORDS: Final = regex(
    r"(?:\)?(?:,|[-—]{1,2})|\)。|\)(?=[一-鿿]))(?![^。;]*其中(?:[^,。;\d]*[,。;]|[^,。;]*$))[^。;]{2,120}"
)  # 其中 before figures splits what was done; before a name alone it begins the lines of a group
_CLOSED: Final = regex(r"\([^()]*\)")
_OPENS: Final = regex(r"\s*(?:\(?[\d一二三四五六七八九十]{1,3}[)、.]\s*|[①-⑳]\s*)*[^,。;:()\d]{0,30}[,。:(]?\s*")
_PARTS: Final = regex(r"\)?[:,。]?其中")
_ITEM: Final = regex(r"(?:^|(?<=[。;)]))\s*(\d)[.、](?!\d)")
_FEWEST: Final = 2
_HUNDRED: Final = 100


def with_heads(text: str, groups: list[list[Fact]]) -> list[list[Fact]]:
    """The groups of a folded paragraph with such scores put beside their points."""
    listed = _in_turn(text, _net(text, _named_behind(text, in_full(text, listed_twice(text, groups)))))
    return _joined(text, _item_by_item(text, _of_one_item(text, _summed(text, listed))))


def _item_by_item(text: str, groups: list[list[Fact]]) -> list[list[Fact]]:
    """In each item of a paragraph that numbers them (1.…2.…) the points that open it take the one score told in it."""
    starts = [found.start(1) for found in _ITEM.finditer(text)]
    in_order = [text[start] for start in starts] == [str(number) for number in range(1, len(starts) + 1)]
    if len(starts) < _FEWEST or not in_order:
        return groups
    kept: list[list[Fact]] = []
    for start, end in pairwise([0, *starts, len(text)]):
        inside = [group for group in groups if start <= group[0].start < end]
        head = inside[0] if inside and _are_points(inside[0]) else None
        told = [group for group in inside[1:] if "score" in _kinds(group)]
        alone = (
            head is not None and len(told) == 1 and all(_kinds(group) <= {"score", "deduct"} for group in inside[1:])
        )
        score = next((_value(text, fact) for fact in told[0] if fact.kind == "score"), None) if alone else None
        if head is not None and score is not None and score <= _value(text, head[0]):
            kept += [_with(head, told[0]), *(group for group in inside[1:] if group is not told[0])]
        else:
            kept += inside
    return kept


def _of_one_item(text: str, groups: list[list[Fact]]) -> list[list[Fact]]:
    """Points at the head of a paragraph take the one score that it tells, whatever stands between them (满意度10分。
    发放问卷500份，…，满意度93.71%，得10分); losses behind it, in words of their own, part nothing."""
    if len(groups) < _FEWEST or not _are_points(groups[0]) or not _OPENS.fullmatch(text[: groups[0][0].start]):
        return groups
    if _PARTS.match(text, groups[0][0].end):
        return groups
    head, told, *others = groups
    if any(_kinds(group) != {"deduct"} for group in others) or not {"score"} <= _kinds(told) <= {"score", "deduct"}:
        return groups
    told_of = {fact.kind: _value(text, fact) for fact in told}
    left = _value(text, head[0]) - told_of.get("deduct", Decimal(0))
    first = min(fact.number[0] for fact in told)
    bare = FILLER.match(re.split("[,;。]", text[head[0].end : first].removesuffix(told[0].word))[-1]) is not None
    fits = told_of["score"] == left if "deduct" in told_of else bare and told_of["score"] <= left < _HUNDRED
    return [_with(head, told), *others] if fits else groups


def _named_behind(text: str, groups: list[list[Fact]]) -> list[list[Fact]]:
    """分值10分的资金管理得9分, 自评9分：资金管理（10分）: a number before the name is told with those behind it."""
    kept: list[list[Fact]] = []
    for group in groups:
        head = kept[-1] if kept else None
        joined = None if head is None or len(head) > 1 else _with_number_ahead(text, head[0], group)
        if joined is not None:
            kept[-1] = joined
        else:
            kept.append(group)
    return kept


def _with_number_ahead(text: str, head: Fact, group: list[Fact]) -> list[Fact] | None:
    """The facts behind a name with the one before it, if they tell of one line: its points and a score no higher."""
    own, ahead = list(group), head
    if (
        "的" not in text[head.end : head.end + 6]
        and head.kind in {"points", "bare"}
        and "后" not in text[head.end : head.end + 2]
    ):
        return None
    listed = _AHEAD.fullmatch(text, head.end, own[0].start) and _MARKER.search(text[: head.start])
    if not listed and not _OF_POINTS.fullmatch(text, head.end, own[0].start):
        return None
    kinds = _kinds(own)
    if head.kind == "bare" or (head.kind == "score" and head.word == "得满分" and "score" in kinds):
        ahead = replace(head, kind="points")
    if ahead.kind == "points" and kinds == {"bare"}:
        own = [replace(own[0], kind="score", word="得")]
    elif ahead.kind == "points" and kinds <= {"points", "deduct"} and "满分" in head.word:
        ahead = replace(head, kind="score", word="得")
    elif ahead.kind == "score" and "bare" in kinds:
        own = [replace(fact, kind="points") if fact.kind == "bare" else fact for fact in own]
    told = _kinds([ahead, *own])
    if ahead.kind in _kinds(own) or not {"points", "score"} <= told:
        return None
    values = {fact.kind: _value(text, fact) for fact in (ahead, *own)}
    return [*own, replace(ahead, remote=True)] if values["score"] <= values["points"] else None


def _net(text: str, groups: list[list[Fact]]) -> list[list[Fact]]:
    """加减分为1分（创新加2分，审计扣1分）: what stands in the brackets makes up the points told before them."""
    kept: list[list[Fact]] = []
    end = 0
    for group in groups:
        last = group[-1]
        if last.word == BOTH_WAYS and text[last.end : last.end + 1] == "(":
            end = text.find(")", last.end)
            kept.append(group)
        elif group[0].start >= end:
            kept.append(group)
    return kept


def _kinds(group: Sequence[Fact]) -> set[str]:
    return {fact.kind for fact in group}


def _are_points(group: Sequence[Fact]) -> bool:
    return len(group) == 1 and group[0].kind in {"points", "bare"}


def _value(text: str, fact: Fact) -> Decimal:
    return Decimal(text[slice(*fact.number)])


def _points(text: str, group: Sequence[Fact]) -> Decimal | None:
    return next((_value(text, fact) for fact in group if fact.kind in {"points", "bare"}), None)


def _with(head: Sequence[Fact], facts: Sequence[Fact]) -> list[Fact]:
    """The points of a head with the facts told of it further on."""
    return [replace(head[0], kind="points"), *(replace(fact, remote=True) for fact in facts)]


def _in_turn(text: str, groups: list[list[Fact]]) -> list[list[Fact]]:
    """Scores told with 分别 or 依次 go to as many points right before them; where those do not match, to none."""
    kept: list[list[Fact]] = []
    at = 0
    while at < len(groups):
        first = groups[at][0]
        ahead = text[: first.number[0]].removesuffix(first.word)
        gained = first.kind == "score" or (first.kind == "bare" and _GAINED_IN_TURN.search(ahead) is not None)
        if not gained or not _IN_TURN.search(ahead):
            kept.append(groups[at])
            at += 1
            continue
        scores, following = _row(text, groups, at)
        heads = _points_before(kept, len(scores))
        if len(scores) < _FEWEST:
            kept.append(groups[at])
        elif len(heads) == len(scores) and _are_of_lines(text, [kept[place][0] for place in heads], scores):
            for place, score in zip(heads, scores, strict=True):
                kept[place] = _with(kept[place], [replace(score, kind="score")])
        at = following
    return kept


def _points_before(groups: list[list[Fact]], count: int) -> list[int]:
    """Where the last points of so many lines stand; only the total, told alone, may follow them."""
    last = len(groups) - (len(groups) > count and _kinds(groups[-1]) == {"score"})
    places = range(max(0, last - count), last)
    return [place for place in places if _are_points(groups[place])]


def _are_of_lines(text: str, points: Sequence[Fact], scores: Sequence[Fact]) -> bool:
    """Whether each of the points stands behind a name of its own and no score is higher."""
    named = all(name and not name.endswith(("分别", "依次")) for name in (name_before(text, one) for one in points))
    return named and all(_value(text, score) <= _value(text, one) for one, score in zip(points, scores, strict=True))


def _row(text: str, groups: list[list[Fact]], at: int) -> tuple[list[Fact], int]:
    """The facts from group `at` on with only pauses between them, and the group that follows."""
    row: list[Fact] = []
    while at < len(groups):
        for fact in groups[at]:
            apart = not _PAUSE.fullmatch(text, row[-1].end if row else 0, fact.start) or _SUM.match(text, fact.start)
            if row and (fact.kind != "bare" or apart):
                return row, at + (fact is not groups[at][0])
            row.append(fact)
        at += 1
    return row, at


def _summed(text: str, groups: list[list[Fact]]) -> list[list[Fact]]:
    """A head whose parts' points make its own takes the one score told behind them, or their sum."""
    kept: list[list[Fact]] = []
    at = 0
    while at < len(groups):
        parts = _parts(text, groups, at) if _are_points(groups[at]) else []
        told, following = _told_of(text, parts, groups, at) if parts else ([], at + 1)
        if told:
            kept.append(_with(groups[at], told))
            kept += parts if any("score" in _kinds(part) for part in parts[:-1]) else []
        else:
            kept.append(groups[at])
        at = following if told else at + 1
    return kept


def _parts(text: str, groups: list[list[Fact]], head: int) -> list[list[Fact]]:
    """The groups right behind a head whose points add up to its own, two at least."""
    whole, added = _value(text, groups[head][0]), Decimal(0)
    if whole >= _HUNDRED:
        return []
    for at in range(head + 1, len(groups)):
        points = _points(text, groups[at])
        if points is None or points <= 0:
            return []
        added += points
        if added >= whole:
            return groups[head + 1 : at + 1] if added == whole and at - head >= _FEWEST else []
    return []


def _told_of(text: str, parts: list[list[Fact]], groups: list[list[Fact]], head: int) -> tuple[list[Fact], int]:
    """What is told of the head behind its parts, and the group that follows; nothing where the parts keep their own."""
    behind = head + len(parts) + 1
    after = groups[behind] if behind < len(groups) else []
    scored = ["score" in _kinds(part) for part in parts]
    if not any(scored[:-1]) and scored[-1]:
        own = [fact for fact in parts[-1] if fact.kind in {"score", "deduct"}]
        return (own, behind) if _in_one_sentence(text, groups[head], own[0]) else ([], behind)
    if not after or "points" in _kinds(after):
        return [], behind
    first = after[0]
    sums = _SUM.search(text[parts[-1][-1].end : first.number[0]]) is not None
    if all(scored) and sums and first.kind in {"bare", "score"} and len(after) == 1:
        return [replace(first, kind="score")], behind + 1
    if not any(scored) and first.kind == "score" and _in_one_sentence(text, groups[head], first):
        return list(after), behind + 1
    return [], behind


def _in_one_sentence(text: str, head: Sequence[Fact], fact: Fact) -> bool:
    return re.search("[。;]", text[head[0].end : fact.start]) is None


def _joined(text: str, groups: list[list[Fact]]) -> list[list[Fact]]:
    """Points in brackets behind a name take the one score at the end of what is told of it."""
    kept: list[list[Fact]] = []
    at = 0
    while at < len(groups):
        following = groups[at + 1] if at + 1 < len(groups) else []
        after = groups[at + 2] if at + 2 < len(groups) else []
        if (count := settling(text, groups, at)) > 0:
            kept.append(_with(groups[at], told_together(groups[at + 1 : at + 1 + count])))
            at += count + 1
            continue
        parts = _lone_scores(groups, at + 1) if _opens_item(text, groups[at]) else 0
        total = groups[at + 1 + parts] if parts and at + 1 + parts < len(groups) else []
        if following and (
            _is_told_of(text, groups[at], following, after)
            or (_is_what_is_left(text, groups[at], following) and not _heads_scores(text, groups, at))
        ):
            kept.append(_with(groups[at], following))
            at += 2
        elif total and _is_sum_of(text, groups[at + 1 : at + 1 + parts], total):
            kept.append(_with(groups[at], [replace(total[0], kind="score")]))
            at += parts + 2
        else:
            kept.append(groups[at])
            at += 1
    return kept


def _is_told_of(text: str, head: list[Fact], score: list[Fact], after: list[Fact]) -> bool:
    """Whether a score without points is the only one of the item that a name with points in brackets opens."""
    gained = [fact for fact in score if fact.kind == "score"]
    if not _opens_item(text, head) or not gained or not _kinds(score) <= {"score", "deduct"}:
        return False
    between = text[head[0].end : score[0].start]
    clauses = re.split("[,;]", between)
    if len(clauses) < _FEWEST or "。" in between or "其中" in between:
        return False
    if _value(text, gained[0]) > _value(text, head[0]) or (score[0].kind == "score" and not FILLER.match(clauses[-1])):
        return False
    goes_on = text[score[-1].end : after[0].start] if after and after[0].kind == "score" else "。"
    return "。" in goes_on


def _is_what_is_left(text: str, head: list[Fact], score: list[Fact]) -> bool:
    """Whether a score without a name of its own is what the item's points leave, words on why between them
    (预算执行5分，因有结余，扣1.5分，得3.5分), or, nothing being lost, no more than they are."""
    if not _are_points(head) or not _BEGINS.search(text[: head[0].start]) or not _kinds(score) <= {"score", "deduct"}:
        return False
    between = text[head[0].end : score[0].start]
    if not _FEW_WORDS.fullmatch(_CLOSED.sub("", between)) or "score" not in _kinds(score):
        return False
    told = {fact.kind: _value(text, fact) for fact in score}
    left = _value(text, head[0]) - told.get("deduct", Decimal(0))
    bare = FILLER.match(re.split("[,;]|--", between)[-1]) is not None
    return left == told["score"] if "deduct" in told else bare and 0 <= told["score"] <= left < _HUNDRED


def _heads_scores(text: str, groups: list[list[Fact]], at: int) -> bool:
    """Whether points with a full stop behind them stand over the scores of several lines, which have no points of their
    own: （一）投入管理（20分）。预算执行率96.93%，得9.69分；…，得5分."""
    if text[groups[at][0].end : groups[at][0].end + 2] != ")。":
        return False
    told = list(takewhile(lambda group: not _kinds(group) & {"points", "bare"}, groups[at + 1 :]))
    return sum("score" in _kinds(group) for group in told) >= _FEWEST


def _opens_item(text: str, head: list[Fact]) -> bool:
    """Whether points stand behind the name of an item and before a colon: 产出质量（20分）：, 满意度10分：."""
    if not _are_points(head):
        return False
    opening, closing = text[: head[0].start][-1:] == "(", text[head[0].end : head[0].end + 2]
    return closing == "):" if opening else closing[:1] == ":"


def _lone_scores(groups: list[list[Fact]], at: int) -> int:
    """How many groups from `at` on are scores without points."""
    count = 0
    while (
        at + count < len(groups) and groups[at + count][0].kind == "score" and _kinds(groups[at + count]) == {"score"}
    ):
        count += 1
    return count


def _is_sum_of(text: str, parts: list[list[Fact]], total: list[Fact]) -> bool:
    """Whether a number says that it is the sum of the scores before it, and is."""
    said = len(total) == 1 and _SUM.search(text[parts[-1][-1].end : total[0].number[0]]) is not None
    return said and sum((_value(text, part[0]) for part in parts), Decimal(0)) == _value(text, total[0])
