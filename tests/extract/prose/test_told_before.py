"""Reasons that stand between what was done and what it scored."""

import pytest

from toolkit.extract import extract
from toolkit.readers import read

TABLE = """
| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
|---|---|---|---|---|
| 管护林道 | 40公里 | 36公里 | 20 | 18 |
| 抚育幼林 | 900亩 | 900亩 | 80 | 80 |
"""


def _reasons(text: str) -> list[str]:
    report = extract(read(f"# 云江林场2023年林区管护项目绩效自评报告\n\n{text}\n".encode(), "a.md"))
    return [reason.text.value for line in report.indicators for reason in line.deduction_reasons]


@pytest.mark.parametrize(
    "told",
    [
        "1.管护林道。指标值40公里，实际完成36公里，北坡两段塌方后无法通行，未达到目标，该项20分，得18分。",
        "1.管护林道：目标40公里，实际36公里，因北坡两段塌方后无法通行，分值20分，得18分。",
    ],
)
def test_words_between_values_and_score_say_why(told: str) -> None:
    assert _reasons(told) == ["北坡两段塌方后无法通行"]


def test_a_loss_told_further_on_may_have_its_reason_before_it() -> None:
    told = "1.管护林道目标值为40公里，实际值为36公里，北坡两段未修通，扣2分。"
    assert _reasons(f"{TABLE}\n{told}") == ["北坡两段未修通"]


def test_a_verdict_and_a_rule_are_no_reason() -> None:
    assert _reasons("1.管护林道。指标值40公里，实际完成36公里，未达到目标，按完成比例计分，该项20分，得18分。") == []


def test_the_rule_behind_a_reason_and_the_other_lines_are_none() -> None:
    told = "管护林道20分，得18分，扣2分，原因是两处林道未修通，每处扣1分。其余指标均得满分。"
    assert _reasons(told) == ["两处林道未修通"]
