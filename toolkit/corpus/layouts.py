"""All layouts of the made tables: those that readers may be fitted to, and (in `held_out`) those that they may not."""

from collections.abc import Callable
from random import Random
from typing import Final

from toolkit.corpus.contents import funds, indicators, registers
from toolkit.corpus.held_out import HELD_OUT
from toolkit.corpus.layout import Layout, Style
from toolkit.corpus.truth import TrueTable

_PRINT: Final = ("css", "office-html", "office-word", "canvas")
_WHOLE: Final = (*_PRINT, "fpdf")  # of tables whose rows and groups no page needs to cut
_ALL: Final = (*_WHOLE, "word", "web", "sheet")


def _one(make: Callable[[Random], TrueTable]) -> Callable[[Random], tuple[TrueTable, ...]]:
    return lambda chance: (make(chance),)


def _pairs(chance: Random) -> tuple[TrueTable, ...]:
    return tuple(registers.pair(chance, chance.randint(5, 14)) for _ in range(2))


def _patchy(chance: Random) -> TrueTable:
    return registers.plain(chance, blanks=0.15)


def _development(
    name: str,
    make: Callable[[Random], tuple[TrueTable, ...]],
    engines: tuple[str, ...],
    style: Style,
    paged: bool = False,
) -> Layout:
    return Layout(name, "development", make, style, engines, paged)


DEVELOPMENT: Final = (
    _development("indicators", _one(indicators.indicators), _ALL, Style()),
    _development("funds", _one(funds.funds), _ALL, Style(size=10)),
    _development("project-form", _one(funds.project_form), _ALL, Style(size=10)),
    _development("key-indicators", _one(indicators.key_indicators), _ALL, Style(size=10.5)),
    _development("nested-heads", _one(funds.nested), _ALL, Style(size=8)),
    _development("pages-repeated-head", _one(registers.register), _WHOLE, Style(), paged=True),
    _development("pages-single-head", _one(registers.register), _WHOLE, Style(repeat_header=False), paged=True),
    _development("rows-cut", _one(registers.long_rows), _PRINT, Style(cut_rows=True), paged=True),
    _development(
        "groups-cut", _one(registers.grouped), ("css", "office-html", "office-word"), Style(size=10), paged=True
    ),
    _development("landscape", _one(funds.wide), _WHOLE, Style(landscape=True, size=8)),
    _development(
        "shaded-head", _one(indicators.key_indicators), ("css", "office-html", "canvas"), Style(shaded_header=True)
    ),
    _development("filled-rules", _one(indicators.indicators), ("canvas",), Style(rulings="filled")),
    _development("cell-boxes", _one(indicators.indicators), ("css", "canvas"), Style(rulings="boxes")),
    _development("narrow", _one(funds.narrow), ("css", "office-word", "canvas"), Style(size=8, cut_rows=True)),
    _development("beside", _pairs, ("css", "canvas", "sheet"), Style(arrange="beside")),
    _development("three-lines", _one(registers.plain), _WHOLE, Style(rulings="three", size=10)),
    _development("three-lines-notes", _one(indicators.key_indicators), _WHOLE, Style(rulings="three")),
    _development(
        "three-lines-wide",
        _one(funds.wide),
        ("css", "office-html", "canvas", "fpdf"),
        Style(rulings="three", landscape=True, size=8),
    ),
    _development("three-lines-dense", _one(registers.register), _PRINT, Style(rulings="three", size=7), paged=True),
    _development("row-rules-heads", _one(funds.by_entity), _WHOLE, Style(rulings="rows", size=9)),
    _development("row-rules-groups", _one(indicators.indicators), _PRINT, Style(rulings="rows")),
    _development(
        "open-groups",
        _one(registers.grouped),
        ("css", "office-html", "office-word"),
        Style("open", size=10),
        paged=True,
    ),
    _development("no-rules", _one(registers.plain), _WHOLE, Style(rulings="none", size=10)),
    _development("no-rules-blanks", _one(_patchy), _WHOLE, Style(rulings="none", size=10)),
)
LAYOUTS: Final = (*DEVELOPMENT, *HELD_OUT)
