"""同名指标的分值或评分标准在各单位之间不同。

检查什么：名称相同、同属一个二级指标、适用同一评分标准的指标，分值不同，或评分标准中的数字不同。
为什么：同一指标按两种规则计分，得分不能相互比较。
依据：各报告印出的分值与评分标准。
何时不报：一级、二级指标（各单位自定权重）；名称只是相近；所属二级指标不同；适用的评分标准或年度不同；有一方没有印出分值或评分标准。
"""

from collections import defaultdict
from collections.abc import Iterator

from toolkit.compare.align import Line
from toolkit.compare.contrast import ContrastRule, Peers, Seen
from toolkit.compare.similarity import bigrams, dice, digits
from toolkit.model.comparison import Evidence
from toolkit.model.finding import Severity
from toolkit.model.number import plain
from toolkit.text import key

_SAME_WORDS = 0.6
_SHOWN = 6


def _check(peers: Peers) -> Iterator[Seen]:
    for aligned in peers.aligned:
        groups: dict[tuple[str, str, int | None], list[Line]] = defaultdict(list)
        for line in aligned.lines:
            if line.similarity == 1 and line.indicator.level > 2:
                row = line.peer.row
                groups[key(line.indicator.level2 or ""), row.standard, row.fiscal_year].append(line)
        for lines in groups.values():
            yield from _points(aligned.key, lines)
            yield from _criteria(aligned.key, lines)


def _points(name: str, lines: list[Line]) -> Iterator[Seen]:
    by_points: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.indicator.max_score:
            by_points[plain(line.indicator.max_score.value)].append(line)
    if not _of_several(by_points):
        return
    told = "；".join(f"{_names(found)} {points}分" for points, found in by_points.items())
    first = [found[0] for found in by_points.values()]
    evidence = [line.peer.evidence(line.indicator.max_score) for line in first if line.indicator.max_score]
    yield Seen(_entities(by_points), f"“{name}”的分值不同：{told}", tuple(evidence[:_SHOWN]))


def _criteria(name: str, lines: list[Line]) -> Iterator[Seen]:
    """Other wording is no other rule; other numbers in it are, where the wording is otherwise much the same."""
    by_rule: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.indicator.criterion:
            by_rule[" ".join(digits(key(line.indicator.criterion.value)))].append(line)
    texts = [found[0].indicator.criterion for found in by_rule.values()]
    first = [key(text.value) for text in texts if text]
    alike = all(dice(bigrams(first[0]), bigrams(other)) >= _SAME_WORDS for other in first[1:])
    if not _of_several(by_rule) or not alike:
        return
    evidence: list[Evidence] = []
    for found in by_rule.values():
        criterion = found[0].indicator.criterion
        if criterion:
            evidence.append(found[0].peer.evidence(criterion))
    told = f"“{name}”的评分标准数字不同：{'；'.join(_names(found) for found in by_rule.values())} 各用一种"
    yield Seen(_entities(by_rule), told, tuple(evidence[:_SHOWN]))


def _of_several(rules: dict[str, list[Line]]) -> bool:
    """Whether there are several rules, and not all of them in one row."""
    return len(rules) > 1 and len({line.peer.index for lines in rules.values() for line in lines}) > 1


def _entities(rules: dict[str, list[Line]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.peer.name for lines in rules.values() for line in lines))


def _names(lines: list[Line]) -> str:
    names = list(dict.fromkeys(line.peer.name for line in lines))
    shown = "、".join(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else f"{shown}等{len(names)}个单位"


RULE = ContrastRule(
    code="CMP807",
    name="one-indicator-two-rules",
    title="同一指标两种计分规则",
    severity=Severity.WARNING,
    since="0.1",
    check=_check,
)
