"""Files that an office can open → PDF, a batch in one run of LibreOffice."""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from shutil import which
from typing import Final

from toolkit.corpus.render._settle import settled_pdf

_SECONDS: Final = 600


def missing() -> str | None:
    """What is not installed here."""
    return None if which("soffice") else "soffice"


def to_pdf(files: Sequence[bytes], suffix: str, *options: str) -> list[bytes]:
    """The PDF of each file. Raises FileNotFoundError where the office made none."""
    with tempfile.TemporaryDirectory(prefix="jixiao-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        sources = [folder / f"{number:04d}.{suffix}" for number in range(len(files))]
        for source, data in zip(sources, files, strict=True):
            source.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        call = ["soffice", "--headless", "--norestore", profile, *options, "--convert-to", "pdf:writer_pdf_Export"]
        subprocess.run(
            [*call, "--outdir", str(folder), *map(str, sources)], capture_output=True, check=True, timeout=_SECONDS
        )
        return [settled_pdf(source.with_suffix(".pdf").read_bytes()) for source in sources]
