"""`Number`: an exact decimal, written in plain notation; `Bounds`: a closed interval of two of them."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema


class Noun(BaseModel):
    """Root of all nouns that are printed as JSON: frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def plain(value: Decimal) -> str:
    """Plain notation without exponent, separators or trailing zeros: 6E+11 → 600000000000, 93.780 → 93.78."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _exact(value: Any) -> Any:
    if isinstance(value, float | bool):
        raise ValueError("二进制浮点数不能表示分值和金额，请给出字符串或十进制数")
    return value


Number = Annotated[
    Decimal,
    BeforeValidator(_exact),
    PlainSerializer(plain, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+(\.\d*[1-9])?$"}),
]


class Bounds(Noun):
    """Closed interval that certainly holds the value; low = high where it is exact."""

    low: Number = Field(description="下限")
    high: Number = Field(description="上限")

    @classmethod
    def exact(cls, value: Decimal) -> "Bounds":
        """The interval that holds just `value`."""
        return cls(low=value, high=value)

    def holds(self, value: Decimal) -> bool:
        """Whether `value` lies inside, bounds included."""
        return self.low <= value <= self.high

    def meets(self, other: "Bounds") -> bool:
        """Whether the two closed intervals have a point in common."""
        return self.low <= other.high and other.low <= self.high
