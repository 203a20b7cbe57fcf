"""Running text → score statements: “资金管理，分值16分，自评得分14.98分” with its name, numbers and the words after it.

A statement is a run of score facts (N分 with the word that says what it is) with nothing but marks between them.
Rule text (每低于1个百分点扣0.5分) holds no facts.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from toolkit.extract.citing import Span, of_paragraph
from toolkit.extract.names import parse_name, spoken_name
from toolkit.model.document import Paragraph
from toolkit.text import fold, fold_widths

_FACT = re.compile(
    r"(?:(?:(?P<points>分值|满分值|满分|(?<!效)应得|标准分值?|权重分值?|权重|参考分|总分值)"
    r"|(?P<score>(?:部门|单位|我[局委厅院办]|该?项目)?(?:自评|自我评价|评价|综合|实际|最终|总体|绩效)*(?:总评|打分结果|评分结果|总得分|总评分|总成绩|总分|得分|评分|打分|实得分|实得|自评分|自评结果|评价结果|自评结论|评价结论|最终结果)|(?:自评|评价|综合|最终|总体|绩效)+(?:分数|成绩|分(?!值)|评定)|自评(?:获得|取得|得|获)?|(?<!取)(?<!获)(?<!扣)得|(?<=[,;])评(?=\d))"
    r"|(?P<deduct>扣分|扣减|扣除|扣掉|扣去|扣|(?<![损流遗缺丧过消])失分?|丢分|丢|减分|减)"
    r"|(?P<bonus>加分|加))(?:值|数|情况)?)?"
    r"(?:合计|共计|小计|共|总计)?(?:[为是计约:了到]|\(分\))*(?P<number>\d{1,3}(?:\.\d{1,4})?)分(?!以上|以下|及以|以内|至|左右|制|\(含|[-~之钟公管类别局册批期析支队校院所级档店享成会区部红])"
)
_RULE = re.compile(
    r"每(?:超|低|少|多|减|增|出现|发生|发现|逾|延|缺|有|降|高|提高|项|个|次|例|处|相差|偏离)(?=.*[扣减加得计])|扣完为止|(?<!未)不得分|(?<!未)(?<!未能)(?<!没有)(?<!没能)得满分|按比例(?:扣|计)(?!\d)|(?:[≥≤><]|以上|以下|以内|大于|小于|低于|高于)[^,。;]{0,12}得\d"
)
_FILLER = re.compile(
    r"^(?:[,、;:()（）。·|\[\]\s—-]|其中|本项|此项|该项|该指标|本指标|自评|实际|指标|共|的|为|我[局委厅院办部会处]|我单位|单位|部门|因此|故|按比例|按评分标准|根据评分标准|经自评|经评价|本年度?|全年|最终|最后|评定|核定|完成情况|得分情况)*$"
)
_NAME_ENDS = " ,:;。([、-—–·|"
_LEAD = re.compile(
    r"^(?:其中|另外|此外|同时|一是|二是|三是|四是|五是|六是|七是|八是|九是|首先|其次|最后|经自评|经评价|根据评分标准|对照评分标准|按照评分标准|本次|在|关于|从|分别[是为]|包括|具体(?:为|是|来看|看))*[,:]?"
)
_SUBJECT = re.compile(
    r"(?<![与和及、])(?:(?:该|(?<!成)本|此)(?:项(?:指标)?|指标)|小计|合计|共计?|总体|自评|综合|最终|评价|[获取]得|获|板块|(?<=指标)类|[一二三]级指标|(?<=产出|效益|效果|过程|决策|投入)类|其中|扣分|得分|满分|分值|(?:本|该)?部分|方面|一项|(?:指标)?分析|(?:得分|评分)情况|(?<=指标)完成情况|按规定|目前)$"
)

_VALUE = re.compile(
    r"(?<=[率度])(?:达到|[为是达:约])*\d{1,3}(?:\.\d+)?%$"
)  # a rate's own, between its name and its score


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: spans of its name and numbers, and `rest`, the words up to the next one."""

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


