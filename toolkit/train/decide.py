"""Calibrated probabilities of unseen sentences and their truth → the thresholds that a model decides by."""

from typing import Any, Final

_GRID: Final = tuple(step / 100 for step in range(20, 100))
_RELIABLE: Final = 0.9


def decided(link: str, probabilities: Any, listed: float) -> Any:
    """1 where a label is named: the likeliest (`one`), every one from `listed` on (`some`)."""
    import numpy as np

    if link == "some":
        return (probabilities >= listed).astype(int)
    named = np.zeros(probabilities.shape, dtype=int)
    named[np.arange(len(named)), probabilities.argmax(axis=1)] = 1
    return named


def f1_by_label(truth: Any, named: Any) -> Any:
    """F1 of each column: twice the rightly named over all named and all true; 0 where there is neither."""
    import numpy as np

    hits = (truth * named).sum(axis=0)
    return 2 * hits / np.maximum(truth.sum(axis=0) + named.sum(axis=0), 1)


def thresholds(link: str, probabilities: Any, truth: Any, certain: float = 0.97) -> tuple[float, float]:
    """(`listed`, `sure`). `one`: the least probability whose sentences are right nine times in ten, then a share
    `certain` of them. `some`: the one with the best macro-F1, and from which that share of named labels is right."""
    if link == "one":
        right = truth.argmax(axis=1) == probabilities.argmax(axis=1)
        top = probabilities.max(axis=1)
        return _least(top, right, _RELIABLE), _least(top, right, certain)
    best = max(_GRID, key=lambda at: float(f1_by_label(truth, probabilities >= at).mean()))
    return best, _least(probabilities.ravel(), truth.ravel() == 1, certain)


def _least(probabilities: Any, right: Any, share: float) -> float:
    """The least threshold from which on, at every higher one too, the share of right ones is reached."""
    found = _GRID[-1]
    for at in reversed(_GRID):
        reached = right[probabilities >= at]
        if len(reached) and float(reached.mean()) < share:
            break
        found = at
    return found
