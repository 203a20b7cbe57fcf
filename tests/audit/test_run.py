"""The frame: which rules run, in which order findings come, what their fingerprints hang on."""

from collections.abc import Iterator

import pytest

from tests.audit.cases import case, seeing
from toolkit.audit import run
from toolkit.audit.rule import Draft, Rule
from toolkit.errors import UsageError
from toolkit.model.case import Case
from toolkit.model.finding import Severity

TOTAL, SCORE, POINTS = "93.87", "3.3", "4分"


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> dict[str, Rule]:
    made: dict[str, Rule] = {}
    monkeypatch.setattr(run, "rules", lambda: made)
    return made


def _add(known: dict[str, Rule], *rules: Rule) -> None:
    known.update({rule.code: rule for rule in rules})


def _codes(made: Case, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    return [finding.code for finding in run.audit(made, select, ignore)]


def test_select_takes_codes_and_beginnings(known: dict[str, Rule]) -> None:
    _add(known, seeing("SCO101", TOTAL), seeing("SCO118", SCORE), seeing("DOC608", POINTS))
    assert _codes(case(), select=("SCO",)) == ["SCO118", "SCO101"]
    assert _codes(case(), select=("doc608", "SCO101")) == ["DOC608", "SCO101"]


def test_ignore_takes_codes_and_beginnings(known: dict[str, Rule]) -> None:
    _add(known, seeing("SCO101", TOTAL), seeing("SCO118", SCORE), seeing("DOC608", POINTS))
    assert _codes(case(), ignore=("SCO",)) == ["DOC608"]
    assert _codes(case(), select=("SCO",), ignore=("SCO101",)) == ["SCO118"]


def test_unknown_code_is_a_mistake_of_the_caller(known: dict[str, Rule]) -> None:
    _add(known, seeing("SCO101", TOTAL))
    with pytest.raises(UsageError, match="SCO999"):
        run.audit(case(), ignore=("SCO999",))


def test_draft_rules_run_only_where_selected(known: dict[str, Rule]) -> None:
    _add(known, seeing("SCO101", TOTAL, lifecycle="draft"))
    assert _codes(case()) == []
    assert _codes(case(), select=("SCO101",)) == ["SCO101"]


def test_gravest_first_then_as_read_then_by_code(known: dict[str, Rule]) -> None:
    _add(
        known,
        seeing("DOC608", POINTS, severity=Severity.NOTICE),
        seeing("SCO101", TOTAL),
        seeing("IND317", SCORE),
        seeing("BUD203", TOTAL, severity=Severity.WARNING),
        seeing("BUD207", TOTAL, severity=Severity.WARNING),
    )
    assert _codes(case()) == ["IND317", "SCO101", "BUD203", "BUD207", "DOC608"]


def test_severity_of_the_draft_goes_before_that_of_the_rule(known: dict[str, Rule]) -> None:
    _add(known, seeing("SCO108", TOTAL, said=Severity.WARNING))
    (finding,) = run.audit(case())
    assert finding.severity is Severity.WARNING
    assert finding.name == "name-sco108"


def test_fingerprint_stays_when_the_text_moves(known: dict[str, Rule]) -> None:
    _add(known, seeing("SCO101", TOTAL))
    (here,), (moved,) = run.audit(case()), run.audit(case(lines_before=3))
    assert here.where != moved.where
    assert here.fingerprint == moved.fingerprint


def test_fingerprint_changes_with_code_and_with_quote(known: dict[str, Rule]) -> None:
    _add(known, seeing("SCO101", TOTAL), seeing("SCO107", SCORE))
    first, second = run.audit(case())
    (other,) = run.audit(case("资产管理4分，自评得分3.3分，总分93.88分".replace("93.88", "93.870")), select=("SCO107",))
    assert len({first.fingerprint, second.fingerprint}) == 2
    assert other.fingerprint in {first.fingerprint, second.fingerprint}


def test_two_findings_alike_have_two_fingerprints(known: dict[str, Rule]) -> None:
    def twice(made: Case) -> Iterator[Draft]:
        for _ in range(2):
            yield Draft(message="两处", where=(), name="占位符")

    rule = seeing("DOC608", POINTS)
    _add(known, Rule(rule.code, rule.name, rule.title, rule.severity, rule.since, twice, ()))
    first, second = run.audit(case())
    assert first.fingerprint != second.fingerprint


def test_a_rule_that_raises_is_our_fault_and_is_seen(known: dict[str, Rule]) -> None:
    def broken(made: Case) -> Iterator[Draft]:
        raise KeyError(made.report.identity)
        yield  # pragma: no cover

    rule = seeing("SCO101", TOTAL)
    _add(known, Rule(rule.code, rule.name, rule.title, rule.severity, rule.since, broken, ()))
    with pytest.raises(KeyError):
        run.audit(case())
