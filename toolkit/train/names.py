"""Names of indicators → the models of `toolkit/nlp/names`: level-2 group, and which way is better."""

from collections.abc import Callable
from typing import Final

from toolkit.corpus.names.compose import GROUPS, NATURES, Named, names
from toolkit.corpus.sentences.compose import Sentence
from toolkit.corpus.sentences.grammar import Part
from toolkit.nlp.names import name_terms
from toolkit.train.fit import Task
from toolkit.train.tables import Made, Question


def _made(label: Callable[[Named], str]) -> Made:
    def made(part: Part, seed: int, size: int) -> tuple[Sentence, ...]:
        return tuple(Sentence(one.name, label(one), (), (one.source,)) for one in names(part, seed, size))

    return made


def _question(name: str, labels: tuple[str, ...], label: Callable[[Named], str], limits: tuple[str, ...]) -> Question:
    return Question(
        task=Task(name, labels, "one", "sentence"),
        made=_made(label),
        analyse=name_terms,
        size=800,
        test_size=800,
        sure=0.98,
        method="逐类逻辑回归，指标名的一至三字串和末尾三至五字，按未见过的说法校准",
        limits=limits,
    )


GROUPED: Final = _question(
    "groups",
    GROUPS,
    lambda one: one.group,
    ("指标属哪个二级分组，数量与社会效益、质量与时效之间本来两可；拿不准的不分。",),
)
NATURED: Final = _question(
    "natures",
    NATURES,
    lambda one: one.nature,
    ("补助标准一类，有的越低越好，有的不低于才好，只看名称分不出。",),
)
