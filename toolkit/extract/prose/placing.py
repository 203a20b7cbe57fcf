"""Scored lines told in running text → each with its level and the groups above it."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from toolkit.extract.citing import cite_text
from toolkit.extract.prose.nesting import heads_by_points, heads_by_summary
from toolkit.extract.prose.numbered_heads import heads_by_number, own_step
from toolkit.extract.prose.placed import Placed, listed
from toolkit.extract.prose.sorts import is_second
from toolkit.extract.summaries import FULL, INDICATOR, LEVEL1, all_points, block_of, points_of, summed_up
from toolkit.measure.money_words import names_execution
from toolkit.model.document import Paragraph
from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import key

_STATE = regex("(?:目标|指标)?(?:完成|实现|落实|执行|得分|自评|评分)?(?:情况|分析)$")
_STATE_OR_SORT = regex("(?:完成|实现)?(?:情况|管理|部分|类|分析|指标)$")
_WITHIN = regex("(?P<name>[^,。;:]{2,16}?)[中里内],")
_NATIONAL = regex("(?:产出|效益|满意度|成本)指标")
_FEWEST_PARTS = 2
_MIDDLE = 2  # level
_OVERFULL = Decimal("1.25")
_NUMBERS = regex(
    r"第[一二三四五六七八九十]+(?:章|部分)|[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+(?:\.\d+)+|\d+\."
)
_TAIL = regex(
    r"(?:绩效目标|绩效指标|目标|指标)?(?:完成|实现|得分|自评|评分|评价|落实|执行)?(?:情况)?(?:分析|说明|综述)?$"
)


def as_in_summary(placed: list[Placed], asides: Iterable[Indicator]) -> Iterator[Placed]:
    """决策完成情况 is 决策, where a summary calls it so and nothing by the longer name."""
    known = {key(line.name.value) for line in (*asides, *summed_up(listed(placed)))}
    for item in placed:
        name, printed = item.name, item.line.name
        longer = None if name is None or key(name.text) in known else _STATE.search(name.text)
        if name is None or longer is None or key(name.text[: longer.start()]) not in known:
            yield item
            continue
        called = cite_text(name.sub(0, longer.start()), printed.method)
        yield replace(item, line=item.line.model_copy(update={"name": called}))


def headed(told: list[Placed]) -> list[Placed]:
    """The lines of one paragraph; where points and scores of all others make those of the first, or the points make its
    and it tells no score, they are its parts."""
    points = [points_of(item.line) for item in told]
    scores = [None if item.line.claimed_score is None else item.line.claimed_score.value for item in told]
    if len(told) == _FEWEST_PARTS and _is_only_line(*told):
        return [told[0], replace(told[1], among=True)]
    made = bool(told) and _make_up(points) and (scores[0] is None or _make_up(scores))
    if len(told) <= _FEWEST_PARTS or any(item.among for item in told):
        return told
    return [told[0], *(replace(item, among=True) for item in told[1:])] if made else _summed_within(told)


def _summed_within(told: list[Placed]) -> list[Placed]:
    """With the lines that a group sums up, before it or behind it, under it (案件数量15分、补贴标准10分，产出一共25分;
    效益35分自评33分：…20分得20分；…15分得13分)."""
    found = list(told)
    for place, head in enumerate(told):
        if not LEVEL1.match(key(head.line.name.value)) or head.line.claimed_score is None:
            continue
        before = (slice(first, place) for first in range(place - _FEWEST_PARTS, -1, -1))
        behind = (slice(place + 1, end) for end in range(place + 1 + _FEWEST_PARTS, len(told) + 1))
        run = next((run for run in (*before, *behind) if _are_parts(head, told[run])), None)
        if run is not None:
            found[run] = [_under_group(item, head) for item in found[run]]
    return found


def _are_parts(head: Placed, items: list[Placed]) -> bool:
    """Whether the points and the scores of some lines make those of a group."""
    points, scores = [points_of(head.line)], [head.line.claimed_score]
    points += [points_of(item.line) for item in items]
    scores += [item.line.claimed_score for item in items]
    return _make_up(points) and _make_up([None if score is None else score.value for score in scores])


def _under_group(item: Placed, head: Placed) -> Placed:
    line = item.line.model_copy(update={"level": max(2, item.line.level), "level1": head.line.name.value})
    return replace(item, line=line)


def _is_only_line(head: Placed, line: Placed) -> bool:
    """Whether a line that has all points and the whole score of the group named before it is the one that it has."""
    named = LEVEL1.match(_STATE_OR_SORT.sub("", key(head.line.name.value)) or key(head.line.name.value)) is not None
    both = [(points_of(item.line), item.line.claimed_score) for item in (head, line)]
    (whole, gained), (points, score) = both
    same = None not in (whole, points, gained, score) and whole == points
    other = key(head.line.name.value) != key(line.line.name.value) and not head.among and not line.among
    return named and same and other and gained is not None and score is not None and gained.value == score.value


def _make_up(numbers: list[Decimal | None]) -> bool:
    """Whether all numbers but the first add up to the first."""
    known = [number for number in numbers if number is not None]
    return len(known) == len(numbers) and sum(known[1:], Decimal(0)) == known[0]


def grouped(placed: list[Placed], *, of_three: bool = False) -> Iterator[Indicator]:
    """Give each line its level and the groups above it: as all points show, or else as words and numbers do.

    `of_three`: the report says that it has indicators of the third level (三级指标).
    """
    nested = _nested(placed)
    lines = _in_tree(placed, nested, of_three) if nested else _as_said(placed, of_three)
    return map(_in_second, placed, lines)


def _in_second(item: Placed, line: Indicator) -> Indicator:
    """A line of no second-level group under the one that the heading above it names: （一）数量指标."""
    title = item.sort.name if item.sort is not None and item.sort.level == _MIDDLE else _title(item.heading)
    names = {key(name) for name in (line.name.value, line.level1, line.level2) if name is not None}
    if line.level == 1 or line.level2 is not None or not is_second(title) or key(title) in names:
        return line
    return line.model_copy(update={"level": 3, "level2": title})


def _nested(placed: list[Placed]) -> dict[int, int]:
    """Line → its head, as points and scores of all show that have one: groups stand before their lines or behind them,
    among them or in a summary of their own."""
    for order in (range(len(placed)), range(len(placed) - 1, -1, -1)):
        told = [placed[index] for index in order]
        heads = _nested_in_order(told)
        if heads:
            return {order[line]: order[head] for line, head in heads.items()}
    return {}


def _nested_in_order(told: list[Placed]) -> dict[int, int]:
    """What has a target or an actual heads none; beside heads stands nothing but a group without lines or the execution
    of the budget."""
    points = [points for item in told if (points := points_of(item.line)) is not None]
    if not told or len(points) < len(told):
        return {}

    def fits(head: int, below: Sequence[int]) -> bool:
        line = told[head].line
        if line.target is not None or line.actual is not None:
            return False
        if len(below) == 1 and not (_is_group(line) and not _is_group(told[below[0]].line)):
            return False
        scores = [told[place].line.claimed_score for place in (head, *below)] if below else []
        gained = [None if score is None else score.value for score in scores]
        return None in gained or not gained or _make_up(gained)

    heads = heads_by_points(points, FULL, fits)
    tops = (told[index].line for index in range(len(told)) if index not in heads and index not in heads.values())
    if heads and all(_is_group(line) or names_execution(line.name.value) for line in tops):
        return heads
    first = block_of(told[0].line)
    summary = sum(1 for _ in takewhile(lambda item: block_of(item.line) == first, told))
    return heads_by_summary(points, summary, fits) if summary >= _FEWEST_PARTS else {}


def _is_group(line: Indicator) -> bool:
    """Whether a line has the name of a group of the first or the second level."""
    name = key(line.name.value)
    second = is_second(name) or is_second(f"{name}{INDICATOR}")
    return second or LEVEL1.match(_STATE_OR_SORT.sub("", name) or name) is not None


def _in_tree(placed: list[Placed], heads: Mapping[int, int], of_three: bool) -> Iterator[Indicator]:
    told: dict[int, Indicator] = {}
    over = {*heads.values()}
    tops = {placed[index].depth for index in over if index not in heads}

    def at(index: int) -> Indicator:
        if index in told:
            return told[index]
        item = placed[index]
        line, name = item.line, key(item.line.name.value)
        if index in heads:
            line = _below(at(heads[index]), line)
        elif index not in over and not LEVEL1.match(name) and item.depth not in tops - {None}:
            pass  # a line beside the groups
        elif not is_second(name):
            line = line.model_copy(update={"level": 1})
        third = index not in over and (line.target is not None or (of_three and line.level1 is not None))
        if line.level == _MIDDLE and third and _is_of_three(line, of_three=of_three):
            line = line.model_copy(update={"level": 3})
        return told.setdefault(index, line)

    return map(at, range(len(placed)))


def _as_said(placed: list[Placed], of_three: bool) -> Iterator[Indicator]:
    """By what declares a group, by number, by 其中, by heading, in this order."""
    parts = _parts_of_named(placed)
    placed = [replace(item, among=True) if index in parts else item for index, item in enumerate(placed)]
    told: list[Indicator] = []
    heads = heads_by_number(placed)
    groups = _known_groups(placed, heads)
    depths = {key(placed[index].line.name.value): placed[index].depth for index in set(heads.values())}
    tops = {item.depth for item in placed if key(item.line.name.value) in groups and not item.among} - {None}
    flat = all_points(listed(placed)) == FULL
    in_blocks = Counter(
        block_of(item.line) for item in placed if key(item.line.name.value) in groups and not item.among
    )
    summaries = {block for block, count in in_blocks.items() if count > 1}
    group: Placed | None = None
    last: Indicator | None = None
    for index, item in enumerate(placed):
        line = item.line
        name = key(line.name.value)
        above = placed[heads[index]].line.name.value if index in heads else _named_in(item.heading, groups, name)
        if index not in heads and above is not None and depths.get(key(above)) == depths.get(name, False):
            above = None  # a head stands beside the heads of its own depth
        if group is not None and _is_past(group, item, summaries):
            group = None
        if index in parts:
            line = _below(told[parts[index]], line)
        elif item.among and last is not None:
            line = _below(last, line)
        elif line.level1 is not None and line.level > 1:
            pass  # a group of its paragraph sums it up
        elif index in heads and told[heads[index]].level == _MIDDLE and told[heads[index]].level1 is not None:
            line = _below(told[heads[index]], line)
        elif above is not None:
            line = _under_head(line, above)
        elif name in groups:
            line = line.model_copy(update={"level": 1})
            group = item
        elif (title := _group_title(item.heading)) is not None:
            line = _under_head(line, title)
        elif item.depth is not None and item.depth in tops:
            line = line.model_copy(update={"level": 1})
        elif group is not None and item.depth is None and not flat:
            line = line.model_copy(update={"level1": group.line.name.value})
        elif item.sort is not None and item.sort.level == 1:
            line = _under_head(line, item.sort.name)
        heads_parts = not item.among and index + 1 < len(placed) and placed[index + 1].among
        alone = line.level1 is not None and name not in groups and not heads_parts
        third = line.target is not None or (of_three and alone)
        if line.level == _MIDDLE and third and _is_of_three(line, of_three=of_three):
            line = line.model_copy(update={"level": 3})
        if not item.among:
            last = line
        told.append(line)
        yield line


def _known_groups(placed: list[Placed], heads: Mapping[int, int]) -> dict[str, str]:
    """Names that stand over lines: declared, proven by their points, summed up, or else by convention."""
    groups = {key(item.line.name.value): item.line.name.value for item in placed if item.line.level == 1}
    groups |= {key(placed[index].line.name.value): placed[index].line.name.value for index in set(heads.values())}
    summary = {key(line.name.value): line.name.value for line in summed_up(listed(placed))}
    told = {key(item.line.name.value): item.line.name.value for item in placed}
    groups |= summary | {longer: told[longer] for name in summary if (longer := f"{name}{INDICATOR}") in told}
    if groups:
        return groups
    names = [item.line.name.value for item in placed if not item.among]
    groups = {key(name): name for name in names if LEVEL1.match(key(name))}
    return {name: printed for name, printed in groups.items() if not _is_overfull(placed, name, groups)}


def _is_past(group: Placed, item: Placed, summaries: Container[str]) -> bool:
    """Whether an item no longer stands under the last group: by its number, behind the summary that told the group, or
    in another chapter."""
    if not item.among and item.depth is not None and item.depth <= (group.depth or 0):
        return True
    told_in = block_of(group.line)
    if block_of(item.line) != told_in and told_in in summaries:
        return True
    return item.path[: len(group.path)] != group.path


def _is_of_three(line: Indicator, *, of_three: bool) -> bool:
    """Whether a line with a target stands in the three levels of the national forms, whose second is often not told:
    under one of their groups, or none; under any group where the report says that it has three (`of_three`)."""
    if is_second(line.name.value):
        return False
    national = line.level1 is not None and (of_three or _NATIONAL.fullmatch(key(line.level1)) is not None)
    return line.level1 is None or (line.level2 is None and national)


def _under_head(line: Indicator, head: str) -> Indicator:
    """A line under a head of the first level or, by its name, of the second."""
    if is_second(head):
        return line.model_copy(update={"level": 3, "level2": head})
    return line.model_copy(update={"level": max(2, line.level), "level1": head})


def _parts_of_named(placed: list[Placed]) -> dict[int, int]:
    """Line → the earlier line that its paragraph says it is in (采购管理中，意向公开2分，…; 合同管理3分，…), where the
    points of the paragraph's lines make those of that line."""
    by_block: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(placed):
        if not item.among:
            by_block[block_of(item.line)].append(index)
    found: dict[int, int] = {}
    for lines in by_block.values():
        owner = None if (name := placed[lines[0]].name) is None else name.owner
        opened = _WITHIN.match(key(owner.text)) if isinstance(owner, Paragraph) else None
        if opened is None:
            continue
        above = enumerate(placed[: lines[0]])
        head = next((at for at, item in above if key(item.line.name.value) == opened["name"]), None)
        if head is not None and all_points(placed[at].line for at in lines) == points_of(placed[head].line):
            found |= dict.fromkeys(lines, head)
    return found


