"""The archive of an XLSX or XLSB → which of its entries is the workbook, which are sheets, texts and styles.

Parts refer to one another by relations (ECMA-376 part 2); what lies outside the archive is never followed.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Final, Protocol

from toolkit.readers._archive import content, damaged
from toolkit.readers._workbook_sheet import Sheet
from toolkit.readers._xml import root_of


@dataclass(frozen=True, slots=True)
class Style:
    """What a cell's style says: its format code, and whether the cell has a border."""

    code: str = ""
    framed: bool = False


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook lists it: `part` is the archive's entry, "" where it is missing; `hidden` from view."""

    name: str
    part: str
    hidden: bool


PLAIN: Final = Style()
"""The style of a cell that names none."""


class Book(Protocol):
    """An open workbook. `entries` are its sheets in order; `fill` reads the cells of one.

    `fill` raises ReadError for a part that is damaged, SheetTooLargeError for more cells than are read.
    """

    @property
    def entries(self) -> tuple[SheetEntry, ...]: ...

    def fill(self, sheet: Sheet, entry: SheetEntry) -> None: ...


def main_part(archive: zipfile.ZipFile, name: str, usual: str) -> str:
    """The entry that is the workbook; `usual` is where it stands if nothing says so. Raises ReadError READ-DAMAGED."""
    for kind, part in relations(archive, "", name).values():
        if kind == "officeDocument":
            return part
    if usual not in archive.namelist():
        raise damaged(name, f"缺少工作簿目录 {usual}")
    return usual


def relations(archive: zipfile.ZipFile, part: str, name: str) -> dict[str, tuple[str, str]]:
    """(kind, entry) by id for what `part` refers to within the archive. Raises ReadError READ-DAMAGED."""
    return dict(_relations(archive, {entry.lower(): entry for entry in archive.namelist()}, part, name))


def _relations(
    archive: zipfile.ZipFile, names: dict[str, str], part: str, name: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    """(id, (kind, entry)) for what a part refers to within the archive."""
    folder = dirname(part)
    entry = names.get(join(folder, "_rels", f"{part[len(folder) :].lstrip('/')}.rels").lower())
    if entry is None:
        return
    for element in root_of(content(archive, entry, name), name).all("Relationship"):
        target = element.get("Target", "").replace("\\", "/")
        whole = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        found = names.get(whole.lower())
        if found is not None and element.get("TargetMode") != "External":
            yield element.get("Id", ""), (element.get("Type", "").rpartition("/")[2], found)
