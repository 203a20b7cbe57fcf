"""The words beside an amount of money → what it is: granted at first or in the end, spent, left over, added, cut.

A clause is read word by word. Where it holds a word that is not known here (a name, a purpose, another year), it tells
nothing: the amount may be a part. The word that decides comes last: 年初预算基础上追加 is added, 追加后预算 is granted.
"""

import re
from typing import Final, Literal, TypeAlias

from toolkit.measure.money_words import ADD, CUT, GRANT, LEFT, OF_EACH, SPEND
from toolkit.patterns import regex

Meaning: TypeAlias = Literal["original", "revised", "granted", "spent", "rest", "added", "cut"]

PAUSES: Final = frozenset({"、", "和", "与", "及", ","})
"""What may stand between amounts that are named in turn."""
IN_THE_END: Final = frozenset({"全年", "年末", "年底"})
"""Clauses that behind a first budget say that it is the one in the end: 年初100万元，全年120万元."""

_SPENT: Final = (
    rf"决算支出|列报支出|列报|拨付使用|实支|支出|决算|付款|报账|花费|{SPEND}|(?:使?用|花)(?:完毕?|掉|去|出)|(?<=未)用"
)
_ADDED: Final = (
    rf"{ADD}|(?:再次?|另行?|又|后续|后期)(?:安排|下达|批复|拨付|拨入|核定)|"
    r"调升|增(?![长值速幅产收])|多出?|追补"
)
_LESSENED: Final = rf"{CUT}|调低|减(?!免)|收缴|统筹收回|少|下降"
TURNING: Final = rf"(?:{ADD}|{CUT}|调整|变更|变动|调剂|增减|提高|下降|降低|[增升减降调变])"
_TOKENS: Final = (
    (
        "veto",
        rf"冲[减抵销]|率|进度|比例|比重|占|年初结转|(?:项目|基本)支出|财政拨款|财政性|{OF_EACH}|标准",
    ),
    (
        "still",
        rf"(?:既|也|亦|又|均|并)?(?:[未不没无]有?|零)(?:曾|再|作|做|予|申请|进行|发生|涉及|产生|办理|安排)*"
        rf"(?:任何)?(?:预算)?(?:{ADD}|{CUT}|调整|变更|变动|增减?|减)(?:事项|情况)?",
    ),
    ("still", r"[与同和跟](?:年初|期初|批复)[^,;。\d]{0,8}?(?:一致|相同|持平|相等|无变化|吻合)"),
    (
        "final",
        rf"{TURNING}(?:完成)?之?后的?|{TURNING}(?:至|到|为|成)了?|全年(?:总|可用)?(?:预算|指标)|全年数|调整预算数?|最终|最后|全年累计(?:下达|批复|安排)|"
        r"(?:(?:19|20)\d\d)?年(?:[末底终]|度终了时?)的?(?=预算|指标|额度)|可(?:执行|使用|支配)|可用|有效预算",
    ),
    ("first", rf"年初|期初|初始|最初|原(?=预算|批复|安排|核定|定|下达|有)|首次|{TURNING}之?前的?"),
    (
        "when",
        r"(?:19|20)\d\d(?:年(?:度|[底末终]|(?!初)))?|全年度?|当年度?|本年度?|今年|年度?中间?|年度?内|年度|预?算?执行(?:过程中?|中|期间|期内)|"
        r"截[至止]|年[底末终]|期末|\d{1,2}月[份底末初中旬]*|\d{1,2}日|年终",
    ),
    ("next", r"(?:下|次|明|来)一?年度?"),
    ("budget", r"支出预算"),
    ("not", r"尚?未能?|没有?能?|不曾|未予|未及"),
    ("gap", r"差额|差值|差距|差数|之差|相差"),
    ("left", rf"存量资金|少(?:支出|用|花|执行|支付|列支)|{LEFT}|余额|尚余|结余数|剩|余"),
    ("add", _ADDED),
    ("cut", _LESSENED),
    ("spend", _SPENT),
    ("budget", r"预算|指标"),
    ("grant", rf"{GRANT}|批准|核准|审定|申报|获批复?|下拨|落实|投入|核给|拨给|核拨|下发"),
    ("money", r"资金|经费|款项?|额度"),
    ("much", r"实际|已经?|累计|共计?|总[额数量计]?|合计|全部|完成|发生|形成|实现|净|对应"),
    (
        "plain",
        r"整体|总体|到位|拨付|部门|单位|项目|财政(?:部门|局)?|国库|系统|上述|以上|该|本级|本|我(?:单位|[局委办厅院部中心校所站馆队]+)|规模|数额|金额|额|数|部分|"
        r"均|又|再|另行?|按程序|按规定|按要求|报批后?|经批准后?|经|依法|统一|统筹|陆续|因工作需要|仅|尚|还|仍|有|存在?|产生|留|处|"
        r"折合|为|是|达到?|约|计|系|即|则|故|因此|因而|由此|[其此随之]后|遂|小于|大于|账面|反映|所|情况|继续|的|了|由|从|与|和|及|同|将|把|也|亦|就|中|内|里|上|后|前|以|按照?|在|于|到|至|相?[比较]|"
        r"基础|加上?|扣除|剔除|减去|使用|相抵|收支|其他|共有|得|并|等于|安全|足额|全额|顺利|及时|完毕?|:|\"",
    ),
)
_NAMES: Final = {f"k{number}": kind for number, (kind, _) in enumerate(_TOKENS)}
_TOKEN: Final = regex("|".join(f"(?P<k{number}>{words})" for number, (_, words) in enumerate(_TOKENS)))
_LONGEST: Final = 60
_DECIDE: Final = frozenset({"first", "final", "add", "cut", "spend"})
_CONTAINS: Final = regex(r"(?:[中内里]|有)$")
_FROM: Final = regex(r"(?:预算|指标|年初)(?:数|总额|规模|金额|资金)?(?:遂|已|即|随之|相应)?[由从](?:原来?的?)?$")
_TURNED: Final = regex(rf",?(?:{TURNING})(?:至|到|为|成)")
_TURNED_TO: Final = regex(rf"(?:后|遂|已|并|再)*(?:(?:{TURNING})?[至到为]|变为|成)了?")
_IN_TURN: Final = regex(
    r"(?P<names>(?:[^,;。:()、\d]+、){0,2}[^,;。:()、\d]+[、和与及][^,;。:()、\d]+?)(?:金额|数额)?(?:分别|依次|各自?)(?:核定|批复|安排)?(?:为|是|达|:)*$"
)
_BETWEEN_NAMES: Final = regex("、|(?<!参)[和与及]")
_BARE: Final[tuple[tuple[Meaning, re.Pattern[str]], ...]] = (
    ("spent", regex("(?:执行|支出|决算|支付)[数额]$|(?:实际|预算)(?:支出|执行|使用|支付)$|决算$")),
    ("original", regex("(?<!上年)年初(?:预算)?[数额]?$")),
    ("granted", regex("预算(?:总?[数额])?$")),
)
"""What names say that stand in a list of them: 预算数、执行数分别为…"""
_NAMED_BEHIND: Final = regex(
    rf"(?:的|[为是系](?:财政)?)(?:(?:19|20)\d\d年度?)?(?:本|部门|单位|项目|整体)*(?:(?P<first>年初(?:财政|{GRANT}|的)*预算|年初(?:{GRANT})+的)|(?:全年|最终|调整后的?)预算)"
)
_IN_BRACKETS: Final = regex(r"\(([^(),;。:\d]{2,10})\)")
_OF_BUDGET: Final = regex(r"(?:预算|指标|额度)(?:数|总额|规模|金额|资金)?(?:[由从]|[变增减调]?[至到为])?$")
_SPENT_BEHIND: Final = regex(r"(?:资金|预算|财政)?(?:支出|开支)(?!预算|指标|计划|项目|标准|责任)")
_HAPPENED: Final = regex(r"(?:发生|列报|形成|完成|实现)的$")
_THAT_IS: Final = regex(r",?(?:即|就是|系|也就是)+为?")
_BY: Final = regex(r"按照?$")
_BEHIND: Final = regex(r"([^,;。:、()\d]|\d(?=[\d年月日]))+(?=[,;。)(、]|$)")
_HELD_TO: Final = regex(r"(?:安排|组织)?执行|认定|确定|核定|确认|掌握|控制|管理")
_MEANING: Final[dict[str, Meaning]] = {"first": "original", "final": "revised", "add": "added", "cut": "cut"}


