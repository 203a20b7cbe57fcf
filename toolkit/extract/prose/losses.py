"""A line that lost points → the reasons told with it: behind its numbers, before them, or in the paragraph below."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from toolkit.extract.citing import Span, cite_number, of_paragraph, points_lost
from toolkit.extract.prose.losses_below import Further
from toolkit.extract.prose.statements import Statement
from toolkit.extract.prose.told_before import reasons_before
from toolkit.extract.reasons import all_clauses, parse_reasons, telling
from toolkit.model.citation import CitedText
from toolkit.model.record import DeductionReason
from toolkit.patterns import regex
from toolkit.text import fold_widths

METHOD: Final = "text:score_statement"
BARE: Final = "text:bare_score"
"""Of a number beside a group's name that no word says is its score: it may be its points (过程（40分）)."""
_BESIDE_LOSS = regex(r"\s*[,:;]\s*(?P<why>[^()]{3,80})\)")
_REASONED = regex(r"原因|由于|因(?![此素而地果])")
_RIGHT_BEHIND = regex(r"\s*,(?P<why>[^。;]{5,200})")  # 扣0.4分，旧楼改为拆除，不再维修
_WINDOW = 220
_MEASURED = regex(r"\d|^.{0,4}按.{1,12}$|^$")


def reasons_told(
    statement: Statement, further: Further, lost: Decimal | None, *, listed: bool
) -> tuple[tuple[DeductionReason, ...], CitedText | None]:
    """Reasons and corrective action; none where nothing was lost. `lost`: points, None where not known; `further`:
    where else they may stand; `listed`: the line stands in a list, whose end tells of all its lines."""
    if (lost is None and statement.deduct is None) or (lost is not None and lost <= 0):
        return (), None
    rest = _own_words(statement) if listed else statement.rest
    rest = statement.tail if rest is statement.rest and _REASONED.search(fold_widths(statement.tail.text)) else rest
    beside = _BESIDE_LOSS.match(fold_widths(rest.text)) if _is_bracketed(statement.deduct) else None
    words = telling(rest, lost=True) if beside is None else rest.sub(*beside.span("why"))
    reasons, action = parse_reasons(words, METHOD)
    reasons = reasons or reasons_before(statement.item, _numbers_at(statement), METHOD)
    reasons = reasons or parse_reasons(_right_behind(statement), METHOD)[0]
    below, behind = further
    reasons = reasons or tuple(reason for words in behind for reason in parse_reasons(words, METHOD)[0])
    missing = (lost or Decimal(0)) - sum((reason.points.value for reason in reasons if reason.points), Decimal(0))
    for paragraph in below if not reasons or (reasons[-1].points is not None and missing > 0) else ():
        more, measures = parse_reasons(of_paragraph(paragraph), METHOD)
        reasons, action = reasons + more, action or measures
    return reasons, action


def losses_behind(told: Sequence[Statement], index: int) -> list[Span]:
    """The words of the statements right behind a line that tell but losses, where these make what it lost (扣0.5分。
    扣分事项：监控报告迟报2个工作日，扣0.5分)."""
    line = told[index]
    points, score = (None if one is None else cite_number(one, METHOD) for one in (line.points, line.score))
    lost, made = points_lost(points, score), Decimal(0)
    found: list[Span] = []
    for one in told[index + 1 :] if lost else ():
        if one.deduct is None or one.score is not None or one.points is not None:
            break
        loss = cite_number(one.deduct, METHOD)
        made += Decimal(0) if loss is None else loss.value
        found.append(Span(one.before.owner, one.before.cell, one.before.start, one.tail.start))
    return found if made == lost else []


def _right_behind(statement: Statement) -> Span:
    """The words of the same sentence right behind the loss, where these do not only measure it; else none."""
    deduct = statement.deduct
    if deduct is None or deduct.end > statement.rest.start:
        return statement.rest.sub(0, 0)
    text = fold_widths(deduct.whole[deduct.end : deduct.end + _WINDOW])
    found = _RIGHT_BEHIND.match(text, 1 if text.startswith("分") else 0)
    if found is None or all_clauses(found["why"], _MEASURED):
        return statement.rest.sub(0, 0)
    start, end = (deduct.end + at - statement.rest.start for at in found.span("why"))
    return statement.rest.sub(max(0, start), min(end, len(statement.rest.text)))


def _numbers_at(statement: Statement) -> int:
    """Where in what is told of a line its points, score or loss begin."""
    numbers = (statement.points, statement.score, statement.deduct)
    return min(number.start for number in numbers if number is not None) - statement.item.start


def _is_bracketed(deduct: Span | None) -> bool:
    """Whether a loss opens a bracket: 得9.6分（扣0.4分，…）."""
    return deduct is not None and re.search(r"[(（]\s*[扣失丢减][去分]?\s*$", deduct.whole[: deduct.start]) is not None


def _own_words(statement: Statement) -> Span:
    """What is told of the last line of a list: up to the end of its brackets or sentence, or else the later sentences
    from the first to the last that names it."""
    text = fold_widths(statement.rest.text)
    end = re.search("[)。]", text)
    if end is None or statement.name is None:
        return statement.rest
    name = fold_widths(statement.name.text)
    named = text.find(name, end.end())
    if named < 0:
        return statement.rest.sub(0, end.start())
    stop = text.find("。", text.rfind(name))
    return statement.rest.sub(max(text.rfind(mark, 0, named) for mark in "。;,") + 1, stop if stop >= 0 else len(text))
