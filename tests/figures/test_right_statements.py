"""Right statements with random numbers raise no error finding, whatever the numbers."""

import pytest

from tests.figures.drawn import PARTS, Statement, report_of, statements
from toolkit.model.finding import Severity
from toolkit.pipeline.analyze import analyze

_SEEDS = range(4)


@pytest.mark.parametrize(
    ("name", "statement"), [pytest.param(name, made, id=name) for name, made in statements("development")]
)
def test_no_right_statement_is_accused(name: str, statement: Statement) -> None:
    for seed in _SEEDS:
        report = report_of(statement, seed)
        errors = [one.message for one in analyze(report, f"{name}.txt").findings if one.severity is Severity.ERROR]
        assert not errors, report.decode()


def test_both_parts_hold_many_statements_and_none_stands_in_both() -> None:
    made = {part: {report_of(statement, 1) for _, statement in statements(part)} for part in PARTS}
    assert len(made["development"]) >= 270
    assert len(made["held-out"]) >= 100
    assert not made["development"] & made["held-out"]


def test_a_wrong_figure_in_a_statement_is_told() -> None:
    """The search for accusations can find one."""
    statement = dict(statements("development"))["debt"]
    report = report_of(statement, 1).decode().replace("净资产", "净资产1", 1)
    assert any(one.severity is Severity.ERROR for one in analyze(report.encode(), "wrong.txt").findings)
