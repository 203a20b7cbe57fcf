"""Readings of scanned pages kept between runs, by the hash of the page's image: recognition takes seconds a page.

What is kept is readable by its owner only. JIXIAO_NO_CACHE=1 turns it off; results are the same either way.
"""

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from toolkit.readers.pdf._ocr_page import PageReading, from_json, to_json
from toolkit.readers.pdf._scan_render import Scan

_STEPS: Final = "8"
"""Version of the steps between image and reading; a change of them must change it."""
_MOST_BYTES: Final = 64 * 1024 * 1024
_OFF: Final = "JIXIAO_NO_CACHE"


def name_of(scan: Scan, engine: str) -> str:
    """The name under which a page's reading is kept."""
    height, width, _ = scan.pixels.shape
    digest = hashlib.sha256(f"{_STEPS}|{engine}|{width}x{height}|{scan.dpi:.3f}|".encode())
    digest.update(scan.pixels.tobytes())
    return digest.hexdigest()


def recall(name: str) -> PageReading | None:
    """The reading kept under `name`; None where there is none, or the cache is off."""
    if _is_off():
        return None
    try:
        return from_json(json.loads((_folder() / f"{name}.json").read_bytes()))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(name: str, reading: PageReading) -> None:
    """Keep a reading, if there is room; that it cannot be kept is no error."""
    if _is_off():
        return
    from tempfile import NamedTemporaryFile

    folder = _folder()
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        data = json.dumps(to_json(reading), ensure_ascii=False, separators=(",", ":")).encode()
        with NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as file:
            file.write(data)
        os.replace(file.name, folder / f"{name}.json")  # noqa: PTH105 (never half a file under the name)
        _make_room(folder)


def _is_off() -> bool:
    return os.environ.get(_OFF, "") not in {"", "0"}


def _folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("jixiao", appauthor=False) / "ocr"


def _make_room(folder: Path) -> None:
    """Drop what was kept longest where the folder has grown too large."""
    kept = sorted((status.st_mtime, status.st_size, path) for path in folder.iterdir() for status in (path.stat(),))
    excess = sum(size for _, size, _ in kept) - _MOST_BYTES
    for _, size, path in kept:
        if excess <= 0:
            return
        path.unlink(missing_ok=True)
        excess -= size