def _is_overfull(placed: list[Placed], name: str, groups: Mapping[str, str]) -> bool:
    """Whether the lines that follow a supposed group, up to the next one, have far more points than it: it is a line
    like them."""
    own = next(index for index, item in enumerate(placed) if key(item.line.name.value) == name)
    whole, block, path = points_of(placed[own].line), block_of(placed[own].line), placed[own].path
    path = path[:-1] if own_step(placed[own]) else path
    summary = any(block_of(item.line) == block for item in placed[:own] if key(item.line.name.value) in groups)
    below = takewhile(
        lambda item: (
            key(item.line.name.value) not in groups
            and not (summary and block_of(item.line) != block)  # nothing stands under the last group of a summary
            and item.path[: len(path)] == path
        ),
        placed[own + 1 :],
    )
    points = [each for item in below if not item.among and (each := points_of(item.line)) is not None]
    return whole is not None and sum(points) > _OVERFULL * whole


def _below(group: Indicator, line: Indicator) -> Indicator:
    """A line told after 其中 stands one level under the line before it."""
    path = {"level1": group.level1, "level2": group.level2, f"level{group.level}": group.name.value}
    return line.model_copy(update={**path, "level": group.level + 1})


def _named_in(heading: str, groups: dict[str, str], own: str) -> str | None:
    """The known group that the headings above name; the longest name wins."""
    same = {own, own.removesuffix(INDICATOR)}
    inside = [name for name in groups if name not in same and name in heading and len(name) >= 2]
    return groups[max(inside, key=len)] if inside else None


def _group_title(heading: str) -> str | None:
    """A heading that is itself a group's name and the word 情况 or 分析: 1.部门决策指标完成情况."""
    name = _TAIL.sub("", _title(heading))
    return name if LEVEL1.match(name) or is_second(name) else None


def _title(heading: str) -> str:
    """The last of the headings above, without its number and brackets."""
    return re.sub(r"\(.*?\)", "", _NUMBERS.split(heading)[-1])
