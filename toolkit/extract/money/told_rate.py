"""Running text → where it prints rates of execution: “预算执行率99.98%”, “支出95万元，占全年预算的95%”."""

import re
from collections.abc import Iterator

from toolkit.extract.money.terms import of_last_year
from toolkit.patterns import regex

_RATE = regex(
    r"(?:预算|资金|经费|支出|总体|整体|部门)*"
    r"(?:(?:执行|支出)(?:率|进度|比例|比率|比|度|程度)|(?:支付|完成|控制)率"
    r"|(?:(?<=预算|资金|经费)|(?<=[,;。(]))(?:(?:使用|支付|拨付|完成|兑现)(?:率|进度|比例|比率)|(?<=预算)(?:由此|因此|已|实际|实)?(?:完成|执行)(?=\d)))"
    r"(?:[为是达:约计在]|到了?|高达|实现|折合|计算|按[^,;。\d]{1,16}(?:计算|计|算)|\([^()\d]{1,12}\))*(?P<rate>\d{1,3}(?:\.\d+)?%)"
)
_OF_BUDGET = regex(
    r"[^,;。:()、\d]{0,12}[,(、](?:(?:[占为达]|完成|执行|相当于|达到|支出|使用)了?(?:全年|当年|年度|可用|调整后?(?:的)?)*"
    r"(?:预算|指标|总资金|资金总额|资金总量)(?:数|总额|资金|金额|安排|总量|额度)?(?:\([^()]*\))?(?:的(?:比[例重]为)?|比[例重]为?)?|占比(?:为|达|是|约)*)"
    r"(?P<rate>\d{1,3}(?:\.\d+)?%)"
)
_OF_THE_SUM = regex(r"(?<!年)总(?=(?:执行|支出|支付)率)")  # 日常执行率98.0%，工程执行率95.9%，总执行率96.8%
_OWN_RATE = regex(r"预算|资金|经费|支出|执行|总体|整体|部门")
_MONEY = regex(r"[百千万亿]*元|[年月日%]")
_BY_OTHER_BASE = regex(r"[按以](?!此|其|上述|[^,;。]*预算)[^,;。]{1,12}(?:计算|测算|核算|口径|计|算)的?$")
_OTHER_RATE = regex(r"三公|采购|项目|公用|基本|目标|任务|指标|绩效")
_OF_A_YEAR = regex(  # 2022年的预算为1450万元，执行率96.55%, in a report on 2023
    r"((?:19|20)\d\d)年的?(?:年初|全年|调整后?)?(?:预算|指标)[^,;。\d]{0,4}[\d,.]+[百千万亿]*元,$"
)
_OVER_YEARS = regex(r"[两二三四五六七八九\d]年(?:来|间)?累计")
_NEAR = 10


def share_behind(text: str, end: int) -> re.Match[str] | None:
    """The share of the budget told right behind an amount that ends there; group `rate`."""
    return _OF_BUDGET.match(text, end)


def has_a_rate(text: str, end: int) -> bool:
    """Whether a rate of execution, not one of paying out, stands right behind an amount."""
    rate = _RATE.match(text, end + 1)
    return rate is not None and "拨付" not in rate[0]


def tells_of_the_sum(text: str) -> bool:
    """Whether it tells a rate of all beside those of parts."""
    return _OF_THE_SUM.search(text) is not None


def rates_told(
    text: str, start: int, end: int, year: int | None, *, of_sum: bool, apart: bool
) -> Iterator[re.Match[str]]:
    """The rates of a sentence, group `rate`; `of_sum`: only those of all; `apart`: those of money counted apart too."""
    for found in _RATE.finditer(text, start, end):
        other = _OF_A_YEAR.search(text, start, found.start())
        if year is not None and other is not None and int(other[1]) != year:
            continue
        if of_last_year(text[start : found.start()]):
            continue
        if text.endswith("累计", start, found.start()) and _OVER_YEARS.search(text, start, found.start()):
            continue
        if of_sum and not _OF_THE_SUM.match(text, found.start() - 1):
            continue
        if not apart and (
            "控制率" in found[0] or _OTHER_RATE.search(text[max(0, found.start() - _NEAR) : found.start() + 2])
        ):
            continue
        if not _OWN_RATE.match(found[0]) and _of_a_count(text, start, found.start()):
            continue
        if not _BY_OTHER_BASE.search(text, start, found.start()):
            yield found


def _of_a_count(text: str, start: int, end: int) -> bool:
    """Whether the figure told last is none of money: 实际救助132名，完成率110%."""
    last = next((place for place in range(end - 1, start - 1, -1) if text[place].isdecimal()), None)
    return last is not None and _MONEY.match(text, last + 1, end) is None
