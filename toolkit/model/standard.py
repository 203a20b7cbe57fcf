"""`Standard`: a scoring standard as data: authority, document number, applicability, criteria and their methods."""

from typing import Final, Literal

from pydantic import Field

from toolkit.model.number import Noun, Number

MethodName = Literal[
    "ratio_up",
    "ratio_down",
    "ratio",
    "execution",
    "per_step",
    "per_event",
    "per_item",
    "bands",
    "interpolation",
    "checklist",
    "veto",
    "qualitative",
    "bonus_malus",
    "discretionary",
    "group",
    "unknown",
]
SourceStatus = Literal["official", "filled", "copy", "config", "regulation", "derived"]


class Grade(Noun):
    """A grade's half-open range of the total: [low, high), the top one closed."""

    name: str = Field(description="等级")
    key: Literal["excellent", "good", "fair", "poor"] = Field(description="代号")
    low: Number = Field(description="下限（含）")
    high: Number = Field(description="上限（不含，最高一级含）")


class Band(Noun):
    """One band: its bounds with their sides, and either absolute `score` or a range of shares of the points."""

    low: Number | None = Field(default=None, description="下限")
    high: Number | None = Field(default=None, description="上限")
    low_included: bool = Field(default=True, description="含下限")
    high_included: bool = Field(default=False, description="含上限")
    score: Number | None = Field(default=None, description="得分")
    phrases: tuple[str, ...] = Field(default=(), description="定性用语")
    share_low: Number | None = Field(default=None, description="占分值下限")
    share_high: Number | None = Field(default=None, description="占分值上限")
    share_high_included: bool = Field(default=True, description="含占分值上限")


class Method(Noun):
    """A method of the closed list with its parameters (domain reference 1.1)."""

    name: MethodName = Field(description="方法")
    base: Literal["original", "revised"] | None = Field(default=None, description="预算基数")
    threshold: Number | None = Field(default=None, description="起算点（百分数按百分点数）")
    side: Literal["above", "below"] | None = Field(default=None, description="超过或低于起算点扣分")
    step: Number | None = Field(default=None, description="步长")
    per: Number | None = Field(default=None, description="每步扣分")
    counting: Literal["floor", "ceil", "pro_rata", "unknown"] = Field(default="unknown", description="不足一步的计法")
    bands: tuple[Band, ...] = Field(default=(), description="分档")
    checks: tuple[Number, ...] = Field(default=(), description="各项分值")
    event: str | None = Field(default=None, description="扣分事项")
    pass_floor: Number | None = Field(default=None, description="完成率低于此数不得分")
    start: Number | None = Field(default=None, description="达到目标即得的分值，其上逐项加分")
    over: "Method | None" = Field(default=None, description="完成率（%）过高时的调减：per_step 或 bands")


class WorkedExample(Noun):
    """A case worked by hand: what a test expects of the criterion."""

    points: Number = Field(description="分值")
    target: str | None = Field(default=None, description="目标值")
    actual: str = Field(description="完成值")
    low: Number = Field(description="得分下限")
    high: Number = Field(description="得分上限")


class Criterion(Noun):
    """One line or group of the standard and how it is scored. `path`: level names from the top."""

    path: tuple[str, ...] = Field(description="指标路径")
    aliases: tuple[str, ...] = Field(default=(), description="别名")
    max_score: Number | None = Field(default=None, description="分值")
    method: Method = Field(description="评分方法")
    formula: str | None = Field(default=None, description="公式")
    required: bool = Field(default=False, description="必设")
    status: SourceStatus = Field(description="来源状态")
    source: str | None = Field(default=None, description="来源")
    examples: tuple[WorkedExample, ...] = Field(default=(), description="算例")


class Applicability(Noun):
    """What makes this standard the one to use."""

    kinds: tuple[Literal["department", "project", "earmarked_fund"], ...] = Field(default=(), description="适用类型")
    regions: tuple[str, ...] = Field(default=(), description="地区名，空为全国")
    years: tuple[int, ...] = Field(default=(), description="评价年度，空为不限")
    documents: tuple[str, ...] = Field(default=(), description="报告引用这些文号或文件名时适用")
    groups: tuple[str, ...] = Field(default=(), description="一级指标名")


NATIONAL_AUTHORITY: Final = "财政部"
ASKED: Final = "--standard 指定"
"""The reason of a choice that a person made."""


class Standard(Noun):
    """A scoring standard; what is not known of it is left out and listed in `gaps`."""

    id: str = Field(description="编号")
    title: str = Field(description="名称")
    authority: str = Field(description="制定机关")
    document_number: str | None = Field(default=None, description="文号")
    total: Number = Field(description="总分")
    status: SourceStatus = Field(description="来源状态")
    applies: Applicability = Field(default=Applicability(), description="适用范围")
    grades: tuple[Grade, ...] = Field(default=(), description="等级")
    default_method: Method | None = Field(default=None, description="未列明的定量指标按此计分")
    qualitative: tuple[Band, ...] = Field(default=(), description="定性三档")
    adjustment_slot: Number | None = Field(default=None, description="加减分上限（在总分之内）")
    group_points: dict[str, Number] = Field(default={}, description="一级指标分值原则")
    criteria: tuple[Criterion, ...] = Field(default=(), description="评分细则")
    outline: tuple[str, ...] = Field(default=(), description="报告应有章节的作用")
    gaps: tuple[str, ...] = Field(default=(), description="尚不知道的内容")

    @property
    def basis(self) -> Literal["national", "standard"]:
        """What a judgement by it rests on: a rule of the whole country, or that of the standard in use."""
        return "national" if self.authority == NATIONAL_AUTHORITY else "standard"


class StandardChoice(Noun):
    """The standard in use and the reason it was chosen, as the report's reader would say it."""

    id: str = Field(description="编号")
    title: str = Field(description="名称")
    chosen_by: str = Field(description="选用依据")
