"""Labelled sentences: the labels are true by arithmetic of their own, and the ledger reads the formulas whole.

What is held out only measures; nobody looks at which of its sentences fail.
"""

import re
from decimal import Decimal
from fractions import Fraction

from tests.figures.formulas import Formula, labelled, right

_NUMBER = re.compile(r"(?P<digits>[\d,]+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>.*)")
_SCALE = {"": 1, "万": 10**4, "亿": 10**8}
_EXACT_UNITS = re.compile(
    r"[个家件人名户场次期条项座台份天辆批处亩所套张种类盏根册只]|人次|场次|批次|家次|方面|工作日|分钟|小时"
)
_SIGNS = dict(zip("一两三四五六七八九十", range(1, 11), strict=True)) | {"二": 2}
_IN_WORDS = re.compile(r"(?P<sign>[一二两三四五六七八九十])(?P<tenths>成?)\D*")


def _interval(printed: str) -> tuple[Fraction, Fraction]:
    """What a printed figure stands for: itself where things are counted, else half its last digit up and down."""
    word = _IN_WORDS.fullmatch(printed)
    if word:
        value = Fraction(_SIGNS[word["sign"]], 10 if word["tenths"] else 1)
        return value, value
    found = _NUMBER.fullmatch(printed.removeprefix("约"))
    assert found, printed
    digits, unit = found["digits"].replace(",", ""), found["unit"]
    step = Fraction(1, 10 ** len(digits.partition(".")[2])) * _SCALE[found["scale"]]
    value = Fraction(Decimal(digits)) * _SCALE[found["scale"]]
    share = Fraction(1, 100) if unit == "%" else Fraction(1)
    exact = (step == 1 and _EXACT_UNITS.match(unit)) or unit.startswith("分")
    half = Fraction(0) if exact else step / 2
    return (value - half) * share, (value + half) * share


def _combined(formula: Formula) -> tuple[Fraction, Fraction]:
    kind, result, printed, _ = formula
    if kind == "count":
        return Fraction(printed[0]), Fraction(printed[0])
    operands = [_interval(operand) for operand in printed]
    (low, high), (other_low, other_high) = operands[0], operands[-1]
    if kind == "sum":
        return sum((low for low, _ in operands), Fraction(0)), sum((high for _, high in operands), Fraction(0))
    if kind == "difference":
        scale = 100 if "百分点" in result else 1
        return (low - other_high) * scale, (high - other_low) * scale
    if kind == "product":
        return low * other_low, high * other_high
    quotient = low / other_high, high / other_low
    if kind == "growth":
        return (quotient[0] - 1, quotient[1] - 1) if low > other_low else (1 - quotient[1], 1 - quotient[0])
    return quotient


def test_labels_are_true_by_arithmetic() -> None:
    wrong = []
    for part in (False, True):
        for text, formulas in labelled(held_out=part):
            for formula in formulas:
                (low, high), (printed_low, printed_high) = _combined(formula), _interval(formula[1])
                if (low <= printed_high and printed_low <= high) is not formula[3]:
                    wrong.append((text, formula))
    assert wrong == []


def test_sentences_written_against_are_read_whole() -> None:
    sentences = labelled(held_out=False)
    assert len(sentences) >= 900
    wrong = [text for text, formulas in sentences if not right(text, formulas)]
    assert len(wrong) <= len(sentences) * 25 // 1000, wrong


def test_sentences_that_only_measure_keep_their_share() -> None:
    sentences = labelled(held_out=True)
    assert len(sentences) >= 130
    read = sum(right(text, formulas) for text, formulas in sentences)
    assert read >= len(sentences) * SHARE_HELD_OUT


SHARE_HELD_OUT = Decimal("0.96")
