"""Running text → budget rows: “全年预算数387,236.73万元 … 按预算级次，包括：…；执行率99.98%”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.extract.citing import Span, cite_quantity, cite_text
from toolkit.extract.form import Finds
from toolkit.extract.funds import amount_in
from toolkit.measure.grammar import read
from toolkit.model.citation import CitedQuantity, CitedText
from toolkit.model.document import Document, Paragraph
from toolkit.model.record import BudgetRow
from toolkit.text import Folded, fold, key

_METHOD = "text:budget"
_AMOUNT = re.compile(r"(?P<amount>(?:约|近|超)?\d[\d,]*(?:\.\d+)?(?:亿元|万元|千元|百万元|元))")
_RATE = re.compile(
    r"(?:预算|资金|支出|总体|整体|部门)*(?:执行率|执行进度|支出率|支付率|完成率)(?:[为是达:约]|到|\(B/A\))*(?P<rate>\d{1,3}(?:\.\d+)?%)"
)
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("apart", re.compile(r"三公|政府采购|公用经费|会议费|培训费")),
    (
        "outside",
        re.compile(
            r"节约|结余|结转|增加|减少|同比|调增|调减|追加|压减|差额|带动|撬动|产值|收入突破|投资|补助企业|人均|挽回|贷款|销售|产量|税收|合同|中标|罚|标准"
        ),
    ),
    (
        "actual_expenditure",
        re.compile(
            r"执行数|执行$|支出数|决算|实际支出|支出总额|实际支付|累计支出|完成支出|共支出|支出合计|总支出|实际使用|已支付|实际执行|全年支出|支出(?:为|共计|合计|总计|共|达)?$|支付$|使用资金$|支出资金$"
        ),
    ),
    (
        "original_budget",
        re.compile(r"年初(?:部门|财政)?(?:批复)?(?:的)?预算|年初(?:安排|批复|下达)|年初部门预算|年初预算"),
    ),
    (
        "revised_budget",
        re.compile(
            r"全年预算|调整后|调整预算|预算总额|预算安排|预算数|预算资金|资金总额|预算(?:总计|合计|共计|为|共|收入|下达|金额)|总预算|部门预算|安排资金|下达资金|预算$|资金安排|到位资金|项目资金"
        ),
    ),
)
_APART_LABEL = re.compile(r"[“\"]?三公[”\"]?经费|政府采购|公用经费|会议费|培训费")
_PARTITION = re.compile(
    r"(?P<name>按(?:照)?[^,。;:]{2,12}?)(?:划分|分类|分|来看|看|统计)?[,:]*(?:包括|其中|分为|分别为|为)?[:,]*$"
)
_PARTS = re.compile(r"(?:其中|包括|分别为|包含|构成为|其中包括)[:,]*$")
_SOURCE = re.compile(r"均为(?P<source>[^,。;]{2,12}?)(?:支出|资金)?(?=[,。;]|$)")
_LABEL = re.compile(r"(?P<label>[^,。;:、()]{1,30})$")
_RELEVANT = re.compile(r"预算|执行|支出|资金")


@dataclass(frozen=True, slots=True)
class _Amount:
    role: str
    label: Span | None
    value: CitedQuantity
    start: int
    end: int


def read_spending(document: Document) -> Finds:
    """Budget rows stated in prose: one whole, its parts by partition, and money counted across it.

    The first paragraph that states a budget and its execution decides; later ones only fill what it leaves open.
    """
    rows: dict[tuple[str | None, str], BudgetRow] = {}
    for block in document.blocks:
        if isinstance(block, Paragraph) and len(block.text) < 4000 and _RELEVANT.search(block.text):
            for part, row in _paragraph(block):
                rows[part] = _merged(rows.get(part), row)
    whole = rows.get((None, ""))
    if whole is None or (whole.actual_expenditure is None and whole.execution_rate is None):
        return Finds(budget=tuple(row for (part, _), row in rows.items() if part == "apart"))
    return Finds(budget=tuple(rows.values()))


def _merged(known: BudgetRow | None, fresh: BudgetRow) -> BudgetRow:
    if known is None:
        return fresh
    names = ("label", "source_of_funds", "original_budget", "revised_budget", "actual_expenditure", "execution_rate")
    return known.model_copy(update={name: getattr(fresh, name) for name in names if getattr(known, name) is None})


def _paragraph(paragraph: Paragraph) -> Iterator[tuple[tuple[str | None, str], BudgetRow]]:
    folded = fold(paragraph.text)
    role: str | None = None
    for start, end in _sentences(folded.text):
        partition: str | None = None
        for found in _AMOUNT.finditer(folded.text, start, end):
            before = folded.text[start : found.start()]
            clause = re.split(r"[。;]", before)[-1]
            opened = _opened(clause)
            if opened is not None:
                partition = opened
            elif ";" in before and folded.text[max(0, found.start() - len(clause) - 1)] == ";" and partition:
                partition = None
            words = _words(clause)
            named = _role(words)
            value = amount_in(Span(paragraph, None, *folded.span(*found.span("amount"))), None, _METHOD)
            if value is None or named == "outside":
                continue
            if named == "apart":
                label = _APART_LABEL.search(clause)
                if label is not None:
                    at = found.start() - len(clause)
                    yield from _apart(paragraph, folded, (at + label.start(), at + label.end()), clause, value)
                continue
            if partition is not None and role is not None:
                label = _LABEL.search(words)
                if (label is not None and named is None) or (label is not None and opened is None):
                    yield _part(
                        paragraph, folded, found.start() - len(label["label"]), found.start(), role, partition, value
                    )
                continue
            if named is not None and partition is None:
                role = named
                yield (None, ""), BudgetRow(id="whole", **{named: value})
        for found in _RATE.finditer(folded.text, start, end):
            rate = _rate(paragraph, folded, found)
            if (
                rate is not None
                and partition is None
                and not re.search(
                    r"三公|采购|项目|公用|基本", folded.text[max(start, found.start() - 10) : found.start() + 2]
                )
            ):
                yield (None, ""), BudgetRow(id="whole", execution_rate=rate)
        source = _SOURCE.search(folded.text, start, end)
        if source is not None and role is not None and "财政" in source["source"]:
            cited = cite_text(Span(paragraph, None, *folded.span(*source.span("source"))), _METHOD)
            yield (None, ""), BudgetRow(id="whole", source_of_funds=cited)
    return


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in re.finditer(r"。", text):
        yield start, found.end()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def _opened(clause: str) -> str | None:
    """The partition that begins in the words before an amount: 按预算级次，包括： or 其中："""
    found = re.search(
        r"(按(?:照)?[^,。;:\d]{2,12}?)(?:划分|分类|来看|统计|分)?[,:]*(?:包括|其中|分为|分别为|为|含)?[:,]", clause
    )
    if found is not None and not re.search(r"\d", clause[found.end() :]):
        return found[1]
    found = re.search(r"(?:其中|包括|分别为|包含)[:,]*(?=[^\d]*$)", clause)
    return "其中" if found is not None else None


def _words(clause: str) -> str:
    """The words right before an amount: what stands after the last comma or amount."""
    return re.split(r"[,:、]|元|其中|包括", clause)[-1]


def _role(words: str) -> str | None:
    plain = re.sub(r"(?:共计|合计|总计|数额|金额|达到|达|为|共|约|是|计|:)+$", "", words)
    return next((role for role, pattern in _ROLES if pattern.search(plain)), None)


def _part(
    paragraph: Paragraph, folded: Folded, start: int, end: int, role: str, partition: str, value: CitedQuantity
) -> tuple[tuple[str | None, str], BudgetRow]:
    label = _label(paragraph, folded, start, end)
    name = "" if label is None else key(label.value)
    return (partition, name), BudgetRow(id="", label=label, parent="whole", partition=partition, **{role: value})


def _label(paragraph: Paragraph, folded: Folded, start: int, end: int) -> CitedText | None:
    words = folded.text[start:end]
    tail = re.search(r"(?:共计|合计|总计|预算|金额|达到|达|为|共|约|计|:|\d{4}年)+$", words)
    low = re.match(r"^(?:其中|包括|和|与|以及|及|[:,、])*", words)
    left, right = start + (low.end() if low else 0), end - (len(tail[0]) if tail else 0)
    return cite_text(Span(paragraph, None, *folded.span(left, right)), _METHOD) if left < right else None


def _apart(
    paragraph: Paragraph, folded: Folded, place: tuple[int, int], clause: str, value: CitedQuantity
) -> Iterator[tuple[tuple[str | None, str], BudgetRow]]:
    role = "actual_expenditure" if re.search(r"支出|执行|决算|实际", _words(clause)) else "revised_budget"
    label = cite_text(Span(paragraph, None, *folded.span(*place)), _METHOD)
    yield ("apart", key(label.value)), BudgetRow(id="apart", label=label, **{role: value})


def _rate(paragraph: Paragraph, folded: Folded, found: re.Match[str]) -> CitedQuantity | None:
    span = Span(paragraph, None, *folded.span(*found.span("rate")))
    value = read(span.text)
    return None if value is None else cite_quantity(value, span.where, cite_text(span, _METHOD).quote, _METHOD)
