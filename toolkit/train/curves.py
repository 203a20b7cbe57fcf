"""How good a model is with two, three, … parts of the phrasings, and what it takes for what."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from toolkit.corpus.sentences.compose import sentences
from toolkit.corpus.sentences.grammar import FOLDS
from toolkit.nlp.linear import linear_model
from toolkit.train.decide import thresholds
from toolkit.train.evaluate import Labelled
from toolkit.train.figures import judge
from toolkit.train.fit import TASKS, Task, fit

SIZE: Final = 500


@dataclass(frozen=True, slots=True)
class Point:
    """Macro-F1 of a model trained on so many parts, on one set."""

    model: str
    set: str
    parts: int
    macro_f1: float


@dataclass(frozen=True, slots=True)
class Confusion:
    """Rows: the true label (sentences with exactly one); columns: the likeliest label; entries: sentences."""

    model: str
    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


def curve(seed: int, sets: dict[str, list[Labelled]], tell: Callable[[str], None]) -> Iterator[Point]:
    """Trained on two parts, on three, … on all."""
    for task in TASKS:
        for count in range(2, len(FOLDS) + 1):
            tell(f"学习曲线 {task.name}：{count} 部分……")
            parts = {part: tuple(sentences(part, seed, SIZE)) for part in FOLDS[:count]}
            trained, unseen = fit(task, parts)
            everyone = [one for made in parts.values() for one in made if task.asked(one)]
            chosen = thresholds(task.link, unseen, task.truth(everyone))
            for name, labelled in sets.items():
                asked = [one.sentence for one in labelled if task.asked(one.sentence)]
                told = trained.probabilities([one.text for one in asked])
                yield Point(task.name, name, count, judge(task, told, asked, chosen).macro_f1)


def confusion(task: Task, labelled: Sequence[Labelled], models: Path | None = None) -> Confusion:
    """What the model takes for what."""
    model = linear_model(task.name, models)
    counts = [[0] * len(task.labels) for _ in task.labels]
    for one in labelled:
        held = [one.sentence.role] if task.name == "roles" else list(one.sentence.categories)
        if task.asked(one.sentence) and len(held) == 1:
            told = model.probabilities(one.sentence.text)
            counts[task.labels.index(held[0])][told.index(max(told))] += 1
    return Confusion(task.name, task.labels, tuple(tuple(row) for row in counts))
