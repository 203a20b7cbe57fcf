"""The archive of an OFD (GB/T 33190) → its pages in order: which entry holds each, its size, templates and parts.

Signatures and seals are left aside: they do not change what is printed. An encrypted file is refused.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import Final

from toolkit.errors import ReadError
from toolkit.model.document import Box
from toolkit.patterns import regex
from toolkit.readers._archive import content, damaged, encrypted, too_large
from toolkit.readers._xml import Node, root_of

MAIN: Final = "OFD.xml"
"""The entry with which an OFD begins."""

_A4: Final = (0.0, 0.0, 210.0, 297.0)
_ENCRYPTED: Final = regex(r"(?:^|/)(?:encryptions?\.xml|decryptseed\.dat)$", re.IGNORECASE)
_MOST_PAGES: Final = 5_000
_WIDEST: Final = 5_000.0  # mm: no sheet of paper has a longer side


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its own contents and those of its templates as trees; `box` is (x, y, width, height) in mm."""

    contents: tuple[Node, ...]
    box: Box
    units: dict[str, Node]


@dataclass(slots=True)
class _Body:
    """One document of the file: what its pages share."""

    root: str
    box: Box
    templates: dict[str, str]
    units: dict[str, Node]
    trees: dict[str, Node] = field(default_factory=dict)


class Package:
    """An open OFD. `count` pages; `page(number)` from 1."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        """Raises ReadError READ-ENCRYPTED, READ-DAMAGED, READ-TOO-LARGE."""
        self._archive = archive
        self._name = name
        self._names = {entry.lower(): entry for entry in archive.namelist()}
        if any(_ENCRYPTED.search(entry) for entry in self._names.values()):
            raise encrypted(name)
        self._pages: list[tuple[_Body, str | None]] = []
        main = self._names.get(MAIN.lower())
        if main is None:
            raise damaged(name, f"缺少部件 {MAIN}")
        for body in self._tree(main).all("DocBody"):
            entry = self._entry(main, _text(body.first("DocRoot")))
            if entry is not None:
                self._take(entry)
        if not self._pages:
            raise damaged(name, "文件里没有任何一页")

    @property
    def count(self) -> int:
        """Number of pages of all documents in the file."""
        return len(self._pages)

    def page(self, number: int) -> Page | None:
        """Page `number`; None where its contents are missing or damaged."""
        body, entry = self._pages[number - 1]
        if entry is None:
            return None
        try:
            tree = self._tree(entry)
            units = body.units | self._units(entry, tree.all("PageRes"))
            templates = [body.templates.get(one.get("TemplateID")) for one in tree.all("Template")]
            contents = [self._template(body, part) for part in templates if part is not None]
        except ReadError:
            return None
        area = tree.first("Area")
        box = _box(_text(None if area is None else area.first("PhysicalBox"))) or body.box
        return Page((*contents, tree), box, units)

    def _take(self, entry: str) -> None:
        tree = self._tree(entry)
        common = tree.first("CommonData") or Node("CommonData", {})
        area = common.first("PageArea")
        templates = {}
        for template in common.all("TemplatePage"):
            part = self._entry(entry, template.get("BaseLoc"))
            if part is not None:
                templates[template.get("ID")] = part
        resources = [part for part in common if part.name in {"PublicRes", "DocumentRes"}]
        box = _box(_text(None if area is None else area.first("PhysicalBox"))) or _A4
        body = _Body(entry, box, templates, self._units(entry, iter(resources)))
        for pages in tree.all("Pages"):
            for page in pages.all("Page"):
                if len(self._pages) >= _MOST_PAGES:
                    raise too_large(self._name, f"超过 {_MOST_PAGES} 页")
                self._pages.append((body, self._entry(entry, page.get("BaseLoc"))))

    def _template(self, body: _Body, part: str) -> Node:
        if part not in body.trees:
            body.trees[part] = self._tree(part)
        return body.trees[part]

    def _units(self, origin: str, resources: Iterator[Node]) -> dict[str, Node]:
        """Drawings that pages refer to, by their ids. A list that is missing or damaged gives none."""
        units: dict[str, Node] = {}
        for resource in resources:
            entry = self._entry(origin, resource.text.strip())
            if entry is None:
                continue
            try:
                tree = self._tree(entry)
            except ReadError:
                continue
            for unit in tree.below("CompositeGraphicUnit"):
                units.setdefault(unit.get("ID"), unit)
        return units

    def _tree(self, entry: str) -> Node:
        return root_of(content(self._archive, entry, self._name), self._name)

    def _entry(self, origin: str, location: str) -> str | None:
        """The entry at a location, which counts from the folder of `origin` or, with a slash, from the top."""
        bare = location.strip().replace("\\", "/")
        if not bare:
            return None
        paths = (bare.lstrip("/"),) if bare.startswith("/") else (normpath(join(dirname(origin), bare)), bare)
        return next((self._names[path.lower()] for path in paths if path.lower() in self._names), None)


def numbers(text: str, count: int) -> tuple[float, ...] | None:
    """The first `count` numbers of a text; None where there are fewer, or one is none that a page holds."""
    found = []
    for part in text.replace(",", " ").split()[:count]:
        try:
            number = float(part)
        except ValueError:
            return None
        if not abs(number) < 1e6:
            return None
        found.append(number)
    return tuple(found) if len(found) == count else None


def _box(text: str) -> Box | None:
    found = numbers(text, 4)
    if found is None or not (0 < found[2] <= _WIDEST and 0 < found[3] <= _WIDEST):
        return None
    x, y, width, height = found
    return x, y, width, height


def _text(node: Node | None) -> str:
    return "" if node is None else node.text
