"""A list of names → how many there are: as its marks stand, the least and the most they allow, what names share."""

import re
from dataclasses import dataclass
from itertools import pairwise

from toolkit.figures.and_so_on import ETC
from toolkit.figures.sentence import ASIDE, QUOTED
from toolkit.patterns import regex

_ITEM_START = regex(r"(?:均|全部?|其中|并|为|共|都|且|有|由|以|按|同时|另|此外|较|比|是|主要)")
_CONNECTOR = regex("以及|(?<![调缓温饱总])和(?![谐平睦解])|(?<![涉普遍波顾惠兼])及(?![时格])|(?<![参给赋])与(?!会)|暨")
_QUOTED_LIST = regex(rf"(?:{QUOTED}(?:{ASIDE})?(?:[、,]|和|及|与|以及)?)+")
_INSTITUTION = regex(
    r"(?:局|站|中心|院|所|(?<!调)处|科|股|室|办|办公室|队|馆|校|学院|公司|厅|委|会|(?<!进校)园|部|台|厂|段|社|镇|乡|街道|(?<![调扩社])区|(?<!进)社区|县|(?<!农)村|班|路|街|桥)$"
)
_THING = regex(
    r"(?:设施|设备|器材|物资|车辆|房屋|用房|材料|产品|用品|企业|单位|机构|部门|群众|人员|家庭|儿童|老人|妇女|学生|教师|农户|居民|"
    r"(?<!监)管|(?<![还造])林|(?<!接)种|[路桥渠库线网河湖塘地田苗具品药肥膜书])$"
)  # what something is done to stands before a pause as half of a name: 办公设备、执法车辆采购
_GIVEN_BY = regex(
    r"^[\ue002\ue003\s]*(?:年度?)?"
    r"(?:在|按照?|根据|依据|遵照|结合|通过|经|受|由(?=[^、]{0,6}[委府局厅办]$)|向|与|同)"
)
_BODY_ITSELF = regex(r"(?:机关|本级|本部|总部)$")
_SEAM = regex(r"(?<=..)(?:开展|完成|推进|抓好|落实|(?<!党)组织|实施|安排|谋划|承担|负责|牵头|的)(?=...)")
_ASIDE = regex(ASIDE)
_ETC = regex(ETC)
_LAST_ETC = regex(rf"{ETC}(?:单位|部门|处室|科室|内容|方面)?$")
_LONGEST_ITEM = 40
_LONG_NAME = 4
ROW = 3
"""The fewest names that make a row."""


@dataclass(frozen=True, slots=True)
class Names:
    """`low`…`high`: how many names the list holds as its marks are meant; `least`…`most`: all that any reading of them
    allows; `alike`: they share their last word, are of one sort or all stand in quotation marks, so that no mark inside
    a name can be taken for one between names; `open`: it ends in 等; `halves`: names that may be but half of one."""

    items: tuple[str, ...]
    low: int
    high: int
    alike: bool
    open: bool
    ending: str
    least: int
    most: int
    halves: int = 0

    @property
    def apart(self) -> tuple[str, ...]:
        """The items parted at every connector too."""
        return tuple(part.strip() for item in self.items for part in _CONNECTOR.split(item) if part.strip())


def read_names(masked: str) -> Names | None:
    """The list that `masked` is as a whole; None where it is no list of short names."""
    text = masked.strip(" ,;:、")
    text, is_open = _LAST_ETC.subn("", text)
    quoted = _quoted(text, bool(is_open))
    if quoted:
        return quoted
    if _ETC.search(text):
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
        low = high = least = len(items) + sum(_names_joined(name, ending) for name in bare)
        most = max(low, len(items) + sum(_names_joined(name, "") for name in bare))
    else:
        low, high, least, most = _bounds(bare, nested, not nested and "、" in text)
    return Names(tuple(items), low, high, alike, bool(is_open), ending, least, most, _halves(bare))


def _names_joined(item: str, ending: str) -> int:
    """How many connectors of an item stand between two names of the sort."""
    parts = _CONNECTOR.split(item)[:-1]
    if ending:
        return sum(1 for part in parts if part.endswith(ending))
    return sum(1 for part in parts if _INSTITUTION.search(part) or _BODY_ITSELF.search(part))


def _bounds(names: list[str], nested: int, by_pause: bool) -> tuple[int, int, int, int]:
    """(low, high, least, most) of names that nothing tells to be of one sort. A connector in the last may part two
    (甲、乙和丙), one before that hardly; or connectors are all that parts them (甲、乙改造和丙、丁建设)."""
    count, least = len(names), min(_LONG_NAME, *map(len, names))
    begun = count - max((at for at in range(1, count - 1) if _SEAM.search(names[at])), default=0)
    tail = _parting(names[-1], least)
    if not by_pause:
        return count, count, count, count + nested + len(_CONNECTOR.findall(names[-1]))
    connectors = sum(len(_CONNECTOR.findall(name)) for name in names)
    return begun, count + tail, max(1, min(begun, count - _halves(names))), count + connectors


def _parting(name: str, least: int) -> int:
    """How many connectors of a name may part two, each as long as any of the list (口袋公园和小游园 is one)."""
    parts = _CONNECTOR.split(name)
    return sum(1 for one, other in pairwise(parts) if min(len(one.strip()), len(other.strip())) >= least)


def _halves(names: list[str]) -> int:
    """How many pauses may stand inside one name: the longer name behind them ends in what is done to both."""
    halves, longest = 0, len(names[-1])
    for name in reversed(names[:-1]):
        halves += _ends_as_half(name) or len(name) < min(longest - 1, _LONG_NAME)
        longest = max(longest, len(name))
    return halves + bool(_GIVEN_BY.match(names[0]))


def _ends_as_half(name: str) -> bool:
    """Whether a name is but what something is done to, so that the pause behind it may stand inside a longer name."""
    return _INSTITUTION.search(name) is not None or _THING.search(name) is not None


def _quoted(text: str, is_open: bool) -> Names | None:
    """A list of nothing but titles in 《》 or “”."""
    found = _QUOTED_LIST.fullmatch(text)
    if not found:
        return None
    items = tuple(part[0] for part in re.finditer(QUOTED, text))
    count = len(items)
    return Names(items, count, count, True, is_open, "", count, count) if count > 1 else None


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
    """Whether each item is too long to be half of a name that a pause parts."""
    return min(map(len, names.items)) >= _LONG_NAME


def are_whole(names: Names) -> bool:
    """Three names or more, all long, and no 等 behind."""
    return len(names.items) >= ROW and not names.open and are_long(names)
