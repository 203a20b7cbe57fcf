"""Right reports as offices write, export and publish them: their totals are read, and none is accused of an error."""

import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT
from toolkit.corpus.evaluation import findings
from toolkit.model.finding import Severity
from toolkit.pipeline.analyze import analyze

FOLDER = ROOT / "corpora" / "offices"
TOTALS = tomllib.loads((FOLDER / "totals.toml").read_text("utf-8"))


def test_each_file_has_its_totals() -> None:
    kept = {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*")}
    assert kept == set(TOTALS) and len(kept) > 400


@pytest.mark.parametrize("name", TOTALS)
def test_totals_are_read_and_nothing_is_accused(name: str) -> None:
    path = Path(FOLDER, name)
    dossier = analyze(path.read_bytes(), path.name)
    report = dossier.case.report
    read = [one.claimed_total.value for one in (report, *report.annexes) if one.claimed_total is not None]
    assert [str(total) for total in read] == TOTALS[name]
    assert [one.message for one in findings(dossier) if one.severity is Severity.ERROR] == []
