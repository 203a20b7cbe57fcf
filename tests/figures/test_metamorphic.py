"""Changes that say the same must change nothing: another money unit, coarser rates, other order, a table cut in two."""

import random
import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

import pytest

from tests.audit.cases import dossier
from tests.figures.formulas import labelled
from tests.figures.test_relate import ledger_of
from tests.figures.told import HOLDS, WRONG
from toolkit.audit.rule import Example
from toolkit.audit.specimen import report
from toolkit.model.figure import Relation

_WAN = re.compile(r"(\d[\d,]*(?:\.\d+)?)(\s?)万元")
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
