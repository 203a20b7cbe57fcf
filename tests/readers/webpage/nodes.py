"""The node that a path of ours names, found anew in the page; what each run of a document says there."""

import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from toolkit.model.document import Document, Paragraph, Run
from toolkit.readers import read

_STEP = re.compile(r"/([^/\[]+)(?:\[(\d+)\])?")


def page(body: str) -> Document:
    """A page with this body, as read."""
    return read(f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>".encode(), "a.html")


def texts(document: Document) -> list[str]:
    """Texts of the paragraphs."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def runs_of(document: Document) -> Iterator[tuple[str, Run]]:
    """(text of the run, the run) of all blocks."""
    for block in (*document.blocks, *document.furniture):
        owners = (block,) if isinstance(block, Paragraph) else block.cells
        for owner in owners:
            for run in owner.runs:
                yield owner.text[run.start : run.end], run


def text_at_path(root: Any, path: str) -> str:
    """Text of the node (or value of the attribute) at an XPath like ours."""
    node = root
    steps = _STEP.findall(path)
    assert steps[0][0] == "html"
    for name, number in steps[1:]:
        if name.startswith("@"):
            return str(node.attributes[name[1:]])
        tag = "-text" if name == "text()" else name
        same = [child for child in node.iter(include_text=True) if child.tag == tag]
        node = same[int(number or 1) - 1]
    return str(node.text_content)


def assert_runs_stand_in_their_nodes(document: Document, markup: str) -> int:
    """Every run's characters are those of its node from its column on; returns how many runs there are."""
    root = LexborHTMLParser(markup).root
    count = 0
    for text, run in runs_of(document):
        assert run.region.path is not None and run.region.column is not None
        start = run.region.column - 1
        assert text_at_path(root, run.region.path)[start : start + len(text)] == text
        assert text == text.strip() != ""
        count += 1
    return count
