"""docs/figures.md says how far relations are read today; `JIXIAO_REGENERATE=1` writes it anew."""

import os

from tests.conftest import ROOT
from tests.figures.figures_page import figures_page

PAGE = ROOT / "docs" / "figures.md"


def test_the_page_on_figures_is_what_is_measured() -> None:
    made = figures_page()
    if os.environ.get("JIXIAO_REGENERATE"):
        PAGE.write_text(made, "utf-8")
    assert PAGE.read_text("utf-8") == made
