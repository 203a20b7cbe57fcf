"""检查什么：各一级指标的分值与所用评分标准的原则分值不同。

为什么：原则分值可以调整，但应有理由；分值移到容易得分的组，总分就高。

依据：所选评分标准的分组分值。只作提示。

何时不报：报告没有引用该标准（各地另有分法）；分值加起来不到满分；标准没有分组分值；报告的分组与标准不是一套；满意度不设而分值并入效益的。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.completeness import points_fill
from toolkit.audit.place import place
from toolkit.audit.printed import standard_is_cited
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import BENEFIT, LINES, QUALITY, QUANTITY, report
from toolkit.audit.wording import places
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.number import plain
from toolkit.model.standard import ASKED
from toolkit.text import key

_EXECUTION = "预算执行"
_MERGED = ("效益", "满意度")


def check(case: Case) -> Iterator[Draft]:
    """One finding for the whole table."""
    wanted = {_bare(group): points for group, points in case.standard.group_points.items()}
    if len(wanted) < 3 or not points_fill(case) or not _binding(case):
        return
    found = _found(case)
    if not set(found) <= set(wanted) or len(set(found) & set(wanted)) < len(wanted) - 1 or _merged(found, wanted):
        return
    differing = [group for group in wanted if found.get(group, Decimal(0)) != wanted[group]]
    if not differing:
        return
    first = case.report.scored_leaves[0].name
    observed = "，".join(f"{group}{plain(found.get(group, Decimal(0)))}" for group in differing)
    expected = "，".join(f"{group}{plain(wanted[group])}" for group in differing)
    yield Draft(
        message=f"{place(case.document, first.where)}起的指标表分值为{observed}，原则为{expected}",
        where=places(first),
        name="分值",
        basis=case.standard.basis,
        expected=expected,
        observed=observed,
        advice="说明调整分值的理由",
    )


def _binding(case: Case) -> bool:
    """Whether the report cites the standard, or it is one of its own place or of a person's choice."""
    return bool(case.standard.applies.regions) or case.choice.chosen_by == ASKED or standard_is_cited(case)


def _found(case: Case) -> dict[str, Decimal]:
    added: dict[str, Decimal] = {}
    for line in case.report.scored_leaves:
        if line.max_score is not None:
            group = _bare(line.level1 or line.name.value)
            added[group] = added.get(group, Decimal(0)) + line.max_score.value
    row = case.report.execution_row
    if row is not None and row.max_score is not None:
        added[_EXECUTION] = row.max_score.value
    return added


def _merged(found: dict[str, Decimal], wanted: dict[str, Decimal]) -> bool:
    """No satisfaction group, its points given to the outcomes: not every project has anybody to ask."""
    one, other = _MERGED
    if other in found or one not in found or other not in wanted:
        return False
    rest = all(found.get(group) == points for group, points in wanted.items() if group not in _MERGED)
    return rest and found[one] == wanted.get(one, Decimal(0)) + wanted[other]


def _bare(name: str) -> str:
    bare = key(name).removesuffix("指标").removesuffix("率").removesuffix("情况").removeprefix("服务对象")
    return _EXECUTION if bare.startswith((_EXECUTION, "资金执行", "年度资金")) else bare


_CITED = "依据财预\u30142020\u301510号开展自评。"

RULE = Rule(
    code="IND313",
    name="weights-off-principle",
    title="分组分值与原则不同",
    severity=Severity.NOTICE,
    since="0.1.0",
    check=check,
    examples=(
        Example(
            "fires",
            report(
                lines=(
                    QUANTITY.replace("|20|20|", "|30|30|"),
                    *LINES[1:3],
                    BENEFIT.replace("|30|28.5|", "|20|19|"),
                    LINES[4],
                ),
                total="98.80",
                after=_CITED,
            ),
            "产出60、效益20",
        ),
        Example(
            "fires",
            report(
                lines=(*LINES[:3], BENEFIT.replace("|30|28.5|", "|20|19|"), LINES[4].replace("|10|10|", "|20|20|")),
                total="98.80",
                after=_CITED,
            ),
            "效益20、满意度20",
        ),
        Example("silent", report(), "50、30、10、10"),
        Example("silent", report(lines=(QUANTITY, QUALITY), total=None, points=""), "分值不全"),
        Example(
            "near_miss",
            report(lines=(*LINES[:3], BENEFIT.replace("|30|28.5|", "|40|38|")), total="97.80", after=_CITED),
            "不设满意度，分值并入效益",
        ),
    ),
)
