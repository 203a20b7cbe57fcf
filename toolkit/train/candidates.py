"""Made sentences → how well each scorer on each kind of terms does on phrasings it has not seen."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from toolkit.corpus.sentences.compose import sentences
from toolkit.corpus.sentences.grammar import FOLDS
from toolkit.nlp.segment import words
from toolkit.nlp.terms import GROUP, SHAPE, plain, reason_terms, terms
from toolkit.train.decide import thresholds
from toolkit.train.figures import judge
from toolkit.train.fit import TASKS, Parts, Scorer, Task, fit, logistic

SIZE: Final = 400


@dataclass(frozen=True, slots=True)
class Compared:
    """One candidate's figures, cross-validated over the parts (each part has phrasings of its own)."""

    model: str
    scorer: str
    terms: str
    macro_f1: float
    low: float
    high: float
    calibration_error: float


class _Bayes:
    """Complement naive Bayes as a linear scorer: the difference of its two classes' weights."""

    def fit(self, matrix: Any, truth: Any) -> "_Bayes":
        import numpy as np
        from sklearn.naive_bayes import ComplementNB

        fitted = ComplementNB(alpha=0.3).fit(matrix, truth)
        self.coef_ = (fitted.feature_log_prob_[1] - fitted.feature_log_prob_[0]).reshape(1, -1)
        self.intercept_ = np.zeros(1)
        return self


def _support_vectors(_task: Task) -> Any:
    from sklearn.svm import LinearSVC

    return LinearSVC(C=0.2, class_weight="balanced", random_state=0)


def word_terms(text: str) -> list[str]:
    """jieba's words of a sentence, singly and in pairs, each once."""
    found = words(plain(text))
    return list(dict.fromkeys([*found, *(" ".join(pair) for pair in pairwise(found))]))


SCORERS: Final[dict[str, Scorer]] = {
    "LogisticRegression": logistic,
    "LinearSVC": _support_vectors,
    "ComplementNB": lambda _task: _Bayes(),
}
TERMS: Final[dict[str, Callable[[str], list[str]]]] = {
    "characters": lambda text: [term for term in terms(text) if not term.startswith(GROUP)],
    "characters+lexicon": lambda text: [term for term in terms(text) if not term.startswith(SHAPE)],
    "characters+lexicon+shapes": terms,
    "characters+lexicon+shapes+matters": reason_terms,
    "words": word_terms,
}


def compare(seed: int, tell: Callable[[str], None]) -> list[Compared]:
    """Every scorer on every kind of terms, for every model."""
    parts: Parts = {part: tuple(sentences(part, seed, SIZE)) for part in FOLDS}
    found = []
    for task in TASKS:
        asked = [one for made in parts.values() for one in made if task.asked(one)]
        for kind, analyzer in TERMS.items():
            for name, scorer in SCORERS.items():
                tell(f"比较 {task.name}：{name}，{kind}……")
                _, unseen = fit(task, parts, scorer, analyzer)
                got = judge(task, unseen, asked, thresholds(task.link, unseen, task.truth(asked)))
                found.append(Compared(task.name, name, kind, got.macro_f1, got.low, got.high, got.calibration_error))
    return found
