"""Layouts kept back: they tell how readers do on tables that nobody fitted them to.

Whoever works on readers or layout does not open documents of these, nor look at single failures in them; they are
measured as a whole only. A layout that was looked at moves to the development ones, and a new one takes its place.
"""

from random import Random
from typing import Final

from toolkit.corpus.contents import funds, indicators, registers
from toolkit.corpus.layout import Layout, Style
from toolkit.corpus.truth import TrueTable

_PDF: Final = ("css", "office-html", "canvas")
_WHOLE: Final = (*_PDF, "fpdf")


def _full_width(chance: Random) -> tuple[TrueTable, ...]:
    return (indicators.indicators(chance, 2, full_width=True),)


def _blanks(chance: Random) -> tuple[TrueTable, ...]:
    return (indicators.indicators(chance, 3, blanks=0.35),)


def _adjacent(chance: Random) -> tuple[TrueTable, ...]:
    return funds.funds(chance), indicators.indicators(chance, 2)


def _nested(chance: Random) -> tuple[TrueTable, ...]:
    return (funds.nested(chance),)


def _register(chance: Random) -> tuple[TrueTable, ...]:
    return (registers.register(chance),)


def _over_years(chance: Random) -> tuple[TrueTable, ...]:
    return (indicators.key_indicators(chance),)


def _grouped(chance: Random) -> tuple[TrueTable, ...]:
    return (registers.grouped(chance),)


def _long_list(chance: Random) -> tuple[TrueTable, ...]:
    return (registers.plain(chance, 60, 90),)


def _banded(chance: Random) -> tuple[TrueTable, ...]:
    return (registers.plain(chance, blanks=0.1),)


HELD_OUT: Final = (
    Layout("full-width", "held-out", _full_width, Style(), (*_WHOLE, "word", "web", "sheet")),
    Layout("blanks", "held-out", _blanks, Style(), (*_WHOLE, "word", "web", "sheet")),
    Layout("adjacent", "held-out", _adjacent, Style(arrange="adjacent"), (*_PDF, "web", "sheet")),
    Layout("turned-page", "held-out", _nested, Style(landscape=True, turned=True, size=8), ("css", "canvas")),
    Layout(
        "open-sides",
        "held-out",
        _register,
        Style(rulings="open", cut_rows=True),
        ("css", "office-word", "canvas"),
        paged=True,
    ),
    Layout(
        "groups-cut-single-head",
        "held-out",
        _grouped,
        Style(repeat_header=False, size=10),
        ("css", "office-word"),
        paged=True,
    ),
    Layout("row-rules-nested", "held-out", _nested, Style(rulings="rows", landscape=True), _WHOLE),
    Layout("three-lines-nested", "held-out", _nested, Style(rulings="three", landscape=True), _PDF),
    Layout("row-rules", "held-out", _over_years, Style(rulings="rows", size=10), _WHOLE),
    Layout("no-rules-pages", "held-out", _long_list, Style(rulings="none", size=10), _WHOLE, paged=True),
    Layout("banded", "held-out", _banded, Style(rulings="none", banded=True, size=10), _WHOLE),
)
