"""A place as a person or program writes it → `Where`: JSON of ours, or a short form like p3.t1[4,6]:0-5."""

import json
from typing import Any

from pydantic import ValidationError

from toolkit.errors import UsageError
from toolkit.model.citation import Segment, Where
from toolkit.model.document import Document, Table
from toolkit.patterns import regex

_SHORT = regex(
    r"(?P<block>[\w.]+)(?:\[(?P<row>\d{1,6}),\s?(?P<column>\d{1,6})\])?(?::(?P<start>\d{1,9})-(?P<end>\d{1,9}))?"
)
_HINT = '请给出结果中的 where（{"segments": […]}），或简写 p3.t1[4,6]:0-5。'


def parse_where(given: str, document: Document) -> Where:
    """The place meant; a short form without characters means the whole block or cell. Raises UsageError."""
    text = given.strip()
    return _from_json(text) if text.startswith("{") else _from_short(text, document)


def _from_json(text: str) -> Where:
    try:
        value: Any = json.loads(text)
        cited = value.get("where", value)
        return Where.model_validate(cited)
    except (ValueError, AttributeError, RecursionError, ValidationError) as cause:
        raise UsageError("WHERE-INVALID", "出处不是可用的 JSON。", _HINT) from cause


def _from_short(text: str, document: Document) -> Where:
    found = _SHORT.fullmatch(text)
    if found is None:
        raise UsageError("WHERE-INVALID", f"“{text}”不是出处。", _HINT)
    cell = None if found["row"] is None else (int(found["row"]), int(found["column"]))
    if found["start"] is None:
        chars = (0, _length(document, found["block"], cell))
    else:
        chars = (int(found["start"]), int(found["end"]))
    return Where(segments=(Segment(block=found["block"], cell=cell, chars=chars),))


def _length(document: Document, block_id: str, cell: tuple[int, int] | None) -> int:
    """Length of the text meant; 0 where there is none, which reading it will then refuse."""
    for block in (*document.blocks, *document.furniture):
        if block.id == block_id:
            if not isinstance(block, Table):
                return len(block.text)
            found = block.covering(*cell) if cell else None
            return len(found.text) if found else 0
    return 0
