"""Sentence → listings: a whole, the marker (其中, 包括, 分别为 …) and the parts listed after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from toolkit.figures.mean_words import MEAN_OF_EACH
from toolkit.figures.sentence import Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import dimension, known
from toolkit.patterns import regex

_BY = r"按照?[^,;:。\ue000]{1,18}?(?:划分|分类|分|统计|口径|看)?"
_WORD = r"(?:主要)?(?:包括|包含|其中|分别(?:为|是)|分为)|(?<=[,;(])含(?![量税水氧义金糖有])"
_MARKER = regex(
    rf"(?P<by>{_BY},?)?(?P<word>{_WORD})[:,]?|(?P<byonly>{_BY}):|(?P<of>由)(?=[^;。]{{0,400}}(?:组成|构成|承担|分担|解决|筹措|出资))"
)
_CHANGE = r"比(?!例|赛|武|选)|较(?!为|大|好|快|满意|强)|(?<!新)增(?!值|殖)|减(?!排|贫|税|灾)|下降|提高|降低"
_NO_PART = regex(
    rf"{_CHANGE}|节约|(?<![上年]年)(?<!年初)(?<!结转和)(?<!结转及)(?:结余|剩余|结转)|超(?!声|市|高清|级|算)|占(?!地|用)|同期|累计|年均|人均|平均|每|另|不足|原计划|目标|预计"
)
_NO_WHOLE = regex(
    rf"{_CHANGE}|节约|结余|剩余|占(?!地|用)|同期|{MEAN_OF_EACH}|平均|均价|单价|单笔|限额|每|最高|最低|最大|最长"
)
_MEASURED_BY = regex("[^,;:\ue000]{0,14}(?:为|作)(?:分母|基数|基准)")
_CLOSING = regex(r"合计|共计|总计|总共|小计|共$")
_SEPARATOR = regex(r"[,;、:和及与]")
_OF_COUNTED = regex(r"(?:共|计|共计|合计)")
_BASE = regex(r"[^,;、\ue000]{0,3}的(?:比[例重])?\ue000")  # 计划71个的101.4%
_OPEN_TAIL = regex(r"^[^,;]{0,6}等(?!于|级)|……|等[^,;]{0,8}$")
_ROW = regex(r"\s*[、和及与]\s*")
_ADJACENT = regex(r"(?P<noun>[^,;:\ue000]{0,10})[,;:\s]*(?:均为[^,;:]{1,10}[,;:]\s*)?")
_MONEY_NOUNS = frozenset(("", "资金", "经费", "左右"))
NEVER_ADDED = frozenset((None, "1", "pp", "岁", "℃"))
_NAME_EDGE = regex(r"^(?:[,，;；、:：\s和及与]|以及|分别为|分别是)+|[为是达约共计有:：,，\s]+$")
_COUNTERS = frozenset("个家所项户名人位件次场期")
_MOST_NUMBERS = 120

_Run = tuple[int, int, Spot]
_Kind = tuple[str | None, bool]


@dataclass(frozen=True, slots=True)
class Item:
    """One part: its words and its numeral."""

    name: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole with its parts as the text lists them.

    `word`: the marker; `by`: it follows 按… (a partition); `colon`: a colon follows it; `clean`: nothing but plain
    items stood on the way; `open`: the list ends in 等; `joined`: 和 or 及 stands before the last item;
    `adjacent`: the marker follows the whole directly; `before`: numerals of
    the sentence before the marker; `nested`: a list inside this one whose end the text does not show, so that its
    last items may belong here.
    """

    sentence: Sentence
    whole: Spot
    items: tuple[Item, ...]
    word: str
    by: bool
    colon: bool
    clean: bool
    open: bool
    joined: bool
    adjacent: bool
    before: tuple[Spot, ...] = ()
    nested: "Listing | None" = None

    @property
    def parts(self) -> tuple[Spot, ...]:
        """The numerals of the items."""
        return tuple(item.spot for item in self.items)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    word: str
    by: bool
    colon: bool


@dataclass(frozen=True, slots=True)
class _Nest:
    """A marker inside a list and the end of its own list: a semicolon (`closed`) or the end of the outer list."""

    mark: _Mark
    end: int
    closed: bool


