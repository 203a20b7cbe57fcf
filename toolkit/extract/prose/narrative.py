"""Running text → indicators with points, scores and reasons; totals, grades, adjustments, declared counts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from toolkit.extract.citing import Span, cite_integer, cite_number, cite_text, points_lost
from toolkit.extract.form import Finds
from toolkit.extract.headings import under_headings
from toolkit.extract.names import is_adjustment
from toolkit.extract.prose.alike import told_alike
from toolkit.extract.prose.declared import declares, with_scores
from toolkit.extract.prose.losses import BARE, METHOD, losses_behind, reasons_told
from toolkit.extract.prose.losses_below import Further, reasons_below
from toolkit.extract.prose.lost_lines import lost_lines, proven
from toolkit.extract.prose.placed import Placed
from toolkit.extract.prose.placing import as_in_summary, grouped, headed
from toolkit.extract.prose.score_facts import is_slashed, next_of
from toolkit.extract.prose.statements import DIGITS_DEPTH, Statement, glued, marker_depth, statements, titled
from toolkit.extract.prose.steps import Path, Step, down_to
from toolkit.extract.prose.told_again import once
from toolkit.extract.prose.told_values import told_values
from toolkit.extract.prose.wholes import Wholes, gained, of_earlier_year, total_of
from toolkit.extract.summaries import FULL, LEVEL1, once_named
from toolkit.model.document import Document, Paragraph
from toolkit.model.record import Adjustment, BudgetRow, Indicator, Level
from toolkit.patterns import regex
from toolkit.text import fold, fold_widths, key

_LONGEST_TITLE = 24
_SEVERAL = 2
_LOST = regex(r"(?:丢|扣|失|减|少得)(?:掉|去|了)?(?:的|分)|[丢扣失减]\d")  # 丢掉的2.3分，来自效益0.5分、…
_LOSSES = regex(
    r"\d[个项条]?(?:绩效|三级)?(?:指标)?(?:均|各)?(?:失分|扣分|丢分|减分|未(?:得|拿)?满分|没有?得满分)"
)  # 11项指标5项扣分：…
_NO_LINE = regex(rf"\d|{LEVEL1.pattern}")
_EXECUTION = regex(r"^(?:全年|年度|本年|当年|预算|资金|经费|支出|整体|部门|项目)*(?:执行率|执行进度|支出进度)$")
_WANTED = regex("(?:目标|指标|计划)值")
_RATED = regex(r"\d%[,(。]?(?:(?:预算|资金)*执行率(?:一项|指标)?)?$")
_TAKEN_OFF = regex(r"\s*分?[扣减失]\d")  # 10分扣0.5分: the points, and what is lost of them
_OF_ADJUSTMENTS = regex(r"(?:[加减]分(?:项目?|事项)|扣分项目?)[:是为有]|(?:^|[。;])\s*[加减]分:")
_NET = regex(r"(?:净|合计|共计?|累计)(?:增?加分?)$")
_BRACKET = regex(r"[ ,;。*]*\((?!\d|[一二三四五六七八九十]{1,3}\))")
_LEAD = regex(r"\s*([^,。;:()\d]{2,12}(?:类|方面|部分|指标)):")  # 决策类：立项依据5分…
_OF_UNREAD = regex(r"\d分[,;(]?其中")  # parts of what is told with its points alone
_LEVEL_WORD = regex(r"(一级|二级|三级)指标[“\"：:是为]*$")
_LEVEL_OF: dict[str, Level] = {"一级": 1, "二级": 2, "三级": 3}
_OVER = regex(r"(\d+(?:\.\d+)?)分/(\d+(?:\.\d+)?)分")
_EVENT_BEGINS = regex(
    r"^(?:[,.;:、\s]|\(?[一二三四五六七八九十\d]{1,2}\)?[、.]|\(\d+\)|其中|因|由于|[加减扣]分(?:事项|项|情况)?:|\([^()]{0,30}\)[,;]|(?:理由|原因|事由|依据)[是为:])*"
)
_EVENT_ENDS = regex(
    r"(?<![ ,:;。(、])[ ,:;。(、]*(?:按(?:照)?规定|[此该本]项|予以|自评|酌情|[计可共倒应])*[ ,:;。(、]*$"
)
_YEAR = regex(r"(20\d\d)\s*年")


def read_narrative(document: Document, year: int | None = None, own: str = "") -> Finds:
    """All score statements of a document's running text, placed under the groups they belong to; `year` and `own`: the
    year and the project that the report is about, where they are known."""
    placed: list[Placed] = []
    asides: list[Indicator] = []
    wholes = Wholes()
    merits: list[tuple[bool, Adjustment]] = []
    budget: list[BudgetRow] = []
    order, follow = {block.id: index for index, block in enumerate(document.blocks)}, reasons_below(document)
    slot, score_first, numbered = False, _score_first(document), glued(document)
    slashed = is_slashed(block.text for block in document.blocks if isinstance(block, Paragraph))
    for block, headings, depth, path in _paragraphs(document, numbered):
        context = _context(block, headings)
        slot = _opens_slot(block, slot)
        adjusting = slot or is_adjustment(_title(headings[-1].text) if headings else "")
        listing = close = summed_up = of_total = passed_over = False
        before, known, beside = len(placed), len(wholes.totals), len(asides)
        told = list(statements(block, score_first=score_first, listed=block.id in numbered, slashed=slashed))
        below = follow.get(block.id, ()) if block.id in follow and _is_alone(told) else ()
        declared = declares(told, METHOD)
        for index, statement in enumerate(told):
            if index == 0 and statement.name is None and headings:
                statement = replace(statement, name=titled(headings[-1]))
            place = order[block.id] * 100 + index
            parted = index > 0 and re.search("[；;。]", told[index - 1].rest.text) is not None
            goes_on = listing and placed[-1].line.order == place - 1 and not (parted and close)
            part = index > 0 and not passed_over and (goes_on or _opens_list(statement))
            of_total, passed_over = summed_up and ((goes_on and of_total) or not placed[before:]), False
            if (adjustment := _adjustment(statement, adjusting)) is not None:
                merits.append((adjusting or _OF_ADJUSTMENTS.search(fold_widths(block.text)) is not None, adjustment))
            elif (opens := wholes.take(statement, told[:index], year, own)) is not None:
                summed_up = summed_up or opens
            elif (row := _execution(statement, depth)) is not None:
                budget.append(row)
            elif of_earlier_year(statement, year):
                continue
            elif summed_up and statement.score is None and not statement.explicit_points and not declared:
                asides += [aside] if (aside := _score_alone(statement, place)) is not None else []
            elif (
                line := _line(statement, place, (below, losses_behind(told, index)), listed=part, declared=declared)
            ) is not None:
                close = goes_on and not parted  # 其中A…，B…；C…: with commas between them, A and B alone are parts
                listing = part
                among = part and not of_total  # what a total is made of are groups, and no parts of a line
                placed.append(Placed(line, context, depth, among, statement.name, path, statement.sort))
            elif (score := _score_alone(statement, place)) is not None:
                alone = Placed(score, context, depth, False, statement.name, path)
                listed = _is_listed(placed, path, score, told)
                passed_over = statement.score is None and not listed
                asides += [] if listed else [score]
                placed += [_of_lines(alone)] if listed else _head_alone(block, alone, told)
        alike = [Placed(line, context, depth, False, None, path) for line in told_alike(block, order[block.id] * 100)]
        asides[beside:] = _as_points(asides[beside:])
        placed[before:], wholes.totals[known:] = (
            headed(once(_beside(placed[before:], alike))),
            gained(wholes.totals[known:]),
        )
    lost = (lost_lines(block, at * 100) for at, block in enumerate(document.blocks) if isinstance(block, Paragraph))
    lines = tuple(with_scores(once_named(grouped(list(as_in_summary(placed, asides)), of_three=_has_three(document)))))
    return Finds(
        totals=wholes.of_report(document),
        adjustments=_told_once(merits),
        indicators=(*lines, *proven(lost, wholes.totals, lines)),
        asides=tuple(asides),
        budget=tuple(budget[:1]),
    )


def _beside(told: list[Placed], alike: list[Placed]) -> list[Placed]:
    """The lines of a paragraph with those told together, in order; what tells the latter is no reason of the former."""

    def starts(item: Placed) -> int:
        return item.line.name.where.segments[0].chars[0]

    places = [starts(item) for item in alike]
    kept = []
    for item in told if alike else ():
        spans = [(reason, reason.text.where.segments[0].chars) for reason in item.line.deduction_reasons]
        own = tuple(reason for reason, (low, high) in spans if not any(low <= at < high for at in places))
        kept.append(replace(item, line=item.line.model_copy(update={"deduction_reasons": own})))
    return sorted([*kept, *alike], key=starts) if alike else told


def _has_three(document: Document) -> bool:
    """Whether the report says that its indicators have a third level, and nothing of the second."""
    words = "\n".join(block.text for block in document.blocks if isinstance(block, Paragraph))
    return "三级指标" in words and "二级指标" not in words


def _paragraphs(
    document: Document, numbered: frozenset[str]
) -> Iterator[tuple[Paragraph, tuple[Paragraph, ...], int | None, Path]]:
    """Paragraphs with the headings that can stand over them, how deep their numbers stand, and their paths."""
    path: Path = ()
    places = {block.id: place for place, block in enumerate(document.blocks)}
    for block, headings in under_headings(document):
        if isinstance(block, Paragraph):
            depth = marker_depth(block) if block.id not in numbered else DIGITS_DEPTH
            path = down_to(path, Step(depth, block.level, places[block.id]))
            above = {step.order for step in path}
            standing = (one for one in headings if places[one.id] in above and _is_above(one, depth))
            yield block, tuple(standing), depth, path


def _score_first(document: Document) -> bool | None:
    """Whether “9分/10分” gives the score before its points all over a document; None where no line tells which."""
    texts = [fold_widths(block.text) for block in document.blocks if isinstance(block, Paragraph)]
    pairs = [(Decimal(one), Decimal(other)) for text in texts for one, other in _OVER.findall(text)]
    return True if any(a < b for a, b in pairs) else False if any(a > b for a, b in pairs) else None


def _execution(statement: Statement, depth: int | None) -> BudgetRow | None:
    """Points and score of the execution line, told behind the rate itself (执行率96.95%，得9.7分): no indicator, but
    what the row of the whole money gained; where it has a number or a target of its own, it is a line like others."""
    if statement.name is None or not _EXECUTION.match(key(statement.name.text)):
        return None
    told = key(statement.name.whole[: statement.before.end])
    if not _RATED.search(told) or _WANTED.search(told) or (depth is not None and "元" not in told):
        return None
    points, score = (
        None if span is None else cite_number(span, METHOD) for span in (statement.points, statement.score)
    )
    return None if score is None else BudgetRow(id="whole", max_score=points, claimed_score=score)


def _context(block: Paragraph, headings: Sequence[Paragraph]) -> str:
    """The words that say what a paragraph is about: its headings, and its own lead (决策类：立项依据5分…)."""
    lead = _LEAD.match(fold(block.text).text)
    return "".join(key(heading.text) for heading in headings) + ("" if lead is None else key(lead[1]))


def _opens_slot(block: Paragraph, before: bool) -> bool:
    """Whether what follows stands under a title of merits that is no heading by its marks (加分项（不超过3分）): until
    the next title."""
    if len(block.text) > _LONGEST_TITLE or re.search("[。；;]", block.text):
        return before and block.level is None
    return is_adjustment(_title(block.text))


def _is_above(heading: Paragraph, depth: int | None) -> bool:
    """Whether a heading can stand over a paragraph of this number: （一） does not stand over （二）."""
    own = marker_depth(heading)
    return depth is None or own is None or own < depth


def _title(heading: str) -> str:
    return re.sub(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[.、])", "", fold(heading).text)


def _told_once(merits: list[tuple[bool, Adjustment]]) -> tuple[Adjustment, ...]:
    """Points told under their own heading; those a summary repeats are the same points."""
    own = tuple(merit for under, merit in merits if under or merit.points is None)
    return own if any(merit.points is not None for merit in own) else tuple(merit for _, merit in merits)


def _of_lines(place: Placed) -> Placed:
    """A score told alone as that of a line or of what stands over lines."""
    return replace(place, line=place.line.model_copy(update={"level": 2}))


def _head_alone(block: Paragraph, place: Placed, told: Sequence[Statement]) -> list[Placed]:
    """A numbered heading that tells just what its lines gained (（三）产出情况得分29分) stands over them too."""
    heads = block.level is not None and place.depth is not None and len(told) == 1 and told[0].score is not None
    return [_of_lines(place)] if heads else []


def _is_listed(placed: Sequence[Placed], path: Path, score: Indicator, told: Sequence[Statement]) -> bool:
    """Whether a numbered paragraph right under a head with points tells a score and no more (3.目标管理得8分)."""
    if len(told) != 1 or told[0].score is None or LEVEL1.match(key(score.name.value)):
        return False
    return any(one.path and one.path == path[:-1] and one.line.max_score is not None for one in placed)


def _as_points(asides: list[Indicator]) -> list[Indicator]:
    """Bare numbers beside the names of groups that make a hundred are their points (按履职产出45分、履职效果35分、管理
    效能20分设置指标)."""
    scores = [one.claimed_score for one in asides if one.claimed_score is not None and one.claimed_score.method == BARE]
    if len(scores) < _SEVERAL or len(scores) < len(asides) or sum(score.value for score in scores) != FULL:
        return asides
    return [one.model_copy(update={"max_score": one.claimed_score, "claimed_score": None}) for one in asides]


def _score_alone(statement: Statement, order: int) -> Indicator | None:
    """“管理效能得37.5分” in a summary: of use only where the name is a known group's."""
    score = statement.score or (None if statement.explicit_points else statement.points)
    if (
        statement.name is None
        or score is None
        or (statement.score is None and _TAKEN_OFF.match(score.whole, score.end))
    ):
        return None
    if statement.score is None and _LOST.search(key(statement.name.sentence_before)):
        return None
    return Indicator(
        id="",
        order=order,
        level=1,
        name=cite_text(statement.name, METHOD),
        claimed_score=cite_number(score, METHOD if statement.score is not None else BARE),
    )


