"""`Settings`: every threshold a reviewer may choose, with its default; resolved once, at the border."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from toolkit.model.number import Noun, Number


class Settings(Noun):
    """Thresholds as shares (0.9 = 90 %) unless said otherwise."""

    over_achievement: Number = Field(default=Decimal("1.3"), description="完成值达到目标值的多少倍视为超额过多")
    cost_far_below: Number = Field(default=Decimal("0.7"), description="成本类完成值低于目标值的多少视为目标过宽")
    low_execution: Number = Field(default=Decimal("0.9"), description="执行率低于此数须说明原因")
    large_adjustment: Number = Field(default=Decimal("0.3"), description="预算调整幅度高于此数须说明原因")
    assessable_share: Number = Field(default=Decimal("0.8"), description="有目标值和完成值的行占比低于此数给出提示")
    one_line_share: Number = Field(default=Decimal("0.5"), description="单行分值占总分的比重高于此数给出提示")
    approximate_tolerance: Number = Field(default=Decimal("0.02"), description="“约”“左右”“近”的容许幅度")
    exceed_words: Literal["above", "about"] = Field(default="above", description="“超”“逾”“突破”按大于或按约数理解")
    min_recomputed_share: Number = Field(default=Decimal("0.6"), description="可重算分值占比低于此数时不列重算名次")
