"""Parts of a corpus → a trained, calibrated linear model: one scorer a label, calibrated on phrasings it has not seen.

Each part stands for phrasings of its own. Margins for a part come from scorers trained on the others; on these margins
the calibration is fitted and then multiplied into weights and intercepts, so that nothing but the weights is left. It
holds for the likeliest label, the one that is believed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from toolkit.corpus.sentences.compose import CODES, ROLES, Sentence
from toolkit.corpus.sentences.grammar import Part
from toolkit.nlp.clauses import TERMS, Reading, read
from toolkit.nlp.linear import Link
from toolkit.train.features import Analyzer, Features, learn_features, single

Parts = Mapping[Part, Sequence[Sentence]]


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be told of a sentence: its labels, and which sentences it is asked of. `looseness` is the inverse of
    the penalty on weights, `trust` how much more a group of the lexicon counts than a run of characters; both chosen by
    cross-validation. `certain`: how many of what is said for sure must be right in phrasings unseen."""

    name: str
    labels: tuple[str, ...]
    link: Link
    reading: Reading
    looseness: float = 3.0
    trust: float = 3**0.5
    certain: float = 0.97

    def asked(self, sentence: Sentence) -> bool:
        """Whether the question makes sense: only reasons have categories."""
        return self.link == "one" or sentence.role == "reason"

    def truth(self, sentences: Sequence[Sentence]) -> Any:
        """A row a sentence, a column a label, 1 where it holds."""
        import numpy as np

        held = [{one.role} if self.link == "one" else set(one.categories) for one in sentences]
        return np.array([[int(label in labels) for label in self.labels] for labels in held])


Scorer = Callable[[Task], Any]
TASKS = (
    Task("roles", ROLES, "one", "sentence", looseness=10.0, trust=1.0),
    Task("reasons", CODES, "some", "clauses", certain=0.98),
)


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained model: features, weights (a row a label), intercepts, and the margins that no scorer had seen."""

    task: Task
    features: Features
    weights: Any
    intercepts: tuple[float, ...]

    def probabilities(self, texts: Sequence[str]) -> Any:
        """A row a text, a column a label: what the estimator of scikit-learn says, of each label the likeliest part."""
        matrix, starts = parted(self.task, self.features, texts)
        told = estimator(self).predict_proba(matrix)[:, : len(self.task.labels)]
        return _likeliest(told, starts)


def logistic(task: Task) -> Any:
    """The scorer used: logistic regression, both classes counted alike."""
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=task.looseness, class_weight="balanced", solver="liblinear", max_iter=300)


def fit(task: Task, parts: Parts, scorer: Scorer = logistic, analyzer: Analyzer | None = None) -> tuple[Trained, Any]:
    """The model of all parts; and the calibrated probabilities of their sentences by scorers that had not seen them."""
    import numpy as np

    analyzer = analyzer or TERMS[task.reading]
    asked = {part: [one for one in sentences if task.asked(one)] for part, sentences in parts.items()}
    unseen = [_unseen(task, asked, part, scorer, analyzer) for part in asked]
    everyone = [one for sentences in asked.values() for one in sentences]
    rows, starts = np.vstack([rows for rows, _ in unseen]), _joined(unseen)
    mixing, shift = _calibration(task, rows, starts, task.truth(everyone))
    features = _features(task, everyone, analyzer)
    weights, intercepts = _scored(task, features, everyone, scorer)
    made = Trained(
        task, features, _rounded(mixing @ weights), tuple(float(value) for value in mixing @ intercepts + shift)
    )
    return made, _likeliest(_linked(task, rows @ mixing.T + shift), starts)


def _unseen(
    task: Task, asked: Mapping[Part, Sequence[Sentence]], part: Part, scorer: Scorer, analyzer: Analyzer
) -> tuple[Any, list[int]]:
    """Margins of what the model reads of one part's sentences, by scorers trained on the other parts."""
    others = [one for other, sentences in asked.items() if other != part for one in sentences]
    features = _features(task, others, analyzer)
    weights, intercepts = _scored(task, features, others, scorer)
    matrix, starts = parted(task, features, [one.text for one in asked[part]])
    return matrix @ weights.T + intercepts, starts


