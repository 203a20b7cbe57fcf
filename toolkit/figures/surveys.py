"""Sentence with its brackets → ratio relations of a survey: sheets sent, sheets that came back, the rate, in any order.

“收回190份（发放200份），回收率95%”, “发出的200份中，190份按时交回，回收率95%”: the words about a figure tell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from toolkit.figures.inline import Inline, inline
from toolkit.figures.sentence import Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import alike, dimension, is_percent, known, quotient_relation, value_of
from toolkit.model.figure import Relation, RelationType
from toolkit.patterns import regex

_BACK: Final = regex("[收交返退]回|回[收交]|回执|返[还送]|收[到集讫上]|实收|反馈|填[写答报]|作答|答复|有效")
_SENT: Final = regex("发[放出送卷了过到给往]|[印下投派分散寄抽实应共计]发|投放|推送|样本|派送|^发")
_AMONG: Final = regex("(?:[收交返退]回|回[收交])[^中里]{0,8}[中里]")
_NEITHER: Final = regex("满意(?!度)|无效|作废|剔除(?![未没])|意见|表示|制作|每|上年|去年|计划|应[发回]|[比较]")
_RATE: Final = regex(
    "(?:回收|收回|返还|返回|交回|反馈|回复|应答|答复|回卷)(?:问卷|调查表)?的?(?:率|比例|比率|占比|比重)"
)
_SHARE: Final = regex("占比|占发|比例|比率")
_INVALID: Final = regex("无效|作废|剔除(?![未没])|废卷|不合格")
_SHEETS: Final = frozenset("份张套封人户条件")
_SOME: Final = 2


@dataclass(slots=True)
class _Survey:
    """What is told of one survey; `valid`: of some sheets it is told that they are; `others`: there are
    figures of sheets, of which it is not said what became of them; `kind`: what its rate is called."""

    sent: list[Spot] = field(default_factory=list)
    back: list[Spot] = field(default_factory=list)
    rates: list[Spot] = field(default_factory=list)
    valid: bool = False
    others: bool = False
    kind: RelationType = "ratio"


def surveys_in(sentence: Sentence, figures: Sequence[Inline], told: Sequence[Relation]) -> Iterator[Relation]:
    """The relation of the one rate at which sheets came back, unless `told` already says what it is made of."""
    if not any(is_percent(one.spot) for one in figures):
        return
    before = sentence.previous
    alone = all(is_percent(one.spot) for one in figures)
    survey = _read((*inline(before, ()), *figures) if alone and before is not None else figures)
    if len(survey.sent) != 1 or len(survey.rates) != 1 or not 0 < len(survey.back) <= _SOME:
        return
    (sent,), (rate,) = survey.sent, survey.rates
    if any(relation.result_id == rate.id for relation in told):
        return
    made = [
        relation
        for back in survey.back
        if alike(back, sent) and (relation := quotient_relation(survey.kind, back, sent, rate)) is not None
    ]
    holding = next((relation for relation in made if relation.holds), None)
    if holding is not None:
        yield holding
    elif made and not survey.others and not _INVALID.search(sentence.text) and (len(survey.back) == 1 or survey.valid):
        yield made[0]


def _read(figures: Sequence[Inline]) -> _Survey:
    """The figures by what the words before them, or else those on both sides, say of them."""
    found = _Survey()
    due: list[str] = []
    percents = [one for one in figures if is_percent(one.spot)]
    for one in figures:
        if not known(one.spot) or not value_of(one.spot):
            continue
        if is_percent(one.spot):
            if _RATE.search(one.words) or (len(percents) == 1 and _SHARE.search(one.words)):
                found.rates.append(one.spot)
                found.kind = "ratio" if _RATE.search(one.words) else "share"
            continue
        if dimension(one.spot)[0] not in _SHEETS:
            continue
        kinds = [kind for clause in (one.words, f"{one.words}{one.behind}") if (kind := _kind(clause)) is not None]
        if "分别" in one.words:
            due = _in_turn(one.words)
        kind = due.pop(0) if due else next(iter(kinds), None)
        found.valid = found.valid or "有效" in one.words
        if kind is not None:
            (found.sent if kind == "sent" else found.back).append(one.spot)
        elif not _NEITHER.search(one.words):
            found.others = True
    return found


def _in_turn(words: str) -> list[str]:
    """The kinds in the order of their words: 发放与回收分别为200份、190份."""
    sent, back = _SENT.search(words), _BACK.search(words)
    if sent is None or back is None:
        return []
    return ["sent", "back"] if sent.start() < back.start() else ["back", "sent"]


def _kind(clause: str) -> str | None:
    """Whether words are of sheets sent or of sheets that came back; None where of neither, or of both."""
    sent, back = _SENT.search(clause), _BACK.search(clause)
    if (sent is None) is (back is None) or _NEITHER.search(clause) or _AMONG.search(clause):
        return None
    return "sent" if sent is not None else "back"
