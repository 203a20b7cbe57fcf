"""A paragraph of running text → the budget rows that its amounts tell, in order: the whole, its parts, money apart."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import Final

from toolkit.extract.citing import Span, cite_quantity, cite_text, quote_at
from toolkit.extract.form import AMOUNTS
from toolkit.extract.money import amount_words, parts
from toolkit.extract.money.by_arithmetic import executed, solved
from toolkit.extract.money.fund_parts import exact
from toolkit.extract.money.funds import amount_in
from toolkit.extract.money.money_roles import fields_in_turn, role_of, told_field, words_of
from toolkit.extract.money.one_whole import WHOLE, Place, Placed
from toolkit.extract.money.parts import CHANGE, Coming, count_adding_up, field_made, name_in
from toolkit.extract.money.splits import (
    LEFT_OVER,
    NAMED_SPLIT,
    NO_PART,
    OF_THE_PRICED,
    OF_THE_WHOLE,
    PLAIN_SPLIT,
    PRICE,
    SO_FAR,
    UNNAMED,
)
from toolkit.extract.money.terms import Terms
from toolkit.extract.money.told_parts import told_parts
from toolkit.extract.money.told_rate import has_a_rate, rates_told, share_behind, tells_of_the_sum
from toolkit.measure.budget_story import Sum
from toolkit.measure.execution_story import Execution, is_of
from toolkit.measure.grammar import read
from toolkit.measure.interval import half_unit
from toolkit.measure.money_clause import IN_THE_END, PAUSES
from toolkit.model.citation import CitedQuantity, CitedText
from toolkit.model.document import Paragraph
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import BudgetRow
from toolkit.patterns import regex
from toolkit.text import fold, key

_METHOD = "text:budget"
_NEAR, _AHEAD = 60, 200  # characters
_MOST_PARTS = 12

_AT_FIRST: Final = regex(r"(?:^|[。;])(?:20\d\d年)?年初,$")  # 年初，县人大批复我局部门预算2,846.50万元
_OUT: Place = (None, None, "outside")


class ParagraphMoney:
    """One paragraph's amounts in order, with the wholes whose parts are being told, the outermost first.

    A paragraph that begins with 其中 tells the parts of the one above.
    """

    def __init__(
        self,
        paragraph: Paragraph,
        above: "ParagraphMoney | None",
        terms: Terms,
        base: Sum | None,
        known: dict[str, Place],
    ) -> None:
        self.paragraph = paragraph
        self.terms = terms
        self.folded = fold(paragraph.text)
        self.of_sum = tells_of_the_sum(self.folded.text)
        goes_on = above if PLAIN_SPLIT.match(self.folded.text) else None
        self.role: str | None = None if goes_on is None else goes_on.role
        self.apart: Place | None = None if goes_on is None else goes_on.apart
        self.last: Place = WHOLE if goes_on is None else goes_on.last
        self.splits: list[tuple[Place, str]] = []
        self.whole: Decimal | None = None if goes_on is None else goes_on.whole
        self.told: dict[str, Decimal] = {} if goes_on is None else goes_on.told  # of the whole, by field
        self.here: dict[str, Decimal] = {}  # the same, of this sentence
        self.in_turn: list[str] = []
        self.several: str | None = None  # the field of amounts told in turn, each of another thing
        self.priced = False  # what was told last is the price of one
        self.listed = 0  # where a list ends that nothing announced
        by_sums = solved(self.folded.text, terms)
        self.fields, self.rated = by_sums.fields, by_sums.rated
        self.told_parts = told_parts(self.folded.text)
        self.executions = executed(self.folded.text, terms)
        self.base = base  # the budget told last
        self.known = known  # parts of the whole by name, of the paragraphs before too
        self.of_parts: set[int] = set()  # where the rates of parts begin

    def rows(self) -> Iterator[Placed]:
        """Rows as they come; one row's figures may come apart."""
        for sentence in re.finditer(r"[^。]+", self.folded.text):
            self.splits, self.listed, self.here = [], 0, {}
            listed = len(parts.ITEM.findall(sentence[0])) > 1
            for piece in re.finditer(r"[^;]+", sentence[0]):
                item = parts.ITEM.search(piece[0]) if listed else None
                low = sentence.start() + piece.start()
                end = low + (len(piece[0]) if item is None else item.start())
                for place, row in self._piece(low, end, sentence.end()):
                    self._granted(place, row)
                    yield place, row
                self.splits = self.splits[:1]

    def _piece(self, start: int, end: int, stop: int) -> Iterator[Placed]:
        """Of a piece up to a semicolon of a sentence that stops at `stop`."""
        text = self.folded.text
        after = start
        amounts = list(amount_words.AMOUNT.finditer(text, start, end))
        beside = None
        for index, found in enumerate(amounts):
            between = text[after : found.start()]
            if beside is not None and ")" in between:
                self.role, self.last, self.whole, self.splits, beside = *beside, None
            if between.startswith("(") and ")" not in between:
                beside = (self.role, self.last, self.whole, self.splits[:])
            told = self.fields.get(found.start())
            if told is not None and (self.apart is None or told in self.rated):
                self.apart = None
                summed = self.several is not None and parts.SUMMED.fullmatch(between)
                yield from self._of_story(self.several if self.several is not None and summed else told, found)
                after = found.end()
                continue
            if self.apart is None and not self.splits and (done := self._executed(found)) is not None:
                yield from self._of_story("actual_expenditure", found)
                yield from self._as_rate(done.rate.start, done.rate.end)
                after = found.end()
                continue
            if self.apart is None and (row := self._told_part(found)) is not None:
                yield row
                after = found.end()
                yield from self._rate_of_part(after)
                continue
            words, gap = words_of(between)
            if not (self.in_turn and between in PAUSES):
                self.in_turn = fields_in_turn(between)
            if not self.in_turn and not (self.splits and parts.NAMED_IN_TURN.search(between)):
                self._open(between, words)
            if self.splits and beside is None and self.last == WHOLE:
                self._whose_parts(amounts[index:])
            if self.listed and found.start() >= self.listed:
                self.splits, self.listed = [], 0
            if not self.splits and self.whole is not None and self.apart is None and self.last == WHOLE:
                self._unannounced(found.start(), stop)
            after = found.end()
            behind = text[after : amounts[index + 1].start()] if index + 1 < len(amounts) else ""
            yield from self._amount(found, between, words, found.start() - gap, behind)
            yield from self._rate_of_part(after)
        if beside is not None and ")" in text[after:end]:
            self.role, self.last, self.whole, self.splits = beside
        yield from self._rate(start, end)
        source = amount_words.SOURCE.search(text, start, end)
        if source is not None and self.role is not None and self.apart is None:
            yield WHOLE, BudgetRow(id="whole", source_of_funds=self._text(*source.span("source")))

    def _told_part(self, found: re.Match[str]) -> Placed | None:
        """A part whose sum is an amount of the whole, told before or behind it."""
        part = self.told_parts.get(found.start())
        value = None if part is None else amount_in(self._span(*found.span()), None, _METHOD)
        if part is None or value is None:
            return None
        role = next((field for field in reversed(self.told) if self.told[field] == part.made), None)
        if role is None and part.whole is not None and part.field is not None:
            role = self.fields.setdefault(part.whole, part.field)
        if role is None:
            return None
        label, partition = self._text(*part.name), f"{UNNAMED}{self.paragraph.id}:{part.made}"
        place: Place = (WHOLE[2], partition, key(label.value))
        self.splits, self.last, self.known[place[2]] = [], place, place
        return place, BudgetRow(id="", label=label, parent=WHOLE[2], partition=partition, **{role: value})

    def _granted(self, place: Place, row: BudgetRow) -> None:
        """Keeps the budget that what was spent may be held against."""
        amount = row.revised_budget or row.original_budget
        if place == WHOLE and amount is not None and isinstance(amount.value, NumberQuantity) and amount.value.low:
            self.base = Sum(0, 0, amount.value.low, half_unit(amount.value), "")

    def _executed(self, found: re.Match[str]) -> Execution | None:
        """An amount spent of the budget, as the rate beside it shows, one of them misprinted at most."""
        told = self.executions.get(found.start())
        return told if told is not None and self.base is not None and is_of(told, self.base) else None

    def _of_story(self, field: str, found: re.Match[str]) -> Iterator[Placed]:
        """An amount of which its whole sentence shows what it is."""
        value = amount_in(self._span(*found.span()), None, _METHOD)
        self.splits, self.in_turn, self.last = [], [], WHOLE
        if value is not None and field in AMOUNTS:
            if field != "original_budget" or "revised_budget" not in self.told:  # what follows is of the latter
                self.role, self.whole = field, exact(value)
            self._keep(field, value)
            yield WHOLE, BudgetRow(id="whole", **{field: value})
        elif self.folded.text.startswith("(", found.end()):
            self.last = _OUT

    def _keep(self, field: str, value: CitedQuantity) -> None:
        """Keeps an amount of the whole, which parts told later may make."""
        if (size := exact(value)) is not None:
            self.told[field] = self.here[field] = size

    def _whose_parts(self, amounts: Sequence[re.Match[str]]) -> None:
        """Parts announced behind several amounts of the whole are of the one that they make, of those told in the same
        sentence, or where none is, in the paragraph; behind both budgets else of the one granted in the end."""
        made = field_made(self._coming(amounts[:_MOST_PARTS]), self.here or self.told, self.role or "")
        if made is None and self.role == "original_budget" and "revised_budget" in self.told:
            made = "revised_budget"
        if made is not None:
            self.role, self.whole = made, self.told[made]

    def _unannounced(self, start: int, stop: int) -> None:
        """Opens a list of parts that nothing announces, where the next amounts of the sentence make the whole."""
        ahead = list(islice(amount_words.AMOUNT.finditer(self.folded.text, start, stop), _MOST_PARTS))
        if self.whole is not None and (count := count_adding_up(self._coming(ahead), self.whole)):
            self.splits = [(WHOLE, f"{UNNAMED}{self.paragraph.id}:{start}")]
            self.listed = ahead[count - 1].end()

    def _coming(self, amounts: Sequence[re.Match[str]]) -> list[Coming]:
        read = (amount_in(self._span(*found.span()), None, _METHOD) for found in amounts)
        sizes = (None if value is None else exact(value) for value in read)
        before = (self.folded.text[max(0, found.start() - _NEAR) : found.start()] for found in amounts)
        return [Coming(words, size) for words, size in zip(before, sizes, strict=True)]

    def _open(self, between: str, words: str) -> None:
        """Which whole the next amount is a part of."""
        if (found := NAMED_SPLIT.search(between)) is not None:
            self.splits = [(WHOLE, found["name"])]
        elif (split := PLAIN_SPLIT.search(between)) is not None:
            parent = WHOLE if OF_THE_WHOLE.match(split[0]) and (self.splits or "看" in split[0]) else self.last
            self.splits.append((parent, f"{UNNAMED}{self.paragraph.id}:{self.folded.text.index(between)}"))
        elif parts.WHOLE_AGAIN.search(words):
            self.splits = []
        elif parts.OUTER_PART.search(words):
            self.splits = self.splits[:1]

    def _amount(self, found: re.Match[str], between: str, words: str, end: int, behind: str) -> Iterator[Placed]:
        """What one amount tells; `words` end at `end`, `behind` stands up to the next amount."""
        value = amount_in(self._span(*found.span()), None, _METHOD)
        named = self._named(found, between, words)
        turned = (
            amount_words.TURNED.fullmatch(words)
            or words in IN_THE_END
            or amount_words.MAKES.fullmatch(between) is not None
        )
        if self.role == "original_budget" and turned and (self.last == WHOLE or "合计" in between):
            named = "revised_budget"  # 由年初的…调增至…, 年初…，全年…
        if named is None and amount_words.PAID_OUT.search(words) and has_a_rate(self.folded.text, found.end()):
            named = "actual_expenditure"
        bound = amount_words.BOUND.search(words) is not None  # 不足610万元 says no amount
        of_them = self.priced and OF_THE_PRICED.fullmatch(between) and not has_a_rate(self.folded.text, found.end())
        self.priced = PRICE.search(between) is not None
        in_turn = self.apart is not None and "分别" in words
        if named in self.rated and self.apart is None:
            named = "outside"  # what makes the rate is told elsewhere in the paragraph
        if value is None or bound or in_turn or self.priced or of_them or self.folded.text.startswith("/", found.end()):
            return
        other = named not in AMOUNTS and named != "apart" and not CHANGE.search(words)
        if not self.splits and other and exact(value) != self.whole:
            self.last = _OUT  # what is told as part of it is none of the whole
        if named == "outside" and not self.splits:
            return
        aside = amount_words.ASIDE.match(between)
        apart = None if self.splits else amount_words.APART_LABEL.search(between, 0 if aside is None else aside.end())
        if apart is not None and amount_words.OF_LAST_YEAR.search(between, 0, apart.start()):
            return
        if apart is not None:
            at = found.start() - len(between)
            label = self._text(at + apart.start(), at + apart.end())
            self.apart = self.last = (None, "apart", key(label.value))
            role = named if named in AMOUNTS else "revised_budget"
            yield self.apart, BudgetRow(id="apart", label=label, **{role: value})
        elif self.splits and self.role == "revised_budget" and named == "original_budget":
            self.last = self.splits.pop()[0]  # 全年预算…，其中年初预算…、年中追加…: no parts, but how it came about
            yield self.last, BudgetRow(id="whole", original_budget=value)
        elif self.splits and self.role is not None:
            yield from self._part(value, between, words, end, behind)
        elif named in AMOUNTS:
            if self.apart is not None and amount_words.ALL.search(words):
                self.apart = None
            if self.apart is not None:
                if not amount_words.ANOTHER.search(between):
                    yield self.apart, BudgetRow(id="apart", **{named: value})
                return
            if not amount_words.BESIDE.match(words):
                self.role = named
                self.last = WHOLE
                self.whole = exact(value)
            self._keep(named, value)
            yield WHOLE, BudgetRow(id="whole", **{named: value})
            if named == "actual_expenditure" and (share := share_behind(self.folded.text, found.end())):
                yield from self._as_rate(*share.span("rate"))

    def _part(self, value: CitedQuantity, between: str, words: str, end: int, behind: str) -> Iterator[Placed]:
        """The amount of a part of the whole whose parts are being told, or what was spent of the part told last."""
        parent, partition = self.splits[-1]
        if (
            parent == _OUT
            or parts.COMPARED.search(words)
            or parts.NAMED_IN_TURN.search(words)
            or (self.role == "actual_expenditure" and LEFT_OVER.match(words))
        ):
            return
        if amount_words.SPENT_OF_IT.fullmatch(between) and self.last[:2] == (parent[2], partition):
            yield self.last, BudgetRow(id="", actual_expenditure=value)
            return
        role = "revised_budget" if self.role is None or amount_words.SPENT_OF_IT.fullmatch(behind) else self.role
        part = self._label(words, end)
        if part is not None and NO_PART.fullmatch(part.value):
            self.splits = []
        elif part is not None and (known := self.known.get(parts.spent_by(key(part.value)))) is not None:
            self.last = known
            yield known, BudgetRow(id="", actual_expenditure=value)
        elif part is not None and parent[1] != "apart" and not SO_FAR.search(part.value):
            self.last = (parent[2], partition, key(part.value))
            self.known.setdefault(self.last[2], self.last)
            yield (
                self.last,
                BudgetRow(id="", label=part, parent=parent[2], partition=partition, **{role: value}),
            )

    def _named(self, found: re.Match[str], between: str, words: str) -> str | None:
        """The field of an amount, by its clause, by words that name several in turn, or by those before a bracket."""
        if self.terms.shut_out(words, self.folded.text[: found.start()]):
            return "outside"
        if self.in_turn:
            return self.in_turn.pop(0)
        if amount_words.TURNED_INTO.search(between):
            return "revised_budget"
        if between.endswith("("):
            return told_field(words_of(between[:-1])[0])
        if self.several is not None and between in PAUSES:
            return "outside"
        several, self.several = self.several, None
        if several is not None and parts.SUMMED.fullmatch(between):
            return several
        behind = self.folded.text[found.end() : found.end() + _NEAR]
        named = role_of(words, behind, self.terms.year is None)
        if named == "revised_budget" and _AT_FIRST.search(self.folded.text, 0, found.start() - len(words)):
            named = "original_budget"
        if named in AMOUNTS and parts.IN_TURN.search(between):
            self.several = named
            return "outside"
        if (
            words
            and named == "revised_budget"
            and not amount_words.FINAL.search(words)
            and amount_words.FINAL.search(self._to_come(found.end()))
        ):
            return "original_budget"  # 预算批复…，调增…，调整后预算…: what was approved first
        return named

    def _to_come(self, start: int) -> str:
        """The rest of the sentence."""
        return re.split("[。;]", self.folded.text[start : start + _AHEAD], maxsplit=1)[0]

    def _label(self, words: str, end: int) -> CitedText | None:
        """The name of a part: of the words right before its amount, which end there."""
        named, begin = name_in(words), end - len(words)
        return None if named is None else self._text(begin + named[0], begin + named[1])

    def _rate_of_part(self, end: int) -> Iterator[Placed]:
        """The rate right behind the amount of a part, where other parts of its sentence have one too."""
        text = self.folded.text
        found = parts.RATE_BEHIND.match(text, end) if self.last[0] == WHOLE[2] else None
        stop = text.find("。", end)
        begin = text.rfind("。", 0, end) + 1
        if found is not None and len(parts.RATE_BEHIND.findall(text, begin, stop if stop >= 0 else len(text))) > 1:
            self.of_parts.add(found.start("rate"))
            for _, row in self._as_rate(*found.span("rate")):
                yield self.last, BudgetRow(id="", execution_rate=row.execution_rate)

    def _rate(self, start: int, end: int) -> Iterator[Placed]:
        text, apart = self.folded.text, self.apart is not None
        for found in rates_told(text, start, end, self.terms.year, of_sum=self.of_sum, apart=apart):
            if found.start("rate") not in self.of_parts:
                yield from self._as_rate(*found.span("rate"))

    def _as_rate(self, start: int, end: int) -> Iterator[Placed]:
        span = self._span(start, end)
        value = read(span.text)
        if value is not None:
            quote = quote_at(span, span.where)
            rate = cite_quantity(value, span.where, quote, _METHOD, confidence=span.confidence)
            yield self.apart or WHOLE, BudgetRow(id="apart" if self.apart else "whole", execution_rate=rate)

    def _span(self, start: int, end: int) -> Span:
        return Span(self.paragraph, None, *self.folded.span(start, end))

    def _text(self, start: int, end: int) -> CitedText:
        return cite_text(self._span(start, end), _METHOD)
