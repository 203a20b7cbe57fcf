"""Words around a figure → its standing: what the figure is to the thing it names.

`plan` (wanted, granted, agreed), `spent`, `received`, `left`, `change` (by how much), `before` (from what), `points`,
or "" for the plain outcome.
"""

import re
from collections.abc import Sequence

from toolkit.figures.spot import Spot
from toolkit.figures.verdict import dimension, is_percent
from toolkit.patterns import regex

_WANTED = r"计划|目标|任务|预计|预期|拟|力争|应(?=[为是达完建有于在当]|不[低少])|原定"
_STARTS_WANTED = regex(rf"^(?:(?:19|20)\d\d年度?)?(?:年初|年度|全年|本年度?|原)?(?:{_WANTED}|指标值)(?!项目|单列|完成)")
_ENDS_WANTED = regex(
    r"(?:计划|目标|任务|设计|要求|规定|不[低少]于|不[高多超]过)(?:值|数|量|任务|目标|建设|规模|能力)?[^,]{0,1}$"
)
_DONE = regex(r"实际|完成|已|超额|实现|达到?|建成")
_MONEY = tuple(
    (name, regex(words))
    for name, words in (
        ("plan", r"预算(?!执行|支出)|概算|批复|核定|合同(?!款)|中标|限额|控制价|安排|下达|目标|指标值|计划"),
        ("spent", r"支出|(?<!收入)(?:执行|决算)|支付|使用|花费|开支|兑付|支用|列支"),
        ("received", r"收入|到位"),
        ("left", r"结余|结转|剩余|余额|尚未|未(?!成年|来)|余(?=款|资金|$)"),
    )
)
_CHANGED = r"增加|增长|增幅|增速|增收|减少|降低|下降|提高|上升|提升|"
_CHANGED += r"节约|节省|节支|超出|超支|缩短|压减|压缩|追加|调[增减]|相差|上浮|多|少"
_CHANGE = regex(
    rf"(?<!新)(?:{_CHANGED})(?:了|约|近|率)?$|[比较][^,]{{0,12}}(?:{_CHANGED}|高|低)\D?$|"
    r"(?:节约|追加|调[增减]|[核审]减(?!后)|超支)[^,]{0,6}$"
)
_LEVEL = regex(r"[到至为]\D{0,2}$")
_BEFORE = regex(r"(?:由|(?:从|自)(?=[上去前年原初每最不\d]|$))[^到至]{0,12}$")
_CLAUSE = regex(r"[,、:]")
_CEILING = regex(r"的?(?:预算|概算|计划|目标)")
_WANTED_SECTION = regex(r"目标|计划|下一步|打算")
_BY_ROLE = {"target": "plan", "points": "points", "actual": "", "score": ""}


def standing_in_cell(spot: Spot, name: str) -> str:
    """Of a figure of a table, by its role and by its headings."""
    if is_percent(spot) and re.search("增长|增幅|增速|下降", name):
        return "change" if spot.role != "target" else "plan"
    if spot.role in _BY_ROLE:
        return _BY_ROLE[spot.role]
    if dimension(spot)[0] == "元":
        return _last(name) or ""
    return "plan" if re.search(r"目标|指标值|计划|任务|应", name) and "完成" not in name else ""


def standing_in_text(spot: Spot, clause: str, after: str, sentence: str, section: str) -> str:
    """Of a figure of running text: by its clause, else by what its sentence or its section speaks of."""
    if spot.role == "points":
        return "points"
    if _BEFORE.search(clause):
        return "before"
    if after.startswith("的基础"):
        return ""
    if not _LEVEL.search(clause) and _CHANGE.search(clause):
        return "change"
    if dimension(spot)[0] == "元" and (own := _last(clause)) is not None:
        return own
    if _ENDS_WANTED.search(clause) or _CEILING.match(after):
        return "plan"
    wanted = _WANTED_SECTION.search(section) is not None and not _DONE.search(section)
    for one in _CLAUSE.split(sentence):
        if _STARTS_WANTED.search(one):
            wanted = True
        elif _DONE.search(one):
            wanted = False
    return "plan" if wanted else ""


def _last(words: str, standings: Sequence[tuple[str, re.Pattern[str]]] = _MONEY) -> str | None:
    """The standing whose word comes last; None where there is none."""
    ends = [(found.end(), name) for name, pattern in standings for found in [*pattern.finditer(words)][-1:]]
    return max(ends)[1] if ends else None
