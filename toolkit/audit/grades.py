"""Document → the grades whose bounds it prints (90（含）-100分为优), as closed ranges with their words.

A scale is a chain of bounds and words with nothing but filling words between: bounds first (90以上为优，80以上为良),
words first (优：90—100；良：80—不足90), or a word between its bounds (90＞良≥80).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from toolkit.audit.printed import texts
from toolkit.model.document import Document
from toolkit.patterns import regex
from toolkit.text import fold, key

GradeKey = Literal["excellent", "good", "fair", "poor"]

KEYS: dict[str, GradeKey] = {
    "优": "excellent",
    "优秀": "excellent",
    "A级": "excellent",
    "良": "good",
    "良好": "good",
    "B级": "good",
    "中": "fair",
    "中等": "fair",
    "一般": "fair",
    "合格": "fair",
    "C级": "fair",
    "差": "poor",
    "较差": "poor",
    "不合格": "poor",
    "D级": "poor",
}
_TOP: Final = Decimal(100)
_HIGHEST: Final = Decimal(120)
_WORD: Final = (
    r"(?P<word>优秀|优(?![化质势先惠抚待])|良好|良(?![种田性])|中等|中(?![心央小学间期国型级层标])|一般(?!公共|债|性|预算)"
    r"|不合格(?![率品])|合格(?![率证品])|较差|差(?![额距异旅错率别])|[ABCD]级)"
)
_NUMBER: Final = r"(?<![\d.])(?P<{0}>\d{{1,3}}(?:\.\d+)?)分?(?:\((?P<{0}_said>不?含)(?:本数|\d+分?)?\))?分?"
_LOW, _HIGH = _NUMBER.format("low"), _NUMBER.format("high")
_BELOW: Final = r"不足|不满|低于|小于|<(?!=)"
_SCORE: Final = r"(?:得分|总分|分数|分值|[a-zA-Z])?"
_END: Final = r"(?![\d.%‰]|分?[个人户亩元万亿天年月日项次件处家所名公平吨倍])"
_TOKENS: Final = tuple(
    regex(form)
    for form in (
        rf"{_HIGH}>=?\"?{_WORD}\"?(?P<least>>=|≥)?>?{_LOW}{_END}",
        rf"{_LOW}(?P<least><=|≤)?<?\"?{_WORD}\"?<=?{_HIGH}{_END}",
        rf"{_LOW}(?:(?P<least><=|≤)|<){_SCORE}(?:<=|≤|<){_HIGH}{_END}",
        rf"{_LOW}(?P<least>及?以上|\(含\))?(?:[-~至到]+(?:{_BELOW})?|{_BELOW}|(?<=以上)(?=\d)){_HIGH}(?:以下)?{_END}",
        rf"(?P<least>>=|≥|不低于|不小于){_LOW}{_END}|(?:>|高于|大于){_NUMBER.format('above')}{_END}",
        rf"{_LOW}(?P<least>及?以上)(?:\(含\d*分?\))?{_END}",
        rf"(?:{_BELOW}|<=|≤){_HIGH}(?:以下)?{_END}|{_NUMBER.format('under')}及?以下(?:\(不?含\d*分?\))?{_END}",
        _WORD,
    )
)
_FIRST: Final = regex(r"[\d>≥<≤不高大低小优良中一合较差ABCD]")
_FILLING: Final = regex(
    r"(?:[\s,;、。:()\"'\[\]]|的|[为是]|评[为定价]?|定|等[级次]?|[级次档]|得分|总分|分数?|之间|区间|介于|在|[则属于对应]|范围|综合|绩效|自评)*"
)
_PARTING: Final = frozenset(",;、。)")


@dataclass(frozen=True, slots=True)
class PrintedGrade:
    """A grade's word with its printed bounds, both taken as included; `low_said`, `high_said`: so it is printed."""

    word: str
    low: Decimal
    high: Decimal
    low_said: bool = False
    high_said: bool = False


