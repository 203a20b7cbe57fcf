"""Made reports, each without an error and then with one planted error after another → docs/planted.md.

    python -m benchmarks.planted [--reports N] [--rounds N] [--seed N] [--split S] [--list] [--write]

The composer's truth graph, judged without toolkit/figures, says which errors the document itself reveals, and which
code is due. `--list` tells each miss, on the training and validation splits alone; `--write` makes the page, of the
test split as a whole.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from toolkit.audit.place import blocks_by_id, quote
from toolkit.audit.run import rules
from toolkit.corpus.build import fingerprint
from toolkit.corpus.evaluation import findings
from toolkit.corpus.grammar import SPLITS, Split
from toolkit.corpus.layout import Style
from toolkit.corpus.render import engines
from toolkit.corpus.writing import Made, replanted
from toolkit.model.case import Dossier
from toolkit.model.citation import Where
from toolkit.model.document import Document, Table
from toolkit.model.finding import Finding, Severity
from toolkit.pipeline.analyze import analyze

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "planted.md"
SEED, REPORTS, ROUNDS = 53, 120, 2
_CLEAN: Final = "clean"


@dataclass(slots=True)
class Count:
    """Of one code: errors planted, revealed by the document, found, found in place; errors said without cause."""

    planted: int = 0
    revealed: int = 0
    found: int = 0
    placed: int = 0
    unfounded: int = 0


@dataclass(slots=True)
class Outcome:
    """What came of all reports: counts by code, error findings right and in all, accusations of clean reports."""

    reports: int = 0
    errors: int = 0
    right: int = 0
    accused: int = 0
    codes: dict[str, Count] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def count(self, code: str) -> Count:
        """The count of a code."""
        return self.codes.setdefault(code, Count())

    def sum(self, name: str) -> int:
        """One figure over all codes."""
        return sum(getattr(one, name) for one in self.codes.values())


def measure(split: Split, seed: int, reports: int, rounds: int) -> Outcome:
    """Every report of the split up to this number, unplanted and replanted, through the whole way."""
    outcome = Outcome(reports)
    engine = engines()["markdown"]
    for number in range(reports):
        for made in replanted(split, seed, number, rounds):
            (content,) = engine.render([(made.document, Style())])
            _add(outcome, made, analyze(content, f"{made.name}.md"))
    return outcome


def _add(outcome: Outcome, made: Made, dossier: Dossier) -> None:
    said = list(findings(dossier))
    planted = made.truth["planted"]
    due = {one["code"] for one in planted if one["observable"]}
    errors = [one for one in said if one.severity is Severity.ERROR]
    for one in errors:
        outcome.errors += bool(planted)
        outcome.right += one.code in due
        outcome.accused += not planted
        if one.code not in due:
            outcome.count(one.code).unfounded += 1
            outcome.misses.append(f"{made.name} unfounded {one.code}: {one.message} ({planted or _CLEAN})")
    for one in planted:
        count = outcome.count(one["code"])
        count.planted += 1
        if not one["observable"]:
            continue
        count.revealed += 1
        found = [finding for finding in said if finding.code == one["code"]]
        placed = any(_in_place(one, finding, dossier.case.document) for finding in found)
        count.found += bool(found)
        count.placed += placed
        if not placed:
            outcome.misses.append(f"{made.name} {'misplaced' if found else 'missed'} {one}")


def _in_place(planted: dict[str, Any], finding: Finding, document: Document) -> bool:
    """Whether a place of the finding shows the wrong figure; of what was left out, the row or paragraph of its line."""
    blocks = blocks_by_id(document)
    if not planted["observed"]:
        return any(planted["subject"] in text for where in finding.where for text in _around(where, document))
    whole = re.compile(rf"(?<![\d.]){re.escape(planted['observed'].rstrip('万元').replace(',', ''))}(?![\d]|\.\d)")
    return any(whole.search(quote(blocks, where).replace(",", "")) for where in finding.where)


def _around(where: Where, document: Document) -> Iterator[str]:
    """The texts of the rows and paragraphs that a place touches."""
    blocks = blocks_by_id(document)
    for segment in where.segments:
        block = blocks[segment.block]
        if isinstance(block, Table):
            row = segment.cell[0] if segment.cell else -1
            yield "".join(cell.text for cell in block.cells if cell.row == row)
        else:
            yield block.text


def _of_more(outcome: Outcome) -> int:
    """Counts planted too large of a list that leaves room for more."""
    counts = outcome.codes.get("CON506", Count())
    return counts.planted - counts.revealed


def share(part: int, whole: int) -> str:
    """“99.12 %”, rounded down, so that 100 % means all."""
    return f"{part * 10000 // whole / 100:.2f} %" if whole else "—"


def lines(outcome: Outcome, split: str, seed: int, rounds: int) -> list[str]:
    """The page: what was done, the figures against their goals, one row a code."""
    kinds = sum(one.planted > 0 for one in outcome.codes.values())
    planted, revealed, found, placed = (outcome.sum(name) for name in ("planted", "revealed", "found", "placed"))
    group = {"train": "训练组", "validation": "验证组", "test": "测试组"}[split]
    known = rules()
    rows = [
        f"| {code} | {known[code].title} | {one.planted} | {one.revealed} | {one.found} | {one.placed} "
        f"| {one.unfounded} |"
        for code, one in sorted(outcome.codes.items())
    ]
    return [
        "# 植入的差错 · Planted errors",
        "",
        "由 `python -m benchmarks.planted --write` 生成，不要手改。*Made by the benchmark; do not edit.*",
        "",
        f"{group}的自拟报告（种子 {seed}）{outcome.reports} 份：先原样查一遍，再逐处植入一个差错重查，"
        f"每种至多 {rounds} 处，共 {planted} 处、{kinds} 种。",
        "文档看不看得出，由写作端的真值关系断定，不经 `toolkit/figures`。",
        "清单以“等”收尾，或由个数之后的“包括”“涵盖”之类引出的，不算列全："
        f"个数写多了算看不出，本组 {_of_more(outcome)} 处。",
        "测试组的说法、版式、词库、单位都不在训练组和验证组里，单份失误不列出。",
        f"写作程序的指纹：`{fingerprint()}`。这些报告比真实报告整齐；比例不能当作真实报告上的准确率。",
        "",
        "| 量 | 数 | 目标 |",
        "|---|--:|--:|",
        f"| 看得出的差错报出 | {found}/{revealed}＝{share(found, revealed)} | ≥ 99 % |",
        f"| 报出的数据矛盾有据 | {outcome.right}/{outcome.errors}＝{share(outcome.right, outcome.errors)} | ≥ 99.5 % |",
        f"| 指到出错的数 | {placed}/{found}＝{share(placed, found)} | ≥ 98 % |",
        f"| 文档看不出的差错 | {planted - revealed}/{planted}＝{share(planted - revealed, planted)} | ≤ 25 % |",
        f"| 原样报告上误报的数据矛盾 | {outcome.accused} | 0 |",
        "",
        "| 规则 | 名称 | 植入 | 看得出 | 报出 | 指到 | 误报 |",
        "|---|---|--:|--:|--:|--:|--:|",
        *rows,
        "",
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the page, and where asked the misses; 1 where misses of the test split are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--split", choices=SPLITS, default="test")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.split == "test" and asked.list:
        print("single misses of the test split are not shown", file=sys.stderr)
        return 1
    outcome = measure(asked.split, asked.seed, asked.reports, asked.rounds)
    text = "\n".join(lines(outcome, asked.split, asked.seed, asked.rounds))
    print(text, *(outcome.misses if asked.list else ()), sep="\n")
    if asked.write:
        PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
