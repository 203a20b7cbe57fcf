"""Sums told in running text are errors where one misprint explains them, else doubts; those of a table are errors."""

import pytest

from toolkit.audit.specimen import FUNDS, narrative, report
from toolkit.model.finding import Severity
from toolkit.pipeline.analyze import analyze

_SPENT = (
    "2022年年初预算1,512.40万元，全年预算1,512.40万元。"
    "全年支出1,437.15万元（其中：清淤费N万元，护坡费612.08万元，监测费322.55万元）。"
)
_TURNED = "2022年度年初下达350.00万元，年中增拨26.40万元，全年预算N万元。全年实际支出361.35万元。"
_COUNTED = "全年培训企业人员共1,250人，其中：线上培训800人，线下培训N人。"
_DIVIDED = "| 支出去向 | 金额（万元） |\n|---|---|\n| 清淤费 | N |\n| 护坡费 | 612.08 |\n| 合计 | 1,114.60 |"


def _severities(text: str, *codes: str) -> set[Severity]:
    return {one.severity for one in analyze(text.encode(), "a.md").findings if one.code in codes}


@pytest.mark.parametrize(
    ("code", "told", "right", "misprinted", "unlike"),
    [
        ("BUD201", _SPENT, "502.52", "502.12", "490.97"),
        ("BUD201", _SPENT, "502.52", "520.52", "531.89"),
        ("BUD211", _TURNED, "376.40", "376.90", "381.27"),
        ("BUD211", _TURNED, "376.40", "367.40", "399.95"),
        ("CON501", _COUNTED, "450", "350", "411"),
        ("CON501", _COUNTED, "450", "1450", "488"),
    ],
)
def test_a_sum_told_in_running_text_is_an_error_where_one_misprint_explains_it(
    code: str, told: str, right: str, misprinted: str, unlike: str
) -> None:
    assert _severities(narrative(told.replace("N", right)), code) == set()
    assert _severities(narrative(told.replace("N", misprinted)), code) == {Severity.ERROR}
    assert _severities(narrative(told.replace("N", unlike)), code) == {Severity.WARNING}


def test_the_misprint_may_be_in_the_whole_or_in_another_part() -> None:
    told = "全年培训企业人员共N人，其中：线上培训800人，线下培训450人。"
    assert _severities(narrative(told.replace("N", "1,280")), "CON501") == {Severity.ERROR}
    assert _severities(narrative(told.replace("N", "1,316")), "CON501") == {Severity.WARNING}


@pytest.mark.parametrize("whole", ["206.00", "237.77"])
def test_parts_of_a_budget_in_a_table_are_an_error_whether_or_not_a_misprint_explains_it(whole: str) -> None:
    first = FUNDS[0].replace("200.00", whole)
    assert _severities(report(), "BUD201") == set()
    assert _severities(report(funds=(first, *FUNDS[1:])), "BUD201") == {Severity.ERROR}


@pytest.mark.parametrize("part", ["502.12", "490.97"])
def test_a_column_of_a_table_is_an_error_whether_or_not_a_misprint_explains_it(part: str) -> None:
    assert _severities(narrative(_DIVIDED.replace("N", "502.52")), "CON501", "CON516") == set()
    assert _severities(narrative(_DIVIDED.replace("N", part)), "CON501", "CON516") == {Severity.ERROR}
