"""Whatever the text, no exception, and each figure has a state and, where it was not checked, a reason."""

import pytest

from tests.builders import document, paragraph
from tests.figures.test_relate import ledger_of
from toolkit.extract import extract
from toolkit.figures import build_ledger, enumerations, remainders
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import difference_relation
from toolkit.model.figure import Relation
from toolkit.model.finding import Severity
from toolkit.pipeline.analyze import analyze

TEXTS = {
    "a million digits": "1" * 1_000_000,
    "digits with marks": "1," * 50_000 + "万元",
    "nested brackets without end": "支出10万元（其中5万元" * 5_000,
    "closing brackets without start": "支出10万元）5万元）" * 5_000,
    "contradictory units": "收入100万元亿元元，其中：甲50%万元，乙50个百分点元，共100元万元。",
    "figures without a unit": "合计300，其中：甲100，乙200，占50，增长20，共4：一、二、三。",
    "a list of nothing but numbers": "、".join(str(number) for number in range(3_000)),
    "rates of nothing": "完成率0%，合格率为100%，0万元，执行0万元，执行率0%，占0的0%。",
    "zero as a base": "由0个增加到5个，增长100%；预算0万元，支出0万元，结余0万元，人均0元，是0的5倍。",
    "huge": "收入9" + "0" * 400 + "万元，其中：甲4" + "0" * 400 + "万元，乙5" + "0" * 400 + "万元。",
    "averages of nothing": "共0人，支出0万元，人均0元，每人0元，0人，共0元。",
    "a list with a total": "合计30万元，其中：" + "、".join(f"甲{number}万元" for number in range(110)) + "。",
    "one figure everywhere": "收入1,234万元。支出1,234万元，占1,234万元的100%，结余1,234万元。" * 200,
    "rates without end": "预算100万元，支出95万元，执行率95%；" * 60,
    "totals without end": "甲1个、乙2个，共3个，" * 39,
    "marks alone": "其中：，；、。（）分别为：：：共计合计占比%‰万亿元" * 200,
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_figure_has_a_state(name: str) -> None:
    ledger = ledger_of(TEXTS[name])
    assert ledger.summary.figures == len(ledger.figures)
    assert all(figure.why for figure in ledger.figures if figure.state != "checked")
    checked = {id_ for relation in ledger.relations for id_ in (*relation.operand_ids, relation.result_id)}
    assert {figure.id for figure in ledger.figures if figure.state == "checked"} == checked


def test_many_rests_are_each_held_against_the_budget_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []

    def counted(base: Spot, spent: Spot, rest: Spot) -> Relation:
        judged.append(rest.id)
        return difference_relation(base, spent, rest)

    monkeypatch.setattr(remainders, "difference_relation", counted)
    told = "2022年全年预算120万元，实际支出110万元。" + "结余2万元，共3件，" * 100
    whole = document(paragraph(told, 1))
    build_ledger(whole, extract(whole))
    assert len(judged) == len(set(judged)) > 90


def test_a_paragraph_of_many_counts_is_folded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[int] = []

    def fold(text: str) -> str:
        folded.append(len(text))
        return text

    monkeypatch.setattr(enumerations, "fold_widths", fold)
    ledger_of("。".join(f"完成{count}个项目:一是路{count};二是桥{count}" for count in range(3, 200)) + "。")
    assert len(folded) == 1


def test_an_amount_that_is_no_number_beside_a_rate_that_fits_is_held_against_nothing() -> None:
    text = (
        "# 望山县农业农村局2023年度制种项目绩效自评报告\n\n2023年专项资金预算1,500.00万元，"
        "全年支出1,4046.00万元，执行率96.40%，结余54.00万元。\n\n"
        "| 资金情况（万元） | 全年预算数 | 全年执行数 | 执行率 |\n|---|---|---|---|\n"
        "| 年度资金总额 | 1,500.00 | 1,446.00 | 96.40% |\n"
    )
    assert [one for one in analyze(text.encode(), "made.md").findings if one.severity is Severity.ERROR] == []
