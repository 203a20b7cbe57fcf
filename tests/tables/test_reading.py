"""A seeded sample of the made tables, drawn and read back: no class falls below what is reached today.

The whole set is measured by benchmarks/tables.py. Held-out layouts have floors of their own and no others.
"""

import pytest

from toolkit.corpus.layout import Layout
from toolkit.corpus.layouts import LAYOUTS
from toolkit.corpus.render import engines
from toolkit.corpus.trial import CLASSES, Trial, total, trials

SEED = 7
SLOW = {"css", "office-html", "office-word"}
QUICK_ENOUGH = {
    "groups-cut",
    "cell-boxes",
    "narrow",
    "three-lines",
    "three-lines-wide",
    "row-rules-heads",
    "row-rules-groups",
    "no-rules-blanks",
    "blanks",
    "adjacent",
    "turned-page",
    "open-sides",
    "row-rules",
    "row-rules-nested",
    "banded",
}
"""What the slow engines draw; the others draw all of their layouts."""

FLOORS: dict[tuple[str, str], dict[str, float]] = {
    ("development", "ruled"): {"cells": 0.99, "rows": 0.99, "labels": 0.99, "digits": 1},
    ("development", "unruled"): {"cells": 0.99, "rows": 0.99, "labels": 0.99, "digits": 1},
    ("development", "file"): {"cells": 1, "rows": 1, "labels": 1, "digits": 1},
    ("held-out", "ruled"): {"cells": 0.72, "rows": 1, "labels": 1, "digits": 1},
    ("held-out", "unruled"): {"cells": 0, "rows": 0, "digits": 0.99},
    ("held-out", "file"): {"cells": 1, "rows": 1, "labels": 1, "digits": 1},
}
"""What each engine's tables of a class reach: shares of cells, rows and merged labels that are right, and of digits."""


def _sample(engine: str) -> list[Layout]:
    return [layout for layout in LAYOUTS if engine not in SLOW or layout.name in QUICK_ENOUGH]


@pytest.fixture(scope="module", params=sorted({name for layout in LAYOUTS for name in layout.engines}))
def read_back(request: pytest.FixtureRequest) -> list[Trial]:
    """All trials of one engine; skips where it is not installed."""
    if missing := engines()[request.param].missing():
        pytest.skip(f"{missing} is not installed")
    return trials(_sample(request.param), [SEED], {request.param})


def _shortfalls(read_back: list[Trial], split: str) -> list[str]:
    """What lies below its floor, in words."""
    found = []
    for kind in CLASSES:
        tally = total(trial for trial in read_back if trial.kind == kind and trial.layout.split == split)._asdict()
        for measure, floor in FLOORS[split, kind].items():
            share = tally[measure]
            if share.right < floor * share.whole:
                found.append(f"{kind} {measure}: {share.right} of {share.whole}, floor {floor}")
    return found


def test_development_layouts_reach_their_floors(read_back: list[Trial]) -> None:
    misses = [
        f"{trial.layout.name}: {miss}"
        for trial in read_back
        if trial.layout.split == "development"
        for miss in trial.outcome.misses
    ]
    assert not _shortfalls(read_back, "development"), "\n".join(misses)


def test_held_out_layouts_reach_their_floors(read_back: list[Trial]) -> None:
    assert not _shortfalls(read_back, "held-out")


def test_every_engine_draws_every_table_that_it_should(read_back: list[Trial]) -> None:
    engine = read_back[0].engine
    drawn = {trial.layout.name for trial in read_back}
    assert drawn == {layout.name for layout in _sample(engine) if engine in layout.engines}
