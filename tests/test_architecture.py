"""The shape of the house: floors, file sizes, where libraries live, what a module may know."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "toolkit"
SOURCES = sorted(path for path in PACKAGE.rglob("*.py"))
MEMBER_FOLDERS = ("audit/rules", "extract/forms", "compare/contrasts", "export")
HOMES = {
    "pypdfium2": ("readers/pdf/",),
    "pdfplumber": ("readers/pdf/",),
    "xlsxwriter": ("export/workbook", "corpus/render/"),
    "jieba": ("nlp/",),
    "rjieba": ("nlp/",),
    "spacy": ("nlp/",),
    "sklearn": ("train/", "compare/similarity"),
    "sqlite3": ("store/",),
    "typer": ("cli/",),
    "rich": ("cli/",),
}
HEAVY = {"pdfplumber", "pypdfium2", "spacy", "jieba", "rjieba", "sklearn", "numpy", "pandas", "xlsxwriter", "rich"}


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _imports(path: Path) -> list[tuple[str, bool]]:
    """(module, stands at the top of the file) for every import of a file."""
    tree = ast.parse(path.read_text("utf-8"))
    top = set(tree.body)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node in top) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.module, node in top))
    return found


def test_no_file_is_longer_than_400_lines() -> None:
    long = {_name(path): count for path in SOURCES if (count := len(path.read_text("utf-8").splitlines())) > 400}
    assert long == {}


def test_every_module_says_what_it_is() -> None:
    silent = [
        _name(path)
        for path in SOURCES
        if path.stat().st_size and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_libraries_live_in_their_homes() -> None:
    strays = [
        (_name(path), module)
        for path in SOURCES
        for module, _ in _imports(path)
        if (homes := HOMES.get(module.split(".")[0])) and not _name(path).startswith(homes)
    ]
    assert strays == []


def test_heavy_libraries_are_imported_inside_functions() -> None:
    at_top = [
        (_name(path), module)
        for path in SOURCES
        for module, top in _imports(path)
        if top and module.split(".")[0] in HEAVY
    ]
    assert at_top == []


def test_nouns_do_nothing() -> None:
    banned = {"os", "io", "sys", "time", "random", "logging", "datetime", "pathlib", "subprocess"}
    found = [
        (_name(path), module)
        for path in SOURCES
        if _name(path).startswith("model/")
        for module, _ in _imports(path)
        if module.split(".")[0] in banned
    ]
    assert found == []


def test_members_do_not_import_members() -> None:
    found = []
    for folder in MEMBER_FOLDERS:
        package = f"toolkit.{folder.replace('/', '.')}"
        members = {
            f"{package}.{'.'.join(path.relative_to(PACKAGE / folder).with_suffix('').parts)}"
            for path in (PACKAGE / folder).rglob("*.py")
            if not path.name.startswith("_") and _name(path) != "export/exporter.py"
        }
        found += [
            (_name(path), module)
            for path in (PACKAGE / folder).rglob("*.py")
            if not path.name.startswith("_")
            for module, _ in _imports(path)
            if module in members
        ]
    assert found == []


def test_patterns_of_modules_are_compiled_at_first_use() -> None:
    at_once = [
        (_name(path), node.lineno)
        for path in SOURCES
        for statement in ast.parse(path.read_text("utf-8")).body
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
        for node in ast.walk(statement)
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "re.compile"
    ]
    assert at_once == []


def test_readers_and_layout_know_no_budget_words() -> None:
    words = re.compile("绩效|指标|分值|预算")
    found = [
        (_name(path), number)
        for path in SOURCES
        if _name(path).startswith(("readers/", "layout/"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if words.search(line)
    ]
    assert found == []


def test_dynamic_imports_stand_only_in_the_registry() -> None:
    pattern = re.compile(r"\bimport_module\b|\b__import__\b")
    found = [_name(path) for path in SOURCES if pattern.search(path.read_text("utf-8"))]
    assert found == ["registry.py"]


def test_only_the_command_line_prints_and_exits() -> None:
    pattern = re.compile(r"\bsys\.exit\(|(?<![\w.])print\(")
    found = [
        _name(path)
        for path in SOURCES
        if not _name(path).startswith("cli/") and pattern.search(path.read_text("utf-8"))
    ]
    assert found == []


def test_file_names_avoid_the_standard_library() -> None:
    found = [_name(path) for path in SOURCES if path.stem in sys.stdlib_module_names and path.stem not in {"numbers"}]
    assert found == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork for fresh interpreters at little cost")
def test_every_module_imports_alone() -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in SOURCES
        if path.name != "__main__.py"
    ]
    program = """
import os, sys, traceback
import pydantic
failed = []
for name in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        try:
            __import__(name)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status:
        failed.append(name)
print(" ".join(failed))
"""
    done = subprocess.run([sys.executable, "-c", program, *names], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [], done.stderr


def test_no_machine_path_or_registry_host_is_committed() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    pattern = re.compile(r"/(?:wo" + r"rk|fa" + r"rm|ro" + r"ot)/|index-" + r"url\b(?!$)")
    found = []
    for name in listed:
        path = ROOT / name
        if path.suffix in {".py", ".toml", ".txt", ".md", ".json", ".yml"} and path.is_file():
            found += [
                (name, number)
                for number, line in enumerate(path.read_text("utf-8", errors="ignore").splitlines(), 1)
                if pattern.search(line) and "--no-emit-" not in line
            ]
    assert found == []
