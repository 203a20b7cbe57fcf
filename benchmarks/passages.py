"""Short passages on money and scores, with what a careful reader gets from each → how much is read → docs/passages.md.

    python -m benchmarks.passages [--write] [--list]

The first half of each file was read while the readings were written, the second only measures. `--list` tells what
is missed in the first.
"""

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from toolkit.corpus.evaluation import findings
from toolkit.model.case import Dossier
from toolkit.model.finding import Severity
from toolkit.pipeline.analyze import analyze

ROOT: Final = Path(__file__).resolve().parents[1]
PASSAGES: Final = ROOT / "corpora" / "passages"
PAGE: Final = ROOT / "docs" / "passages.md"
PARTS: Final = {"development": "开发", "held-out": "留出"}
AMOUNTS: Final = ("original_budget", "revised_budget", "actual_expenditure", "execution_rate")
LINE: Final = ("level", "level2", "max_score", "claimed_score", "target", "actual")
NAMES: Final = {
    "original_budget": "年初预算",
    "revised_budget": "全年预算",
    "actual_expenditure": "执行数",
    "execution_rate": "执行率",
    "part": "组成部分（名称和金额）",
    "total": "自评总分",
    "line": "指标（名称）",
    "level": "级别",
    "level2": "二级指标",
    "max_score": "分值",
    "claimed_score": "得分",
    "target": "目标",
    "actual": "完成",
    "reason": "扣分原因",
}


@dataclass(slots=True)
class Count:
    """Passages, those accused of an error; of each field how often it is told, read, and read wrongly."""

    passages: int = 0
    accused: int = 0
    told: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def value(self, name: str, wanted: str | None, got: str | None) -> None:
        """One field: what is told and what was read of it."""
        self.told[name] += wanted is not None
        self.read[name] += wanted is not None and wanted == got
        self.wrong[name] += got is not None and wanted != got

    def share(self, name: str) -> float:
        """How much of what is told of a field was read."""
        return self.read[name] / max(1, self.told[name])


def bare(text: Any) -> str | None:
    """Without blanks, separators, quotation marks and widths; None for nothing."""
    folded = unicodedata.normalize("NFKC", "" if text is None else str(text))
    return re.sub(r"[\s,，“”\"]", "", folded).rstrip("。;分") or None


def number(text: Any) -> str | None:
    """The same of a number, without noughts at its end."""
    plain = bare(text)
    return plain.rstrip("0").rstrip(".") if plain and "." in plain else plain


def quote(cited: Any) -> str | None:
    """What a cited value prints."""
    return None if cited is None else bare(cited.quote)


def passages(kind: str, part: str) -> Iterator[dict[str, Any]]:
    """The passages of one half of a file."""
    lines = [json.loads(line) for line in (PASSAGES / f"{kind}.jsonl").read_text("utf-8").splitlines()]
    half = len(lines) // 2
    yield from lines[:half] if part == "development" else lines[half:]


def read(told: dict[str, Any], heading: str) -> Dossier:
    """The passage within a report of its own."""
    whole = told.get("subject") == "department"
    title = f"临川市示范局{told['year']}年度{'部门整体' if whole else '示范项目'}支出绩效自评报告"
    body = "\n\n".join(told["text"].split("\n"))
    return analyze(f"# {title}\n\n## 一、{heading}\n\n{body}\n".encode(), "passage.md")


def of_money(count: Count, told: dict[str, Any]) -> Dossier:
    """Counts the fields of the whole and its parts."""
    dossier = read({**told, "text": f"{told['text']}\n自评总得分98.5分。"}, "资金情况")
    rows = dossier.case.report.budget
    whole = rows[0] if rows and rows[0].parent is None and rows[0].partition is None else None
    wanted = told["whole"]
    for name in AMOUNTS:
        got = None if whole is None else quote(getattr(whole, name))
        if name == "original_budget" and wanted.get(name) is None and got == bare(wanted.get("revised_budget")):
            got = None  # the one budget told is the first and the last
        count.value(name, bare(wanted.get(name)), got)
    left = Counter(
        (quote(row.label), quote(getattr(row, name)))
        for row in rows[1:]
        for name in AMOUNTS[:3]
        if getattr(row, name) is not None
    )
    due = Counter((bare(one["label"]), bare(one["amount"])) for one in told["parts"])
    count.told["part"] += due.total()
    count.read["part"] += (due & left).total()
    return dossier


