"""Words for what money is: granted at first, granted in the end, spent, left over, added, cut.

Concepts are kept as lists of words that patterns are built from, so that who reads a sentence and who checks it know
the same ways to say a thing.
"""

from typing import Final

from toolkit.patterns import regex

SPEND: Final = "支付|支用|使用|列支|开支|执行|用款|兑付|动用"
LEFT: Final = "结转|结余|节余|结存|剩余|余下|余留|留存|沉淀|闲置|滚存"
ADD: Final = (
    "追加|调增|增加|增补|上调|增拨|增列|增安排|补充下达|补充安排|追加下达|新增下达|新增安排|增加安排|追加安排|增加下达"
)
CUT: Final = "调减|追减|调出|调剂出|核减|压减|减少|收回|下调|压缩|缩减|削减|扣减|压降"
GRANT: Final = "批复|下达|安排|核定|核批|拨入|到位|编制"

_OWN: Final = "资金|预算|经费|款项|部门|单位|整体|本级|我[局委厅院办部会处]"
_HOW: Final = "全年度?|当年|本年度?|年内|实际|累计|共计?|总计?|合计|完成|发生|形成|实现"
_WHEN: Final = (
    r"(?:(?:19|20)\d\d年?度?)?(?:截[至止]|[至到])?(?:年中|年[底末终]|期末|年度|\d{1,2}月(?:\d{1,2}日|底|末)?)?"
)
_SUM: Final = "总额|合计|总计|共计|总量|数额?|金额"

SPENT_CLAUSE: Final = (
    rf"{_WHEN}(?:{_OWN})*(?:(?:{_HOW})(?:{_OWN}|{_HOW}|并|拨付)*(?:支出|{SPEND})|(?:支出|{SPEND})(?={_SUM}))"
    rf"(?:了|使用|完成|{_SUM}|{_OWN}|额|为|是|达到?|约|:)*"
)
"""A clause that says nothing but that money was spent in all; 项目 is left out, for 项目支出 is the name of a part, and
what was 拨付 need not have been spent."""

NOT_SPENT: Final = rf"未(?:能|及时|完全|全部)*(?:{SPEND}|支出|拨付|形成|完成|用|花)"
TURNED: Final = (
    r"(?:年[中底]|执行中|当年|经批准|后|又|再|已|则)*"
    r"(?:(?:调增|增加|追加|上调|提高|调减|减少|压减|核减|压缩|缩减|削减|下调|核增|[增减降升])(?:至|到|为|成)了?|(?:调整|变更|变动)(?:至|到|为|成)?)"
)
"""What stands between the first amount of a budget and the one that came of it: 由500万元调增至600万元."""
FAR_ABOVE: Final = 2
"""Times a budget: what was spent beyond is money of another thing, or was read amiss."""
OF_EACH: Final = (
    "(?:[人生户亩村校项家场次件站镇乡县点头只辆车台套座处栋间床吨]均|平均每)(?![已未无没不为由按在是有达能可经需])"
)
"""Money of one of many: 亩均, 户均; not 三项均已."""
_EXECUTION: Final = regex(
    r"\s*(?:(?:部门|项目|年度|全年|整体)?(?:预算|资金|预算资金|年度资金总额)?(?:支出)?执行(?:率|情况|进度)?(?:指标)?|预算完成率)"
    r"(?:得分)?\s*(?:[(（].*)?"
)


def names_execution(name: str) -> bool:
    """Whether the name of a line is that of budget execution, and no more."""
    return _EXECUTION.fullmatch(name) is not None
