"""Fixtures shared by all tests: where the material beside the project is, if it is there."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

# a busy machine is no failure: no example has a time limit
settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")

if sys.platform == "linux":  # the threads of a test runner would make every file ask for a fresh interpreter
    os.environ.setdefault("JIXIAO_ISOLATION", "fork")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's top folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports beside the project; skips where it is absent."""
    folder = Path(os.environ.get("JIXIAO_SHARED", ROOT.parent / "shared"))
    if not (folder / "reports").is_dir():
        pytest.skip("no material beside the project")
    return folder
