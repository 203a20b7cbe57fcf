"""Building twice gives the same bytes, going on gives what was missing, and checking names place and fault."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from toolkit.corpus.annotation import adopt
from toolkit.corpus.build import build, split_sizes
from toolkit.corpus.check import check
from toolkit.errors import UsageError
from toolkit.export._views import view
from toolkit.pipeline.extraction import extract_bytes

FORMATS = ("markdown", "recognised", "web", "sheet", "word", "canvas")


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_builds_the_same_bytes(tmp_path: Path) -> None:
    build(tmp_path / "one", 8, 5, FORMATS)
    build(tmp_path / "two", 8, 5, FORMATS)
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


def test_an_interrupted_build_goes_on(tmp_path: Path) -> None:
    build(tmp_path, 8, 5, FORMATS[:3])
    whole = _bytes(tmp_path)
    lost = sorted(path for path in tmp_path.rglob("*.md"))[1]
    lost.unlink()
    (tmp_path / "manifest.json").unlink()
    build(tmp_path, 8, 5, FORMATS[:3])
    assert _bytes(tmp_path) == whole


def test_another_seed_is_refused_in_the_same_folder(tmp_path: Path) -> None:
    build(tmp_path, 4, 5, ("markdown",))
    with pytest.raises(UsageError) as refused:
        build(tmp_path, 4, 6, ("markdown",))
    assert refused.value.code == "CORPUS-OTHER"


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="CORPUS-FORMAT"):
        build(tmp_path, 4, 5, ("papyrus",))


def test_sizes_of_the_splits_add_up() -> None:
    for size in (1, 7, 100, 1003):
        assert sum(split_sizes(size).values()) == size


def test_what_was_built_passes_the_check(tmp_path: Path) -> None:
    build(tmp_path, 12, 5, ("markdown", "web", "sheet"))
    assert check(tmp_path) == (12, [])


def test_a_contradicting_truth_is_named_with_its_place(tmp_path: Path) -> None:
    build(tmp_path, 4, 5, ("markdown",))
    path = sorted(tmp_path.rglob("*.truth.json"))[0]
    truth = json.loads(path.read_text("utf-8"))
    truth["claimed_total"] = "71.7171"
    truth["relations"][0]["holds"] = not truth["relations"][0]["holds"]
    path.write_text(json.dumps(truth, ensure_ascii=False), "utf-8")
    _, faults = check(tmp_path)
    assert any("claimed_total" in fault and "71.7171" in fault for fault in faults)
    assert any("relations[0]" in fault for fault in faults)
    assert all(fault.startswith(path.relative_to(tmp_path).as_posix()) for fault in faults)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="CORPUS-EMPTY"):
        check(tmp_path)


REPORT = """# 柳溪县水利局2023年度部门整体支出绩效自评报告

2023年部门年初预算120.00万元，全年支出118.00万元。自评总分97分，等级为“优”。
"""


def test_a_corrected_extraction_becomes_a_truth(tmp_path: Path) -> None:
    document = tmp_path / "柳溪.md"
    document.write_text(REPORT, "utf-8")
    said = view(extract_bytes(document.read_bytes(), document.name))
    annotation = tmp_path / "柳溪.json"
    annotation.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    path = adopt(annotation, document, tmp_path / "mine")
    assert json.loads(path.read_text("utf-8"))["claimed_total"] == "97"
    assert check(tmp_path / "mine") == (1, [])
    said["claimed_total"]["quote"] = "98"
    annotation.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    with pytest.raises(UsageError, match="claimed_total"):
        adopt(annotation, document, tmp_path / "other")


def test_what_is_no_report_is_refused(tmp_path: Path) -> None:
    document = tmp_path / "柳溪.md"
    document.write_text(REPORT, "utf-8")
    annotation = tmp_path / "no.json"
    annotation.write_text("[]", "utf-8")
    with pytest.raises(UsageError, match="CORPUS-ANNOTATION"):
        adopt(annotation, document, tmp_path / "mine")


def test_the_committed_sample_is_what_its_seed_builds(tmp_path: Path) -> None:
    """JIXIAO_REGENERATE=1 builds it anew, after phrases, lexicon or patterns have changed."""
    formats = ("markdown", "recognised", "sheet")
    committed = ROOT / "corpora" / "made"
    if os.environ.get("JIXIAO_REGENERATE"):
        shutil.rmtree(committed, ignore_errors=True)
        build(committed, 8, 1, formats)
    build(tmp_path, 8, 1, formats)
    stamped = {"manifest.json", "recipe.json"}  # they name the hash of the generator's code
    made, kept = _bytes(tmp_path), _bytes(committed)
    assert made.keys() == kept.keys()
    assert [name for name in made if made[name] != kept[name] and name not in stamped] == []
