"""Turns the words and signs beside a number (≥, 不低于, 约, 以上, 左右, 余) into its comparator."""

import re
from dataclasses import dataclass

from toolkit.model.quantity import Comparator
from toolkit.patterns import regex

_BEFORE: dict[Comparator, str] = {
    "ge": """≥ >= => ≮ 应不低于 应不少于
        大于等于 大于或等于 大于或者等于 高于或等于 高于等于 达到或超过 等于或大于 等于或高于
        至少 最少 起码 大於等於""",
    "gt": "> 大于 超过 超 逾 突破 高于 多于 优于 过 大於 超過",
    "le": """≤ <= =< ≯ 小于等于 小于或等于
        小于或者等于 低于或等于 少于或等于 等于或小于 等于或低于
         最多 至多 最高不超过 不迟于 不晚于""",
    "lt": "< 低于 少于 小于 不足 不满 不到 不及 短于 未满 未达 未达到 达不到 没有达到 小於",
    "about": "约 大约 大概 近 将近 接近 约合 约为 大约为 ≈ 大概有 约有",
    "eq": "= 等于",
}
_AFTER: dict[Comparator, str] = {
    "ge": "以上 及以上 或以上 或者以上 含以上 (含)以上 (含)及以上 及其以上 之上 或更多",
    "le": "以下 及以下 或以下 或者以下 (含)以下 (含)及以下 之下 以内 (含)以内 之内 内 或更少",
    "gt": "以外 开外 (不含)以上 (不含)及以上",
    "lt": "(不含)以下 (不含)以内",
    "about": "左右 上下",
}
_NEGATIONS = "不 未 没有 不得 不应 不能 不可 不宜 不会 不许"
_NEGATED: dict[Comparator, str] = {
    "ge": "低于 少于 小于 短于 小於",
    "le": "超过 超出 高于 多于 大于 长于 突破 超 超過 大於",
}
_COMPARATOR_BEFORE: dict[str, Comparator] = {
    **{word: sign for sign, words in _BEFORE.items() for word in words.split()},
    **{no + word: sign for sign, words in _NEGATED.items() for word in words.split() for no in _NEGATIONS.split()},
}
_COMPARATOR_AFTER: dict[str, Comparator] = {word: sign for sign, words in _AFTER.items() for word in words.split()}

_VERBS = "完成|召开|开展|举办|组织|建成|新增|培训|提高|增长|下降|降低|减少|增加"
_FILLER = rf"\s{{0,3}}(?:了|为|是|有|达|到|达到|人民币|{_VERBS})?\s{{0,3}}"


def _any(words: dict[str, Comparator]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_PREFIX = regex(rf"(?P<word>{_any(_COMPARATOR_BEFORE)})(?P<filler>{_FILLER})$")
_SUFFIX = regex(rf"\s{{0,2}}(?:\(含[^()]{{1,8}}\)(?=及?以[上下内]))?(?:(?P<word>{_any(_COMPARATOR_AFTER)}))")
# 比170低, 比30个多: "more" or "less" than a number, parted around it; never 占比, 同比
_THAN_BEFORE = regex(r"(?<![占对同环之相类百配])比\s?$")
_THAN_AFTER = regex(r"\s?(?:(?P<more>[大高多长重])|[小低少短轻])(?![于出了\d])")
_INSIDE_GUARD = regex("[资部外容陆涵销网设需蒙科地阁核角向在]")
_RECENT = regex("[附最邻新远亲就相靠年]")
_WINDOW = 18


@dataclass(frozen=True, slots=True)
class Sign:
    """A comparator with the span of the words that say it."""

    comparator: Comparator
    start: int
    end: int
    word: str


def before(text: str, position: int, floor: int = 0) -> Sign | None:
    """The operator that ends right before `position` of folded text, not reaching back behind `floor`."""
    low = max(floor, position - _WINDOW)
    found = _PREFIX.search(text[low:position])
    if found is None:
        return None
    word, start = found["word"], low + found.start()
    ahead = text[start - 1 : start] if start > floor else ""
    if not _stands_alone(word, ahead, bool(found["filler"].strip())):
        return None
    return Sign(_COMPARATOR_BEFORE[word], start, position, word)


def after(text: str, position: int, *, inside: bool) -> Sign | None:
    """以上, 以内, 左右 … standing at `position`; `inside`: a bare 内 counts (24小时内, but never 5家内资企业)."""
    found = _SUFFIX.match(text, position)
    if found is None:
        return None
    word, end = found["word"], found.end()
    if word == "内" and (not inside or _INSIDE_GUARD.match(text, end)):
        return None
    return Sign(_COMPARATOR_AFTER[word], position, end, word)


def than(text: str, start: int, end: int, floor: int = 0) -> Sign | None:
    """比 … 大 or 比 … 低 closed around an amount at [start, end): the comparator and the whole span."""
    low = max(floor, start - 3)
    ahead, behind = _THAN_BEFORE.search(text[low:start]), _THAN_AFTER.match(text, end)
    if ahead is None or behind is None:
        return None
    return Sign("lt" if behind["more"] is None else "gt", low + ahead.start(), behind.end(), "比")


def _stands_alone(word: str, ahead: str, filled: bool) -> bool:
    """Whether the word is an operator here: not part of a rule step (每超过1%), nor of another word (赶超, 附近)."""
    if ahead == "每":
        return False
    if word == "近":
        return not (ahead and _RECENT.match(ahead)) and not filled
    if word == "过":
        return ahead in {"比", "率"}  # 占比过20%, but not 开过3次会
    if word in {"超", "逾", "约"}:
        return not (ahead and ahead in "赶反高节大制合契预公签缔条特邀守违")
    return True
