"""Build hook: compiles `toolkit/readers/pdf/_gather.c` where a C compiler is there, and else goes on without it.

An editable install has the library beside its source, a wheel carries it and names the platform; a wheel built without
a compiler is pure Python. `jixiao doctor` says whether an installation has it. By hand: `python hatch_build.py`.
"""

import os
import shlex
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = Path(__file__).parent / "toolkit" / "readers" / "pdf" / "_gather.c"
BUILT = SOURCE.with_suffix(".lib")
FLAGS = [
    "-std=c11",
    "-O2",
    "-fno-fast-math",
    "-ffp-contract=off",
    "-fPIC",
    "-fvisibility=hidden",
    "-Wall",
    "-Wextra",
    "-shared",
]
"""Floating point must give what Python gives: no contraction, no reordering."""


def compilers() -> Iterator[list[str]]:
    """Commands that may be one, the one asked for first."""
    yield from (shlex.split(named) for named in [os.environ.get("CC", "")] if named)
    yield from (["cc"], ["gcc"], ["clang"])


def compiled(target: Path, *flags: str) -> bool:
    """Whether the library could be built into `target`; it is written beside it first, so that none is ever half
    there or changed while in use."""
    digest = sha256(SOURCE.read_bytes()).hexdigest()
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        fresh = Path(folder) / target.name
        for compiler in compilers():
            command = [*compiler, *FLAGS, *flags, f'-DSOURCE="{digest}"', "-o", str(fresh), str(SOURCE)]
            try:
                done = subprocess.run(command, capture_output=True, check=False).returncode == 0
            except OSError:
                continue
            if done and fresh.is_file():
                fresh.replace(target)
                return True
    return False


class CustomBuildHook(BuildHookInterface[Any]):
    """Adds the library to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            compiled(BUILT)
            return
        self._folder = tempfile.TemporaryDirectory()
        library = Path(self._folder.name) / BUILT.name
        if compiled(library):
            build_data["pure_python"] = False
            build_data["tag"] = f"py3-none-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"
            build_data["force_include"][str(library)] = str(BUILT.relative_to(SOURCE.parents[3]))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._folder.cleanup()


if __name__ == "__main__":
    sys.exit(not compiled(BUILT))
