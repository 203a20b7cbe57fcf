"""检查什么：同一笔金额一处印有单位、一处没有，两处的数相差一千、一万或一亿倍。

为什么：漏印单位的数会被当作元，相差万倍也不易察觉。

依据：报告自身印出的数。

何时不报：表头、标题或文字中印有“单位：万元”一类的说明；两处都印有单位（见BUD205）；按元理解时相符。
"""

from collections.abc import Iterator

from toolkit.audit.printed import finds
from toolkit.audit.relations import broken
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.audit.twice import conflict_of
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.patterns import regex

_UNIT_NOTE = regex(r"单位\s*[:：]?\s*[百千万亿]*元|[（(]\s*[百千万亿]*元\s*[)）]")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each slip."""
    if not finds(case.document, _UNIT_NOTE):
        yield from broken(
            case, ("same_fact",), "预算批复和决算报表", lambda relation: conflict_of(case, relation) == "unit-missing"
        )


_WHOLE = "2022年全年预算数5,321.50万元，全年执行数5,100.00万元，执行率95.84%。"

RULE = Rule(
    code="CON515",
    name="scale-suspect",
    title="漏印单位，疑相差千倍、万倍",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    yields_to=("BUD205",),
    examples=(
        Example("fires", narrative(_WHOLE, "本部门2022年全年预算数5,321.50，已全部下达。"), "5321.50与5321.50万元"),
        Example("fires", narrative(_WHOLE, "本部门全年执行数51,000.00，主要用于商贸流通。"), "51000.00与5100.00万元"),
        Example("silent", narrative(_WHOLE, "本部门2022年全年预算数53,215,000.00，已全部下达。"), "按元理解相符"),
        Example("silent", narrative(_WHOLE), "只有一处"),
        Example(
            "near_miss",
            narrative("（单位：万元）", _WHOLE, "本部门2022年全年预算数5,321.50，已全部下达。"),
            "注明了单位",
        ),
    ),
)
