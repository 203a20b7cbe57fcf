"""Groups that a summary in running text scores: those of the tables and lines, whatever it calls them."""

from toolkit.extract import extract
from toolkit.model.finding import Severity
from toolkit.model.record import PerformanceReport
from toolkit.pipeline.analyze import analyze
from toolkit.readers import read

_TITLE = "# 临江县渔业站2023年增殖放流项目绩效自评报告\n\n"
_TABLE = """
| 一级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |
|---|---|---|---|---|---|
| 产出 | 放流鱼苗 | ≥200万尾 | 200万尾 | 60 | 60 |
| 效益 | 渔民增收 | 有所增加 | 有所增加 | 30 | 28 |
| 满意度 | 渔民满意度 | ≥90% | 93% | 10 | 10 |
| 合计 | | | | 100 | 98 |

"""
_LOSSES = "失分情况如下：\n\n1. 增收项得28分，扣2分，因鱼价走低。\n\n2. 验收项满分12分，得12分，未扣分。\n"


def _read(text: str) -> PerformanceReport:
    return extract(read((_TITLE + text).encode(), "report.md"))


def _below(report: PerformanceReport) -> dict[str, list[str]]:
    named = {line.id: line.name.value for line in report.indicators}
    return {
        head.name.value: [line.name.value for line in report.indicators if line.parent == head.id]
        for head in report.indicators
        if head.parent is None and head.id in named
    }


def test_the_last_group_of_a_summary_is_one_whatever_other_paragraphs_tell() -> None:
    text = "自评98分，其中产出指标60分得60分，效益指标30分得28分，满意度指标10分得10分。\n\n"
    dossier = analyze((_TITLE + text + _TABLE + _LOSSES).encode(), "report.md")
    assert [one.message for one in dossier.findings if one.severity is Severity.ERROR] == []
    assert list(_below(dossier.case.report)) == ["产出", "效益", "满意度"]


def test_a_group_is_called_as_in_the_table() -> None:
    report = _read("自评98分，其中产出指标60分得60分，效益指标30分得28分，满意度指标10分得10分。\n" + _TABLE)
    assert _below(report) == {"产出": ["放流鱼苗"], "效益": ["渔民增收"], "满意度": ["渔民满意度"]}


def test_a_line_told_in_a_group_that_the_table_calls_otherwise_is_the_tables_line() -> None:
    told = (
        "产出指标：满分60分，得分60分。其中，放流鱼苗（40分）年度值200万尾，完成200万尾，得40分；"
        "苗种检疫（20分）年度值100%，完成100%，得20分。\n"
    )
    table = _TABLE.replace(
        "| 产出 | 放流鱼苗 | ≥200万尾 | 200万尾 | 60 | 60 |",
        "| 产出 | 放流鱼苗 | ≥200万尾 | 200万尾 | 40 | 40 |\n| 产出 | 苗种检疫 | 100% | 100% | 20 | 20 |",
    )
    assert [line.name.value for line in _read(told + table).indicators] == [
        "产出",
        "放流鱼苗",
        "苗种检疫",
        "渔民增收",
        "渔民满意度",
    ]


def test_all_names_of_a_summary_of_full_marks_are_groups() -> None:
    report = _read("资金执行10分，得9分；产出50分，得49分；效益30分，得30分；满意度10分，得10分。\n")
    assert all(line.level == 1 and line.level1 is None for line in report.indicators)


def test_of_two_totals_told_the_one_with_merits_in_it_is_the_total() -> None:
    told = (
        "基础分满分100分，自评得97分；加分1分，扣分0.5分，自评总分为97.5分。\n\n## 加减分事项\n\n"
        "省级推广经验1项，加1分；整改报告迟报1次，扣0.5分。\n\n"
    )
    report = _read(told)
    assert report.claimed_total is not None
    assert (report.claimed_total.quote, report.other_totals) == ("97.5", ())


_LINES = (
    "（1）放流鱼苗满分40分，得40分。\n\n（2）苗种检疫满分20分，得18分，扣2分，有一批漏检。\n\n"
    "（3）渔民增收满分30分，得30分。\n\n（4）问卷满分10分，得10分。\n"
)


