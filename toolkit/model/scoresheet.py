"""`ScoreSheet`: claimed against recomputed, line by line, with the steps, or the reason why not."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from toolkit.model.number import Bounds, Noun, Number

Basis = Literal["printed", "standard", "national"]
WhyNot = Literal[
    "no-score",
    "no-points",
    "no-target",
    "no-actual",
    "qualitative",
    "discretionary",
    "needs-facts",
    "rule-unknown",
    "criterion-unread",
    "unit-clash",
    "direction-unknown",
    "zero-target",
]


class LineScore(Noun):
    """One scored leaf (an indicator `i…` or the execution line of a budget row `b…`)."""

    subject: str = Field(description="指标或预算行编号")
    name: str = Field(description="名称")
    max_score: Number | None = Field(default=None, description="分值")
    claimed: Number | None = Field(default=None, description="自评得分")
    recomputed: Bounds | None = Field(default=None, description="重算得分")
    basis: Basis | None = Field(default=None, description="依据")
    method: str | None = Field(default=None, description="方法")
    steps: tuple[str, ...] = Field(default=(), description="步骤")
    agrees: bool | None = Field(default=None, description="自评与重算相符")
    why_not: WhyNot | None = Field(default=None, description="不能重算的原因")
    allowed: tuple[Number, ...] | None = Field(
        default=None, exclude=True, description="印出的评分标准只可能给出的得分，供规则使用"
    )


class Subtotal(Noun):
    """A group: the score it claims against its lines, the points it declares against its lines' points."""

    subject: str = Field(description="分组编号")
    name: str = Field(description="分组名称")
    level: int = Field(description="级次")
    claimed: Number | None = Field(default=None, description="自评小计")
    from_lines: Bounds | None = Field(default=None, description="逐项相加")
    points_declared: Number | None = Field(default=None, description="分组分值")
    points_from_lines: Number | None = Field(default=None, description="各项分值之和")
    agrees: bool | None = Field(default=None, description="相符")


class Total(Noun):
    """The whole. `from_lines` adds the claimed leaf scores, the execution line and the adjustments."""

    claimed: Number | None = Field(default=None, description="自评总分")
    from_lines: Bounds | None = Field(default=None, description="逐项相加")
    recomputed_given_claims: Bounds | None = Field(default=None, description="重算（不能重算的行取自评）")
    recomputed_bounds: Bounds | None = Field(default=None, description="重算上下界（不能重算的行取0至满分）")
    agrees: bool | None = Field(default=None, description="相符")


class Coverage(Noun):
    """How much could be recomputed, and why the rest could not; `lines` counts scored leaves."""

    lines: int = Field(default=0, description="计分行数")
    points: Number = Field(default=Decimal(0), description="计分行分值合计")
    with_score: int = Field(default=0, description="有得分")
    with_target_and_actual: int = Field(default=0, description="有目标值和完成值")
    recomputed: int = Field(default=0, description="可重算行数")
    recomputed_points: Number = Field(default=Decimal(0), description="可重算分值")
    undecidable: dict[WhyNot, int] = Field(default={}, description="不能重算的行数（按原因）")


class ScoreSheet(Noun):
    """The whole sheet of one report."""

    lines: tuple[LineScore, ...] = Field(default=(), description="逐行")
    subtotals: tuple[Subtotal, ...] = Field(default=(), description="小计")
    total: Total = Field(default=Total(), description="总分")
    coverage: Coverage = Field(default=Coverage(), description="可重算程度")
