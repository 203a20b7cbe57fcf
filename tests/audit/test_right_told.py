"""Right statements that read like wrong ones to a reader in haste, and beside them wrong ones that are still found."""

import pytest

from toolkit.audit.specimen import narrative, report
from toolkit.model.finding import Severity
from toolkit.pipeline.analyze import analyze


def _errors(text: str) -> list[str]:
    return [one.code for one in analyze(text.encode(), "a.md").findings if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "told",
    [
        "年初部门预算8.40亿元，年度执行中追加1.20亿元，核减0.35亿元，全年预算数9.25亿元。",
        "2021年末结转结余为2,500万元，本年比上年减少700万元，下降28.00%。",
        "2021年，全县该项支出6,000万元，2022年同比增加450万元，增幅7.50%。",
        "2021年,全县该项支出6,000万元,2022年同比增加450万元,增幅7.50%。",
        "城市低保月均保障500人，月人均补差400元，全年发放240.00万元。",
        "两个项目共支出500万元。其中甲项目200万元、乙项目300万元，一个占40.0%，一个占60.0%。",
        "验收通过率、按期完工率以90个改造点为分母，分别为84个、78个。",
        "本中心下设区级养护站3个，因为县文物保护中心选址调整，少建1处。",
    ],
)
def test_right_statements_are_left_alone(told: str) -> None:
    assert _errors(narrative(told)) == []


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("采购预算100.00万元，中标80.00万元，节约25.00万元。", "CON505"),
        ("2022年末结转结余为1,800万元，比上年减少700万元，下降38.00%。", "CON502"),
        ("每人补助400元，共500人，合计24.00万元。", "CON514"),
        ("两个项目共支出500万元。其中甲项目200万元，占45.0%，乙项目300万元，占60.0%。", "CON503"),
    ],
)
def test_wrong_ones_beside_them_are_found(told: str, code: str) -> None:
    assert code in _errors(narrative(told))


def test_a_deduction_that_leaves_a_line_out_is_none_of_that_line() -> None:
    lines = (
        "产出指标|数量指标|培训人次|≥1200人次|1236人次|60|58.6|一期停办，扣1.4分",
        "满意度指标|服务对象满意度指标|参训人员满意度|≥90%|94.2%|40|40|",
    )
    told = "以上除参训人员满意度外共1项三级指标，合计扣{}分。"
    funds = ("年度资金总额|200.00|200.00|200.00||100.00%|",)
    assert _errors(report(lines=lines, funds=funds, total="98.60", after=told.format("1.4"))) == []
    wrong = "参训人员满意度合计扣1.1分。"
    assert _errors(report(lines=lines, funds=funds, total="98.60", after=wrong)) == ["SCO124"]


@pytest.mark.parametrize(
    "told",
    [
        "聘用护路员595人，东片三地312人，柳河镇187人，马家乡96人，其中脱贫劳动力476人。",
        "全年支出834,365.50元。加工费合同总价604,870.00元，当年付款568,070.00元，占合同总价的93.92%。",
        "2020年、2021年支出为42.6万元和38.2万元，2022年比2021年少3.7万元，下降9.69%。",
    ],
)
def test_the_figure_told_last_is_not_always_the_one_meant(told: str) -> None:
    assert _errors(narrative("全年预算908,960.00元，支出834,365.50元，执行率91.79%。", told)) == []


@pytest.mark.parametrize(
    "told",
    [
        "上年（2021年）同口径支出760.00万元，本年增加40.00万元，增幅5.26%。",
        "辖区企业营业收入由11.20亿元增至12.15亿元，增加0.95亿元。",
    ],
)
def test_what_grew_elsewhere_turned_no_budget(told: str) -> None:
    money = "年初预算860.00万元，全年预算820.00万元，实际支出800.00万元，执行率97.56%。"
    assert [one.code for one in analyze(narrative(money, told).encode(), "a.md").findings if one.code == "BUD211"] == []
    added = "年中追加20.00万元。"
    wrong = analyze(narrative(money, added).encode(), "a.md").findings
    assert "BUD211" in [one.code for one in wrong]


def test_a_rate_of_what_failed_is_none_of_what_was_done_about_it() -> None:
    lines = ("产出指标|质量指标|不合格食品核查处置率|100%|100%|100|100|",)
    told = "抽检6,950批次，不合格139批次，{}2.00%。"
    funds = ("年度资金总额|200.00|200.00|200.00||100.00%|",)
    right = report(lines=lines, funds=funds, total="100", before=told.format("不合格率"))
    wrong = report(lines=lines, funds=funds, total="100", before=told.format("不合格食品核查处置率为"))
    assert "CON507" not in _errors(right)
    assert "CON507" in _errors(wrong)


def test_a_row_of_sums_and_means_is_held_to_neither() -> None:
    rows = (("甲县", "97.5", "96.5", "1"), ("乙县", "95.8", "94.3", "1.5"), ("丙县", "91.2", "87.7", "3.5"))
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    head = "| 地区 | 自评得分 | 复评得分 | 核减分 |\n|---|---|---|---|\n"
    last = "| {} | 94.83 | 92.83 | 6 |"
    assert _errors(narrative(f"{head}{table}\n{last.format('合计/平均')}")) == []
    wrong = table.replace("| 1.5 |", "| 2.5 |")
    assert "CON505" in _errors(narrative(f"{head}{wrong}\n| 丁县 | 90.0 | 88.0 | 2 |\n| 戊县 | 80.0 | 77.0 | 3 |"))
