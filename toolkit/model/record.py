"""`PerformanceReport`: what a self-evaluation report states, every leaf cited; None means not stated, never zero."""

from typing import Literal

from pydantic import Field

from toolkit.model.citation import CitedInteger, CitedNumber, CitedQuantity, CitedText, Where
from toolkit.model.number import Noun

Level = Literal[1, 2, 3, 4]
SectionRole = Literal[
    "overview",
    "funds",
    "objectives",
    "conclusion",
    "analysis",
    "achievements",
    "problems",
    "measures",
    "other",
]
ReportKind = Literal["department", "project", "earmarked_fund"]
Direction = Literal["higher_is_better", "lower_is_better"]


class Identity(Noun):
    """Who reports on what."""

    entity: CitedText | None = Field(default=None, description="填报单位")
    fiscal_year: CitedInteger | None = Field(default=None, description="评价年度")
    kind: CitedText | None = Field(
        default=None, description="类型：department 部门整体 | project 项目 | earmarked_fund 专项资金"
    )
    project_name: CitedText | None = Field(default=None, description="项目名称")
    supervising_department: CitedText | None = Field(default=None, description="主管部门")
    region: CitedText | None = Field(default=None, description="地区")


class DeclaredCount(Noun):
    """“管理效能共设二级指标6个”: how many of what the report says it lists."""

    scope: str | None = Field(default=None, description="所属分组")
    what: str = Field(description="计数对象")
    count: CitedInteger = Field(description="个数")


class BudgetRow(Noun):
    """One line of money: the whole, or a part of it within one partition."""

    id: str = Field(description="编号")
    label: CitedText | None = Field(default=None, description="名称")
    parent: str | None = Field(default=None, description="上级编号")
    partition: str | None = Field(default=None, description="划分口径")
    source_of_funds: CitedText | None = Field(default=None, description="资金来源")
    original_budget: CitedQuantity | None = Field(default=None, description="年初预算数")
    revised_budget: CitedQuantity | None = Field(default=None, description="全年（调整）预算数")
    actual_expenditure: CitedQuantity | None = Field(default=None, description="全年执行数")
    execution_rate: CitedQuantity | None = Field(default=None, description="预算执行率")
    max_score: CitedNumber | None = Field(default=None, description="分值")
    claimed_score: CitedNumber | None = Field(default=None, description="自评得分")


class Objective(Noun):
    """An annual objective and how it came out."""

    text: CitedText = Field(description="年度总体目标")
    outcome: CitedText | None = Field(default=None, description="实际完成情况")


class Period(Noun):
    """Target and actual of one period, where a table has several."""

    label: str = Field(description="期间")
    target: CitedQuantity | None = Field(default=None, description="指标值")
    actual: CitedQuantity | None = Field(default=None, description="完成值")


class DeductionReason(Noun):
    """Why points were lost; `points` only where the reason names them."""

    text: CitedText = Field(description="扣分原因")
    points: CitedNumber | None = Field(default=None, description="所列扣分")
    categories: tuple[str, ...] = Field(default=(), description="原因类别 D1–D14")
    confidence: float = Field(default=1.0, ge=0, le=1, description="把握程度")


