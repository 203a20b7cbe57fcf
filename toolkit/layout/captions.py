"""The paragraphs before a table → the one that titles it: 表1 …, …如下：, …表; a unit or year between is skipped."""

from collections.abc import Sequence
from typing import Final

from toolkit.model.document import Block, Paragraph
from toolkit.patterns import regex
from toolkit.text import fold_widths

_BESIDE: Final = regex(r"\(?(?:金额|计量)?单位\s*:[^,。;]{1,12}|\([^()]{2,20}\)")  # a unit, a year
_TITLE: Final = regex(
    r"^(?:续?附?表|图表)\s*(?:\d|[一二三四五六七八九十])"
    r"|(?:如下|见下|下表|如下表|下表所示|如下所示|见下表)(?:表|所示)?\s*[:。]?$"
    r"|(?:如下|下列|以下)[一-鿿]{0,12}:$"
    r"|表\s*(?:\([^()]{1,20}\))?\s*:?$"
)


def caption_of(before: Sequence[Block]) -> str | None:
    """Id of the paragraph directly above a table that titles it; `before` are the blocks in front of the table."""
    for block in reversed(before[-3:]):
        if not isinstance(block, Paragraph):
            return None
        text = fold_widths(block.text).strip()
        if _BESIDE.fullmatch(text):
            continue
        return block.id if len(text) <= 400 and _TITLE.search(text[-60:] if len(text) > 60 else text) else None
    return None
