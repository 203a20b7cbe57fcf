"""检查什么：预算执行得分是否等于分值乘以执行率（或印出的分档）。

为什么：这一项可以完全由预算数和执行数算出，也最常被照填满分。

依据：报告印出的评分标准（或“分值×执行率”的通则）为数据矛盾；按所选标准或国家办法重算的为待核实。

何时不报：得分与报告印出的执行率相符（执行率本身有误的见BUD202），包括这一项的说明里另写的，或与执行率除以印出的目标值（≥95%）相符；
与按年初预算或全年预算计算的任一执行率相符；预算数或执行数没有印出；舍去尾数的只作提示。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from toolkit.audit.advice import cut, effect, less
from toolkit.audit.judged import is_execution, judged, score_decimals, told_rates, truncated
from toolkit.audit.money import name_of
from toolkit.audit.printed import execution_rule_is_printed
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import FUNDS, narrative, report
from toolkit.audit.suspects import points_trace, score_trace
from toolkit.audit.tally import Entry, execution_entry, scored_out_of_hundred
from toolkit.audit.wording import about, percent, places, shown, span
from toolkit.measure.interval import bounds, divide, multiply, rounded
from toolkit.model.case import Case
from toolkit.model.citation import CitedNumber, CitedQuantity
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Indicator
from toolkit.model.scoresheet import LineScore


def check(case: Case) -> Iterator[Draft]:
    """One finding at most: the execution line stands once."""
    if scored_out_of_hundred(case.report):
        return
    for entry in _entries(case):
        if entry.points is not None and entry.score is not None and 0 <= entry.score.value <= entry.points.value:
            yield from _judge(case, entry, entry.points.value, entry.score)


def _entries(case: Case) -> tuple[Entry, ...]:
    row = case.report.execution_row
    own = () if row is None else (execution_entry(row),)
    lines = (line for line in case.report.scored_leaves if is_execution(case, line.id, line.name.value))
    return own + tuple(Entry(line.id, line.name.value, line.max_score, line.claimed_score) for line in lines)


def _judge(case: Case, entry: Entry, points: Decimal, claimed: CitedNumber) -> Iterator[Draft]:
    score, decimals = claimed.value, score_decimals(case, claimed.value)
    sheet, rates = judged(case, entry.subject), tuple(_rates(case, entry))
    exact = _exact(sheet, rates, points)
    if exact is None or rounded(exact, decimals).holds(score):
        return
    if any(rounded(_by_rate(rate, points), decimals).holds(score) for rate in rates):
        return
    printed = (sheet is not None and sheet.basis == "printed") or execution_rule_is_printed(case)
    near = truncated(score, exact.low, decimals)
    gap = Bounds(low=score - exact.high, high=score - exact.low)
    over = score > exact.high
    rate = f"执行率{percent(rates[0])}，" if rates else ""
    row = case.report.whole_budget
    yield Draft(
        message=f"{about(case, claimed.where, entry.name)}{rate}分值{shown(points)}，应得{span(exact, 2)}分，"
        f"自评{shown(score)}分，{'多' if over else '少'}{_size(gap)}分{'，或为舍去尾数' if near else ''}",
        where=places(claimed, *((row.actual_expenditure, row.revised_budget) if row is not None else ())),
        name=entry.name,
        subject=entry.subject,
        severity=Severity.NOTICE if near else (Severity.ERROR if printed else Severity.WARNING),
        basis="printed" if printed else (sheet.basis if sheet is not None and sheet.basis else "national"),
        expected=span(exact, 2),
        observed=shown(score),
        advice=cut(gap, 2) if over and not near else "核对预算执行得分的计算口径",
        effect=effect(case, less(gap)),
        ask="执行率得分的计算口径（年初预算、全年预算或分档）",
        traces=frozenset({score_trace(entry.subject), points_trace(entry.subject)}),
    )


def _size(gap: Bounds) -> str:
    low, high = sorted((abs(gap.low), abs(gap.high)))
    return span(Bounds(low=low, high=high), 2)


def _exact(sheet: LineScore | None, rates: tuple[Bounds, ...], points: Decimal) -> Bounds | None:
    """Points × the first rate, unrounded; by bands or steps what the sheet gives; None where neither is known."""
    if sheet is None or sheet.recomputed is None:
        return None
    return _by_rate(rates[0], points) if sheet.method == "execution" and rates else sheet.recomputed


def _by_rate(rate: Bounds, points: Decimal) -> Bounds:
    capped = Bounds(low=min(rate.low, Decimal(1)), high=min(rate.high, Decimal(1)))
    return multiply(capped, Bounds.exact(points))


def _of_target(rate: Bounds, own: Sequence[Indicator]) -> Iterator[Bounds]:
    """The rate as part of the rate that the line's target asks for."""
    for line in own:
        goal = None if line.target is None else line.target.value
        if isinstance(goal, NumberQuantity) and goal.unit == "1" and goal.low is not None and 0 < goal.low < 1:
            share = divide(rate, Bounds.exact(goal.low))
            yield from () if share is None else (share,)


def _rates(case: Case, entry: Entry) -> Iterator[Bounds]:
    """Every execution rate of the whole or of its appropriation that the report prints or that its budget gives."""
    rows = [row for row in case.report.budget if row.parent is None or "财政" in name_of(row)]
    printed = [row.execution_rate for row in rows]
    own = [line for line in case.report.indicators if line.id == entry.subject]
    printed += [line.actual for line in own]
    row = case.report.whole_budget
    if row is not None:
        for base in (row.revised_budget, row.original_budget):
            ratio = _ratio(row.actual_expenditure, base)
            if ratio is not None:
                yield ratio
    yield from (rate for line in own for rate in told_rates(line))
    for rate in printed:
        if rate is not None and isinstance(rate.value, NumberQuantity) and rate.value.unit == "1":
            yield bounds(rate.value)
            yield from _of_target(bounds(rate.value), own)


def _ratio(spent: CitedQuantity | None, base: CitedQuantity | None) -> Bounds | None:
    if spent is None or base is None:
        return None
    if not isinstance(spent.value, NumberQuantity) or not isinstance(base.value, NumberQuantity):
        return None
    return divide(bounds(spent.value), bounds(base.value))


def _funds(score: str, rate: str = "98.00%") -> tuple[str, ...]:
    return (f"年度资金总额|200.00|200.00|196.00|10|{rate}|{score}", *FUNDS[1:])


RULE = Rule(
    code="SCO113",
    name="execution-score-wrong",
    title="预算执行得分与执行率不符",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    yields_to=("SCO103", "SCO104", "BUD201", "BUD202", "BUD213", "SCO105"),
    examples=(
        Example("fires", report(funds=_funds("10"), total="98.50"), "10×98%=9.8", Severity.WARNING),
        Example("fires", report(funds=_funds("9.00"), total="97.50"), "10×98%=9.8", Severity.WARNING),
        Example("silent", report(), "相符"),
        Example(
            "silent",
            narrative("2022年全年预算数200.00万元，执行数196.00万元，执行率98.00%。"),
            "没有预算执行得分",
        ),
        Example(
            "near_miss",
            report(funds=("年度资金总额|190.00|200.00|190.00|10|95.00%|10", *FUNDS[1:2]), total=None, lines=()),
            "与按年初预算计算的执行率相符",
        ),
    ),
)
