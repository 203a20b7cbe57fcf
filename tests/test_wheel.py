"""The wheel, installed where nothing else of the project is, audits a sample from another folder."""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from hatch_build import compilers
from tests.conftest import ROOT

SAMPLE = ROOT / "corpora" / "samples" / "jianglan-emergency-management-2023.txt"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A venv with the wheel in it; its libraries come from the environment of the tests, without network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, ROOT],
        check=True,
    )
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", site, wheel], check=True)
    Path(site, "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return python


def test_wheel_audits_a_sample_from_another_folder(installed: Path, tmp_path: Path) -> None:
    where = subprocess.run(
        [installed, "-c", "import toolkit; print(toolkit.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert not where.startswith(str(ROOT))
    done = subprocess.run(
        [installed, "-m", "toolkit", "audit", SAMPLE], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert "SCO108" in done.stdout


def test_wheel_brings_what_could_be_compiled(installed: Path, tmp_path: Path) -> None:
    asked = "from toolkit.readers import is_compiled; print(is_compiled())"
    done = subprocess.run([installed, "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True)
    (wheel,) = installed.parents[2].glob("*.whl")
    assert done.stdout.strip() == str(any(shutil.which(name) for name, *_ in compilers()))
    assert wheel.name.endswith("py3-none-any.whl") == (done.stdout.strip() == "False")


def test_wheel_brings_its_models(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [installed, "-m", "toolkit", "classify", "因两次流标扣1分"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert '"code": "D4"' in done.stdout
