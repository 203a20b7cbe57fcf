"""A printed formula (得分=完成值÷目标值×分值) → the token of its shape.

Words become letters: a target, b actual, r completion ratio, x another rate, e executed, d budget, w points of the
line; digits stay. What is left of the clause must be one of the known shapes, else it is no formula of ours.
"""

import re
from decimal import Decimal

from toolkit.patterns import regex
from toolkit.scoring.tokens import Kind, Token

_LETTERS = tuple(
    (regex(words), letter)
    for words, letter in (
        (r"(?:实际|预算|任务|目标|工作|指标|年度|项目|计划)*(?:完成|达成|实现)(?:率|比例|比率|百分比|程度)", "r"),
        (r"(?:全年|年度|当年|实际|本年|预算|资金|累计)*(?:执行|支出|支付)(?:数额|数|额|金额)", "e"),
        (
            r"(?:全年|年度|当年|年初|调整后?|本年|项目|资金|财政)*预算(?:安排)?(?:总额|数额|数|额|金额)?(?!执行|支出)",
            "d",
        ),
        (r"目标值?|指标值|A(?![A-Za-z])", "a"),
        (r"完成值|实际值|实际完成(?:情况)?|B(?![A-Za-z])", "b"),
        (r"(?:该项|本项|指标|项目)*(?:分值|满分|标准分|总分|分数)(?:分|值)?", "w"),
        (r"[^\dabrxedw,;=×*/÷()\[\]%+\-]{0,10}(?:率|度|占比|比例)", "x"),
    )
)
_HEAD = regex(
    r"^(?:[^=×*/÷:]{0,14}:)?"
    r"(?:(?:否则|反之|(?:未|没有|达不到|不达标|低于|小于|超过|超出|高于|不足|部分)[^,\d=×*/÷按]{0,8}?)(?:的|部分|时|则|,)*"
    r"(?=应?按|以|依|得分|扣|评分|分数|[(]|目标值|完成值|完成率))?"
    r"(?:应?按照?|以|依)?(?:公式|如下公式)?:?"
    r"(?P<left>(?:[^\d,=×*/÷按]{0,8}(?=得分))?"
    r"(?:(?:该|本)?(?:项|指标)?(?:实际|最终)?(?:得|扣减|扣)分(?:值|数)?|评分|分数|得分值|扣减得分|扣除分值|扣减)[=:为])?"
)
_TAIL = regex(r"(?:计算得分|计算|计得分|得分|计分|折算|赋分|给分|评分|核算|扣分|扣减|扣除|进行)*$")
_TAKEN = regex(r"扣")
_NUMBER = r"\d+(?:\.\d+)?"

# Shapes of a score, of points taken off. A trailing ×100% and brackets around the whole quotient are gone by then.
_SCORES: tuple[tuple[re.Pattern[str], Kind, str], ...] = tuple(
    (regex(shape), kind, way)
    for shape, kind, way in (
        (r"b/a(?:\*w)?|w\*b/a|e/d\*w|w\*e/d", Kind.RATIO, "up"),
        (r"a/b(?:\*w)?|w\*a/b", Kind.RATIO, "down"),
        (r"r\*w|w\*r", Kind.RATIO, "completion"),
        (r"w-(?:w\*)?\(a-b\)/a(?:\*w)?|\(1-\(a-b\)/a\)\*w|w\*\(1-\(a-b\)/a\)", Kind.RATIO, "up"),
        (r"\(1-\(b-a\)/a\)\*w|w\*\(1-\(b-a\)/a\)|w-\(b-a\)/a\*w", Kind.STEP, "over"),
        (r"x\*w|w\*x", Kind.ABSOLUTE, ""),
        (rf"[xr]/(?P<full>{_NUMBER})%\*w", Kind.RATIO, "full"),
        (rf"\([xrb]-(?P<zero>{_NUMBER})%\)/(?P<span>{_NUMBER})%\*w", Kind.BETWEEN, ""),
        (rf"\([xrb]-(?P<zero>{_NUMBER})%\)/\((?P<top>{_NUMBER})%-(?P<again>{_NUMBER})%\)\*w", Kind.BETWEEN, ""),
    )
)
_TAKEN_OFF: tuple[tuple[re.Pattern[str], Kind, str], ...] = tuple(
    (regex(shape), kind, way)
    for shape, kind, way in (
        (r"\(a-b\)/a\*w|w\*\(a-b\)/a|\(1-b/a\)\*w|w\*\(1-b/a\)", Kind.RATIO, "up"),
        (r"\(1-r\)\*w|w\*\(1-r\)", Kind.RATIO, "completion"),
        (r"\(b-a\)/a\*w|w\*\(b-a\)/a", Kind.STEP, "over"),
    )
)


def formula(clause: str, points: Decimal) -> Token | None:
    """The token of a clause that is a formula with × or ÷; None if it is not one, or of a shape not known."""
    if not re.search(r"[×*/÷]|率乘", clause):
        return None
    head = _HEAD.match(clause)
    if head is None:
        return None
    body = _TAIL.sub("", clause[head.end() :])
    letters = _lettered(body, points)
    if "w" not in letters and len(body) == len(clause) - head.end():
        return None  # a bare quotient is a definition unless words of scoring follow it
    taken = _TAKEN.search((head["left"] or "") + clause[head.end() + len(body) :]) is not None
    for shape, kind, way in _TAKEN_OFF if taken else _SCORES:
        found = shape.fullmatch(letters)
        if found is not None:
            return _token(found, kind, way, points)
    return None


def _lettered(body: str, points: Decimal) -> str:
    text = (
        body.replace("÷", "/")
        .replace("×", "*")
        .replace("x", "*")
        .replace("X", "*")
        .replace("乘以", "*")
        .replace("除以", "/")
    )
    text = text.replace("[", "(").replace("]", ")")
    for words, letter in _LETTERS:
        text = words.sub(letter, text)
    text = re.sub(rf"(?<=\*){points.normalize():f}(?:分)?$|^{points.normalize():f}(?:分)?(?=\*)", "w", text)
    text = re.sub(r"\*100%|100%\*", "", text)
    text = re.sub(r"\(([abed]/[abed])\)", r"\1", text)
    text = re.sub(r"\((\([ab]-[ab]\)/a)\)(?=\*|$)", r"\1", text)
    return re.sub(r"^\((.*)\)$", r"\1", text) if text.count("(") == 1 and text.endswith(")") else text


def _token(found: re.Match[str], kind: Kind, way: str, points: Decimal) -> Token | None:
    groups = found.groupdict()
    if kind is Kind.BETWEEN:
        zero = Decimal(groups["zero"])
        if groups.get("again") not in {None, groups["zero"]}:
            return None
        top = Decimal(groups["top"]) if "top" in groups else zero + Decimal(groups["span"])
        return Token(kind, unit="%", threshold=top, zero=zero, completion="r" in found[0])
    if kind is Kind.STEP:  # so much of the points off as the actual lies above the target
        share = points / 100
        return Token(kind, unit="%", side="above", step=Decimal(1), per=share, counting="pro_rata", completion=True)
    if way == "full":
        return Token(kind, unit="%", threshold=Decimal(groups["full"]), completion="r" in found[0])
    return Token(kind, completion=way == "completion", side={"up": "below", "down": "above"}.get(way))  # type: ignore[arg-type]
