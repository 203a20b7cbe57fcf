"""What `import toolkit` offers: the same steps for programs."""

from pathlib import Path

import pytest

import toolkit
from toolkit.errors import ReadError, UsageError

REPORT = """# 临江市水务局2022年度部门整体支出绩效自评报告

2022年部门整体支出绩效自评得分98.5分。

（1）采购管理，分值40分，自评得分38.5分，扣分主要原因：部分采购计划编制不够细。

（2）资产管理，分值60分，自评得分60分。
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(REPORT, "utf-8")
    return tmp_path / "a.md"


def test_version_is_that_of_the_project(root: Path) -> None:
    assert f'version = "{toolkit.__version__}"' in (root / "pyproject.toml").read_text("utf-8")


def test_every_step_takes_a_path_or_bytes(path: Path) -> None:
    data = path.read_bytes()
    assert toolkit.read_document(path) == toolkit.read_document(data, name="a.md")
    assert toolkit.extract_report(str(path)) == toolkit.extract_report(data, name="a.md")
    assert toolkit.score_report(path) == toolkit.audit_report(path).case.sheet


def test_source_goes_by_the_file_name_alone(path: Path) -> None:
    assert toolkit.read_document(path).source.name == "a.md"


def test_request_takes_the_place_of_what_the_report_says(path: Path) -> None:
    identity = toolkit.extract_report(path, toolkit.Request(fiscal_year=2020)).identity
    assert identity.fiscal_year is not None
    assert identity.fiscal_year.value == 2020


def test_selected_rules_alone_speak(path: Path) -> None:
    codes = {item.code for item in toolkit.audit_report(path, toolkit.Request(select=("SCO",))).findings}
    assert all(code.startswith("SCO") for code in codes)


def test_errors_come_as_errors(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="READ-MISSING"):
        toolkit.read_document(tmp_path / "没有.md")
    with pytest.raises(ReadError, match="READ-EMPTY"):
        toolkit.audit_report(b"", name="空.md")
    with pytest.raises(UsageError, match="STANDARD-UNKNOWN"):
        toolkit.score_report(REPORT.encode(), toolkit.Request(standard="没有"), name="a.md")


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        toolkit.nothing  # noqa: B018