def listings_of(sentence: Sentence) -> list[Listing]:
    """Every listing of the sentence: outer ones in order, each followed by the nested ones that a semicolon ends."""
    if not 1 <= len(sentence.numbers) <= _MOST_NUMBERS:
        return []
    marks = _marks(sentence.text)
    runs = sentence.runs
    found: list[Listing] = []
    base: Spot | None = None
    position = 0
    while position < len(marks):
        following = marks[position + 1 :]
        used = next((index for index, mark in enumerate(following) if mark.by), len(following))
        end = following[used].start if used < len(following) else len(sentence.text)
        listings = _listings(sentence, runs, marks[position], end, base, following[:used])
        if listings:
            base = listings[0].whole
        found += listings
        position += used + 1
    return found


def _marks(text: str) -> list[_Mark]:
    found = []
    for match in _MARKER.finditer(text):
        word = match["word"] or ("由" if match["of"] else "按")
        by = bool(match["by"] or match["byonly"])
        found.append(_Mark(match.start(), match.end(), word, by, match[0].endswith(":")))
    return found


def _nests(text: str, inner: list[_Mark], end: int) -> list[_Nest]:
    nests: list[_Nest] = []
    for mark in inner:
        if nests and mark.start < nests[-1].end:
            continue
        stop = text.find(";", mark.end, end)
        nests.append(_Nest(mark, end if stop < 0 else stop, stop >= 0))
    return nests


def _listings(
    sentence: Sentence, runs: Sequence[_Run], mark: _Mark, end: int, base: Spot | None, inner: list[_Mark]
) -> list[Listing]:
    after = [run for run in runs if mark.end <= run[0] < end]
    if not after or not known(after[0][2]) or dimension(after[0][2])[0] in NEVER_ADDED:
        return []
    whole, adjacent = _whole(sentence, runs, mark, dimension(after[0][2]), base)
    if whole is None or not known(whole):
        return []
    nests = _nests(sentence.text, inner, end)
    listing = _list(sentence, whole, mark, end, after, nests, adjacent)
    if listing is None:
        return _beside(sentence, runs, mark, end, after)
    closed = [_nested(sentence, nest, after, listing) for nest in nests if nest.closed]
    nested = _nested(sentence, nests[-1], after, listing) if nests and not nests[-1].closed else None
    before = tuple(run[2] for run in runs if run[0] < mark.start)
    beside = [] if nests else _beside(sentence, runs, mark, end, after)
    return [replace(listing, before=before, nested=nested), *(found for found in closed if found), *beside]


def _beside(sentence: Sentence, runs: Sequence[_Run], mark: _Mark, end: int, after: list[_Run]) -> list[Listing]:
    """“10个项目500万元，其中：甲类6个300万元，乙类4个200万元”: lists of a second kind, never clean."""
    found = []
    kinds = dict.fromkeys(dimension(run[2]) for run in after if known(run[2]))
    for kind in [kind for kind in list(kinds)[1:3] if kind[0] not in NEVER_ADDED]:
        whole, adjacent = _whole(sentence, runs, mark, kind, None)
        if whole is not None and known(whole):
            listing = _list(sentence, whole, mark, end, after, [], adjacent)
            if listing is not None and len(listing.items) > 1:
                found.append(replace(listing, clean=False))
    return found


def _list(
    sentence: Sentence, whole: Spot, mark: _Mark, end: int, after: list[_Run], nests: list[_Nest], adjacent: bool
) -> Listing | None:
    visible = [run for run in after if not any(nest.mark.start <= run[0] < nest.end for nest in nests)]
    items, clean = _items(sentence, mark.end, visible, dimension(whole), nests)
    if not items:
        return None
    last = max([visible[-1][1], *(nest.end for nest in nests)])
    tail = sentence.text[last:end].rstrip(",; ")
    is_open = bool(_OPEN_TAIL.search(tail))
    joined = _joined(sentence.text, visible)
    return Listing(sentence, whole, tuple(items), mark.word, mark.by, mark.colon, clean, is_open, joined, adjacent)


def _nested(sentence: Sentence, nest: _Nest, after: list[_Run], outer: Listing) -> Listing | None:
    heads = [item.spot for item in outer.items if item.spot.end - sentence.start <= nest.mark.start]
    inside = [run for run in after if nest.mark.end <= run[0] < nest.end]
    if not heads or not inside or dimension(inside[0][2]) != dimension(heads[-1]):
        return None
    return _list(sentence, heads[-1], nest.mark, nest.end, inside, [], adjacent=True)


