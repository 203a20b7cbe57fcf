"""All tests of this folder read PDFs in both ways at once, call by call and compiled, where a compiler is there."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from hatch_build import compiled, compilers
from tests.readers.pdf.both import Both
from toolkit.readers.pdf import _pdfium
from toolkit.readers.pdf._gather_compiled import loaded


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """The library, built from the source as it is now; None where nothing can build it."""
    if not any(shutil.which(name) for name, *_ in compilers()):
        return None
    target = tmp_path_factory.mktemp("built") / "gather.lib"
    assert compiled(target, "-Werror")
    return target


@pytest.fixture
def library(built: Path | None) -> Any:
    """The same, loaded; skips where there is none."""
    if built is None:
        pytest.skip("no C compiler here")
    return loaded(built)


@pytest.fixture(autouse=True)
def _both_ways(built: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if built is not None:
        library = loaded(built)
        monkeypatch.setattr(_pdfium, "gatherer", lambda pdfium, cells: Both(library, pdfium, cells))
