"""检查什么：所用评分标准要求必设的一级指标，报告的指标表里没有。

为什么：缺了一组，分值必然挪到了别处，得分与同类项目不可比。

依据：所选评分标准中注明必设的分组。

何时不报：所列的是该组之下的数量、质量、社会效益等；分值加起来不到满分（表可能没有读全）；没有一级指标；必设的分组一个也不见（用的是另一种体系）；标准没有必设分组。
"""

from collections.abc import Iterator

from toolkit.audit.completeness import points_fill
from toolkit.audit.place import place
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUALITY, QUANTITY, SATISFACTION, report
from toolkit.audit.wording import places
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.standard import Criterion
from toolkit.text import key

_GROUP_OF = {
    **dict.fromkeys(("数量", "质量", "时效", "成本"), "产出"),
    **dict.fromkeys(("经济效益", "社会效益", "生态效益", "可持续影响"), "效益"),
}
"""What a line or group of the second level belongs to: 数量20分，得19.25分 tells of the outputs, so does 服务数量."""


def check(case: Case) -> Iterator[Draft]:
    """One finding that names all groups missing."""
    required = [
        one for one in case.standard.criteria if one.required and len(one.path) == 1 and one.method.name == "group"
    ]
    names = {_bare(group) for line in case.report.scored_leaves for group in (line.level1, line.level2) if group}
    names |= {_bare(line.name.value) for line in case.report.indicators if line.level == 1}
    own = _own_names(case)
    names |= {_GROUP_OF[name] for name in own if name in _GROUP_OF}
    names |= {group for name in own for word, group in _GROUP_OF.items() if name == group + word}  # 产出数量
    names |= {group for name in names for word, group in _GROUP_OF.items() if name.endswith(word)}
    missing = [one for one in required if not _names(one) & names]
    if not missing or len(missing) == len(required) or not points_fill(case):
        return
    first = case.report.scored_leaves[0].name
    listed = "、".join(one.path[0] for one in missing)
    yield Draft(
        message=f"{place(case.document, first.where)}起的指标表未见{listed}；{case.standard.title}要求设置",
        where=places(first),
        name=listed,
        basis=case.standard.basis,
        expected="、".join(one.path[0] for one in required),
        observed="、".join(sorted({line.level1 for line in case.report.scored_leaves if line.level1})),
        advice="补设该组指标，或说明不设的理由",
        ask="经批复的绩效目标表",
    )


def _own_names(case: Case) -> set[str]:
    return {_bare(line.name.value) for line in case.report.scored_leaves}


def _names(criterion: Criterion) -> set[str]:
    return {_bare(name) for name in (criterion.path[0], *criterion.aliases)}


def _bare(name: str) -> str:
    return key(name).removesuffix("指标")


_ALL_OUTPUT = (QUANTITY.replace("|20|20|", "|40|40|"), QUALITY.replace("|20|20|", "|40|40|"), SATISFACTION)
_NO_OUTPUT = tuple(
    line.replace("产出指标|数量指标", "效益指标|社会效益指标").replace("产出指标|质量指标", "效益指标|生态效益指标")
    for line in _ALL_OUTPUT
)

RULE = Rule(
    code="IND312",
    name="group-missing",
    title="缺少必设的一级指标",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", report(lines=_ALL_OUTPUT, total="99.80"), "没有效益指标"),
        Example("fires", report(lines=_NO_OUTPUT, total="99.80"), "没有产出指标"),
        Example("silent", report(), "产出、效益都有"),
        Example(
            "silent",
            report(
                lines=tuple(line.replace("产出指标|", "服务过程|").replace("数量指标", "服务数量") for line in LINES)
            ),
            "服务数量属于产出",
        ),
        Example("silent", report(lines=LINES[:3], total=None, points=""), "分值不全，表可能没有读全"),
        Example(
            "near_miss",
            report(
                lines=(*_ALL_OUTPUT[:1], LINES[1], LINES[3].replace("|30|28.5|", "|20|19|"), SATISFACTION),
                total="98.80",
            ),
            "分值改了，两组都在",
        ),
    ),
)
