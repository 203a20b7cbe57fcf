"""Bytes of an XML part → its root as a light tree, or its elements one by one as they end.

Nothing is built but what is asked for, no entity is expanded and nothing outside is fetched: a part costs its size.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from toolkit.patterns import regex
from toolkit.readers._archive import damaged, too_large

_CHUNK: Final = 1 << 16
_DEEPEST: Final = 256
_MOST_NODES: Final = 400_000
_ENCODING: Final = regex(rb"<\?xml[^>]{1,80}encoding\s?=\s?[\"']\s?(gb[\w-]{1,10})", re.IGNORECASE)


@dataclass(slots=True)
class Node:
    """An element: local `name`, attributes by their local names, and `parts`: texts and elements in their order."""

    name: str
    attributes: dict[str, str]
    parts: list["str | Node"] = field(default_factory=list)

    def __iter__(self) -> Iterator["Node"]:
        """The elements right below."""
        return (part for part in self.parts if isinstance(part, Node))

    def get(self, name: str, default: str = "") -> str:
        """An attribute."""
        return self.attributes.get(name, default)

    @property
    def text(self) -> str:
        """The text right below, without that of the elements between."""
        return "".join([part for part in self.parts if isinstance(part, str)])

    def all(self, name: str) -> Iterator["Node"]:
        """Elements of this name right below."""
        return (part for part in self if part.name == name)

    def first(self, name: str) -> "Node | None":
        """The first element of this name right below."""
        return next(self.all(name), None)

    def below(self, *names: str) -> Iterator["Node"]:
        """Elements of these names at any depth, in the order of the text."""
        for part in self:
            if part.name in names:
                yield part
            yield from part.below(*names)


def root_of(data: bytes, name: str) -> Node:
    """The root of a part of the file `name`, with all below it.

    Raises ReadError: READ-DAMAGED (no XML, or with a document type), READ-TOO-LARGE.
    """
    for node in elements(data, name, None):
        return node
    raise damaged(name, "其中一个部件是空的 XML")


def elements(data: bytes, name: str, kinds: Collection[str] | None) -> Iterator[Node]:
    """Elements of these local names, each when it ends, forgotten afterwards; the root where `kinds` is None.

    An element within another that is asked for comes by itself and is not kept in the outer one. Raises as `root_of`.
    """
    builder = _Builder(name, kinds)
    parser = expat.ParserCreate("utf-8" if _ENCODING.match(data) else None, namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = builder.refuse
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    if _ENCODING.match(data):
        data = data.decode("gb18030", "replace").encode()
    try:
        for start in range(0, len(data), _CHUNK):
            parser.Parse(data[start : start + _CHUNK], start + _CHUNK >= len(data))
            yield from builder.taken()
    except (expat.ExpatError, ValueError) as failed:
        raise damaged(name, "其中一个部件不是有效的 XML") from failed
    finally:
        parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None


class _Builder:
    """Builds the elements that are asked for; others leave no trace."""

    def __init__(self, name: str, kinds: Collection[str] | None) -> None:
        self._name = name
        self._kinds = None if kinds is None else frozenset(kinds)
        self._open: list[Node] = []
        self._done: list[Node] = []
        self._depth = 0
        self._nodes = 0
        self._marks: list[int] = []
        self._locals: dict[str, str] = {}

    def refuse(self, *_: object) -> None:
        raise damaged(self._name, "其中一个部件带有文档类型声明（DOCTYPE），未予读取")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise damaged(self._name, "其中一个部件的层次过深")
        name = self._locals.get(tag) or self._locals.setdefault(tag, tag.rpartition("}")[2])
        asked = not self._open if self._kinds is None else name in self._kinds
        if not asked and not self._open:
            return
        self._nodes += 1
        if self._nodes > _MOST_NODES:
            raise too_large(self._name, "其中一个部件的内容过多")
        own = {key.rpartition("}")[2]: value for key, value in attributes.items()} if attributes else {}
        node = Node(name, own)
        if asked:
            self._marks.append(self._nodes - 1)
        else:
            self._open[-1].parts.append(node)
        self._open.append(node)

    def end(self, _: str) -> None:
        self._depth -= 1
        if not self._open:
            return
        node = self._open.pop()
        if node.name in self._kinds if self._kinds is not None else not self._open:
            self._done.append(node)
            self._nodes = self._marks.pop()

    def characters(self, text: str) -> None:
        if self._open:
            self._open[-1].parts.append(text)

    def taken(self) -> Iterator[Node]:
        done, self._done = self._done, []
        return iter(done)
