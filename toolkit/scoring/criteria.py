"""Printed criterion → scoring rule: clauses become tokens, and tokens that fit together become one method.

Abstains where unsure: a scoring clause that no row of `phrasings` knows, two rules that do not combine, points that
belong to another line. A text without a word of scoring is no criterion at all.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from toolkit.model.scoresheet import WhyNot
from toolkit.model.standard import Band, Method
from toolkit.scoring.printed_bands import nested, overlap, sided
from toolkit.scoring.rule import PERCENT, ScoringRule
from toolkit.scoring.tokens import Kind, Token
from toolkit.text import fold

LONGEST = 800
_LONGEST_CLAUSE = 160
_SCORING = re.compile(
    r"扣|\d分(?!之|钟|公司|局|析|类)|满分|得分|不得|计分|给分|赋分|评分|打分|评定|加分|减分|酌|分值|权重|零分|[一二两三四五]分(?!之)|优得|按.{0,8}比例|按.{0,8}率"
)
_SENTENCE = re.compile(r"[。;!\n]")
_CLAUSE = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))|(?<=分)、|(?<=\d分)(?=[\d≥≤><\[])")
_REJOIN = re.compile(r",(?=(?:的)?(?:得(?!分[=:])|计|给|不得|不计|扣(?!完|至|到|分)|减\d|该项不得|本项不得|则|相应扣))")
_INTERVAL_COMMA = re.compile(r"([\[(]\d[\d.]*%?),(\d[\d.]*%?[\])])")
_MARK = re.compile(
    r"^(?:\([一二三四五六七八九十\d]{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,2}、|\d{1,2}(?:、|\.(?!\d)|\)))"
)
_NUMBERED = re.compile(r"(?:^|(?<=[。;,分]))([1-9])[.](?=\d{2,3}%)")
_LEAD = re.compile(
    r"^(?:评分标准|评分细则|评分规则|评分方法|评分办法|计分方法|扣分标准|得分标准|评价标准|计分标准|考核标准):"
)
_QUOTES = str.maketrans("", "", "\"'“”‘’")


def read(criterion: str, points: Decimal) -> ScoringRule | WhyNot | None:
    """The rule that a criterion of a line of `points` states; why it cannot be used; None if it states no scoring."""
    text = _normal(criterion)
    if not _SCORING.search(text):
        return None
    if len(text) > LONGEST:
        return "criterion-unread"
    tokens: list[Token] = []
    for sentence in _SENTENCE.split(text):
        found = _tokens(sentence, points)
        if found is None:
            return "discretionary" if "酌" in text else "criterion-unread"
        tokens.extend(found)
    return _compose(tokens, points)


def _normal(criterion: str) -> str:
    text = fold(criterion).text.translate(_QUOTES).replace("--", "-").replace("百分之一", "1%")
    text = _INTERVAL_COMMA.sub(r"\1~\2", _LEAD.sub("", text))
    numbers = [int(found) for found in _NUMBERED.findall(text)]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        text = _NUMBERED.sub("", text)
    return _REJOIN.sub("", text)


def _tokens(sentence: str, points: Decimal) -> list[Token] | None:
    """Tokens of one sentence; None where a clause with a word of scoring, or a condition beside one, is not known."""
    from toolkit.scoring.phrasings import recognise  # compiles its whole table, which most reports never need

    tokens: list[Token] = []
    unknown: list[str] = []
    for piece in _CLAUSE.split(sentence):
        clause = _MARK.sub("", piece.strip(":、,")).strip(":、,")
        if not clause:
            continue
        token = recognise(clause, points) if len(clause) <= _LONGEST_CLAUSE else None
        if token is not None:
            tokens.append(token)
        elif _SCORING.search(clause):
            return None
        else:
            unknown.append(clause)
    scoring = [token for token in tokens if token.kind not in {Kind.FILLER, Kind.BASELINE}]
    if unknown and scoring and not _harmless(unknown, scoring):
        return None
    return tokens


def _harmless(unknown: Sequence[str], scoring: Sequence[Token]) -> bool:
    """Plain words beside a rule: a definition (预算完成率=…), or what is counted by a rule per event or check."""
    if all("=" in clause for clause in unknown):
        return True
    return all(token.kind in {Kind.EVENT, Kind.SHORTFALL, Kind.CHECK, Kind.CAP, Kind.DISCRETION} for token in scoring)


def _compose(tokens: Sequence[Token], points: Decimal) -> ScoringRule | WhyNot:
    kinds = {token.kind for token in tokens}
    if Kind.DISCRETION in kinds:
        return "discretionary"
    if Kind.CLASH in kinds:
        return "criterion-unread"
    for leading, allowed, build in _COMPOSITIONS:
        if leading & kinds:
            if kinds - leading - allowed - {Kind.FILLER}:
                return "criterion-unread"
            return build([token for token in tokens if token.kind is not Kind.FILLER], points) or "criterion-unread"
    return "criterion-unread"


def _of(tokens: Sequence[Token], *kinds: Kind) -> list[Token]:
    return [token for token in tokens if token.kind in kinds]


def _step_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    steps = _of(tokens, Kind.STEP)
    step = steps[0]
    if len(set(steps)) > 1 or step.per is None or step.step is None:
        return None
    base = _threshold(tokens, step)
    counting = {token.counting for token in _of(tokens, Kind.COUNTING)} | {
        "pro_rata" for _ in _of(tokens, Kind.PRO_RATA)
    }
    if base is None or len(counting) > 1:
        return None
    threshold, side, zero_below, completion = base
    if side is None and not step.both_sides:
        return None
    method = Method(
        name="per_step",
        threshold=threshold,
        side=side,
        step=step.step,
        per=step.per,
        counting=next(iter(counting), "unknown"),
    )
    return ScoringRule(
        method,
        unit=step.unit,
        completion=completion,
        either_percent=step.either_percent,
        max_deduction=_cap(tokens),
        zero_below=zero_below,
    )


_Base = tuple[Decimal | None, str | None, Decimal | None, bool]


def _threshold(tokens: Sequence[Token], step: Token) -> _Base | None:
    """Where the deduction begins, on which side, and below what nothing is left; None where clauses disagree."""
    side = step.side
    bases = _of(tokens, Kind.BASELINE)
    if side is None and bases:
        side = bases[0].side
    thresholds = {(token.threshold, token.unit) for token in (step, *bases) if token.threshold is not None}
    if any(token.side != side for token in bases):
        return None
    zero_below = None
    for token in _of(tokens, Kind.BAND):
        band = token.band
        if band is None or band.score is None or band.score not in {Decimal(0), _full(tokens)}:
            return None
        if band.score == 0:
            if side != "below" or band.high is None or band.low is not None or token.unit != step.unit:
                return None
            zero_below = band.high
        else:
            edge = band.low if side == "below" else band.high
            if edge is None:
                return None
            thresholds.add((edge, token.unit))
    if len(thresholds) > 1 or any(unit not in {step.unit, None} for _, unit in thresholds):
        return None
    completion = step.completion or any(token.completion for token in tokens)
    threshold = next(iter(thresholds))[0] if thresholds else None
    return threshold, side, zero_below, completion


def _full(tokens: Sequence[Token]) -> Decimal | None:
    """The points of the line, as its best band gives them."""
    return max((token.band.score for token in tokens if token.band and token.band.score is not None), default=None)


def _cap(tokens: Sequence[Token]) -> Decimal | None:
    return min((token.per for token in _of(tokens, Kind.CAP) if token.per is not None), default=None)


def _event_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    events = _of(tokens, Kind.EVENT, Kind.SHORTFALL)
    if len(set(events)) > 1:
        return ScoringRule(Method(name="checklist"))
    event = events[0]
    method = Method(name="per_event", per=event.per)
    kind = "shortfall" if event.kind is Kind.SHORTFALL else "mishap"
    rule = ScoringRule(method, unit=event.unit, max_deduction=_cap(tokens))
    return replace(rule, event="shortfall") if kind == "shortfall" else rule


def _ratio_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    threshold = pass_floor = None
    completion = any(token.completion for token in _of(tokens, Kind.RATIO))
    for token in _of(tokens, Kind.BAND):
        band = token.band
        if band is None or token.unit != PERCENT:
            return None
        if band.score == points and band.low is not None and band.high is None and threshold is None:
            threshold, completion = band.low, completion or token.completion
        elif band.score == 0 and band.high is not None and band.low is None and pass_floor is None:
            pass_floor = band.high / 100
        else:
            return None
    if threshold is not None and pass_floor is not None and pass_floor * 100 > threshold:
        return None
    absolute = bool(_of(tokens, Kind.ABSOLUTE))
    if absolute and (threshold is not None or pass_floor is not None or _of(tokens, Kind.MET)):
        return None
    method = Method(name="ratio", threshold=threshold, pass_floor=pass_floor)
    return ScoringRule(method, unit=PERCENT, absolute=absolute, completion=completion)


def _band_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    found = _of(tokens, Kind.BAND)
    units = {token.unit for token in found if token.unit is not None}
    if len(units) > 1:
        return None
    completion = any(token.completion for token in found)
    if _of(tokens, Kind.MET):
        if not completion or units != {PERCENT}:
            return None
        found.append(Token(Kind.BAND, band=Band(low=Decimal(100), score=points), unit=PERCENT))
    table = nested(sided(found))
    if table is None:
        return None
    lowest = table[0]
    if _of(tokens, Kind.UNMET):
        if lowest.low is None:
            return None
        table.insert(0, Band(high=lowest.low, high_included=not lowest.low_included, score=Decimal(0)))
    if any(overlap(one, other) for one, other in pairwise(table)):
        return None
    method = Method(name="bands", bands=tuple(table))
    return ScoringRule(method, unit=next(iter(units), None), completion=completion)


def _met_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    if not _of(tokens, Kind.UNMET):
        return None
    return ScoringRule(Method(name="veto"), stated=bool(_of(tokens, Kind.FACT)))


def _check_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    return ScoringRule(Method(name="checklist", checks=tuple(token.per for token in tokens if token.per is not None)))


def _phrase_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    return ScoringRule(
        Method(name="qualitative", bands=tuple(token.band for token in _of(tokens, Kind.PHRASE) if token.band))
    )


_Build = Callable[[Sequence[Token], Decimal], ScoringRule | None]
# What leads decides the method; what may stand beside it; anything else makes the criterion unread.
_COMPOSITIONS: tuple[tuple[frozenset[Kind], frozenset[Kind], _Build], ...] = (
    (
        frozenset({Kind.STEP}),
        frozenset({Kind.MET, Kind.FACT, Kind.BAND, Kind.BASELINE, Kind.COUNTING, Kind.CAP, Kind.PRO_RATA}),
        _step_rule,
    ),
    (frozenset({Kind.EVENT, Kind.SHORTFALL}), frozenset({Kind.MET, Kind.FACT, Kind.CAP}), _event_rule),
    (
        frozenset({Kind.RATIO, Kind.ABSOLUTE, Kind.PRO_RATA}),
        frozenset({Kind.MET, Kind.BAND, Kind.BASELINE}),
        _ratio_rule,
    ),
    (frozenset({Kind.PHRASE}), frozenset(), _phrase_rule),
    (frozenset({Kind.CHECK}), frozenset({Kind.FACT, Kind.MET, Kind.UNMET, Kind.CAP, Kind.COUNTING}), _check_rule),
    (frozenset({Kind.BAND}), frozenset({Kind.MET, Kind.UNMET}), _band_rule),
    (frozenset({Kind.MET, Kind.FACT}), frozenset({Kind.UNMET}), _met_rule),
)
