"""The real report: sums come out as its careful reader found them, and no line is recomputed by a rule it never had."""

import json
from decimal import Decimal
from pathlib import Path

from toolkit.model.number import Bounds
from toolkit.scoring.choose import choose
from toolkit.scoring.recompute import recompute

NAME = "000_98a5634400e74046"


def test_sums_of_the_real_report_agree_and_its_lines_stay_undecided(shared: Path) -> None:
    from toolkit.extract import extract
    from toolkit.readers import read

    folder = shared / "reports"
    truth = json.loads((folder / f"{NAME}.truth.json").read_text(encoding="utf-8"))
    document = read((folder / f"{NAME}.txt").read_bytes(), f"{NAME}.txt")
    report = extract(document)
    standard, choice = choose(report, document)
    sheet = recompute(report, standard)
    expected = {name: Bounds.exact(Decimal(value)) for name, value in truth["recomputed"].items()}
    assert choice.chosen_by.startswith("报告引用《广州市")
    assert {found.name: found.from_lines for found in sheet.subtotals} == {
        name: value for name, value in expected.items() if name != "total"
    }
    assert sheet.total.from_lines == sheet.total.recomputed_given_claims == expected["total"]
    assert sheet.total.agrees is True
    assert len(sheet.lines) == 13
    assert all(found.recomputed is None and found.why_not for found in sheet.lines)
