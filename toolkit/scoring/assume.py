"""A report and reviewed values of single lines → the report as if it stated them; the printed places stay.

Nothing is guessed: a line that is not found, or two lines of one name, are told with what could have been meant.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from toolkit.errors import UsageError
from toolkit.measure.numerals import number
from toolkit.measure.target import actual as read_actual
from toolkit.measure.target import target as read_target
from toolkit.model.assumption import Assumption
from toolkit.model.citation import Cited, CitedNumber, CitedQuantity, Where
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import BudgetRow, Indicator, PerformanceReport
from toolkit.text import key

TOTAL = "总分"
FIELDS = {
    "claimed_score": ("得分", "自评得分", "复核得分"),
    "max_score": ("分值", "满分"),
    "target": ("目标值", "指标值", "年度指标值", "复核目标值"),
    "actual": ("完成值", "实际完成值", "复核完成值"),
    "original_budget": ("年初预算数", "年初预算"),
    "revised_budget": ("全年预算数", "调整预算数"),
    "actual_expenditure": ("全年执行数", "执行数"),
}
_SCORES = frozenset({"claimed_score", "max_score"})
_MONEY = frozenset({"original_budget", "revised_budget", "actual_expenditure"})
_METHOD = "assumed"


def field_of(word: str) -> str | None:
    """The field that a heading or a key names, in English or Chinese."""
    said = key(word)
    return next((name for name, words in FIELDS.items() if said == name or said in words), None)


def assume(reports: tuple[PerformanceReport, ...], assumptions: Iterable[Assumption]) -> tuple[PerformanceReport, ...]:
    """The reports of one file with the reviewed values. Raises UsageError that says which entry is wrong and why."""
    changed = list(reports)
    for wanted in assumptions:
        found = [(index, line) for index, report in enumerate(changed) for line in _lines(report, wanted)]
        if len(found) != 1:
            raise _not_one(wanted, changed, [line for _, line in found])
        index, line = found[0]
        changed[index] = _with(changed[index], line, wanted)
    return tuple(changed)


_Line = Indicator | BudgetRow | None  # None: the total


def _lines(report: PerformanceReport, wanted: Assumption) -> list[_Line]:
    said = key(wanted.line)
    if said == TOTAL and report.claimed_total is not None:
        return [None]
    named: list[_Line] = [line for line in report.leaves if said in {line.id, *_names(line)}]
    named += [row for row in report.budget if said == row.id or (row.label and said == key(row.label.value))]
    return [line for line in named if line is None or hasattr(line, wanted.field)]


def _names(line: Indicator) -> set[str]:
    name = key(line.name.value)
    return {name, *(f"{key(group)}/{name}" for group in (line.level1, line.level2) if group)}


def _not_one(wanted: Assumption, reports: Iterable[PerformanceReport], found: list[_Line]) -> UsageError:
    if found:
        meant = "、".join(f"{line.id}（{line.level1 or ''}）" for line in found if isinstance(line, Indicator))
        return UsageError(
            "ASSUME-TWICE", f"{wanted.origin}：有 {len(found)} 行叫“{wanted.line}”。", f"请用编号指明：{meant}。"
        )
    names = [line.name.value for report in reports for line in report.leaves]
    names += [row.label.value for report in reports for row in report.budget if row.label]
    inside = [name for name in names if key(wanted.line) in key(name)]
    near = inside[:3] or get_close_matches(wanted.line, names, n=3, cutoff=0.4)
    hint = (
        f"是不是{'、'.join(f'“{name}”' for name in near)}？" if near else "行名须与报告一致，可用 jixiao extract 查看。"
    )
    return UsageError(
        "ASSUME-NO-LINE", f"{wanted.origin}：报告中没有可改“{FIELDS[wanted.field][0]}”的行“{wanted.line}”。", hint
    )


def _with(report: PerformanceReport, line: _Line, wanted: Assumption) -> PerformanceReport:
    if line is None:
        if wanted.field != "claimed_score" or report.claimed_total is None:
            raise _bad(wanted, "总分只能改得分")
        total = _cited(wanted, report.claimed_total, report.claimed_total.where)
        return report.model_copy(update={"claimed_total": total})
    named = line.name if isinstance(line, Indicator) else line.label
    printed = getattr(line, wanted.field)
    where = printed.where if printed is not None else named.where if named is not None else Where(segments=())
    new = line.model_copy(update={wanted.field: _cited(wanted, printed, where)})
    lines = "indicators" if isinstance(line, Indicator) else "budget"
    return report.model_copy(update={lines: tuple(new if one.id == line.id else one for one in getattr(report, lines))})


def _cited(wanted: Assumption, printed: Cited[Any] | None, where: Where) -> Cited[Any]:
    kind = CitedNumber if wanted.field in _SCORES else CitedQuantity
    return kind(value=_value(wanted, printed), quote=wanted.value, where=where, method=_METHOD)


def _value(wanted: Assumption, printed: Cited[Any] | None) -> Any:
    if wanted.field in _SCORES:
        score = number(wanted.value)
        if score is None:
            raise _bad(wanted, f"“{wanted.value}”不是分数，应为 9.5 这样的数")
        return score
    unit = _unit_of(printed)
    read = (read_target if wanted.field == "target" else read_actual)(wanted.value, unit)
    if read is None or (wanted.field in _MONEY and not isinstance(read, NumberQuantity)):
        raise _bad(wanted, f"“{wanted.value}”读不成{FIELDS[wanted.field][0]}，应如 ≥95%、1,036人次、120万元")
    return read


def _unit_of(printed: Cited[Any] | None) -> str | None:
    value = None if printed is None else printed.value
    return value.printed_unit if isinstance(value, NumberQuantity) else None


def _bad(wanted: Assumption, why: str) -> UsageError:
    return UsageError("ASSUME-VALUE", f"{wanted.origin}：{why}。", "改正后再试；留空的格不改。")
