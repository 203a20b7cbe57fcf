"""Words before a figure → what it says, as a key: the same fact under other wording has the same or a larger key."""

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from toolkit.figures.spot import Spot
from toolkit.figures.verdict import dimension, is_percent, value_of
from toolkit.measure.interval import half_unit
from toolkit.measure.misprint import misprinted, one_digit_apart
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_LEAD = regex(
    r"^(?:\d*年度?|截至|年末|年底|全年|本年度?|当年|年度|本期|共计?|总共|实际|已|按期|按时|如期|我[市县区局]|全[市县区局省]|本[市县区局]|"
    r"为|的|各|等|并|共有|现有|其中|产出|效益|项目(?!区)(?=\S{4}))+"
)
_DEEDS = regex(r"开展|举办|组织|完成|实施|实现|达到|进行|合计|全面|累计")
_TAIL = regex(
    r"(?:(?:人次|场次|批次|[座处家户场次期间台套批项件个人条所辆])?(?:总?数量?|总量)|人次|场次|批次|处数|人口|长度|面积|里程|金额|情况)$"
)
_GENERIC = regex(
    r"(?:预算|执行|完成|到位|支出|资金|项目|满意|达标|合格|及时|支付|验收|投入|总投资|投资|数量|人员|单位|指标|总数|工程|任务|目标|增长|比重|占比|得分|"
    r"经费|拨款|财政|收入|成本|质量|进度|率|度|数|额|量|的|和|与|总|各|年|性|好|化)*"
)
_PLACE = regex(r"[一-龥]{1,4}(?:镇|乡|村|县|区|街道|片|园|校|中心|站|馆|组|班|类|期)(?=.)")


@dataclass(frozen=True)
class Fact:
    """A figure with the key of its words (characters counted, order left aside)."""

    spot: Spot
    words: str

    @cached_property
    def characters(self) -> Counter[str]:
        """The characters of the key."""
        return Counter(self.words)

    def within(self, other: "Fact") -> bool:
        """Whether the words of this fact all stand in the other's; what a rate is of, in a row (不合格率 is no 不合格品
        处置率)."""
        of_rate = self.words[-2:] if self.words.endswith("率") else ""
        return self.characters <= other.characters and of_rate in other.words

    def overlap(self, other: "Fact") -> Decimal:
        """The share of the shorter key that stands in the other."""
        common = sum((self.characters & other.characters).values())
        return Decimal(common) / max(1, min(len(self.words), len(other.words)))

    @property
    def telling(self) -> bool:
        """Whether the words name one thing, so that another figure under them would be another value of it."""
        return len(self.words) >= _TELLING and _GENERIC.fullmatch(self.words) is None

    @property
    def same_kind(self) -> tuple[str | None, bool]:
        """What it is counted in, percentages apart from plain ratios."""
        return dimension(self.spot)[0], is_percent(self.spot)


_TELLING = 4
_FEWEST_DIGITS = 3
_NEAR = Decimal("1.6")


def fact_of(spot: Spot) -> Fact:
    """The fact that a named figure states."""
    words = _DEEDS.sub("", _LEAD.sub("", key(spot.name or ""))).removesuffix("实际")
    return Fact(spot, _TAIL.sub("", _LEAD.sub("", words)))


def off_by_a_slip(expected: Decimal, printed: Spot) -> bool:
    """Whether one digit changed, or two neighbours swapped, parts a printed figure from what it should be: in units of
    its last place it is off by one digit and noughts, or by nine times that."""
    if printed.quantity is None or len(re.sub(r"\D", "", fold_widths(printed.quote))) < _FEWEST_DIGITS:
        return False
    steps = abs(value_of(printed) - expected) / (half_unit(printed.quantity) * 2)
    times = [one for one in (steps, steps / 9) if one == one.to_integral_value() and one > 0]
    return any(len(str(int(one)).strip("0")) == 1 for one in times)


def misprint_of(expected: Decimal, printed: Spot) -> bool:
    """Whether a figure is printed as it should be but for one digit, or for two neighbours swapped; `expected` is
    rounded like it."""
    if printed.quantity is None or printed.quantity.low is None:
        return False
    unit = half_unit(printed.quantity) * 2
    right, found = (f"{int(abs(value) / unit):d}" for value in (expected, printed.quantity.low))
    return len(right) == len(found) >= _FEWEST_DIGITS and one_digit_apart(right, found)


def looks_like_slip(one: Spot, other: Spot) -> bool:
    """Whether two printed figures differ as misprints do: a digit changed, lost or added, or two neighbours swapped.

    Of figures of one or two digits nothing can be told.
    """
    first, second = (re.sub(r"\D", "", fold_widths(spot.quote)) for spot in (one, other))
    if min(len(first), len(second)) < _FEWEST_DIGITS:
        return False
    return misprinted(first, second)


def of_one_size(one: Spot, other: Spot) -> bool:
    """Whether two figures are of one size, or differ as misprints do."""
    low, high = sorted((abs(value_of(one)), abs(value_of(other))))
    return high <= low * _NEAR or looks_like_slip(one, other)
