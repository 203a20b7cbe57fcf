"""Patterns give every phrasing they promise; the splits share no pattern; the main facts are said in many ways."""

from random import Random

import pytest

from toolkit.corpus.grammar import SPLITS, all_patterns, choose, count, filled, phrasebook

MAIN_FACTS = (
    "opening",
    "plan_more",
    "spent",
    "conclusion",
    "process",
    *(f"reason_D{number}" for number in range(1, 15)),
)


def test_alternatives_nest_and_are_counted() -> None:
    pattern = "[全年|当年[实际|]]支出{spent}"
    said = {choose(pattern, Random(seed)) for seed in range(40)}
    assert said == {"全年支出{spent}", "当年实际支出{spent}", "当年支出{spent}"}
    assert count(pattern) == 3
    assert filled("支出{spent}", {"spent": "3万元"}) == "支出3万元"


def test_a_missing_slot_is_an_error() -> None:
    with pytest.raises(KeyError):
        filled("支出{spent}", {})


def test_every_split_says_every_fact() -> None:
    assert all(by_split[split] for by_split in all_patterns().values() for split in SPLITS)


@pytest.mark.parametrize("fact", MAIN_FACTS)
def test_main_facts_are_said_in_many_ways(fact: str) -> None:
    ways = sum(count(pattern) for split in SPLITS for pattern in all_patterns()[fact][split])
    assert ways >= 40, f"{fact}: {ways}"


def test_no_pattern_is_in_two_splits() -> None:
    for fact, by_split in all_patterns().items():
        every = [pattern for split in SPLITS for pattern in by_split[split]]
        assert len(set(every)) == len(every), fact


def test_expansions_of_one_split_are_not_said_in_another() -> None:
    """Sampled: what a pattern may become, slots open, by split."""
    for fact, by_split in all_patterns().items():
        said = [
            {choose(pattern, Random(seed)) for pattern in by_split[split] for seed in range(25)} for split in SPLITS
        ]
        assert not (said[0] & said[1] or said[0] & said[2] or said[1] & said[2]), fact


def test_a_phrasebook_says_only_its_own_patterns() -> None:
    book = phrasebook("test")
    assert book.patterns["spent"] == all_patterns()["spent"]["test"]
