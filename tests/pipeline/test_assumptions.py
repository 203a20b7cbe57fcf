"""Reviewed values: the table and --set, what they change, and how a wrong entry is told."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from toolkit.audit.specimen import report
from toolkit.errors import UsageError
from toolkit.pipeline import whatif
from toolkit.pipeline.analyze import analyze
from toolkit.pipeline.assumptions import from_file, from_settings
from toolkit.pipeline.isolate import obtain
from toolkit.pipeline.request import Request
from toolkit.pipeline.whatif import what_if

TEXT = report().encode()
HEAD = "指标,目标值,完成值,分值,得分,备注\n"


def written(folder: Path, rows: str, name: str = "复核.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes((HEAD + rows).encode(encoding))
    return path


def refused(call: object, *arguments: object) -> str:
    with pytest.raises(UsageError) as caught:
        call(*arguments)  # type: ignore[operator]
    return caught.value.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_table_gives_one_entry_a_filled_cell(tmp_path: Path, encoding: str) -> None:
    found = from_file(written(tmp_path, "培训人次,,1046人次,,,见签到表\n培训合格率,,,,19.5,\n\n", encoding=encoding))
    assert [(one.line, one.field, one.value) for one in found] == [
        ("培训人次", "actual", "1046人次"),
        ("培训合格率", "claimed_score", "19.5"),
    ]


def test_spreadsheet_reads_like_the_table(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "复核.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate(
            (["指标", "完成值", "得分"], ["培训人次", "1046人次", ""], ["培训合格率", "", "19.5"])
        ):
            sheet.write_row(row, 0, cells)
    assert [(one.line, one.field, one.value) for one in from_file(path)] == [
        ("培训人次", "actual", "1046人次"),
        ("培训合格率", "claimed_score", "19.5"),
    ]


def test_reviewed_values_take_the_place_of_the_printed(tmp_path: Path) -> None:
    request = Request(assume=from_file(written(tmp_path, "产出指标/培训人次,,1046人次,,,\n")))
    lines = {line.name: line for line in analyze(TEXT, "a.md", request).case.sheet.lines}
    line = lines["培训人次"]
    assert line.recomputed is not None
    assert line.recomputed.low == Decimal("17.4333")
    assert line.agrees is False


def test_wrong_rows_are_told_with_their_line(tmp_path: Path) -> None:
    assert "第3行" in refused(from_file, written(tmp_path, "培训人次,,1046人次,,,\n,,,,9,\n"))
    assert "第3行" in refused(from_file, written(tmp_path, "培训人次,,1046人次,,,\n培训人次,,1047人次,,,\n"))
    path = tmp_path / "b.csv"
    path.write_text("指标,得份\n培训人次,9\n", encoding="utf-8")
    assert "得份" in refused(from_file, path)
    path.write_text("名目,得分\n培训人次,9\n", encoding="utf-8")
    assert "没有“指标”一列" in refused(from_file, path)
    for rows, said in (("培训人数,,,,9,\n", "没有可改"), ("培训人次,,,,甲,\n", "不是分数")):
        request = Request(assume=from_file(written(tmp_path, rows)))
        message = refused(analyze, TEXT, "a.md", request)
        assert "第2行" in message
        assert said in message


def test_one_name_twice_asks_for_the_id() -> None:
    text = report(lines=("产出指标|数量指标|覆盖率|≥80%|82%|20|20|", "效益指标|社会效益指标|覆盖率|≥80%|82%|20|20|"))
    with pytest.raises(UsageError) as caught:
        analyze(text.encode(), "a.md", Request(assume=from_settings(["覆盖率.得分=19"])))
    assert "2 行" in caught.value.message
    assert "i2" in caught.value.hint or "i1" in caught.value.hint


@pytest.mark.parametrize("given", ["培训人次", "培训人次=9", ".得分=9", "培训人次.得分=", "培训人次.分=9"])
def test_settings_that_are_not_complete_are_refused(given: str) -> None:
    assert "--set" in refused(from_settings, [given])


def test_what_if_tells_only_what_changes() -> None:
    found = what_if(TEXT, "a.md", Request(assume=from_settings(["培训人次.得分=15", "总分.得分=93.3"])))
    named = {change.what: (change.before, change.after) for change in found.changes}
    assert named["培训人次 自评得分"] == ("20.00", "15.00")
    assert named["自评总分"] == ("98.30", "93.30")
    assert not any(change.what.startswith("培训合格率") for change in found.changes)
    assert all(finding.subject != "i2" for finding in (*found.gone, *found.otherwise))


def test_what_if_reads_its_source_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def counted(*asked: Any) -> Any:
        seen.append(asked[0])
        return obtain(*asked)

    monkeypatch.setattr(whatif, "obtain", counted)
    request = Request(assume=from_settings(["培训人次.得分=15"]))
    found = what_if(TEXT, "a.md", request)
    assert seen == ["audit"]
    assert found == whatif.difference(analyze(TEXT, "a.md"), analyze(TEXT, "a.md", request))


def test_what_if_of_the_printed_value_changes_nothing() -> None:
    assert what_if(TEXT, "a.md", Request(assume=from_settings(["培训人次.得分=20"]))).empty
