"""Lines told in running text → the groups that a summary of them tells: a paragraph whose points make full marks."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import key

LEVEL1: Final = regex(
    r"^(?:管理效能|履职效能|投入|过程|产出|效果|效益|产出与效果|产出及效果|满意度|项目投入|项目过程|项目效果|部门决策|综合管理|部门绩效情况|部门绩效|决策|规划|执行|预算执行"
    r"|管理效率|运行成本|社会效应|可持续发展能力|可持续性|履职产出|履职效益|履职效果|履职成效|部门管理|资金投入|预算编制|预算管理|整体效能|专项效能|基础管理|项目决策|项目管理|项目产出|项目效益|成本)(?:指标)?$"
)
"""Names of groups."""

INDICATOR: Final = "指标"
"""What may stand behind the name of a group, or not."""

FULL: Final = Decimal(100)
_FEWEST: Final = 2


def block_of(line: Indicator) -> str:
    """The paragraph or table that a line is told in."""
    return line.name.where.segments[0].block


def is_told(line: Indicator) -> bool:
    """Whether running text tells a line; else a table lists it."""
    return line.name.method.startswith("text:")


def points_of(line: Indicator) -> Decimal | None:
    """Points as printed, or what score and deduction add up to."""
    if line.max_score is not None:
        return line.max_score.value
    if line.claimed_score is None or line.deduction is None:
        return None
    return line.claimed_score.value + line.deduction.value


def all_points(lines: Iterable[Indicator]) -> Decimal | None:
    """The points of all lines; None where one tells none."""
    points = [points_of(line) for line in lines]
    return sum((each for each in points if each is not None), Decimal(0)) if None not in points else None


def summed_up(lines: Sequence[Indicator]) -> list[Indicator]:
    """The groups of the first such paragraph, whatever they are called (资金执行), where other lines are told elsewhere
    or several of them have the names of groups; else those that as many paragraphs tell one after the other."""
    by_block: dict[str, list[Indicator]] = defaultdict(list)
    for line in lines:
        by_block[block_of(line)].append(line)
    for groups in by_block.values():
        if len(groups) < _FEWEST or all_points(groups) != FULL:
            continue
        names = {key(line.name.value) for line in groups}
        called = sum(1 for name in names if LEVEL1.match(name))
        return groups if called >= _FEWEST or any(key(line.name.value) not in names for line in lines) else []
    return _in_paragraphs_of_their_own(lines)


def _in_paragraphs_of_their_own(lines: Sequence[Indicator]) -> list[Indicator]:
    """Neighbouring lines that all have the names of groups and make full marks."""
    run: list[Indicator] = []
    for line in lines:
        run = [*run, line] if LEVEL1.match(key(line.name.value)) and points_of(line) is not None else []
        if len(run) >= _FEWEST and all_points(run) == FULL:
            return run
    return []


def once_named(lines: Iterable[Indicator]) -> list[Indicator]:
    """The lines without the groups of a summary that are told again further on by a longer name and with the same
    points (产出 50, 产出指标 50); their scores go with these."""
    kept = list(lines)
    for line in summed_up(kept):
        longer, points = f"{key(line.name.value)}{INDICATOR}", points_of(line)
        for place, other in enumerate(kept):
            if key(other.name.value) == longer and points_of(other) == points:
                kept[place] = other.model_copy(update={"claimed_score": other.claimed_score or line.claimed_score})
                kept.remove(line)
                break
    return kept
