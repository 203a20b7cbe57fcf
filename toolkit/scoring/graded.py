"""A criterion that names three grades of completion and their shares → the bands of a qualitative rule.

The form is fixed by regulation (达成 … 部分达成 … 未达成 …, 100%-80%、80%-60%、60%-0%); its shares and nouns vary.
"""

from decimal import Decimal

from toolkit.model.standard import Band, Method
from toolkit.patterns import regex
from toolkit.scoring.rule import ScoringRule

_SHARES = regex(r"(\d{1,3})%?(?:\((?:不?含)\))?(?:-|~|至|到)(\d{1,3})%(?:\((不?含)\))?")
_NOUNS = ("预期指标", "年度指标", "预期目标", "年度目标", "指标", "目标", "")
_VERBS = ("达成", "完成", "实现")
_NAMED = (
    regex(r"(?<!部分)(?<!未)(?<!基本)(?:达成|完成|实现)"),
    regex(r"部分(?:达成|完成|实现)"),
    regex(r"未(?:达成|完成|实现)|效果较差"),
)
_LEADS = (("", "全部", "完全"), ("部分", "基本"), ("未",))
_ENDS = (("",), ("", "并具有一定效果", "并取得一定效果"), ("", "且效果较差"))


def graded(text: str) -> ScoringRule | None:
    """The rule of a criterion in the canonical wording that names all three grades and three ranges of shares."""
    if "定量" in text or not all(named.search(text) for named in _NAMED):
        return None
    found = [(Decimal(one), Decimal(other), note) for one, other, note in _SHARES.findall(text)]
    if len(found) != 3:
        return None
    ranges = sorted(((max(one, other), min(one, other), note) for one, other, note in found), reverse=True)
    tops = [high for high, _, _ in ranges]
    if tops[0] != 100 or ranges[-1][1] != 0 or any(ranges[step][1] != tops[step + 1] for step in (0, 1)):
        return None
    bands = tuple(
        Band(
            phrases=_phrases(tier),
            share_low=low / 100,
            share_high=high / 100,
            share_high_included=tier == 0,
        )
        for tier, (high, low, _) in enumerate(ranges)
    )
    return ScoringRule(Method(name="qualitative", bands=bands))


def _phrases(tier: int) -> tuple[str, ...]:
    return tuple(
        f"{lead}{verb}{noun}{end}" for lead in _LEADS[tier] for verb in _VERBS for noun in _NOUNS for end in _ENDS[tier]
    )
