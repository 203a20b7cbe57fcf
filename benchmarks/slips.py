"""Reports written by hand, each right and then with one slip after another → how many are found → docs/slips.md.

    python -m benchmarks.slips [--list] [--write]

A slip counts as found where the audit says something that it does not say of the report as it was; as an error, where
that is one. `--list` tells what is missed in the development part; of the held-out part nothing but the counts is told.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from toolkit.corpus.evaluation import findings
from toolkit.model.finding import Severity
from toolkit.pipeline.analyze import analyze

ROOT: Final = Path(__file__).resolve().parents[1]
SLIPS: Final = ROOT / "corpora" / "slips"
PAGE: Final = ROOT / "docs" / "slips.md"
PARTS: Final = {"development": "开发", "held-out": "留出"}


@dataclass(slots=True)
class Count:
    """Reports, those accused of an error though they are right; slips, those found, those found as errors."""

    reports: int = 0
    accused: int = 0
    slips: int = 0
    found: int = 0
    errors: int = 0


def reports(part: str) -> Iterator[tuple[Path, tuple[tuple[str, str], ...]]]:
    """The reports of a part with their slips, as (printed, misprinted)."""
    for path in sorted((SLIPS / part).iterdir()):
        if path.suffix != ".slips":
            listed = path.with_suffix(".slips")
            lines = listed.read_text("utf-8").splitlines() if listed.is_file() else []
            pairs = (line.split(" ⇒ ") for line in lines)
            yield path, tuple((before, after) for before, after in pairs)


def said(path: Path, text: str) -> Counter[tuple[str, bool]]:
    """(code, whether it is an error) of each finding."""
    found = findings(analyze(text.encode("utf-8"), path.name))
    return Counter((one.code, one.severity is Severity.ERROR) for one in found)


def measured(part: str, *, listing: bool = False) -> Count:
    """What the audit says of the reports of one part."""
    count = Count()
    for path, slips in reports(part):
        text = path.read_text("utf-8")
        before = said(path, text)
        count.reports += 1
        wrong = sorted(code for code, is_error in before if is_error)
        count.accused += bool(wrong)
        if listing and wrong:
            print(f"{path.name} accused: {' '.join(wrong)}")
        for printed, misprinted in slips:
            more = said(path, text.replace(printed, misprinted)) - before
            count.slips += 1
            count.found += bool(more)
            count.errors += any(is_error for _, is_error in more)
            if listing and not more:
                print(f"{path.name} missed: {printed} ⇒ {misprinted}")
    return count


def page(counts: dict[str, Count]) -> str:
    """The text of docs/slips.md."""
    rows = [
        f"| {PARTS[part]} | {one.reports} | {one.accused} | {one.slips} "
        f"| {one.found}（{one.found / one.slips:.1%}） | {one.errors} |"
        for part, one in counts.items()
    ]
    return "\n".join(
        [
            "# 手写报告上的笔误 · Slips in reports written by hand",
            "",
            "由 `python -m benchmarks.slips --write` 生成，不要手改。*Made by the benchmark; do not edit.*",
            "",
            "报告由没有看过程序的人写成，说法比语法生成的报告杂得多（`corpora/slips/README.md`）；"
            "每次改错一处，看审核比原来多说了什么。",
            "这是发现笔误最严的一种量法：说法没有见过，差错多在正文里，常要跨句才算得出。",
            "开发组的读法曾照着改进，所以偏乐观；留出组只看合计。",
            "",
            "| 组别 | 份 | 无误而报为数据矛盾（份） | 笔误 | 发现 | 其中报为数据矛盾 |",
            "|---|--:|--:|--:|--:|--:|",
            *rows,
            "",
        ]
    )


def main() -> None:
    """Print the counts; list or write them as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    counts = {part: measured(part, listing=asked.list and part == "development") for part in PARTS}
    for part, count in counts.items():
        print(part, count)
    if asked.write:
        PAGE.write_text(page(counts), "utf-8")


if __name__ == "__main__":
    main()
