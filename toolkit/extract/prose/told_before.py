"""An item that tells what was wanted and done and what it scored → the words between, which say why it fell short.

“目标值12处，实际值10处，2处居民意见不统一，未达到目标，该项9分，得7.5分”: neither a value nor a verdict, so a reason.
"""

from typing import Final

from toolkit.extract.citing import Span
from toolkit.extract.reasons import parse_reasons, telling
from toolkit.model.record import DeductionReason
from toolkit.patterns import regex
from toolkit.text import fold_widths

_VALUE: Final = regex(
    r"(?:目标|指标|计划|要求|实际|完成|达到|实现)(?:值|数)?[为是达:]*[≥≤><]?\d|^(?:年度|年初|全年)*(?:目标|指标值|实际|完成值?)(?!不|未|较|偏)"
)
_VERDICT: Final = regex(
    r"(?:未|没有|没能|未能)(?:全面|完全|如期|按期)?(?:达到|完成|实现|达成|达)(?:预期|年度|既定)*(?:目标|指标|任务|标)值?"
)
_ABOUT_SCORE: Final = regex(
    rf"{_VERDICT.pattern}|(?:按|依).*(?:比例|标准|规定|办法|细则|规则).*|[该此本]项.*|(?:分值|权重|满分|自评|得分?|扣分?|故|因此|所以).*|"
)
_CLAUSE: Final = regex(r"(?<!\d),|,(?!\d{3}(?!\d))|[。;:]")


def reasons_before(item: Span, end: int, method: str) -> tuple[DeductionReason, ...]:
    """The reasons that stand in `item` before its place `end`, where its numbers begin; none where no value is told
    before them, or nothing in them speaks of something wanting."""
    text = fold_widths(item.text)[:end]
    cuts = [found.span() for found in _CLAUSE.finditer(text)]
    places = list(zip([0, *(stop for _, stop in cuts)], [*(start for start, _ in cuts), len(text)], strict=True))
    told = [number for number, (low, high) in enumerate(places) if _VALUE.search(text[low:high])]
    behind = places[told[-1] + 1 :] if told else []
    words = [place for place in behind if not _ABOUT_SCORE.fullmatch(text[slice(*place)].strip())]
    if not words:
        return ()
    why = item.sub(words[0][0], words[-1][1])
    judged = any(_VERDICT.fullmatch(text[slice(*place)].strip()) for place in behind)
    return parse_reasons(why if judged else telling(why, lost=True), method)[0]
