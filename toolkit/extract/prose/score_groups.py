"""Score facts of a paragraph → groups, each of what is told of one line: its points, its score, its loss.

Facts with nothing but filler between them stand together, each kind once.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from toolkit.extract.prose.score_facts import OF_WHAT, Fact, facts
from toolkit.extract.prose.score_words import BOTH_WAYS, FILLER, GAINED
from toolkit.patterns import regex

_GIVEN = regex(
    rf"(?:{GAINED}|[评计记获取拿]|[给赋]予?|予以?|即|最[终后]|[评核认判][定给为]|[只仅](?:有|剩)?|剩(?:余|下)?|(?<=自评)满分)[为是到给得出计满了]{{0,2}}$|(?=自评$)"
)
_OUT_OF_THEM = regex("(?:的?(?:权重|分值|标准分))?[中里内下]")  # 20分中取得18.5分, 8分权重下计7.5分
_LACKS = regex("[少差低短缺](?:了|掉)?")
_HUNDRED = "100"
_LEAST_TOTAL = 60  # points
_TOTAL_POINTS = regex("(?:该?项目|部门|单位)?总分")
_BESIDE = regex(r"[,、; )]{0,2}(?:我?[本该]?单位|[我本][局委厅院办部会处]|本次|实际|经自评|经评价|最终|,)*")
_THIS = regex("[,;]?[该本此](?:项?指标|项)的?$")
_FELL = regex("[降减调扣下](?:降|减|低|整|少)?[为至到]")
_ONE_BY_ONE = regex(r"(?:分别|依次|各自)(?:被|予以|酌情)?$")
_ON_ANOTHER_SCALE = regex(r"折(?:算|合)[^,。;\d]{0,12}$")  # 折算为百分制97.42分
_NEAR = 8
_PAUSES = frozenset("、,;和及")
_TAKEN_OFF = regex(r"[减扣]分(?:项目?|事项):[^。]*$")


def grouped(text: str, score_first: bool | None, *, slashed: bool = False) -> list[list[Fact]]:
    """The facts of a folded paragraph, those with only filler between them together, each kind once.

    Of 19分（满分20分） the first is the score.
    """
    groups: list[list[Fact]] = []
    for fact in _in_turn(text, sorted(facts(text, slashed=slashed), key=lambda fact: fact.start)):
        last = groups[-1] if groups else None
        if last is not None and _is_sum_of_points(text, last, fact):
            groups[-1] = [replace(last[0], kind="points", word="分值"), fact]
            continue
        if last is not None and (over := _score_over_points(text, last, fact, score_first)) is not None:
            groups[-1] = over
            continue
        if last is not None and (fell := _fallen(text, last, fact)) is not None:
            beside = groups.pop(-2) if len(groups) > 1 and _loss_before(text, groups[-2], fell) else []
            groups[-1] = [*beside, *fell]
            continue
        if last is not None and _is_to_gain(text, last, fact):
            groups[-1] = [replace(last[0], kind="points", word="分值"), fact]
            continue
        if last is not None and _score_behind(text, last, fact):
            groups[-1] = [replace(last[0], kind="points", word="分值"), replace(fact, kind="score", word="得")]
            continue
        if last is not None and (given := _given_of_points(text, last, fact)) is not None:
            groups[-1] = given
            continue
        if last is not None and _short_of_points(text, last, fact):
            last.append(replace(fact, kind="deduct", word="少"))
            continue
        if last is not None and _whole_behind(text, last, fact):
            last.append(replace(fact, kind="points", word="分值"))
            continue
        if fact.kind == "points" and _sums_up_points(text, groups, fact):
            groups = [[replace(one, kind="points", word="分值") for one in group] for group in groups]
            groups.append([fact])
            continue
        if last is not None and _points_behind(text, last, fact):
            groups[-1] = [replace(last[0], kind="score", word="得"), fact]
            continue
        if (
            last is not None
            and (not _sums_up([fact]) or _of_the_same(text, last, fact))
            and not _sums_up_losses(text, groups, fact)
            and not _lost_by_others(text, last, fact)
            and FILLER.match(text[last[-1].end : fact.start])
            and not _is_anothers(text, last, fact)
            and fact.word != BOTH_WAYS
            and fact.kind not in {known.kind for known in last}
            and not (fact.kind in {"points", "bare"} and {"points", "bare"} & {known.kind for known in last})
        ):
            last.append(fact)
        else:
            groups.append([fact])
    return list(_without_words(text, groups))


def _without_words(text: str, groups: list[list[Fact]]) -> Iterator[list[Fact]]:
    """The groups; two numbers that only a comma parts, with the loss that lies between them (就业率20分，19.01分，扣
    0.99分), are points and score."""
    waiting: list[Fact] = []
    for group in groups:
        if [fact.kind for fact in group] == ["bare", "deduct"] and [fact.kind for fact in waiting] == ["bare"]:
            (points,), (score, loss) = waiting, group
            told = [Decimal(text[slice(*fact.number)]) for fact in (points, score, loss)]
            if text[points.end : score.start] == "," and told[0] - told[1] == told[2]:
                points, score = replace(points, kind="points", word="分值"), replace(score, kind="score", word="得")
                waiting, group = [], [points, score, loss]
        if waiting:
            yield waiting
        waiting = group
    if waiting:
        yield waiting


def _in_turn(text: str, told: list[Fact]) -> Iterator[Fact]:
    """The facts in order; numbers behind a loss told with 分别 are losses too (依次扣0.3分、1分、0.2分)."""
    losing, end = False, 0
    for fact in told:
        if fact.kind == "deduct":
            losing = _ONE_BY_ONE.search(text, max(0, fact.start - _NEAR), fact.start) is not None
        elif fact.kind != "bare" or text[end : fact.number[0]] not in _PAUSES:
            losing = False
        yield replace(fact, kind="deduct", word="扣") if losing else fact
        end = fact.end


def _is_anothers(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether a number is none of the line before it: it says itself whose it is (得15分，38.9分来自过程), a full stop
    parts it from points that are fewer, or only a pause from a score that is higher, as no score is than its points."""
    if OF_WHAT.match(text, fact.end):
        return True
    if fact.kind == "score" and "。" in text[last[-1].end : fact.start]:
        points = [Decimal(text[slice(*one.number)]) for one in last if one.kind in {"bare", "points"}]
        return bool(points) and Decimal(text[slice(*fact.number)]) > max(points)
    if fact.kind != "bare" or last[-1].kind != "score" or text[last[-1].end : fact.number[0]] not in {",", "、", ";"}:
        return False
    return Decimal(text[slice(*fact.number)]) < Decimal(text[slice(*last[-1].number)])


