"""Lines that lost points without a reason beside them → with the reason that a paragraph of their own gives further on.

“②更新公交车20辆，到车18辆，扣1分。厂家电池供应紧张。”: it opens with the line's name and tells the very points it lost;
“②按期完工率92.31%，得5.54分，原因是…”: it tells the score, of which only that line has so much.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from toolkit.extract.citing import Span, of_paragraph, points_lost
from toolkit.extract.prose.told_before import reasons_before
from toolkit.extract.prose.told_values import told_values
from toolkit.extract.reasons import all_clauses, parse_reasons
from toolkit.extract.summaries import block_of
from toolkit.measure.numerals import number
from toolkit.model.citation import Where
from toolkit.model.document import Document, Paragraph
from toolkit.model.record import DeductionReason, Indicator
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_METHOD: Final = "text:told_loss"
_MARKER: Final = regex(r"\s*(?:\(?(?:[\dA-Za-z]{1,2}|[一二三四五六七八九十]{1,3})[)、.]\s*|[①-⑳]\s*)")
_LOSS: Final = regex(r"(?:[扣失丢减](?:去|掉|分)?|(?<=[(,（，])-)\s*(?P<points>\d+(?:\.\d+)?)\s*分")
_ITEM: Final = regex(  # a name, what was lost, why
    rf"(?<=[。;:])[^,。;:\d]{{3,40}}?{_LOSS.pattern.replace('?P<points>', '')}[,:—-]+[^。;]{{4,200}}"
)
_ITEMS: Final = regex(r"[^①-⑳;。]+")
_SCORE: Final = regex(r"得(?P<score>\d{1,2}\.\d{1,3})分,(?=(?:主要)?原因)")
_OPENED: Final = regex(r"(?<![一-鿿])[一二三四五六七八九]是|[①-⑳]|(?<=[。;:])\s*\(?[1-9]\d?[)、.](?!\d)\s*")
_WHY: Final = regex(r"原因|由于|(?<![起成原])因(?![此素而地果])|系因|(?<=[,，])系")
_ENOUGH: Final = 4  # characters of the end of a name
_BRACKETS: Final = regex(r"\([^()]*\)")
_BEHIND: Final = regex(r"[^。]*。\s*(?=\S)")
_MEASURED: Final = regex(r"^(?:目标|计划|实际|完成|得分)[^,]*\d|^按.{1,12}$")
_SHORTEST, _LONGEST = 3, 60  # characters of a name


def with_told_reasons(lines: Sequence[Indicator], document: Document) -> list[Indicator]:
    """All lines; those whose name no other has, that lost points without a reason, with the one such paragraph's."""
    called = [(_bare(line), line) for line in lines]
    deepest = {name: line.level for name, line in sorted(called, key=lambda one: one[1].level)}
    leaves = [(name, line) for name, line in called if line.level == deepest[name]]  # no group named as its only line
    names = Counter(name for name, _ in leaves)
    wanting = [
        (name, line)
        for name, line in leaves
        if len(name) >= _SHORTEST and names[name] == 1 and not line.deduction_reasons
        if (lost := points_lost(line.max_score, line.claimed_score)) is not None and lost > 0
    ]
    if not wanting:
        return list(lines)
    told: dict[str, list[tuple[Span, re.Match[str]]]] = defaultdict(list)
    wanted = {name for name, _ in wanting}
    for text, span, loss in (*_told(document), *_listed(document)):
        for length in range(_SHORTEST, _LONGEST):
            if text[:length] in wanted:
                told[text[:length]].append((span, loss))
    found = {line.name.where: more for name, line in wanting if (more := _more(line, told[name])) is not None}
    found |= _by_their_scores([line for _, line in wanting if line.name.where not in found], document)
    found |= _by_their_items([(name, line) for name, line in wanting if line.name.where not in found], document)
    return [found.get(line.name.where, line) for line in lines]


def _bare(line: Indicator) -> str:
    """The name without its unit: 客运量（万人次）."""
    return _BRACKETS.sub("", key(line.name.value))


def _told(document: Document) -> Iterator[tuple[str, Span, re.Match[str]]]:
    """Numbered paragraphs that tell one loss: their text from behind the number on, and the loss."""
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        text = fold_widths(block.text)
        marker, losses = _MARKER.match(text), [*_LOSS.finditer(text)]
        if marker is not None and len(losses) == 1:
            yield key(text[marker.end() :]), of_paragraph(block), losses[0]


def _listed(document: Document) -> Iterator[tuple[str, Span, re.Match[str]]]:
    """The items of a list of losses in one paragraph (资金执行扣0.3分，系流标；管护面积扣1分，…), each as a text of its
    own; none of a paragraph that tells but one."""
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        whole = of_paragraph(block)
        found = [item.span() for item in _ITEM.finditer(fold_widths(block.text))]
        for start, end in found if len(found) > 1 else ():
            item = whole.sub(start, end).stripped()
            loss = _LOSS.search(fold_widths(item.text))
            if loss is not None:
                yield key(item.text), item, loss


