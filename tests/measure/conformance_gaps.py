"""The conformance cases that we read otherwise: left out on purpose, with the reason, or simply missed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """Cases of one kind, by name; the kind in our words and why we differ, for the page in docs/."""

    names: tuple[str, ...]
    kind: str
    reason: str


_NUMBER, _RANGE, _EXPERIMENTAL = (
    "Number-NumberModel",
    "Number-NumberRangeModel",
    "Number-NumberRangeModelExperimentalMode",
)

LEFT_OUT: tuple[Gap, ...] = (
    Gap(
        (f"{_NUMBER} 1", f"{_NUMBER} 64", f"{_NUMBER} 110"),
        "钟点和日期里的数字，要求逐个当作普通数",
        "钟点不是数量，日期以 kind: date 整个给出",
    ),
    Gap(
        (
            *(f"Number-OrdinalModel {place}" for place in (1, 2, 3)),
            *(f"{_NUMBER} {place}" for place in (206, 217)),
            f"{_RANGE} 2",
            f"{_EXPERIMENTAL} 2",
        ),
        "序数、名次",
        "序数不是数量",
    ),
    Gap((f"{_NUMBER} 185", f"{_NUMBER} 189"), "一加外币，要求不读", "那里由另一个模型读；我们读作金额"),
    Gap((f"{_NUMBER} 209",), "地名里的数字，要求读出", "地名不是数量"),
    Gap((f"{_NUMBER} 218",), "被谈论的数字字样，要求读出", "没有数任何东西"),
    Gap((f"{_NUMBER} 52", f"{_NUMBER} 100"), "半截的分数，要求只读分母", "残缺的数不猜"),
    Gap(("Number-PercentModel 16",), "折扣的满数，要求不读", "折按份额读，满数是 1"),
    Gap(("Number-PercentModel 31",), "相邻两数的百分点，要求不读", "读作百分点的区间"),
    Gap(("Number-PercentModel 103",), "后一端带百分号的区间，要求只读后一端", "整个是一个区间，两端共用百分号"),
    Gap((f"{_RANGE} 52", f"{_RANGE} 53"), "数值写错的区间", "规范的错误，其说明文件已列出"),
    Gap(("NumberWithUnit-DimensionModel 7",), "一加量词指人，要求不读", "位是量词，读作一位"),
)
MISSED: tuple[Gap, ...] = (
    Gap((f"{_NUMBER} 196",), "不合规矩的汉字数，要求只读前一半", "整个不读，不猜"),
    Gap(("NumberWithUnit-CurrencyModel 9",), "外币的元和分连写，要求合成一个金额", "只读出元，没有读分"),
)


def names(gaps: tuple[Gap, ...]) -> frozenset[str]:
    """All cases of these gaps."""
    return frozenset(name for gap in gaps for name in gap.names)
