"""Execution rates told right behind the whole's own expenditure → ratio relations with the report's own budget.

“全年支出2,000万元，预算执行率95%” beside a table that gives budget and execution: the sentence itself holds no base.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from toolkit.figures.budgets import of_the_whole
from toolkit.figures.claims import rate_of
from toolkit.figures.places import Places
from toolkit.figures.spot import Passage, Spot
from toolkit.figures.verdict import alike, dimension, is_percent, known, printed_bounds, same_fact, value_of
from toolkit.measure.budget_story import Sum, differs_as_misprint
from toolkit.measure.execution_story import executions, fits, is_misprinted
from toolkit.measure.interval import half_unit
from toolkit.measure.money_clause import meaning
from toolkit.measure.money_words import SPENT_CLAUSE
from toolkit.model.figure import Relation
from toolkit.model.record import PerformanceReport
from toolkit.patterns import regex
from toolkit.text import fold_widths

_BUDGET = r"(?:全年|年度|当年|本年度?|调整后的?|年初|可用|总)*(?:预算|指标)(?:数|总额|资金|安排|额度|总量|金额)?"
_RATE_NAME = (
    r"(?:全年|年度|总体|整体|综合|预算|资金|经费|支出|财政)*"
    r"(?:执行|支出|支付|完成|使用|兑付|列支)(?:率|进度|比例|比率|度)"
)
_IS = r"(?:为|是|达到?|:|约|在|计)*"
_NAMED = regex(
    rf"(?:(?:[^,;。:()、\d]|\d(?=[\d年月日])){{0,24}}[,;。(、])?(?:(?:与|同|对比|对照|按照?|以)?{_BUDGET}(?:相比|相较|计算|测算|为基数|口径)*,)?"
    rf"(?:即|折合|折算|相应|对应)*(?:(?:占|完成|执行|支出|使用|达到?|为|相当于)了?(?:当年|全年)?{_BUDGET}的?(?:比例|比重)?[为,]?即?)?"
    rf"(?:{_RATE_NAME}|[与同]{_BUDGET}(?:之比|的比[例值])|占比|(?<=的)|(?<=比例)|(?<=比重)|(?<=预算)|(?<=数)){_IS}"
)
_WINDOW = 40
_RATE = regex(rf"(?:^|[,;。:、(]|(?:19|20)\d\d年度?)(?:本|该|我)?(?:项目|部门|单位)?{_RATE_NAME}{_IS}$")


def told_rates(report: PerformanceReport, passages: Sequence[Passage], places: Places) -> Iterator[Relation]:
    """One relation for each such rate that the report does not itself cite: on the revised budget, or on the original
    one where only that fits."""
    row = report.whole_budget
    spent = None if row is None else places.spot(row.actual_expenditure)
    if row is None or spent is None or not known(spent):
        return
    bases = [places.spot(cited) for cited in (row.revised_budget, row.original_budget)]
    for passage in of_the_whole(report, passages):
        folded = fold_widths(passage.text)
        for told, rate in pairwise(sorted(filter(known, passage.spots), key=lambda spot: spot.start)):
            if not told.cited and is_percent(told) and _is_same(rate, spent):
                if _RATE.search(folded[max(0, told.start - _WINDOW) : told.start]) and _is_spent(
                    folded[told.end : rate.start]
                ):
                    yield from rate_of(spent, bases, told, places)
                continue
            if rate.cited or not (is_percent(rate) and _is_same(told, spent)):
                continue
            if _NAMED.fullmatch(folded[told.end : rate.start].replace(" ", "")):
                yield from rate_of(spent, bases, rate, places)
        yield from _loosely(passage, folded, spent, bases, report, places)


def _loosely(
    passage: Passage, folded: str, spent: Spot, bases: Sequence[Spot | None], report: PerformanceReport, places: Places
) -> Iterator[Relation]:
    """The same in words that are not all known: where amount and rate fit the budget, or one of the two is a misprint
    of what would."""
    year, base = report.identity.fiscal_year, next((one for one in bases if one is not None and known(one)), None)
    own, whole = _sum(spent), None if base is None else _sum(base)
    if whole is None or base is None or own is None or not whole.value:
        return
    for told in executions(folded):
        done, rate = passage.at(told.spent.start, told.spent.end), passage.at(told.rate.start, told.rate.end)
        if done is None or rate is None or (year is not None and not told.years <= {year.value}):
            continue
        if _is_same(done, spent):
            if not rate.cited and (fits(told.rate, own, whole) or is_misprinted(told.rate, own, whole)):
                yield from rate_of(spent, bases, rate, places)
        elif (
            not done.cited
            and known(done)
            and fits(told.rate, own, whole)
            and differs_as_misprint(told.spent, own.value)
        ):
            yield same_fact(spent, done)


def _sum(spot: Spot) -> Sum | None:
    """A known amount as `execution_story` takes it."""
    if spot.quantity is None or dimension(spot)[0] != "元":
        return None
    return Sum(spot.start, spot.end, value_of(spot), half_unit(spot.quantity), "")


def _is_spent(words: str) -> bool:
    """Whether the words between a rate and an amount say that it was spent."""
    clause = words[1:] if words[:1] in {",", ";", "("} else ""
    return re.fullmatch(SPENT_CLAUSE, clause) is not None or meaning(clause) == "spent"


def _is_same(told: Spot, spent: Spot) -> bool:
    return alike(told, spent) and printed_bounds(told).meets(printed_bounds(spent))
