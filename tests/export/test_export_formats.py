"""The plain formats: JSON that reads back, lines, CSV without formulas, Markdown that shows text as text."""

import csv
import io
import json
from decimal import Decimal

import pytest

from tests.made_dossier import TRAP, made_dossier, made_extraction
from toolkit.errors import ReadError
from toolkit.export import exporters
from toolkit.export.delimited import inert
from toolkit.export.markdown import escaped
from toolkit.model.result import Refusal

REFUSAL = Refusal("坏.pdf", ReadError("READ-DAMAGED", "文件已损坏", "请重新另存"))


def encoded(name: str, items: list[object], content: str, many: bool) -> bytes:
    return b"".join(exporters()[name].encode(items, content, many))  # type: ignore[arg-type]


def test_one_item_is_an_object_and_several_are_an_array() -> None:
    one = json.loads(encoded("json", [made_extraction()], "report", False))
    two = json.loads(encoded("json", [made_extraction(), REFUSAL], "report", True))
    assert one["schema"] == "jixiao/report/1"
    assert [item["schema"] for item in two] == ["jixiao/report/1", "jixiao/refusal/1"]
    assert two[1]["error"] == {"code": "READ-DAMAGED", "message": "文件已损坏", "hint": "请重新另存"}


def test_a_list_of_none_and_of_one_are_still_lists() -> None:
    assert json.loads(encoded("json", [], "audit", True)) == []
    assert len(json.loads(encoded("json", [made_dossier()], "audit", True))) == 1


def test_json_lines_keep_the_order_of_the_input() -> None:
    lines = encoded("jsonl", [REFUSAL, made_dossier()], "audit", True).decode().splitlines()
    assert [json.loads(line)["schema"] for line in lines] == ["jixiao/refusal/1", "jixiao/audit/1"]


def test_numbers_in_json_are_exact_strings() -> None:
    found = json.loads(encoded("json", [made_dossier()], "audit", False))
    assert found["report"]["indicators"][1]["claimed_score"]["value"] == "78.5"
    assert found["scoresheet"]["total"]["recomputed_given_claims"] == {"low": "89.22", "high": "89.22"}


def test_same_dossier_gives_the_same_bytes_in_every_format() -> None:
    for name, exporter in exporters().items():
        if "audit" in exporter.content:
            assert encoded(name, [made_dossier()], "audit", False) == encoded(name, [made_dossier()], "audit", False)


def _rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_has_one_row_an_indicator_under_chinese_headings() -> None:
    head, *rows = _rows(encoded("csv", [made_extraction()], "report", False))
    first = dict(zip(head, rows[0], strict=True))
    assert len(rows) == 2
    assert first["指标名称"] == "培训人次"
    assert (first["分值"], first["自评得分"]) == ("10", "9.5")
    assert (first["年度指标值"], first["年度指标值下限"], first["年度指标值上限"]) == ("≥1,200人次", "1200", "")
    assert first["原因类别"] == "D10 产出未完成"
    assert first["出处"] == "第101行"


def test_csv_of_an_audit_has_one_row_a_finding() -> None:
    head, *rows = _rows(encoded("csv", [made_dossier()], "audit", False))
    assert [row[head.index("代码")] for row in rows] == ["SCO101", "SCO109", "IND302"]
    assert rows[0][head.index("级别")] == "数据矛盾"


def test_csv_of_an_empty_result_is_its_headings() -> None:
    assert len(_rows(encoded("csv", [], "report", True))) == 1


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-A1", "@x", "\t=1", "=cmd|' /C calc'!A0", " =1", "\uff1d1"])
def test_csv_cells_never_start_a_formula(text: str) -> None:
    assert inert(text).startswith("'")


@pytest.mark.parametrize("text", ["-2.5", "+3", "-1,200", "-5%", "≥95%", "普通文字", ""])
def test_csv_leaves_numbers_and_plain_text_alone(text: str) -> None:
    assert inert(text) == text


def test_csv_negative_number_stays_a_number() -> None:
    assert inert(Decimal("-0.50")) == "-0.5"


def test_markdown_shows_report_text_literally() -> None:
    shown = encoded("md", [made_dossier()], "audit", False).decode()
    assert "<b>" not in shown
    assert "\\*粗\\*" in shown
    assert escaped("a|b\nc") == "a\\|b c"


def test_markdown_names_a_file_that_could_not_be_read() -> None:
    assert "坏.pdf" in encoded("md", [REFUSAL], "audit", True).decode()


def test_trap_reaches_json_unchanged() -> None:
    found = json.loads(encoded("json", [made_extraction()], "report", False))
    assert found["indicators"][1]["name"]["value"] == TRAP