def _adjustment(statement: Statement, adjusting: bool) -> Adjustment | None:
    """Points for merit or blame: N分 with 加, or anything under a heading 加减分."""
    named = statement.name is not None and is_adjustment(statement.name.text)
    number = statement.bonus or statement.deduct or statement.score
    if number is not None:
        adjusting = adjusting or _OF_ADJUSTMENTS.search(fold_widths(number.sentence_before)) is not None
    if re.search("相抵|净[加减]|基[础本]分", statement.before.text):
        return None
    if statement.bonus is not None and _NET.search(fold_widths(statement.bonus.whole[: statement.bonus.start])):
        return None
    if not (statement.bonus or adjusting or named):
        return None
    points = number
    text = _behind_a_score(statement) or _event(statement.before)
    if not text.text and fold_widths(statement.rest.text[:1]) in {":", ","}:
        text = _event(statement.rest.sub(0, next_of(fold_widths(statement.rest.text), "。;", 0)))
    limit = None if statement.points is None else cite_number(statement.points, METHOD)
    if points is None and limit is None:
        return None
    label = statement.name if named and points is None and statement.name is not None else text
    year = _YEAR.search(fold_widths(label.text))
    return Adjustment(
        text=cite_text(label, METHOD),
        points=None if points is None else cite_number(points, METHOD, negative=points is statement.deduct),
        max_score=limit,
        year=None if year is None or points is None else cite_integer(label.sub(year.start(1), year.end(1)), METHOD),
    )


