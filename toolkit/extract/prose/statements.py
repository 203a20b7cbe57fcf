"""Running text → score statements: “资金管理，分值16分，自评得分14.98分” with its name, numbers and the words after it.

A statement is a group of score facts with the words around them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from toolkit.extract.citing import Span, of_paragraph
from toolkit.extract.prose.full_marks import gained_in_full
from toolkit.extract.prose.named import named, opening
from toolkit.extract.prose.score_facts import Fact, last_of, next_of
from toolkit.extract.prose.score_groups import grouped, splitting
from toolkit.extract.prose.score_heads import with_heads
from toolkit.extract.prose.sorts import Sort, is_second, sorts
from toolkit.extract.summaries import LEVEL1
from toolkit.extract.titles import is_title
from toolkit.model.document import Document, Paragraph
from toolkit.patterns import regex
from toolkit.text import fold, fold_widths, key

_RANKED = regex("(?:自评|评价)?得分(?:最|较|相对)[高低]")  # 得分最高的是… names what has the score
_OF_A_PROJECT = regex("得分(?:最|较|相对)[高低]的?(?:项目)?[是为][^,。;:]{2,30}项目")
"""What follows tells of one project among several."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: spans of its name and numbers, `rest`, the words up to the next one, `tail`, those of them behind
    its last number, `item`, all that is told of it, and `sort`, that of indicators which its paragraph opens with."""

    paragraph: Paragraph
    name: Span | None
    points: Span | None
    score: Span | None
    deduct: Span | None
    bonus: Span | None
    score_word: str
    before: Span
    rest: Span
    explicit_points: bool
    item: Span
    tail: Span
    sort: Sort | None = None


_MARKS = regex(r"(?:,[^(),。;]{1,8}(?=\)))?[):]*")  # （10分，定性）：
_SOURCE = regex(r"(?:[得来源出]自于?|来源于)(?P<name>[^,。;:、()\d]{2,30})(?=[,。;、)]|$)")  # 有9分得自预算执行
_CONDITION = regex("扣|按比例|否则|[的者则,]得满分|[≥≤><]|每|以[上下]|如果|若|时得满分")
_HAS = regex(r"(?:^|[,;。:、(])(?:其中|另|还|共|分别)?有?$")
_INTRODUCES = regex(
    r"方面|[看有设][^,。]{0,3}[一二三四五六七八九十两\d]+[个条项]|看|未"
)  # 数量方面有三个指标。: no name
_OPENS_LINES = regex(r"[)分]*(?:[:：]|[,。]?(?:包括|其中|含|下设|共?设))")  # 质量指标12分，得11.6分，包括三个三级指标
_IN_ALL = regex(
    r"[,。;](?:[^,。;]{0,12}[\d一二三四五六七八九十]项[^,。;]{0,8}[,;])?"
    r"(?:合计|共计?|总计|总共|累计)(?:被)?[扣失丢](?:分|了|除)?(?P<lost>\d+(?:\.\d+)?)分"
)
_STATE = regex("[率度性数量]$")
_HUNDRED = 3  # digits
DIGITS_DEPTH = 3
"""How deep 1. stands."""
_NUMBERED = regex(r"\s*(\d{1,2})\.(.)")
_MARKERS = (
    r"^第[一二三四五六七八九十\d]{1,3}(?:部分|章|篇)",
    r"^[一二三四五六七八九十]+、",
    r"^\([一二三四五六七八九十]+\)",
    r"^\d+[.、](?!\d)",
    r"^\(\d+\)",
    r"^[①-⑳]",
)
_OUTLINED = regex(r"(\d{1,2}\.){1,3}\d{1,2}[、.)]?(?=[一-鿿(\"])(?![万亿元分个倍亩吨米千天年月日]|公[里顷]|平方|人次)")
"""1.1立项依据, 2.1.3组织机构: deeper by one for each further number."""


def marker_depth(block: Paragraph) -> int | None:
    """How deep the number before a paragraph stands: 第一章 0, 一、 1, （一） 2, 1. 3, （1） and 1.1 4, ① 5.

    None where there is none, and where a heading is outlined (5.1 above 1.), whose level tells more."""
    folded = fold(block.text[:24]).text
    if (outlined := _OUTLINED.match(folded)) is not None:
        return None if block.level is not None else DIGITS_DEPTH + outlined[0].rstrip(".").count(".")
    return next((depth for depth, pattern in enumerate(_MARKERS) if re.match(pattern, folded)), None)


def glued(document: Document) -> frozenset[str]:
    """Paragraphs whose number stands right before a numeral (3.15分的…), as the numbers of those around them show."""
    numbers = [
        (block.id, int(found[1]), found[2].isdigit())
        for block in document.blocks
        if isinstance(block, Paragraph)
        and (found := _NUMBERED.match(fold(block.text[:8]).text)) is not None
        and not _OUTLINED.match(fold(block.text[:24]).text)
    ]
    none = ("", 0, False)
    beside = zip([none, *numbers], numbers, [*numbers[1:], none], strict=False)
    return frozenset(
        name for before, (name, own, close), behind in beside if close and own in {before[1] + 1, behind[1] - 1}
    )


def titled(heading: Paragraph) -> Span | None:
    """The indicator that a heading names, for the numbers below it that name none; None where it states its own or is
    the title of a report."""
    if is_title(heading.text) or next(statements(heading), None) is not None:
        return None
    return named(of_paragraph(heading))


def statements(
    paragraph: Paragraph,
    *,
    score_first: bool | None = None,
    listed: bool = False,
    slashed: bool = False,
    losses: bool = False,
) -> Iterator[Statement]:
    """Score statements of a paragraph, in order.

    `score_first`: whether 9分/10分 gives the score before its points; None where that is not known. `listed`: whether
    its first digits number it (3.15分的…). `slashed`: whether 9/10 is a score over its points; `losses`: whether each
    loss is a statement of its own, and not part of what tells of the line before it.
    """
    folded = fold(paragraph.text)
    if listed:
        folded = replace(folded, text=folded.text.replace(".", "、", 1))
    opened = list(sorts(folded.text))
    sort: Sort | None = None
    lost: tuple[Span, Span] | None = None
    groups = splitting(
        folded.text, with_heads(folded.text, grouped(folded.text, score_first, slashed=slashed)), losses=losses
    )
    for index, group in enumerate(groups):
        floor = _end(folded.text, groups[index - 1]) if index else 0
        start = _clause_start(folded.text, floor, group[0].start)
        sort = next((one for one in reversed(opened) if floor <= one.start and one.opens <= group[0].start), sort)
        stop = len(folded.text)
        if index + 1 < len(groups):
            stop = _clause_start(folded.text, _end(folded.text, group), groups[index + 1][0].start)
        whole = of_paragraph(paragraph)
        behind = _end(folded.text, group)

        def span(low: int, high: int) -> Span:
            return Span(paragraph, None, *folded.span(low, high)).stripped()

        by_kind = {fact.kind: fact for fact in reversed(group)}
        numbers = {kind: span(*fact.number) for kind, fact in by_kind.items()}
        stop = _lost_in_all(folded.text, behind, stop, numbers)
        before = span(start, group[0].start)
        if sort is not None and start < sort.opens and opening(own := span(sort.opens, group[0].start), named(own)):
            start, before = sort.opens, own
        name = named(before)
        if (source := _SOURCE.match(folded.text, behind)) is not None and _HAS.search(folded.text[: group[0].start]):
            name = named(span(*source.span("name")))
        if name is not None and _RANKED.match(fold_widths(name.text)):
            continue
        if _OF_A_PROJECT.search(folded.text, last_of(folded.text, "。;", group[0].start), group[0].start):
            continue
        aimed = opening(before, name)
        title = _title_before(folded.text, start, span, named_there=aimed is not None) if index == 0 else None
        unnamed = name is None or _inside_sentence(before, name) or _closes_item(folded.text, groups)
        name = title if title and (unnamed or (name and _tells(before, name, title))) else aimed
        if lost is not None and _is_what_was_lost(numbers, lost[1]):
            name, numbers = lost[0], {"deduct": lost[1], **numbers}
        lost = None if name is None or {*numbers} != {"deduct"} else (name, numbers["deduct"])
        points = numbers.get("points") or numbers.get("bare") or _full_marks(folded.text, group, numbers)
        if points and _is_alone(numbers) and gained_in_full(folded.text[behind:stop]):
            numbers["score"] = points
        yield Statement(
            paragraph=paragraph,
            name=name,
            points=points,
            score=numbers.get("score"),
            deduct=numbers.get("deduct"),
            bonus=numbers.get("bonus"),
            score_word=by_kind["score"].word if "score" in by_kind else "",
            before=span(start, group[0].start)
            if start < group[0].start
            else Span(paragraph, None, whole.start, whole.start),
            rest=span(behind, stop) if behind < stop else Span(paragraph, None, whole.end, whole.end),
            explicit_points="points" in by_kind,
            item=span(0 if title is not None else start, stop),
            tail=span(min(stop, max(fact.end for fact in group)), stop),
            sort=None if sort is None or name is None or key(name.text) == sort.name else sort,
        )
        if name is not None and is_second(name.text) and _OPENS_LINES.match(folded.text, behind):
            sort = Sort(2, name.text, start, start, behind)


def _is_alone(numbers: Mapping[str, Span]) -> bool:
    """Whether nothing but the points of a line is told, not those of a whole."""
    return {*numbers} in ({"points"}, {"bare"}) and all(len(fold(one.text).text) < _HUNDRED for one in numbers.values())


def _is_what_was_lost(numbers: Mapping[str, Span], lost: Span) -> bool:
    """Whether points and score of a sentence are those of the line whose loss alone was told right before it (2.上架率
    扣0.45分。目标100%，实际97%，满分15分，得14.55分。)."""
    return "deduct" not in numbers and _gap(numbers) == Decimal(fold(lost.text).text)


def _gap(numbers: Mapping[str, Span]) -> Decimal | None:
    """What parts the score from the points, where both are told."""
    points, score = numbers.get("points") or numbers.get("bare"), numbers.get("score")
    return None if points is None or score is None else Decimal(fold(points.text).text) - Decimal(fold(score.text).text)


def _full_marks(text: str, group: list[Fact], numbers: dict[str, Span]) -> Span | None:
    """The score of “资金管理得满分8分”, which is its points too; not where a sentence tells for what full marks are
    given."""
    sentence = text[last_of(text, "。;", group[0].start) : next_of(text, "。;", group[0].end)]
    full = len(group) == 1 and group[0].word == "得满分" and not _CONDITION.search(sentence)
    return numbers.get("score") if full else None


def _end(text: str, group: list[Fact]) -> int:
    """Where the facts that stand together end, with the marks that part them from what is told further on."""
    end = max(fact.end for fact in group if not fact.remote)
    marks = _MARKS.match(text, end) if any(fact.remote for fact in group) else None
    return end if marks is None else marks.end()


def _closes_item(text: str, groups: list[list[Fact]]) -> bool:
    """Whether the numbers of a paragraph that tells of one line open a sentence (2.结案率。…。分值10分，得9分)."""
    return len(groups) == 1 and text[: groups[0][0].start].endswith("。")


def _title_before(text: str, start: int, span: Callable[[int, int], Span], *, named_there: bool) -> Span | None:
    """The title that opens a paragraph, where the numbers' own sentence names nothing (6.绩效管理。该项得…)."""
    first = re.match(r"^[^。;,]{2,40}(?=。)", text)
    if first is None or start <= first.end() or (named_there and _INTRODUCES.search(first[0])):
        return None
    return named(span(0, first.end()))


