"""Same fact in text and table → same_fact relations: only under exactly one name, of one year and one unit."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from toolkit.figures.spot import Passage, Spot
from toolkit.figures.verdict import dimension, known, same_fact, value_of
from toolkit.model.figure import Relation
from toolkit.text import fold_widths, key

_SHORTEST = 4
_SHORTEST_TO_CONTRADICT = 7
_FACTS = frozenset({"actual", "budget", "amount", "count", "quantity", "rate", "share", "growth"})
_OTHER_MOMENT = re.compile(r"目标|计划|预计|预期|力争|上年|去年|同期|累计|其中|年初|上半年|季度|截至|\d月|比|较|由|从")
_PLAN = re.compile(r"目标|计划|设定|任务|标准|下一步|打算|安排")
_WINDOW = 60


def linked(passages: Sequence[Passage]) -> Iterator[Relation]:
    """Figures of the text against the table figure of the same name; a difference only where names are telling."""
    tabled = _by_name(_table_figures(passages))
    told = _by_name(_text_figures(passages))
    for name, figures in told.items():
        facts = tabled.get(name, [])
        if len({value_of(fact) for fact in facts}) != 1:
            continue
        for figure in figures:
            yield from _same(facts[0], figure, name, alone=len(figures) == 1)


def _same(fact: Spot, figure: Spot, name: str, *, alone: bool) -> Iterator[Relation]:
    if dimension(fact) != dimension(figure) or (fact.year and figure.year and fact.year != figure.year):
        return
    relation = same_fact(fact, figure)
    if relation.holds or (alone and len(name) >= _SHORTEST_TO_CONTRADICT):
        yield relation


def _by_name(figures: Iterator[Spot]) -> dict[str, list[Spot]]:
    found: dict[str, list[Spot]] = defaultdict(list)
    for spot in figures:
        name = key(spot.name or "")
        if len(name) >= _SHORTEST:
            found[name].append(spot)
    return found


def _table_figures(passages: Sequence[Passage]) -> Iterator[Spot]:
    """The one known figure of a cell that states a fact."""
    for passage in passages:
        figures = [spot for spot in passage.spots if spot.quantity is not None]
        if passage.cell is not None and len(figures) == 1 and figures[0].role in _FACTS and known(figures[0]):
            yield figures[0]


def _text_figures(passages: Sequence[Passage]) -> Iterator[Spot]:
    """Figures of running text that speak of the evaluated year's outcome."""
    planned = False
    for passage in passages:
        if passage.cell is not None:
            continue
        if passage.level is not None:
            planned = _PLAN.search(passage.text) is not None and "完成" not in passage.text
        if planned:
            continue
        folded = fold_widths(passage.text)
        for spot in passage.spots:
            if spot.quantity is None or spot.cited or spot.role not in _FACTS or not known(spot):
                continue
            clause = re.split(r"[。;\n]", folded[max(0, spot.start - _WINDOW) : spot.start])[-1]
            if not _OTHER_MOMENT.search(clause):
                yield spot