def told_as(before: str, behind: str) -> Meaning | None:
    """What an amount is, by the clause `before` it and the text `behind` it; blanks and names are left out.

    Words behind count where those before only say what it is taken from: 全年预算中有…没有执行, …已于年底前支付.
    """
    after = clause_behind(behind)
    if _FROM.search(before) and _TURNED.match(behind):
        return "original"
    if (named := _IN_BRACKETS.match(behind)) is not None and (
        (found := meaning(named[1])) in {"original", "revised"}
        and (_OF_BUDGET.search(before) or (_TURNED_TO.fullmatch(before)))
    ):
        return found
    if _BY.search(before):
        return "revised" if _HELD_TO.match(after) and _kinds(before) is not None else None
    contained = _CONTAINS.search(before) is not None
    if before and not contained:
        kinds = _kinds(before)
        if kinds is not None and "gap" in kinds and not {"spend", "add", "cut"} & {*kinds}:
            that = _THAT_IS.match(behind)
            found = meaning(clause_behind(behind[that.end() :]) if that else after)
            return found if found in {"added", "cut", "rest"} else None
        if _HAPPENED.search(before) and kinds is not None and {*kinds} <= {"when", "much", "plain", "spend"}:
            return "spent" if _SPENT_BEHIND.match(behind) else meaning(before)
        return meaning(before)
    if contained and meaning(before) == "rest":
        return "rest"
    if not before and (named := _NAMED_BEHIND.match(behind)) is not None:
        return "original" if named["first"] else "revised"
    kinds, around = _kinds(after) or (), _kinds(before)
    said = {*kinds}
    of_budget = contained and {"budget", "final"} & {*(around or ()), *kinds}
    if around is None or "first" in around or not (of_budget or said & {"when", "next"} or {"budget", "much"} <= said):
        return None
    found = meaning(after)
    return found if found in {"spent", "rest"} else None


