"""What was measured of reading PDFs → docs/performance.md, and its excerpt between two marks in README.md."""

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from toolkit.readers import is_compiled

ENGINES: Final = {"css": "CSS 排版（WeasyPrint）", "office-word": "办公软件（LibreOffice）", "": "真实报告"}
WAYS: Final = {
    "jixiao": "**jixiao**（文字、表格、段落）",
    "jixiao plain": "jixiao 没有 C 编译部件时",
    "pdfium": "pdfium 只取文字",
    "pdfplumber": "pdfplumber 文字和表格",
    "pdfminer.six": "pdfminer.six 文字",
    "PyMuPDF": "PyMuPDF 文字",
    "PyMuPDF tables": "PyMuPDF 文字和表格",
    "docling-parse": "docling-parse 文字",
}
FASTER: Final = {"css": 5.0, "office-word": 15.0}
"""Goal: how many times as fast as pdfplumber."""
ABOVE: Final = 1.5
"""Goal: CPU milliseconds a page above pdfium's bare text."""
PEAK: Final = 100.0
"""Goal: megabytes for 300 pages."""
NOTES: Final = (
    "- 每种读法各用一个进程，先热身，再轮流读同一份文件。时间是 CPU 时间（各线程合计），不含导入，",
    "  取各轮的中位数；倍数先在每一轮里相除，再取中位数。机器与别人共用，绝对值会变，看倍数。",
    "- 文件由本项目的生成器画成（`toolkit/corpus/`），内容虚构，先有真值：一半正文，一半有框线的表（项目表、指标表、",
    "  关键指标表、跨页的登记表）。真实报告没有真值，只在有这些文件的机器上量。",
    "- 单元格：真值里非空的单元格，其文字（去空白，连同重复次数）作为单元格读出的比例；不给表的读法为“—”。",
    "  数字：真值里的数字（逐个字符，连同次数）读出的比例。比例舍去尾数。",
)
_OPEN, _CLOSE = "<!-- benchmarks/pdf_reading.py --write -->", "<!-- / -->"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one way did with one file; times are CPU time of all threads, without imports.

    `faster`: times as fast as pdfplumber; `above`: milliseconds a page above pdfium's bare text. `cells`, `digits`:
    the shares of the true ones that came out; None where these are not known or a way gives no tables.
    """

    version: str
    milliseconds: float
    pages_a_second: float
    peak: float
    faster: float
    above: float
    cells: float | None
    digits: float | None


@dataclass(slots=True)
class Sheet:
    """One file and what each way did with it; `placed`: the share of its cells that we read in place, stitched."""

    name: str
    engine: str
    pages: int
    chars: int
    rounds: int
    placed: float | None
    rows: dict[str, Measured] = field(default_factory=dict)


def shown(sheet: Sheet) -> Iterator[str]:
    """The table of one file, in Markdown."""
    yield f"### {ENGINES[sheet.engine]}，{sheet.pages} 页，每页 {sheet.chars} 字，{sheet.rounds} 轮" + (
        "" if sheet.engine else f"（{sheet.name}）"
    )
    yield ""
    yield "| 读法 | 页/秒 | CPU 毫秒/页 | 比 pdfplumber | 比 pdfium 多（毫秒/页） | 内存峰值 MB | 单元格 | 数字 |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for way, row in sheet.rows.items():
        cells = [
            f"{row.pages_a_second:.0f}",
            f"{row.milliseconds:.2f}",
            f"{row.faster:.1f}×",
            "—" if way == "pdfium" else f"{row.above:.2f}",
            f"{row.peak:.0f}",
            _share(row.cells),
            _share(row.digits),
        ]
        yield f"| {WAYS[way]} | " + " | ".join(cells) + " |"
    if sheet.placed is not None:
        yield ""
        yield f"jixiao 跨页接好的表中，位置和跨度也全对的单元格：{_share(sheet.placed)}。"
    yield ""


def _share(share: float | None) -> str:
    """Rounded down, so that 100 % means all."""
    return "—" if share is None else f"{int(share * 1000) / 10:.1f} %"


def reached(sheets: Sequence[Sheet]) -> Iterator[str]:
    """The goals, each with the worst figure that was measured."""
    yield "| 目标 | 量得（最差的一份） | 达到 |"
    yield "|---|---|---|"
    for engine, goal in FASTER.items():
        ours = [sheet.rows["jixiao"].faster for sheet in sheets if sheet.engine == engine]
        if ours:
            yield _line(
                f"{ENGINES[engine]}：不慢于 pdfplumber 的 {goal:.0f} 倍", f"{min(ours):.1f}×", min(ours) >= goal
            )
    worst = max(sheets, key=lambda sheet: sheet.rows["jixiao"].above)
    above = worst.rows["jixiao"].above
    figure = f"{above:.2f} 毫秒（每页 {worst.chars} 字；每千字 {1000 * above / worst.chars:.2f} 毫秒）"
    yield _line(f"每页比 pdfium 取文字多用不超过 {ABOVE} 毫秒", figure, above <= ABOVE)
    peaks = {sheet.pages: sheet.rows["jixiao"].peak for sheet in sheets if sheet.engine}
    grown = "，".join(f"{pages} 页 {peak:.0f} MB" for pages, peak in sorted(peaks.items()))
    yield _line(f"300 页的内存峰值不超过 {PEAK:.0f} MB", grown, max(peaks.values(), default=0) <= PEAK)


def _line(goal: str, figure: str, held: bool) -> str:
    return f"| {goal} | {figure} | {'是' if held else '否'} |"


def page(sheets: Sequence[Sheet]) -> str:
    """The text of docs/performance.md, the shortest files of each engine first."""
    sheets = sorted(sheets, key=lambda sheet: (sheet.engine == "", sheet.engine, sheet.pages))
    versions = {way: row.version for sheet in sheets for way, row in sheet.rows.items() if way != "jixiao plain"}
    versions["jixiao"] += "（有 C 编译部件）" if is_compiled() else "（没有 C 编译部件）"
    absent = [way for way in WAYS if way not in versions and way != "jixiao plain"]
    today, machine = datetime.now(UTC).date().isoformat(), f"{platform.system()} {platform.machine()}"
    return "\n".join(
        [
            "# 读 PDF 的速度 · Speed of reading PDFs",
            "",
            "由 `python benchmarks/pdf_reading.py --write` 生成，不要手改。*Made by the benchmark; do not edit.*",
            "",
            f"{today}，{machine}，{os.cpu_count()} 核，Python {platform.python_version()}。",
            "版本："
            + "，".join(f"{way} {version}" for way, version in versions.items())
            + (f"；未装而未测：{'、'.join(absent)}" if absent else "")
            + "。",
            "",
            *NOTES,
            "",
            "## 目标 · Goals",
            "",
            *reached(sheets),
            "",
            "## 各份文件 · File by file",
            "",
            *(line for sheet in sheets for line in shown(sheet)),
        ]
    )


def excerpt(sheets: Sequence[Sheet]) -> Iterator[str]:
    """A short table: our speed as a multiple of each of the others', on the longest file of each engine."""
    longest = {sheet.engine: sheet for sheet in sorted(sheets, key=lambda sheet: sheet.pages) if sheet.engine}
    others = [way for way in WAYS if way not in ("jixiao", "jixiao plain", "pdfium")]
    ways = [way for way in others if all(way in sheet.rows for sheet in longest.values())]
    yield "| 同一轮里读同一份文件 | 页/秒 | " + " | ".join(f"比 {WAYS[way]}" for way in ways) + " | 内存峰值 |"
    yield "|---|--:|" + "--:|" * (len(ways) + 1)
    for engine, sheet in longest.items():
        ours = sheet.rows["jixiao"]
        times = [f"{ours.faster / sheet.rows[way].faster:.1f}×" for way in ways]
        cells = [f"{ENGINES[engine]}，{sheet.pages} 页", f"{ours.pages_a_second:.0f}", *times, f"{ours.peak:.0f} MB"]
        yield f"| {' | '.join(cells)} |"


def renew(root: Path, sheets: Sequence[Sheet]) -> None:
    """Write the page and the excerpt."""
    (root / "docs" / "performance.md").write_text(page(sheets), "utf-8")
    readme = root / "README.md"
    before, _, rest = readme.read_text("utf-8").partition(_OPEN)
    after = rest.partition(_CLOSE)[2]
    readme.write_text(before + "\n".join([_OPEN, *excerpt(sheets), _CLOSE]) + after, "utf-8")
