"""Running text → indicators with points, scores and reasons; totals, grades, adjustments, declared counts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from toolkit.extract.attained import attained
from toolkit.extract.citing import Span, cite_integer, cite_number, cite_text, of_paragraph, points_lost
from toolkit.extract.form import Finds
from toolkit.extract.headings import under_headings
from toolkit.extract.names import is_adjustment
from toolkit.extract.others import fiscal_year, of_another, of_earlier_year
from toolkit.extract.reasons import parse_reasons, telling
from toolkit.extract.statements import Statement, marker_depth, statements, titled
from toolkit.model.citation import CitedNumber, CitedText
from toolkit.model.document import Document, Paragraph
from toolkit.model.record import Adjustment, BudgetRow, DeductionReason, Indicator, Level
from toolkit.text import fold, fold_widths, key

METHOD = "text:score_statement"
LEVEL1 = re.compile(
    r"^(?:管理效能|履职效能|投入|过程|产出|效果|效益|产出与效果|产出及效果|满意度|部门决策|综合管理|部门绩效情况|部门绩效|决策|规划|执行|预算执行"
    r"|管理效率|运行成本|社会效应|可持续发展能力|可持续性|履职效果|履职成效|部门管理|资金投入|预算编制|预算管理|整体效能|专项效能|基础管理|项目决策|项目管理|项目产出|项目效益|成本)(?:指标)?$"
)
_GROUP = re.compile(r"(?<!绩效)(?<!自评)(?<!评价)(?<!各项)(?<!全部)(?<!各类)指标$")
_WHOLE = re.compile(
    r"整体支出|整体绩效|部门整体|项目支出|自评结果|绩效自评|绩效评价|自评总|(?:综合|总体)(?:得分|评分|评价|自评|绩效|考评|情况|来?看|$|,)|^我[局委厅办院部会处]|我单位|本单位|本部门|评价结论|[该本]项目|项目自评|最终|最后|总分|自评工作|评价结果|自评得分$|(?:汇总|累加|相加|加总|之和)[,:为]?$"
)
_WHOLE_SCORE = re.compile(r"总|综合|绩效评价|绩效自评|最终|^(?:部门|单位|我[局委厅院办]|该?项目)")
_REASONS_BELOW = re.compile(
    r"(?:主要)?(?:扣分|失分|丢分|减分|偏差|未完成|未满分|(?:没有|没能|未能?)得满分)(?:的)?(?:主要)?"
    r"(?:原因|缘由|理由|说明|依据|事项|在于|源于|缘于)|(?:因|由于)(?![此而])[^。]{4,60}?(?:扣|减|失)\d"
)
_LONGEST_TITLE = 24
_GRADED = re.compile(
    r"^[,;。(]?(?:(?:自评|评价|绩效|评定|对应)*(?:等级|等次|档次)(?:为|是|评?定|属|:)|"
    r"(?:(?:自评|评价|绩效|评定)*(?:等级|等次|档次|结果|结论)|(?:评价|自评|评定)(?=为)|被?评[定为]|确?定|属于?)?[为:]?(?:[优良中差](?:秀|好|等|$|[,;。)档])|合格|不合格|一般|较差))"
)
_EXECUTION = re.compile(r"^(?:全年|年度|本年|当年|预算|资金|经费|支出|整体|部门|项目)*(?:执行率|执行进度|支出进度)$")
_RATED = re.compile(r"\d%[,(。]?$")
_LEVEL_WORD = re.compile(r"(一级|二级|三级)指标[“\"：:是为]*$")
_LEVEL_OF: dict[str, Level] = {"一级": 1, "二级": 2, "三级": 3}
_FULL = Decimal(100)
_OVERFULL = Decimal("1.25")
_NEARLY_ALL = Decimal(90)  # of 100 points
_YEAR = re.compile(r"(20\d\d)\s*年")
_TAIL = re.compile(
    r"(?:绩效目标|绩效指标|目标|指标)?(?:完成|实现|得分|自评|评分|评价|落实|执行)?(?:情况)?(?:分析|说明|综述)?$"
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """An indicator with the words that decide where it stands in the tree."""

    line: Indicator
    heading: str
    depth: int | None
    among: bool


def read_narrative(document: Document) -> Finds:
    """All score statements of a document's running text, placed under the groups they belong to."""
    placed: list[_Placed] = []
    asides: list[Indicator] = []
    totals: list[CitedNumber] = []
    merits: list[tuple[bool, Adjustment]] = []
    budget: list[BudgetRow] = []
    order = {block.id: index for index, block in enumerate(document.blocks)}
    follow = _following(document)
    year = fiscal_year(document)
    slot = False
    for block, headings in under_headings(document):
        if not isinstance(block, Paragraph):
            continue
        depth = marker_depth(block.text)
        headings = tuple(heading for heading in headings if _is_above(heading, depth))
        context = "".join(key(heading.text) for heading in headings)
        slot = _opens_slot(block, slot)
        adjusting = slot or is_adjustment(_title(headings[-1].text) if headings else "")
        among = close = summed_up = False
        told = list(statements(block))
        below = follow.get(block.id) if sum(1 for each in told if _may_be_line(each)) == 1 else None
        for index, statement in enumerate(told):
            if index == 0 and statement.name is None and headings:
                statement = replace(statement, name=titled(headings[-1]))
            place = order[block.id] * 100 + index
            parted = index > 0 and re.search("[；;。]", told[index - 1].rest.text) is not None
            goes_on = among and placed[-1].line.order == place - 1 and not (parted and close)
            if (adjustment := _adjustment(statement, adjusting)) is not None:
                merits.append((adjusting, adjustment))
            elif (total := _total(statement)) is not None:
                if not of_another(statement, year):
                    totals.append(total)
                summed_up = True
            elif (row := _execution(statement, depth)) is not None:
                budget.append(row)
            elif of_earlier_year(statement, year):
                continue
            elif summed_up and statement.score is None and not statement.explicit_points:
                asides += [aside] if (aside := _score_alone(statement, place)) is not None else []
            elif (line := _line(statement, place, below, listed=_opens_list(statement) or goes_on)) is not None:
                close = goes_on and not parted  # 其中A…，B…；C…: with commas between them, A and B alone are parts
                among = index > 0 and (_opens_list(statement) or goes_on)
                placed.append(_Placed(line, context, depth, among))
            elif (score := _score_alone(statement, place)) is not None:
                asides.append(score)
    return Finds(
        totals=tuple(totals),
        adjustments=_told_once(merits),
        indicators=tuple(_grouped(placed)),
        asides=tuple(asides),
        budget=tuple(budget[:1]),
    )