def test_lines_without_group_belong_to_the_groups_that_their_points_make() -> None:
    report = _read("产出指标60分，得58分；效益指标30分，得30分；满意度指标10分，得10分。\n\n" + _LINES)
    assert _below(report) == {
        "产出指标": ["放流鱼苗", "苗种检疫"],
        "效益指标": ["渔民增收"],
        "满意度指标": ["问卷"],
    }


def test_lines_whose_points_do_not_make_the_groups_stay_without() -> None:
    report = _read("产出指标50分，得48分；效益指标40分，得40分；满意度指标10分，得10分。\n\n" + _LINES)
    assert _below(report)["产出指标"] == [] and "放流鱼苗" in _below(report)


def test_a_summary_that_cuts_the_groups_of_the_table_otherwise_gives_none() -> None:
    told = "自评98分，其中产出指标60分得60分，效益指标30分得28分，满意度指标10分得10分。\n"
    dossier = analyze((_TITLE + told + _TABLE.replace("| 满意度 |", "| 效益 |")).encode(), "report.md")
    assert [one.message for one in dossier.findings if one.severity is Severity.ERROR] == []
    assert _below(dossier.case.report)["产出"] == ["放流鱼苗"]


def test_sums_that_stand_above_their_lines_are_their_groups() -> None:
    table = (
        "| 指标 | 权重 | 自评得分 |\n|---|---|---|\n| 预算执行率 | 10 | 9.4 |\n| 产出指标小计 | 50 | 49 |\n"
        "| 放流鱼苗 | 30 | 30 |\n| 苗种检疫 | 20 | 19 |\n| 效益指标小计 | 40 | 40 |\n| 渔民增收 | 25 | 25 |\n"
        "| 渔民满意度 | 15 | 15 |\n| 总计 | 100 | 98.4 |\n"
    )
    assert _below(_read(table)) == {
        "预算执行率": [],
        "产出指标": ["放流鱼苗", "苗种检疫"],
        "效益指标": ["渔民增收", "渔民满意度"],
    }


def test_a_bare_sum_of_all_groups_so_far_is_not_the_last_ones() -> None:
    table = (
        "| 一级指标 | 三级指标 | 分值 | 得分 |\n|---|---|---|---|\n| 产出 | 放流鱼苗 | 60 | 58 |\n"
        "| 效益 | 渔民增收 | 20 | 20 |\n| 满意度 | 渔民满意度 | 10 | 10 |\n| 小计 | | 90 | 88 |\n"
        "| 预算执行 | 预算执行率 | 10 | 9 |\n| 总分 | | 100 | 97 |\n"
    )
    report = _read(table)
    assert report.claimed_total is not None and report.claimed_total.quote == "97"
    assert [line.name.value for line in report.indicators if line.level == 1] == []


def test_a_line_that_the_text_calls_by_fewer_words_is_the_table_s() -> None:
    text = (
        "1.目标产出情况。本项满分60分，自评57分，少建泵站1座，扣3分。\n\n"
        "| 一级指标 | 三级指标 | 评分标准 | 分值 | 得分 |\n|---|---|---|---|---|\n"
        "| 履职效能（100分） | 部门年度目标产出情况 | 按完成率计分 | 60 | 57 |\n"
        "| | 部门年度目标效益情况 | 按完成率计分 | 40 | 40 |\n| 合计 | | | 100 | 97 |\n"
    )
    report = _read(
        "## 一、自评得分\n\n自评得分97分，其中履职效能得97分（满分100分）。\n\n### （一）履职效能\n\n" + text
    )
    lines = [(line.name.value, [one.text.value for one in line.deduction_reasons]) for line in report.indicators]
    assert lines == [
        ("履职效能", []),
        ("部门年度目标产出情况", ["少建泵站1座"]),
        ("部门年度目标效益情况", []),
    ]


def test_the_reason_told_with_a_score_that_only_one_line_has_is_its_own() -> None:
    text = (
        "未完成的：①放流鱼苗完成190万尾，得57.5分，原因是鱼池换水停产。②渔民增收得28分，原因是鱼价走低。\n\n"
        + _TABLE.replace("| 60 | 60 |", "| 60 | 57.5 |").replace("| 98 |", "| 95.5 |")
    )
    lines = {line.name.value: [one.text.value for one in line.deduction_reasons] for line in _read(text).indicators}
    assert lines["放流鱼苗"] == ["鱼池换水停产"]
