"""Standards as files: those that come along are sound, and every mistake of a file is named with its place."""

from pathlib import Path

import pytest

from toolkit.errors import StandardError
from toolkit.scoring import load
from toolkit.scoring.load import GENERIC, NATIONAL, inspect, load_file, standards
from toolkit.scoring.toml_lines import line_numbers

HEAD = """id = "made"
title = "临江市试用标准"
authority = "临江市"
total = 100
status = "derived"
gaps = ["只为测试"]
"""

BANDS = """
[[criteria]]
path = ["过程", "预算调整率"]
max_score = 5
status = "derived"

[criteria.method]
name = "bands"
bands = [
  { low = 90, score = 5 },
  { low = LOW, high = 90, HIGH score = 3 },
  { high = 70, score = 0 },
]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "made.toml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(folder: Path, text: str) -> list[str]:
    return [str(found) for found in inspect(written(folder, text))[1]]


def test_shipped_standards_are_sound_and_carry_their_status() -> None:
    known = standards()
    assert {NATIONAL, GENERIC, "cn-gd-guangzhou-2022-department"} <= set(known)
    for path in sorted((Path(load.__file__).parent / "standards").glob("*.toml")):
        standard, found = inspect(path)
        assert standard is not None, found
        assert not found, found
        assert path.stem == standard.id
        assert standard.gaps
        assert all(criterion.source for criterion in standard.criteria)
        assert "http" not in path.read_text(encoding="utf-8")


def test_shipped_standards_are_read_once() -> None:
    assert standards()[NATIONAL] is standards()[NATIONAL]


def test_sound_file_loads(tmp_path: Path) -> None:
    text = HEAD + BANDS.replace("LOW", "70").replace("HIGH", "")
    assert load_file(written(tmp_path, text)).criteria[0].method.bands[1].low == 70


def test_all_mistakes_are_listed_with_path_line_and_expectation(tmp_path: Path) -> None:
    text = HEAD.replace("total = 100", "total = true") + (
        '\n[[criteria]]\npath = ["过程"]\nmax_score = 5\nstatus = "heard"\nmethod = { name = "guess", stepp = 1 }\n'
    )
    with pytest.raises(StandardError) as caught:
        load_file(written(tmp_path, text))
    message = caught.value.message
    assert "4 处错误" in message
    assert "第4行 total" in message
    assert "第11行 criteria[0].status：应为 'official'" in message
    assert "第12行 criteria[0].method.name：应为 'ratio_up'" in message
    assert "criteria[0].method.stepp：没有这个键" in message


def test_missing_key_is_named(tmp_path: Path) -> None:
    found = mistakes(tmp_path, HEAD.replace('authority = "临江市"\n', ""))
    assert found == ["authority：缺少必填项"]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        ("75", "", "<70 与 [75, 90) 之间有空档 70 至 75"),
        ("65", "", "<70 与 [65, 90) 重叠于 65 至 70"),
        ("70", "high_included = true,", "[70, 90] 与 ≥90 都含 90，重叠于此"),
        ("70, low_included = false", "", "<70 与 (70, 90) 都不含 70，此处有空档"),
    ],
)
def test_bands_that_gap_or_overlap_are_named(tmp_path: Path, low: str, high: str, said: str) -> None:
    found = mistakes(tmp_path, HEAD + BANDS.replace("LOW", low).replace("HIGH", high))
    assert len(found) == 1
    assert said in found[0]
    assert "criteria[0].method.bands[" in found[0]
    assert found[0].startswith("第1")


def test_points_must_add_to_the_total(tmp_path: Path) -> None:
    text = HEAD.replace('gaps = ["只为测试"]\n', "") + BANDS.replace("LOW", "70").replace("HIGH", "")
    assert any("各项分值合计 5，总分为 100" in found for found in mistakes(tmp_path, text))


def test_group_points_may_not_exceed_the_total(tmp_path: Path) -> None:
    assert any("合计 110" in found for found in mistakes(tmp_path, HEAD + '[group_points]\n"投入" = 50\n"产出" = 60\n'))


def test_example_that_does_not_recompute_is_named(tmp_path: Path) -> None:
    example = '\n[[criteria.examples]]\npoints = 5\nactual = "85%"\nlow = 4\nhigh = 4\n'
    found = mistakes(tmp_path, HEAD + BANDS.replace("LOW", "70").replace("HIGH", "") + example)
    assert len(found) == 1
    assert "criteria[0].examples[0]：算例写 4 至 4，重算为 3 至 3" in found[0]


def test_duplicate_paths_and_aliases_are_named(tmp_path: Path) -> None:
    one = '\n[[criteria]]\npath = ["过程", "{}"]\nstatus = "derived"\nmethod = {{ name = "unknown" }}\naliases = [{}]\n'
    found = mistakes(tmp_path, HEAD + one.format("预算调整率", "") + one.format("调整率", '"预算调整率"'))
    assert len(found) == 1
    assert "重复" in found[0]


def test_grades_must_cover_the_total(tmp_path: Path) -> None:
    grade = '\n[[grades]]\nname = "{}"\nkey = "{}"\nlow = {}\nhigh = {}\n'
    found = mistakes(tmp_path, HEAD + grade.format("优", "excellent", 90, 100) + grade.format("差", "poor", 0, 89))
    assert any("之间有空档" in text for text in found)


def test_method_without_its_parameters_is_named(tmp_path: Path) -> None:
    text = HEAD + '\n[[criteria]]\npath = ["过程"]\nstatus = "derived"\nmethod = { name = "per_step", step = 1 }\n'
    found = mistakes(tmp_path, text)
    assert any("method.per：方法 per_step 缺少 per" in said for said in found)
    assert any("method.side：" in said for said in found)


def test_broken_toml_says_the_line(tmp_path: Path) -> None:
    found = mistakes(tmp_path, "id = \n")
    assert len(found) == 1
    assert found[0].startswith("第1行")


def test_floats_become_exact_decimals(tmp_path: Path) -> None:
    text = HEAD + BANDS.replace("LOW", "70.1").replace("HIGH", "").replace("high = 70", "high = 70.1")
    assert str(load_file(written(tmp_path, text)).criteria[0].method.bands[1].low) == "70.1"


def test_not_a_number_is_refused(tmp_path: Path) -> None:
    assert any("total" in found for found in mistakes(tmp_path, HEAD.replace("total = 100", "total = nan")))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"x" * 1_000_001])
def test_files_that_are_no_text_or_too_large_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "made.toml"
    path.write_bytes(content)
    with pytest.raises(StandardError):
        load_file(path)


def test_absent_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StandardError):
        load_file(tmp_path / "absent.toml")


def test_lines_of_nested_values_are_found() -> None:
    text = """a = 1
# note = 2
b = [
  1,
  { c = "]", d = 3 },
]
[[t]]
x = '''
[y]
'''
[t.u]
v = 1
[[t]]
[t.u]
v = 2
"""
    lines = line_numbers(text)
    assert lines["a",] == 1
    assert lines["b", 0] == 4
    assert lines["b", 1, "d"] == 5
    assert lines["t", 0, "x"] == 8
    assert lines["t", 0, "u", "v"] == 12
    assert lines["t", 1, "u", "v"] == 15
