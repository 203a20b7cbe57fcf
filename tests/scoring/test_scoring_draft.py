"""A standard drafted from a report's own table: it loads, passes the check and scores the report by what it prints."""

from pathlib import Path

from tests.scoring.made import line, report
from toolkit.scoring.draft import draft
from toolkit.scoring.load import inspect

MADE = report(
    line(
        "i1",
        "培训人次",
        "20",
        "18",
        goal="≥1200人次",
        done="1100人次",
        level1="产出指标",
        criterion="达到得满分，否则按比例扣分",
    ),
    line(
        "i2",
        "合格率",
        "20",
        "20",
        goal="≥95%",
        done="96%",
        level1="产出指标",
        criterion="每低于1个百分点扣0.5分，扣完为止",
    ),
    line(
        "i3",
        "满意度",
        "10",
        "10",
        goal="≥90%",
        done="92%",
        level1="满意度指标",
        criterion="≥90%得10分，80%（含）-90%得8分，80%以下不得分",
    ),
    line("i4", "制度建设", "10", "8", level1="效益指标", criterion="酌情扣分"),
    line("i5", "“说明”\\材料", "10", "8", level1="效益指标", criterion="详见附件评分细则"),
    kind="project",
)


def drafted(tmp_path: Path) -> tuple[object, tuple[object, ...]]:
    path = tmp_path / "draft.toml"
    path.write_text(draft(MADE), encoding="utf-8")
    return inspect(path)


def test_draft_loads_and_passes_the_check(tmp_path: Path) -> None:
    standard, mistakes = drafted(tmp_path)
    assert standard is not None
    assert mistakes == ()


def test_draft_holds_what_the_report_prints_and_leaves_the_rest_unknown(tmp_path: Path) -> None:
    from toolkit.model.standard import Standard

    standard, _ = drafted(tmp_path)
    assert isinstance(standard, Standard)
    methods = {criterion.path[-1]: criterion.method for criterion in standard.criteria}
    assert methods["培训人次"].name == "ratio"
    assert (methods["合格率"].name, methods["合格率"].side) == ("per_step", "below")
    assert [band.score for band in methods["满意度"].bands] == [0, 8, 10]
    assert methods["制度建设"].name == "discretionary"
    assert methods["“说明”\\材料"].name == "unknown"
    assert any("“说明”\\材料" in gap for gap in standard.gaps)
    assert {criterion.path: criterion.max_score for criterion in standard.criteria}[("产出指标", "培训人次")] == 20
