"""A sentence → what a model reads of it: the sentence as it is, or each thing that a reason says by itself.

A reason may name two things, and wraps them in words that only say that it is a reason (扣分原因：…，扣2分). These
words say nothing of its category; and a clause that is clear must not be drowned by its neighbour.
"""

from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

from toolkit.nlp.terms import amiss, patterns, plain, reason_terms, terms
from toolkit.text import key

Reading: TypeAlias = Literal["sentence", "clauses"]
TERMS: Final[Mapping[Reading, Callable[[str], list[str]]]] = {"sentence": terms, "clauses": reason_terms}


def read(text: str, reading: Reading) -> list[str]:
    """Texts to be weighed one by one; of each label the likeliest holds. Never empty."""
    return [text] if reading == "sentence" else clauses(text)


def clauses(text: str) -> list[str]:
    """What a reason says, thing by thing; the text as it is where nothing is left."""
    parts = map(_bare, patterns("clauses")["split"].split(key(text)))
    return [matter for part in parts if len(part) > 1 for matter in _apart(part)] or [text]


def _apart(part: str) -> list[str]:
    """The two sides of 和 or 、 where something is amiss on either: 审批慢和资料缺失, but not 设备和资料缺失."""
    for joint in patterns("clauses")["join"].finditer(part):
        left, right = part[: joint.start()], part[joint.end() :]
        if amiss(left) and amiss(right):
            return [left, *_apart(right)]
    return [part]


def _bare(part: str) -> str:
    """Without what introduces a reason, tells its points, or only says that the target was not met."""
    cut = patterns("clauses")
    left = plain(cut["points"].sub("", cut["lead"].sub("", plain(part))))
    return ",".join(piece for piece in left.split(",") if not cut["result"].fullmatch(piece))
