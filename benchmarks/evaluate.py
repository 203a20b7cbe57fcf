"""Made reports of the test split in every format, read and audited, compared with their truth → docs/evaluation.md.

What came of each rule also goes to toolkit/audit/measured.json, which `jixiao rules explain` and docs/rules.md show.

    python benchmarks/evaluate.py [--size N] [--slow N] [--failures FILE]

The page counts the test split alone, as a whole. `--failures` lists what goes wrong on the training and validation
splits, in other documents; single misses of the test split are never shown.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

from toolkit.audit.run import rules
from toolkit.corpus.build import FORMATS, QUICK
from toolkit.corpus.evaluation import Evaluation, RuleCount, evaluate
from toolkit.corpus.render import engines

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "evaluation.md"
MEASURED = ROOT / "toolkit" / "audit" / "measured.json"
COUNTED = ("due", "said", "wrong", "remarks")
SEED = 41
OTHER_SEED = 7
GOALS = (0.98, 0.95)
NAMES = {
    "markdown": "Markdown",
    "text": "纯文本，制表符",
    "recognised": "文本，仿扫描识别",
    "web": "HTML",
    "sheet": "XLSX",
    "word": "DOCX",
    "css": "PDF，WeasyPrint",
    "canvas": "PDF，ReportLab",
    "fpdf": "PDF，fpdf2",
    "office-word": "PDF，LibreOffice",
    "scan": "PDF，扫描图像",
}


def share(value: float) -> str:
    """A share with four places, rounded down, so that 1.0000 means all."""
    return f"{int(value * 10000) / 10000:.4f}"


def summary(done: Sequence[Evaluation]) -> list[str]:
    """One row a format."""
    lines = [
        "| 格式 | 份 | 字段 F1 | 扣分原因 F1 | 应报 | 报出 | 误报的数据矛盾（份） |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for one in done:
        due, said, wrong = (
            sum(getattr(rule, name) for rule in one.rules.values()) for name in ("due", "said", "wrong")
        )
        shares = f"{share(one.fields.f1)} | {share(one.reasons.f1)}"
        lines.append(f"| {NAMES[one.format]} | {one.documents} | {shares} | {due} | {said} | {wrong} |")
    return lines


def by_field(done: Sequence[Evaluation]) -> list[str]:
    """One row a field, over all formats but scans."""
    names = sorted({name for one in done for name in one.by_field})
    lines = ["| 字段 | " + " | ".join(NAMES[one.format] for one in done) + " |", "|---|" + "--:|" * len(done)]
    for name in names:
        shares = [share(one.by_field[name].f1) if name in one.by_field else "—" for one in done]
        lines.append(f"| {name} | " + " | ".join(shares) + " |")
    return lines


def totals(done: Sequence[Evaluation]) -> dict[str, RuleCount]:
    """What came of each code, all formats together."""
    names = [part.name for part in fields(RuleCount)]
    codes = sorted({code for one in done for code in one.rules})
    counts = {code: [one.rules.get(code, RuleCount()) for one in done] for code in codes}
    return {code: RuleCount(*(sum(getattr(one, name) for one in counts[code]) for name in names)) for code in codes}


def by_rule(done: Sequence[Evaluation]) -> list[str]:
    """One row a code, all formats together."""
    known = rules()
    lines = [
        "| 规则 | 名称 | 应报 | 报出 | 看不出的差错 | 误报 | 无误文档上的待核实、提示 |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for code, one in totals(done).items():
        title = known[code].title if code in known else "（规则尚未编写）"
        counts = (one.due, one.said, one.hidden, one.wrong, one.remarks)
        lines.append(f"| {code} | {title} | " + " | ".join(map(str, counts)) + " |")
    return lines


def measured(done: Sequence[Evaluation]) -> str:
    """The text of measured.json."""
    counts = {code: {name: getattr(one, name) for name in COUNTED} for code, one in totals(done).items()}
    content = {"seed": SEED, "documents": sum(one.documents for one in done), "rules": counts}
    return json.dumps(content, indent=1) + "\n"


def fingerprint() -> str:
    """A hash of the code and data that read, judge and make: the figures hold for it alone."""
    code = sha256()
    for path in sorted(path for path in (ROOT / "toolkit").rglob("*") if path.suffix in {".py", ".toml"}):
        code.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return code.hexdigest()[:16]


def page(done: Sequence[Evaluation], absent: Iterable[str]) -> str:
    """The text of docs/evaluation.md."""
    missing = "、".join(NAMES[name] for name in absent)
    return "\n".join(
        [
            "# 自拟报告上的表现 · On made reports",
            "",
            "由 `make evaluate` 生成，不要手改。*Made by the benchmark; do not edit.*",
            "",
            f"测试组的自拟报告（种子 {SEED}），每份先有真值，再写成文字、排成各种格式，读回后逐字段比较；"
            "三分之二各植入一处差错。测试组的说法、版式、词库、单位都不在训练组和验证组里，单份失误不列出、不据以改程序。"
            + (f"未装而未测：{missing}。" if missing else "")
            + f"所测代码的指纹：`{fingerprint()}`。",
            "",
            "- 字段 F1：真值写明而读得不同算漏，读出而真值没有算多；两边都没有的不计。",
            f"- 目标：每种格式字段 F1 ≥ {GOALS[0]}，扣分原因 F1 ≥ {GOALS[1]}，无误之处不报数据矛盾。",
            "- 这些报告出自同一套语法，比真实报告整齐；比例不能当作真实报告上的准确率。",
            "",
            "## 各格式 · By format",
            "",
            *summary(done),
            "",
            "## 各字段 F1 · By field",
            "",
            *by_field(done),
            "",
            "## 各规则 · By rule",
            "",
            "各格式合计。看不出的差错：植入了，但印出的区间仍相交，不应报。误报：不该报而报为数据矛盾的份数。",
            "",
            *by_rule(done),
            "",
        ]
    )


def failures(size: int) -> str:
    """What goes wrong on documents that may be looked at."""
    parts = []
    for split in ("train", "validation"):
        for name in QUICK:
            found = evaluate(split, OTHER_SEED, size, name)
            parts += [f"## {split} / {name}: {share(found.fields.f1)}", "", *(f"- {miss}" for miss in found.misses), ""]
    return "\n".join(parts)


def main() -> None:
    """Make, read, compare, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=500, help="documents of each quick format")
    parser.add_argument("--slow", type=int, default=100, help="documents of each PDF engine; a tenth of them as scans")
    parser.add_argument("--failures", type=Path)
    asked = parser.parse_args()
    if asked.failures:
        asked.failures.write_text(failures(asked.size), "utf-8")
        return
    absent = [name for name in FORMATS if engines()[name].missing()]
    done = []
    for name in (name for name in FORMATS if name not in absent):
        size = asked.size if name in QUICK else asked.slow // 10 if name == "scan" else asked.slow
        if size:
            done.append(evaluate("test", SEED, size, name))
            print(summary(done[-1:])[-1], file=sys.stderr)
    PAGE.write_text(page(done, absent), "utf-8")
    MEASURED.write_text(measured(done), "utf-8")
    print("\n".join(summary(done)))


if __name__ == "__main__":
    main()
