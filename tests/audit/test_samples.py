"""The made samples in text form: each planted error is raised, nothing else is called an error."""

import json
from functools import lru_cache
from pathlib import Path

import pytest

from tests.conftest import ROOT
from toolkit.audit.run import rules
from toolkit.model.case import Dossier
from toolkit.model.finding import Finding, Severity
from toolkit.pipeline.analyze import analyze

SAMPLES = sorted(path for path in (ROOT / "corpora" / "samples").glob("*") if path.suffix in {".txt", ".md"})


def _all(dossier: Dossier) -> tuple[Finding, ...]:
    return dossier.findings + tuple(finding for annex in dossier.annexes for finding in _all(annex))


@lru_cache(maxsize=len(SAMPLES) or 1)
def _findings(path: Path) -> tuple[Finding, ...]:
    return _all(analyze(path.read_bytes(), path.name))


def _truth(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(path.with_suffix(".truth.json").read_text("utf-8"))["findings"]
    return found


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_planted_errors_are_raised_and_no_others(path: Path) -> None:
    errors = {finding.code for finding in _findings(path) if finding.severity is Severity.ERROR}
    assert errors == {code for code in _truth(path)["errors"] if code in rules()}


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_what_must_not_be_raised_is_not(path: Path) -> None:
    raised = {finding.code: finding.message for finding in _findings(path)}
    assert {code: raised[code] for code in _truth(path)["must_not_raise"] if code in raised} == {}
