"""Words beside a score → reasons with their points, and measures."""

from decimal import Decimal

import pytest

from tests.builders import document, paragraph
from toolkit.extract import extract
from toolkit.extract.citing import of_paragraph
from toolkit.extract.reasons import parse_reasons, telling


def _read(text: str) -> tuple[list[tuple[str, str | None]], str | None]:
    reasons, action = parse_reasons(of_paragraph(paragraph(text)), "test")
    return (
        [(reason.text.value, str(reason.points.value) if reason.points else None) for reason in reasons],
        action.value if action else None,
    )


@pytest.mark.parametrize(
    ("text", "reasons", "action"),
    [
        ("扣分主要原因：资产台账不全；处置审批滞后。", [("资产台账不全", None), ("处置审批滞后", None)], None),
        ("扣分原因是预算编制不细，扣0.5分。", [("预算编制不细", "0.5")], None),
        (
            "因培训延期扣0.5分；因档案不全扣0.3分",
            [("培训延期", "0.5"), ("档案不全", "0.3")],
            None,
        ),
        ("主要是招标流标，工期顺延（扣1.2分）", [("招标流标，工期顺延", "1.2")], None),
        ("扣2分，原因：合同备案不及时", [("合同备案不及时", "2")], None),
        ("疫情影响，未能开班。改进措施：下半年补办两期。", [("疫情影响，未能开班", None)], "下半年补办两期"),
        ("支付进度偏慢；下一步将按月调度", [("支付进度偏慢", None)], "下一步将按月调度"),
        ("失分主因是场地未定，据此扣分。", [("场地未定", None)], None),
        ("差距：台账不全，故未评满分。", [("台账不全", None)], None),
        ("其中3笔报销超期，予以扣分。", [("3笔报销超期", None)], None),
        ("其中有的村未报送", [("其中有的村未报送", None)], None),
        ("偏差原因：部分学员请假", [("部分学员请假", None)], None),
        ("巡查车辆不足，扣2分\n整改措施：增配车辆", [("巡查车辆不足", "2")], "增配车辆"),
        ("无", [], None),
        ("无偏差", [], None),
        ("无；改进措施：无", [], None),
        ("每低于1个百分点扣0.5分，扣完为止", [], None),
        (
            "对照评分标准（一）至（三）项均不完整，酌情扣分",
            [("对照评分标准（一）至（三）项均不完整，酌情扣分", None)],
            None,
        ),
    ],
)
def test_parse_reasons(text: str, reasons: list[tuple[str, str | None]], action: str | None) -> None:
    assert _read(text) == (reasons, action)


def test_two_amounts_in_one_sentence_belong_to_no_one_reason() -> None:
    reasons, _ = _read("执行率偏低扣0.4分且档案不全扣0.2分")
    assert [points for _, points in reasons] == [None]


def test_a_rule_told_beside_a_reason_and_the_sum_of_all_losses_are_no_loss_of_the_line() -> None:
    rest = of_paragraph(
        paragraph("竣工晚了20天，评分规则为晚1个月以内扣1分，得14分、扣1分。本项目扣分指标3项，共扣2.4分。")
    )
    reasons, _ = parse_reasons(telling(rest, lost=True), "test")
    assert [reason.points and reason.points.value for reason in reasons] == [Decimal("1")]


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("有2次巡查没有留下记录，每次扣0.5分，得7分。", None),
        ("差2.5个百分点，评分规则为每低2.5个百分点扣1分，扣1分，原因是山区宣传不足。", Decimal("1")),
        ("未降到位，差1.6个百分点，每差1个百分点（不足的按1个计）扣1分，扣2分。", Decimal("2")),
    ],
)
def test_a_reason_may_stand_beside_a_rule(rest: str, told: Decimal | None) -> None:
    reasons, _ = parse_reasons(telling(of_paragraph(paragraph(rest)), lost=True), "test")
    assert [reason.points and reason.points.value for reason in reasons] == [told]


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("目标20个，实际19个，按完成率95%计分，扣0.3分，一处没有场地，得5.7分。", "一处没有场地"),
        ("有两处没有验收，扣1分，得7分。", "有两处没有验收"),
        ("年度目标12公里，末段没有完工，得19.2分、扣0.8分。", "年度目标12公里，末段没有完工"),
    ],
)
def test_words_that_say_why_come_before_what_was_measured(rest: str, told: str) -> None:
    reasons, _ = parse_reasons(of_paragraph(paragraph(rest)), "test")
    assert [reason.text.value for reason in reasons] == [told]


