"""Points taken off and summed up: plain lists are judged, nested ones only where they hold."""

import pytest

from tests.builders import document, paragraph
from toolkit.figures import build_ledger
from toolkit.model.record import PerformanceReport


def told(text: str) -> list[bool | None]:
    """Whether each sum of the text holds."""
    relations = build_ledger(document(paragraph(text)), PerformanceReport()).relations
    return [one.holds for one in relations if one.type == "sum"]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("采购滞后扣2分，验收偏晚扣1分，合计扣3分。", [True]),
        ("采购滞后扣2分，验收偏晚扣1分，合计扣4分。", [False]),
        ("采购滞后扣1分；另有两项扣0.6分、0.4分，合计扣2分。", [True]),
        ("采购滞后扣2分，验收偏晚扣1分，两项共扣4分。", [False]),
        ("产出扣1.8分：少建一座扣0.6分，返工扣1.2分；效益扣1分，合计扣2.8分。", [True, True]),
        ("产出扣1.8分：少建一座扣0.6分，返工扣0.7分；效益扣1分，合计扣2.8分。", []),
        ("产出扣1.8分，效益扣1分，五项共扣2.9分。", []),
        ("共扣3.85分，其中管理扣1.5分，规范率扣0.9分，达标率合计扣0.6分。", []),
    ],
)
def test_deductions_are_added_but_not_those_within_others(text: str, holds: list[bool]) -> None:
    assert told(text) == holds


def test_parts_that_happen_to_make_another_are_still_added() -> None:
    text = "预算管理扣0.49分；履职产出扣0.68分；运行效果扣0.60分；满意度扣0.08分。四块合计扣1.85分。"
    assert told(text) == [True]
    assert told(text.replace("1.85", "1.95")) == [False]
    assert told(text.replace("1.85", "1.95").replace("四块", "")) == [], "two of them may be parts of one"


def test_points_lost_told_with_a_particle_count() -> None:
    text = "核查处置失0.13分；检测体系失0.5分；满意度失0.09分；加上预算执行率失的0.20分，合计失0.92分。"
    assert told(text) == [True]
