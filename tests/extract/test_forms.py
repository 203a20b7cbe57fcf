"""Each table layout reads its own specimen, through the real reader."""

import pytest

from toolkit.extract import extract, table_forms
from toolkit.extract.form import Form
from toolkit.model.record import PerformanceReport
from toolkit.readers import read


def _rows(form: Form, report: PerformanceReport) -> list[tuple[str | None, ...]]:
    """What the specimen gave, in the shape of `yields`."""

    def quote(cited: object) -> str | None:
        return getattr(cited, "quote", None)

    if report.objectives:
        return [(quote(one.text), quote(one.outcome)) for one in report.objectives]
    if report.budget:
        return [
            (
                quote(row.label),
                quote(row.max_score),
                quote(row.claimed_score),
                quote(row.revised_budget),
                quote(row.actual_expenditure),
            )
            for row in report.budget
        ]
    if report.adjustments:
        return [(quote(one.text), None, quote(one.points), None, None) for one in report.adjustments]
    return [
        (quote(line.name), quote(line.max_score), quote(line.claimed_score), quote(line.target), quote(line.actual))
        for line in report.indicators
    ]


@pytest.mark.parametrize("form", table_forms(), ids=lambda form: form.name)
def test_form_reads_its_specimen(form: Form) -> None:
    report = extract(read(form.specimen.encode(), "specimen.md"))
    assert _rows(form, report) == list(form.yields)


@pytest.mark.parametrize("form", table_forms(), ids=lambda form: form.name)
def test_form_needs_only_roles_that_it_names(form: Form) -> None:
    assert all(need <= set(form.columns) for need in form.needs)


def test_items_with_a_sign_are_adjustments_whatever_they_are_called() -> None:
    table = (
        "| 事项 | {} | 依据 |\n|---|---|---|\n| 义务教育督导评估获省厅通报表扬 | +1 | 通报 |\n"
        "| 一所学校食堂被通报 | -0.5 | 已整改 |\n"
    )
    signed = extract(read(table.format("加（减）分").encode(), "a.md"))
    assert [one.points.quote for one in signed.adjustments if one.points is not None] == ["1", "-0.5"]
    assert extract(read(table.format("分值").encode(), "a.md")).adjustments == ()
