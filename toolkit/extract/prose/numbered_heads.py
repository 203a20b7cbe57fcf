"""Scored lines of running text under numbers and headings → which stand over which, as depth and points show."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import takewhile

from toolkit.extract.prose.placed import Placed, listed
from toolkit.extract.prose.steps import Step
from toolkit.extract.summaries import LEVEL1, block_of, points_of
from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import key

_STATE_OR_SORT = regex("(?:完成|实现)?(?:情况|管理|部分|类|分析|指标)$")
_FEWEST_PARTS = 2


def heads_by_number(placed: list[Placed]) -> dict[int, int]:
    """Line → its head: an earlier line of a shallower number, if the points of the lines below add up to its own, or
    if those of another head of that depth do: one group's wrong figure does not scatter its lines. So do several heads
    of that depth that all have the names of groups, and room for the points of their lines."""
    in_block = Counter(block_of(line) for line in listed(placed))
    numbered: set[int] = set()
    adding: list[int] = []
    below: dict[int, list[int]] = {}
    for index, item in enumerate(placed):
        scored = (item.line.max_score is not None or _has_score_alone(item.line)) and not item.among
        loose = item.depth is None and (index in numbered or in_block[block_of(item.line)] > 1)
        lines = _under(placed, index) if scored and not loose else []
        lines = lines if _has_room(item, [placed[place] for place in lines]) else []
        if len(lines) >= (_FEWEST_PARTS if item.depth is None and not _is_heading(item) else 1):
            below[index] = lines
            if _adds_up(placed, index, lines):
                adding.append(index)
                numbered |= {place for place in lines if placed[place].depth is None}
    proven = {placed[index].depth for index in adding}
    proven |= _all_named_as_groups(placed, below)
    heads: dict[int, int] = {}
    beside = {placed[index].path[:-1] for index in adding}
    for index, lines in below.items():
        item = placed[index]
        alone = item.depth is None and _is_heading(item)  # its name or a heading beside it proves it, none elsewhere
        if item.depth in proven and (not alone or _is_named_as_group(item) or item.path[:-1] in beside):
            heads |= {place: index for place in lines if place not in heads}
    return heads


def _is_named_as_group(item: Placed) -> bool:
    return LEVEL1.match(_STATE_OR_SORT.sub("", key(item.line.name.value))) is not None


def _all_named_as_groups(placed: list[Placed], below: Mapping[int, list[int]]) -> set[int | None]:
    """Depths where two heads or more stand, every one with the name of a group and with no more points below it than
    its own."""
    fitting: dict[int | None, list[bool]] = defaultdict(list)
    for index, lines in below.items():
        head = placed[index]
        known = sum(each for place in lines if (each := points_of(placed[place].line)) is not None)
        named = _is_named_as_group(head)
        whole = head.line.max_score
        fitting[head.depth].append(named and (whole is None or known <= whole.value))
    return {depth for depth, fits in fitting.items() if len(fits) >= _FEWEST_PARTS and all(fits)}


def _has_score_alone(line: Indicator) -> bool:
    """Whether a heading tells what its lines gained, and not of how much."""
    return line.max_score is None and line.deduction is None and line.claimed_score is not None


def _under(placed: list[Placed], index: int) -> list[int]:
    """The lines that may stand under a head: those of deeper number, and those told in its own paragraph, where they
    and the former make up its points."""
    head = placed[index]
    own = takewhile(lambda place: block_of(placed[place].line) == block_of(head.line), range(index + 1, len(placed)))
    beside = [place for place in own if not placed[place].among]
    if not beside or head.depth is None:
        return _deeper(placed, index)
    if index and block_of(placed[index - 1].line) == block_of(head.line):
        return []
    lines = [*beside, *_deeper(placed, beside[-1])]
    return lines if len(lines) > len(beside) and _adds_up(placed, index, lines) else _deeper(placed, index)


def _deeper(placed: list[Placed], index: int) -> list[int]:
    """The lines of deeper number that follow directly, with no other paragraph of its own depth before them."""
    own, path = placed[index].depth or 0, placed[index].path
    numbered, heading = bool(own and own_step(placed[index])), _is_heading(placed[index])
    if placed[index].depth is None:  # a head without number or level: what stood before it is not above its lines
        path = tuple(step for step in path if step.depth is None)
    found = []
    for place in range(index + 1, len(placed)):
        depth = placed[place].depth
        under = (numbered or heading) and placed[place].path == placed[index].path
        if depth is None and under and block_of(placed[place].line) != block_of(placed[index].line):
            depth = own + 1  # a paragraph without number under a numbered one or a heading
        if depth is None or depth <= own or placed[place].path[: len(path)] != path:
            break
        if not placed[place].among:
            found.append(place)
    return found


def own_step(item: Placed) -> Step | None:
    """The step of the paragraph that an item is told in, where that is numbered or a heading."""
    return item.path[-1] if item.path and item.path[-1].order == item.line.order // 100 else None


def _is_heading(item: Placed) -> bool:
    """Whether an item is told in a heading, so that it stands over what follows."""
    step = own_step(item)
    return step is not None and step.level is not None


def _has_room(head: Placed, lines: Iterable[Placed]) -> bool:
    """Whether paragraphs without number may stand under a numbered one: they are of fewer points."""
    whole = head.line.max_score
    if whole is None or _is_heading(head):
        return True
    told = (points_of(item.line) for item in lines if item.depth is None)
    return all(points is None or points < whole.value for points in told)


def _adds_up(placed: list[Placed], index: int, lines: list[int]) -> bool:
    """Whether the points of the lines make those of their head; where it tells none, the scores make its score."""
    head = placed[index].line
    score, whole = head.claimed_score, head.max_score
    if whole is not None:
        points = [implied for place in lines if (implied := points_of(placed[place].line)) is not None]
        return len(points) == len(lines) and sum(points) == whole.value
    scores = [one.value for place in lines if (one := placed[place].line.claimed_score) is not None]
    return score is not None and len(scores) == len(lines) and sum(scores) == score.value
