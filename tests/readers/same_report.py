"""Two readings of one report: the same records, blanks in quotes and places aside; every quote at its place."""

import json
import re
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.extract.test_citations import cited_values
from toolkit.corpus.fields import compared
from toolkit.extract import extract
from toolkit.layout.places import text_at
from toolkit.model.document import Document, Paragraph
from toolkit.readers import read

_BLANK = re.compile(r"\s+")
_PLACES = {"where", "unit_where", "source"}


def records(document: Document) -> Any:
    """What is extracted, without places and without blanks."""
    return _bare(extract(document).model_dump(mode="json"))


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _bare(inner) for name, inner in value.items() if name not in _PLACES}
    if isinstance(value, list):
        return [_bare(inner) for inner in value]
    return _BLANK.sub("", value) if isinstance(value, str) else value


def outline(document: Document) -> list[tuple[str, int | None]]:
    """Text without blanks and level of each paragraph."""
    return [(_BLANK.sub("", block.text), block.level) for block in document.blocks if isinstance(block, Paragraph)]


def count_of_quotes_at_their_places(document: Document) -> int:
    """Every cited value is tested; gives how many there are."""
    count = 0
    for cited in cited_values(extract(document)):
        count += 1
        assert text_at(document, cited.where) == cited.quote
        if cited.unit_where is not None:
            assert text_at(document, cited.unit_where) == cited.unit_quote
        assert all(segment.path and segment.column for segment in cited.where.segments)
    return count


def wrong_fields(path: Path) -> list[Any]:
    """Fields of a sample's source that are not what its truth says."""
    truth = json.loads((ROOT / f"corpora/samples/{path.stem}.truth.json").read_text("utf-8"))
    report = extract(read(path.read_bytes(), path.name))
    return [field for field in compared(truth, report) if field[1] != field[2]]
