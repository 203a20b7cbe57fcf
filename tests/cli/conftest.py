"""A small clean report on disk, one with a wrong total, and the command line as a function."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from toolkit.cli.app import main

CLEAN = """# 临江市水务局2022年度节水培训项目支出绩效自评报告

| 项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
|---|---|---|---|---|---|---|
| 年度资金总额 | 200.00 | 200.00 | 196.00 | 10 | 98.00% | 9.80 |

| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
|---|---|---|---|---|---|---|---|
| 产出指标 | 数量指标 | 培训人次 | ≥1200人次 | 1236人次 | 20 | 20 |  |
| 产出指标 | 质量指标 | [red]*合格率* | ≥95% | 96.5% | 20 | 20 |  |
| 产出指标 | 时效指标 | 按期完成率 | ≥95% | 100% | 10 | 10 |  |
| 效益指标 | 社会效益指标 | 节水器具覆盖率 | ≥80% | 76% | 30 | 28.5 | 老旧小区改造滞后 |
| 满意度指标 | 服务对象满意度指标 | 参训人员满意度 | ≥90% | 94.2% | 10 | 10 |  |
| 总分 |  |  |  |  | 100 | 98.30 |  |
"""
WRONG_TOTAL = CLEAN.replace("98.30", "99.30")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with a clean report, one with a wrong total, and one that is empty."""
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "好.md").write_text(CLEAN, "utf-8")
    (folder / "错.md").write_text(WRONG_TOTAL, "utf-8")
    (folder / "空.md").write_bytes(b"")
    return folder


@dataclass(frozen=True)
class Outcome:
    """What a run printed and how it ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command line in this process."""

    def call(*words: object) -> Outcome:
        status = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Outcome(int(status), captured.out, captured.err)

    return call