def _whole(
    sentence: Sentence, runs: Sequence[_Run], mark: _Mark, kind: _Kind, base: Spot | None
) -> tuple[Spot | None, bool]:
    """The figure that the parts make up, and whether the marker follows it directly."""
    if base is not None and mark.by and dimension(base) == kind:
        return base, sentence.text[: mark.start].rstrip()[-1:] in {",", ";", ":"}
    last, same = 0, None
    for start, end, spot in runs:
        if end > mark.start:
            break
        clause = sentence.text[last:start].split(",")[-1]
        measure = _MEASURED_BY.match(sentence.text, end) is not None
        if dimension(spot) == kind and not measure and not _NO_WHOLE.search(clause):
            same = (end, spot)
        last = end
    if same is not None:
        alone = not _ends_a_row(sentence.text, runs, same[1])
        return same[1], alone and _follows(sentence.text[same[0] : mark.start], same[1])
    if sentence.text[: mark.start].strip(" ,;"):
        return None, False
    if sentence.aside:
        lead = sentence.lead
        return (lead, True) if lead is not None and dimension(lead) == kind else (None, False)
    return _whole_before(sentence, kind)


def _ends_a_row(text: str, runs: Sequence[_Run], whole: Spot) -> bool:
    """Whether a figure is but the last of a row (各季度6万、11万和8万人次): what follows is no part of that one."""
    rows = ((text[end:start], spot) for (_, end, _), (start, _, spot) in pairwise(runs))
    return any(spot is whole and _ROW.fullmatch(gap) for gap, spot in rows)


def _follows(gap: str, whole: Spot) -> bool:
    """Whether only the noun of a counted whole and a mark stand between the whole and the marker."""
    found = _ADJACENT.fullmatch(gap)
    return found is not None and (dimension(whole)[0] != "元" or found["noun"].strip() in _MONEY_NOUNS)


def _whole_before(sentence: Sentence, kind: _Kind) -> tuple[Spot | None, bool]:
    """For a marker that opens its sentence: the only figure of that kind in the sentence before."""
    if sentence.previous is None:
        return None, False
    before = sentence.previous
    same = [(start, spot) for start, _, spot in before.runs if dimension(spot) == kind]
    if len(same) != 1 or _NO_WHOLE.search(re.split("[,;]", before.text[: same[0][0]])[-1]):
        return None, False
    return same[0][1], True


def _items(
    sentence: Sentence, start: int, visible: list[_Run], kind: _Kind, nests: list[_Nest]
) -> tuple[list[Item], bool]:
    """Items of one kind; False where figures of that kind stood in between that are no plain items."""
    items: list[Item] = []
    clean, last, named = True, start, (0, "")
    for low, high, spot in visible:
        last = max([last, *(nest.end for nest in nests if nest.end <= low)])
        gap = sentence.text[last:low]
        last = high
        if dimension(spot) != kind:
            clean, named = clean and not _counts_alike(spot, kind), (low, gap)
            continue
        if _OF_COUNTED.fullmatch(gap) and named[1]:
            low, gap = named  # 一等奖3个共45万元
        named = (0, "")
        base = _BASE.match(sentence.text, high) is not None
        if base or not known(spot) or _CLOSING.search(gap) or (items and not _goes_on(gap, bool(nests))):
            clean = False
        else:
            items.append(Item(name_of(sentence, low, gap), spot))
    return items, clean


def _goes_on(gap: str, nested: bool) -> bool:
    """Whether the words between two numerals lead from one item to the next."""
    return not _NO_PART.search(gap) and (nested or _SEPARATOR.search(gap) is not None)


def _counts_alike(spot: Spot, kind: _Kind) -> bool:
    """Whether another counter may count the same things (个 beside 家)."""
    return kind[0] in _COUNTERS and spot.quantity is not None and spot.quantity.unit in _COUNTERS


def name_of(sentence: Sentence, low: int, gap: str) -> str:
    """The words of an item: the last clause of the gap before its numeral, which begins at `low`."""
    printed = sentence.printed(low - len(gap), low)
    clause = re.split(r"[,，;；:：]", _NAME_EDGE.sub("", printed))[-1]
    return _NAME_EDGE.sub("", clause)


def _joined(text: str, visible: list[_Run]) -> bool:
    """Whether 和, 及, 以及 stands before the last item: the list says that it ends there."""
    if len(visible) < 2:
        return False
    gap = text[visible[-2][1] : visible[-1][0]]
    return re.match(r",?(?:和|及|以及|与)", gap) is not None
