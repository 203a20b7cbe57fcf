"""Amounts of a paragraph → which of them are the budget and the spending of the whole, as arithmetic shows.

A budget at first, what was added and the budget in the end make one another (年初…，追加…，全年…). And a rate of
spending is made by one pair of all amounts, whatever words they have: clerks call a budget by its purpose
(专项经费92万元) and its spending by what was done (发放补贴88.05万元), but print their rate beside them. Where several
pairs make it, words decide.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from toolkit.extract.money.money_roles import field_of, role_of, words_of
from toolkit.extract.money.terms import Terms
from toolkit.extract.money.told_rate import rates_told, tells_of_the_sum
from toolkit.measure.budget_story import Sum, stories, sums_in
from toolkit.measure.execution_story import Execution, Rate, executions, fits
from toolkit.measure.money_words import GRANT, SPEND
from toolkit.patterns import regex

_BUDGETS: Final = frozenset({"original_budget", "revised_budget"})
_SPENT: Final = "actual_expenditure"
_GRANTED: Final = regex(rf"预算|资金|经费|指标|拨款|筹集|收到|补助|总[额计]|{GRANT}")
_PAID: Final = regex(rf"支出|决算|{SPEND}|付|发放|拨付|结算|兑现|花|用[掉去出了完]|贴息")
_OF_OTHERS: Final = regex(
    "上年(?!结[转余])|去年|同比|三公|采购(?!支出)|(?:项目|基本)支出预算|人员经费|公用经费|[人生户亩]均|每[人户亩生]|标准|税|贷款|合同(?:总?[价金]|款)|中标|季度|上半年|月份|目标|节约|偏差"
)
_APART: Final = regex(r"三公|采购|公用经费|会议费|培训费|接待费|公务用车")
"""Money counted across the whole: a rate told of it is none of the whole's."""
_PART: Final = regex(r"(?:其中|包括|包含|含|分别|依次)[^,;。]{0,12}$")
_AVAILABLE: Final = regex("可用|可支配|可使用|到位|结转")
_IN_THE_END: Final = regex("全年预算|调整后|调整预算|最终预算")
_SENTENCES: Final = regex("[。;]")
_HUNDRED: Final = Decimal(100)
_MOST: Final = 14


class _Amount(NamedTuple):
    sum: Sum
    words: str
    role: str | None


@dataclass(frozen=True, slots=True)
class Solved:
    """Where in folded text amounts of the whole begin → their fields; `rated`: the fields of the pair that makes the
    one rate told, which no other amount of the paragraph can be."""

    fields: dict[int, str]
    rated: frozenset[str]


def solved(text: str, terms: Terms) -> Solved:
    """What the sums and the rate of a paragraph's folded text show."""
    changed = {
        start: field_of(meaning)
        for story in stories(text)
        if terms.year is None or story.years <= {terms.year}
        for start, meaning in story.meanings()
    }
    rated = _rated_pair(text, terms)
    return Solved({**rated, **changed}, frozenset(rated.values()))


def executed(text: str, terms: Terms) -> dict[int, Execution]:
    """Where amounts begin that a sentence says were spent, with the one rate beside them."""
    return {one.spent.start: one for one in executions(text) if terms.year is None or one.years <= {terms.year}}


def _rated_pair(text: str, terms: Terms) -> dict[int, str]:
    """The budget and the amount spent that make the one rate of a text."""
    rates = {
        (rate.value, rate.decimals): rate
        for found in rates_told(text, 0, len(text), terms.year, of_sum=tells_of_the_sum(text), apart=False)
        if "拨付" not in found[0]
        for rate in (_rate(found["rate"], found.start("rate")),)
    }
    amounts = list(_amounts(text, terms)) if len(rates) == 1 else []
    if not 1 < len(amounts) <= _MOST:
        return {}
    (rate,) = rates.values()
    pairs = list(_pairs(amounts, rate))
    best = max((rank for rank, _, _ in pairs), default=0)
    chosen = [(granted, spent) for rank, granted, spent in pairs if rank == best]
    if len({(granted.sum.value, spent.sum.value) for granted, spent in chosen}) != 1:
        return {}
    granted, spent = chosen[0]
    if _AVAILABLE.search(granted.words) and any(_IN_THE_END.search(one.words) for one in amounts):
        return {spent.sum.start: _SPENT}  # 全年预算…，另有上年结转…，可用资金…: the rate is of more than the budget
    return {granted.sum.start: granted.role or "revised_budget", spent.sum.start: _SPENT}


def _rate(digits: str, start: int) -> Rate:
    number = digits.rstrip("%")
    return Rate(start, start + len(digits), Decimal(number), len(number.partition(".")[2]))


def _amounts(text: str, terms: Terms) -> Iterator[_Amount]:
    """The amounts that may be the whole's."""
    after = 0
    for one in sums_in(text, 0, len(text)):
        between, after = text[after : one.start], one.end
        words, _ = words_of(between)
        if terms.shut_out(words, text[: one.start]) or _OF_OTHERS.search(words) or _PART.search(between):
            continue
        role = role_of(words, text[one.end : one.end + 60], terms.year is None)
        if role in {None, _SPENT, *_BUDGETS} and not _APART.search(_SENTENCES.split(text[: one.start])[-1]):
            yield _Amount(one, words, role)


def _pairs(amounts: Sequence[_Amount], rate: Rate) -> Iterator[tuple[int, _Amount, _Amount]]:
    for granted in amounts:
        for spent in amounts:
            if spent is granted or granted.role == _SPENT or spent.role in _BUDGETS:
                continue
            if not 0 < spent.sum.value <= granted.sum.value or not fits(rate, spent.sum, granted.sum):
                continue
            paid = spent.role == _SPENT or _PAID.search(spent.words) is not None
            given = granted.role in _BUDGETS or _GRANTED.search(granted.words) is not None
            if paid or (given and rate.value < _HUNDRED and rate.decimals):
                yield paid + given + (spent.role == _SPENT) + (granted.role in _BUDGETS), granted, spent
