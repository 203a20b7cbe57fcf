"""Seed and size → the models in a folder: made sentences, fitted, given thresholds, written with their cards."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Final

from toolkit.corpus.sentences.compose import Sentence, sentences
from toolkit.corpus.sentences.grammar import FOLDS, Part
from toolkit.train.cards import card
from toolkit.train.columns import COLUMNS
from toolkit.train.decide import thresholds
from toolkit.train.figures import judge
from toolkit.train.files import write_manifest, write_model
from toolkit.train.fit import TASKS, fit
from toolkit.train.names import GROUPED
from toolkit.train.rows import ROWS
from toolkit.train.tables import train_question

SEED: Final = 1
SIZE: Final = 3000
TEST_SIZE: Final = 3000
QUESTIONS: Final = (COLUMNS, ROWS, GROUPED)

_METHOD: Final = "逐类逻辑回归，一至三字串、词表分组、句子样子（原因另加所说的事）的 TF-IDF，按未见过的说法校准"
_LIMITS: Final = (
    "训练句全部由自拟的语法生成，真实报告的说法更杂；短到只有几个字、或要看上下文才懂的原因常分不出类别。",
    "类别之间本有重叠（进度与支付、采购与公开），标注只取最直接的一类或几类。",
)


def train(folder: Path, seed: int, size: int, tell: Callable[[str], None]) -> None:
    """Writes all models into the folder; the same bytes for the same seed, size and libraries."""
    parts: dict[Part, tuple[Sentence, ...]] = {part: tuple(sentences(part, seed, size)) for part in FOLDS}
    for task in TASKS:
        tell(f"训练 {task.name}……")
        trained, unseen = fit(task, parts)
        asked = [one for made in parts.values() for one in made if task.asked(one)]
        chosen = thresholds(task.link, unseen, task.truth(asked), task.certain)
        test = [one for one in sentences("test", seed, TEST_SIZE) if task.asked(one)]
        told = judge(task, trained.probabilities([one.text for one in test]), test, chosen)
        stated = card(trained, judge(task, unseen, asked, chosen), asked, seed)
        write_model(
            folder, trained, chosen, {**stated, "method": _METHOD, "test": asdict(told), "limits": list(_LIMITS)}
        )
    for question in QUESTIONS:
        tell(f"训练 {question.task.name}……")
        train_question(question, folder, seed)
    write_manifest(folder)
