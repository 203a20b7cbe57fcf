"""检查什么：“共N项”与所列各项的个数是否一致。

为什么：个数与列举不符，多为漏列或改动后没有同步。

依据：报告自身的文字。

何时不报：列举以“等”结尾或注明主要、部分；分隔有歧义；指标个数（见CON512）。
"""

from collections.abc import Iterator

from toolkit.audit.relations import broken
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each count."""
    yield from broken(case, ("count",), "完整的清单")


RULE = Rule(
    code="CON506",
    name="count-wrong",
    title="个数与所列不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("CON512",),
    examples=(
        Example(
            "fires",
            narrative("本部门纳入预算管理单位共4个。分别为：市商务局（本级），市商务促进中心，市会展服务中心。"),
            "所列3个",
            Severity.ERROR,
        ),
        Example("fires", narrative("本局下设4个科室：办公室、商贸科、会展科。"), "所列3个", Severity.ERROR),
        Example(
            "silent",
            narrative("本部门纳入预算管理单位共3个。分别为：市商务局（本级），市商务促进中心，市会展服务中心。"),
            "相符",
        ),
        Example("silent", narrative("全年举办展会8场，参展企业1,200家。"), "没有列举"),
        Example("near_miss", narrative("本局下设8个科室，包括办公室、商贸科、会展科等。"), "列举以“等”结尾"),
    ),
)
