"""Parts of a whole told in prose: how each is called, and which amounts they make."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Final

from toolkit.extract.form import AMOUNTS
from toolkit.extract.money.money_roles import role_of
from toolkit.extract.money.one_whole import is_slip
from toolkit.extract.money.splits import LEFT_OVER
from toolkit.patterns import regex

CHANGE: Final = regex(r"增加|减少|调增|调减|追加|压减|差额|[比较]")
ITEM: Final = regex(
    r"(?:^|[;:])(?![^,]{0,6}(?:项目资金|总额|合计))[^,;:\d]{2,20},(?:年初|全年)?预算(?:数|安排)?[\d,.]+[万亿]?元,(?:实际)?支出(?:数)?[\d,.]+[万亿]?元"
)
"""A project of several, with a budget of its own: 校园维修，预算560万元，支出481万元；…"""
IN_TURN: Final = regex(r"(?:依次|分别|各自)(?:[为是]|:)*$")
NAMED_IN_TURN: Final = regex(r"[一-鿿]{2}(?:依次|分别|各自)(?:[为是]|:)*$")
"""Of one part, several things: 其中财政拨款分别为300万元、285万元."""
SUMMED: Final = regex("[,;]?(?:[两二三四五六七八九十][者项]|以上|相加)*(?:合计|共计|总计|共)(?:为|是|达|:)*")
"""Before amounts told in turn, each of another thing, and before what they make."""
COMPARED: Final = regex("相比|同比|[比较与](?:上年|去年|上一年)")
"""Of no part: 与上年结转相比增加61万元."""
WHOLE_AGAIN: Final = regex(
    r"(?:全年|实际|累计|预算|年度|本年|当年)(?:预算)?(?:执行|支出数|支出$|支出为|支出共|完成支出)|年初预算|调整后?预算|预算总额|执行数"
)
OUTER_PART: Final = regex(r"基本支出|项目支出")
"""Words that end a list of parts, and those that go back to its outermost."""
RATE_BEHIND: Final = regex(
    r"[,(](?:预算|资金)?(?:执行|支出|使用|支付|完成)(?:率|进度)[为是达:约]*(?P<rate>\d{1,3}(?:\.\d+)?%)"
)
"""Right behind the amount of a part: 省级补助支出425.7万元，执行率82.5%."""
_SPENT_BY: Final = regex("(?:实际|共|已|全部)*(?:支出|兑付|支付|使用|用了|执行|发放|拨付)了?$")
_NAME: Final = regex(r"[一-鿿]{2,12}$")
_LABEL: Final = regex(r"[^,。;:、()]{1,30}$")
_TAIL: Final = regex(
    r"(?:(?<=支出|经费|资金|补助)预算(?:数|安排)?|(?<=支出|经费|资金|补助|[中省市县区]级)(?:实际)?(?:执行|拨付|下达|安排|承担|负担)|共计|合计|总计|金额|达到|(?<!下)达|为|共|约|计|:|\d{4}年)+$"
)
_LEAD: Final = regex(
    r"^(?:其中有?|包括|包含|内含|分别[为是有]|主要[是为有]?|(?:具体|分项|各项(?:支出|资金|经费)?|(?:项目|专项)?(?:资金|经费)(?:来源|构成))(?:情况|构成)?(?:主要)?[为是]|(?:细分|分解|划分|拆分|(?<!部)分)[为成]"
    r"|[一二三四五六七八九]是|[①-⑨]|(?:支出|资金|经费)?(?:全部|主要|重点)?(?:安排|使用|具体)?(?:用于|用在)|(?:支出|资金)?(?:方向|用途|内容|去向)(?:为|是|包括)"
    r"|由(?!于)|有|含(?![^,]{0,3}量)|即|和|与|以及|及|[:,、(])*"
)


@dataclass(frozen=True, slots=True)
class Coming:
    """An amount to come: the text before it, its value in yuan, None where it is not known."""

    before: str
    size: Decimal | None


def spent_by(label: str) -> str:
    """The part whose spending a label tells (省级补助支出 → 省级补助); "" where it tells of none."""
    found = _SPENT_BY.search(label)
    return "" if found is None else label[: found.start()]


def name_in(words: str) -> tuple[int, int] | None:
    """Where, in the words before the amount of a part, its name begins and ends."""
    found = _LABEL.search(words)
    if found is None:
        return None
    lead, tail = _LEAD.match(found[0]), _TAIL.search(found[0])
    start = found.start() + (lead.end() if lead else 0)
    end = len(words) - (len(tail[0]) if tail else 0)
    return (start, end) if start < end else None


def count_adding_up(coming: Sequence[Coming], whole: Decimal) -> int:
    """How many of the amounts, two or more, add up to a whole, or would but for a misprint: named parts that nothing
    announces."""
    made, run = Decimal(0), 0
    for count, one in enumerate(coming, 1):
        name = _NAME.search(one.before)
        if one.size is None or one.size <= 0 or name is None or role_of(name[0]) in AMOUNTS or CHANGE.search(name[0]):
            break
        made, rest = made + one.size, LEFT_OVER.match(name[0]) is not None
        if rest and run < 2:  # of the one amount that was spent
            return 0
        run = count
        if rest or (made == whole and count > 1):
            break
    return run if run > 1 and (made == whole or is_slip(made, whole)) else 0


def field_made(coming: Sequence[Coming], told: Mapping[str, Decimal], last: str) -> str | None:
    """The field, of those told of the whole, whose amount the parts make: the one told last, else behind what was spent
    the latest budget. Of two budgets one may be misprinted; its parts are still those of the one told last."""
    made = list(accumulate(one.size or Decimal(0) for one in coming))[1:]
    budgets = reversed([field for field in told if field != "actual_expenditure"])
    fields = (last, *(budgets if last == "actual_expenditure" else ()))
    return next((field for field in fields if told.get(field) in made), None)
