"""Paragraphs on money → named amounts beside one another, each with what was spent of it and the rate of that.

An entry is a name, its amount and what is told of that: “南渡县预算800万元，支出742.5万元，执行率92.81%”.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from toolkit.extract.money.amount_words import BOUND
from toolkit.extract.money.parts import CHANGE, COMPARED, name_in
from toolkit.extract.money.splits import LEFT_OVER, NO_PART, PRICE, SO_FAR
from toolkit.extract.money.terms import Terms
from toolkit.measure.budget_story import Sum, sums_in
from toolkit.measure.execution_story import Rate, fits
from toolkit.measure.money_words import SPEND
from toolkit.model.document import Paragraph
from toolkit.patterns import regex
from toolkit.text import Folded, fold, key

_PAID: Final = (
    rf"(?:全年|当年|本年|年内|实际|已|累计|共|完成)*(?:支出|{SPEND}|拨付|花费?|用)"
    "(?:了|掉|数|额|资金|完成)*[:为是共达]*"
)
_OF_IT: Final = regex(rf"[,、(]{_PAID}")
"""Between an amount and what was spent of it."""
_OF_PAID: Final = regex(rf"(?:支出|{SPEND})[^,。;:、元\d]{{0,6}}\d[\d,.]*[万亿]?元(?!.*元)")
"""The amount told last, in the words before, is what was spent."""
_PAYS: Final = regex(rf"(?:支出|{SPEND}|拨付|用)(?:了|数|额|资金)*[:为是达]*$")
_SHARES: Final = regex(r"(?:[,(、;][^,;。:()、\d]{0,12}\d[\d.]*%\)?)+(?:[和与及、][\d.]+%)*")
"""Rates and shares right behind an amount."""
_RATE: Final = regex(r"[,(][^,;。:()、\d]{0,8}?(?P<word>率|进度|度|比例)?[为是达到约]*(?P<rate>\d{1,3}(?:\.\d+)?)%")
_CLAUSE: Final = regex(r"[,;。:、()\[\]]|(?<=看)(?=.)")
_TAIL: Final = regex(
    rf"(?:(?:全年|当年|本年|实际|已|累计|共|完成)+(?:支出|{SPEND}|拨付|用)"
    rf"|(?:(?<=资金|经费|补助|配套|财政|拨款|收入|预算|中心)|(?<=[级局馆站所院校队委办区县市镇乡村场厂街]))(?:支出|{SPEND}|拨付|用)"
    r"|年初(?:预算|安排|批复)*(?:数|额)?|(?:调整后|全年)预算(?:数|额)?"
    r"|(?<!一般公共)(?<!政府性基金)(?<!国有资本经营)预算(?:安排|批复|核定|下达)?(?:数|额|资金)?|安排(?:资金)?|分配|到位|合?计|共|有|全年)"
    r"(?:了|数|额|资金)*[:为是达]*$"
)
_ROLE: Final = regex(rf"(?:年初|全年|实际|当年)*(?:预算|安排|支出|{SPEND})*(?:数|额|资金)*[:为]*")
_AT_FIRST: Final = regex(r"年初(?:预算|安排|批复)*(?:数|额)?[:为是]*$")
_IN_THE_END: Final = regex(r"[,、](?:年中)?(?:全年|调整后|调整|变更|调[增减])(?:的)?(?:预算)?(?:数|额)?[:为到至]*")
_ARRIVED: Final = regex(r"[,、](?:实际|已)*到位(?:资金|数)?[:为]*")
_COUNTED: Final = regex(r"(?:\d[\d,.]*[^\d,.]{1,2}共?)$")
_LEAD: Final = regex(
    r"^[-·●■◆—*]*(?:.*(?:包括|包含)|(?:(?:项目)?(?:支出|经费)|资金)中|(?:支出)?由|另?(?:安排|有(?![害机关线效色偿]))(?=.{3})|付给|拨付(?=.{3})|其中|用于|各?单位|分别是|[(（]?[一二三四五六七八九十\d]+[)）、.])*"
)
_NO_NAME: Final = regex(
    r"(?:(?:19|20)\d\d年度?|全年|年初|年[中末底]|当年|本年度?|年度|实际|累计|合计|总计|共|其中|预算|支出|决算|执行|调整后?|资金|经费|财政|安排|批复|"
    r"下达|追加|投入|金额|总额|数|可用|本[部门项目单位]{2})*"
)
_COMPARED: Final = regex(r"[比较与](?:上年|去年|上一年|20\d\d年)[^,;。]*$")
_INNER: Final = regex(r"(?:其中|包括|包含|含)[:,]?[^,;。]*$")
_OTHERS: Final = regex(
    r"上年(?!结转|结余)|去年|上一年|三公|政府采购|目标|合同|平均|人均|季度|\d月|第[一二三四]批|[未尚]|据此|[前后]者|加上|剩余|其余|决算"
)
_OF_THE_REST: Final = regex(r"(?:结转|结余|剩余|尚余|未支出|未执行|未使用)[^。;]*(?:其中|包括|分别是)[^。;]*$")
_FEWEST: Final = 2  # characters of a name


@dataclass(frozen=True, slots=True)
class Entry:
    """A name at [start, end) of a paragraph's folded text, its amount, what was spent of it, the rate of that.

    `inner`: it follows 其中; `paid`: the amount is what was spent, as the words say; `at_first`: what was budgeted at
    first; `first`: that, where the amount is what came of it.
    """

    paragraph: Paragraph
    folded: Folded
    name: tuple[int, int]
    amount: Sum
    inner: bool
    paid: bool
    at_first: bool = False
    first: Sum | None = None
    spent: Sum | None = None
    rate: tuple[int, int] | None = None

    @property
    def label(self) -> str:
        """Its name as parts are known by."""
        return key(self.folded.text[slice(*self.name)])


def runs_of(paragraphs: Sequence[Paragraph | None], terms: Terms) -> Iterator[list[Entry]]:
    """Entries beside one another: of one paragraph, or of items below one another that hold one entry each."""
    below: list[Entry] = []
    for paragraph in paragraphs:
        runs = [] if paragraph is None or paragraph.text.count("元") == 0 else list(_entries(paragraph, terms))
        alone = len(runs) == 1 and len(runs[0]) == 1
        if below and not alone:
            yield below
            below = []
        if alone:
            below += runs[0]
        else:
            yield from runs
    if below:
        yield below


def _entries(paragraph: Paragraph, terms: Terms) -> Iterator[list[Entry]]:
    """The entries of one paragraph, parted where an amount is none."""
    folded = fold(paragraph.text)
    text = folded.text
    run: list[Entry] = []
    after = reach = 0  # where the last amount ends, and the last of the last entry's own
    for one in sums_in(text, 0, len(text)):
        between = text[after : one.start]
        begin, after = after, one.end
        shares = _SHARES.match(between) if begin else None
        told = 0 if shares is None else shares.end()
        if run and reach == begin and (grown := _with_amount(run[-1], one, between[told:])) is not None:
            run[-1], reach = grown, one.end
            continue
        if PRICE.search(between) or _COMPARED.search(between):
            continue
        entry = _entry(paragraph, folded, begin + told, one, terms)
        if entry is None:
            if run:
                yield run
            run = []
        else:
            run.append(entry)
            reach = one.end
    if run:
        yield run


def _with_amount(entry: Entry, one: Sum, between: str) -> Entry | None:
    """The entry with a further amount of its own, by the words between: what came of its first budget, what arrived
    (which is not kept), what was spent; None where it is none of its own."""
    if _ARRIVED.fullmatch(between):
        return entry
    if entry.at_first and entry.first is None and _IN_THE_END.fullmatch(between):
        return replace(entry, first=entry.amount, amount=one)
    return _with_rate(replace(entry, spent=one)) if _OF_IT.fullmatch(between) else None


def _entry(paragraph: Paragraph, folded: Folded, begin: int, one: Sum, terms: Terms) -> Entry | None:
    """The amount as that of a part; None where the words before it name none."""
    text = folded.text
    between = text[begin : one.start]
    start = begin + max((found.end() for found in _CLAUSE.finditer(between.rstrip(":"))), default=0)
    words = text[start : one.start]
    if start > begin and text[start - 1] == ":" and _ROLE.fullmatch(words):  # 县级资金：年初254万元
        start = begin + max((found.end() for found in _CLAUSE.finditer(text[begin : start - 1])), default=0)
        words = text[start : one.start].replace(":", "")
    if terms.shut_out(words, text[: one.start]) or _OTHERS.search(words) or BOUND.search(words):
        return None
    if _OF_THE_REST.search(text[:start]):
        return None
    lead, tail = _LEAD.match(words), _TAIL.search(words.rstrip(":"))
    low = start + (lead.end() if lead else 0)
    high = start + (tail.start() if tail else len(words.rstrip(":")))
    named = name_in(text[low:high])
    if named is None:
        return None
    low, high = low + named[0], low + named[1]
    counted = _COUNTED.search(text, low, high)
    high = counted.start() if counted else high
    name = text[low:high]
    wrong = CHANGE.search(words) or COMPARED.search(words) or LEFT_OVER.match(name) or SO_FAR.search(name)
    if high - low < _FEWEST or wrong or NO_PART.fullmatch(name) or _NO_NAME.fullmatch(name):
        return None
    paid = _PAYS.search(words) is not None or _OF_PAID.search(text[:start]) is not None
    at_first = _AT_FIRST.search(words) is not None
    return Entry(paragraph, folded, (low, high), one, _INNER.search(between) is not None, paid, at_first)


def _with_rate(entry: Entry) -> Entry:
    """With the rate right behind what was spent, where it is that."""
    found = None if entry.spent is None else _RATE.match(entry.folded.text, entry.spent.end)
    if found is None or entry.spent is None:
        return entry
    digits = found["rate"]
    rate = Rate(*found.span("rate"), Decimal(digits), len(digits.partition(".")[2]))
    told = entry.amount.value > 0 and (found["word"] or found[0][0] == "(") and fits(rate, entry.spent, entry.amount)
    return replace(entry, rate=(found.start("rate"), found.end("rate") + 1)) if told else entry
