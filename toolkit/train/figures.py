"""Probabilities and truth → the figures a model is judged by, with the interval that resampling gives them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from toolkit.corpus.sentences.compose import Sentence
from toolkit.train.decide import decided, f1_by_label
from toolkit.train.fit import Task

_RESAMPLED: Final = 1000
_BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """How often the likeliest label is right, macro-F1 with its 95 % interval, F1 by label, calibration error of the
    likeliest label, and what is said for sure: the share of sentences with such a label, and how many of these labels
    are right."""

    sentences: int
    accuracy: float
    macro_f1: float
    low: float
    high: float
    by_label: dict[str, float]
    calibration_error: float
    sure_share: float
    sure_right: float


def judge(
    task: Task,
    probabilities: Any,
    sentences: Sequence[Sentence],
    thresholds: tuple[float, float],
    also: Any = None,
) -> Judged:
    """Labels that the set has no sentence of do not count; where one is named, `sure_right` tells.

    `also` marks labels neither wanted nor wrong: where named they count as right, where not as not asked.
    """
    import numpy as np

    truth = task.truth(sentences)
    named = decided(task.link, probabilities, thresholds[0])
    wanted = truth if also is None else np.maximum(truth, also * named)
    held = truth.any(axis=0)
    by_label = f1_by_label(wanted, named)[held]
    resampled = _resampled(wanted[:, held], named[:, held], [one.phrasings[0] for one in sentences])
    allowed = truth if also is None else np.maximum(truth, also)
    top = probabilities.argmax(axis=1)
    right = allowed[np.arange(len(allowed)), top] == 1
    likely = probabilities.max(axis=1)
    sure = probabilities >= thresholds[1]
    return Judged(
        sentences=len(wanted),
        accuracy=round(float(right.mean()), 3),
        macro_f1=round(float(by_label.mean()), 3),
        low=round(float(resampled[_RESAMPLED * 25 // 1000]), 3),
        high=round(float(resampled[_RESAMPLED * 975 // 1000]), 3),
        by_label=dict(zip(np.array(task.labels)[held].tolist(), np.round(by_label, 3).tolist(), strict=True)),
        calibration_error=round(_calibration_error(likely, right), 3),
        sure_share=round(float(sure.any(axis=1).mean()), 3),
        sure_right=round(float(allowed[sure].mean()), 3) if sure.any() else 0.0,
    )


def _resampled(wanted: Any, named: Any, phrasings: Sequence[str]) -> Any:
    """Macro-F1 of a thousand draws, in order. Whole phrasings are drawn: their sentences stand or fall together."""
    import numpy as np

    groups, place = np.unique(np.array(phrasings), return_inverse=True)
    hits, all_ = np.zeros((len(groups), wanted.shape[1])), np.zeros((len(groups), wanted.shape[1]))
    np.add.at(hits, place, wanted * named)
    np.add.at(all_, place, wanted + named)
    drawn = np.random.default_rng(0).multinomial(len(groups), [1 / len(groups)] * len(groups), size=_RESAMPLED)
    return np.sort((2 * (drawn @ hits) / np.maximum(drawn @ all_, 1)).mean(axis=1))


def _calibration_error(likely: Any, right: Any) -> float:
    """Mean distance of the said from the true share in ten equal bins, weighted by their sentences."""
    import numpy as np

    bins = np.minimum((likely * _BINS).astype(int), _BINS - 1)
    held = [bins == number for number in range(_BINS)]
    gaps = [abs(float(likely[one].mean()) - float(right[one].mean())) * int(one.sum()) for one in held if one.any()]
    return sum(gaps) / len(likely)
