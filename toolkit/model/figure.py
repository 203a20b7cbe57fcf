"""`FigureLedger`: every numeral of a report, its role, and whether a relation between figures checked it."""

from typing import Literal

from pydantic import Field

from toolkit.model.citation import Where
from toolkit.model.number import Bounds, Noun, Number

FigureState = Literal["checked", "single", "excluded", "unreadable"]
RelationType = Literal["sum", "difference", "growth", "share", "ratio", "product", "average", "count", "same_fact"]


class Figure(Noun):
    """One printed numeral. `value` in base units; None where it cannot be read or is excluded."""

    id: str = Field(description="编号")
    quote: str = Field(description="原文")
    where: Where = Field(description="出处")
    value: Number | None = Field(default=None, description="数值（基本单位）")
    unit: str | None = Field(default=None, description="单位")
    year: int | None = Field(default=None, description="年度")
    name: str | None = Field(default=None, description="所指事项")
    role: str = Field(description="角色")
    state: FigureState = Field(description="状态")
    why: str | None = Field(default=None, description="原因")
    checked_to: Number | None = Field(default=None, description="核对到（基本单位）：偏离在此数以内看不出来")


class Relation(Noun):
    """Figures that the text says hang together: operands → result, both as intervals, and whether it holds.

    `holds` None: the intervals meet only because one figure is printed more coarsely than the others; `certain` False:
    the text may be read in another way, so that a relation that does not hold is a doubt.
    """

    type: RelationType = Field(description="类型")
    operands: tuple[str, ...] = Field(description="各数原文")
    operand_ids: tuple[str, ...] = Field(description="各数编号")
    result: str = Field(description="结果原文")
    result_id: str = Field(description="结果编号")
    expected: Bounds = Field(description="按各数应为")
    printed: Bounds = Field(description="印出之数的区间")
    holds: bool | None = Field(description="成立")
    certain: bool = Field(default=True, description="确指")
    where: Where = Field(description="出处")
    calculation: str = Field(description="算式")


class Suspicion(Noun):
    """A figure that may be the one misprinted: with a value in `right` it would close so many broken relations, and
    break so many that hold."""

    figure_id: str = Field(description="编号")
    right: Bounds = Field(description="若为此数则相符（基本单位）")
    closes: int = Field(description="可使相符的关系数")
    breaks: int = Field(description="会使不符的关系数")


class Slip(Noun):
    """Broken relations (by their number in the ledger) that one misprinted figure explains, likeliest figure first."""

    relations: tuple[int, ...] = Field(description="不成立的关系（序号）")
    suspects: tuple[Suspicion, ...] = Field(default=(), description="可能有误之数")

    @property
    def likeliest(self) -> Suspicion | None:
        """The first suspect, where it explains more than the second."""
        if not self.suspects:
            return None
        balances = [suspect.closes - suspect.breaks for suspect in self.suspects]
        return self.suspects[0] if len(balances) == 1 or balances[0] > balances[1] else None


class LedgerSummary(Noun):
    """Counts of figures by state."""

    figures: int = Field(default=0, description="数字")
    checked: int = Field(default=0, description="已核对")
    single: int = Field(default=0, description="只出现一次")
    excluded: int = Field(default=0, description="不参与")
    unreadable: int = Field(default=0, description="无法辨认")


class FigureLedger(Noun):
    """All figures and relations of one report."""

    figures: tuple[Figure, ...] = Field(default=(), description="数字")
    relations: tuple[Relation, ...] = Field(default=(), description="关系")
    slips: tuple[Slip, ...] = Field(default=(), description="可能的差错所在")
    summary: LedgerSummary = Field(default=LedgerSummary(), description="合计")