def _behind_a_score(statement: Statement) -> Span | None:
    """The clause that tells what was added to a score before it and no more (合计95.2分，加1分)."""
    bonus = statement.bonus
    told = [one.end for one in (statement.points, statement.score) if one and bonus and one.end < bonus.start]
    if bonus is None or not told or is_adjustment(statement.before.text):
        return None
    between = fold_widths(bonus.whole[max(told) : bonus.start])
    return replace(bonus, start=max(told) + between.rfind(",") + 1, end=bonus.end + 1) if "," in between else None


def _event(before: Span) -> Span:
    folded = fold_widths(before.text)
    start, end = _EVENT_BEGINS.match(folded), _EVENT_ENDS.search(folded)
    low, high = (start.end() if start else 0), (end.start() if end else len(folded))
    return before.sub(low, max(low, high))


def _opens_list(statement: Statement) -> bool:
    """Whether parts of the line before begin: after 其中, or in brackets that open right behind it."""
    before = fold_widths(statement.before.text)
    if _OF_UNREAD.search(before):
        return False
    return "其中" in before or _BRACKET.match(before) is not None


def _is_alone(told: Sequence[Statement]) -> bool:
    """Whether a paragraph tells just one line, so that reasons below it can only be its own."""
    lines = [one for one in told if one.name is not None and one.score is not None and total_of(one) is None]
    return len(lines) == 1


