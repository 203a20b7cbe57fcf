"""Scales of grades in many printings → their bounds; grades claimed beside them."""

from decimal import Decimal

import pytest

from tests.builders import document, paragraph, table
from toolkit.audit.grades import printed_grades
from toolkit.extract.prose.claims import read_claims

_USUAL = {"优": (90, 100), "良": (80, 90), "中": (60, 80), "差": (0, 60)}


def _bounds(*texts: str) -> dict[str, tuple[Decimal, Decimal]]:
    found = printed_grades(document(*(paragraph(text, number) for number, text in enumerate(texts, 1))))
    assert len({one.word for one in found}) == len(found)
    return {one.word: (one.low, one.high) for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "等级标准：90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。",
        "对照优（90分及以上）、良（80至90分）、中（60至80分）、差（60分以下）四档确定等级。",
        "按照“优≥90、90＞良≥80、80＞中≥60、差＜60”的划分。",
        "（优：90—100；良：80—不足90；中：60—不足80；差：不足60）",
        "90分以上优，80分以上良，60分以上中，60分以下差。",
        "得分≥90分的为优；80≤得分＜90的为良；60≤得分＜80的为中；得分＜60的为差。",
        "3.等级：优（100—90分）、良（90—80分）、中（80—60分）、差（60分以下）",
        "自评93.9分，等级为“优”（90分及以上为优，80分及以上不足90分为良，60分及以上不足80分为中，60分以下为差）。",
        "注：1.“优”为90（含）—100分，“良”为80（含）—90分，“中”为60（含）—80分，“差”为0—60分",
        "按“优（90分及以上）、良（80分—90分）、中（60分—80分）、差（60分以下）”划分，评为“优”的6个。",
    ],
)
def test_a_scale_in_any_printing(text: str) -> None:
    assert _bounds(text) == _USUAL


def test_a_scale_of_other_words_and_bounds() -> None:
    assert _bounds("90分及以上优秀；75分及以上良好；60分及以上合格；其余不合格") == {
        "优秀": (90, 100),
        "良好": (75, 90),
        "合格": (60, 75),
    }
    assert _bounds("90分以上为A级，80—90分为B级，60—80分为C级，60分以下为D级") == {
        "A级": (90, 100),
        "B级": (80, 90),
        "C级": (60, 80),
        "D级": (0, 60),
    }


def test_a_scale_in_the_rows_of_a_table() -> None:
    rows = table([["等级", "分数"], ["优", "90-100分"], ["良", "80-89分"], ["中", "60-79分"], ["差", "0-59分"]])
    found = {one.word: (one.low, one.high) for one in printed_grades(document(rows))}
    assert found == {"优": (90, 100), "良": (80, 89), "中": (60, 79), "差": (0, 59)}


@pytest.mark.parametrize(
    "text",
    [
        "空气质量优良天数比例90%以上，水质良好断面80个以上。",
        "合格率98%以上，满意度90%以上，优秀率30%。",
        "自评总分92分，等级为优。上年自评85分，等级为良。",
        "其中100人以上的企业合格，60人以下的中小企业较差。",
        "村集体收入达到50万元以上的良好，不足10万元的较差。",
    ],
)
def test_no_scale(text: str) -> None:
    assert printed_grades(document(paragraph(text))) == ()


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("最终得分95.5分，综合等级A级（90分以上为A级，80—90分为B级）。", "A级"),
        ("本项目自评96.6分，等级为优（90分及以上为优、80分及以上不足90分为良）。", "优"),
        ("自评总分93.5分，等级良（90分及以上优；75分及以上良）。", "良"),
        ("总分92.0，优。（优：90—100；良：80—不足90）", "优"),
        ("评价等级为优（90-100分）、良（80-89分）、中（60-79分）三档。", None),
        ("我局纳税信用等级A级，自评得分待定。", None),
    ],
)
def test_the_grade_claimed_beside_its_scale(text: str, grade: str | None) -> None:
    grades = read_claims(document(paragraph(text))).grades
    assert [one.value for one in grades] == ([] if grade is None else [grade])
