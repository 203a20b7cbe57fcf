"""Made columns of tables → the model of `toolkit/nlp/columns`: which role a heading that no list knows stands for."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from toolkit.corpus.columns.compose import ROLES, columns
from toolkit.corpus.sentences.compose import Sentence
from toolkit.corpus.sentences.grammar import FOLDS, Part
from toolkit.nlp.columns import Column, column_terms
from toolkit.nlp.linear import linear_model
from toolkit.train.decide import thresholds
from toolkit.train.figures import Judged, judge
from toolkit.train.files import write_model
from toolkit.train.fit import Task, fit

TASK: Final = Task("columns", ROLES, "softmax", "sentence")
SIZE: Final = 3000
TEST_SIZE: Final = 3000
_SURE: Final = 0.997
_LIMITS: Final = (
    "只在栏名不在写法表里、而同一行另有认得的栏名时才问；拿不准的栏空着，不猜。",
    "栏目由程序拟成，真实表格的栏名更杂；上年数、行业标准一类与目标、完成值相像的栏最容易混。",
)


def made(part: Part, seed: int, size: int) -> tuple[Sentence, ...]:
    """Columns as what `fit` learns from: the column written out as JSON, its role, its heading."""
    return tuple(
        Sentence(json.dumps(list(asdict(one.column).values()), ensure_ascii=False), one.role, (), (one.heading,))
        for one in columns(part, seed, size)
    )


def analyse(text: str) -> list[str]:
    """Terms of a column written out."""
    heading, cells, left, right, left_cells, right_cells = json.loads(text)
    return column_terms(Column(heading, tuple(cells), left, right, tuple(left_cells), tuple(right_cells)))


def train_columns(folder: Path, seed: int) -> None:
    """Writes columns/ into the folder; the same bytes for the same seed and libraries."""
    from toolkit.train.run import card

    parts: dict[Part, tuple[Sentence, ...]] = {part: made(part, seed, SIZE) for part in FOLDS}
    trained, unseen = fit(TASK, parts, analyzer=analyse)
    everyone = [one for found in parts.values() for one in found]
    chosen = thresholds(TASK.link, unseen, TASK.truth(everyone), _SURE)
    test = made("test", seed, TEST_SIZE)
    stated: dict[str, Any] = card(trained, judge(TASK, unseen, everyone, chosen), everyone, seed)
    told = judge(TASK, trained.probabilities([one.text for one in test]), test, chosen)
    method = "逐类逻辑回归，栏名字串、左右栏名、单元格样子和数字关系，按未见过的栏名校准"
    write_model(folder, trained, chosen, {**stated, "method": method, "test": asdict(told), "limits": list(_LIMITS)})


def measure_columns(seed: int, models: Path | None = None) -> Judged:
    """The model on columns whose headings stand in no list and in no training."""
    import numpy as np

    model = linear_model(TASK.name, models)
    test = made("test", seed, TEST_SIZE)
    told = np.array([model.weigh(analyse(one.text)) for one in test])
    return judge(TASK, told, test, (model.listed, model.sure))