def _inside_sentence(before: Span, name: Span) -> bool:
    """Whether the words taken for a name only end a longer sentence."""
    return re.search(r"[,:，：]", before.text[: max(0, name.start - before.start)]) is not None


def _tells(before: Span, name: Span, title: Span) -> bool:
    """Whether what was taken for a name is a clause on the thing that the title names (1.目标合理性。目标与职责、与规划
    都衔接，分值2分): longer, parted from the numbers, and no line of the group that the title may be."""
    words, heads = key(name.text), key(title.text)
    if len(words) <= len(heads) or before.text.rstrip()[-1:] not in {",", "，"}:
        return False
    of_group = LEVEL1.match(heads) is not None or is_second(heads)
    return "指标" in words if of_group else _STATE.search(words) is None


def _lost_in_all(text: str, behind: int, stop: int, numbers: Mapping[str, Span]) -> int:
    """Where the words on a line end: before what all lines lost (…，得9.58分。合计扣1.91分), if that is not
    what parts its own score from its points."""
    gap, found = _gap(numbers), _IN_ALL.search(text, behind, stop)
    return stop if gap is None or found is None or Decimal(found["lost"]) == gap else found.start()


def _closes(text: str, start: int, end: int) -> int:
    """Behind the bracket that closes within [start, end) and was opened before; 0 where none does."""
    depth = 0
    for place in range(start, end):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth < 0:
            return place + 1
    return 0


def _clause_start(text: str, floor: int, position: int) -> int:
    """Where the words about the fact at `position` begin: after the sentence end before it, but names may stand
    closed by 。 right before their numbers (优化环境。分值7分)."""
    start = max(floor, last_of(text, "。;!?", position))
    start = max(start, _closes(text, floor, position))
    if position - start < 1 and start > floor:
        start = max(floor, last_of(text, "。;!?", start - 1))
    return start
