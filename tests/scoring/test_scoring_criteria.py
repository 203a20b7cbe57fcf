"""Printed criteria: the phrasings the parser knows, what they come to, and where it abstains."""

from decimal import Decimal

import pytest

from toolkit.scoring.criteria import read
from toolkit.scoring.line import score_line
from toolkit.scoring.rule import ScoringRule

BANDS = "≥90%得5分，80%—90%得4分，70%-80%得3分，低于70%不得分"

# criterion, target, actual, low, high of a line of 5 points
SCORED = [
    ("每低于1个百分点扣0.5分，扣完为止", "≥95%", "90.2%", "2.5", "3"),
    ("每低于目标值1个百分点扣0.5分，不足1个百分点的按1个百分点计算", "≥95%", "90.2%", "2.5", "2.5"),
    ("每低于1个百分点扣0.5分，不足1个百分点的不扣分", "≥95%", "90.2%", "3", "3"),
    ("每低于1个百分点扣0.5分，不足1个百分点按比例扣分", "≥95%", "90.2%", "2.6", "2.6"),
    ("每超过1%扣1分", "≤10%", "12%", "3", "3"),
    ("超过目标值的，每超1%扣1分，扣完为止", "≤10%", "30%", "0", "0"),
    ("未达到目标值的，每低1个百分点扣1分", "≥95%", "93%", "3", "3"),
    ("与目标值相比每低1个百分点扣0.5分", "≥95%", "94%", "4.5", "4.5"),
    ("每降低1个百分点扣该项分值的5%，扣完为止", "≥95%", "93%", "4.5", "4.5"),
    ("每降低1%扣减该项指标分值的2%", "≥95%", "93%", "4.8", "4.8"),
    ("每偏离1个百分点扣0.5分", "95%", "97%", "4", "4"),
    ("达到95%得满分，每低1个百分点扣0.5分，扣完为止。", None, "93%", "4", "4"),
    ("满意度达到90%以上（含90%）得满分，每降低1个百分点扣0.5分", None, "92.4%", "5", "5"),
    ("低于95%的，每低1个百分点扣0.5分，低于60%不得分", None, "55%", "0", "0"),
    ("满分5分，变动率≤0得满分，每超过一个百分点扣0.5分", None, "-3.2%", "5", "5"),
    ("预算执行率=实际支出/预算数×100%，每低于1个百分点扣0.2分", "100%", "98%", "4.6", "4.6"),
    ("每低1个百分点扣0.5分", "1200人", "1100人", "0.5", "1"),
    ("全部完成得5分，每少完成1项扣1分，扣完为止", "10项", "8项", "3", "3"),
    ("每少1场扣0.5分", "≥20场", "18场", "4", "4"),
    ("按期完成得满分，每延迟1天扣0.5分", "2022年6月30日前", "2022年7月3日", "3.5", "3.5"),
    ("每逾期一天扣1分", None, "逾期2天", "3", "3"),
    ("每延迟1天扣0.5分", "12月底前", "按期完成", "5", "5"),
    ("每发现一例扣1分", None, "发现2例", "3", "3"),
    ("每发现一例扣1分", None, "未发现", "5", "5"),
    ("无违规得满分，每出现1次违规扣1分", "0次", "2次", "3", "3"),
    ("每发生1起安全事故扣2分，最多扣3分", None, "发生4起", "2", "2"),
    ("每有一项未完成扣1分", "20项", "18项", "3", "3"),
    ("每缺少一项扣1分", None, "缺1项", "4", "4"),
    ("达到目标值得满分，否则按比例得分", "≥95%", "90%", "4.7368", "4.7368"),
    ("达到目标值得5分，未达到目标值的按比例扣分", "120场", "108场", "4.5", "4.5"),
    ("按完成率计分", "120场", "108场", "4.5", "4.5"),
    ("完成目标值的计满分，未完成的按完成值与目标值的比例计分。", "120场", "108场", "4.5", "4.5"),
    ("按实际完成值与年度指标值之比计分", "120场", "108场", "4.5", "4.5"),
    ("得分＝预算完成率×分值，超过100%的按满分计算。", "100%", "96%", "4.8", "4.8"),
    ("≥90%，计5分；每低于1个百分点扣0.5分", None, "88%", "4", "4"),
    ("按时完成任务，每有一个节点未达到扣1分", "4个", "3个", "4", "4"),
    ("按完成率计分", None, "90%", "4.5", "4.5"),
    ("得分=实际完成值÷年度指标值×指标分值，超过满分按满分计", "120场", "108场", "4.5", "4.5"),
    ("实际完成率=（实际完成数/计划数）×100%，得分=实际完成率×分值。", None, "90%", "4.5", "4.5"),
    ("得分=满意度×5", "≥90%", "96%", "4.8", "4.8"),
    ("按预算执行率计分", None, "97%", "4.85", "4.85"),
    (BANDS, None, "85%", "4", "4"),
    (BANDS, None, "90%", "5", "5"),
    (BANDS, None, "80%", "3", "4"),
    ("90%（含）以上得5分，80%（含）-90%得3分，80%以下不得分", None, "80%", "3", "3"),
    ("[90%,100%]得5分；[80%,90%)得4分；[0,80%)得0分", None, "90%", "5", "5"),
    ("80%≤完成率<90%得3分，完成率≥90%得5分，完成率<80%不得分", None, "84%", "3", "3"),
    ("90%以上得5分，80%以上得4分，60%以上得3分，60%以下不得分", None, "85%", "4", "4"),
    ("1.90%以上得5分；2.80%以上90%以下得3分；3.80%以下得0分", None, "85%", "3", "3"),
    ("完成目标值得5分；完成80%以上得3分；完成80%以下不得分", "100场", "90场", "3", "3"),
    ("完成率≥100%得满分，90%-100%得80%分值，低于90%不得分", "100场", "95场", "4", "4"),
    ("0个得5分，1个得3分，2个及以上不得分", None, "1个", "3", "3"),
    ("比率≥95%，得5分；否则不得分", None, "94%", "0", "0"),
    ("完成得满分，未完成不得分", "完成", "已完成", "5", "5"),
    ("完成得满分，未完成不得分", "≥10场", "8场", "0", "0"),
    ("建立健全制度得5分，未建立不得分", None, "已建立", "5", "5"),
    ("优得5分，良得4分，中得3分，差得0分", None, "良", "4", "4"),
]