def of_scores(count: Count, told: dict[str, Any]) -> Dossier:
    """Counts the total, the lines and their fields."""
    dossier = read(told, "绩效目标完成情况")
    report = dossier.case.report
    total = report.claimed_total
    count.value("total", number(told.get("claimed_total")), None if total is None else number(total.quote))
    lines = {quote(line.name): line for line in reversed(report.indicators)}
    for due in told["indicators"]:
        line = lines.pop(bare(due["name"]), None)
        count.told["line"] += 1
        count.read["line"] += line is not None
        if line is None:
            continue
        values = {"level": str(line.level), "level2": bare(line.level2)}
        values |= {name: quote(getattr(line, name)) for name in ("target", "actual")}
        for name, key in (("max_score", "max"), ("claimed_score", "score")):
            count.value(name, number(due.get(key)), number(quote(getattr(line, name))))
        for name in ("level", "level2", "target", "actual"):
            if name != "level2" or due.get("level2"):
                count.value(name, bare(due.get(name)), values[name])
        why = bare("".join(reason.text.quote for reason in line.deduction_reasons)) or ""
        count.told["reason"] += len(due["reasons"])
        count.read["reason"] += sum((bare(reason) or "") in why for reason in due["reasons"])
    return dossier


KINDS: Final = {"money": ("说资金的", of_money), "scores": ("说得分的", of_scores)}


def measured(kind: str, part: str, *, listing: bool = False) -> Count:
    """What is read of one half of a file."""
    count = Count()
    for told in passages(kind, part):
        before = count.read.total(), count.told.total()
        dossier = KINDS[kind][1](count, told)
        count.passages += 1
        count.accused += any(one.severity is Severity.ERROR for one in findings(dossier))
        missed = count.told.total() - before[1] - (count.read.total() - before[0])
        if listing and missed and part == "development":
            print(f"{kind} {told['id']}: {missed} not read")
    return count


def page(counts: dict[tuple[str, str], Count]) -> str:
    """The text of docs/passages.md."""
    rows = [
        "# 短文里读出多少 · What is read of short passages",
        "",
        "由 `python -m benchmarks.passages --write` 生成，不要手改。*Made by the benchmark; do not edit.*",
        "",
        "短文由没有看过程序的人写成，附真值（`corpora/passages/README.md`）。开发组的读法曾照着改进；留出组没有打开看过。",
        "读出：和真值一字不差（空白、全半角除外）；读错：读成了别的，或真值里没有。指标的各栏只在名称读对时比较。",
    ]
    for kind, (title, _) in KINDS.items():
        both = [counts[kind, part] for part in PARTS]
        heads = [
            f"{PARTS[part]}（{one.passages} 段，误报 {one.accused} 段）" for part, one in zip(PARTS, both, strict=True)
        ]
        rows += ["", f"## {title}", "", f"| 字段 | {' | '.join(heads)} |", "|---|--:|--:|"]
        for name in both[0].told:
            cells = [
                f"{one.read[name]}/{one.told[name]}（{one.share(name):.1%}），读错 {one.wrong[name]}" for one in both
            ]
            rows.append(f"| {NAMES[name]} | {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Measures, and writes the page where asked."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true")
    asked.add_argument("--list", action="store_true")
    chosen = asked.parse_args()
    counts = {(kind, part): measured(kind, part, listing=chosen.list) for kind in KINDS for part in PARTS}
    text = page(counts)
    print(text)
    if chosen.write:
        PAGE.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
