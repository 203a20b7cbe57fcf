"""A question about tables, and things made with their answers → its model; and how good it is on unseen words."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from toolkit.corpus.sentences.compose import Sentence
from toolkit.corpus.sentences.grammar import FOLDS, Part
from toolkit.nlp.linear import linear_model
from toolkit.train.cards import card
from toolkit.train.decide import thresholds
from toolkit.train.features import Analyzer
from toolkit.train.figures import Judged, judge
from toolkit.train.files import write_model
from toolkit.train.fit import Task, fit

Made = Callable[[Part, int, int], tuple[Sentence, ...]]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a thing in a table: `made` writes things of one part out as text, with their label and the
    wording they came from; `analyse` reads such a text into terms. `sure`: how many of those said for sure are to be
    right."""

    task: Task
    made: Made
    analyse: Analyzer
    size: int
    test_size: int
    sure: float
    method: str
    limits: tuple[str, ...]


def train_question(question: Question, folder: Path, seed: int) -> None:
    """Writes the model's folder; the same bytes for the same seed and libraries."""
    task = question.task
    parts: dict[Part, tuple[Sentence, ...]] = {part: question.made(part, seed, question.size) for part in FOLDS}
    trained, unseen = fit(task, parts, analyzer=question.analyse)
    everyone = [one for found in parts.values() for one in found]
    chosen = thresholds(task.link, unseen, task.truth(everyone), question.sure)
    test = question.made("test", seed, question.test_size)
    stated: dict[str, Any] = card(trained, judge(task, unseen, everyone, chosen), everyone, seed)
    told = judge(task, trained.probabilities([one.text for one in test]), test, chosen)
    told_in_card = {"method": question.method, "test": asdict(told), "limits": list(question.limits)}
    write_model(folder, trained, chosen, {**stated, **told_in_card})


def measure_question(question: Question, seed: int, models: Path | None = None) -> Judged:
    """The model on things whose words stand in no list and in no training."""
    import numpy as np

    model = linear_model(question.task.name, models)
    test = question.made("test", seed, question.test_size)
    told = np.array([model.weigh(question.analyse(one.text)) for one in test])
    return judge(question.task, told, test, (model.listed, model.sure))


def written(values: object) -> str:
    """A thing's values as one text."""
    return json.dumps(values, ensure_ascii=False)
