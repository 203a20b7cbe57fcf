"""Paragraphs that tell losses → those below them that give the reasons."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from toolkit.extract.citing import Span
from toolkit.extract.prose.statements import marker_depth, statements
from toolkit.model.document import Document, Paragraph
from toolkit.patterns import regex
from toolkit.text import key

Further: TypeAlias = tuple[Sequence[Paragraph], Sequence[Span]]
"""The paragraphs below and the words behind that may tell why a line lost points."""
_REASONS_BELOW: Final = regex(
    r"(?:主要)?(?:扣分|失分|丢分|减分|偏差|未完成|未满分|(?:没有|没能|未能?)得满分)(?:的)?(?:主要)?"
    r"(?:原因|缘由|理由|说明|依据|事项|在于|源于|缘于)|(?:因|由于)(?![此而])[^。]{4,60}?(?:扣|减|失)\d"
)
_ANNOUNCES: Final = regex(r"[扣失丢减]分(?:事项|情况|原因|说明|因素|点|项)?(?:如下|包括|有|是|为)?:$")
_LOSS: Final = regex(r"[扣失丢减]分?\d")


def reasons_below(document: Document) -> Mapping[str, tuple[Paragraph, ...]]:
    """For each paragraph those right below it, if they give reasons: one that says so, or the items of a list that it
    announces (扣分事项：（1）…，扣0.8分；（2）…)."""
    found: dict[str, tuple[Paragraph, ...]] = {}
    last: Paragraph | None = None
    open_list: tuple[str, int | None] | None = None
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            last = open_list = None
            continue
        words, depth = key(block.text), marker_depth(block)
        if open_list is not None and _is_item(words, depth, open_list[1]):
            found[open_list[0]] = (*found.get(open_list[0], ()), block)
            open_list = open_list[0], depth
            last = block
            continue
        open_list = (block.id, None) if _ANNOUNCES.search(words) else None
        if last is not None and (_is_unfinished(last, block) or _REASONS_BELOW.match(words)):
            found.setdefault(last.id, (block,))
        last = block
    return found


def _is_item(words: str, depth: int | None, before: int | None) -> bool:
    """Whether a paragraph is the next item of a list of losses: numbered like the one before, if there is one."""
    return depth is not None and before in {None, depth} and _LOSS.search(words) is not None


def _is_unfinished(above: Paragraph, block: Paragraph) -> bool:
    """Whether a paragraph goes on with the losses of one that ends in a half-sentence."""
    return (
        key(above.text).endswith(";")
        and re.search(r"扣\D{0,2}\d", key(block.text)) is not None
        and not any(one.points is not None and one.score is not None for one in statements(block))
    )
