"""Seeded chance → tables of indicators with merged names of two levels, and tables of key indicators over years."""

from collections.abc import Callable
from random import Random
from typing import Final

from toolkit.corpus import words
from toolkit.corpus.truth import LEFT, RIGHT, UP, TrueTable, table

_HEAD: Final = (
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
)
_WIDTHS: Final = (7, 9, 20, 14, 14, 6, 6, 24)
_ALIGNS: Final = ("center", "center", "left", "center", "center", "center", "center", "left")
_TREE: Final[tuple[tuple[str, tuple[tuple[str, Callable[[Random], str]], ...]], ...]] = (
    (
        "产出指标",
        (
            ("数量指标", words.quantity_name),
            ("质量指标", words.quality_name),
            ("时效指标", lambda chance: f"{words.project(chance)}按期完成率"),
            ("成本指标", lambda chance: f"{words.project(chance)}成本控制数"),
        ),
    ),
    (
        "效益指标",
        (
            ("经济效益指标", words.outcome_name),
            ("社会效益指标", words.outcome_name),
            ("生态效益指标", words.outcome_name),
            ("可持续影响指标", words.outcome_name),
        ),
    ),
    ("满意度指标", (("服务对象满意度指标", words.pleased_name),)),
)


def indicators(chance: Random, most: int = 3, full_width: bool = False, blanks: float = 0.0) -> TrueTable:
    """Up to `most` indicators under each second level; `blanks` is the share of values left empty."""
    rows: list[list[str]] = [list(_HEAD)]
    for level1, groups in _TREE:
        first = level1
        for level2, name in groups:
            second = level2
            for _ in range(chance.randint(1, most)):
                rows.append([first, second, name(chance), *_values(chance, blanks)])
                first = second = UP
    rows.append(["总分", LEFT, LEFT, LEFT, LEFT, "100", f"{chance.randint(8000, 10000) / 100:.2f}", ""])
    if full_width:
        rows = [[words.full_width(text) for text in row] for row in rows]
    return table(rows, 1, _WIDTHS, _ALIGNS)


def _values(chance: Random, blanks: float) -> list[str]:
    points = chance.choice((2, 3, 4, 5, 8, 10))
    lost = chance.random() < 0.3
    values = [
        words.target(chance),
        words.target(chance).lstrip("≥"),
        str(points),
        f"{points - chance.randint(1, points * 10) / 10:.1f}" if lost else str(points),
        words.reason(chance) if lost else chance.choice(("", "", "无", "—")),
    ]
    return ["" if chance.random() < blanks else value for value in values]


def key_indicators(chance: Random) -> TrueTable:
    """One line for each key indicator: three years and the change."""
    first = chance.randint(2018, 2021)
    head = ["关键指标", "计量单位", *(f"{first + step}年" for step in range(3)), "同比增减", "说明"]
    rows = [head]
    for _ in range(chance.randint(6, 14)):
        name, unit = chance.choice(
            (
                (words.quantity_name(chance), "个"),
                (words.quality_name(chance), "%"),
                (words.outcome_name(chance), "万元"),
            )
        )
        values = [words.amount(chance, 900) for _ in range(3)]
        change = f"{chance.choice('+-')}{chance.randint(1, 4000) / 100:.2f}%"
        rows.append([name, unit, *values, change, chance.choice(("", "按部门决算口径", "含上年结转", "—"))])
    return table(rows, 1, (22, 9, 12, 12, 12, 12, 18), ("left", "center", *RIGHT * 4, "left"))
