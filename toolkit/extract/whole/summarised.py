"""What a summary in running text scores group by group → the groups that its tables and lines are in.

A summary calls a group by a word more or less (产出指标 for 产出), and may be all that tells the groups: lines told or
listed without one belong to them in their order, where their points can be cut into just those of the groups.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import islice, pairwise

from toolkit.extract.summaries import LEVEL1, block_of, is_told, points_of
from toolkit.model.citation import CitedNumber
from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import key

_SORT = regex("(?:指标|类|项|部分|方面|板块)$")
_FARED = regex("(?:完成|实现)?(?:情况|管理|指标|部分|类)$")
_STATE = regex("(?:情况|率)$")
_EXECUTION = ("预算执行", "资金执行")
_FEWEST = 2
_SHORTEST = 3  # characters: 项目决策 is 决策
_HUNDRED = 100


def as_heads(listed: Sequence[Indicator]) -> list[Indicator]:
    """Lines of tables; one that stands under nothing is a group, where those that other tables list under its name make
    its points (评价内容 | 满分 | 得分 above a table for each)."""
    made: dict[str, Decimal] = defaultdict(Decimal)
    blocks: dict[str, set[str]] = defaultdict(set)
    for line in listed:
        if line.level1 is not None:
            made[key(line.level1)] += points_of(line) or 0
            blocks[key(line.level1)].add(block_of(line))

    def heads(line: Indicator) -> bool:
        name = key(line.name.value)
        return (
            line.level1 is None
            and name in made
            and block_of(line) not in blocks[name]
            and points_of(line) == made[name]
        )

    return [line.model_copy(update={"level": 1}) if heads(line) else line for line in listed]


def as_in_tables(tables: Sequence[Indicator], told: Iterable[Indicator]) -> list[Indicator]:
    """Lines of the text, their groups called as in the tables, those left out that are none of theirs."""
    return _without_other_cuts(tables, _called_as_in(tables, told))


def without_scores_of_lines(tables: Sequence[Indicator], told: Iterable[Indicator]) -> list[Indicator]:
    """What the text scores, without what it says of one line where it speaks of that line's group (产出。…立项42项，按
    42/45计得9.33分): the score is that of a line of the tables in it, and not what all have."""
    scores: dict[str, list[Decimal]] = defaultdict(list)
    for line in tables:
        if line.level1 is not None and line.claimed_score is not None:
            scores[_stem(line.level1)].append(line.claimed_score.value)

    def is_of_one(line: Indicator) -> bool:
        own = scores.get(_stem(line.name.value), [])
        score = None if line.claimed_score is None else line.claimed_score.value
        return len(own) >= _FEWEST and score in own and score != sum(own)

    return [line for line in told if not is_of_one(line)]


def _called_as_in(tables: Sequence[Indicator], told: Iterable[Indicator]) -> Iterator[Indicator]:
    """Lines of the text; a group that the tables call by a word more or less is called as there. 预算执行 is their
    预算执行率 where it has its points."""
    names = {_stem(name): name for line in tables if (name := line.name.value if line.level == 1 else line.level1)}
    states = {_STATE.sub("", stem): name for stem, name in names.items()}
    points = {key(line.name.value): points_of(line) for line in tables if line.level == 1}
    for line in told:
        if line.level1 is not None and (above := names.get(_stem(line.level1))) is not None:
            line = line.model_copy(update={"level1": above})
        stem = _stem(line.name.value)
        name = names.get(stem)
        if name is None and (like := states.get(_STATE.sub("", stem))) is not None:
            name = like if points.get(key(like)) == points_of(line) else None
        as_it_is = name is None or (line.level == 1 and key(name) == key(line.name.value))
        if name is None or as_it_is or not _may_be_group(line) or points_of(line) is None:
            yield line
        else:
            called = line.name.model_copy(update={"value": name})
            yield line.model_copy(update={"name": called, "level": 1, "level1": None, "level2": None})


def _without_other_cuts(tables: Sequence[Indicator], told: Iterable[Indicator]) -> list[Indicator]:
    """Lines of the text without the groups of a summary that cuts those of the tables otherwise: it tells a part of a
    group by itself (满意度10分), and the group without it (效益30分 for 40)."""
    lines, wholes = list(told), _wholes(tables)
    blocks: dict[str, list[Indicator]] = defaultdict(list)
    for line in lines:
        if _may_be_group(line) and points_of(line) is not None:
            blocks[block_of(line)].append(line)
    dropped: set[int] = set()
    for group in blocks.values():
        less = [line for line in group if (points_of(line) or 0) < wholes.get(key(line.name.value), 0)]
        apart = [line for line in group if key(line.name.value) not in wholes]
        missing = sum(wholes[key(line.name.value)] - (points_of(line) or 0) for line in less)
        if less and apart and missing == sum(points_of(line) or 0 for line in apart):
            dropped |= {id(line) for line in (*less, *apart)}
    return [line for line in lines if id(line) not in dropped]


def _wholes(tables: Sequence[Indicator]) -> dict[str, Decimal]:
    """The points of the lines in each group of the tables."""
    groups = {key(name) for line in tables for name in (line.level1, line.level2) if name is not None}
    found: dict[str, Decimal] = defaultdict(Decimal)
    for line in tables:
        if line.level1 is not None and key(line.name.value) not in groups:
            found[key(line.level1)] += points_of(line) or 0
    return found


def in_order(lines: Sequence[Indicator]) -> list[Indicator]:
    """Lines in reading order; those without a group under the heads of a summary that have none, where both stand in
    one order and the points of the former make those of the latter one by one."""
    return _under_parts(_under_heads(_only_lines(_once(_as_parts(_side_by_side(lines))))))


def _side_by_side(lines: Sequence[Indicator]) -> list[Indicator]:
    """Lines put under a group that another paragraph tells, as groups themselves where that has fewer points than they
    make of it, and all groups then have a hundred (产出（50分）得48分。… / 社会效益（20分）得18分。)."""
    groups = {line.name.value: line for line in lines if is_told(line) and line.level1 is None and points_of(line)}
    strays = [
        line
        for line in lines
        if is_told(line) and line.level1 in groups and line.level2 is None
        if block_of(line) != block_of(groups[line.level1])
    ]
    made: dict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        if line.level1 in groups and line.level2 is None:
            made[line.level1] += points_of(line) or 0
    strays = [line for line in strays if line.level1 and made[line.level1] > (points_of(groups[line.level1]) or 0)]
    whole = sum(points_of(line) or 0 for line in (*groups.values(), *strays))
    if not strays or whole != _HUNDRED:
        return list(lines)
    return [line.model_copy(update={"level": 1, "level1": None}) if line in strays else line for line in lines]


def _under_heads(lines: list[Indicator]) -> list[Indicator]:
    """Lines without a group under the heads of a summary that have none."""
    heads = _heads(lines)
    summaries = {block_of(lines[place]) for place in heads}
    loose = [
        place
        for place, line in enumerate(lines)
        if line.level1 is None and place not in heads and not (is_told(line) and block_of(line) in summaries)
    ]
    runs = cut([lines[place] for place in loose], [lines[place] for place in heads])
    if runs is None and (apart := _execution_beside(lines, loose, heads)) is not None:
        loose.remove(apart)
        runs = cut([lines[place] for place in loose], [lines[place] for place in heads])
    if len(heads) < _FEWEST or runs is None or len(loose) <= sum(run.start < run.stop for run in runs):
        return lines
    found = list(lines)
    for head, run in zip(heads, runs, strict=True):
        found[head] = lines[head].model_copy(update={"level": 1})
        for place in loose[run]:
            line = lines[place]
            found[place] = line.model_copy(update={"level": max(2, line.level), "level1": lines[head].name.value})
    return found


def _execution_beside(lines: Sequence[Indicator], loose: Iterable[int], heads: Iterable[int]) -> int | None:
    """The line of the budget's execution, where the groups have all other points: it stands under none of them."""
    left = _HUNDRED - sum(points_of(lines[place]) or 0 for place in heads)
    named = (place for place in loose if key(lines[place].name.value).startswith(_EXECUTION))
    return next((place for place in named if points_of(lines[place]) == left), None)


