"""The report's own figures: budget parts, rate, roll-ups and declared counts show as checked by relations."""

from decimal import Decimal
from typing import Any

from tests.builders import document, paragraph
from toolkit.figures import build_ledger
from toolkit.model.citation import Cited, cite_paragraph
from toolkit.model.document import Document
from toolkit.model.figure import FigureLedger
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Adjustment, BudgetRow, DeclaredCount, Indicator, PerformanceReport


class Text:
    """Lines of a report; `cite` finds the quote in the line and cites it."""

    def __init__(self, *lines: str) -> None:
        self.blocks = [paragraph(line, number) for number, line in enumerate(lines, 1)]

    @property
    def document(self) -> Document:
        """The document of these lines."""
        return document(*self.blocks)

    def cite(self, line: int, quote: str, value: Any) -> Any:
        """A citation of the first such quote in the line."""
        block = self.blocks[line - 1]
        start = block.text.index(quote)
        return Cited(value=value, quote=quote, where=cite_paragraph(block, start, start + len(quote)), method="made")

    def money(self, line: int, quote: str) -> Any:
        """An amount in 万元."""
        value = Decimal(quote.removesuffix("万元")) * 10000
        decimals = len(quote.removesuffix("万元").partition(".")[2])
        quantity = NumberQuantity(low=value, high=value, unit="元", printed_unit="万元", decimals=decimals)
        return self.cite(line, quote, quantity)


def budget_ledger(rate: str) -> FigureLedger:
    """A whole of 60 with two parts and a rate."""
    text = Text("总额60.00万元，执行57.00万元", f"执行率{rate}%", "甲20.00万元", "乙40.00万元")
    share = NumberQuantity(
        low=Decimal(rate) / 100,
        high=Decimal(rate) / 100,
        unit="1",
        printed_unit="%",
        decimals=len(rate.partition(".")[2]),
    )
    whole = BudgetRow(
        id="b1",
        label=text.cite(1, "总额", "总额"),
        revised_budget=text.money(1, "60.00万元"),
        actual_expenditure=text.money(1, "57.00万元"),
        execution_rate=text.cite(2, f"{rate}%", share),
    )
    parts = tuple(
        BudgetRow(
            id=f"b{line}",
            parent="b1",
            partition="按级次",
            label=text.cite(line, name, name),
            revised_budget=text.money(line, amount),
        )
        for line, name, amount in ((3, "甲", "20.00万元"), (4, "乙", "40.00万元"))
    )
    return build_ledger(text.document, PerformanceReport(budget=(whole, *parts)))


def test_budget_parts_and_rate_are_relations_between_budget_figures() -> None:
    ledger = budget_ledger("95.0")
    assert [(relation.type, relation.result, relation.holds) for relation in ledger.relations] == [
        ("sum", "60.00万元", True),
        ("ratio", "95.0%", True),
    ]
    roles = {figure.id: figure.role for figure in ledger.figures}
    assert {roles[id_] for id_ in ledger.relations[0].operand_ids} == {"budget"}
    assert all(figure.state == "checked" for figure in ledger.figures)


def test_wrong_rate_does_not_hold() -> None:
    assert budget_ledger("96.0").relations[1].holds is False


def test_two_splits_under_one_label_are_held_against_the_whole_one_by_one() -> None:
    text = Text("总额60.00万元", "甲20.00万元", "乙40.00万元", "丙15.00万元", "丁44.00万元")
    rows = [BudgetRow(id="b1", label=text.cite(1, "总额", "总额"), revised_budget=text.money(1, "60.00万元"))]
    for line, name, amount in ((2, "甲", "20.00"), (3, "乙", "40.00"), (4, "丙", "15.00"), (5, "丁", "44.00")):
        label, money = text.cite(line, name, name), text.money(line, f"{amount}万元")
        rows.append(BudgetRow(id=f"b{line}", parent="b1", partition="按来源", label=label, revised_budget=money))
    relations = build_ledger(text.document, PerformanceReport(budget=tuple(rows))).relations
    assert [(len(relation.operands), relation.holds) for relation in relations] == [(2, True), (2, False)]


def scored_report(total: str, points: int) -> FigureLedger:
    """Two lines under a group, one bonus, a total."""
    lines = (
        "产出指标50分",
        "培训场次20分，得20分",
        f"培训质量{points}分，得28.5分",
        "加5分",
        f"总分{total}分",
        "二级指标2个",
    )
    text = Text(*lines)
    group = Indicator(
        id="i1", order=1, level=1, name=text.cite(1, "产出指标", "产出指标"), max_score=text.cite(1, "50", Decimal(50))
    )
    leaves = tuple(
        Indicator(
            id=f"i{line}",
            parent="i1",
            order=line,
            level=2,
            level1="产出指标",
            name=text.cite(line, name, name),
            max_score=text.cite(line, most, Decimal(most)),
            claimed_score=text.cite(line, f"得{score}", Decimal(score)),
        )
        for line, name, most, score in ((2, "培训场次", "20", "20"), (3, "培训质量", str(points), "28.5"))
    )
    report = PerformanceReport(
        claimed_total=text.cite(5, total, Decimal(total)),
        indicators=(group, *leaves),
        adjustments=(Adjustment(text=text.cite(4, "加", "加"), points=text.cite(4, "5", Decimal(5))),),
        declared_counts=(DeclaredCount(scope="产出指标", what="二级指标", count=text.cite(6, "2", 2)),),
    )
    return build_ledger(text.document, report)


def test_points_scores_and_declared_counts_roll_up() -> None:
    relations = scored_report("53.5", 30).relations
    assert [(relation.type, relation.result, relation.holds) for relation in relations] == [
        ("sum", "50分", True),
        ("sum", "53.5分", True),
        ("count", "2个", True),
    ]


def test_total_is_not_doubted_where_the_lines_are_not_complete() -> None:
    assert [relation.result for relation in scored_report("60", 30).relations if relation.holds is False] == []


def test_group_points_that_miss_their_lines_do_not_hold() -> None:
    [wrong] = [relation for relation in scored_report("53.5", 31).relations if relation.holds is False]
    assert wrong.calculation == "培训场次20分 + 培训质量31分 = 51分，报告 50分"


def test_rows_of_nought_after_parts_that_make_the_whole_are_no_second_split() -> None:
    amounts = ("720万元", "420万元", "300万元", "0万元", "0万元")
    text = Text("年度资金总额720万元", "一般公共预算420万元", "政府性基金300万元", "国有资本0万元", "社会保险0万元")
    rows = [
        BudgetRow(
            id=f"b{number}",
            parent=None if number == 1 else "b1",
            partition=None if number == 1 else "按资金来源",
            revised_budget=text.money(number, amount),
        )
        for number, amount in enumerate(amounts, 1)
    ]
    relations = build_ledger(text.document, PerformanceReport(budget=tuple(rows))).relations
    assert [relation.holds for relation in relations if relation.type == "sum"] == [True]
