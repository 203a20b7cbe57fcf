"""Coded values → the Chinese words a reviewer reads, and numbers as a person writes them."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from toolkit.model.number import Bounds, plain

KINDS = {"department": "部门整体支出", "project": "项目支出", "earmarked_fund": "专项资金"}
DIRECTIONS = {"higher_is_better": "正向", "lower_is_better": "反向"}
BASES = {"printed": "报告所印评分标准", "standard": "所选标准", "national": "国家办法"}
CATEGORIES = {
    "D0": "原因不明",
    "D1": "预算编制与调整",
    "D2": "预算执行进度",
    "D3": "结转结余",
    "D4": "政府采购",
    "D5": "资产管理",
    "D6": "信息公开",
    "D7": "目标与指标质量",
    "D8": "财务合规",
    "D9": "项目管理与时效",
    "D10": "产出未完成",
    "D11": "满意度",
    "D12": "佐证不足",
    "D13": "外部原因",
    "D14": "评分依据或计算",
}
WHY_NOT = {
    "no-score": "缺得分",
    "no-points": "缺分值",
    "no-target": "缺目标值",
    "no-actual": "缺完成值",
    "qualitative": "定性",
    "discretionary": "酌情扣分",
    "needs-facts": "缺事实依据",
    "rule-unknown": "无评分标准",
    "criterion-unread": "评分标准未能读懂",
    "unit-clash": "单位不一致",
    "direction-unknown": "方向不明",
    "zero-target": "目标值为零",
}
METHODS = {
    "ratio_up": "正向比率",
    "ratio_down": "反向比率",
    "ratio": "完成比率",
    "execution": "预算执行率",
    "per_step": "逐档扣分",
    "per_event": "按次扣分",
    "per_item": "按项得分",
    "bands": "区间计分",
    "interpolation": "区间插值",
    "checklist": "逐项计分",
    "veto": "缺则不得分",
    "qualitative": "定性三档",
    "bonus_malus": "加减分",
    "discretionary": "酌情",
    "group": "分组",
    "unknown": "未列",
}


_CENT = Decimal("0.01")


def number(value: Decimal | None, places: int | None = None) -> str:
    """Plain notation with thousands separators; `places` fixes the decimals; a dash where nothing is stated."""
    if value is None:
        return "—"
    text = plain(value) if places is None else f"{value:.{places}f}"
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole not in {"-0", "-"} else text


def score(value: Decimal | None) -> str:
    """A score with two decimals, or as many as it has beyond that."""
    if value is None:
        return "—"
    return f"{value:.2f}" if value == value.quantize(_CENT) else plain(value)


def span(bounds: Bounds | None) -> str:
    """An interval of scores, rounded outward to two decimals; one number where it is exact."""
    if bounds is None:
        return "—"
    if bounds.low == bounds.high:
        return score(bounds.low)
    low, high = bounds.low.quantize(_CENT, ROUND_FLOOR), bounds.high.quantize(_CENT, ROUND_CEILING)
    return f"{low:f} – {high:f}"


def percent(value: Decimal | None) -> str:
    """A ratio as per cent with two decimals."""
    return "—" if value is None else f"{value * 100:.2f}%"