def _execution(statement: Statement, depth: int | None) -> BudgetRow | None:
    """Points and score of the execution line, told behind the rate itself (执行率96.95%，得9.7分): no indicator, but
    what the row of the whole money gained; where it has a number of its own, it is a line like others."""
    if statement.name is None or not _EXECUTION.match(key(statement.name.text)):
        return None
    told = key(statement.name.whole[: statement.before.end])
    if not _RATED.search(told) or (depth is not None and "元" not in told):
        return None
    points, score = (
        None if span is None else cite_number(span, METHOD) for span in (statement.points, statement.score)
    )
    return None if score is None else BudgetRow(id="whole", max_score=points, claimed_score=score)


def _opens_slot(block: Paragraph, before: bool) -> bool:
    """Whether what follows stands under a title of merits that is no heading by its marks (加分项（不超过3分）): until
    the next title."""
    if len(block.text) > _LONGEST_TITLE or re.search("[。；;]", block.text):
        return before and block.level is None
    return is_adjustment(_title(block.text))


def _is_above(heading: Paragraph, depth: int | None) -> bool:
    """Whether a heading can stand over a paragraph of this number: （一） does not stand over （二）."""
    own = marker_depth(heading.text)
    return depth is None or own is None or own < depth


def _title(heading: str) -> str:
    return re.sub(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[.、])", "", fold(heading).text)


def _told_once(merits: list[tuple[bool, Adjustment]]) -> tuple[Adjustment, ...]:
    """Points told under their own heading; those a summary repeats are the same points."""
    own = tuple(merit for under, merit in merits if under or merit.points is None)
    return own if any(merit.points is not None for merit in own) else tuple(merit for _, merit in merits)


def _score_alone(statement: Statement, order: int) -> Indicator | None:
    """“管理效能得37.5分” in a summary: of use only where the name is a known group's."""
    score = statement.score or (None if statement.explicit_points else statement.points)
    if statement.name is None or score is None:
        return None
    return Indicator(
        id="", order=order, level=1, name=cite_text(statement.name, METHOD), claimed_score=cite_number(score, METHOD)
    )


def _following(document: Document) -> dict[str, Paragraph]:
    """For each paragraph the one right below it, if that gives reasons."""
    found: dict[str, Paragraph] = {}
    last: Paragraph | None = None
    for block in document.blocks:
        if isinstance(block, Paragraph):
            unfinished = (
                last is not None and key(last.text).endswith(";") and re.search(r"扣\D{0,2}\d", key(block.text))
            )
            if last is not None and (unfinished or _REASONS_BELOW.match(key(block.text))):
                found[last.id] = block
            last = block
        else:
            last = None
    return found