_MARKERS = (r"^[一二三四五六七八九十]+、", r"^\([一二三四五六七八九十]+\)", r"^\d+[.、](?!\d)", r"^\(\d+\)", r"^[①-⑳]")


def marker_depth(text: str) -> int | None:
    """How deep the number before a paragraph stands: 一、 1, （一） 2, 1. 3, （1） 4, ① 5; None without number."""
    folded = fold(text[:24]).text
    return next((depth for depth, pattern in enumerate(_MARKERS, 1) if re.match(pattern, folded)), None)


def titled(heading: Paragraph) -> Span | None:
    """The indicator that a heading names, for the numbers below it that name none; None where it states its own."""
    return None if next(statements(heading), None) is not None else _name(of_paragraph(heading))


_MOST_POINTS = Decimal(60)  # of a line or a group
_HUNDRED = "100"
_TAKEN_OFF = re.compile(r"[减扣]分(?:项目?|事项):[^。]*$")


@dataclass(frozen=True, slots=True)
class _Fact:
    kind: str
    word: str
    start: int
    end: int
    number: tuple[int, int]


def statements(paragraph: Paragraph, *, score_first: bool | None = None) -> Iterator[Statement]:
    """Score statements of a paragraph, in order.

    `score_first`: whether 9分/10分 gives the score before its points; None where that is not known.
    """
    folded = fold(paragraph.text)
    groups = _splitting(folded.text, _grouped(folded.text, list(_facts(folded.text)), score_first))
    for index, group in enumerate(groups):
        floor = groups[index - 1][-1].end if index else 0
        start = _clause_start(folded.text, floor, group[0].start)
        stop = len(folded.text)
        if index + 1 < len(groups):
            stop = _clause_start(folded.text, group[-1].end, groups[index + 1][0].start)
        whole = of_paragraph(paragraph)

        def span(low: int, high: int) -> Span:
            return Span(paragraph, None, *folded.span(low, high)).stripped()

        by_kind = {fact.kind: fact for fact in reversed(group)}
        numbers = {kind: span(*fact.number) for kind, fact in by_kind.items()}
        before = span(start, group[0].start)
        name = _name(before)
        if index == 0 and (name is None or _inside_sentence(before, name)):
            name = _title_before(folded.text, start, span) or name
        yield Statement(
            paragraph=paragraph,
            name=name,
            points=numbers.get("points") or numbers.get("bare"),
            score=numbers.get("score"),
            deduct=numbers.get("deduct"),
            bonus=numbers.get("bonus"),
            score_word=by_kind["score"].word if "score" in by_kind else "",
            before=span(start, group[0].start)
            if start < group[0].start
            else Span(paragraph, None, whole.start, whole.start),
            rest=span(group[-1].end, stop) if group[-1].end < stop else Span(paragraph, None, whole.end, whole.end),
            explicit_points="points" in by_kind,
        )


def _title_before(text: str, start: int, span: Callable[[int, int], Span]) -> Span | None:
    """The title that opens a paragraph, where the numbers' own sentence names nothing (6.绩效管理。该项得…)."""
    first = re.match(r"^[^。;,]{2,40}(?=。)", text)
    return _name(span(0, first.end())) if first is not None and start > first.end() else None


def _inside_sentence(before: Span, name: Span) -> bool:
    """Whether the words taken for a name only end a longer sentence."""
    return re.search(r"[,:，：]", before.text[: max(0, name.start - before.start)]) is not None


def _facts(text: str) -> Iterator[_Fact]:
    for found in _FACT.finditer(text):
        clause = text[_last(text, ",。;:", found.start()) : _next(text, ",。;", found.end())]
        if _RULE.search(clause):
            continue
        kind = next((kind for kind in ("points", "score", "deduct", "bonus") if found[kind]), "bare")
        if kind == "points" and text[found.start() : found.end()].startswith("权重") and "%" in found[0]:
            continue
        yield _Fact(kind, found[kind] if kind != "bare" else found[0], found.start(), found.end(), found.span("number"))


