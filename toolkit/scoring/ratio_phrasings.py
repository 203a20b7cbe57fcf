"""Clauses that score in proportion → tokens: 按完成率计分, 未完成的按比例扣减, 60%-90%之间按插值法计分."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from toolkit.scoring.conditions import condition
from toolkit.scoring.formulas import formula
from toolkit.scoring.step_phrasings import COMPLETION, TARGET
from toolkit.scoring.tokens import Kind, Token

_Build = Callable[[re.Match[str], Decimal], Token | None]

_SHORT = (
    r"(?:否则|反之|其余|其他|(?:若|如|对)?(?:未|没有|不足|低于|小于|少于|达不到|不达标|部分|超过|超出|高于"
    r"|不到)[^,\d扣得按]{0,12}?)?"
    r"(?:的|则|部分|时|者|,)*"
)
_LEAD = (
    r"(?P<lead>否则|反之|其余|其他|(?:若|如|对)?(?:未|没有|低于|小于|少于|劣于|达不到|不达标|超过|超出|高于"
    r"|不到)[^,\d扣得按]{0,12}?)?(?:的|则|部分|时|者|,)*"
)
_BY = r"(?:按照?|依据?|根据|以)"
_WHAT = (
    r"(?:其|各自)?(?:实际|相应|同等|等|任务|目标|工作|指标|差额|差距|缺口|短缺|对应|所占|应)*(?:完成|达成"
    r"|达标|实现|未完成|未达标|未实现|未达)*"
    r"(?:值|情况|程度|进度|量|数|任务|目标值)?(?:的)?(?:比例|比率|率|百分比|比重)"
)
_GIVEN = (
    r"(?:进行|相应|折算|同步|对应|予以|来)*(?:得|计|给|赋|记|折算|折合|计算|核算|换算|确定|评|打)(?:得|计|给|确定)?"
    r"(?:分值|分数|得分|分)?"
)
_TAKEN = r"(?:进行|相应|折算|同步|对应|予以|来|同)*(?:扣减|扣除|扣|减|递减|核减|酌减)(?:减|除)?(?:得分|分值|分数|分)?"
_OF_TARGET = (
    rf"(?:其)?(?:实际)?(?:完成|达成|实现)?(?:值|数|量|情况)?(?:与|和|占|同|比|/|÷)(?:其)?(?:{TARGET}"
    rf"|总(?:任务|数|量))的?"
    r"(?:之比|比例|比率|百分比|比值|比重|比)"
)

_TARGET_OF_ACTUAL = (
    rf"(?:{TARGET})(?:与|和|占|同|比|除以|/|÷)(?:其)?(?:实际)?(?:完成|达成|实现)?(?:值|数|量)的?(?:之比"
    rf"|比例|比率|百分比|比值|比重|比)"
)


def _inverse(found: re.Match[str], points: Decimal) -> Token | None:
    return Token(Kind.RATIO, side="above")


def _ratio(found: re.Match[str], points: Decimal) -> Token | None:
    return Token(Kind.RATIO, completion=re.search(r"(?:完成|达成|实现)(?:率|比例)", found[0]) is not None)


def _by_formula(found: re.Match[str], points: Decimal) -> Token | None:
    return formula(found[0], points)


def _formula_within(found: re.Match[str], points: Decimal) -> Token | None:
    where = condition(found["condition"])
    token = formula(f"按{found['formula']}", points)
    if where is None or token is None or token.kind is not Kind.RATIO:
        return None
    band, unit, loose, subject = where
    completion = token.completion or bool(COMPLETION.search(subject))
    return replace(token, band=band, unit=unit, loose=loose, completion=completion)


def _between_bounds(found: re.Match[str], points: Decimal) -> Token | None:
    """“60%-100%按比例得分”: a ratio that holds in a range of its own; its neighbours must join it."""
    return _within(found, Kind.RATIO)


def _within(found: re.Match[str], kind: Kind) -> Token | None:
    where = condition(found["condition"])
    if where is None:
        return None
    band, unit, loose, subject = where
    return Token(kind, band=band, unit=unit, loose=loose, completion=bool(COMPLETION.search(subject)))


def _interpolated(found: re.Match[str], points: Decimal) -> Token | None:
    said = found["condition"]
    if not said or (re.search(r"两|二者|其间|中间|区间|各档|之间$", said) and not re.search(r"\d", said)):
        return Token(Kind.BETWEEN)
    where = condition(re.sub(r"[,的]+$", "", said))
    if where is None:
        return None
    band, unit, _, subject = where
    if band.low is None or band.high is None:
        return None
    return Token(Kind.BETWEEN, band=band, unit=unit, completion=bool(COMPLETION.search(subject)))


def _off(found: re.Match[str], points: Decimal) -> Token | None:
    """“未完成的按比例扣分” is a ratio; “按比例扣分” alone may also say how part of a step counts."""
    return Token(Kind.RATIO if found["lead"] else Kind.PRO_RATA)


def _just(kind: Kind) -> _Build:
    def build(found: re.Match[str], points: Decimal) -> Token | None:
        return Token(kind)

    return build


RATIO_ROWS: tuple[tuple[str, _Build], ...] = (
    (
        r"(?P<condition>[^扣得按采用]{0,40}?)(?:,|的|则)*(?:按照?|采用|用|以|运用|使用)?(?:直线"
        r"|线性)?(?:线性)?(?:插值|内插|差值|插入)(?:法)?"
        r"[^\d扣]{0,10}",
        _interpolated,
    ),
    (rf"{_SHORT}{_BY}{_OF_TARGET}{_GIVEN}", _ratio),
    (rf"{_SHORT}{_BY}{_WHAT}{_GIVEN}", _ratio),
    (rf"(?:得分|评分)(?:=|为){_WHAT}(?:×|\*)?100%?", _ratio),
    (
        r"(?:否则|反之|其余|(?:未|低于|不足)[^,\d扣得]{0,10}?(?:100%)?)?(?:的|则"
        r"|,)*按(?:照)?(?:实际)?(?:预算|资金|支出)?(?:执行|支出|支付)(?:率|比例)"
        r"(?:得|计|给|折算)(?:得|计)?分",
        _just(Kind.ABSOLUTE),
    ),
    (
        r"(?P<condition>[^扣得计给按]{2,40}?)(?:的|则|时|,)*按(?:照)?(?:实际)?(?:预算|资金|支出)?(?:执行"
        r"|支出|支付)(?:率|比例)"
        r"(?:得|计|给|折算)(?:得|计)?分",
        lambda found, points: _within(found, Kind.ABSOLUTE),
    ),
    (r".*[×*÷/].*|.*率乘.*", _by_formula),
    (r"(?P<condition>[^扣得计给按=×]{2,40}?)(?:的|则|时|,)*按(?P<formula>[^按]{2,40})", _formula_within),
    (rf"{_SHORT}{_BY}{_TARGET_OF_ACTUAL}{_GIVEN}", _inverse),
    (rf"{_LEAD}(?:{_BY})?{_OF_TARGET}{_TAKEN}", _off),
    (rf"{_LEAD}(?:{_BY})?{_WHAT}{_TAKEN}", _off),
    (rf"(?P<condition>[^扣得计给按]{{2,40}}?)(?:的|则|时|,)*{_BY}?{_WHAT}(?:{_GIVEN}|{_TAKEN})", _between_bounds),
)