def _of_the_same(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether a score with a word for the whole (最终得分, 总得分) is that of the points before it: these open a
    bracket that it stands in too (（满分值30分，最终得分27.7分）), are said to be this line's (该指标分值10分，…), or
    are fewer than a whole has and no fewer than the score."""
    head = last[0]
    if head.kind != "points" or fact.kind != "score":
        return False
    if text[head.start - 1 : head.start] == "(" and ")" not in text[head.end : fact.start]:
        return True
    if _THIS.search(text, 0, head.start) is not None:
        return True
    points = Decimal(text[slice(*head.number)])
    return "score" not in {one.kind for one in last} and Decimal(text[slice(*fact.number)]) <= points < Decimal(
        _HUNDRED
    )


def splitting(text: str, groups: list[list[Fact]], *, losses: bool = False) -> list[list[Fact]]:
    """Groups that begin a statement. After one with a score and points or a deduction, deductions and lone scores
    (满意度得分) belong to its reasons; only a paragraph that begins with them, or a list (减分项：…), keeps them, and
    what follows points for merit. `losses`: deductions are kept all."""
    kept: list[list[Fact]] = []
    for group in groups:
        kinds = {fact.kind for fact in group}
        before = {fact.kind for fact in kept[-1]} if kept else set()
        whole = "score" in before and bool(before & {"points", "bare", "deduct"})
        further = len(kinds) == 1 and kinds <= {"score", "bare"} and not _sums_up(group)
        further = further and not _ON_ANOTHER_SCALE.search(text, 0, group[0].number[0])
        lost = kinds == {"deduct"} and not losses and "bonus" not in before
        lone = lost or (whole and further and not _of_the_whole(text, kept[-1]))
        if not kept or not lone or _TAKEN_OFF.search(text[: group[0].start]):
            kept.append(group)
    return kept


def _of_the_whole(text: str, group: list[Fact]) -> bool:
    """Whether a group tells the total (自评总分95分（满分100分）): scores behind it are those of its parts."""
    return any(fact.kind in {"points", "bare"} and text[slice(*fact.number)] == _HUNDRED for fact in group)


def _is_sum_of_points(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether 总分 says points (（总分45分，得43分）): a score follows, no higher than it, or it is 100."""
    if len(last) != 1 or fact.kind != "score" or not _BESIDE.fullmatch(text, last[0].end, fact.start):
        return False
    if text[slice(*last[0].number)] == _HUNDRED:
        return last[0].word.endswith("总分") and not fact.word.startswith("评价")
    low = Decimal(text[slice(*fact.number)]) <= Decimal(text[slice(*last[0].number)])
    return low and _TOTAL_POINTS.fullmatch(last[0].word) is not None


def _score_over_points(text: str, last: list[Fact], fact: Fact, score_first: bool | None) -> list[Fact] | None:
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


def _fallen(text: str, last: list[Fact], fact: Fact) -> list[Fact] | None:
    """“由10分降为8.4分”: the points, and the score that they fell to."""
    bare = fact.kind == "bare" and len(last) == 1 and last[0].kind in {"bare", "points"}
    if not bare or not _FELL.fullmatch(text, last[0].end, fact.number[0]) or text[last[0].start - 1] not in "由从":
        return None
    return [replace(last[0], kind="points", word="分值"), replace(fact, kind="score", word="得")]


def _loss_before(text: str, group: list[Fact], fell: list[Fact]) -> bool:
    """Whether a group is the loss told right before what the points fell to (扣1.6分，由10分降为8.4分)."""
    between = text[group[-1].end : fell[0].start]
    return [fact.kind for fact in group] == ["deduct"] and re.fullmatch(
        "[,;]?(?:分值|得分)?[由从]", between
    ) is not None


def _is_to_gain(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether 可得 says points (可得10分，实得8.4分): the score itself follows, no higher."""
    if [one.kind for one in last] != ["score"] or fact.kind != "score" or text[last[0].start - 1] not in "可应":
        return False
    low = Decimal(text[slice(*fact.number)]) <= Decimal(text[slice(*last[0].number)])
    return last[0].word == "得" and low and FILLER.match(text[last[0].end : fact.start]) is not None


def _score_behind(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether a bare number is the score behind its points in brackets (（15分）：14.0分)."""
    bare = fact.kind == "bare" and len(last) == 1 and last[0].kind == "bare"
    return bare and text[last[0].start - 1 : last[0].start] == "(" and text[last[0].end : fact.start] in {")", "):"}


def _given_of_points(text: str, last: list[Fact], fact: Fact) -> list[Fact] | None:
    """The facts with a bare number as the score of points told before it (满分10分，扣1分，计9分; 20分中取得18.5分)."""
    kinds = {known.kind for known in last}
    again = fact.kind == "points" and fact.word == "满分" and text.endswith("自评", 0, fact.start)  # 自评满分10分
    if not (fact.kind == "bare" or again) or "score" in kinds or not kinds & {"points", "bare"}:
        return None
    if _is_what_remains(text, last, fact):
        return [
            *(replace(one, kind="points") if one.kind == "bare" else one for one in last),
            replace(fact, kind="score"),
        ]
    given = _GIVEN.search(text, last[-1].end, fact.start if again else fact.number[0])
    if given is None or not FILLER.match(text[last[-1].end : given.start()]):
        return None
    between = text[last[-1].end : given.start()]
    told = "points" in kinds or kinds == {"bare", "deduct"} or text[last[0].start - 1 : last[0].start] == "("
    if not (told or again or _OUT_OF_THEM.match(between)):
        return None
    gained = replace(fact, kind="score", word="得")
    return [*(replace(one, kind="points") if one.kind == "bare" else one for one in last), gained]


def _is_what_remains(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether a number behind points and loss is what the loss leaves of them (（10分）：扣0.5分，9.5分)."""
    if [one.kind for one in last] not in (["bare", "deduct"], ["points", "deduct"]) or fact.kind != "bare":
        return False
    points, loss, left = (Decimal(text[slice(*one.number)]) for one in (*last, fact))
    return text[last[-1].end : fact.number[0]] in {",", ";", "、"} and points - loss == left


def _short_of_points(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether a bare number is what a score lacks of the points right before it (得9.5分，较分值10分少0.5分)."""
    if fact.kind != "bare" or last[-1].kind != "points" or "deduct" in {known.kind for known in last}:
        return False
    return _LACKS.fullmatch(text, last[-1].end, fact.number[0]) is not None


def _whole_behind(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether 总分 behind a score no higher says its points: in brackets, as those of less than any total, or as the
    end of a paragraph that tells no more (自评得分38分（总分40分）; 产出指标得38分，总分40分)."""
    if [one.kind for one in last] != ["score"] or fact.kind != "score" or not _TOTAL_POINTS.fullmatch(fact.word):
        return False
    points = Decimal(text[slice(*fact.number)])
    if not Decimal(text[slice(*last[0].number)]) <= points < Decimal(_HUNDRED) or _sums_up(last):
        return False
    between, behind = text[last[0].end : fact.start], text[fact.end : fact.end + 1]
    if between == "(" or (text[last[0].start - 1 : last[0].start] == "(" and behind == ")"):
        return True
    return re.fullmatch("[,;]?(?:[该本此]项)?", between) is not None and (points < _LEAST_TOTAL or not text[fact.end :])


def _points_behind(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether a fact is the points of the bare number right before it, which is then the score (19分（满分20分）)."""
    bare = fact.kind == "points" and len(last) == 1 and last[0].kind == "bare"
    return bare and text[last[0].end : fact.start] in {"(", ",", ""}


def _sums_up_points(text: str, groups: list[list[Fact]], fact: Fact) -> bool:
    """Whether points are what bare numbers before them make (决策20分，产出70分，满意度10分，满分100分)."""
    parts = [text[slice(*group[0].number)] for group in groups if [one.kind for one in group] == ["bare"]]
    return 1 < len(parts) == len(groups) and sum(map(Decimal, parts)) == Decimal(text[slice(*fact.number)])


def _lost_by_others(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether a deduction in a sentence of its own is not what parts the score before it from its points."""
    return fact.kind == "deduct" and "。" in text[last[-1].end : fact.start] and _parts_otherwise(text, last, fact)


def _parts_otherwise(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether a deduction is another than what parts a score from its points."""
    kinds = {"bare": "points"}
    known = {kinds.get(one.kind, one.kind): Decimal(text[slice(*one.number)]) for one in last}
    return known.keys() >= {"points", "score"} and known["points"] - known["score"] != Decimal(
        text[slice(*fact.number)]
    )


def _sums_up_losses(text: str, groups: list[list[Fact]], fact: Fact) -> bool:
    """Whether a deduction is that of several statements before it (产出得44.6分、效益得26分，失分合计9.4分)."""
    if fact.kind != "deduct" or len(groups) < 2 or re.search("[。;]", text[groups[-2][-1].end : fact.start]):
        return False
    summed = re.search("合计|共|总", text[fact.start : fact.end]) is not None
    return summed or (text.startswith("共", fact.start - 1) and _parts_otherwise(text, groups[-1], fact))


def _sums_up(group: list[Fact]) -> bool:
    """Whether a score says that it is the whole's."""
    return any(fact.kind in {"score", "bare"} and re.search("总|综合|最终|合计|共计", fact.word) for fact in group)
