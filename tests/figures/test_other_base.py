"""An execution rate or a rest that another amount of the text makes is not held against the budget."""

from pathlib import PurePath

from toolkit.model.figure import Relation
from toolkit.pipeline.analyze import analyze

_HEAD = "云江市水务局2022年度河道清淤项目绩效自评报告\n\n"


def _broken(text: str) -> list[Relation]:
    case = analyze((_HEAD + text).encode(), PurePath("report.md").name).case
    return [relation for relation in case.ledger.relations if relation.holds is False]


def _codes(text: str) -> set[str]:
    return {finding.code for finding in analyze((_HEAD + text).encode(), "report.md").findings}


def test_rate_of_what_the_year_could_spend() -> None:
    text = (
        "2022年年初预算5,600万元，加上上年结转312.4万元，当年可用5,912.4万元。\n\n全年支出5,618.47万元，执行率95.03%。"
    )
    assert _broken(text) == []
    assert "BUD202" not in _codes(text)
    assert "BUD202" in _codes(text.replace("95.03%", "95.63%"))


def test_the_others_of_a_debt_are_not_what_the_budget_leaves() -> None:
    whole = "2022年全年预算25,680.00万元，全年支出25,121.53万元，执行率97.83%。\n\n"
    debt = "到期本金5.16亿元，其中拟申请再融资债券3.6亿元，其余1.56亿元由财政资金偿还。"
    assert _broken(whole + debt) == []
    assert "BUD210" in _codes(whole[:-2] + "其余568.47万元结转下年。")


def test_rate_of_the_amount_right_before_it() -> None:
    text = "专项分年度安排，2023年为2,500万元。年初预算500万元。项目实际支出6,128.46万元，其中2023年2,284.36万元，"
    text += "执行率91.37%。"
    assert "BUD202" not in _codes(text)


def test_a_mean_of_a_column_is_not_summed() -> None:
    table = "\n".join(
        (
            "| 小区 | 投资（万元） | 户数 | 户均投资（万元） |",
            "|---|---|---|---|",
            "| 东湖 | 1198.3 | 412 | 2.91 |",
            "| 西湖 | 905.75 | 336 | 2.70 |",
            "| 合计 | 2104.05 | 748 | 2.81 |",
        )
    )
    assert _broken(table) == []


def test_the_count_that_makes_the_product_exactly_is_meant() -> None:
    text = "完成改造6,840户，任务6,800户，实际每户补助3,512元，合计2,402.2万元左右。"
    relations = analyze((_HEAD + text).encode(), "report.md").case.ledger.relations
    assert {relation.holds for relation in relations if relation.type == "product"} == {True}


def test_one_pair_of_columns_has_one_rate() -> None:
    table = "\n".join(
        (
            "| 基金 | 认缴 | 实缴 | 到位率 | 其中母基金实缴 | 母基金到位率 |",
            "|---|---|---|---|---|---|",
            "| 材料 | 6.00 | 4.50 | 75.00% | 1.35 | 75.00% |",
            "| 医药 | 4.00 | 3.60 | 90.00% | 0.72 | 90.00% |",
            "| 数字 | 5.00 | 4.00 | 80.00% | 1.20 | 80.00% |",
            "| 合计 | 15.00 | 12.10 | 80.67% | 3.27 | 79.95% |",
        )
    )
    assert _broken(table) == []
    assert _broken(table.replace("80.67%", "81.67%")) != []


def test_parts_of_another_whole_than_what_is_left_over() -> None:
    text = "未完工两段尚欠5.25公里。按管径：大管74.35公里，中管37.50公里，小管8.90公里。"
    assert _broken(text) == []
    assert _broken("已铺设121.75公里。按管径：大管74.35公里，中管37.50公里，小管8.90公里。") != []


def test_one_amount_told_in_two_units_is_no_share_of_itself() -> None:
    assert _broken("下达资金10000万元。其中东片8500万元，即0.85亿元，占八成五。") == []
    assert _broken("抽检300批次，不合格12批次，占5%。") != []


_NOW = "2021年公务支出预算6.80万元，实际支出5.94万元，控制率87.35%。其中接待费1.36万元，车辆运行费4.58万元。"


def test_a_year_before_that_is_named_is_itself_the_base_of_its_change() -> None:
    assert _broken(f"{_NOW}2020年支出6.35万元，同比减少0.41万元，下降6.46%。") == []
    assert _broken("支出62.40万元。2021年支出64.20万元，比上年减少1.80万元，下降2.80%。") == []
    assert len(_broken("收入12.5亿元，比上年增收1.5亿元，增长12%。")) == 1


def test_a_rate_beside_others_of_its_name_is_none_of_them() -> None:
    rates = "预算执行率为95.68%，省级资金执行率100%，县级资金执行率89.03%。"
    assert [relation for relation in _broken(rates) if relation.type == "ratio"] == []
