"""Money of the whole told in prose: against the table (BUD206), against its parts (BUD201), one slip one code."""

import pytest

from toolkit.audit.specimen import narrative, report
from toolkit.model.finding import Severity
from toolkit.pipeline.analyze import analyze


def _errors(text: str) -> list[str]:
    return [one.code for one in analyze(text.encode(), "a.md").findings if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "told",
    [
        "2022年本项目获批年初预算资金N万元，执行期内未调剂。",
        "年初申报并获批预算N万元。",
        "2022年度资金使用196.00万元，当年决算支出196.00万元，项目全年预算N万元。",
        "全年预算200.00万元，与年初预算数N万元相同。",
        "调整后为N万元。",
        "2022年该项目的预算为N万元。",
        "我单位2022年该项目共安排资金N万元。",
    ],
)
def test_plain_words_for_the_whole_are_held_against_the_table(told: str) -> None:
    assert _errors(report(before=told.replace("N", "200.00"))) == []
    assert _errors(report(before=told.replace("N", "210.00"))) == ["BUD206"]


@pytest.mark.parametrize(
    "told",
    [
        "设备购置，预算210.00万元，支出206.00万元。",
        "其中预算210.00万元用于设备。",
        "项目支出186.00万元，其余为基本支出。",
        "上年项目预算210.00万元。",
        "县级资金共下达210.00万元。",
    ],
)
def test_what_may_be_a_part_or_another_year_is_left_alone(told: str) -> None:
    assert _errors(report(before=told)) == []


_SPENT = "全年支出338.1万元，预算执行率96.6%。"


@pytest.mark.parametrize(
    "told",
    [
        "项目全年预算350万元，包括市级财政240万元和区级配套N万元。",
        "全年预算350万元，由三部分组成：人员经费140万元、公用经费N万元、专项经费100万元。",
        "全年预算总额350万元，分别是：购置费140万元，安装费N万元，培训费100万元。",
    ],
)
def test_parts_of_the_budget_in_a_sentence_are_of_the_budget_rule(told: str) -> None:
    whole = narrative(told.replace("N", "110"), _SPENT)
    assert _errors(whole) == []
    assert _errors(narrative(told.replace("N", "140"), _SPENT)) == ["BUD201"]


def test_parts_that_nothing_announces_are_read_though_the_whole_is_misprinted() -> None:
    parts = "财政拨款1,203.45万元，上年结转资金241.10万元，其他资金98.30万元。"
    told = "2022年项目全年预算{}万元。资金盘子里，" + parts + "全年支出1,500.00万元。"
    assert _errors(narrative(told.format("1,542.85"))) == []
    assert _errors(narrative(told.format("1,642.85"))) == ["BUD201"]