def test_every_quote_stands_in_the_source() -> None:
    text = "扣分原因：（1）台账不全，扣0.5分；（2）未按期报送，扣0.2分。改进措施：专人负责。"
    reasons, action = parse_reasons(of_paragraph(paragraph(text)), "test")
    for cited in (*(reason.text for reason in reasons), *(reason.points for reason in reasons), action):
        assert cited is not None
        (segment,) = cited.where.segments
        assert text[segment.chars[0] : segment.chars[1]] == cited.quote


def test_blanks_that_an_office_sets_beside_figures_change_nothing() -> None:
    rest = "日常管理到位。8 个子项目开工较晚，扣 0.3 分；集中活动取消，延后实施的，扣 0.8 分。"
    span = of_paragraph(paragraph(rest))
    found = [parse_reasons(telling(one, lost=True), "test")[0] for one in (span, of_paragraph(paragraph(_tight(rest))))]
    assert [[reason.points and reason.points.value for reason in reasons] for reasons in found] == [
        [Decimal("0.3"), Decimal("0.8")]
    ] * 2


def _tight(text: str) -> str:
    return text.replace(" ", "")


def test_losses_told_in_turn_are_of_several_lines() -> None:
    reasons, _ = _read("护林、巡查、补植3项未完成，分别扣0.4分、0.7分、0.2分。")
    assert [points for _, points in reasons] == [None]


def test_reasons_in_a_list_of_losses_go_to_their_lines() -> None:
    report = extract(
        document(
            paragraph("产出40分，得39.2分。支出进度20分，得19.7分；管护面积20分，得19.5分。", 1),
            paragraph("扣分2项，依次为：支出进度扣0.3分，系草种流标；管护面积扣0.5分，系两块地调出。合计扣0.8分。", 2),
        )
    )
    told = {line.name.value: [reason.text.value for reason in line.deduction_reasons] for line in report.indicators}
    assert told["支出进度"] == ["草种流标"]
    assert told["管护面积"] == ["两块地调出"]


def test_values_told_with_a_loss_further_on_are_the_line_s() -> None:
    report = extract(
        document(
            paragraph("产出40分，得39.2分。新修里程20分，得19.5分；管护面积20分，得19.7分。", 1),
            paragraph("① 新修里程扣0.5分。目标≥33.0公里，实际32.2公里，按比例计分；其余让出林地。", 2),
            paragraph("② 管护面积扣0.3分。两块地调出。", 3),
        )
    )
    told = {line.name.value: line for line in report.indicators}
    line = told["新修里程"]
    assert (line.target and line.target.quote, line.actual and line.actual.quote) == ("≥33.0公里", "32.2公里")
    assert [reason.text.value for reason in line.deduction_reasons] == ["其余让出林地"]


def test_what_those_who_check_took_off_besides_is_no_reason_of_the_self_evaluation() -> None:
    text = "夜间服务尚未开展，自评扣1分；复核认为佐证材料仅有工作总结，再扣0.5分"
    reasons, _ = parse_reasons(of_paragraph(paragraph(text)), "test")
    assert [(reason.text.value, reason.points and reason.points.quote) for reason in reasons] == [
        ("夜间服务尚未开展", "1")
    ]
    reasons, _ = parse_reasons(of_paragraph(paragraph("复核时发现材料不全，扣1分")), "test")
    assert [reason.points and reason.points.quote for reason in reasons] == ["1"]


def test_a_sentence_that_prints_the_rule_takes_no_points() -> None:
    text = "细则：10%以内扣0.5分，10%—20%扣1分，20%以上扣2分。我局为18.60%，主要是上级资金年中下达。"
    reasons, _ = parse_reasons(of_paragraph(paragraph(text)), "test")
    assert [reason.points for reason in reasons if reason.points] == []
