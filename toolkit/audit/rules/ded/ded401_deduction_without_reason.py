"""检查什么：某项没有得满分，而全文（本行、所在分组、正文、其他表格、附件）都找不到扣分原因。

为什么：扣分要有原因，原因是改进的起点，也是复核的依据。

依据：报告自身；在任何一处提到该项并说到不足、未完成、原因等，都算有原因。

何时不报：预算执行（按执行率计分，偏低的见BUD207）；正文所说的一级指标，其下各项另有扣分原因的；本行有备注；所在分组有扣分原因；正文提到该项的不足；
附件中同名指标有原因；几项合说扣分而其和相符；写有原因的各项扣分之和恰为总分所扣；任何一处写明扣去同样的分数，而不是另一项自己的原因。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.judged import is_execution
from toolkit.audit.reasons import lost, reason_stands
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.siblings import told_in_text
from toolkit.audit.specimen import BENEFIT, LINES, narrative, report
from toolkit.audit.wording import about, places, shown
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.record import Indicator

_FULL = Decimal(100)
_NO_REASON = BENEFIT.replace("部分老旧小区改造滞后，下一步加快改造进度", "")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    if _all_is_explained(case):
        return
    for line in case.report.scored_leaves:
        gap = lost(line)
        if gap is None or line.claimed_score is None:
            continue
        if _is_group_told(case, line):
            continue
        if line.claimed_score.value < 0 or is_execution(case, line.id, line.name.value) or reason_stands(case, line):
            continue
        points = "" if line.max_score is None else f"分值{shown(line.max_score.value)}，"
        yield Draft(
            message=f"{about(case, line.claimed_score.where, line.name.value)}{points}"
            f"自评得分{shown(line.claimed_score.value)}，扣{shown(gap)}分，全文未见扣分原因",
            where=places(line.claimed_score),
            name=line.name.value,
            subject=line.id,
            expected="写明扣分原因",
            observed=f"扣{shown(gap)}分",
            advice="补充扣分原因和改进措施",
            ask="该项扣分的依据",
        )


def _is_group_told(case: Case, line: Indicator) -> bool:
    """Whether running text tells a group of the first level, and elsewhere lines with reasons of their own."""
    told = line.level == 1 and told_in_text(line)
    return told and any(other.level > 1 and other.deduction_reasons for other in case.report.indicators)


def _all_is_explained(case: Case) -> bool:
    """Whether lines with reasons lost just what the total lacks: what else lost points is a sum of them."""
    total = case.report.claimed_total
    explained = [gap for line in case.report.scored_leaves if line.deduction_reasons and (gap := lost(line))]
    return total is not None and bool(explained) and sum(explained, total.value) == _FULL


RULE = Rule(
    code="DED401",
    name="deduction-without-reason",
    title="扣分没有原因",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    yields_to=("SCO106", "SCO110", "SCO112"),
    examples=(
        Example("fires", report(lines=(*LINES[:3], _NO_REASON, LINES[4])), "扣1.5分，没有原因"),
        Example(
            "fires",
            narrative("（1）采购管理4分，自评得分3.5分。", "（2）资产管理4分，自评得分4分。"),
            "扣0.5分，没有原因",
        ),
        Example(
            "fires",
            narrative(
                "（1）采购管理。该项得3.5分，扣0.5分。采购程序规范，未发现违规问题。", "（2）资产管理4分，自评得分4分。"
            ),
            "只写扣0.5分，没有原因",
        ),
        Example(
            "fires",
            narrative(
                "（1）采购管理4分，自评得分3.5分。",
                "（2）资产管理4分，自评得分3.5分，扣分主要原因：资产台账登记不及时，扣0.5分。",
            ),
            "同样的分数是另一项的原因所扣",
        ),
        Example(
            "fires",
            narrative(
                "（1）采购管理4分，自评得分3.5分。",
                "（2）资产管理4分，自评得分3分。",
                "采购、资产两项失2分，由台账登记晚引起。",
            ),
            "合说的扣分与各项之和不符",
        ),
        Example(
            "silent",
            narrative(
                "（1）采购管理4分，自评得分3.5分。",
                "（2）资产管理4分，自评得分3分。",
                "采购、资产两项失1.5分，由台账登记晚引起。",
            ),
            "几项的扣分合起来说了原因",
        ),
        Example("silent", report(), "有原因"),
        Example("silent", narrative("（1）采购管理4分，自评得分3.5分，扣分主要原因：采购计划编制不够细。"), "有原因"),
        Example(
            "near_miss",
            report(
                lines=(*LINES[:3], _NO_REASON, LINES[4]),
                after="三、存在的主要问题\n\n节水器具覆盖率偏低，部分老旧小区改造进度滞后。",
            ),
            "正文的问题部分说明了原因",
        ),
    ),
)
