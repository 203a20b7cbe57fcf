"""Committed models → figures on sentences that no training saw: unseen phrasings, hand-written ones, other people's."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.corpus.sentences.compose import Sentence, sentences
from toolkit.errors import UsageError
from toolkit.nlp.linear import linear_model
from toolkit.train.figures import Judged, judge
from toolkit.train.fit import TASKS, Task
from toolkit.train.run import QUESTIONS, SEED, TEST_SIZE
from toolkit.train.tables import measure_question


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures of one model on one set."""

    model: str
    set: str
    judged: Judged


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with its truth; `also`: categories that its words allow as well, neither wanted nor wrong."""

    sentence: Sentence
    also: tuple[str, ...] = ()


def measure(handwritten: Path, models: Path | None = None) -> Iterator[Measured]:
    """Every model on every set that can ask it something. Raises UsageError where a set is empty or malformed."""
    for question in QUESTIONS:
        yield Measured(question.task.name, "test", measure_question(question, SEED, models))
    for task in TASKS:
        for name, labelled in read_sets(handwritten).items():
            if task.name == "roles" and name == "sample-reasons":
                continue
            yield Measured(
                task.name, name, _judged(task, [one for one in labelled if task.asked(one.sentence)], models)
            )


def read_sets(handwritten: Path) -> dict[str, list[Labelled]]:
    """The sets by name: made sentences of unseen phrasings, and the files of the folder."""
    sets = {"test": [Labelled(one) for one in sentences("test", SEED, TEST_SIZE)]}
    return sets | {name: read_labelled(handwritten / f"{name}.jsonl") for name in ("sentences", "sample-reasons")}


def read_labelled(path: Path) -> list[Labelled]:
    """Sentences of a file of JSON lines with text, role (reason where left out), categories, also."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError:
        raise UsageError("CORPUS-MISSING", f"没有 {path.name}", "评测集在仓库的 corpora/handwritten 里。") from None
    if not lines:
        raise UsageError("CORPUS-EMPTY", f"{path.name} 是空的", "每行一个 JSON：text、role、categories。")
    return [_labelled(line, path.name, number) for number, line in enumerate(lines, 1)]


def _labelled(line: str, name: str, number: int) -> Labelled:
    try:
        stated = json.loads(line)
        made = Sentence(
            stated["text"], stated.get("role", "reason"), tuple(stated["categories"]), (f"{name}/{number}",)
        )
        return Labelled(made, tuple(stated.get("also", ())))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(
            "CORPUS-LINE", f"{name} 第 {number} 行读不懂", "每行一个 JSON：text、role、categories。"
        ) from None


def _judged(task: Task, labelled: list[Labelled], models: Path | None) -> Judged:
    import numpy as np

    model = linear_model(task.name, models)
    told = np.array([model.probabilities(one.sentence.text) for one in labelled])
    also: Any = np.array([[int(label in one.also) for label in task.labels] for one in labelled])
    made = [one.sentence for one in labelled]
    return judge(task, told, made, (model.listed, model.sure), also if also.any() else None)
