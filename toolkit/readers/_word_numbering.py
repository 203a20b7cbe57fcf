"""The numbering part of a DOCX → the number that is printed before a paragraph, which its text does not hold.

ECMA-376 part 1, 17.9: a list (num) refers to an abstract one, whose levels have a start, a format and a text with
%1…%9; lists of one abstract list count on together unless they restart.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from toolkit.patterns import regex
from toolkit.readers._word_package import Part, attribute, child, local
from toolkit.readers._word_styles import is_set

_LEVELS: Final = 9
_PLACE: Final = regex(r"%([1-9])")
_DIGITS: Final = "〇一二三四五六七八九"
_FORMAL: Final = "零壹贰叁肆伍陆柒捌玖"
_CIRCLED: Final = "⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST: Final = 9999


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None


@dataclass(slots=True)
class _List:
    """A list as used: the abstract list that counts for it, its levels, the levels that start anew with it."""

    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of a document in its order."""

    def __init__(self, parts: list[Part]) -> None:
        self.unknown: set[str] = set()
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        for part in parts:
            self._load(part.root)

    def next(self, identifier: str, level: int) -> str:
        """The number of the next paragraph of a list at a level (0 = highest), with the blank that parts it from the
        text; nothing for bullets and for formats that are not known (`unknown` then names them)."""
        used = self._lists.get(identifier)
        if used is None or not 0 <= level < _LEVELS or level not in used.levels:
            return ""
        counts = self._counts.setdefault(used.abstract, [None] * _LEVELS)
        self._count(used, identifier, level, counts)
        return self._printed(used, level, counts)

    def _count(self, used: _List, identifier: str, level: int, counts: list[int | None]) -> None:
        fresh = (identifier, level) not in self._begun and level in used.restarts
        self._begun.add((identifier, level))
        now = counts[level]
        if fresh:
            counts[level] = used.restarts[level]
        else:
            counts[level] = used.levels[level].start if now is None else now + 1
        for above in range(level):
            if counts[above] is None:
                counts[above] = used.levels[above].start if above in used.levels else 1
        for below in range(level + 1, _LEVELS):
            restart = used.levels[below].restart if below in used.levels else None
            if restart is None or level < restart:
                counts[below] = None

    def _printed(self, used: _List, level: int, counts: list[int | None]) -> str:
        rule = used.levels[level]
        if rule.form in {"bullet", "none"}:
            return ""
        parts: list[str] = []
        at = 0
        for found in _PLACE.finditer(rule.text):
            place = int(found[1]) - 1
            form = used.levels[place].form if place in used.levels else "decimal"
            if rule.legal and place < level:
                form = "decimal"
            write = FORMATS.get(form)
            value = counts[place]
            if write is None or value is None or not 0 <= value <= _LARGEST:
                self.unknown.add(form)
                return ""
            parts += (rule.text[at : found.start()], write(value))
            at = found.end()
        text = "".join((*parts, rule.text[at:])).strip()
        parted = rule.suffix != "nothing" and text[-1:].isalnum()
        return f"{text} " if parted else text

    def _load(self, root: Any) -> None:
        abstracts = {attribute(one, "abstractNumId") or "": one for one in root if local(one) == "abstractNum"}
        linked = {attribute(child(one, "styleLink"), "val"): name for name, one in abstracts.items()}
        for element in root:
            if local(element) != "num":
                continue
            name = attribute(child(element, "abstractNumId"), "val") or ""
            link = attribute(child(abstracts.get(name), "numStyleLink"), "val")
            name = linked.get(link, name) if link is not None else name
            used = _List(name)
            for level in abstracts.get(name, ()):
                _read_level(level, used.levels)
            for override in element:
                _override(override, used)
            self._lists[attribute(element, "numId") or ""] = used


def _override(element: Any, used: _List) -> None:
    place = attribute(element, "ilvl")
    if local(element) != "lvlOverride" or place is None or not place.isdecimal():
        return
    for level in element:
        _read_level(level, used.levels)
    start = attribute(child(element, "startOverride"), "val")
    if start is not None and start.isdecimal():
        used.restarts[int(place)] = int(start[:6])


def _read_level(element: Any, levels: dict[int, _Level]) -> None:
    place = attribute(element, "ilvl")
    if local(element) != "lvl" or place is None or not place.isdecimal():
        return
    start = attribute(child(element, "start"), "val") or "1"
    restart = attribute(child(element, "lvlRestart"), "val")
    form = child(element, "numFmt")
    if form is None:
        form = child(element, "AlternateContent", "Fallback", "numFmt")
    levels[int(place)] = _Level(
        start=int(start[:6]) if start.isdecimal() else 1,
        form=attribute(form, "val") or "decimal",
        text=attribute(child(element, "lvlText"), "val") or "",
        suffix=attribute(child(element, "suff"), "val") or "tab",
        legal=is_set(child(element, "isLgl")),
        restart=int(restart) if restart and restart.isdecimal() else None,
    )


def chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """0…9999 in words: 〇, 十, 二十一, 一百零五; 1x is written without its 一 where the digits are plain."""
    if number == 0:
        return digits[0]
    text = ""
    gap = False
    for place, digit in reversed(list(enumerate(int(char) for char in reversed(str(number))))):
        if digit:
            text += ("零" if gap and text else "") + digits[digit] + (units[place - 1] if place else "")
            gap = False
        else:
            gap = True
    return text[1:] if digits == _DIGITS and 10 <= number < 20 else text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _letters(number: int) -> str:
    """A…Z, AA, BB…"""
    return chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9) if number > 0 else ""


def _digitwise(number: int) -> str:
    return "".join(_DIGITS[int(char)] for char in str(number))


FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + n: 0xFF10 + n for n in range(10)}),
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": lambda number: _CIRCLED[number] if number < len(_CIRCLED) else str(number),
    "decimalEnclosedCircleChinese": lambda number: _CIRCLED[number] if number < len(_CIRCLED) else str(number),
    "chineseCounting": lambda number: chinese(number) if number < 100 else _digitwise(number),
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "koreanDigital2": _digitwise,
    "ideographDigital": _digitwise,
    "taiwaneseDigital": _digitwise,
    "japaneseDigitalTenThousand": _digitwise,
    "chineseLegalSimplified": lambda number: chinese(number, _FORMAL, "拾佰仟"),
    "ideographTraditional": lambda number: _STEMS[number - 1] if 1 <= number <= len(_STEMS) else str(number),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
}
"""Formats that are written out; others leave the paragraph without its number."""
