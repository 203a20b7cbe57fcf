"""A list of names → how many there are: the least and the most that its marks allow, and what they share."""

import re
from dataclasses import dataclass

from toolkit.figures.sentence import ASIDE, QUOTED

_ITEM_START = re.compile(r"(?:均|全部?|其中|并|为|共|都|且|有|由|以|按|同时|另|此外|较|比|是|主要)")
_CONNECTOR = re.compile(r"和|及|与|以及")
_QUOTED_LIST = re.compile(rf"(?:{QUOTED}(?:{ASIDE})?(?:[、,]|和|及|与|以及)?)+")
_INSTITUTION = re.compile(
    r"(?:局|站|中心|院|所|处|科|室|办|办公室|队|馆|校|学院|公司|厅|委|会|园|部|台|厂|段|社|镇|乡|街道|区|县|村|班|路|街|桥)$"
)
_ASIDE = re.compile(ASIDE)
_LONGEST_ITEM = 40
_LONG_NAME = 4
ROW = 3
"""The fewest names that make a row."""


@dataclass(frozen=True, slots=True)
class Names:
    """`low`…`high`: how many names the list holds; `alike`: they share their last word, are of one sort or all stand in
    quotation marks, so that no mark inside a name can be taken for one between names; `open`: it ends in 等."""

    items: tuple[str, ...]
    low: int
    high: int
    alike: bool
    open: bool
    ending: str

    @property
    def apart(self) -> tuple[str, ...]:
        """The items parted at every connector too."""
        return tuple(part.strip() for item in self.items for part in _CONNECTOR.split(item) if part.strip())


def read_names(masked: str) -> Names | None:
    """The list that `masked` is as a whole; None where it is no list of short names."""
    text = masked.strip(" ,;:、")
    text, is_open = re.subn(r"等(?:单位|部门|处室|科室|内容|方面)?$", "", text)
    quoted = _quoted(text, bool(is_open))
    if quoted:
        return quoted
    if "等" in text:
        return None
    items, nested = _parted(text)
    if len(items) < 2 or any(not 0 < len(item) <= _LONGEST_ITEM for item in items):
        return None
    bare = [_ASIDE.sub("", item) for item in items]
    if any(not name for name in bare):
        return None
    ending = _shared_ending(bare)
    alike = not nested and (bool(ending) or all(_INSTITUTION.search(name) for name in bare))
    if alike:
        low = high = len(items) + sum(_names_joined(name, ending) for name in bare)
    else:
        low, high = _bounds(bare, nested, "、" in text)
    return Names(tuple(items), low, high, alike, bool(is_open), ending)


def _names_joined(item: str, ending: str) -> int:
    """How many connectors of an item stand between two names of the sort."""
    parts = _CONNECTOR.split(item)[:-1]
    return sum(1 for part in parts if (part.endswith(ending) if ending else _INSTITUTION.search(part)))


def _bounds(names: list[str], nested: int, by_pause: bool) -> tuple[int, int]:
    """Least and most names: a connector may part names, or be the only thing that parts them (甲、乙和丙、丁)."""
    if by_pause:
        connectors = sum(len(_CONNECTOR.findall(name)) for name in names)
        return min(len(names), connectors + 1) if connectors else len(names), len(names) + connectors
    return len(names), len(names) + nested + len(_CONNECTOR.findall(names[-1]))


def _quoted(text: str, is_open: bool) -> Names | None:
    """A list of nothing but titles in 《》 or “”."""
    found = _QUOTED_LIST.fullmatch(text)
    if not found:
        return None
    items = tuple(part[0] for part in re.finditer(QUOTED, text))
    return Names(items, len(items), len(items), True, is_open, "") if len(items) > 1 else None


def _parted(text: str) -> tuple[list[str], int]:
    """Items at the highest mark in use, and how many more there are if lower marks part names too."""
    for mark, lower in ((";", ",、"), (",", "、"), ("、", "")):
        if mark in text:
            items = [item.strip() for item in text.split(mark)]
            items = items if mark == "、" else _without_remark(items)
            nested = sum(item.count(char) for item in items for char in lower)
            return [item for item in items if item], nested
    return [text], 0


def _without_remark(items: list[str]) -> list[str]:
    """Without the clause that goes on after the list (“，均为财政全额拨款”)."""
    for index in range(1, len(items)):
        if _ITEM_START.match(items[index]):
            return items[:index]
    return items


def _shared_ending(names: list[str]) -> str:
    """The last characters that all names share, two at least."""
    shortest = min(len(name) for name in names)
    size = 0
    while size < shortest and len({name[len(name) - size - 1] for name in names}) == 1:
        size += 1
    return names[0][len(names[0]) - size :] if size >= 2 else ""


def in_step(names: Names) -> bool:
    """Whether three or more names of four characters or more are of one length, as in a list of tasks."""
    sizes = {len(name) for name in names.items}
    return len(names.items) >= ROW and names.low == names.high and len(sizes) == 1 and min(sizes) >= _LONG_NAME


def are_long(names: Names) -> bool:
    """Whether each item is too long to be half of a name that a pause parts, and none holds a connector."""
    return names.low == names.high and min(map(len, names.items)) >= _LONG_NAME


def are_whole(names: Names) -> bool:
    """Three names or more, all long and nothing but pauses between them, and no 等 behind."""
    return len(names.items) >= ROW and not names.open and are_long(names)
