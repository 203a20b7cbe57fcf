"""A printed heading → the role of its column: the printings of each role (columns.toml), and how one is matched."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from toolkit.extract.unknown import ELSEWHEN
from toolkit.patterns import regex
from toolkit.text import key

BRACKET = regex(r"[(\[][^()\[\]]{0,20}[)\]]")
_LEADING = regex(r"^(?:20\d\d年度?|本年度?|当年|[*★☆▲△]+)+")
_LETTERS = regex(r"(?<=[一-鿿])[a-c](?:/[a-c])?(?:[×*]100%)?$")
_CORRECTED = regex(r"^(?:更正|修正|校正|核改)后的?")  # beside what was first reported
_OF_REVIEW = regex(r"^(?:复核|复评|审核|核定|评审|财政)")
_WHY = regex(r"原因|(?:扣|失|丢|减)分(?:理由|说明|依据|缘由|事项)")
_ATTAINED = regex(r"(?:全年|年度|年[末终底]|自评)*(?:实际|完成|实现|达成)")  # 实际指标值
_PLANNED = regex(r"(?:计划|预计|预期|应)(?:全年|年度|应)?完成(?:值|数|量)")
_SHORT = 2  # characters: 全年执行 is 全年执行数, 分 is not 分数
SCORES = {"max_score", "claimed_score"}
_SAID_OF_DEDUCTIONS = (
    "sequence", "target", "actual", "max_score", "claimed_score", "deduction", "reason", "corrective_action"
)  # fmt: skip
HEADING_OF_MONEY = regex(
    r"(?:年初|全年|年度|调整后?|计划)?(?:预算|支出|执行|决算|投资|金额|资金)(?:数|额|情况)?(?:\(.*\))?"
)

_OF_BODY = regex("(?:责任|实施|主管|牵头|承办|承担|业务)(?:科室|处室|股室|单位|部门)")


@cache
def printings(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Role → printings of its heading, of one kind of band: indicators, funds, objectives,
    deductions (columns.toml).

    Points and scores are headed the same over money and over indicators.
    """
    with (files("toolkit.extract") / "columns.toml").open("rb") as stream:
        tables = tomllib.load(stream)
    found = {role: tuple(words) for role, words in tables[kind].items()}
    if kind == "funds":
        shared = {role: (*tables["indicators"][role], *found[role]) for role in ("max_score", "claimed_score")}
        return {**found, **shared}
    if kind == "deductions":
        shared = {role: (*tables["indicators"][role], *found.get(role, ())) for role in _SAID_OF_DEDUCTIONS}
        return {**found, **shared}
    return found


def heading(text: str) -> str:
    """A printed heading as it is looked up: no spaces, brackets, year or star, no letter of a formula (执行率B/A)."""
    return _without_signs(BRACKET.sub("", key(text)))


def _without_signs(name: str) -> str:
    return _LEADING.sub("", _LETTERS.sub("", name))


def role_of(text: str, columns: Mapping[str, tuple[str, ...]]) -> str | None:
    """The role whose printings hold this heading; a longer heading is known by its end (…年度指标值),
    one of reasons by the word for them (偏差原因及措施).

    Not by its end alone where it speaks of another time or of a wish: 上年完成值 is no actual, 应完成值 neither.
    """
    full = BRACKET.sub("", key(text))  # 本年计划 is said of money
    name = _CORRECTED.sub("", _without_signs(full))
    if not name or len(name) > 24:
        return None
    if _names_both(name, columns):
        return "claimed_score"
    ending: tuple[int, str] | None = None
    whole = (name, full, f"{name}数") if len(name) > _SHORT else (name, full)
    elsewhen = ELSEWHEN.match(name) is not None
    for role, printings in columns.items():
        for printing in printings:
            if printing in whole:
                return role
            if elsewhen or len(printing) < 3 or not name.endswith(printing):
                continue
            if ending is None or len(printing) > ending[0]:
                ending = (len(printing), role)
    if ending is None and "reason" in columns and _WHY.search(name):
        ending = (0, "reason")
    if ending is not None and ending[1] == "actual" and _PLANNED.fullmatch(name):
        return "target"
    if ending is None or (ending[1] == "reason" and _OF_REVIEW.match(name)):
        return None
    return "actual" if ending[1] == "target" and _ATTAINED.match(name) else ending[1]


def prints_both(text: str) -> bool:
    """Whether a heading is of points and scores in each cell: 分值/得分."""
    return _names_both(_without_signs(key(text)), printings("indicators"))


def _names_both(name: str, columns: Mapping[str, tuple[str, ...]]) -> bool:
    return name.count("/") == 1 and {role_of(part, columns) for part in name.split("/")} == SCORES


def heads_money(text: str) -> bool:
    """Whether words head a column of amounts or rates, as beside 项目名称 in a list of projects."""
    return HEADING_OF_MONEY.fullmatch(key(text)) is not None or role_of(text, printings("funds")) is not None


def heads_column(text: str) -> bool:
    """Whether words beside 项目名称 head the next column of a list of projects: they name no project."""
    of_body = _OF_BODY.fullmatch(key(text)) is not None
    return of_body or heads_money(text) or role_of(text, printings("indicators")) is not None
