"""Lines → the level-2 groups they may be aligned in: as printed, what the print means, else what the name surely is.

The model is loaded only where some tables print level-2 groups and some do not; nothing inferred is printed anywhere.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from toolkit.errors import ModelError
from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import key

_MEANT: Final = (
    ("cost", regex("成本")),
    ("satisfaction", regex("满意")),
    ("sustained", regex("可持续")),
    ("economic", regex("经济效")),
    ("social", regex("社会效")),
    ("ecological", regex("生态|环境效")),
    ("quantity", regex("^(?:产出)?数量")),
    ("quality", regex("^(?:产出)?质量")),
    ("timeliness", regex("^(?:产出)?时效")),
)
"""Group of the model of names → how forms print it (数量指标, 产出数量)."""


def groups_of(line: Indicator, infer: bool) -> frozenset[str]:
    """Keys of the groups that a line may stand in.

    Without a printed one: "" and, with `infer`, the one that the model is sure of.
    """
    if line.level2:
        printed = key(line.level2)
        return frozenset({printed, *(group for group, words in _MEANT if words.search(printed))})
    return frozenset({"", *(_surely(line.name.value) if infer else ())})


def print_unlike(lines: Iterable[Indicator]) -> bool:
    """Whether some of the lines have a printed level-2 group and some have none."""
    return len({bool(line.level2) for line in lines}) > 1


def _surely(name: str) -> Iterator[str]:
    from toolkit.nlp.names import group_of_name

    try:
        group = group_of_name(name)
    except ModelError:
        return
    if group is not None:
        yield group