def _by_their_scores(lines: Sequence[Indicator], document: Document) -> dict[Where, Indicator]:
    """Lines with the reasons of an item that tells just their score, no whole number, and the end of their name."""
    scored = [(line.claimed_score.value, line) for line in lines if line.claimed_score is not None]
    counts = Counter(score for score, _ in scored)
    alone: dict[Decimal | None, Indicator] = {score: line for score, line in scored if counts[score] == 1}
    found: dict[Where, Indicator] = {}
    for item, told in _scored(document) if alone else ():
        line = alone.get(number(told["score"]))
        if line is None or _bare(line)[-_ENOUGH:] not in key(item.text) or _tells_it(item, line):
            continue
        if reasons := parse_reasons(item.sub(told.end(), len(item.text)), _METHOD)[0]:
            found[line.name.where] = line.model_copy(update={"deduction_reasons": reasons})
    return found


def _scored(document: Document) -> Iterator[tuple[Span, re.Match[str]]]:
    """The items that tell one score and the reason of it."""
    for block in document.blocks:
        if not isinstance(block, Paragraph) or "原因" not in block.text:
            continue
        for part in _ITEMS.finditer(fold_widths(block.text)):
            item = of_paragraph(block).sub(*part.span())
            told = [*_SCORE.finditer(fold_widths(item.text))]
            if len(told) == 1:
                yield item, told[0]


def _by_their_items(lines: Sequence[tuple[str, Indicator]], document: Document) -> dict[Where, Indicator]:
    """Lines with the reasons of the one item that opens with their name and says why (一是整治个数，实际27个，原因是…；
    二是…)."""
    told: dict[str, list[Span]] = defaultdict(list)
    for item in _items(document) if lines else ():
        text = key(item.text)
        for name, line in lines:
            if text.startswith(name) and not _tells_it(item, line):
                told[name].append(item)
    found: dict[Where, Indicator] = {}
    for name, line in lines:
        if len(told[name]) == 1:
            (item,) = told[name]
            why = _WHY.search(fold_widths(item.text), len(line.name.quote))
            reasons = parse_reasons(item.sub(why.start(), len(item.text)), _METHOD)[0] if why else ()
            if reasons:
                found[line.name.where] = line.model_copy(update={"deduction_reasons": reasons})
    return found


def _items(document: Document) -> Iterator[Span]:
    """The items of lists in running text, and paragraphs with a number, from behind their markers on."""
    for block in document.blocks:
        if not isinstance(block, Paragraph) or _WHY.search(block.text) is None:
            continue
        text, whole = fold_widths(block.text), of_paragraph(block)
        marker = _MARKER.match(text)
        opened = [found.span() for found in _OPENED.finditer(text)]
        if len(opened) > 1:
            for (_, start), (end, _) in pairwise((*opened, (len(text), len(text)))):
                yield whole.sub(start, end)
        elif marker is not None:
            yield whole.sub(marker.end(), len(text))


def _tells_it(span: Span, line: Indicator) -> bool:
    """Whether this is the paragraph that the line itself is told in, whose reasons are read with it."""
    return isinstance(span.owner, Paragraph) and span.owner.id == block_of(line)


def _more(line: Indicator, told: Sequence[tuple[Span, re.Match[str]]]) -> Indicator | None:
    """The line with the reasons of its one paragraph, and with the values told there, where it has none; None where
    there is no such paragraph, or no reason in it."""
    lost = points_lost(line.max_score, line.claimed_score)
    own = [(span, loss) for span, loss in told if number(loss["points"]) == lost and not _tells_it(span, line)]
    if len(own) != 1:
        return None
    span, loss = own[0]
    behind = _BEHIND.match(fold_widths(span.text), loss.end())
    words = span.sub(behind.end(), len(span.text)) if behind is not None else span.sub(loss.end(), len(span.text))
    reasons = parse_reasons(words, _METHOD)[0] or reasons_before(span, loss.start(), _METHOD)
    open_yet = line.level > 1 and line.target is None and line.actual is None  # a group has no values
    goal, done = told_values(span, line.name.value, _METHOD) if open_yet else (None, None)
    told_why = tuple(reason for reason in reasons if not _is_measured(reason))
    update = {"deduction_reasons": told_why or reasons, "target": goal or line.target, "actual": done or line.actual}
    return line.model_copy(update=update) if reasons else None


def _is_measured(reason: DeductionReason) -> bool:
    """Whether the words only say what was wanted and done: 目标33公里，实际32公里，按比例计分."""
    return all_clauses(fold_widths(reason.text.value), _MEASURED)
