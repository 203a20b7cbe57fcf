"""docs/quantities.md says what the code reads today; `JIXIAO_REGENERATE=1` writes it anew."""

import os
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.measure.quantities_page import quantities_page

PAGE = ROOT / "docs" / "quantities.md"


def test_the_page_on_quantities_is_what_the_code_says(shared: Path) -> None:
    if not (shared / "conformance").is_dir():
        pytest.skip("no specification beside the project")
    made = quantities_page(shared)
    if os.environ.get("JIXIAO_REGENERATE"):
        PAGE.write_text(made, "utf-8")
    assert PAGE.read_text("utf-8") == made
