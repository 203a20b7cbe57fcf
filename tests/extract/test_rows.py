"""Rows of indicator tables of several layouts → lines, groups and totals."""

from tests.builders import document, table
from toolkit.extract import extract
from toolkit.model.record import Indicator, PerformanceReport


def _report(*rows: list[str]) -> PerformanceReport:
    return extract(document(table(list(rows))))


def _shown(line: Indicator) -> tuple[str, int, str | None, str | None]:
    points, score = line.max_score, line.claimed_score
    return line.name.quote, line.level, points.quote if points else None, score.quote if score else None


def test_points_in_a_column_beside_each_level_belong_to_that_level() -> None:
    report = _report(
        ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "得分"],
        ["履职效能", "50", "重点任务", "50", "公路改造", "30", "30"],
        ["", "", "", "", "危桥改造", "20", "16"],
        ["合计", "50", "", "50", "", "50", "46"],
    )
    assert [_shown(line) for line in report.indicators] == [
        ("履职效能", 1, "50", None),
        ("重点任务", 2, "50", None),
        ("公路改造", 3, "30", "30"),
        ("危桥改造", 3, "20", "16"),
    ]
    assert report.claimed_total is not None and report.claimed_total.quote == "46"


def test_subtotal_rows_close_their_group() -> None:
    report = _report(
        ["一级指标", "二级指标", "分值", "自评得分"],
        ["投入", "预算配置", "10", "9"],
        ["", "目标设定", "5", "5"],
        ["", "小计", "15", "14"],
        ["过程", "预算执行", "20", "18.5"],
        ["过程小计", "", "20", "18.5"],
        ["总计", "", "35", "32.5"],
    )
    assert [_shown(line) for line in report.indicators] == [
        ("投入", 1, "15", "14"),
        ("预算配置", 2, "10", "9"),
        ("目标设定", 2, "5", "5"),
        ("过程", 1, "20", "18.5"),
        ("预算执行", 2, "20", "18.5"),
    ]


def test_operator_value_and_unit_cells_make_one_target() -> None:
    report = _report(
        ["三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分"],
        ["培训场次", "≥", "120", "场次", "126", "20", "20"],
        ["管护机制", "定性", "健全", "—", "健全", "10", "10"],
        ["亩均成本", "≤", "15", "元/亩", "14.8", "5", "5"],
    )
    first, second, third = report.indicators
    assert first.target is not None and first.target.quote == "≥120场次"
    assert first.actual is not None and (first.actual.quote, first.actual.unit_quote) == ("126", "场次")
    assert second.target is not None and second.target.quote == "健全"
    assert third.direction == "lower_is_better"


def test_weights_printed_as_shares_are_no_points() -> None:
    report = _report(
        ["指标", "目标", "完成", "权重", "得分"],
        ["养护里程", "120", "121.5", "60%", "100"],
        ["路面完好率", "≥92%", "90.8%", "40%", "98.7"],
        ["加权总分", "", "", "100%", "99.48"],
    )
    assert [(line.weight and line.weight.quote, line.max_score) for line in report.indicators] == [
        ("60%", None),
        ("40%", None),
    ]
    assert report.claimed_total is not None and report.claimed_total.quote == "99.48"


def test_words_in_a_score_column_go_to_residue() -> None:
    report = _report(["三级指标", "分值", "得分"], ["按期完工率", "10", "详见附件"])
    (line,) = report.indicators
    assert line.claimed_score is None
    assert [one.text for one in report.residue] == ["详见附件"]


def test_closing_rows_are_no_lines() -> None:
    report = _report(
        ["一级指标", "三级指标", "分值", "得分"],
        ["产出", "培训人次", "10", "8"],
        ["存在问题", "培训组织偏晚", "", ""],
        ["填表人：", "何某", "联系电话：", "123456"],
    )
    assert [line.name.value for line in report.indicators] == ["培训人次"]


def test_column_headed_with_the_word_for_reasons_holds_them_however_it_goes_on() -> None:
    for heading in ("偏差原因及措施", "未达标原因简述", "扣分事由及失分依据说明"):
        report = _report(
            ["三级指标", "年度指标值", "实际完成值", "分值", "得分", heading],
            ["培训人次", "≥9人次", "8人次", "10", "8", "场地维修"],
        )
        (line,) = report.indicators
        assert [reason.text.value for reason in line.deduction_reasons] == ["场地维修"]
