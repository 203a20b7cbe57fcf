"""Composed reports through the whole way: fields against their truth, findings against what was planted.

Development reports must be right to the last field. Held-out ones only measure: their shares may not fall below
what they reached, and no false error may appear; nobody tunes to what they get wrong.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from toolkit.corpus.fields import compared
from toolkit.model.case import Dossier
from toolkit.model.finding import Finding, Severity
from toolkit.pipeline.analyze import analyze

FOLDERS = ("corpora/samples", "tests/reports")
TRUTHS = sorted(path for folder in FOLDERS for path in (ROOT / folder).glob("*.truth.json"))
HELD_OUT_SHARE = 0.975
KNOWN_MISSES = {"zhuling-market-regulation-department-2022": {"资产管理.reasons"}}
# Codes of rules that are not written yet: they neither count as found nor as missed.
NOT_YET = {"EVD701"}


def _stem(path: Path) -> str:
    return path.name.removesuffix(".truth.json")


def _truth(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _dossier(path: Path) -> Dossier:
    (document,) = [made for made in path.parent.glob(f"{_stem(path)}.*") if made != path]
    return analyze(document.read_bytes(), document.name)


def _wrong(path: Path, dossier: Dossier) -> tuple[int, list[str]]:
    fields = list(compared(_truth(path), dossier.case.report))
    return len(fields), [name for name, wanted, found in fields if (wanted or None) != (found or None)]


def _findings(dossier: Dossier) -> Iterator[Finding]:
    yield from dossier.findings
    for annex in dossier.annexes:
        yield from _findings(annex)


def _planted(truth: Any) -> list[str]:
    codes = list(truth.get("findings", {}).get("errors", []))
    for annex in truth.get("annexes", []):
        codes += annex.get("findings", {}).get("errors", [])
    return codes


DEVELOPMENT = [path for path in TRUTHS if _truth(path)["split"] == "development"]
HELD_OUT = [path for path in TRUTHS if _truth(path)["split"] == "held-out"]


@pytest.mark.parametrize("path", DEVELOPMENT, ids=_stem)
def test_development_reports_are_right_to_the_last_field(path: Path) -> None:
    count, wrong = _wrong(path, _dossier(path))
    assert count > 10
    assert set(wrong) <= KNOWN_MISSES.get(_stem(path), set())


def test_held_out_reports_keep_their_share() -> None:
    results = [_wrong(path, _dossier(path)) for path in HELD_OUT]
    total, wrong = sum(count for count, _ in results), sum(len(names) for _, names in results)
    assert total > 1000
    assert 1 - wrong / total >= HELD_OUT_SHARE


@pytest.mark.parametrize("path", TRUTHS, ids=_stem)
def test_errors_found_are_those_planted(path: Path) -> None:
    truth = _truth(path)
    found = list(_findings(_dossier(path)))
    errors = sorted(one.code for one in found if one.severity is Severity.ERROR)
    assert errors == sorted(code for code in _planted(truth) if code not in NOT_YET)


@pytest.mark.parametrize("path", TRUTHS, ids=_stem)
def test_doubts_raised_are_those_a_sharp_reviewer_raises(path: Path) -> None:
    wanted = _truth(path).get("findings", {})
    codes = {one.code for one in _findings(_dossier(path))}
    assert set(wanted.get("must_raise", [])) - NOT_YET <= codes
    assert codes & set(wanted.get("must_not_raise", [])) == set()
