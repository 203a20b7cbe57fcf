"""Words beside an amount → what money it is."""

import pytest

from toolkit.measure.money_clause import meaning, told_as, told_in_turn


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("年初由财政核定预算", "original"),
        ("调整前预算", "original"),
        ("经批准追加后预算为", "revised"),
        ("年底预算数", "revised"),
        ("可支配预算共计", "revised"),
        ("单位预算批准数", "granted"),
        ("支出预算", "granted"),
        ("本年度财政资金", None),
        ("2021年度上述资金累计开支", "spent"),
        ("全年实支", "spent"),
        ("支出", None),  # of what, it does not say
        ("预算支出率", None),
        ("技能培训支出", None),
        ("尚未用完的资金", "rest"),
        ("预算数与支出数之差", "rest"),
        ("年初结转和结余", None),
        ("年度中间又增拨", "added"),
        ("比年初预算多", "added"),
        ("年中由财政收回", "cut"),
        ("比上年增加", None),
        ("年内既未追加也未调减故全年预算为", "revised"),
    ],
)
def test_one_clause(clause: str, told: str | None) -> None:
    assert meaning(clause) == told


@pytest.mark.parametrize(
    ("before", "behind", "told"),
    [
        ("", "已于2021年11月底前支付完毕。", "spent"),
        ("", "已支付,其余", None),  # perhaps of one contract
        ("预算资金中尚有", "未在年内支用。", "rest"),
        ("全年预算中有", "用于购置设备。", None),
        ("差额", "系年中追加。", "added"),
        ("差额", "另有原因。", None),
        ("部门预算由", "减至300万元", "original"),
        ("实际按", "执行。", "revised"),
        ("全年预算按", "认定。", "revised"),
        ("部门预算遂由", "缩减为300万元", "original"),
        ("", "为2024年度部门整体年初预算数,", "original"),
        ("此后收回", ",", "cut"),
        ("全年累计下达", "。", "revised"),
        ("监测中心预算由", "(年初数)增至", "original"),
        ("增至", "(调整后数),净增", "revised"),
        ("其中财政拨款", "(年初数),", None),
        ("差额", ",即为年末结余。", "rest"),
        ("本年度所发生的", "支出均有凭证。", "spent"),
    ],
)
def test_words_on_both_sides(before: str, behind: str, told: str | None) -> None:
    assert told_as(before, behind) == told


def test_several_in_turn() -> None:
    assert told_in_turn("该项目年初预算和调整后预算分别为") == ("original", "revised")
    assert told_in_turn("年初预算数、全年预算数、执行数分别为") == ("original", "revised", "spent")
    assert told_in_turn("项目预算数和执行数分别为") == ("granted", "spent")
    assert told_in_turn("培训费和差旅费分别为") == ()
    assert told_in_turn("基本支出和项目支出分别为") == ()
    assert told_in_turn("人员经费、公用经费预算分别为") == ()
