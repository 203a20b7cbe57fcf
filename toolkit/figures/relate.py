"""Passages → relations that the text itself states, family by family."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from toolkit.figures.against import against_in
from toolkit.figures.changes import changes_in
from toolkit.figures.counts import counts_in
from toolkit.figures.deductions import deductions_in
from toolkit.figures.enumerations import FURTHEST, enumerations_in
from toolkit.figures.growths import growths_in
from toolkit.figures.holding import holding_in
from toolkit.figures.inline import Inline, inline
from toolkit.figures.listing import listings_of
from toolkit.figures.otherwise import made_otherwise
from toolkit.figures.parted import parted_in
from toolkit.figures.persons import persons_in
from toolkit.figures.products import products_in
from toolkit.figures.rates import rates_in
from toolkit.figures.sentence import Sentence, sentences_of
from toolkit.figures.shares import Named, shares_in
from toolkit.figures.spending import spending_in
from toolkit.figures.spot import Passage, Spot
from toolkit.figures.sums import sums_in
from toolkit.figures.surveys import surveys_in
from toolkit.figures.wrong_base import wrong_base_in
from toolkit.figures.year_on_year import year_on_year_in
from toolkit.model.figure import Relation

_MOST_NUMBERS = 120
_FURTHEST = 60


def related(passages: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of all paragraphs and wordy cells, in reading order."""
    before: list[Spot] = []
    for index, passage in enumerate(passages):
        sentences = list(sentences_of(passage))
        named = Named(passage)
        for number, sentence in enumerate(sentences):
            asides = _asides(sentences, number)
            told = list(_of_sentence(sentence, named, asides))
            if 0 < len(sentence.numbers) <= _MOST_NUMBERS and not sentence.aside:
                figures = inline(sentence, asides)
                found = _with_context(sentence, asides, figures, before[-_FURTHEST:], told)
                told += list(_not_otherwise(sentence, found))
                told += list(wrong_base_in(sentence, figures, told))
            elif sentence.aside and sentence.lead is None and len(sentence.numbers) <= _MOST_NUMBERS:
                told += _not_otherwise(sentence, parted_in(sentence, before[-_FURTHEST:], told))
            yield from told
            before += [spot for _, _, spot in sentence.runs]
        yield from enumerations_in(sentences, passages[index + 1 : index + 1 + FURTHEST])
        yield from deductions_in(passage)


def _with_context(
    sentence: Sentence,
    asides: Sequence[Sentence],
    figures: Sequence[Inline],
    before: Sequence[Spot],
    told: Sequence[Relation],
) -> Iterator[Relation]:
    """What the sentence says with its brackets, in all these `figures`, and with those of the text before it."""
    yield from parted_in(sentence, before, told)
    yield from against_in(sentence, figures, before, told)
    yield from spending_in(sentence, before, told)
    yield from surveys_in(sentence, figures, told)
    yield from persons_in(sentence, figures, told)
    yield from growths_in(sentence, asides, figures, told)


def _asides(sentences: Sequence[Sentence], number: int) -> list[Sentence]:
    """The brackets of a sentence."""
    if sentences[number].aside:
        return []
    return list(takewhile(lambda one: one.aside, map(sentences.__getitem__, range(number + 1, len(sentences)))))


def _of_sentence(sentence: Sentence, named: Named, asides: Sequence[Sentence]) -> Iterator[Relation]:
    """A sentence with more numerals than a person would check is a list of data, not a statement."""
    if len(sentence.numbers) > _MOST_NUMBERS:
        return
    told = list(_not_otherwise(sentence, _patterned(sentence, named, asides)))
    told += list(_not_otherwise(sentence, year_on_year_in(sentence, told)))
    yield from told
    yield from _not_otherwise(sentence, holding_in(sentence, told))


def _not_otherwise(sentence: Sentence, relations: Iterator[Relation]) -> Iterator[Relation]:
    return (one for one in relations if one.holds is not False or not made_otherwise(one, sentence))


def _patterned(sentence: Sentence, named: Named, asides: Sequence[Sentence]) -> Iterator[Relation]:
    listings = listings_of(sentence)
    yield from sums_in(sentence, listings)
    yield from shares_in(sentence, listings, named)
    yield from rates_in(sentence)
    yield from changes_in(sentence)
    yield from products_in(sentence)
    yield from counts_in(sentence, asides)