def _grouped(text: str, facts: list[_Fact], score_first: bool | None) -> list[list[_Fact]]:
    """Facts with only filler between them belong together, each kind once. 19分（满分20分）: the first is the score."""
    groups: list[list[_Fact]] = []
    for fact in facts:
        last = groups[-1] if groups else None
        if last is not None and _is_sum_of_points(text, last, fact):
            groups[-1] = [replace(last[0], kind="points", word="分值"), fact]
            continue
        if last is not None and (over := _score_over_points(text, last, fact, score_first)) is not None:
            groups[-1] = over
            continue
        if last is not None and _score_behind(text, last, fact):
            groups[-1] = [replace(last[0], kind="points", word="分值"), replace(fact, kind="score", word="得")]
            continue
        if last is not None and _points_behind(text, last, fact):
            groups[-1] = [replace(last[0], kind="score", word="得"), fact]
            continue
        if (
            last is not None
            and (not _sums_up([fact]) or _in_one_bracket(text, last, fact))
            and not _sums_up_losses(text, groups, fact)
            and _FILLER.match(text[last[-1].end : fact.start])
            and fact.kind not in {known.kind for known in last}
            and not (fact.kind in {"points", "bare"} and {"points", "bare"} & {known.kind for known in last})
        ):
            last.append(fact)
        else:
            groups.append([fact])
    return groups


def _in_one_bracket(text: str, last: list[_Fact], fact: _Fact) -> bool:
    """Whether the points open a bracket that the score stands in too (（满分值30分，最终得分27.7分）)."""
    opens = text[last[0].start - 1 : last[0].start] == "(" and last[0].kind == "points"
    return opens and ")" not in text[last[0].end : fact.start]


def _splitting(text: str, groups: list[list[_Fact]]) -> list[list[_Fact]]:
    """Groups that begin a statement. After one with a score and points or a deduction, deductions and lone scores
    (满意度得分) belong to its reasons; only a paragraph that begins with them, or a list (减分项：…), keeps them."""
    kept: list[list[_Fact]] = []
    for group in groups:
        kinds = {fact.kind for fact in group}
        before = {fact.kind for fact in kept[-1]} if kept else set()
        whole = "score" in before and bool(before & {"points", "bare", "deduct"})
        further = len(kinds) == 1 and kinds <= {"score", "bare"} and not _sums_up(group)
        lone = kinds == {"deduct"} or (whole and further and not _of_the_whole(text, kept[-1]))
        if not kept or not lone or _TAKEN_OFF.search(text[: group[0].start]):
            kept.append(group)
    return kept


def _of_the_whole(text: str, group: list[_Fact]) -> bool:
    """Whether a group tells the total (自评总分95分（满分100分）): scores behind it are those of its parts."""
    return any(fact.kind in {"points", "bare"} and text[slice(*fact.number)] == _HUNDRED for fact in group)


def _is_sum_of_points(text: str, last: list[_Fact], fact: _Fact) -> bool:
    """Whether 总分 says points (（总分45分，得43分）): a score follows, and it is in brackets, very low or 100."""
    number = text[slice(*last[0].number)]
    opens = text[last[0].start - 1 : last[0].start] == "(" or Decimal(number) < _MOST_POINTS or number == _HUNDRED
    opens = opens and re.match("(?:该?项目|部门|单位)?总分", last[0].word) is not None
    return opens and len(last) == 1 and fact.kind == "score" and text[last[0].end : fact.start] in {",", "、", ";", " "}


def _score_over_points(text: str, last: list[_Fact], fact: _Fact, score_first: bool | None) -> list[_Fact] | None:
    """“18.6分/20分”: the score over its points, or the other way round."""
    if fact.kind != "bare" or len(last) != 1 or last[0].kind != "bare" or text[last[0].end : fact.start] != "/":
        return None
    score, points = last[0], fact
    if score_first is None:
        score_first = Decimal(text[slice(*score.number)]) <= Decimal(text[slice(*points.number)])
    if not score_first:
        score, points = points, score
    pair = (replace(score, kind="score", word="得"), replace(points, kind="points", word="分值"))
    return sorted(pair, key=lambda one: one.start)


