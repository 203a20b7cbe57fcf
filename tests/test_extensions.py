"""The recipes of CONTRIBUTING.md, followed with throw-away members: a folder is a registry, one file is one thing."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.errors import RegistryError
from toolkit.extract.form import Form
from toolkit.registry import discover
from toolkit.scoring.load import load_file

FORM = '''"""A throw-away layout."""

from toolkit.extract.form import Band, Finds, Form


def _read(band: Band) -> Finds:
    return Finds()


FORM = Form(
    name="{name}",
    title="试验",
    columns={{"label": ("甲栏",)}},
    needs=(frozenset({{"label"}}),),
    read=_read,
    specimen="",
    yields=(),
)
'''


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty extension folder, importable as `throwaway`."""
    folder = tmp_path / "throwaway"
    folder.mkdir()
    (folder / "__init__.py").write_text("", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "throwaway"]:
        del sys.modules[name]


def _forms() -> dict[str, Form]:
    return discover("throwaway", Form, lambda form: form.name)


def test_a_new_file_is_a_new_member(package: Path) -> None:
    (package / "second.py").write_text(FORM.format(name="b"), "utf-8")
    (package / "first.py").write_text(FORM.format(name="a"), "utf-8")
    (package / "_machinery.py").write_text("raise RuntimeError('machinery is not walked')\n", "utf-8")
    assert list(_forms()) == ["a", "b"]


def test_two_members_in_one_file_are_refused(package: Path) -> None:
    twice = FORM.format(name="a") + "\nOTHER = Form(**{**{f: getattr(FORM, f) for f in FORM.__slots__}, 'name': 'b'})\n"
    (package / "both.py").write_text(twice, "utf-8")
    with pytest.raises(RegistryError, match="REGISTRY-MEMBER"):
        _forms()


def test_a_file_without_member_is_refused(package: Path) -> None:
    (package / "nothing.py").write_text('"""Nothing."""\n', "utf-8")
    with pytest.raises(RegistryError, match="REGISTRY-MEMBER"):
        _forms()


def test_one_key_twice_is_refused(package: Path) -> None:
    for name in ("one", "two"):
        (package / f"{name}.py").write_text(FORM.format(name="same"), "utf-8")
    with pytest.raises(RegistryError, match="REGISTRY-DUPLICATE"):
        _forms()


def test_a_users_own_standard_is_one_toml_file(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        """
id = "own-county-2024"
title = "某县项目支出绩效自评"
authority = "某县财政局"
total = 100
status = "filled"

[[criteria]]
path = ["产出指标", "培训人次"]
max_score = 100
status = "filled"
method = { name = "ratio_up" }
examples = [{ points = 10, target = "≥100人次", actual = "90人次", low = 9, high = 9 }]
""",
        "utf-8",
    )
    standard = load_file(path)
    assert standard.id == "own-county-2024"
    assert [criterion.method.name for criterion in standard.criteria] == ["ratio_up"]
