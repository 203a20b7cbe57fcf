"""Categories of reasons in a report: only those as good as certain; without models the rules go on alone."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from toolkit import extract_report
from toolkit.model.record import DeductionReason, PerformanceReport
from toolkit.nlp import artifacts
from toolkit.nlp.linear import linear_model
from toolkit.pipeline.extraction import extract_bytes

SAMPLE = ROOT / "corpora" / "samples" / "jianglan-emergency-management-2023.txt"


def _reasons(report: PerformanceReport) -> dict[str, DeductionReason]:
    return {reason.text.quote: reason for line in report.indicators for reason in line.deduction_reasons}


def test_reasons_have_categories_and_the_confidence_in_them() -> None:
    reasons = _reasons(extract_report(SAMPLE))
    told = {code for reason in reasons.values() for code in reason.categories}
    assert {"D3", "D4", "D7"} <= told
    assert all(0.5 < reason.confidence < 1 for reason in reasons.values() if reason.categories)
    assert all(reason.confidence == 1 for reason in reasons.values() if not reason.categories)


def test_without_models_the_rules_go_on_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder without models, as after a damaged installation."""
    folder = tmp_path / "toolkit"
    folder.mkdir()
    monkeypatch.setattr(artifacts, "_PACKAGE", folder)
    linear_model.cache_clear()
    try:
        found = extract_bytes(SAMPLE.read_bytes(), SAMPLE.name)
    finally:
        linear_model.cache_clear()
    assert [note.code for note in found.document.notes if note.code.startswith("MODEL")] == ["MODEL-MISSING"]
    assert _reasons(found.report)
    assert all(reason.categories == () for reason in _reasons(found.report).values())


def test_classify_without_models_says_what_to_do(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "toolkit", tmp_path / "toolkit", ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "classify", "因流标扣1分"],
        cwd=tmp_path, env={"PYTHONPATH": str(tmp_path), "PATH": ""}, capture_output=True, text=True, check=False,
        encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 4
    assert "MODEL-MISSING" in done.stderr
    assert done.stdout == ""
