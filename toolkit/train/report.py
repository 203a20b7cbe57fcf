"""Models and sets → everything that docs/models.md tells: figures, candidates compared, learning curves, confusions."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from toolkit.train.candidates import compare
from toolkit.train.curves import confusion, curve
from toolkit.train.evaluate import measure, read_sets
from toolkit.train.fit import TASKS
from toolkit.train.run import SEED


def report(handwritten: Path, models: Path | None, tell: Callable[[str], None]) -> dict[str, Any]:
    """Plain values, in a fixed order."""
    sets = read_sets(handwritten)
    shown = {name: sets[name] for name in ("test", "sentences")}
    return {
        "measured": [asdict(one) for one in measure(handwritten, models)],
        "confusions": [asdict(confusion(task, sets["test"], models)) for task in TASKS],
        "curves": [asdict(one) for one in curve(SEED, shown, tell)],
        "candidates": [asdict(one) for one in compare(SEED, tell)],
    }
