"""`Finding`: what does not add up, with the calculation, the places, the basis, and what would settle it."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from toolkit.model.citation import Where
from toolkit.model.number import Bounds, Noun


class Severity(StrEnum):
    """数据矛盾: what is printed cannot all be true · 待核实: a doubt that needs a look · 提示."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return ("error", "warning", "notice").index(self.value)

    @property
    def word(self) -> str:
        """The Chinese word a reviewer sees."""
        return {"error": "数据矛盾", "warning": "待核实", "notice": "提示"}[self.value]


class Effect(Noun):
    """What the finding would do to the total, if upheld: change of points, and whether the grade may change."""

    points: Bounds = Field(description="对总分的影响")
    grade: str | None = Field(default=None, description="等级变化")


class Finding(Noun):
    """One cause, one finding. `where` holds the places that are at odds, the most telling first."""

    code: str = Field(description="规则代码")
    name: str = Field(description="规则名称")
    severity: Severity = Field(description="级别")
    basis: Literal["printed", "standard", "national", "setting"] = Field(description="依据类别")
    message: str = Field(description="说明")
    subject: str | None = Field(default=None, description="所涉行编号")
    expected: str | None = Field(default=None, description="应为")
    observed: str | None = Field(default=None, description="报告为")
    advice: str | None = Field(default=None, description="建议")
    effect: Effect | None = Field(default=None, description="影响")
    ask: str | None = Field(default=None, description="可补材料")
    where: tuple[Where, ...] = Field(default=(), description="出处")
    related: tuple[str, ...] = Field(default=(), description="同一原因下其他规则所见")
    fingerprint: str = Field(default="", description="指纹")