def _under_parts(lines: list[Indicator]) -> list[Indicator]:
    """Lines without a group under the parts of one group (过程40分，其中预算执行22分、预算管理18分), where they make
    them up in their order."""
    loose = [place for place, line in enumerate(lines) if line.level1 is None and line.level > 1 and is_told(line)]
    parts: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if line.level1 is not None and line.level > 1 and line.level2 is None and is_told(line) and points_of(line):
            parts[line.level1].append(place)
    for heads in parts.values():
        runs = cut([lines[place] for place in loose], [lines[place] for place in heads])
        if runs is None or len(loose) <= len(heads):
            continue
        found = list(lines)
        for head, run in zip(heads, runs, strict=True):
            above = {"level": 3, "level1": lines[head].level1, "level2": lines[head].name.value}
            for place in loose[run]:
                found[place] = lines[place].model_copy(update=above)
        return found
    return lines


def _as_parts(lines: Sequence[Indicator]) -> list[Indicator]:
    """With what the text tells of a group of the second level (数量指标20分) as such, where the lines of a table in it
    have its points in all."""
    inner: dict[str, list[Indicator]] = defaultdict(list)
    for line in lines:
        apart = line.level1 is not None and line.level2 is not None and _stem(line.level1) != _stem(line.level2)
        if apart and line.level2 is not None and not is_told(line):
            inner[_stem(line.level2)].append(line)
    found = []
    for line in lines:
        own = inner.get(_stem(line.name.value), []) if is_told(line) and line.level1 is None else []
        if own and len({one.level1 for one in own}) == 1 and _make(own, line) and _may_be_group(line):
            name = line.name.model_copy(update={"value": own[0].level2})
            line = line.model_copy(update={"level": 2, "level1": own[0].level1, "name": name})
        found.append(line)
    return found


