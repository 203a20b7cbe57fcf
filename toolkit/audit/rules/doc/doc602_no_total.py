"""检查什么：报告是否有自评总分。

为什么：没有总分就不能确定等级，也不能与其他单位比较。

依据：报告全文。

何时不报：总分写在表中或正文任何一处，或印在抬头；汇总表之后各项目的表都有总分。只列指标值和完成值、没有分值和得分的表（如转移支付区域绩效自评表）作提示。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, narrative, report
from toolkit.audit.tally import Entry, entries, known, total
from toolkit.audit.wording import places, shown
from toolkit.model.case import Case
from toolkit.model.citation import Where
from toolkit.model.finding import Severity

_FULL: Final = Decimal(100)
_FEWEST: Final = 3  # lines


def check(case: Case) -> Iterator[Draft]:
    """One finding at most."""
    if case.report.claimed_total is not None:
        return
    scored = [entry for entry in entries(case.report) if entry.score is not None]
    annexes = case.report.annexes
    if not _fills_a_form(scored) and annexes and all(annex.claimed_total is not None for annex in annexes):
        return
    exact = total(known(entry.score for entry in scored))
    listed = f"所列{len(scored)}项得分相加为{shown(exact)}" if scored else "也没有计分的指标"
    yield Draft(
        message=f"未见自评总分；{listed}",
        severity=Severity.NOTICE if not scored and _is_unscored_form(case) else None,
        where=places(scored[0].score) if scored else places(case.report.identity.kind) or _first_line(case),
        name="自评总分",
        expected="自评总分",
        observed="未见",
        advice="补写自评总分" if scored else "补报评分表",
        ask="加盖公章的评分表",
    )


def _fills_a_form(scored: Sequence[Entry]) -> bool:
    """Whether lines may be those of a whole form, as the few of several projects that a summary tells are not: they
    have all its points, or print none."""
    unpointed = [entry for entry in scored if entry.points is None]
    return len(unpointed) >= _FEWEST or total(known(entry.points for entry in scored)) >= _FULL


def _first_line(case: Case) -> tuple[Where, ...]:
    return places(case.report.leaves[0].name) if case.report.leaves else ()


def _is_unscored_form(case: Case) -> bool:
    """Whether the lines have targets and actuals, and the form has no place for points."""
    lines = case.report.leaves
    measured = [line for line in lines if line.target is not None and line.actual is not None]
    return 2 * len(measured) > len(lines) and not any(line.max_score or line.weight for line in lines)


_UNSCORED = """| 一级指标 | 二级指标 | 三级指标 | 指标值 | 全年实际完成值 |
|---|---|---|---|---|
| 产出指标 | 数量指标 | 新建服务站 | ≥110个 | 112个 |
| 满意度指标 | 服务对象满意度 | 老年人满意度 | ≥85% | 91% |
"""

RULE = Rule(
    code="DOC602",
    name="no-total",
    title="没有自评总分",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", report(total=None), "表中没有总分行"),
        Example(
            "fires", narrative("（1）采购管理4分，自评得分4分。", "（2）资产管理6分，自评得分6分。"), "正文没有总分"
        ),
        Example("silent", report(), "有总分"),
        Example("fires", f"# 2023年度转移支付区域绩效目标自评表\n\n{_UNSCORED}", "没有分值和得分的表", Severity.NOTICE),
        Example("fires", narrative("一、基本情况", "本局负责全市商贸流通工作。"), "没有计分的指标，也没有总分"),
        Example("silent", report(before="填报单位：临江市水务局    自评得分：98.30"), "抬头和表中都有总分"),
        Example(
            "near_miss",
            report(lines=LINES, total=None, before="经综合评价，本项目绩效自评得分为98.30分。"),
            "总分写在正文",
        ),
    ),
)
