"""The real report: its relations are found and hold; a step out of the interval is seen wherever it is taken."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from toolkit.extract import extract
from toolkit.figures import build_ledger
from toolkit.model.figure import FigureLedger, Relation
from toolkit.readers import read

NAME = "000_98a5634400e74046.txt"


def ledger_of(text: str) -> FigureLedger:
    """The whole way from text to ledger."""
    document = read(text.encode(), NAME)
    return build_ledger(document, extract(document))


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    """The report as received."""
    return (shared / "reports" / NAME).read_text(encoding="utf-8")


def test_no_relation_of_the_clean_report_fails(text: str) -> None:
    assert [relation.calculation for relation in ledger_of(text).relations if relation.holds is not True] == []


def test_budget_partitions_rate_scores_and_counts_are_checked(text: str) -> None:
    ledger = ledger_of(text)
    found = [relation.type for relation in ledger.relations]
    assert (found.count("sum"), found.count("ratio"), found.count("count")) == (8, 1, 4)
    assert ledger.summary.unreadable == 0


def test_every_digit_is_accounted_for(text: str) -> None:
    document = read(text.encode(), NAME)
    ledger = build_ledger(document, extract(document))
    seen = sum(len(re.findall(r"\d", figure.quote)) for figure in ledger.figures)
    owners = [
        block.text if hasattr(block, "text") else "".join(cell.text for cell in block.cells)
        for block in document.blocks
    ]
    assert seen == sum(len(re.findall(r"\d", owner)) for owner in owners)


def test_smallest_wrong_step_of_each_result_is_seen(text: str) -> None:
    lines = text.split("\n")
    stepped = [
        relation
        for relation in ledger_of(text).relations
        if relation.type not in {"count", "same_fact"} or relation.result == "3个"
    ]
    assert len(stepped) == 10
    for relation in stepped:
        segment = relation.where.segments[0]
        assert segment.line is not None and segment.column is not None and segment.end_column is not None
        line = lines[segment.line - 1]
        changed = _stepped(line[segment.column - 1 : segment.end_column - 1], relation)
        altered = line[: segment.column - 1] + changed + line[segment.end_column - 1 :]
        after = ledger_of("\n".join([*lines[: segment.line - 1], altered, *lines[segment.line :]])).relations
        wrong = {(again.type, again.result) for again in after if again.holds is False}
        assert (relation.type, changed) in wrong, relation.calculation


def _stepped(quote: str, relation: Relation) -> str:
    """The numeral moved by the smallest printed step that leaves the interval of its operands."""
    numeral = re.search(r"[\d,.]+", quote)
    assert numeral is not None
    plain = numeral[0].replace(",", "")
    value = Decimal(plain)
    step = Decimal(1).scaleb(-len(plain.partition(".")[2]))
    scale = (relation.printed.low + relation.printed.high) / 2 / value
    width = (relation.expected.high - relation.expected.low + relation.printed.high - relation.printed.low) / scale
    slack = len(relation.operands) / Decimal(2) * step if quote.endswith("分") else Decimal(0)
    steps = int((width + slack) / step) + 1
    return quote[: numeral.start()] + format(value - step * steps, "f") + quote[numeral.end() :]
