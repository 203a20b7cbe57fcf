"""The styles part of a DOCX → what a paragraph's or a run's style says: heading depth, numbering, hidden text."""

import re
from dataclasses import dataclass
from typing import Any, Final

from toolkit.patterns import regex
from toolkit.readers._word_package import Part, attribute, child, local

_HEADING_NAME: Final = regex(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLE_NAMES: Final = frozenset({"title", "标题"})
_OFF: Final = frozenset({"0", "false", "off", "none"})
_LONGEST_CHAIN: Final = 20
_BODY_LEVEL: Final = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says with the styles that it is based on; None = nothing. `number` is (list, level)."""

    heading: int | None = None
    number: tuple[str | None, int | None] = (None, None)
    hidden: bool | None = None


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, parts: list[Part]) -> None:
        self._elements: dict[str, Any] = {}
        self._default: dict[str, str] = {}
        self._known: dict[str, Style] = {}
        for part in parts:
            for element in part.root:
                if local(element) == "style":
                    name = attribute(element, "styleId") or ""
                    self._elements[name] = element
                    if is_on(attribute(element, "default")):
                        self._default[attribute(element, "type") or "paragraph"] = name

    def of(self, name: str | None, kind: str = "paragraph") -> Style:
        """The style called `name`, or the default one of its kind."""
        name = self._default.get(kind, "") if name is None else name
        if name not in self._known:
            self._known[name] = self._resolved(name)
        return self._known[name]

    def _resolved(self, name: str) -> Style:
        heading: int | None = None
        number: tuple[str | None, int | None] = (None, None)
        hidden: bool | None = None
        for _ in range(_LONGEST_CHAIN):
            element = self._elements.get(name)
            if element is None:
                break
            heading = _heading(element) if heading is None else heading
            own = numbering_of(child(element, "pPr", "numPr"))
            number = (own[0] if number[0] is None else number[0], own[1] if number[1] is None else number[1])
            mark = child(element, "rPr", "vanish")
            if hidden is None and mark is not None:
                hidden = is_set(mark)
            name = attribute(child(element, "basedOn"), "val") or ""
        return Style(None if heading == 0 else heading, number, hidden)


def _heading(element: Any) -> int | None:
    """Depth that one style states itself; 0 = running text."""
    level = outline_level(child(element, "pPr", "outlineLvl"))
    if level is not None:
        return level
    name = (attribute(child(element, "name"), "val") or "").strip()
    if name.lower() in _TITLE_NAMES:
        return 1
    found = _HEADING_NAME.fullmatch(name)
    return int(found[1]) if found else None


def outline_level(element: Any) -> int | None:
    """Depth (1 = highest, 0 = running text) that w:outlineLvl states; None where it is absent."""
    value = attribute(element, "val")
    if value is None or not value.isdecimal():
        return None
    return int(value) + 1 if int(value) < _BODY_LEVEL else 0


def numbering_of(element: Any) -> tuple[str | None, int | None]:
    """(list, level) that w:numPr states."""
    if element is None:
        return None, None
    level = attribute(child(element, "ilvl"), "val")
    return attribute(child(element, "numId"), "val"), int(level) if level and level.isdecimal() else None


def is_set(element: Any) -> bool:
    """Whether a switch like <w:vanish/> is there and on."""
    return element is not None and (attribute(element, "val") or "1").lower() not in _OFF


def is_on(value: str | None) -> bool:
    """Whether an attribute says yes."""
    return value is not None and value.lower() not in _OFF
