"""Right statements with random numbers → how often one is accused → docs/right_statements.md.

    python -m benchmarks.right_statements [--draws 100] [--write]

A statement is a sentence or a few whose figures are computed exactly (tests/figures/drawn). Every error finding on one
is a false accusation. Of the held-out part nothing but the counts is told.
"""

import argparse
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.figures.drawn import PARTS, report_of, statements
from toolkit.model.finding import Severity
from toolkit.pipeline.analyze import analyze

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "right_statements.md"
_NAMES: Final = {"development": "开发", "held-out": "留出"}
_ADVICE: Final = ("BUD207", "BUD208", "DED401", "DOC601", "DOC602", "DOC604", "IND312")
"""Doubts that a lone sentence rightly raises: no reasons given, no score, no name."""


@dataclass(slots=True)
class Count:
    """Statements, those accused at least once; drawings, those accused and those doubted; codes of what was said."""

    statements: int = 0
    accused_statements: int = 0
    drawings: int = 0
    accused: int = 0
    doubted: int = 0
    codes: Counter[str] = field(default_factory=Counter)


def measured(part: str, draws: int) -> Count:
    """What the audit says of so many drawings of each statement of a part."""
    count = Count()
    for name, statement in statements(part):
        accused = 0
        for seed in range(draws):
            findings = analyze(report_of(statement, seed), f"{name}.txt").findings
            wrong = [one.code for one in findings if one.severity is Severity.ERROR]
            doubts = [one for one in findings if one.severity is Severity.WARNING and one.code not in _ADVICE]
            accused += bool(wrong)
            count.doubted += bool(doubts) and not wrong
            count.codes.update(wrong)
        count.statements += 1
        count.accused_statements += accused > 0
        count.drawings += draws
        count.accused += accused
    return count


def page(counts: dict[str, Count]) -> str:
    """The page of the project's documentation."""
    lines = [
        "# 正确语句上的误报 · False accusations on right statements",
        "",
        "由 `python -m benchmarks.right_statements --write` 生成，不要手改。*Made by the benchmark; do not edit.*",
        "",
        "每条语句是一两句至几句公文，数字随机抽取、各数精确算出（`tests/figures/drawn/`），因此没有任何矛盾；"
        "报为数据矛盾的都是误报。同一条语句换多组数字，量得出碰巧相近的数会不会被当成差错。",
        "开发组的读法曾照着改进；留出组由没有看过程序的人写成，没有读过，只看合计。",
        "缺总分、缺原因一类的提醒，单独一句话本来就缺，不计入疑点。",
        "",
        "| 组别 | 语句 | 曾被误报的语句 | 抽取次数 | 误报 | 另有疑点 |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for part, one in counts.items():
        share = f"{one.accused}（{one.accused * 100 / one.drawings:.3f}%）"
        cells = (_NAMES[part], one.statements, one.accused_statements, one.drawings, share, one.doubted)
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure both parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=100)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    counts = {part: measured(part, options.draws) for part in PARTS}
    for part, count in counts.items():
        print(part, count)
    if options.write:
        PAGE.write_text(page(counts), "utf-8")


if __name__ == "__main__":
    main()
