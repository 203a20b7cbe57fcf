"""Changes that say the same must change nothing: another money unit, coarser rates, other order, a table cut in two."""

import random
import re
from collections import Counter
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

import pytest

from tests.audit.cases import dossier
from tests.figures.formulas import labelled
from tests.figures.same_facts import labelled as documents
from tests.figures.same_facts import tied
from tests.figures.test_relate import ledger_of
from tests.figures.told import HOLDS, WRONG
from toolkit.audit.rule import Example
from toolkit.audit.specimen import report
from toolkit.model.figure import Relation

_WAN = re.compile(r"(\d[\d,]*(?:\.\d+)?)(\s?)万元")
_AMOUNT = re.compile(r"(\d[\d,]*\.\d+)([万亿]元)")
_DIGITS = re.compile(r"\d[\d,.]*")
_RATE = re.compile(r"(\d+)\.(\d+)%")
MONEY = [text for text, *_ in (*HOLDS, *WRONG) if _WAN.search(text) and "亿元" not in text]
TEXTS = [text for text, _ in labelled(held_out=False)]


def _verdicts(relations: Iterable[Relation]) -> Counter[tuple[str, int, bool | None]]:
    return Counter((relation.type, len(relation.operands), relation.holds) for relation in relations)


def _in_yi(found: re.Match[str]) -> str:
    return f"{Decimal(found[1].replace(',', '')).scaleb(-4):f}{found[2]}亿元"


def _in_yuan(found: re.Match[str]) -> str:
    return f"{Decimal(found[1].replace(',', '')).scaleb(4):f}{found[2]}元"


@pytest.mark.parametrize("text", MONEY)
def test_money_in_another_unit_of_equal_precision(text: str) -> None:
    assert _verdicts(ledger_of(_WAN.sub(_in_yi, text)).relations) == _verdicts(ledger_of(text).relations)


@pytest.mark.parametrize("text", [text for text in MONEY if ledger_of(text).relations])
def test_money_in_yuan_breaks_nothing_that_holds_exactly(text: str) -> None:
    before = ledger_of(text).relations
    if all(relation.holds for relation in before):
        assert not [one.calculation for one in ledger_of(_WAN.sub(_in_yuan, text)).relations if one.holds is False]


@pytest.mark.parametrize("text", [text for text, kind, _ in HOLDS if kind in {"share", "ratio", "growth"}])
def test_rates_printed_to_fewer_digits_still_hold(text: str) -> None:
    coarser = _RATE.sub(lambda found: f"{round(Decimal(found[0][:-1]))}%", text)
    assert not [one.calculation for one in ledger_of(coarser).relations if one.holds is False]


def _coarser(found: re.Match[str]) -> str:
    """The amount with one digit less behind the point, rounded as a person would."""
    digits, unit = Decimal(found[1].replace(",", "")), found[0][len(found[1]) :]
    places = max(0, -int(digits.as_tuple().exponent) - 1)
    return f"{digits.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}{unit}"


TRUE = [text for text, formulas in labelled(held_out=False) if formulas and all(holds for *_, holds in formulas)]
ROUNDED = [text for text in TRUE if _AMOUNT.search(text)]


def test_amounts_printed_to_fewer_digits_still_hold() -> None:
    assert len(ROUNDED) >= 40
    for text in ROUNDED:
        coarser = _AMOUNT.sub(_coarser, text)
        assert coarser != text
        assert not [one.calculation for one in ledger_of(coarser).relations if one.holds is False], coarser


def test_an_amount_off_by_more_than_its_rounding_does_not() -> None:
    """The test above can fail: the same sentences with their first amount changed by a tenth are found wrong."""
    wrong = 0
    for text in ROUNDED:
        changed = _AMOUNT.sub(lambda one: f"{Decimal(one[1].replace(',', '')) * 11 / 10:.2f}{one[2]}", text, count=1)
        wrong += any(one.holds is False for one in ledger_of(changed).relations)
    assert wrong >= len(ROUNDED) // 5, wrong


def _pairs_by_print(text: str) -> Counter[tuple[str, ...]]:
    lines = text.splitlines()
    return Counter(
        tuple(sorted(_DIGITS.match(lines[line - 1], column - 1)[0] for line, column in pair))  # type: ignore[index]
        for pair in tied(text)
    )


def test_sections_in_another_order_tie_the_same_pairs() -> None:
    for one in documents(held_out=False):
        sections = [part.rstrip("\n") for part in re.split(r"(?m)^(?=#)", one.text) if part.strip()]
        assert _pairs_by_print("\n\n".join(reversed(sections))) == _pairs_by_print(one.text), one.name


def test_order_of_paragraphs_changes_no_verdict() -> None:
    chance = random.Random(5)
    for start in range(0, len(TEXTS), 40):
        some = TEXTS[start : start + 40]
        before = ledger_of("¶".join(some)).relations
        chance.shuffle(some)
        after = ledger_of("¶".join(some)).relations
        assert _verdicts(before) == _verdicts(after)


@pytest.mark.parametrize("total", ["98.30", "98.80"])
def test_table_cut_in_two_with_its_head_repeated(total: str) -> None:
    whole = report(total=total)
    head = whole[whole.index("| 一级指标") : whole.index("| 产出指标 | 数量")]
    cut = whole.replace("| 效益指标 | 社会", f"\n{head}| 效益指标 | 社会", 1)
    assert cut != whole
    codes = [[one.code for one in dossier(Example("silent", text, "")).findings] for text in (whole, cut)]
    assert codes[0] == codes[1]
    assert ("SCO101" in codes[0]) is (total == "98.80")
