"""`Comparison`: reports side by side: claimed against recomputed, ranks by both, aligned lines, contrasts."""

from pydantic import Field

from toolkit.model.citation import CitedNumber, CitedQuantity, Where
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds, Noun, Number
from toolkit.model.scoresheet import Coverage


class ComparedBudget(Noun):
    """Money in yuan, the rate on one base for all."""

    revised_budget: Number | None = Field(default=None, description="全年预算数（元）")
    actual_expenditure: Number | None = Field(default=None, description="全年执行数（元）")
    execution_rate: Number | None = Field(default=None, description="执行率（统一口径）")
    rate_base: str | None = Field(default=None, description="执行率的预算基数")


class FindingCounts(Noun):
    """Findings by severity."""

    error: int = Field(default=0, description="数据矛盾")
    warning: int = Field(default=0, description="待核实")
    notice: int = Field(default=0, description="提示")


class ComparedEntity(Noun):
    """One report (or annex) as a row."""

    entity: str | None = Field(default=None, description="单位")
    fiscal_year: int | None = Field(default=None, description="年度")
    project_name: str | None = Field(default=None, description="项目")
    source: str = Field(description="文件")
    claimed_total: Number | None = Field(default=None, description="自评总分")
    from_lines: Bounds | None = Field(default=None, description="逐项相加")
    recomputed: Bounds | None = Field(default=None, description="重算得分")
    score_gap: Bounds | None = Field(default=None, description="差距（自评减重算）")
    rank_claimed: int | None = Field(default=None, description="自评名次")
    rank_recomputed: int | None = Field(default=None, description="重算名次")
    standard: str = Field(description="标准")
    budget: ComparedBudget = Field(default=ComparedBudget(), description="预算与执行")
    indicators: int = Field(default=0, description="指标数")
    full_score_share: Number | None = Field(default=None, description="满分行占比")
    deductions: dict[str, Number] = Field(default={}, description="扣分（按原因类别，D0为未知）")
    coverage: Coverage = Field(default=Coverage(), description="可重算程度")
    findings: FindingCounts = Field(default=FindingCounts(), description="疑点数")


class AlignedMember(Noun):
    """One entity's line in a group of lines that mean the same."""

    entity: str | None = Field(default=None, description="单位")
    fiscal_year: int | None = Field(default=None, description="年度")
    indicator: str = Field(description="指标编号")
    name: str = Field(description="指标名称")
    target: CitedQuantity | None = Field(default=None, description="目标值")
    actual: CitedQuantity | None = Field(default=None, description="完成值")
    max_score: CitedNumber | None = Field(default=None, description="分值")
    claimed_score: CitedNumber | None = Field(default=None, description="自评得分")
    similarity: float = Field(default=1.0, description="与组名的相似度")


class Aligned(Noun):
    """Lines of several entities under one key."""

    key: str = Field(description="指标")
    members: tuple[AlignedMember, ...] = Field(description="各单位")


class Evidence(Noun):
    """A quote of one entity that a contrast rests on."""

    entity: str | None = Field(default=None, description="单位")
    quote: str = Field(description="原文")
    where: Where | None = Field(default=None, description="出处")


class Contrast(Noun):
    """What only several reports side by side show."""

    code: str = Field(description="代码")
    name: str = Field(description="名称")
    severity: Severity = Field(description="级别")
    entities: tuple[str, ...] = Field(description="单位")
    message: str = Field(description="说明")
    evidence: tuple[Evidence, ...] = Field(default=(), description="依据")


class Comparison(Noun):
    """The whole."""

    entities: tuple[ComparedEntity, ...] = Field(default=(), description="各单位")
    aligned: tuple[Aligned, ...] = Field(default=(), description="同类指标")
    contrasts: tuple[Contrast, ...] = Field(default=(), description="横向疑点")
