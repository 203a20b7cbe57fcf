"""检查什么：预算总额是否等于其各组成部分之和（每一种划分口径分别相加）。

为什么：总额与组成不符，执行率和各项比例都失去基础。一个总额有错会使各种口径都不平，所以一个总额只报一次。

依据：报告自身印出的金额。每个金额按印出末位的一半作为误差；区间不相交才是数据矛盾；
区间相交而按最末位不平、四舍五入也不能解释的，只作提示并指出印得较粗的数。

何时不报：组成部分不足两个；合计偏小而不能证明各部分已列全（没有“其他”一类、其他列也不平）；
某部分空白而合计偏小；部分之下的明细被并列印出；总额为0或空白（见BUD215）。
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from toolkit.audit.money import COLUMNS, Amount, amount, name_of, partitions, wholes
from toolkit.audit.relations import broken, part_adds, parts_of_budget, sum_trace
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import FUNDS, narrative, report
from toolkit.audit.wording import about, words
from toolkit.measure.interval import add, half_unit
from toolkit.model.case import Case
from toolkit.model.figure import Relation
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds, plain
from toolkit.model.record import BudgetRow
from toolkit.patterns import regex

_REST = regex(r"其他|其它|其余|自有|自筹")
_PAIRS = (frozenset({"基本支出", "项目支出"}), frozenset({"市本级支出", "转移支付"}))
_STAFF, _RUNNING = regex(r"人员"), regex(r"公用")
_MOST_PARTS = 10


def check(case: Case) -> Iterator[Draft]:
    """One finding for each whole amount, naming all partitions that do not add up; then for sums that a sentence tells
    of them, where those are others."""
    found = list(_found(case))
    told: set[object] = set().union(*(one.spots for one in found))
    for draft in _of_rows(case, found):
        told |= draft.traces
        yield draft
    for draft in broken(case, ("sum",), "部门决算报表", lambda one: _is_ours(case, one)):
        if not told & draft.traces.union(*(where.spots for where in draft.where)):
            yield draft


def _is_ours(case: Case, relation: Relation) -> bool:
    return parts_of_budget(case, relation) and not part_adds(case, relation)


def _of_rows(case: Case, found: Sequence["_Off"]) -> Iterator[Draft]:
    """One finding for each whole amount, naming all partitions that do not add up."""
    made = {
        (one.whole.id, one.column): _sum(parts)
        for one in found
        for parts in [next(iter(one.failing.values()))]
        if len(one.failing) == 1
    }
    for one in found:
        if not any(_made_right(rows, one, made) for rows in partitions(case.report, one.whole).values()):
            yield _draft(case, one.whole, one.column, one.total, one.failing)


@dataclass(frozen=True, slots=True)
class _Off:
    """A whole that some of its partitions do not make, in one column."""

    whole: BudgetRow
    column: str
    total: Amount
    failing: dict[str, tuple[Amount, ...]]

    @property
    def spots(self) -> frozenset[object]:
        """Where its figures stand."""
        amounts = (self.total, *(part for parts in self.failing.values() for part in parts))
        return frozenset().union(*(one.cited.where.spots for one in amounts))


def _found(case: Case) -> Iterator[_Off]:
    for whole in wholes(case.report):
        split = partitions(case.report, whole)
        for column in COLUMNS:
            total = amount(whole, column)
            if total is None or not total.number.low:
                continue
            failing = {
                partition: parts
                for partition, rows in split.items()
                if (parts := _failing(whole, rows, column, total, partition)) is not None
            }
            if failing:
                yield _Off(whole, column, total, failing)


def _made_right(rows: Sequence[BudgetRow], one: _Off, made: Mapping[tuple[str, str], Decimal]) -> bool:
    """Whether the parts make the whole once a part that is itself a sum has what its own parts make: then the mistake
    is that part's."""
    if not any((row.id, one.column) in made for row in rows):
        return False
    stated = [(row, amount(row, one.column)) for row in rows]
    values = [made.get((row.id, one.column), _value(part)) for row, part in stated if part is not None]
    return sum(values, Decimal(0)) == _value(one.total)


def _failing(
    whole: BudgetRow, rows: tuple[BudgetRow, ...], column: str, total: Amount, partition: str
) -> tuple[Amount, ...] | None:
    """The stated parts, where they certainly do not make the whole (or only by coarse printing)."""
    stated = [amount(row, column) for row in rows]
    parts = tuple(part for part in stated if part is not None)
    if len(parts) < 2 or any((part.number.low or 0) < 0 for part in parts) or _adds(parts, total):
        return None
    exact = _sum(parts)
    below = exact < _value(total)
    if below and (len(parts) < len(rows) or not _all_parts(whole, rows, column, partition)):
        return None
    return None if not below and _nested(parts, total) else parts


def _adds(parts: Sequence[Amount], total: Amount) -> bool:
    """Equal as printed, or equal once rounded to the whole's own last digit."""
    gap = abs(_sum(parts) - _value(total))
    return gap == 0 or (gap <= half_unit(total.number) and _finest(parts) < half_unit(total.number))


