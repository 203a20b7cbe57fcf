"""Probabilities and truth → the figures a model is judged by, with the interval that resampling gives them."""

from dataclasses import dataclass
from typing import Any, Final

from toolkit.train.decide import decided, f1_by_label

_RESAMPLED: Final = 1000
_BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """Macro-F1 with its 95 % interval, F1 by label, calibration error of the likeliest label, and what is said for
    sure: the share of sentences with such a label, and how many of these labels are right."""

    sentences: int
    macro_f1: float
    low: float
    high: float
    by_label: dict[str, float]
    calibration_error: float
    sure_share: float
    sure_right: float


def judge(
    labels: tuple[str, ...],
    link: str,
    probabilities: Any,
    truth: Any,
    thresholds: tuple[float, float],
    also: Any = None,
) -> Judged:
    """`also` marks labels neither wanted nor wrong: where named they count as right, where not as not asked."""
    import numpy as np

    named = decided(link, probabilities, thresholds[0])
    wanted = truth if also is None else np.maximum(truth, also * named)
    chance = np.random.default_rng(0)
    rows = [chance.integers(0, len(wanted), len(wanted)) for _ in range(_RESAMPLED)]
    resampled = np.sort([float(f1_by_label(wanted[row], named[row]).mean()) for row in rows])
    by_label = f1_by_label(wanted, named)
    allowed = truth if also is None else np.maximum(truth, also)
    top = probabilities.argmax(axis=1)
    right = allowed[np.arange(len(allowed)), top] == 1
    likely = probabilities.max(axis=1)
    sure = probabilities >= thresholds[1]
    return Judged(
        sentences=len(wanted),
        macro_f1=round(float(by_label.mean()), 3),
        low=round(float(resampled[_RESAMPLED * 25 // 1000]), 3),
        high=round(float(resampled[_RESAMPLED * 975 // 1000]), 3),
        by_label=dict(zip(labels, np.round(by_label, 3).tolist(), strict=True)),
        calibration_error=round(_calibration_error(likely, right), 3),
        sure_share=round(float(sure.any(axis=1).mean()), 3),
        sure_right=round(float(allowed[sure].mean()), 3) if sure.any() else 0.0,
    )


def _calibration_error(likely: Any, right: Any) -> float:
    """Mean distance of the said from the true share in ten equal bins, weighted by their sentences."""
    import numpy as np

    bins = np.minimum((likely * _BINS).astype(int), _BINS - 1)
    held = [bins == number for number in range(_BINS)]
    gaps = [abs(float(likely[one].mean()) - float(right[one].mean())) * int(one.sum()) for one in held if one.any()]
    return sum(gaps) / len(likely)
