"""Printed criterion → scoring rule: clauses become tokens (`phrasings`), tokens that fit together a rule (`compose`).

Abstains where unsure: a scoring clause that no row of `phrasings` knows, two rules that do not combine, points that
belong to another line. A text without a word of scoring is no criterion at all.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from toolkit.model.scoresheet import WhyNot
from toolkit.patterns import regex
from toolkit.scoring.compose import compose
from toolkit.scoring.graded import graded
from toolkit.scoring.rule import ScoringRule
from toolkit.scoring.synonyms import canonical
from toolkit.scoring.tokens import Kind, Token

LONGEST = 800
_LONGEST_CLAUSE = 160
_SCORING = regex(
    r"扣|\d分(?!之|钟|公司|局|析|类)|满分|得分|不得|计分|给分|赋分|评分|打分|评定|加分|减分|酌|分值|权重|零分|[一二两三四五]分(?!之)|优得|[得计给记评]\d[\d.]*%|按.{0,8}比例|按.{0,8}率"
)
_GRADES = regex(
    r"(?:^|;)(?:优秀?(?:\([^()]*\))?:[^;]+;良好?|[^;:]{0,6}(?:等[次级]|档次):(?:优|良|好|较|中|一般|合格|差|不))"
)
"""What an actual must be for a grade; what a grade is worth stands elsewhere."""
_SENTENCE = regex(r"[。;!\n]")
_CLAUSE = regex(r"(?<!\d),|,(?!\d{3}(?!\d))|(?<=分)[、/]|(?<=\d分)(?=[\d≥≤><\[])")
_REJOIN = regex(
    r",(?=(?:的)?(?:得(?!分[=:])|计|给|不得|不计|扣(?!完|至|到|分(?!值)|减分(?!值))|减\d|该项不得|本项不得|则|满分(?!\d|为|[:])|0分|相应扣|按.{0,8}比例(?:得|计)))"
)
_MARK = regex(r"^(?:\([一二三四五六七八九十\d]{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,2}、|\d{1,2}(?:、|\.(?!\d)|\)))")
# Beside these, plain words say what is counted.
_COUNTED = frozenset({Kind.EVENT, Kind.SHORTFALL, Kind.EARN, Kind.CHECK, Kind.CAP, Kind.DISCRETION})
# May hold in a range of its own, printed before: 完成率在60%-100%之间的，…
_SPANNING = frozenset({Kind.RATIO, Kind.BETWEEN, Kind.PRO_RATA})
_HEADING = regex(r"^[^\d:扣得]{2,10}:")
_ITEM = regex(r"(?<=[^\d;。:,])(?=[①-⑳])")


@lru_cache(maxsize=1024)
def read(criterion: str, points: Decimal) -> ScoringRule | WhyNot | None:
    """The rule that a criterion of a line of `points` states; why it cannot be used; None if it states no scoring."""
    text = _ITEM.sub(";", canonical(criterion))
    if not _SCORING.search(text):
        return "criterion-unread" if _GRADES.search(text) else None
    if len(text) > LONGEST:
        return "criterion-unread"
    levels = graded(text)
    if levels is not None:
        return levels
    text = _REJOIN.sub("", text)
    tokens: list[Token] = []
    for sentence in _SENTENCE.split(text):
        found = _tokens(sentence, points)
        if found is None:
            return "discretionary" if "酌" in text else "criterion-unread"
        tokens.extend(found)
    return compose(tokens, points)


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
        if token is None and _HEADING.match(clause):
            token = recognise(_HEADING.sub("", clause), points)
        if token is not None and tokens and tokens[-1].kind is Kind.WHERE:
            if token.kind not in _SPANNING or token.band is not None:
                return None
            where = tokens.pop()
            tokens.append(replace(token, band=where.band, unit=where.unit, completion=where.completion))
        elif token is not None:
            tokens.append(token)
        elif _SCORING.search(clause):
            return None
        else:
            unknown.append(clause)
    if tokens and tokens[-1].kind is Kind.WHERE:
        return None
    scoring = [token for token in tokens if token.kind not in {Kind.FILLER, Kind.BASELINE}]
    if unknown and scoring and not _harmless(unknown, scoring):
        return None
    return tokens


def _harmless(unknown: Sequence[str], scoring: Sequence[Token]) -> bool:
    """Plain words beside a rule: a definition (预算完成率=…), or what is counted by a rule per event or check."""
    if all("=" in clause for clause in unknown):
        return True
    return all(token.kind in _COUNTED for token in scoring)