def _joined(unseen: Sequence[tuple[Any, list[int]]]) -> list[int]:
    """Where each text's rows begin once the parts stand one below the other."""
    offsets = accumulate((len(rows) for rows, _ in unseen), initial=0)
    return [offset + start for offset, (_, starts) in zip(offsets, unseen, strict=False) for start in starts]


def parted(task: Task, features: Features, texts: Sequence[str]) -> tuple[Any, list[int]]:
    """A row for each part that the model reads of each text; where each text's parts begin."""
    parts = [read(text, task.reading) for text in texts]
    starts = list(accumulate(map(len, parts), initial=0))[:-1]
    return features.matrix([part for found in parts for part in found]), starts


def _likeliest(rows: Any, starts: list[int]) -> Any:
    """Of each label the highest among the parts of a text."""
    import numpy as np

    return np.maximum.reduceat(rows, starts, axis=0)


def whole(task: Task, text: str) -> str:
    """A text to learn from: all that the model reads of it."""
    return "，".join(read(text, task.reading))


def _features(task: Task, sentences: Sequence[Sentence], analyzer: Analyzer) -> Features:
    return learn_features([(whole(task, one.text), one.phrasings[0]) for one in sentences], analyzer, task.trust)


def _scored(task: Task, features: Features, sentences: Sequence[Sentence], scorer: Scorer) -> tuple[Any, Any]:
    """Weights and intercepts of one scorer a label."""
    import numpy as np

    matrix, truth = features.matrix([whole(task, one.text) for one in sentences]), task.truth(sentences)
    fitted = [scorer(task).fit(matrix, truth[:, column]) for column in range(len(task.labels))]
    return np.vstack([one.coef_ for one in fitted]), np.array([float(one.intercept_[0]) for one in fitted])


def _calibration(task: Task, rows: Any, starts: list[int], truth: Any) -> tuple[Any, Any]:
    """Margins → calibrated margins: a square matrix and a shift. Labels compete: each knows the others' margins.

    Where a text may have some labels, each thing in it has one or none; texts of one thing tell how sure that is.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    if task.link == "one":
        fitted = LogisticRegression(C=1.0, max_iter=1000).fit(_likeliest(rows, starts), truth.argmax(axis=1))
        return fitted.coef_, fitted.intercept_
    alone = (np.diff([*starts, len(rows)]) == 1) & (truth.sum(axis=1) <= 1)
    held = np.where(truth.any(axis=1), truth.argmax(axis=1), len(task.labels))[alone]
    fitted = LogisticRegression(C=0.1, max_iter=3000).fit(rows[np.array(starts)[alone]], held)
    return fitted.coef_[:-1] - fitted.coef_[-1], fitted.intercept_[:-1] - fitted.intercept_[-1]


def _rounded(weights: Any) -> Any:
    import numpy as np

    return np.array([single(row) for row in weights])


def _linked(task: Task, margins: Any) -> Any:
    """Probabilities of each row; what `some` leaves to none has the margin 0."""
    import numpy as np

    spare = np.zeros((len(margins), int(task.link == "some")))
    ahead = np.hstack([margins, spare])
    shares = np.exp(ahead - ahead.max(axis=1, keepdims=True))
    return (shares / shares.sum(axis=1, keepdims=True))[:, : margins.shape[1]]


def estimator(trained: Trained) -> Any:
    """The model as scikit-learn holds it: one softmax over all labels, and none where a text may have some."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    spare = int(trained.task.link == "some")
    whole = LogisticRegression()
    whole.classes_ = np.array([*trained.task.labels, *["none"] * spare])
    whole.coef_ = np.vstack([trained.weights, np.zeros((spare, trained.weights.shape[1]))])
    whole.intercept_ = np.array([*trained.intercepts, *[0.0] * spare])
    return whole
