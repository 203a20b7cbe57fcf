"""Titles on several lines, and the short lines that are none."""

import pytest

from toolkit.layout.titles import is_complete_title, is_date_line, is_subtitle, is_title, stands_apart


@pytest.mark.parametrize(
    "lines",
    [
        ["临江市水务局2022年度", "部门整体支出绩效自评报告"],
        ["临江市水务局2022年度", "部门整体支出绩效", "自评报告"],
        ["云江市财政局关于", "2021年度工作情况的报告"],
        ["2022年度", "项目支出绩效自评表（一般项目）"],
    ],
)
def test_lines_of_one_title(lines: list[str]) -> None:
    assert is_title(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["附件1", "临江市水务局自评报告"],
        ["2022年3月14日", "临江市水务局自评报告"],
        ["一、临江市概况", "临江市水务局自评报告"],
        ["临江市水务局自评报告", "临江市林业局自评报告"],
        ["我局按照市里要求，", "提交自评报告"],
        ["填报单位：水务局", "自评报告"],
        ["河道养护", "堤防加固"],
    ],
)
def test_lines_that_are_no_title(lines: list[str]) -> None:
    assert not is_title(lines)


def test_short_lines_that_stand_apart() -> None:
    assert all(map(stands_apart, ["附件2", "单位:万元", "表1 资金情况", "2023年3月", "临财评[2022]15号", "目 录"]))
    assert not stands_apart("全年任务完成")
    assert is_date_line("二〇二三年三月十四日")
    assert not is_date_line("2023年预算")


def test_subtitle_and_complete_title() -> None:
    assert is_subtitle("临江市水务局自评报告", "(2022年度)")
    assert not is_subtitle("全年任务完成", "(2022年度)")
    assert is_complete_title("下一步改进措施")
    assert not is_complete_title("全年任务完成,提出措施")
