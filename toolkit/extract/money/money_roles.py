"""Words around an amount of money told in prose → the field of a budget row it belongs in.

A clause that is understood word by word decides; else words that are searched for anywhere in it.
"""

import re
from typing import Final

from toolkit.measure.money_clause import Meaning, meaning, meaning_at_end, told_as, told_in_turn
from toolkit.measure.money_words import LEFT, NOT_SPENT, OF_EACH, SPENT_CLAUSE
from toolkit.patterns import regex

OF_ALL = "(?<!人均)(?<!生均)(?<!每人)(?<!每生)"
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("apart", regex(rf"{OF_ALL}(?:三公|政府采购|公用经费|会议费|培训费)")),
    (
        "outside",
        regex(
            rf"节约|{LEFT}|其余|尚余|{NOT_SPENT}|增加(?!后)|减少(?!后)|同比|调增(?!后)|调减(?!后)|追加(?!后)|压减(?!后)|核减(?!后)|核增(?!后)|压缩|收回|差额|带动|撬动|产值|收入突破|投资|补助企业|{OF_EACH}|挽回|贷款|销售|产量|税收|合同|中标|罚|[两二三四五六七八九十\d]个项目|[上以][述上](?:各个?|这些)?项目|(?<!高)标准"
        ),
    ),
    (
        "actual_expenditure",
        regex(
            r"执行数|执行$|支出数|(?<!收入)(?<!收入总)决算(?!收入)|实际支出|支出总额|实际支付|累计支出|完成支出|共支出|支出合计|总支出|实际使用|已支付|实际执行|实际采购|全年支出|列支|开支|使用(?:预算|财政)资金|预算支出$|(?:^|[全当本]年|年度|累计|实际|已|共|部门|总)支出(?:为|共计|合计|总计|共|达)?$|(?<!转移)支付$|使用资金$|支出资金$|支付资金$"
            r"|(?:支出|执行)完成$|(?:已|共|并|累计|实际)使用$|^(?:全年|当年|本年)?(?:经费支出|用款)$"
            rf"|^{SPENT_CLAUSE}$"
        ),
    ),
    (
        "original_budget",
        regex(
            r"年初(?!(?:预算)?(?:调整|变更))(?:[^,;:]|,(?=\d)){0,24}?(?:预算|安排|批复|下达|核定|资金|指标)|预算(?:由|从|在)?年初|年初的?数?$"
        ),
    ),
    (
        "revised_budget",
        regex(
            r"全年预算|调整后|调整预算|预算总额|预算(?:总)?规模|预算安排|预算数|预算资金|资金总额|预算(?:总计|合计|共计|为|共|收入|下达|金额)|总预算|部门预算|预算(?:批复|核定|核批|批准|审定)|全年数|调整数|最终预算|安排资金|下达资金|预算$|资金安排|到位资金|项目资金"
        ),
    ),
)
_FIELD: Final[dict[Meaning, str | None]] = {
    "original": "original_budget",
    "revised": "revised_budget",
    "granted": None,
    "spent": "actual_expenditure",
    "rest": "outside",
    "added": "outside",
    "cut": "outside",
}
_YEAR: Final = regex(r"(?:19|20)\d\d年")
_GRANTED: Final = frozenset({None, "original_budget", "revised_budget"})
_BASE: Final = regex("^.*(?:相?对应|依据)的")
"""Before what an amount is held against: 支出决算对应的全年预算."""
_SOURCE: Final = regex("(?:其中)?(?:一般公共|政府性基金|国有资本经营)预算(?:到位|下达|拨付)?$")
"""A source beside others: 政府性基金预算8,000万元，一般公共预算5,120万元."""
_CLAUSE = regex(r"(?<!\d),|,(?!\d)|[:、(]|元|其中|包括|内含")
_RATE_THEN_SUM = regex(r"(?:^|[,;。:(])(?P<words>[^,;。:()%]{2,30}?)\d{1,3}(?:\.\d+)?%,(?:金额|数额)$")
_EMPTY_WORDS = regex(r"(?:[:为是约]|(?<!下)达)+$")


def role_of(words: str, behind: str = "", any_year: bool = False) -> str | None:
    """The field that the words of its clause give an amount: of a budget row, `apart` (counted across the whole) or
    `outside` (none of it); `behind`: the text behind it; `any_year`: the report's own year is not known, so that one
    named here may be another."""
    words = _BASE.sub("", words)
    plain = re.sub(r"(?:共计|合计|总计|数额|金额|达到|(?<!下)达|为|共|约|是|计|:)+$", "", words)
    searched = next((role for role, pattern in _ROLES if pattern.search(plain)), None)
    if _SOURCE.fullmatch(plain) and searched in _GRANTED:
        return None
    if searched == "apart" or (any_year and _YEAR.search(words)):
        return searched
    told = told_as(words, behind)
    if told is None and searched in _GRANTED:
        told = meaning_at_end(words)
    return searched if told is None else _FIELD[told] or searched or "revised_budget"


def field_of(told: Meaning) -> str:
    """The field that a meaning belongs in."""
    return _FIELD[told] or "revised_budget"


def told_field(words: str) -> str | None:
    """The field that a clause gives which is understood word by word."""
    told = meaning(words)
    return None if told is None else field_of(told)


def fields_in_turn(before: str) -> list[str]:
    """The fields of the next amounts, where the words before name them all."""
    return [field_of(told) for told in told_in_turn(before) if told is not None]


def words_of(between: str) -> tuple[str, int]:
    """The words of the clause before an amount, and how many characters of 为 and : stand after them; where it says no
    more than 为, those of the clause before."""
    tail = _EMPTY_WORDS.search(between)
    told = between[: tail.start()] if tail else between
    clauses = _CLAUSE.split(told)
    rate = _RATE_THEN_SUM.search(told)
    if rate is not None:
        return rate["words"], len(between) - rate.end("words")
    if tail is None or clauses[-1] or not told.endswith(","):
        return (clauses[-1], len(between) - len(told)) if clauses[-1] else ("", 0)
    before = _CLAUSE.split(told[:-1])[-1]
    return before, len(between) - len(told) + 1
