"""Patterns: compiled at the first question, the same as `re.compile` then; and every one of the project compiles."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit import patterns
from toolkit.patterns import compile_all, regex

ROOT = Path(__file__).resolve().parents[1]
TEXT = "实际支出1,200万元，年末结余35.5万元"


def _is_compiled(made: re.Pattern[str]) -> bool:
    return "search" in vars(made)


def test_a_pattern_waits_for_its_first_question() -> None:
    made = regex("(")
    assert made.pattern == "("
    assert not _is_compiled(made)
    with pytest.raises(re.error):
        made.search("(")
    patterns._MADE.remove(made)  # type: ignore[arg-type]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE | re.VERBOSE])
def test_it_answers_as_a_compiled_pattern_does(flags: int) -> None:
    words = r"(?P<digits>\d[\d,]*(?:\.\d+)?)(万|亿)?元"
    ours, theirs = regex(words, flags), re.compile(words, flags)
    assert [found.span("digits") for found in ours.finditer(TEXT)] == [f.span("digits") for f in theirs.finditer(TEXT)]
    assert ours.findall(TEXT) == theirs.findall(TEXT) != []
    assert ours.split(TEXT) == theirs.split(TEXT)
    assert ours.sub("〇", TEXT, count=1) == theirs.sub("〇", TEXT, count=1)
    assert ours.subn("〇", TEXT) == theirs.subn("〇", TEXT)
    for method in ("search", "match", "fullmatch"):
        spans = [(found := getattr(one, method)(TEXT, 4)) and found.span() for one in (ours, theirs)]
        assert spans[0] == spans[1]
    assert (ours.flags, ours.groups, ours.groupindex) == (theirs.flags, theirs.groups, theirs.groupindex)
    assert regex(rb"\xcf(.)").findall(b"\xcf\xb5") == [b"\xb5"]


def test_compile_all_leaves_none_waiting() -> None:
    made = regex("结余")
    assert compile_all() >= 1
    assert _is_compiled(made)
    assert compile_all() == 0


def test_loading_the_program_compiles_none_and_each_of_them_compiles() -> None:
    program = """
import importlib, pkgutil, toolkit
from toolkit.patterns import compile_all
for found in pkgutil.walk_packages(toolkit.__path__, "toolkit."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)
from toolkit import patterns
print(len(patterns._MADE), compile_all())
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], check=False, cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    made, waiting = map(int, done.stdout.split())
    assert made == waiting > 1000
