"""How few doubts would change the grade."""

from toolkit.audit.fragility import fragility
from toolkit.audit.specimen import LINES, QUANTITY, report
from toolkit.pipeline.analyze import analyze

MISSED = QUANTITY.replace("1236人次", "600人次")  # 20 points claimed, 10 by ratio


def test_the_fewest_lines_that_lower_the_grade_are_named() -> None:
    found = fragility(analyze(report(lines=(MISSED, *LINES[1:])).encode(), "a.md"))
    assert found is not None
    assert (found.grade, found.then) == ("优", "良")
    assert [finding.code for finding in found.findings] == ["SCO111"]
    assert found.points >= 10


def test_clean_report_has_no_fragile_grade() -> None:
    assert fragility(analyze(report().encode(), "a.md")) is None


def test_small_doubts_that_leave_the_grade_are_not_called_fragile() -> None:
    nearly = QUANTITY.replace("1236人次", "1150人次")
    assert fragility(analyze(report(lines=(nearly, *LINES[1:])).encode(), "a.md")) is None
