"""检查什么：报告是否写明填报单位。

为什么：没有单位名称，结果无法归档和比较。

依据：报告全文。

何时不报：标题、表头、落款任何一处写明单位；以地区名义自评（某市2023年度…）；同一文件中的附表（单位随主报告）。
"""

from collections.abc import Iterator

from toolkit.audit.printed import opens_source
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, narrative, report
from toolkit.audit.wording import places
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding at most."""
    identity = case.report.identity
    named = identity.entity is not None or identity.region is not None
    if not named and case.report.indicators and opens_source(case.document):
        yield Draft(
            message="未见填报单位；应写明单位全称",
            where=places(case.report.indicators[0].name),
            name="填报单位",
            expected="填报单位",
            observed="未见",
            advice="在标题、表头或落款写明单位全称",
        )


RULE = Rule(
    code="DOC604",
    name="no-entity",
    title="没有填报单位",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", report(title="# 2022年度项目支出绩效自评表"), "标题没有单位"),
        Example(
            "fires", report(title="# 2022年度项目支出绩效自评表", lines=LINES[:3], funds=(), total=None), "没有单位"
        ),
        Example("silent", report(), "标题有单位"),
        Example("silent", narrative("（1）采购管理4分，自评得分4分。"), "标题有单位"),
        Example(
            "near_miss",
            report(title="# 2022年度项目支出绩效自评表", before="填报单位：临江市水务局"),
            "表头写明填报单位",
        ),
    ),
)
