"""Whole reports as web pages: the same records as from their text and PDF, every quote at its node."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.readers.same_report import count_of_quotes_at_their_places, outline, records, wrong_fields
from tests.readers.webpage.nodes import assert_runs_stand_in_their_nodes
from toolkit.readers import read

DEVELOPMENT = sorted((ROOT / "corpora/sources").glob("yunjiang-*.html"))


def test_the_real_report_reads_as_its_text(shared: Path) -> None:
    data = (shared / "reports/gxj-2021.html").read_bytes()
    document = read(data, "gxj-2021.html")
    text = read((shared / "reports/000_98a5634400e74046.txt").read_bytes(), "a.txt")
    assert records(document) == records(text)
    assert outline(document) == outline(text)
    assert document.notes == ()
    assert count_of_quotes_at_their_places(document) > 100
    assert assert_runs_stand_in_their_nodes(document, data.decode()) > 100


@pytest.mark.parametrize("path", DEVELOPMENT, ids=lambda path: path.stem)
def test_samples_give_what_their_truth_says(path: Path) -> None:
    assert wrong_fields(path) == []
    data = path.read_bytes()
    document = read(data, path.name)
    assert count_of_quotes_at_their_places(document) > 100
    assert assert_runs_stand_in_their_nodes(document, data.decode()) > 100