@pytest.mark.parametrize(("criterion", "target", "actual", "low", "high"), SCORED)
def test_criterion_is_read_and_applied(criterion: str, target: str | None, actual: str, low: str, high: str) -> None:
    result = score_line(Decimal(5), target, actual, criterion)
    assert result.recomputed is not None, result
    assert (result.recomputed.low, result.recomputed.high) == (Decimal(low), Decimal(high))
    assert result.why_not is None
    assert result.steps


@pytest.mark.parametrize(
    "criterion",
    [
        "酌情扣分",
        "视情况扣1-3分",
        "根据完成情况酌情给分",
        "根据实际完成情况打分",
        "由评分人综合评定得分",
        "符合要求得满分，否则酌情扣分",
        "每低1个百分点扣0.5分，情节较重的酌情扣分",
    ],
)
def test_judgement_is_recognised(criterion: str) -> None:
    assert read(criterion, Decimal(5)) == "discretionary"


@pytest.mark.parametrize(
    "criterion",
    [
        "每低1个百分点扣0.5分，造成严重后果的不得分",
        "每发生1起安全事故扣2分，发生重大事故不得分",
        "因主观原因每低1个百分点扣1分",
        "每低1%扣1分，每高1%扣0.5分",
        "≥90%得10分，低于90%不得分",
        "满分8分，每低1个百分点扣0.5分",
        "达到目标值得满分",
        "90%以上得3分，80%以上得5分",
        "90%-100%得5分，85%-95%得4分",
        "第一季度达到20%得1分，未达到扣1分，上级另有规定的从其规定并扣减分值",
        "每低1个百分点扣" + "0.5分，" * 400,
    ],
)
def test_what_is_not_understood_is_left_unread(criterion: str) -> None:
    assert read(criterion, Decimal(5)) == "criterion-unread"


def test_pieces_that_are_late_are_counted_and_not_what_is_short_of_the_target() -> None:
    assert score_line(Decimal(6), "9个", "8个", "每延期1个小区扣1分").recomputed is None


def test_text_without_scoring_is_no_criterion() -> None:
    assert read("反映项目产出数量的完成程度", Decimal(5)) is None


@pytest.mark.parametrize(
    ("criterion", "actual"),
    [
        ("①制度健全得2分；②执行到位得2分；③资料完整得1分", "三项均具备"),
        ("制度健全（1分），执行到位（2分），资料完整（2分）", None),
        ("每发现一例扣1分", None),
        ("每发现一例扣1分", "培训120场"),
        ("每延迟1天扣0.5分", "已完成"),
        ("建立健全制度得5分，未建立不得分", "12月印发管理办法"),
    ],
)
def test_facts_that_are_not_stated_are_asked_for(criterion: str, actual: str | None) -> None:
    assert score_line(Decimal(5), None, actual, criterion).why_not == "needs-facts"


def test_hundred_per_cent_beside_another_target_is_not_guessed() -> None:
    result = score_line(Decimal(5), "≥95%", "96%", "完成率达到100%得满分，每低1个百分点扣0.5分")
    assert result.recomputed is None
    assert result.why_not == "criterion-unread"


def test_layout_of_the_print_does_not_matter() -> None:
    plain = read("每低于1个百分点扣0.5分，扣完为止", Decimal(5))
    spaced = read("（1） 每低于 １ 个百分点\n扣 0.5 分 ，扣完为止 。", Decimal(5))
    assert isinstance(plain, ScoringRule)
    assert plain == spaced


@pytest.mark.parametrize("criterion", ["按期报送得满分，迟报3天以内得50%，其余不得分", "优:≥90%;良:80%-90%;差:<80%"])
def test_shares_and_grades_that_are_not_understood_leave_no_rule(criterion: str) -> None:
    assert read(criterion, Decimal(5)) == "criterion-unread"
