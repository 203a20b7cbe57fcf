"""Cells that state a target or an actual: number, date, checklist, words, or nothing."""

import pytest

from toolkit.measure.target import actual, target
from toolkit.model.number import plain
from toolkit.model.quantity import ChecklistQuantity, DateQuantity, NumberQuantity, QualitativeQuantity, Quantity


def shown(quantity: Quantity | None) -> str | None:
    """ge 120 场次 · date le 2022-12-31 · 「words」 · [part; part]."""
    if quantity is None:
        return None
    if isinstance(quantity, ChecklistQuantity):
        return "[" + "; ".join(str(shown(part)) for part in quantity.parts) + "]"
    if isinstance(quantity, QualitativeQuantity):
        return f"「{quantity.text}」"
    if isinstance(quantity, DateQuantity):
        ends = quantity.high if quantity.low in {None, quantity.high} else f"{quantity.low}..{quantity.high}"
        return f"date {quantity.comparator} {ends}"
    assert isinstance(quantity, NumberQuantity)
    low, high = (None if side is None else plain(side) for side in (quantity.low, quantity.high))
    value = f"{low}..{high}" if quantity.comparator == "range" else low if low is not None else high
    return f"{quantity.comparator} {value} {quantity.unit}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("≥120场次", "ge 120 场次"),
        ("≥ 95 %", "ge 0.95 1"),
        ("100%", "eq 1 1"),
        ("65%左右", "about 0.65 1"),
        ("6,000 亿元", "eq 600000000000 元"),
        ("15（%）", "eq 0.15 1"),
        ("≤28.8万元", "le 288000 元"),
        ("98", "eq 98 None"),
        ("0", "eq 0 None"),
        ("-3.5%", "eq -0.035 1"),
        ("20-30人", "range 20..30 人"),
        ("90%（含）以上", "ge 0.9 1"),
        ("2，472家", "eq 2472 家"),
        ("387,23 6.73万元", "eq 3872367300 元"),
        ("1次/年", "eq 1 次/年"),
        ("＞85分", "gt 85 分"),
        ("=100%", "eq 1 1"),
        ("完成培训120人次", "eq 120 人次"),
        ("满意度达到95%以上", "ge 0.95 1"),
        ("控制在100万元以内", "le 1000000 元"),
        ("2021年完成培训120人次", "eq 120 人次"),
        ("120人次（其中线上20人次）", "eq 120 人次"),
        ("举办活动不少于3场", "ge 3 场"),
        ("2022年12月底前", "date le 2022-12-31"),
        ("2022年12月底前完成", "date le 2022-12-31"),
        ("年底前完成", "date le --12-31"),
        ("2022年", "date eq 2022"),
        ("2022年9月30日", "date eq 2022-09-30"),
        ("7月1日至9月30日", "date range --07-01..--09-30"),
        ("达成预期指标", "「达成预期指标」"),
        ("不断提高", "「不断提高」"),
        ("进一步完善", "「进一步完善」"),
        ("优", "「优」"),
        ("达到3A级", "「达到3A级」"),
        ("无", "「无」"),
        ("定性", "「定性」"),
        ("2021.06", "「2021.06」"),
        ("完成率1", "「完成率1」"),
        ("完成2次以上联席会议、形成方案1个", "[ge 2 次; eq 1 个]"),
        ("印发工作方案，召开2次以上联席会议", "[「印发工作方案」; ge 2 次]"),
        ("≥90%；投诉不超过2起", "[ge 0.9 1; le 2 起]"),
        ("12月底前完成120人次培训", "[date le --12-31; eq 120 人次]"),
        ("—", None),
        ("", None),
        ("  ", None),
        ("/", None),
        ("*", None),
        ("——", None),
    ],
)
def test_cell_is_read(text: str, wanted: str | None) -> None:
    assert shown(target(text)) == wanted
    assert shown(actual(text)) == wanted


@pytest.mark.parametrize(
    ("text", "unit", "wanted"),
    [
        ("387,236.73", "万元", "eq 3872367300 元"),
        ("387,236.73", "（万元）", "eq 3872367300 元"),
        ("95", "%", "eq 0.95 1"),
        ("≥95", "%", "ge 0.95 1"),
        ("95%", "%", "eq 0.95 1"),
        ("28.8万元", "%", "eq 288000 元"),
        ("120", "人次", "eq 120 人次"),
        ("1.2万", "人次", "eq 12000 人次"),
        ("完成120", "人次", "eq 120 人次"),
        ("1-3", "家", "range 1..3 家"),
        ("6000亿", "元", "eq 600000000000 元"),
        ("36", "指数", "eq 36 指数"),
        ("36", "—", "eq 36 None"),
        ("优", "%", "「优」"),
    ],
)
def test_unit_printed_elsewhere_counts_for_bare_numbers(text: str, unit: str, wanted: str) -> None:
    assert shown(target(text, unit)) == wanted


def test_two_scales_are_not_multiplied() -> None:
    assert isinstance(target("5万", "万元"), QualitativeQuantity)


def test_printed_precision_is_kept() -> None:
    read = target("6,117.90亿元")
    assert isinstance(read, NumberQuantity)
    assert (read.decimals, read.printed_unit) == (2, "亿元")