def _line(
    statement: Statement, order: int, further: Further, *, listed: bool, declared: bool = False
) -> Indicator | None:
    """An indicator: a name with points and score, or with points alone where the words declare a group. What follows
    the brackets or sentence of a list (`listed`) is told of all its lines; `further` may tell why it lost points."""
    if statement.name is None or (statement.score is None and statement.points is None):
        return None
    points, score, deduct = (
        None if span is None else cite_number(span, METHOD)
        for span in (statement.points, statement.score, statement.deduct)
    )
    if score is None and (not (declared or _declares(statement)) or (points is not None and points.value >= 100)):
        return None
    goal, done = told_values(statement.item, statement.name.text, METHOD)
    alone = statement.score is not None and statement.points is None and statement.deduct is None
    if alone and (goal is None or done is None or _NO_LINE.search(key(statement.name.text))):
        return None
    lost = points_lost(points, score)
    reasons, action = reasons_told(statement, further, lost, listed=listed)
    sort = statement.sort if statement.sort is not None and statement.sort.level > 1 else None
    return Indicator(
        id="",
        order=order,
        level=_said_level(statement) or (2 if sort is None else 3),
        level2=None if sort is None else sort.name,
        target=goal,
        actual=done,
        name=cite_text(statement.name, METHOD),
        max_score=points,
        claimed_score=score,
        deduction=deduct,
        deduction_reasons=reasons,
        corrective_action=action,
    )


def _declares(statement: Statement) -> bool:
    """Whether N分 after a name declares its points: the sentence speaks of indicators or weights."""
    name = "" if statement.name is None else statement.name.text
    if _LOSSES.search(key(statement.before.sentence_before + statement.before.text)):
        return False
    return statement.explicit_points or (
        "指标" in key(statement.before.text + statement.rest.text[:24]) and len(name) <= 20
    )


def _said_level(statement: Statement) -> Level | None:
    name = "" if statement.name is None else statement.name.text
    words = key(statement.before.text)
    at = words.rfind(key(name))
    said = _LEVEL_WORD.search(words[:at]) if at > 0 else None
    if said is not None:
        return _LEVEL_OF[said[1]]
    return (
        1
        if statement.score is None and re.search(r"二级指标\d|一级指标", words + key(statement.rest.text[:30]))
        else None
    )
