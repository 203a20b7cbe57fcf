"""The compiled part says what Python says, of all PDFs that the tests have; and none is used that does not fit."""

import faulthandler
import os
import signal
from pathlib import Path
from typing import Any

import pytest

import hatch_build
from tests.conftest import ROOT
from tests.hostile.mutate import Mutants
from tests.hostile.pdf_files import FILES
from tests.readers.pdf.both import pages_of
from toolkit.corpus.layout import compose
from toolkit.corpus.layouts import LAYOUTS
from toolkit.corpus.render import engines
from toolkit.readers.pdf import _gather_compiled, _pdfium
from toolkit.readers.pdf._gather_compiled import CompiledGatherer, loaded
from toolkit.readers.pdf._gather_plain import PlainGatherer
from toolkit.readers.pdf._pdfium_calls import Cells
from toolkit.readers.pdf._pdfium_calls import library as pdfium_library
from toolkit.readers.pdf.reader import READER

SAMPLES = sorted((ROOT / "corpora" / "samples").glob("*.pdf"))
SLOW_AND_FEW = {"css": 3, "office-html": 2, "office-word": 3}
"""Layouts that an engine draws, where it draws slowly."""
SECONDS = 3
"""Of CPU time for a hostile file; what takes longer is left to the tests of the isolation."""
FAULT = 3


def contents(data: bytes, gatherer: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    with monkeypatch.context() as within:
        within.setattr(_pdfium, "gatherer", gatherer)
        return repr(pages_of(data))


def same_pages(data: bytes, library: Any, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many pages there are; fails where the contents of one differ."""
    compiled = contents(data, lambda pdfium, cells: CompiledGatherer(library, pdfium), monkeypatch)
    assert compiled == contents(data, PlainGatherer, monkeypatch)
    return compiled.count("PageContent(")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples_are_read_alike(path: Path, library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert same_pages(path.read_bytes(), library, monkeypatch) > 0


def test_real_reports_are_read_alike(shared: Path, library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = sorted((shared / "reports").glob("*.pdf"))
    assert all(same_pages(path.read_bytes(), library, monkeypatch) for path in paths)


def test_specimen_is_read_alike(library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert same_pages(READER.specimen, library, monkeypatch) > 0


@pytest.mark.parametrize("name", sorted(name for name, engine in engines().items() if engine.suffix == "pdf"))
def test_made_reports_are_read_alike(name: str, library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = engines()[name]
    if engine.missing():
        pytest.skip(f"{engine.missing()} is not installed")
    drawn = [layout for layout in LAYOUTS if name in layout.engines and layout.split == "development"]
    drawn = drawn[:: len(drawn) // SLOW_AND_FEW[name]] if name in SLOW_AND_FEW else drawn
    files = engine.render([(compose(layout, name, 11), layout.style) for layout in drawn])
    assert all(same_pages(data, library, monkeypatch) for data in files)


def in_child(compare: Any, seconds: int) -> int:
    """How a process ends that compares: 0, FAULT, or below 0 where pdfium or a limit ended it."""
    import resource

    process = os.fork()
    if process == 0:
        status = FAULT
        faulthandler.disable()
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            compare()
            status = 0
        except MemoryError:
            os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def read_if_it_can_be(data: bytes) -> None:
    try:
        pages_of(data)
    except _pdfium.ReadError:
        return


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs cheap processes")
def test_hostile_files_are_read_alike(library: Any) -> None:
    ends = {name: in_child(lambda make=make: read_if_it_can_be(make()), SECONDS) for name, make in FILES.items()}
    assert [name for name, end in ends.items() if end > 0] == []
    assert list(ends.values()).count(0) > 0.7 * len(ends)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs cheap processes")
def test_mutants_are_read_alike(library: Any) -> None:
    mutants = Mutants()
    files = [data for name, data in map(mutants.make, range(2000)) if name.endswith(".pdf")]
    assert len(files) > 150

    def compare() -> None:
        for data in files:
            read_if_it_can_be(data)

    assert in_child(compare, 200 * SECONDS) == 0


def test_library_of_another_source_is_not_used(
    built: Path | None, library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert built is not None and library is not None
    changed = tmp_path / "changed.c"
    changed.write_bytes(_gather_compiled.SOURCE.read_bytes() + b"\n")
    monkeypatch.setattr(_gather_compiled, "SOURCE", changed)
    assert loaded(built) is None


def test_what_is_no_library_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "torn.lib").write_bytes(b"\x7fELF")
    assert loaded(tmp_path / "torn.lib") is None
    assert loaded(tmp_path / "absent.lib") is None


def test_without_a_library_python_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(_pdfium, "installed", lambda: None)
    assert isinstance(_pdfium.gatherer(pdfium_library(), Cells()), PlainGatherer)


def test_no_compiler_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hatch_build, "compilers", lambda: iter([["no-such-compiler"], ["false"]]))
    assert not hatch_build.compiled(tmp_path / "gather.lib")
    assert list(tmp_path.iterdir()) == []