class Indicator(Noun):
    """A line of the indicator system: a group (level 1, 2) or a leaf. `level1…3` name the groups above the line."""

    id: str = Field(description="编号")
    parent: str | None = Field(default=None, description="上级编号")
    order: int = Field(description="次序")
    level: Level = Field(description="级次")
    name: CitedText = Field(description="指标名称")
    level1: str | None = Field(default=None, description="一级指标")
    level2: str | None = Field(default=None, description="二级指标")
    level3: str | None = Field(default=None, description="三级指标")
    max_score: CitedNumber | None = Field(default=None, description="分值")
    weight: CitedQuantity | None = Field(default=None, description="权重（以比例印出）")
    claimed_score: CitedNumber | None = Field(default=None, description="自评得分")
    told_score: CitedNumber | None = Field(default=None, description="正文概述中另行印出的得分")
    reviewed_score: CitedNumber | None = Field(default=None, description="复核得分")
    deduction: CitedNumber | None = Field(default=None, description="扣分")
    target: CitedQuantity | None = Field(default=None, description="年度指标值")
    actual: CitedQuantity | None = Field(default=None, description="实际完成值")
    attainment_rate: CitedQuantity | None = Field(default=None, description="完成率")
    periods: tuple[Period, ...] = Field(default=(), description="分期")
    nature: CitedText | None = Field(default=None, description="指标性质")
    direction: Direction | None = Field(default=None, description="方向")
    definition: CitedText | None = Field(default=None, description="指标解释")
    criterion: CitedText | None = Field(default=None, description="评分标准")
    evidence: CitedText | None = Field(default=None, description="佐证材料")
    deduction_reasons: tuple[DeductionReason, ...] = Field(default=(), description="扣分原因")
    corrective_action: CitedText | None = Field(default=None, description="改进措施")


class Adjustment(Noun):
    """Points outside the lines: bonus positive, malus negative. `year`: that of the merit, where named."""

    text: CitedText = Field(description="加减分事项")
    points: CitedNumber | None = Field(default=None, description="加减分")
    max_score: CitedNumber | None = Field(default=None, description="加减分上限")
    within_total: bool | None = Field(default=None, description="已计入总分")
    year: CitedInteger | None = Field(default=None, description="事项年度")


class Section(Noun):
    """A chapter by its role."""

    role: SectionRole = Field(description="作用")
    title: str = Field(description="标题")
    where: Where = Field(description="出处")


class Residue(Noun):
    """Seen, looked like data, not understood."""

    text: str = Field(description="原文")
    where: Where = Field(description="出处")
    why: str = Field(description="未能识别的原因")


class PerformanceReport(Noun):
    """One subject's self-evaluation; further subjects in the same file are `annexes` of the same shape."""

    identity: Identity = Field(default=Identity(), description="报告身份")
    claimed_total: CitedNumber | None = Field(default=None, description="自评总分")
    claimed_grade: CitedText | None = Field(default=None, description="自评等级")
    declared_counts: tuple[DeclaredCount, ...] = Field(default=(), description="报告所称个数")
    budget: tuple[BudgetRow, ...] = Field(default=(), description="预算与执行")
    objectives: tuple[Objective, ...] = Field(default=(), description="年度目标")
    indicators: tuple[Indicator, ...] = Field(default=(), description="绩效指标")
    adjustments: tuple[Adjustment, ...] = Field(default=(), description="加减分")
    sections: tuple[Section, ...] = Field(default=(), description="章节")
    annexes: "tuple[PerformanceReport, ...]" = Field(default=(), description="同一文件中的其他报告")
    residue: tuple[Residue, ...] = Field(default=(), description="未识别内容")
    other_totals: tuple[CitedNumber, ...] = Field(default=(), description="正文或表中另行印出的总分")

    def children(self, id: str | None) -> tuple[Indicator, ...]:  # noqa: A002 (the contract's own word)
        """Indicators directly under this one, in order; of None: those at the top."""
        return tuple(line for line in self.indicators if line.parent == id)

    @property
    def leaves(self) -> tuple[Indicator, ...]:
        """Indicators without indicators under them, in order."""
        parents = {line.parent for line in self.indicators}
        return tuple(line for line in self.indicators if line.id not in parents)

    @property
    def scored_leaves(self) -> tuple[Indicator, ...]:
        """Leaves that carry points or a claimed score; key indicators without either stand apart."""
        return tuple(line for line in self.leaves if line.max_score or line.claimed_score)

    @property
    def whole_budget(self) -> BudgetRow | None:
        """The row of the whole money: the first without parent, or None."""
        return next((row for row in self.budget if row.parent is None), None)

    @property
    def execution_row(self) -> BudgetRow | None:
        """The budget row that carries the execution points, where they stand in the funds block or in prose."""
        return next((row for row in self.budget if row.max_score or row.claimed_score), None)
