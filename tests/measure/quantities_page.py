"""Turns what the toolkit reads today, and how far it was measured, into docs/quantities.md."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.measure.conformance import SpecCase, cases
from tests.measure.conformance_gaps import LEFT_OUT, MISSED, Gap, names
from tests.measure.hand import agrees
from tests.measure.hand import cases as hand_cases
from tests.measure.register_check import families
from tests.measure.test_register import EACH, SEEDS
from toolkit.measure.grammar import spot
from toolkit.model.number import plain
from toolkit.model.quantity import Measured, NumberQuantity

_EXAMPLES = (
    "预算数387,236.73万元",
    "拨付三十万六千元",
    "补助12万5千元",
    "合同价壹拾贰万元整",
    "公厕1.46万座",
    "满意度百分之九十五",
    "差错率千分之三",
    "十二分之五的村",
    "打八五折",
    "近三成农户",
    "产值翻一番",
    "撬动比4.2:1",
    "提高3.2个百分点",
    "每组1-3家",
    "七八个问题",
    "二十余家",
    "不低于90%",
    "5%以内",
    "24小时内",
    "约65%",
    "120元/人·月",
    "（万元）1,560.00",
    "两年半",
    "三个半小时",
    "2022年12月底前",
    "2022年第三季度",
    "12月底前",
)
_SIGNS = {"ge": "≥", "gt": "＞", "le": "≤", "lt": "＜", "eq": "", "about": "约 ", "range": ""}


def quantities_page(shared: Path) -> str:
    """The whole page; `shared` holds the conformance cases."""
    specification = tuple(cases(shared / "conformance" / "recognizers-zh"))
    return "\n".join((*_intro(), *_hand(), *_register(), *_conformance(specification), ""))


def _intro() -> Iterator[str]:
    yield "# 数量怎样读\n"
    yield "`jixiao measure 文字` 找出文字里的每一个数量。数值是精确的十进制，引文就是原文，读不准就不读。\n"
    yield "| 原文 | 引文 | 读作 | 单位 |"
    yield "|---|---|---|---|"
    for text in _EXAMPLES:
        for measured in spot(text):
            unit = measured.quantity.unit or "—" if isinstance(measured.quantity, NumberQuantity) else "日期"
            yield f"| {text} | {measured.quote} | {_shown(measured)} | {unit} |"
    yield "\n不是数量的：文号、条款、案号、合同号、标题序号、电话、道路、版本、型号、5G、PM2.5、序数、钟点，"
    yield "带数字的词语（三公、十四五、双随机一公开、十分、一共）。"
    yield "被空格或逗号拆开、又无从断定是一个数还是两个数的，不读。\n"


def _shown(measured: Measured) -> str:
    quantity = measured.quantity
    if isinstance(quantity, NumberQuantity):
        low, high = (None if bound is None else plain(bound)[:12] for bound in (quantity.low, quantity.high))
        more = "（余）" if quantity.approximate and quantity.comparator == "gt" else ""
    else:
        low, high, more = quantity.low, quantity.high, ""  # type: ignore[union-attr]
    comparator = quantity.comparator  # type: ignore[union-attr]
    stated = f"{low} 至 {high}" if comparator == "range" else f"{_SIGNS[comparator]}{low if low is not None else high}"
    return stated + more


def _hand() -> Iterator[str]:
    every = hand_cases()
    missed = [case for case in every if not agrees(case)]
    yield "## 手写例\n"
    share = _percent(len(every) - len(missed), len(every))
    yield f"`tests/measure/hand_cases.txt`：先于程序写定的 {len(every)} 条，期望值不改，"
    yield f"读对 {len(every) - len(missed)} 条（{share}）。没有读对的：\n"
    yield "| 行 | 文字 |"
    yield "|---|---|"
    for case in missed:
        yield f"| {case.line} | {case.text} |"
    yield ""


def _register() -> Iterator[str]:
    yield "## 公文例\n"
    seeds = "、".join(map(str, SEEDS))
    yield f"由数生成文字，再读回来：{families()} 类，每类 {EACH} 条，种子 {seeds}，全部读对才通过测试；"
    yield "`make evaluate` 另用新种子读两万条以上。\n"


def _conformance(specification: tuple[SpecCase, ...]) -> Iterator[str]:
    left_out = names(LEFT_OUT)
    in_scope = [case for case in specification if case.name not in left_out]
    agreeing = sum(case.agrees for case in in_scope)
    outside = len(specification) - len(in_scope)
    yield "## 公开的中文数字规范\n"
    yield f"Recognizers-Text 中文规范（MIT）{len(specification)} 条："
    yield f"范围之外 {outside} 条（{_percent(outside, len(specification))}），"
    yield f"范围之内 {len(in_scope)} 条，一致 {agreeing} 条（{_percent(agreeing, len(in_scope))}）。\n"
    yield "| 文件 | 条数 | 范围之外 | 一致 |"
    yield "|---|---|---|---|"
    total, out = Counter(case.file for case in specification), Counter(name.split()[0] for name in left_out)
    same = Counter(case.file for case in in_scope if case.agrees)
    for file in sorted(total):
        yield f"| {file} | {total[file]} | {out[file]} | {same[file]} |"
    yield "\n范围之外，逐条：\n"
    yield from _gaps(LEFT_OUT)
    yield "\n范围之内而没有读成一样的：\n"
    yield from _gaps(MISSED)


def _gaps(gaps: Iterable[Gap]) -> Iterator[str]:
    yield "| 条 | 是什么 | 为什么不同 |"
    yield "|---|---|---|"
    for gap in gaps:
        for name in gap.names:
            yield f"| {name} | {gap.kind} | {gap.reason} |"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%"
