"""检查什么：目标值的比较符与指标本身的性质相反：成本写成“≥”，合格率写成“≤”。

为什么：方向反了，完成得越差得分越高。

依据：指标名称所用的词。只看名称最后说的是什么，不看它所在的组。

何时不报：名称看不出方向；名称里有下降、节约、控制、处理、整改等词；比率不超过100%；没有比较符。
"""

from collections.abc import Iterator

from toolkit.audit.judged import is_execution
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUALITY, report
from toolkit.audit.wording import about, places, words
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.quantity import NumberQuantity
from toolkit.patterns import regex
from toolkit.text import key

_LESS = regex(
    r"(?:成本|费用|造价|单价|投诉(?:率|量|件数|次数)?|事故(?:率|数|起数|次数)?|差错率|错误率|失误率|死亡率|发病率|失业率"
    r"|超支率|漏损率|逾期率|违规率|退货率|能耗|电耗|水耗|故障率|负债率|空置率)$"
)
_MORE = regex(
    r"(?:合格率|达标率|满意度|满意率|覆盖率|普及率|及时率|优良率|完好率|准确率|知晓率|入学率|就业率|参保率|办结率|到位率|达成率)$"
)
_TURNED = regex(
    r"下降|降低|减少|压减|节约|节省|控制|处理|办结|查处|整改|回复|化解|治理|降幅|不满|不合格|不达标|未|无|非|率先|收入|收费|回收|筹集|投入"
)
_ASIDE = regex(r"\([^()]*\)|≥.*|≤.*")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    for line in case.report.leaves:
        target = line.target
        if target is None or not isinstance(target.value, NumberQuantity):
            continue
        way, value = named_direction(line.name.value), target.value
        if way is None or is_execution(case, line.id, line.name.value):
            continue
        upward, downward = value.comparator in {"ge", "gt"}, value.comparator in {"le", "lt"}
        against = (upward and way == "lower") or (downward and way == "higher" and value.high != 1)
        if not against:
            continue
        yield Draft(
            message=f"{about(case, target.where, line.name.value)}目标为{words(target)}，"
            f"该指标按名称应{'越低' if upward else '越高'}越好，比较符相反",
            where=places(target, line.name),
            name=line.name.value,
            subject=line.id,
            expected="≤" if upward else "≥",
            observed=words(target),
            advice="核对比较符与指标性质",
            ask="经批复的绩效目标表",
        )


def named_direction(name: str) -> str | None:
    """higher or lower is better, by the last words of a name; None where they do not tell."""
    folded = _ASIDE.sub("", key(name))
    if _TURNED.search(folded):
        return None
    if _LESS.search(folded):
        return "lower"
    return "higher" if _MORE.search(folded) else None


def _named(name: str, target: str, actual: str) -> str:
    return report(lines=(LINES[0], QUALITY.replace("培训合格率|≥95%|96.5%", f"{name}|{target}|{actual}"), *LINES[2:]))


RULE = Rule(
    code="IND304",
    name="operator-against-nature",
    title="比较符与指标性质相反",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", _named("单位培训成本", "≥800元/人", "820元/人"), "成本写成不低于"),
        Example("fires", _named("培训合格率", "≤95%", "94%"), "合格率写成不超过"),
        Example("silent", _named("成本节约率", "≥5%", "6%"), "节约率越高越好"),
        Example("silent", _named("投诉处理办结率", "≥95%", "98%"), "办结率越高越好"),
        Example("near_miss", _named("资金到位率", "≤100%", "100%"), "不超过100%"),
    ),
)
