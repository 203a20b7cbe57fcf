"""检查什么：报告是否写明评价年度。

为什么：没有年度，目标、预算和加分事项都无从对应。

依据：报告全文。

何时不报：标题、表头或正文任何一处写明年度；同一文件中的附表（年度随主报告）。
"""

from collections.abc import Iterator

from toolkit.audit.printed import finds, opens_source
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative, report
from toolkit.audit.wording import places
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.patterns import regex

_YEAR = regex(r"(?:19|20)\d\d\s*年")


def check(case: Case) -> Iterator[Draft]:
    """One finding at most."""
    if case.report.identity.fiscal_year is not None or not case.report.indicators:
        return
    if opens_source(case.document) and not finds(case.document, _YEAR):
        yield Draft(
            message="未见评价年度；应写明评价哪一年",
            where=places(case.report.indicators[0].name),
            name="评价年度",
            expected="评价年度",
            observed="未见",
            advice="在标题或表头写明年度",
        )


RULE = Rule(
    code="DOC603",
    name="no-year",
    title="没有评价年度",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", report(title="# 临江市水务局节水培训项目支出绩效自评报告"), "标题和正文都没有年度"),
        Example("fires", report(title="# 项目支出绩效自评表", funds=()), "没有年度"),
        Example("silent", report(), "标题写明2022年度"),
        Example("silent", narrative("（1）采购管理4分，自评得分4分。"), "标题写明2022年"),
        Example(
            "near_miss",
            report(title="# 临江市水务局节水培训项目支出绩效自评报告", before="2022年度，本局开展节水培训。"),
            "正文写明2022年度",
        ),
    ),
)
