"""Documentation that fails when it lies: the README's examples are run and compared, commands and links exist.

`JIXIAO_REGENERATE=1 pytest tests/test_docs.py` writes today's output into README and docs/; read the difference.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pages import PAGES

README = ROOT / "README.md"
_EXAMPLE = re.compile(r"```console\n\$ (?P<command>jixiao[^\n]*)\n(?P<output>.*?)```", re.DOTALL)


def _examples() -> list[tuple[str, str]]:
    return [(found["command"], found["output"]) for found in _EXAMPLE.finditer(README.read_text("utf-8"))]


def _run(command: str) -> str:
    environment = {**os.environ, "COLUMNS": "88", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", *shlex.split(command)[1:]],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr.decode()
    return done.stdout.decode()


def test_readme_has_five_examples() -> None:
    assert len(_examples()) == 5


def test_readme_examples_print_what_the_readme_says() -> None:
    text = README.read_text("utf-8")
    made = _EXAMPLE.sub(lambda found: f"```console\n$ {found['command']}\n{_run(found['command'])}```", text)
    if os.environ.get("JIXIAO_REGENERATE"):
        README.write_text(made, "utf-8")
    assert made == text


@pytest.mark.parametrize("name", PAGES)
def test_made_pages_are_what_the_code_says(name: str) -> None:
    path = ROOT / name
    made = PAGES[name]()
    if os.environ.get("JIXIAO_REGENERATE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, "utf-8")
    assert path.read_text("utf-8") == made


def test_commands_of_the_readme_exist() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "toolkit", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    named = set(re.findall(r"`jixiao ([a-z]+)", README.read_text("utf-8")))
    assert named
    assert {name for name in named if not re.search(rf"^\s+{name}\b", shown, re.MULTILINE)} == set()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "corpora/README.md"])
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_paths_named_in_contributing_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    paths = [path for path in re.findall(r"`((?:toolkit|tests|corpora)/[^`<]*)", text) if "*" not in path]
    assert paths
    assert [path for path in paths if not (ROOT / Path(path)).exists()] == []


def test_make_targets_named_in_the_docs_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {
        target
        for name in ("README.md", "CONTRIBUTING.md")
        for target in re.findall(r"make ([a-z-]+)", (ROOT / name).read_text("utf-8"))
    }
    assert named and named <= targets
