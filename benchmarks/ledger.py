"""CPU time of the figure ledger: a report of about fifty pages, and hostile texts at one and two times their length.

`python -m benchmarks.ledger`: seconds of one core for the long report (goal: at most 2), and ratios that are near 2
where time grows with the length (near 4: with its square).
"""

import time
from typing import cast

from toolkit.corpus.grammar import Split
from toolkit.corpus.layout import Style
from toolkit.corpus.render import engines
from toolkit.corpus.writing import make
from toolkit.extract import extract
from toolkit.figures import build_ledger
from toolkit.model.document import Document
from toolkit.model.record import PerformanceReport
from toolkit.readers import read

_PAGE = 900
_PAGES = 50
_PUMPED = {
    "其中": "其中：甲1个，由乙2个（丙3个，",
    "未闭合的括号": "支出10万元（其中5万元",
    "未打开的括号": "支出10万元）5万元）",
    "比率": "应办40件，办结38件，办结率95%，",
    "增减": "2022年支出500万元，比上年450万元增加50万元，增长11.1%，",
    "占比": "支出800万元，其中项目500万元，占62.5%，",
    "平均": "培训120人，支出24万元，人均2,000元，",
    "列举": "甲县、乙县、丙县3个县，",
    "句": "全年支出800万元，其中：甲300万元，乙500万元。",
}


def main() -> None:
    """Print all figures."""
    document, report = _long_report()
    length = sum(len(getattr(block, "text", "")) for block in document.blocks)
    seconds, ledger = _timed(document, report)
    print(f"{length} characters, {ledger} figures: {seconds:.2f} s")
    for name, unit in _PUMPED.items():
        first, second = (_timed(_text(unit * count), PerformanceReport())[0] for count in (1500, 3000))
        print(f"{name}: {first:.2f} s → {second:.2f} s, ratio {second / first:.1f}")


def _long_report() -> tuple[Document, PerformanceReport]:
    """The first made department report, with the prose of others behind it to fill the pages."""
    parts: list[bytes] = []
    for number in range(400):
        made = make(cast(Split, "train"), 1, number)
        (content,) = engines()["markdown"].render([(made.document, Style())])
        parts.append(content if not parts else content.partition(b"\n")[2])
        if sum(len(part.decode()) for part in parts) >= _PAGE * _PAGES:
            break
    document = read(b"\n".join(parts), "long.md")
    return document, extract(document)


def _text(text: str) -> Document:
    return read(f"# 报告\n\n{text}".encode(), "pumped.md")


def _timed(document: Document, report: PerformanceReport) -> tuple[float, int]:
    start = time.process_time()
    ledger = build_ledger(document, report)
    return time.process_time() - start, ledger.summary.figures


if __name__ == "__main__":
    main()
