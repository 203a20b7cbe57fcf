"""Rows that close a form → reasons of the lines they name: “未完成原因分析 | 1.改造座数：…。2.满意度：…”."""

import re
from collections.abc import Iterator

from toolkit.extract.citing import Span, points_lost
from toolkit.extract.reasons import parse_reasons
from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import fold, key

_OF_MONEY = frozenset({"预算执行率", "预算执行", "资金执行率", "执行得分"})
_NUMBER = regex(r"(?:\(\d{1,2}\)|\d{1,2}[.、]|[①-⑳]|[一二三四五六七八九]是)$")


def tells_reasons(label: str) -> bool:
    """Whether a closing row is headed as reasons."""
    return "原因" in key(label)


def names_one_of(names: set[str], text: str) -> bool:
    """Whether words on one of these lines follow its name: 改造座数：……."""
    return any(_named(names, fold(text).text))


def _named(names: set[str], folded: str) -> Iterator[tuple[int, int, str]]:
    """(start, end with its colon, name) of each name, or the money's, that words on it follow."""
    for name in names | _OF_MONEY:
        for found in re.finditer(re.escape(name) + r"[\"]?[,:]", folded.lower()):
            yield found.start(), found.end(), name


def with_footer_reasons(lines: tuple[Indicator, ...], told: list[Span]) -> tuple[Indicator, ...]:
    """Lines that lost points and have no reason of their own take the words that follow their name in a closing row."""
    if not told:
        return lines
    return tuple(_with_reasons(line, lines, told) for line in lines)


def _with_reasons(line: Indicator, lines: tuple[Indicator, ...], told: list[Span]) -> Indicator:
    lost = points_lost(line.max_score, line.claimed_score)
    if line.deduction_reasons or not lost or lost < 0:
        return line
    for span in told:
        part = next(_after(line, lines, span), None)
        if part is not None:
            reasons, action = parse_reasons(part, line.name.method)
            return line.model_copy(
                update={"deduction_reasons": reasons, "corrective_action": line.corrective_action or action}
            )
    return line


def _after(line: Indicator, lines: tuple[Indicator, ...], span: Span) -> Iterator[Span]:
    """The words from behind this line's name to the next line's."""
    folded = fold(span.text)
    starts = sorted(_named({key(other.name.value) for other in lines}, folded.text))
    for index, (_, end, name) in enumerate(starts):
        if name == key(line.name.value):
            stop = starts[index + 1][0] if index + 1 < len(starts) else len(folded.text)
            number = _NUMBER.search(folded.text[end:stop])
            stop -= len(number[0]) if number is not None else 0
            low, high = folded.span(end, stop)
            yield span.sub(low, high)
