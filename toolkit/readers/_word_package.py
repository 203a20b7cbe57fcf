"""Bytes of a DOCX → its parts as XML trees: the document itself and what it refers to.

XML is parsed without document types, entities, network, or trees of any depth; a part costs its size.
"""

import posixpath
import zipfile
from dataclasses import dataclass
from typing import Any, Final

from toolkit.errors import ReadError
from toolkit.patterns import regex
from toolkit.readers._archive import content, damaged, listing, opened, too_large

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_MAIN: Final = "word/document.xml"
_MAIN_NAME: Final = regex(rb"word/document\d{0,3}\.xml")
_LARGEST_PART: Final = 64 << 20
_MOST_TAGS: Final = 2_000_000
_MOST_PARTS: Final = 40


@dataclass(frozen=True, slots=True)
class Part:
    """One XML part: its name in the package and its root element."""

    name: str
    root: Any


def is_word(data: bytes, name: str) -> bool:
    """Whether the bytes are a package with a word document in it."""
    return data.startswith(b"PK\x03\x04") and _MAIN_NAME.search(listing(data)) is not None


def local(element: Any) -> str:
    """Name of an element without its namespace; nothing for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """An attribute by its name without namespace: files in the strict dialect use others."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def child(element: Any, *names: str) -> Any:
    """The first child called names[0], in it the first called names[1]…; None where there is none."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


class Package:
    """An open DOCX; parts are read when asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises ReadError as `_archive.opened`, and READ-DAMAGED where no document is in it."""
        self._archive: zipfile.ZipFile = opened(data, name)
        self._name = name
        self._names = frozenset(self._archive.namelist())
        self.main = self._main()
        self._targets = self._relations(self.main)

    def document(self) -> Part:
        """The document. Raises ReadError READ-DAMAGED, READ-TOO-LARGE."""
        return self._part(self.main)

    def related(self, kind: str) -> list[Part]:
        """Parts that the document refers to as `kind` (styles, header, footnotes…), in the order of their names."""
        targets = sorted({target for name, target in self._targets if name == kind and target in self._names})
        return [self._part(target) for target in targets[:_MOST_PARTS]]

    def count(self, kind: str) -> int:
        """How many references of this kind the document holds."""
        return sum(1 for name, _ in self._targets if name == kind)

    def _main(self) -> str:
        main = next((target for kind, target in self._relations("") if kind == "officeDocument"), _MAIN)
        if main not in self._names:
            main = next((name for name in sorted(self._names) if _MAIN_NAME.fullmatch(name.encode())), "")
        if not main:
            raise damaged(self._name, "其中没有文档正文")
        return main

    def _relations(self, source: str) -> list[tuple[str, str]]:
        """(kind, name of the part) of each relation of a part, of the package itself for ""."""
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._names:
            return []
        found = []
        for one in self._part(name).root:
            kind = (attribute(one, "Type") or "").rpartition("/")[2]
            target = attribute(one, "Target") or ""
            if attribute(one, "TargetMode") != "External":
                path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                found.append((kind, posixpath.normpath(path)))
        return found

    def _part(self, name: str) -> Part:
        data = content(self._archive, name, self._name)
        if len(data) > _LARGEST_PART:
            raise too_large(self._name, f"部件 {name} 有 {len(data) >> 20} MB")
        if data.count(b"<") > _MOST_TAGS:
            raise too_large(self._name, f"部件 {name} 的标记超过 {_MOST_TAGS // 10_000} 万个")
        return Part(name, self._root(data, name))

    def _root(self, data: bytes, part: str) -> Any:
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as failed:
            raise damaged(self._name, f"部件 {part} 不是有效的 XML") from failed
        if root.getroottree().docinfo.internalDTD is not None:
            raise ReadError(
                "READ-DAMAGED",
                f"“{self._name}”的部件 {part} 带有文档类型声明（DTD），不是正常的 Word 文件，未予读取",
                "请确认文件来源；确为报告的，用 WPS 或 Word 打开另存后再读",
            )
        return root
