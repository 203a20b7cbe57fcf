"""Amounts in running text, and the words around them that say whose money they are: a whole's, a part's, neither."""

from typing import Final

from toolkit.extract.money.money_roles import OF_ALL
from toolkit.measure.money_words import ADD, CUT
from toolkit.measure.money_words import TURNED as TURNED_INTO_WORDS
from toolkit.patterns import regex

AMOUNT: Final = regex(r"(?P<amount>(?:约|近|超)?\d[\d,]*(?:\.\d+)?(?:亿元|万元|千元|百万元|元))")
FINAL: Final = regex(rf"全年预算|调整后|调整预算|变更后|(?:{ADD}|{CUT})后|最终|年[末底终](?:预算|指标)|可执行")
ALL: Final = regex(r"(?:支出|执行)(?:总计|合计|共计|总额)|总支出|共支出|全年(?:实际)?支出|(?:总计|合计)支出")
ANOTHER: Final = regex(r"项目|工程|人员经费|基本支出")  # after money counted apart: what follows is not of it
APART_LABEL: Final = regex(rf"{OF_ALL}(?:\"?三公\"?经费|政府采购|公用经费|会议费|培训费)")
ASIDE: Final = regex(r"\([^()]*\)[,;]")  # 追减30万元（压减会议费），全年预算…: closed before the next amount's clause
OF_LAST_YEAR: Final = regex(r"(?:上年度?|去年|上一年度?)的?$")
SOURCE: Final = regex(r"均为(?P<source>财政[^,。;]{0,8}?)(?:支出|资金)?(?=[,。;]|$)")
BESIDE: Final = regex(r"[与较比同]|相比")  # 全年预算120万元，较年初预算100万元…: what follows is not of the latter
TURNED_INTO: Final = regex(
    r"(?<!采购)预算(?:总额|数|指标)?(?:相应|随之|同步|最终)?(?:调整|变更|调[增减]|[核压]减)[为至到成]$"
)
TURNED: Final = regex(TURNED_INTO_WORDS)
MAKES: Final = regex(
    rf",(?:两项|二者|两者|以上|三项|相加|各项)?(?:变为|为|达到?|共?计为?|合计为?|总计为?)|{TURNED_INTO_WORDS}"
)
PAID_OUT: Final = regex(r"(?:全年|当年|本年|年内|实际|累计|共)拨付(?:资金|经费)?$")
BOUND: Final = regex(r"(?:不足|不到|突破|不低于|不少于|不超过?|超过|高于|低于|多于|少于)$")
SPENT_OF_IT: Final = regex(r",(?:全年|当年|本年|实际|已|累计)*(?:支出|执行|使用|支付)(?:数|了|资金)?[:为]?")
