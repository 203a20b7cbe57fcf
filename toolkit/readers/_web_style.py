"""Style sheets and attributes of a page → whether an element is shown.

Only what hides is read: `display` and `visibility` of plain selectors (tag, .class, #id and their compounds), in the
order of the cascade. Rules under conditions (@media) and selectors over several elements are left aside.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from toolkit.patterns import regex

_COMMENT: Final = regex(r"/\*(?:.*?\*/|.*)", re.DOTALL)
_PART: Final = regex(r"([^{}]*+)([{}])")
_SELECTOR: Final = regex(r"([a-z][a-z0-9]{0,20}+)?((?:[.#][\w-]{1,60}+){0,6}+)", re.IGNORECASE)
_NAMES: Final = regex(r"([.#])([\w-]+)")
_DECLARATION: Final = regex(
    r"(?:^|[;\s])(display|visibility|mso-hide)\s*+:\s*+([a-z-]++)\s*+(!\s*+important)?", re.IGNORECASE
)
_HIDING: Final = {"display": {"none"}, "visibility": {"hidden", "collapse"}, "mso-hide": {"all"}}
_MOST_RULES: Final = 5000
_MOST_OF_ONE_NAME: Final = 50


@dataclass(frozen=True, slots=True)
class _Rule:
    weight: tuple[int, int, int, int]
    tag: str
    classes: frozenset[str]
    identifier: str
    declared: dict[str, bool]


class Styles:
    """The rules of a page by the last name of their selectors."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        for order, (selector, body) in enumerate(_rules(sheets)):
            if order >= _MOST_RULES:
                break
            for rule in _parsed(selector, body, order):
                name = min((f".{one}" for one in rule.classes), default="") or rule.identifier or rule.tag
                same = self._rules.setdefault(name, [])
                if len(same) < _MOST_OF_ONE_NAME:
                    same.append(rule)

    def hides(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        """Whether the element itself (not one around it) is hidden."""
        if tag == "body" or ("hidden" not in attributes and "style" not in attributes and not self._rules):
            return False  # scripts show a body that was hidden until it is complete
        declared = {"display": "hidden" in attributes}
        if self._rules:
            for rule in sorted(self._matching(tag, attributes), key=lambda rule: rule.weight):
                declared |= rule.declared
        declared |= {name: hides for name, hides, _ in _declared(attributes.get("style") or "")}
        return any(declared.values())

    def _matching(self, tag: str, attributes: Mapping[str, str | None]) -> Iterator[_Rule]:
        classes = frozenset((attributes.get("class") or "").split())
        identifier = attributes.get("id") or ""
        for name in (tag, f"#{identifier}", *(f".{one}" for one in classes)):
            for rule in self._rules.get(name, ()):
                fits = rule.tag in {"", tag} and rule.classes <= classes
                if fits and rule.identifier in {"", f"#{identifier}"}:
                    yield rule


def _rules(sheets: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) outside at-rules."""
    for sheet in sheets:
        outer: list[str] = []
        for found in _PART.finditer(_COMMENT.sub(" ", sheet)):
            text, brace = found[1].strip(), found[2]
            if brace == "{":
                outer.append(text.rpartition(";")[2].strip())
            elif outer:
                selector = outer.pop()
                if not outer and not selector.startswith("@"):
                    yield selector, text


def _parsed(selectors: str, body: str, order: int) -> Iterator[_Rule]:
    declared = list(_declared(body))
    if not declared:
        return
    shown = {name: hides for name, hides, _ in declared}
    important = any(mark for _, _, mark in declared)
    for selector in selectors.split(","):
        found = _SELECTOR.fullmatch(selector.strip())
        if found is None or not selector.strip():
            continue
        names = _NAMES.findall(found[2])
        classes = frozenset(name for mark, name in names if mark == ".")
        identifier = next((f"#{name}" for mark, name in names if mark == "#"), "")
        weight = (int(important), int(bool(identifier)), len(classes), order)
        yield _Rule(weight, (found[1] or "").lower(), classes, identifier, shown)


def last_selectors(sheets: Iterable[str]) -> Iterator[tuple[str, str, frozenset[str], str]]:
    """(class or tag to look up, tag, classes, declarations) of each rule by the last of its selectors: .grid .row."""
    for selectors, body in islice(_rules(sheets), _MOST_RULES):
        for selector in selectors.split(","):
            found = _SELECTOR.fullmatch(selector.split()[-1]) if selector.split() else None
            if found is not None and "#" not in found[2]:
                classes = frozenset(name for _, name in _NAMES.findall(found[2]))
                tag = (found[1] or "").lower()
                yield min((f".{one}" for one in classes), default=tag), tag, classes, body


def _declared(body: str) -> Iterator[tuple[str, bool, bool]]:
    """(property, whether it hides, whether it is important) of a list of declarations."""
    if ":" in body:
        for name, value, important in _DECLARATION.findall(body):
            yield name.lower(), value.lower() in _HIDING[name.lower()], bool(important)