class _Token(NamedTuple):
    """A word, a bound, or both at [start, end) of a text; a bound that is open at one side has None there."""

    start: int
    end: int
    word: str | None
    low: Decimal | None
    high: Decimal | None
    low_said: bool
    high_said: bool

    def is_word(self) -> bool:
        return self.low is None and self.high is None


def word_of(grade: str) -> str | None:
    """The word of a claimed grade as `KEYS` has it (优等级, 良好); None where it is none of four."""
    name = key(grade).upper()
    bare = name.removesuffix("等级").removesuffix("等次").removesuffix("级")
    return next((word for word in (name, f"{bare}级", bare) if word in KEYS), None)


def is_letter(word: str) -> bool:
    """Whether a grade means something only beside a printed scale."""
    return word[0].isascii()


def printed_grades(document: Document) -> tuple[PrintedGrade, ...]:
    """All that is printed, in order; empty unless at least two grades have bounds."""
    found = [token for text in texts(document) for token in _scales(text)]
    if len({token.word for token in found}) < 2:
        return ()
    closed = (_closed(token, found) for token in found)
    return tuple(grade for grade in closed if grade.low < grade.high <= _HIGHEST)


def _closed(token: _Token, all_of_them: Sequence[_Token]) -> PrintedGrade:
    """With an open side at its neighbour: 80分以上为良 beside 90分以上为优 ends at 90."""
    low, high = token.low, token.high
    if low is None:
        low = max(
            (one.high for one in all_of_them if one.high is not None and high and one.high < high), default=Decimal(0)
        )
    if high is None:
        high = min((one.low for one in all_of_them if one.low is not None and one.low > low), default=_TOP)
    return PrintedGrade(token.word or "", min(low, high), max(low, high), token.low_said, token.high_said)


def _scales(text: str) -> Iterator[_Token]:
    """The bounds in a text that have a word, with it."""
    if not re.search(r"[优良中差级格般]", text) or not re.search(r"\d", text):
        return
    folded = fold(text).text
    chain: list[_Token] = []
    for token in _tokens(folded):
        if token.word is not None and not token.is_word():
            yield token
        if chain and not _FILLING.fullmatch(folded, chain[-1].end, token.start):
            yield from _paired(folded, chain)
            chain = []
        chain.append(token)
    yield from _paired(folded, chain)


def _tokens(folded: str) -> Iterator[_Token]:
    at = 0
    while (begin := _FIRST.search(folded, at)) is not None:
        at = begin.end()
        for form in _TOKENS:
            if (found := form.match(folded, begin.start())) is not None:
                yield _token(found)
                at = found.end()
                break


def _token(found: re.Match[str]) -> _Token:
    groups = found.groupdict()
    low, high = groups.get("low") or groups.get("above"), groups.get("high") or groups.get("under")
    low_said = groups.get("low_said") == "含" or bool(groups.get("least"))
    return _Token(
        *found.span(),
        groups.get("word"),
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        low_said,
        groups.get("high_said") == "含",
    )


def _paired(folded: str, chain: Sequence[_Token]) -> Iterator[_Token]:
    """The bounds of a chain with their words: those behind them or those before, whichever stand closer to them."""
    links = [(one, other) for one, other in pairwise(chain) if one.is_word() != other.is_word()]
    behind, before = ([link for link in links if link[1].is_word() is side] for side in (True, False))
    parted = [
        sum(any(mark in _PARTING for mark in folded[one.end : other.start]) for one, other in side) / max(1, len(side))
        for side in (behind, before)
    ]
    if behind and (not before or parted[0] < parted[1] or (parted[0] == parted[1] and not chain[0].is_word())):
        yield from (bound._replace(word=word.word) for bound, word in behind if bound.word is None)
    else:
        yield from (bound._replace(word=word.word) for word, bound in before if bound.word is None)