def _adjustment(statement: Statement, adjusting: bool) -> Adjustment | None:
    """Points for merit or blame: N分 with 加, or anything under a heading 加减分."""
    named = statement.name is not None and is_adjustment(statement.name.text)
    if not (statement.bonus or adjusting or named):
        return None
    points = statement.bonus or statement.deduct or statement.score
    text = _event(statement.before)
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


def _event(before: Span) -> Span:
    folded = fold_widths(before.text)
    lead = re.match(r"^(?:[,.;:、。\s]|\(?[一二三四五六七八九十\d]{1,2}\)?[、.]|\(\d+\)|其中|因|由于)*", folded)
    start = lead.end() if lead else 0
    return before.sub(start, max(start, len(folded.rstrip(" ,:;。(、"))))


def _total(statement: Statement) -> CitedNumber | None:
    """The score of the whole: no points of its own (or 100), and words that speak of the whole."""
    if statement.score is None:
        return _sum_of_marks(statement)
    points = None if statement.points is None else cite_number(statement.points, METHOD)
    if points is not None and points.value < 100:
        return None
    name = "" if statement.name is None else key(statement.name.text)
    if points is None and (LEVEL1.match(name) or _GROUP.search(name)):
        return None  # 产出指标最终得46分
    words = key(statement.before.text)
    of_whole = _WHOLE_SCORE.search(statement.score_word)
    if statement.deduct is not None:
        told = (of_whole or _WHOLE.search(words)) and _reaches_the_whole(statement)
        return cite_number(statement.score, "text:total") if told else None
    graded = points is None and _GRADED.match(key(statement.rest.text))
    if points is not None or of_whole or graded or _WHOLE.search(words) or words in {"", "经自评,", "经评价,"}:
        return cite_number(statement.score, "text:total")
    return None


def _sum_of_marks(statement: Statement) -> CitedNumber | None:
    """“逐项打分，合计95分，等级为优”: bare points summed up, which the grade after them shows to be the whole's."""
    points = statement.points
    if points is None or statement.explicit_points or statement.deduct is not None:
        return None
    summed = re.search(r"(?:合计|总计|共计)为?$", key(points.whole[: points.start]))
    return cite_number(points, "text:total") if summed and _GRADED.match(key(statement.rest.text)) else None


def _reaches_the_whole(statement: Statement) -> bool:
    """“自评总分98.3分，共扣1.7分”: score and deduction come near 100, as no group's do."""
    parts = [cite_number(span, METHOD) for span in (statement.score, statement.deduct) if span is not None]
    return sum(part.value for part in parts if part is not None) >= _NEARLY_ALL


def _opens_list(statement: Statement) -> bool:
    """Whether parts of the line before begin: after 其中, or in brackets that open right behind it."""
    return "其中" in statement.before.text or fold_widths(statement.before.text).lstrip(" ,;。*").startswith("(")


def _may_be_line(statement: Statement) -> bool:
    return statement.name is not None and statement.score is not None and _total(statement) is None