def _score_behind(text: str, last: list[_Fact], fact: _Fact) -> bool:
    """Whether a bare number is the score behind its points in brackets (（15分）：14.0分)."""
    bare = fact.kind == "bare" and len(last) == 1 and last[0].kind == "bare"
    return bare and text[last[0].start - 1 : last[0].start] == "(" and text[last[0].end : fact.start] in {")", "):"}


def _points_behind(text: str, last: list[_Fact], fact: _Fact) -> bool:
    """Whether a fact is the points of the bare number right before it, which is then the score (19分（满分20分）)."""
    bare = fact.kind == "points" and len(last) == 1 and last[0].kind == "bare"
    return bare and text[last[0].end : fact.start] in {"(", ",", ""}


def _sums_up_losses(text: str, groups: list[list[_Fact]], fact: _Fact) -> bool:
    """Whether a deduction is that of several statements before it (产出得44.6分、效益得26分，失分合计9.4分)."""
    if fact.kind != "deduct" or len(groups) < 2 or not re.search("合计|共|总", text[fact.start : fact.end]):
        return False
    return not re.search("[。;]", text[groups[-2][-1].end : fact.start])


def _sums_up(group: list[_Fact]) -> bool:
    """Whether a score says that it is the whole's."""
    return any(fact.kind in {"score", "bare"} and re.search("总|综合|最终|合计|共计", fact.word) for fact in group)


def _clause_start(text: str, floor: int, position: int) -> int:
    """Where the words about the fact at `position` begin: after the sentence end before it, but names may stand
    closed by 。 right before their numbers (优化环境。分值7分)."""
    start = max(floor, _last(text, "。;!?", position))
    if position - start < 1 and start > floor:
        start = max(floor, _last(text, "。;!?", start - 1))
    return start


def _last(text: str, marks: str, before: int) -> int:
    return max((text.rfind(mark, 0, before) for mark in marks), default=-1) + 1


def _next(text: str, marks: str, after: int) -> int:
    places = [place for mark in marks if (place := text.find(mark, after)) >= 0]
    return min(places, default=len(text))


def _name(span: Span) -> Span | None:
    """The indicator named before its numbers: the clause nearest to them, without lead-ins and markers."""
    folded = fold_widths(span.text).rstrip(_NAME_ENDS)
    part = span.sub(len(folded) - len(folded.lstrip(" ,:;。)、")), len(folded))
    if fold_widths(part.text).startswith("(") and ")" not in fold_widths(part.text):
        part = part.sub(1, len(part.text))
    lead = _LEAD.match(fold_widths(part.text))
    part = part.sub(lead.end() if lead else 0, len(part.text))
    tail = _SUBJECT.search(fold_widths(part.text))
    while tail is not None:
        part = part.sub(0, tail.start())
        part = part.sub(0, len(fold_widths(part.text).rstrip(_NAME_ENDS)))
        tail = _SUBJECT.search(fold_widths(part.text))
    value = _VALUE.search(fold_widths(part.text))
    part = part.sub(0, value.start() if value else len(part.text))
    printed = parse_name(part) if part.text else None
    if printed is None:
        return None
    name = printed.name
    clauses = re.split(r"[,:]", fold_widths(name.text))
    if len(clauses) > 1:
        last = clauses[-1] if len(clauses[-1]) > 1 else clauses[-2]
        at = fold_widths(name.text).rindex(last)
        again = parse_name(name.sub(at, at + len(last)))
        if again is None:
            return None
        name = again.name
    if re.fullmatch('"[^"]+"', fold_widths(name.text)):
        name = name.sub(1, len(name.text) - 1)
    return spoken_name(name) if len(name.text) <= 40 and "。" not in name.text else None
