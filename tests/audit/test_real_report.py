"""The real report beside the project: no error, and just what a sharp reviewer would note."""

from pathlib import Path

from toolkit.model.finding import Severity
from toolkit.pipeline.analyze import analyze

NAME = "000_98a5634400e74046.txt"
NOTED = {"SCO117": "2020", "SCO118": "酌量", "IND309": "211.5%", "IND311": "63个", "DED404": "三是"}


def test_real_report_has_notices_only_and_each_says_why(shared: Path) -> None:
    findings = analyze((shared / "reports" / NAME).read_bytes(), NAME).findings
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    said = {finding.code: finding.message for finding in findings}
    assert {code: words in said.get(code, "") for code, words in NOTED.items()} == dict.fromkeys(NOTED, True)


def test_same_case_same_findings_in_the_same_order(shared: Path) -> None:
    data = (shared / "reports" / NAME).read_bytes()
    assert analyze(data, NAME).findings == analyze(data, NAME).findings