def told_in_turn(before: str) -> tuple[Meaning | None, ...]:
    """What the next amounts are, where the words before name them all: 年初预算、全年预算分别为…、…."""
    found = _IN_TURN.search(before[-_LONGEST:])
    told = () if found is None else tuple(map(_named_meaning, _BETWEEN_NAMES.split(found["names"])))
    return told if all(told) else ()


def _named_meaning(name: str) -> Meaning | None:
    """What money a name in a list of names is."""
    bare = (told for told, words in _BARE if words.search(name))
    return meaning_at_end(name) or next(bare, None)


def clause_behind(text: str) -> str:
    """The rest of the clause behind an amount, where no other figure follows in it."""
    found = _BEHIND.match(text[:_LONGEST])
    return found[0] if found is not None else ""


def meaning(clause: str) -> Meaning | None:
    """What money a clause tells; None where it has a word that is not known here, or tells of none."""
    kinds = _kinds(clause)
    return None if kinds is None else _decided(kinds)


def meaning_at_end(clause: str) -> Meaning | None:
    """The same of the last words of a clause, which may begin with a name."""
    for start in range(max(0, len(clause) - _LONGEST), len(clause)):
        kinds = _kinds(clause[start:])
        if kinds is not None:
            return _decided(kinds) if _says_all(kinds) else None
    return None


def _says_all(kinds: tuple[str, ...]) -> bool:
    return bool({"when", "much", "first", "final", "add", "cut", "not"} & {*kinds})


def _decided(kinds: tuple[str, ...]) -> Meaning | None:
    said = {*kinds}
    changed = said & {"add", "cut"}
    if "veto" in said or len(changed) > 1:
        return None
    if "left" in said or {"not", "spend"} <= said or {"gap", "spend", "budget"} <= said:
        return None if changed or "first" in said else "rest"
    if said & {"not", "next", "gap"}:
        return None
    last = next((kind for kind in reversed(kinds) if kind in _DECIDE), None)
    if last == "spend":
        return None if "first" in said or changed or not _says_all(kinds) else "spent"
    if last is not None:
        return _MEANING[last] if "spend" not in said or last in {"add", "cut"} else None
    return "granted" if "budget" in said or {"money", "grant"} <= said else None


def _kinds(clause: str) -> tuple[str, ...] | None:
    """The kinds of its words in order; None where one is unknown."""
    if len(clause) > _LONGEST:
        return None
    found, place = [], 0
    while place < len(clause):
        token = _TOKEN.match(clause, place)
        if token is None or token.end() == place:
            return None
        found.append(_NAMES[token.lastgroup or ""])
        place = token.end()
    return tuple(found)
