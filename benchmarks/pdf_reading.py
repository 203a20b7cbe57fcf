"""Reading PDFs: our whole read (characters, tables, paragraphs) against others on the same files → docs/performance.md.

    python benchmarks/pdf_reading.py [--rounds N] [--pages N…] [--slow PAGES] [--write] [FILE…]

Each way to read has a process of its own for each file; they warm up on a sample, then take turns, and ratios are
medians over the rounds. Our own Python reads where it can; what it lacks is read by the one that JIXIAO_PEERS names,
and left out where that lacks it too. `--slow` leaves the slow ways out of files with more pages; `--write` renews the
page and the excerpt in README.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Any, Final

from pdf_files import ENGINES, made, page_count
from pdf_page import Measured, Sheet, renew, shown
from pdf_peers import WAYS

from toolkit.corpus.agreement import agreement, bare
from toolkit.corpus.render import engines
from toolkit.corpus.truth import TrueDocument
from toolkit.readers import read

ROOT: Final = Path(__file__).resolve().parents[1]
SHARED: Final = Path(os.environ.get("JIXIAO_SHARED", ROOT.parent / "shared"))
_WARM: Final = ROOT / "corpora" / "samples" / "yunjiang-wangshan-rural-water-2023.pdf"
_SHORT: Final = 60  # pages: what is longer is read in fewer rounds
REAL: Final = [SHARED / "reports" / name for name in ("gxj-2021.pdf", "gxj-2021-office.pdf")]


class Worker:
    """A process that reads files in one way."""

    def __init__(self, way: str, python: str) -> None:
        paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        self._process = subprocess.Popen(
            [python, str(Path(__file__).with_name("pdf_peers.py")), way],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
            text=True,
        )
        self.version = str(self._answer()["version"])

    def ask(self, what: str) -> Any:
        """Its answer to a line."""
        assert self._process.stdin is not None
        print(what, file=self._process.stdin, flush=True)
        return self._answer()

    def end(self) -> None:
        """Let it end."""
        self._process.communicate()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())


def pythons() -> dict[str, str]:
    """The Python that reads in each way; a line on standard error for each way without one."""
    candidates = [sys.executable, *filter(None, [os.environ.get("JIXIAO_PEERS")])]
    found: dict[str, str] = {}
    for name, way in WAYS.items():
        asks = f"import importlib.metadata; importlib.metadata.version({way.package!r})"
        for python in candidates:
            if subprocess.run([python, "-c", asks], capture_output=True, check=False).returncode == 0:
                found[name] = python
                break
        else:
            print(f"{name} is left out: no Python here has {way.package} (JIXIAO_PEERS names one)", file=sys.stderr)
    return found


def measure(path: Path, engine: str, truth: TrueDocument | None, rounds: int, able: dict[str, str]) -> Sheet:
    """All ways on one file. A longer one is read in fewer rounds: it is its own average."""
    count = page_count(path)
    rounds = max(1, min(rounds, rounds * _SHORT // count))
    workers = {way: Worker(way, python) for way, python in able.items()}
    for worker in workers.values():
        worker.ask(str(_WARM))
    turns = [{way: worker.ask(str(path)) for way, worker in workers.items()} for _ in range(rounds)]
    said = {way: worker.ask("result") for way, worker in workers.items()}
    for worker in workers.values():
        worker.end()
    sheet = Sheet(
        path.name, engine, count, len(bare("".join(said["pdfium"][0]))) // count, rounds, _placed(path, truth)
    )
    for way, worker in workers.items():
        texts, cells = said[way]
        cpu = [turn[way]["cpu"] for turn in turns]
        sheet.rows[way] = Measured(
            worker.version,
            1000 * median(cpu) / count,
            count / median(cpu),
            turns[0][way]["peak"],
            median(turn["pdfplumber"]["cpu"] / turn[way]["cpu"] for turn in turns),
            median(1000 * (turn[way]["cpu"] - turn["pdfium"]["cpu"]) / count for turn in turns),
            None if truth is None or cells is None else _kept(_cells(truth), map(bare, cells)),
            None if truth is None else _kept(_digits_in(truth.texts), _digits_in(texts)),
        )
    return sheet


def _placed(path: Path, truth: TrueDocument | None) -> float | None:
    """The share of the cells that we read with their place and spans, in tables stitched over the pages."""
    if truth is None:
        return None
    cells = agreement(truth, read(path.read_bytes(), path.name)).tally.cells
    return cells.right / cells.whole


def _kept(wanted: Iterable[str], came: Iterable[str]) -> float:
    """The share of what is wanted, each as often as it is, that came."""
    whole = Counter(wanted)
    return (whole & Counter(came)).total() / whole.total()


def _cells(truth: TrueDocument) -> Iterator[str]:
    """The texts of all cells that are not empty."""
    return (bare(cell.text) for table in truth.tables for cell in table.cells if cell.text)


def _digits_in(texts: Iterable[str]) -> Iterator[str]:
    return (letter for text in texts for letter in text if letter.isdecimal())


def files(pages: Iterable[int], named: Iterable[Path]) -> Iterator[tuple[Path, str, TrueDocument | None]]:
    """(file, its engine, what it truly says): those named; else made ones, and the real ones where they are."""
    given = list(named)
    yield from ((path, "", None) for path in given)
    if given:
        return
    missing = {engine: engines()[engine].missing() for engine in ENGINES}
    for engine in filter(missing.get, missing):
        print(f"files of {engine} are left out: {missing[engine]} is not installed here", file=sys.stderr)
    for count in pages:
        for engine in ENGINES:
            if not missing[engine]:
                path, truth = made(engine, count)
                yield path, engine, truth
    yield from ((path, "", None) for path in REAL if path.is_file())


def main() -> None:
    """Print a table for each file, then what is reached."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, nargs="*", default=[40, 100, 300])
    parser.add_argument("--slow", type=int, default=1000, help="pages that slow ways read at most")
    parser.add_argument("--write", action="store_true", help="renew docs/performance.md and README.md")
    parser.add_argument("files", type=Path, nargs="*")
    asked = parser.parse_args()
    able, sheets = pythons(), []
    for path, engine, truth in files(asked.pages, asked.files):
        ways = {way: python for way, python in able.items() if page_count(path) <= asked.slow or not WAYS[way].slow}
        sheets.append(measure(path, engine, truth, asked.rounds, ways))
        print("\n".join(shown(sheets[-1])), flush=True)
        if asked.write:
            renew(ROOT, sheets)


if __name__ == "__main__":
    main()
