"""检查什么：同一个少见的数（五位以上有效数字、单位相同）是否用在两个不同的名称下。

为什么：两件事恰好是同一个数的机会很小，多为名称写错或复制时没有改数。

依据：报告自身。

何时不报：数字少于五位有效数字或末位为零；分值、得分和预算表各列之间（相等是常见的）；名称相近；两处在同一行；两数已由文中的关系联系（如合计与唯一的部分）；年度不同。
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from toolkit.audit.place import place
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.audit.wording import about
from toolkit.model.case import Case
from toolkit.model.figure import Figure
from toolkit.model.finding import Severity
from toolkit.text import key

_ROLES = frozenset({"amount", "count", "quantity", "actual"})
_RARE = 5
_SHORTEST = 4
_MOST_PRINTINGS = 2


def check(case: Case) -> Iterator[Draft]:
    """One finding for each value."""
    alike: dict[tuple[object, str | None], list[Figure]] = defaultdict(list)
    for figure in case.ledger.figures:
        if figure.value is not None and figure.name and _is_rare(figure):
            alike[figure.value, figure.unit].append(figure)
    bound = _bound_together(case)
    for figures in alike.values():
        if len(figures) != _MOST_PRINTINGS or any(figure.role not in _ROLES for figure in figures):
            continue
        one, other = figures
        if not _like(one, other) and frozenset((one.id, other.id)) not in bound:
            yield _draft(case, one, other)


def _is_rare(figure: Figure) -> bool:
    return len("".join(filter(str.isdigit, figure.quote)).strip("0")) >= _RARE


def _bound_together(case: Case) -> frozenset[frozenset[str]]:
    """Pairs of a result and an operand of one relation."""
    return frozenset(
        frozenset((relation.result_id, operand))
        for relation in case.ledger.relations
        for operand in relation.operand_ids
    )


def _like(one: Figure, other: Figure) -> bool:
    """Whether the two may well be one thing: like names, another year, one row or one sentence."""
    if one.year and other.year and one.year != other.year:
        return True
    here, there = one.where.segments[0], other.where.segments[0]
    if here.block == there.block and (here.cell is None or there.cell is None or here.cell[0] == there.cell[0]):
        return True
    first, second = key(one.name or ""), key(other.name or "")
    common = sum((Counter(first) & Counter(second)).values())
    return common * 3 >= min(len(first), len(second)) or min(len(first), len(second)) < _SHORTEST


def _draft(case: Case, one: Figure, other: Figure) -> Draft:
    first, second = ("".join(figure.quote.split()) for figure in (one, other))
    return Draft(
        message=f"{about(case, other.where, other.name or '')}此处为{second}，"
        f"{place(case.document, one.where)}“{one.name}”也为{first}；两处名称不同而数相同",
        where=(other.where, one.where),
        name=other.name or "",
        observed=second,
        advice="核对两处的名称和数",
        ask="该数的统计资料",
    )


RULE = Rule(
    code="CON508",
    name="one-figure-two-names",
    title="同一个数用于两个名称",
    severity=Severity.NOTICE,
    since="0.1.0",
    check=check,
    examples=(
        Example(
            "fires",
            narrative("全市农产品网络零售额达到36,521.7万元。", "累计为商贸企业减免租金36,521.7万元。"),
            "36521.7用于两个名称",
        ),
        Example(
            "fires",
            narrative(
                "全年发放消费券12,853张。", "展会现场接待采购客商12,853人，其中境外客商860人。", "培训导购员12,853张。"
            ),
            "12853张用于两个名称",
        ),
        Example(
            "silent",
            narrative("全市农产品网络零售额达到36,521.7万元。", "2022年农产品网络零售额36,521.7万元，增长较快。"),
            "名称相近",
        ),
        Example("silent", narrative("全市农产品网络零售额300万元。", "减免商贸企业租金300万元。"), "常见的数"),
        Example(
            "near_miss",
            narrative("2021年全市农产品网络零售额36,521.7万元。", "2022年为商贸企业减免租金36,521.7万元。"),
            "年度不同",
        ),
    ),
)
