"""Sentence about a budget → which of its amounts was granted at first, what was added or cut, what it came to.

Words alone name each amount loosely: unknown words may stand about them. That the amounts make one another
(first ± change = final, or first = final), or would but for one misprint, is what makes the reading certain; a sentence
whose amounts do not is not read here.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Final, NamedTuple

from toolkit.measure.misprint import misprinted
from toolkit.measure.money_clause import Meaning
from toolkit.measure.money_words import ADD, CUT, LEFT, NOT_SPENT
from toolkit.patterns import regex

FACTORS: Final = {"元": 1, "千元": 10**3, "万元": 10**4, "百万元": 10**6, "亿元": 10**8}
_AMOUNT: Final = regex(r"(?P<digits>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>亿元|万元|千元|百万元|元)(?!/)")
SENTENCE: Final = regex(r"[^。\n]+")
_TURN: Final = r"(?:[增减升降调缩扩压提收变上下涨跌浮]|追加|核[增减])[加少高低大小窄回整补动升降调减增浮]{0,2}"
_WORDS: Final = {
    "revised": (
        rf"(?:{ADD}|{CUT}|{_TURN})之?后的?|{_TURN}(?:至|到|为|成)了?(?=$|\()|"
        r"全年度?(?:总|可用|最终|累计|实际|共|到位)*(?:预算|指标|数|额|下达|安排|批复|$)|全年[就即仍还]?是?$|(?:预算|指标)[^,;]{0,3}(?:余下|剩下)|"
        r"调整(?:预算|口径)|最终|"
        r"[期年][末底终]的?(?:预算|指标|数)|总[量额]|(?:预算|指标)(?:总[额计数量盘规]|合计|共计)|"
        r"(?:实际|最后)?保留|[剩得](?=$|\()|可用|年度预算(?:总额|数)"
    ),
    "original": r"年初|期初|初始|最初|首次|原(?![因则由料本])|(?:调整|变更|追加|调减|调增)之?前|[由从](?=$|\()",
    "cut": rf"{CUT}|净减|调低|下降|[减少](?=[去了数额]|$|\()|扣除|[交收]回|上缴|被?统筹(?:使用|调整)?(?=$|\()",
    "added": (
        rf"{ADD}|净增|新增|(?:又|另|再)[^,;:]{{0,12}}(?:安排|下达|拨|批|给)|追补|补充|[二再]次(?:下达|安排)|多出?(?=$|\()|"
        r"[增加](?=[上了数额]|$|\()"
    ),
    "gap": "差[额值]|相差|(?:调整|变动|增减)额",
    "any": "调整数",
    "rest": rf"{LEFT}|余|{NOT_SPENT}",
}
_WORD: Final = regex("|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS.items()))
_WEAK: Final = regex("预算|指标|合计|[总共]计|共$|额度")
"""Words that say less: an amount about which nothing else stands may be the final one."""
_KINDS: Final[dict[str, tuple[Meaning, ...]]] = {
    "revised": ("revised",),
    "original": ("original",),
    "cut": ("cut",),
    "added": ("added",),
    "gap": ("added", "cut"),
    "any": ("revised", "added", "cut"),
    "rest": ("rest",),
}
_CLAUSES: Final = regex(r"[,;:、=+\-\[\]\"()]+")
_BRACKET: Final = regex(r"\(([^()\d]{2,10})\)")
_WITHIN: Final = regex(r"[中里内](?:的|有)?$")
_GRANTED: Final = regex("批复|获批|批准|申报")
_BY: Final = regex("按照?$")
_HELD: Final = regex("(?:安排|组织)?执行|认定|确定|核定|确认|掌握|控制|管理")
_ON_TOP: Final = regex("的?(?:年初预算的?)?基础之?上")
_IN_TURN: Final = regex(r"分别|依次|各自?[为是]")
_BETWEEN: Final = regex(r"\s?[、和与及,]\s?")
_SAME: Final = regex("[无未没不零]|一致|相同|持平|相等|沿用|[原足]额|全部|即|同|均|仍|保持|维持|稳定|=")
_YEAR: Final = regex("((?:19|20)[0-9]{2})年")
_ANOTHER: Final = regex(
    "(?:(?<!加)上年度?|去年)(?!执行情况)|三公|政府采购|公用经费|人员经费|基本支出|项目支出|会议费|培训费|人均|生均|收入|资产|合同|决算"
)
_NONE: Final[frozenset[int]] = frozenset()
_MOST: Final = 8
_WINDOW: Final = 80
_FEWEST_DIGITS: Final = 4


class Sum(NamedTuple):
    """An amount of money at [start, end) of the text, in 元; `half`: half its last printed digit."""

    start: int
    end: int
    value: Decimal
    half: Decimal
    digits: str


class Story(NamedTuple):
    """What a budget was at first and in the end, what was added (or cut: `sign` −1), if told; `right` where they make
    one another as printed; `years`: those that the sentence names."""

    original: Sum
    revised: Sum
    change: Sum | None
    sign: int
    right: bool
    years: frozenset[int]

    def meanings(self) -> Iterator[tuple[int, Meaning]]:
        """(start, what it is) of each of its amounts."""
        yield self.original.start, "original"
        yield self.revised.start, "revised"
        if self.change is not None:
            yield self.change.start, "added" if self.sign > 0 else "cut"


def stories(text: str, *, unproved: bool = False) -> Iterator[Story]:
    """One for each sentence of folded text that tells a budget in this way; `unproved`: of two amounts too that do not
    make one another (年初…，调整后…), for who knows what they should be."""
    for sentence in SENTENCE.finditer(text):
        sums = sums_in(text, *sentence.span())
        if 1 < len(sums) <= _MOST and not _ANOTHER.search(sentence[0]):
            kinds = _kinds_of(text, sentence.start(), sentence.end(), sums)
            told = [(one, kind) for one, kind in zip(sums, kinds, strict=True) if kind]
            found = _changed(told) or _unchanged(told, sentence[0]) or (_unproved(told) if unproved else None)
            if found is not None:
                yield found._replace(years=years_in(sentence[0]))


def years_in(sentence: str) -> frozenset[int]:
    """The years that a sentence names."""
    return frozenset(map(int, _YEAR.findall(sentence)))


def sums_in(text: str, start: int, end: int) -> list[Sum]:
    """All amounts of money there."""
    found = []
    for amount in _AMOUNT.finditer(text, start, end):
        digits = amount["digits"].replace(",", "")
        factor = FACTORS[amount["unit"]]
        places = len(digits.partition(".")[2])
        half = Decimal(factor).scaleb(-places) / 2
        found.append(Sum(*amount.span(), Decimal(digits) * factor, half, digits.replace(".", "")))
    return found


def _changed(told: Sequence[tuple[Sum, tuple[Meaning, ...]]]) -> Story | None:
    """The one way in which a first amount, a change and a final one make one another."""
    firsts, finals = ([one for one, kinds in told if kind in kinds] for kind in ("original", "revised"))
    changes = [one for one, kinds in told if {"added", "cut"} & {*kinds}]
    right, slips = [], []
    for first, change, final in product(firsts, changes, finals):
        if len({first.start, change.start, final.start}) < 3:
            continue
        kinds = next(kinds for one, kinds in told if one is change)
        for sign, kind in ((1, "added"), (-1, "cut")):
            if kind not in kinds:
                continue
            off = abs(first.value + sign * change.value - final.value)
            if off <= first.half + change.half + final.half:
                right.append(Story(first, final, change, sign, right=True, years=_NONE))
            elif len(changes) == 1 and _is_slip(first, change, final, sign):
                slips.append(Story(first, final, change, sign, right=False, years=_NONE))
    found = right or slips
    said = {(one.original.value, one.revised.value, one.sign) for one in found}
    return found[0] if len(said) == 1 else None


def _is_slip(first: Sum, change: Sum, final: Sum, sign: int) -> bool:
    """Whether one of the three is a misprint of what the others make."""
    return any(
        made > 0 and differs_as_misprint(one, made)
        for one, made in (
            (final, first.value + sign * change.value),
            (first, final.value - sign * change.value),
            (change, sign * (final.value - first.value)),
        )
    )


def differs_as_misprint(one: Sum, made: Decimal) -> bool:
    """Whether an amount is `made` but for a misprint; either must have four digits that tell."""
    step = one.half * 2
    exact = int(made / step)
    telling = max(len(digits.rstrip("0")) for digits in (one.digits, str(exact)))
    return telling >= _FEWEST_DIGITS and exact * step == made and misprinted(one.digits.lstrip("0"), str(exact))


def _unchanged(told: Sequence[tuple[Sum, tuple[Meaning, ...]]], sentence: str) -> Story | None:
    """A first and a final amount that are the same, or would be but for a misprint."""
    firsts = [one for one, kinds in told if kinds == ("original",)]
    finals = [one for one, kinds in told if kinds == ("revised",)]
    if len(told) > len(firsts) + len(finals) or not (firsts and finals):
        return None
    if len({one.value for one, _ in told}) == 1:
        return Story(firsts[0], finals[0], None, 1, right=True, years=_NONE)
    first, final = firsts[0], finals[0]
    if len(told) == 2 and _SAME.search(sentence) and differs_as_misprint(first, final.value):
        return Story(first, final, None, 1, right=False, years=_NONE)
    return None


def _unproved(told: Sequence[tuple[Sum, tuple[Meaning, ...]]]) -> Story | None:
    """A first and a final amount and no other."""
    kinds = [kind for _, kind in told]
    if sorted(kinds) != [("original",), ("revised",)]:
        return None
    first, final = (told[kinds.index((kind,))][0] for kind in ("original", "revised"))
    return Story(first, final, None, 1, right=False, years=_NONE)


def _kinds_of(text: str, start: int, end: int, sums: Sequence[Sum]) -> list[tuple[Meaning, ...]]:
    """What each amount of a sentence may be by the words about it."""
    found: list[tuple[Meaning, ...]] = []
    turn: list[tuple[Meaning, ...]] = []
    last = start
    for number, one in enumerate(sums):
        between, last = text[max(last, one.start - _WINDOW) : one.start], one.end
        behind = text[one.end : sums[number + 1].start if number + 1 < len(sums) else end][:_WINDOW]
        if turn and _BETWEEN.fullmatch(between):
            found.append(turn.pop(0))
            continue
        turn = []
        if _IN_TURN.search(between):
            named = [_KINDS[match.lastgroup or ""] for match in _WORD.finditer(between)]
            turn = named[-2:] if len(named) > 1 else []
        found.append(turn.pop(0) if turn else _kind(between, behind))
    return found


def _kind(between: str, behind: str) -> tuple[Meaning, ...]:
    """What an amount is by the last words before it, else the first behind it, else those further before."""
    bracket = _BRACKET.match(behind)
    if bracket is not None and (inside := _last(bracket[1])):
        return inside
    clauses = [clause for clause in _CLAUSES.split(between) if clause]
    own = clauses.pop() if clauses and not between.endswith((",", ";", "、")) else ""
    if _ON_TOP.match(behind):
        return _KINDS["original"]
    after = next(iter(_CLAUSES.split(behind)), "")
    first = _WORD.search(after)
    if _WITHIN.search(own) and first is not None:
        return _KINDS[first.lastgroup or ""]
    if found := _last(own):
        return found
    if first is not None:
        return _KINDS[first.lastgroup or ""]
    if found := next((found for clause in reversed(clauses) if (found := _last(clause))), ()):
        return found
    if _GRANTED.search(own):
        return _KINDS["original"]
    return _KINDS["revised"] if _WEAK.search(own) or (_BY.search(own) and _HELD.match(after)) else ()


def _last(clause: str) -> tuple[Meaning, ...]:
    """What the last telling word of a clause says."""
    words = re.sub(r"(?:[为是计约共系]|[数额](?=[为是计约共系]))+$", "", clause) if not _to(clause) else clause
    found = [match.lastgroup or "" for match in _WORD.finditer(words)]
    return _KINDS[found[-1]] if found else ()


def _to(clause: str) -> bool:
    """Whether the clause ends by saying what a budget was turned into."""
    return re.search(rf"{_TURN}(?:至|到|为|成)了?$", clause) is not None
