"""Name of a font family → its file on this machine, cropped to the letters that are needed."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from shutil import which


@contextmanager
def frozen_clock() -> Iterator[None]:
    """Font makers stamp the time of SOURCE_DATE_EPOCH: one time, so that the same letters give the same bytes."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "1577836800"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


@cache
def locate(family: str) -> tuple[str, int] | None:
    """The file and the number of the font in it; None where the family (or fontconfig) is not installed."""
    if which("fc-match") is None:
        return None
    asked = ["fc-match", "-f", "%{file}\n%{index}\n%{family}", family]
    path, number, families = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split("\n")
    return (path, int(number)) if family in families.split(",") else None


def crop(family: str, letters: Iterable[str], target: Path) -> Path:
    """Write the family's font with these letters alone to `target`: whole Chinese fonts cost seconds a document.

    Raises FileNotFoundError where the family is not installed.
    """
    from fontTools import subset  # type: ignore[import-untyped]

    found = locate(family)
    if found is None:
        raise FileNotFoundError(family)
    options = subset.Options(font_number=found[1], layout_features=[], notdef_outline=True, hinting=False)
    with frozen_clock(), subset.load_font(found[0], options) as font:
        cropper = subset.Subsetter(options)
        cropper.populate(unicodes=map(ord, letters))
        cropper.subset(font)
        subset.save_font(font, str(target), options)
    return target
