"""Reports that the project's own generator makes, of about so many pages in each engine, drawn once and kept.

Half of the pages are running text, half tables with rulings: forms, indicators, key figures and registers over pages.
"""

import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Final

from toolkit.corpus import words
from toolkit.corpus.contents import funds, indicators, registers
from toolkit.corpus.layout import Style
from toolkit.corpus.render import engines
from toolkit.corpus.truth import TrueDocument, TrueParagraph, TruePart
from toolkit.readers.pdf import _pdfium

ENGINES: Final = ("css", "office-word")
"""A CSS renderer (one font program of glyph ids, a line for each side of each cell) and an office (long lines)."""

_CACHE: Final = Path(tempfile.gettempdir()) / "jixiao-bench"
_TABLES: Final = (indicators.indicators, funds.project_form, indicators.key_indicators, registers.register)
_NUMERALS: Final = "一二三四五六七八九"
_PARAGRAPHS: Final = 12
_SAMPLE: Final = 6


def report(sections: int) -> TrueDocument:
    """A report of so many sections, each with four tables, every table after some paragraphs of text."""
    chance = Random(f"report/{sections}")
    parts = (part for _ in range(sections) for part in _section(chance))
    return TrueDocument(f"{words.place(chance)}{words.project(chance)}绩效自评报告", tuple(parts))


def _section(chance: Random) -> Iterator[TruePart]:
    for numeral, make in zip(_NUMERALS, _TABLES, strict=False):
        yield TrueParagraph(f"{numeral}、{words.project(chance)}情况", 1)
        for _ in range(_PARAGRAPHS):
            yield TrueParagraph("".join(_sentence(chance) for _ in range(chance.randint(1, 3))))
        yield make(chance)


def _sentence(chance: Random) -> str:
    money, rate = words.amount(chance), words.rate(chance)
    return f"{words.place(chance)}投入{money}万元，完成率{rate}，{words.sentences(chance, 1, 4)}"


def made(engine: str, pages: int) -> tuple[Path, TrueDocument]:
    """(file of about so many pages, what it truly says); drawn in seconds to minutes, kept in the temporary folder."""
    sample, _ = _drawn(engine, _SAMPLE)
    sections = max(1, round(_SAMPLE * pages / page_count(sample)))
    return _drawn(engine, sections)


def _drawn(engine: str, sections: int) -> tuple[Path, TrueDocument]:
    truth = report(sections)
    name = sha256(repr(truth).encode()).hexdigest()[:12]
    path = _CACHE / f"{engine}-{sections}-{name}.pdf"
    if not path.is_file():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(engines()[engine].render([(truth, Style())])[0])
    return path, truth


def page_count(path: Path) -> int:
    """The pages of a PDF."""
    with _pdfium.open_pages(path.read_bytes(), None) as pages:
        return pages.count
