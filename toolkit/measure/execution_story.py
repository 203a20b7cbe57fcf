"""Sentence → an amount that it says was spent, and the one rate beside it: “预算被执行了90%，金额95万元”.

Words alone name them loosely; whoever reads them asks whether amount and rate fit a budget, or would but for a
misprint.
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from toolkit.measure.budget_story import SENTENCE, Sum, sums_in, years_in
from toolkit.measure.misprint import misprinted, misprints_of
from toolkit.measure.money_words import FAR_ABOVE, SPEND
from toolkit.patterns import regex

_PERCENT: Final = regex(r"(?P<digits>\d{1,3}(?:\.\d{1,4})?)\s?%")
_SPENT: Final = regex(rf"支出|决算|实支|报账|花|付款|支付|用(?:掉|去|出|了|完)|{SPEND}")
_RATE: Final = regex(r"(?:执行|支出|支付|使用|完成|兑付|列支)[^,;。:\d]{0,4}(?:率|进度|比|度)|占|预算|指标|执行")
_ANOTHER: Final = regex(
    r"上年|去年|同比|增[长幅]|[下上]降|降低|提高|[三3]公|采购|项目支出|基本支出|公用经费|人员经费|人均|生均|回收率|满意|合格|到位|收入|"
    r"税|贷|利率|投资|任务|工程|进度款|节约|控制率|其中|目标|得分|分值|扣分|资产|标准|中标|合同|季度|上半年|月份"
)
_CLAUSE: Final = regex(r"[,;:()\[\]。\"、]")
_WINDOW: Final = 40
_BEHIND: Final = 12
_FEWEST_DIGITS: Final = 4


class Rate(NamedTuple):
    """A share in per cent at [start, end) of the text, with its decimals."""

    start: int
    end: int
    value: Decimal
    decimals: int


class Execution(NamedTuple):
    """An amount that may be what was spent, and its rate; `years`: those that their sentence names."""

    spent: Sum
    rate: Rate
    years: frozenset[int]


def executions(text: str) -> Iterator[Execution]:
    """Of each sentence of folded text with just one rate: the amount before it or, where that is none, behind it."""
    for sentence in SENTENCE.finditer(text):
        rates = list(_rates(text, *sentence.span()))
        if len(rates) != 1 or not _SPENT.search(sentence[0]) or _ANOTHER.search(sentence[0]):
            continue
        (rate,) = rates
        sums = sums_in(text, *sentence.span())
        before = [one for one in sums if one.end <= rate.start][-1:]
        behind = [one for one in sums if one.start >= rate.end][:1]
        if _RATE.search(text, max(sentence.start(), rate.start - _WINDOW), rate.end + _BEHIND):
            for one in (*before, *behind):
                if _SPENT.search(_around(text, sentence.span(), one, rate)):
                    yield Execution(one, rate, years_in(sentence[0]))


def _rates(text: str, start: int, end: int) -> Iterator[Rate]:
    for found in _PERCENT.finditer(text, start, end):
        digits = found["digits"]
        yield Rate(*found.span(), Decimal(digits), len(digits.partition(".")[2]))


def _around(text: str, sentence: Sequence[int], spent: Sum, rate: Rate) -> str:
    """The words before an amount and behind it, those to the rate and the clause before among them."""
    head = text[max(sentence[0], spent.start - _WINDOW) : spent.start]
    end = rate.start if rate.start >= spent.end else sentence[1]
    tail = text[spent.end : min(end, spent.end + _WINDOW)]
    return head + " " + _CLAUSE.split(tail.lstrip(",的"))[0]


def is_of(told: Execution, base: Sum) -> bool:
    """Whether amount and rate are of this budget, one of them misprinted at most."""
    if not 0 < told.spent.value <= base.value * FAR_ABOVE:
        return False
    return any(one(told.rate, told.spent, base) for one in (fits, is_misprinted, is_spent_misprinted))


def fits(rate: Rate, spent: Sum, base: Sum) -> bool:
    """Whether the rate is that of the amount spent of a base, as they are printed."""
    half = Decimal(1).scaleb(-rate.decimals) / 2
    low, high = (
        (spent.value - spent.half) / (base.value + base.half),
        (spent.value + spent.half) / (base.value - base.half),
    )
    return low * 100 <= rate.value + half and high * 100 >= rate.value - half


def is_misprinted(rate: Rate, spent: Sum, base: Sum) -> bool:
    """Whether the rate is a misprint of what it should be."""
    step = Decimal(1).scaleb(-rate.decimals)
    due = (spent.value * 100 / base.value).quantize(step, ROUND_HALF_UP)
    return misprinted(*(str(one.quantize(step)).replace(".", "") for one in (rate.value, due)))


def is_spent_misprinted(rate: Rate, spent: Sum, base: Sum) -> bool:
    """Whether the amount, of four digits or more, with one other digit, or two neighbours swapped, makes the rate."""
    if len(spent.digits.rstrip("0")) < _FEWEST_DIGITS:
        return False
    values = (Decimal(run) * spent.half * 2 for run in misprints_of(spent.digits))
    return any(fits(rate, spent._replace(value=value), base) for value in values)
