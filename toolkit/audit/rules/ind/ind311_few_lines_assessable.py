"""检查什么：同时有目标值和完成值的指标占全部指标的比重是否偏低（可设，默认80%）；报告所称的指标个数是否远多于所列。

为什么：能核对的指标少，自评得分的依据就少，复核结论也只能覆盖一部分。

依据：设定的比重；报告自身所列的指标。

何时不报：指标少于四项；各项都印有评分标准（按事实计分，不设目标值）；比重达到设定值且所列指标与所称个数相当。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.completeness import LEVELS, listed
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, report
from toolkit.audit.wording import about, percent, places
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.record import Indicator
from toolkit.text import key

_FEWEST = 4


def check(case: Case) -> Iterator[Draft]:
    """One finding at most."""
    lines = case.report.leaves
    recomputed = {line.subject for line in case.sheet.lines if line.recomputed is not None}
    able = [line for line in lines if (line.target and line.actual) or line.id in recomputed]
    share = case.settings.assessable_share
    declared, missing = _declared(case)
    few = len(lines) >= _FEWEST and Decimal(len(able)) < share * len(lines) and not _by_criterion(lines)
    if not lines or not (few or missing):
        return
    counted = f"所列{len(lines)}项指标中，有目标值和完成值的{len(able)}项，占{_share(len(able), len(lines))}"
    first = case.report.declared_counts[0].count if missing else lines[0].name
    yield Draft(
        message=f"{about(case, first.where, '绩效指标')}{counted}{declared if missing else ''}；其余无从核对",
        where=places(first),
        name="绩效指标",
        basis="setting",
        expected=f"不低于{_percent(share)}",
        observed=_share(len(able), len(lines)),
        advice="补充各项指标的目标值和完成值",
        ask="完整的绩效指标评分表",
    )


def _declared(case: Case) -> tuple[str, bool]:
    """`，报告称设三级指标63个，列出7个`, and whether that is far more than what is listed."""
    deepest = max((LEVELS[key(one.what)] for one in case.report.declared_counts if key(one.what) in LEVELS), default=0)
    counts = [one for one in case.report.declared_counts if LEVELS.get(key(one.what)) == deepest]
    scoped = [one for one in counts if one.scope is not None] or counts
    total = sum(one.count.value for one in scoped)
    shown = {line.id for line in case.report.indicators if line.level >= deepest} if deepest else set()
    shown |= {line.id for one in scoped for line in listed(case, one) or ()}
    if not deepest or Decimal(len(shown)) >= case.settings.assessable_share * total:
        return "", False
    return f"；报告称设{scoped[0].what}{total}个，列出{len(shown)}个", True


def _by_criterion(lines: tuple[Indicator, ...]) -> bool:
    """A form that prints a criterion for nearly every line: then facts, not targets, carry the scores."""
    with_criterion = sum(line.criterion is not None for line in lines)
    return with_criterion * 5 >= len(lines) * 4


def _share(part: int, whole: int) -> str:
    return percent(Bounds.exact(Decimal(part) / Decimal(whole)), 1)


def _percent(share: Decimal) -> str:
    return percent(Bounds.exact(share), 1)


_BARE = "产出指标|数量指标|{name}|||10|10|"

RULE = Rule(
    code="IND311",
    name="few-lines-assessable",
    title="可核对的指标偏少",
    severity=Severity.NOTICE,
    since="0.1.0",
    check=check,
    yields_to=("CON512",),
    examples=(
        Example(
            "fires",
            report(
                lines=(*LINES[:2], *(_BARE.format(name=name) for name in ("宣传活动", "展板制作", "手册编印"))),
                total=None,
            ),
            "五项中三项没有目标值和完成值",
        ),
        Example(
            "fires",
            report(lines=LINES[:4], total=None, before="本项目绩效指标共设置一级指标3个、二级指标5个、三级指标21个。"),
            "称21个三级指标，列出4个",
        ),
        Example("silent", report(), "都有"),
        Example("silent", report(lines=LINES[:2], total=None), "不足四项"),
        Example(
            "near_miss",
            report(lines=(*LINES[:4], _BARE.format(name="宣传活动")), total=None),
            "五项中四项有，恰为80%",
        ),
    ),
)
