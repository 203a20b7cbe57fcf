"""Words behind the points of a line → whether it gained them all: 满分4分，不扣分; （6分）…，得满分."""

from typing import Final

from toolkit.patterns import regex

_SAID: Final = regex(
    r"(?:^|(?<=[,。;:)]))"
    r"(?:(?:故|因此|所以|据此|由此)?(?:[本该此]?(?:项|指标)+)?(?:自评|评价|应|实际|予以)?"
    r"|(?!.{0,10}(?:[低高]于|未[达完按]))[^,。;:()\"]{0,10}(?:完成|达[标成到]|实现|到位|合规|合格|齐全|健全|规范|一致|目标))"
    r"(?:(?:不|未|没有?|无需?|不予)(?:被)?(?:扣|失|丢|减)(?:掉|除)?分(?!项|点|事|情|标|依|原|说)"
    r"|(?:[得计记评给获拿取]|赋|自评|应得|实得)(?:了|到|得|为|予|分)?(?:满|全)分|全额得分|(?:[得拿给计]|打)满(?:了)?(?=[,。;)]|$)"
    r"|满分(?=[。;)]|$))(?![的者\d])"
)
"""In a clause of its own, with no more than plain words before (本项不扣分)."""
_CONDITION: Final = regex(
    r"[≥≤><]|(?:达到|完成|实现|[以不]|超过|高于|低于|未发[现生]|无)[^,。;]{0,16}[的者则时]$|如果?|若|凡|否则|[的者则时](?=[不未没无得计])"
)
"""What makes a rule of such a clause (达到目标的得满分), or of the one before it."""
_OF_SYSTEM: Final = regex(
    "权重|设置|设定|体系|规则|标准[为是:]|下设|设有|分别|定量指标|定性指标|其余|其他指标|等级|口径|三级指标"
)
"""What is told of points as such: 产出50分、效益30分设置权重，…."""
_RULE_BEHIND: Final = regex(
    r"[,;。](?:否则|每[^,。;]{1,16}扣|[^,。;]{0,16}(?:酌情|按比例|相应|逐)[^,。;]{0,6}扣|不足的|低于|未(?:完成|达|按|实现)|[^,。;]{0,10}不得分)"
)


def gained_in_full(behind: str) -> bool:
    """Whether the folded words behind a line's points say that it lost none of them; a rule of scoring says no such
    thing."""
    found = _SAID.search(behind)
    if found is None or _OF_SYSTEM.search(behind, 0, found.start()):
        return False
    before = behind[max(behind.rfind(mark, 0, found.start()) for mark in "。;") + 1 : found.end()]
    return _CONDITION.search(before) is None and _RULE_BEHIND.match(behind, found.end()) is None
