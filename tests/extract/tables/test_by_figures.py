"""Tables under headings that no list knows: points and scores told by the figures, or nothing."""

import pytest

from tests.builders import document, paragraph, table
from toolkit.extract import extract
from toolkit.model.record import PerformanceReport

_ROWS = [
    ["打分项", "满打满算", "落到手", "凭什么"],
    ["钱花得快慢", "15", "14.40", "尾款没付"],
    ["活干得好不好", "55", "53.50", "管沟回填不实"],
    ["群众满意不满意", "30", "30.00", "—"],
    ["加起来", "100", "97.90", ""],
]


def _read(rows: list[list[str]], told: str) -> PerformanceReport:
    return extract(
        document(paragraph("望山县石桥镇2023年度环境整治项目绩效自评报告", 1), paragraph(told, 2), table(rows))
    )


def test_points_that_make_a_hundred_and_scores_that_make_the_total() -> None:
    report = _read(_ROWS, "自评97.90分，评为优。")
    assert [
        (line.name.value, line.max_score and line.max_score.quote, line.claimed_score and line.claimed_score.quote)
        for line in report.indicators
    ] == [("钱花得快慢", "15", "14.40"), ("活干得好不好", "55", "53.50"), ("群众满意不满意", "30", "30.00")]
    assert [reason.text.value for line in report.indicators for reason in line.deduction_reasons] == [
        "尾款没付",
        "管沟回填不实",
    ]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (_ROWS, "自评96.00分，评为优。"),
        (
            [
                ["乡镇", "计划", "完成", ""],
                ["石桥", "40", "38", ""],
                ["清水", "30", "30", ""],
                ["双河", "30", "29", ""],
            ],
            "共完成97户。",
        ),
        ([_ROWS[0], ["水利局", "50", "48", ""], ["环保局", "30", "30", ""], ["住建局", "20", "19", ""]], "自评97分。"),
        ([_ROWS[0], ["快慢", "15", "16", ""], ["好坏", "55", "50", ""], ["满意", "30", "30", ""]], "自评96分。"),
    ],
    ids=["another total", "households", "bodies", "more than its points"],
)
def test_other_figures_are_no_scores(rows: list[list[str]], told: str) -> None:
    assert _read(rows, told).indicators == ()