def _line(statement: Statement, order: int, below: Paragraph | None, *, listed: bool) -> Indicator | None:
    """An indicator: a name with points and score, or with points alone where the words declare a group. What follows
    the brackets or sentence of a list (`listed`) is told of all its lines."""
    if statement.name is None or (statement.score is None and statement.points is None):
        return None
    points, score, deduct = (
        None if span is None else cite_number(span, METHOD)
        for span in (statement.points, statement.score, statement.deduct)
    )
    if score is None and (not _declares(statement) or (points is not None and points.value >= 100)):
        return None
    if statement.score is not None and statement.points is None and statement.deduct is None:
        return None
    lost = points_lost(points, score)
    reasons: tuple[DeductionReason, ...] = ()
    action: CitedText | None = None
    if (lost is None and deduct is not None) or (lost is not None and lost > 0):
        rest = statement.rest
        end = re.search("[)。]", fold_widths(rest.text)) if listed else None
        reasons, action = parse_reasons(telling(rest.sub(0, end.start()) if end else rest, lost=True), METHOD)
        missing = (lost or Decimal(0)) - sum((reason.points.value for reason in reasons if reason.points), Decimal(0))
        if below is not None and (not reasons or (reasons[-1].points is not None and missing > 0)):
            more, action = parse_reasons(of_paragraph(below), METHOD)
            reasons += more
    goal, done = attained(statement.rest, METHOD)
    return Indicator(
        id="",
        order=order,
        level=_said_level(statement) or 2,
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


def _grouped(placed: list[_Placed]) -> Iterator[Indicator]:
    """Give each line its level and the groups above it: declared, by number, by 其中, by heading, in this order."""
    heads = _heads_by_number(placed)
    groups = {key(item.line.name.value): item.line.name.value for item in placed if item.line.level == 1}
    groups |= {key(placed[index].line.name.value): placed[index].line.name.value for index in set(heads.values())}
    if not groups:
        names = [item.line.name.value for item in placed if not item.among]
        groups = {key(name): name for name in names if LEVEL1.match(key(name))}
        groups = {name: printed for name, printed in groups.items() if not _is_overfull(placed, name, groups)}
    depths = {key(placed[index].line.name.value): placed[index].depth for index in set(heads.values())}
    tops = {item.depth for item in placed if key(item.line.name.value) in groups and not item.among} - {None}
    flat = _points_of(item.line for item in placed if not item.among) == _FULL
    group: Indicator | None = None
    last: Indicator | None = None
    for index, item in enumerate(placed):
        line = item.line
        name = key(line.name.value)
        above = placed[heads[index]].line.name.value if index in heads else _named_in(item.heading, groups, name)
        if index not in heads and above is not None and depths.get(key(above)) == depths.get(name, False):
            above = None  # a head stands beside the heads of its own depth
        if item.among and last is not None:
            line = _below(last, line)
        elif above is not None:
            line = line.model_copy(update={"level": max(2, line.level), "level1": above})
        elif name in groups:
            line = group = line.model_copy(update={"level": 1})
        elif (title := _group_title(item.heading)) is not None:
            line = line.model_copy(update={"level1": title})
        elif item.depth is not None and item.depth in tops:
            line = line.model_copy(update={"level": 1})
        elif group is not None and item.depth is None and not flat:
            line = line.model_copy(update={"level1": group.name.value})
        if not item.among:
            last = line
        yield line


def _is_overfull(placed: list[_Placed], name: str, groups: Mapping[str, str]) -> bool:
    """Whether the lines that follow a supposed group, up to the next one, have far more points than it: it is a line
    like them."""
    own = next(index for index, item in enumerate(placed) if key(item.line.name.value) == name)
    whole = _points(placed[own].line)
    below = takewhile(lambda item: key(item.line.name.value) not in groups, placed[own + 1 :])
    points = [each for item in below if not item.among and (each := _points(item.line)) is not None]
    return whole is not None and sum(points) > _OVERFULL * whole


def _points_of(lines: Iterable[Indicator]) -> Decimal | None:
    """The points of all lines; None where one tells none."""
    points = [_points(line) for line in lines]
    return sum((each for each in points if each is not None), Decimal(0)) if None not in points else None


def _below(group: Indicator, line: Indicator) -> Indicator:
    """A line told after 其中 stands one level under the line before it."""
    path = {"level1": group.level1, "level2": group.level2, f"level{group.level}": group.name.value}
    return line.model_copy(update={**path, "level": group.level + 1})


def _heads_by_number(placed: list[_Placed]) -> dict[int, int]:
    """Line → its head: an earlier line of a shallower number, if the points of the lines below add up to its own, or
    if those of another head of that depth do: one group's wrong figure does not scatter its lines."""
    below = {
        index: lines
        for index, item in enumerate(placed)
        if item.line.max_score is not None and not item.among
        if (lines := _deeper(placed, index))
    }
    proven = {placed[index].depth for index, lines in below.items() if _adds_up(placed, index, lines)}
    heads: dict[int, int] = {}
    for index, lines in below.items():
        if placed[index].depth in proven:
            heads |= {place: index for place in lines if place not in heads}
    return heads


def _deeper(placed: list[_Placed], index: int) -> list[int]:
    """The lines of deeper number that follow directly."""
    own = placed[index].depth or 0
    found = []
    for place in range(index + 1, len(placed)):
        depth = placed[place].depth
        if depth is None or depth <= own:
            break
        if not placed[place].among:
            found.append(place)
    return found


def _adds_up(placed: list[_Placed], index: int, lines: list[int]) -> bool:
    points = [implied for place in lines if (implied := _points(placed[place].line)) is not None]
    whole = placed[index].line.max_score
    return whole is not None and len(points) == len(lines) and sum(points) == whole.value


def _points(line: Indicator) -> Decimal | None:
    """Points as printed, or what score and deduction add up to."""
    if line.max_score is not None:
        return line.max_score.value
    if line.claimed_score is None or line.deduction is None:
        return None
    return line.claimed_score.value + line.deduction.value


def _named_in(heading: str, groups: dict[str, str], own: str) -> str | None:
    """The known group that the headings above name; the longest name wins."""
    inside = [name for name in groups if name != own and name in heading and len(name) >= 2]
    return groups[max(inside, key=len)] if inside else None


def _group_title(heading: str) -> str | None:
    """A heading that is itself a group's name and the word 情况 or 分析: 1.部门决策指标完成情况."""
    last = re.split(r"[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+\.", heading)[-1]
    name = _TAIL.sub("", re.sub(r"\(.*?\)", "", last))
    return name if LEVEL1.match(name) else None
