"""`Quantity`: what a printed target, actual or amount says: a number with its operator, a date, a checklist, words."""

from typing import Annotated, Literal

from pydantic import Field

from toolkit.model.number import Noun, Number

Comparator = Literal["eq", "ge", "gt", "le", "lt", "range", "about"]


class NumberQuantity(Noun):
    """A number or range in base units: money in yuan, shares and multiples as plain ratios (65% → 0.65).

    `eq`: low = high = the printed value; printed precision stands in `decimals`, counted in `printed_unit`.
    An open side is None and not included.
    """

    kind: Literal["number"] = Field(default="number", description="类别")
    low: Number | None = Field(description="下限（基本单位）")
    high: Number | None = Field(description="上限（基本单位）")
    low_included: bool = Field(default=True, description="含下限")
    high_included: bool = Field(default=True, description="含上限")
    approximate: bool = Field(default=False, description="约数")
    unit: str | None = Field(default=None, description="基本单位")
    printed_unit: str | None = Field(default=None, description="原文单位")
    comparator: Comparator = Field(default="eq", description="比较符")
    decimals: int = Field(default=0, description="原文小数位数（按原文单位）")


class DateQuantity(Noun):
    """A date or deadline in ISO form, as precise as printed: 2022, 2022-12, 2022-12-31; no year: --12-31."""

    kind: Literal["date"] = Field(default="date", description="类别")
    low: str | None = Field(description="起")
    high: str | None = Field(description="止")
    low_included: bool = Field(default=True, description="含起日")
    high_included: bool = Field(default=True, description="含止日")
    approximate: bool = Field(default=False, description="约数")
    comparator: Comparator = Field(default="eq", description="比较符")


class QualitativeQuantity(Noun):
    """Words that are no number; `text` as printed."""

    kind: Literal["qualitative"] = Field(default="qualitative", description="类别")
    text: str = Field(description="定性表述")


class ChecklistQuantity(Noun):
    """Several requirements in one cell, each a quantity or words."""

    kind: Literal["checklist"] = Field(default="checklist", description="类别")
    parts: tuple[NumberQuantity | DateQuantity | QualitativeQuantity, ...] = Field(description="各项要求")


Quantity = Annotated[
    NumberQuantity | DateQuantity | ChecklistQuantity | QualitativeQuantity, Field(discriminator="kind")
]


class Measured(Noun):
    """A quantity found in running text: [start, end) in code points of the given text, and the quote there."""

    start: int = Field(description="起（含）")
    end: int = Field(description="止（不含）")
    quote: str = Field(description="原文")
    quantity: Quantity = Field(description="数量")