def _all_parts(whole: BudgetRow, rows: tuple[BudgetRow, ...], column: str, partition: str) -> bool:
    """Whether the rows are all parts: a split by name, a rest among them, or another column that adds up."""
    names = {name_of(row) for row in rows}
    if partition.startswith("按") and not partition.startswith("按资金来源"):
        return True
    if any(_REST.search(name) for name in names) or any(pair <= names for pair in _PAIRS):
        return True
    if "项目支出" in names and all(any(kind.search(name) for name in names) for kind in (_STAFF, _RUNNING)):
        return True
    return any(_column_adds(whole, rows, other) for other in COLUMNS if other != column)


def _column_adds(whole: BudgetRow, rows: tuple[BudgetRow, ...], column: str) -> bool:
    total, stated = amount(whole, column), [amount(row, column) for row in rows]
    parts = [part for part in stated if part is not None]
    return total is not None and bool(total.number.low) and len(parts) == len(rows) and _adds(parts, total)


def _nested(parts: Sequence[Amount], total: Amount) -> bool:
    """Some of the parts make the whole, the others are details of these."""
    if len(parts) > _MOST_PARTS:
        return True
    subsets = (subset for size in range(1, len(parts)) for subset in combinations(parts, size))
    return any(
        _adds(subset, total) and any(part.number.low for part in parts if part not in subset) for subset in subsets
    )


def _draft(case: Case, whole: BudgetRow, column: str, total: Amount, failing: dict[str, tuple[Amount, ...]]) -> Draft:
    certain = [parts for parts in failing.values() if not add(*(part.bounds for part in parts)).meets(total.bounds)]
    shown = "；".join(_calculation(partition, parts, total) for partition, parts in failing.items())
    first = next(iter(failing.values()))
    name = f"{name_of(whole)}（{COLUMNS[column]}）"
    coarse = "" if certain else f"；{_coarsest([*first, total])}印得较粗，或为四舍五入"
    return Draft(
        message=f"{about(case, total.cited.where, name)}{shown}，报告{words(total.cited)}{coarse}",
        where=(total.cited.where, *(part.cited.where for parts in failing.values() for part in parts)),
        name=name,
        subject=whole.id,
        severity=None if certain else Severity.NOTICE,
        expected=_yuan(_sum(first)),
        observed=words(total.cited),
        advice="核对决算报表，更正总额或有误的组成部分" if certain else None,
        ask="部门决算报表",
        traces=frozenset(sum_trace(_sum(parts), _value(total)) for parts in certain),
    )


def _calculation(partition: str, parts: Sequence[Amount], total: Amount) -> str:
    exact = _sum(parts)
    listed = " + ".join(words(part.cited) for part in parts)
    same = f"{partition}：" if partition else ""
    gap = _value(total) - exact
    return f"{same}{listed} = {_yuan(exact)}，总额{'多' if gap > 0 else '少'}{_yuan(abs(gap))}"


def _coarsest(amounts: Sequence[Amount]) -> str:
    return words(max(amounts, key=lambda one: half_unit(one.number)).cited)


def _finest(parts: Sequence[Amount]) -> Decimal:
    return min(half_unit(part.number) for part in parts)


def _value(one: Amount) -> Decimal:
    return one.number.low or Decimal(0)


def _sum(parts: Sequence[Amount]) -> Decimal:
    return add(*(Bounds.exact(_value(part)) for part in parts)).low


def _yuan(value: Decimal) -> str:
    """In 万元 where it is that much, else in 元."""
    return f"{plain(value / 10000)}万元" if abs(value) >= 10000 else f"{plain(value)}元"


RULE = Rule(
    code="BUD201",
    name="parts-do-not-add",
    title="预算总额与组成部分之和不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("BUD205", "BUD214"),
    examples=(
        Example(
            "fires",
            report(
                funds=("年度资金总额|200.00|200.00|196.00|10|98.00%|9.80", *FUNDS[1:2], "其他资金|50.00|40.00|50.00|||")
            ),
            "全年预算数150+40=190，总额200",
            Severity.ERROR,
        ),
        Example(
            "fires",
            narrative(
                "2022年全年预算数5,321.50万元。按资金结构，包括：基本支出1,200.40万元，项目支出4,120.10万元。",
                "2022年全年预算执行数5,100.00万元，执行率95.84%。",
            ),
            "1200.40+4120.10=5320.50",
            Severity.ERROR,
        ),
        Example("silent", report(), "各列相加相符"),
        Example(
            "silent",
            narrative("2022年全年预算数5,321.50万元。按资金结构，包括：基本支出1,200.40万元，项目支出4,121.10万元。"),
            "相符",
        ),
        Example(
            "near_miss",
            report(funds=(FUNDS[0], FUNDS[1], "其他资金||||||")),
            "其他资金空白，合计偏小而不能判断",
        ),
    ),
)