def told_alone(asides: Sequence[Indicator], totals: Sequence[CitedNumber]) -> list[Indicator]:
    """The groups whose scores alone are told, in one paragraph, where these make the total (自评95.5分，其中决策18分、
    过程19.5分、产出58分); nothing else."""
    blocks: dict[str, list[Indicator]] = defaultdict(list)
    for aside in asides:
        blocks[block_of(aside)].append(aside)
    wholes = {total.value for total in totals}
    for told in blocks.values():
        names = [_SORT.sub("", key(aside.name.value)) for aside in told]
        scores = [aside.claimed_score.value for aside in told if aside.claimed_score is not None]
        named = sum(LEVEL1.match(name) is not None for name in names)
        if len(told) > _FEWEST and len(set(names)) == len(told) and named >= _FEWEST and sum(scores) in wholes:
            return told
    return []


def _once(lines: Sequence[Indicator]) -> list[Indicator]:
    """The lines without a group told again in other words, with the same points and score (产出 for 产出指标)."""
    named = {key(line.level1) for line in lines if line.level1 is not None}
    heads = [line for line in lines if line.level == 1 and key(line.name.value) in named]
    told = {(_stem(head.name.value), _worth(head)) for head in heads if None not in _worth(head)}
    again = {
        id(line)
        for line in lines
        if line.level1 is None
        and key(line.name.value) not in named
        and _may_be_group(line)
        and (_stem(line.name.value), _worth(line)) in told
    }
    return [line for line in lines if id(line) not in again]


def _only_lines(lines: Sequence[Indicator]) -> list[Indicator]:
    """With each line under a group told right before it that has its points and its score, where it is the only one:
    满意度指标10分，得9.8分, and below 受益群众满意度10分，得9.8分."""
    found = list(lines)
    named = {key(name) for line in lines for name in (line.level1, line.level2) if name is not None}
    told = Counter(map(block_of, lines))
    for place, (head, line) in enumerate(pairwise(lines), 1):
        group, only = (LEVEL1.match(key(one.name.value)) is not None for one in (head, line))
        alike = _worth(head) == _worth(line) and None not in _worth(line)
        loose = head.level1 is None and line.level1 is None and key(head.name.value) not in named
        loose = loose and told[block_of(head)] == 1
        if is_told(head) and group and not only and alike and loose and _may_be_group(head):
            found[place - 1] = head.model_copy(update={"level": 1})
            found[place] = line.model_copy(update={"level": max(2, line.level), "level1": head.name.value})
    return found


def _worth(line: Indicator) -> tuple[Decimal | None, Decimal | None]:
    return points_of(line), None if line.claimed_score is None else line.claimed_score.value


def _heads(lines: Sequence[Indicator]) -> list[int]:
    """Where the groups of the first summary stand that no line names; without one, those told in paragraphs each."""
    named = {key(name) for line in lines for name in (line.level1, line.level2) if name is not None}
    alone = [
        place
        for place, line in enumerate(lines)
        if (line.level == 1 or _is_called_group(line))
        and _may_be_group(line)
        and points_of(line)
        and key(line.name.value) not in named
    ]
    blocks = Counter(block_of(lines[place]) for place in alone)
    summary = next((block for block, count in blocks.items() if count >= _FEWEST), None)
    return [place for place in alone if summary is None or block_of(lines[place]) == summary]


def _is_called_group(line: Indicator) -> bool:
    """Whether a line of the text has the name of a group, and the word for how it fared: 投入情况, 过程管理."""
    name = _FARED.sub("", key(line.name.value))
    return is_told(line) and line.level1 is None and LEVEL1.match(name) is not None


def cut(lines: Sequence[Indicator], heads: Sequence[Indicator]) -> tuple[slice, ...] | None:
    """The runs of lines that make up the heads, one after the other, where there is one way to cut them so: no run is
    of a head that is a line itself (预算执行率, told in the summary alone). None where they cannot be cut."""

    @cache
    def ways(head: int, start: int) -> tuple[tuple[slice, ...], ...]:
        """Two at most, of the lines from `start` on, by the heads from `head` on."""
        if head == len(heads):
            return ((),) if start == len(lines) else ()
        ends = (end for end in range(start, len(lines) + 1) if end == start or _make(lines[start:end], heads[head]))
        return tuple(islice(((slice(start, end), *rest) for end in ends for rest in ways(head + 1, end)), 2))

    found = ways(0, 0)
    return found[0] if len(found) == 1 else None


def _make(lines: Sequence[Indicator], head: Indicator) -> bool:
    """Whether the points of lines make those of a head, or, where one has none, their scores its score."""
    points = [points_of(line) for line in lines]
    if None not in points:
        return sum(filter(None, points), Decimal(0)) == points_of(head)
    scores = [line.claimed_score.value for line in lines if line.claimed_score]
    gained = head.claimed_score
    return gained is not None and len(scores) == len(lines) and sum(scores, Decimal(0)) == gained.value


def _may_be_group(line: Indicator) -> bool:
    return is_told(line) and line.target is None and line.actual is None


def _stem(name: str) -> str:
    return _SORT.sub("", key(name).removeprefix("项目") if len(key(name)) > _SHORTEST else key(name))
