"""Made tables of every layout and engine, drawn, read and compared with their truth → docs/tables.md.

    python benchmarks/tables.py [--seeds N] [--failures FILE]

The page is measured on seeds that nobody looks at. `--failures` also lists what goes wrong in development layouts, on
other seeds; single failures of held-out layouts are never shown.
"""

import argparse
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from toolkit.corpus.agreement import Share
from toolkit.corpus.layouts import DEVELOPMENT, LAYOUTS
from toolkit.corpus.render import engines
from toolkit.corpus.trial import CLASSES, Trial, total, trials

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "tables.md"
SEEDS = 3
MEASURED_FROM = 100
GOALS = {"ruled": "99 %", "unruled": "95 %", "file": "99 %"}
KINDS = {"ruled": "PDF，有框线", "unruled": "PDF，框线不全或无框线", "file": "DOCX、HTML、XLSX"}
SPLITS = {"development": "开发", "held-out": "留出"}
HEAD = "份 | 表 | 单元格 | 行 | 合并的组名 | 数字"


def percent(share: Share) -> str:
    """A share as printed; rounded down, so that 100 % means all."""
    if not share.whole:
        return "—"
    return f"{share.right * 1000 // share.whole / 10:.1f} %"


def counted(done: Sequence[Trial]) -> str:
    """The columns of a row that tell how much is right."""
    tally = total(done)
    shares = (tally.tables, tally.cells, tally.rows, tally.labels, tally.digits)
    return f"{len(done)} | " + " | ".join(percent(share) for share in shares)


def summary(done: Sequence[Trial]) -> list[str]:
    """One row for each class and split."""
    lines = [f"| 载体 | 组别 | {HEAD} | 目标（单元格） |", "|---|---|--:|--:|--:|--:|--:|--:|--:|"]
    for kind in CLASSES:
        for split, word in SPLITS.items():
            part = [trial for trial in done if trial.kind == kind and trial.layout.split == split]
            if part:
                lines.append(f"| {KINDS[kind]} | {word} | {counted(part)} | {GOALS[kind]} |")
    return lines


def detail(done: Sequence[Trial], split: str) -> list[str]:
    """One row for each layout and engine of a split."""
    lines = [f"| 版式 | 引擎 | {HEAD} |", "|---|---|--:|--:|--:|--:|--:|--:|"]
    for layout in LAYOUTS:
        for engine in layout.engines:
            part = [trial for trial in done if trial.layout is layout and trial.engine == engine]
            if part and layout.split == split:
                lines.append(f"| {layout.name} | {engine} | {counted(part)} |")
    return lines


def over_pages(done: Sequence[Trial]) -> str:
    """How many rows are found whole in tables that run over several pages."""
    words: list[str] = []
    for split, word in SPLITS.items():
        part = [trial for trial in done if trial.layout.split == split and trial.layout.paged and trial.kind != "file"]
        ruled = total([trial for trial in part if trial.layout.ruled]).rows
        rest = total([trial for trial in part if not trial.layout.ruled]).rows
        words.append(f"{word}：有框线 {percent(ruled)}（{ruled.right}/{ruled.whole}），无框线 {percent(rest)}")
    return "；".join(words) + "。"


def fingerprint() -> str:
    """A hash of the code that reads and of the code that draws and counts: the figures hold for it alone."""
    code = sha256()
    for folder in ("corpus", "layout", "readers"):
        for path in sorted((ROOT / "toolkit" / folder).rglob("*.py")):
            code.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return code.hexdigest()[:16]


def page(done: Sequence[Trial]) -> str:
    """The text of docs/tables.md."""
    used = sorted({name for layout in LAYOUTS for name in layout.engines})
    absent = [name for name in used if engines()[name].missing()]
    tables = total(done).tables.whole
    return "\n".join(
        [
            "# 表格读取 · Reading tables",
            "",
            "由 `python benchmarks/tables.py` 生成，不要手改。*Made by the benchmark; do not edit.*",
            "",
            f"自拟表格 {tables} 张，{len(done)} 份文件，{len(LAYOUTS)} 种版式，{len(used) - len(absent)} 种引擎；"
            "内容全部虚构，由种子确定（`toolkit/corpus/`）。每份先有真值，再由引擎画出，读回后逐格比较。"
            + (f"未装而未测：{'、'.join(absent)}。" if absent else "")
            + f"所测代码（`corpus`、`layout`、`readers`）的指纹：`{fingerprint()}`。",
            "",
            "- 表：行列数相同且每格都对。单元格：去空白后的文字、行、列、跨行跨列全对才算对。",
            "- 行：在所属的一张表中、按次序整行找到（跨页未接上的不算）。合并的组名：跨行合并的表体单元格全对。",
            "- 数字：文中与读出的数字（逐个字符，含重复次数）相同的，占两者并集之比。比例一律舍去尾数。",
            "- 留出版式不用于调试，只整体测量；其单个失误不列出。所有数字都出自调试时不看的种子。",
            "",
            "## 合计 · Summary",
            "",
            *summary(done),
            "",
            f"跨页表格找回的行（目标 98 %）——{over_pages(done)}",
            "",
            "## 开发版式 · Development layouts",
            "",
            *detail(done, "development"),
            "",
            "## 留出版式 · Held-out layouts",
            "",
            *detail(done, "held-out"),
            "",
        ]
    )


def failures(done: Sequence[Trial]) -> str:
    """What went wrong in development layouts, one section for each document."""
    parts = [
        'Redraw one: .venv/bin/python -c "from toolkit.corpus.layouts import *; from toolkit.corpus.layout import '
        "compose; from toolkit.corpus.render import engines; l = {l.name: l for l in DEVELOPMENT}['LAYOUT']; "
        "open('/tmp/x.pdf', 'wb').write(engines()['ENGINE'].render([(compose(l, 'ENGINE', SEED), l.style)])[0])\"\n"
    ]
    for trial in done:
        if trial.layout.split == "development" and trial.outcome.misses:
            cells = trial.outcome.tally.cells
            parts.append(
                f"## {trial.layout.name} / {trial.engine} / seed {trial.seed}: {cells.right}/{cells.whole} cells"
            )
            parts += [f"- {miss}" for miss in trial.outcome.misses]
            parts.append("")
    return "\n".join(parts)


def main() -> None:
    """Draw, read, compare, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--failures", type=Path)
    asked = parser.parse_args()
    done = trials(LAYOUTS, range(MEASURED_FROM, MEASURED_FROM + asked.seeds))
    PAGE.write_text(page(done), "utf-8")
    if asked.failures:
        asked.failures.write_text(failures(trials(DEVELOPMENT, range(asked.seeds))), "utf-8")
    print("\n".join(summary(done)))
    print(over_pages(done))


if __name__ == "__main__":
    main()
