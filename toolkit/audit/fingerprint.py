"""Drafts → fingerprints that stay the same when the text moves: code, subject's name and quotes, no page, no number.

Two drafts that agree in all of that are told apart by their order.
"""

import hashlib
from collections.abc import Sequence

from toolkit.audit.place import blocks_by_id, quote
from toolkit.audit.rule import Draft
from toolkit.model.document import Document
from toolkit.text import key


def fingerprints(document: Document, drafts: Sequence[tuple[str, Draft]]) -> tuple[str, ...]:
    """One fingerprint (sha256, hex) for each (code, draft), in order."""
    blocks = blocks_by_id(document)
    seen: dict[str, int] = {}
    marks = []
    for code, draft in drafts:
        content = "\n".join((code, key(draft.name), *(key(quote(blocks, where)) for where in draft.where)))
        times = seen[content] = seen.get(content, 0) + 1
        marks.append(hashlib.sha256((content if times == 1 else f"{content}\n#{times}").encode()).hexdigest())
    return tuple(marks)
