"""Made training sentences: reproducible, split by phrasing and word, far from the hand-written ones."""

import hashlib
import json
from collections import Counter
from itertools import combinations

import pytest

from tests.conftest import ROOT
from toolkit.corpus.sentences.compose import CODES, ROLES, SLOTS, sentences
from toolkit.corpus.sentences.grammar import PARTS, sections, words
from toolkit.nlp.terms import plain

HANDWRITTEN = ROOT / "corpora" / "handwritten"


def _rows(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (HANDWRITTEN / f"{name}.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", ["sentences", "sample-reasons"])
def test_handwritten_sets_are_frozen(name: str) -> None:
    data = (HANDWRITTEN / f"{name}.jsonl").read_bytes()
    assert hashlib.sha256(data).hexdigest() in (HANDWRITTEN / "README.md").read_text("utf-8")


def test_handwritten_sentences_are_enough_of_each_kind() -> None:
    rows = _rows("sentences")
    roles = Counter(row["role"] for row in rows)
    codes = Counter(code for row in rows for code in row["categories"])  # type: ignore[attr-defined]
    assert len(rows) >= 400
    assert set(roles) == set(ROLES)
    assert min(codes[code] for code in CODES) >= 25


def test_no_handwritten_sentence_is_made() -> None:
    made = {plain(one.text) for part in PARTS for one in sentences(part, 1, 1500)}
    handwritten = {plain(str(row["text"])) for name in ("sentences", "sample-reasons") for row in _rows(name)}
    assert not made & {text for text in handwritten if len(text) > 8}


def test_same_seed_makes_the_same_sentences() -> None:
    assert list(sentences("first", 3, 200)) == list(sentences("first", 3, 200))
    assert list(sentences("first", 3, 200)) != list(sentences("first", 4, 200))


def test_sentences_keep_their_bytes() -> None:
    """Another hash: phrasings changed, and the models must be trained anew."""
    told = "".join(f"{one.role}{one.categories}{one.text}\n" for one in sentences("validation", 1, 500))
    card = json.loads((ROOT / "models" / "roles" / "card.json").read_text("utf-8"))
    assert hashlib.sha256(told.encode()).hexdigest() == card["data"]["sample_sha256"]


def test_parts_share_no_phrasing() -> None:
    used = {part: {place for one in sentences(part, 1, 600) for place in one.phrasings} for part in PARTS}
    assert all(not used[one] & used[other] for one, other in combinations(PARTS, 2))


@pytest.mark.parametrize("name", ["facts", "roles", "frames"])
def test_phrasings_of_the_test_part_are_no_others(name: str) -> None:
    """They stand in files of their own; the same line in both would be seen in training."""
    held, seen = ({one.text for listed in sections(book).values() for one in listed} for book in (f"test/{name}", name))
    assert held
    assert not held & seen


@pytest.mark.parametrize("kind", SLOTS)
def test_parts_share_no_word(kind: str) -> None:
    """A word listed for two topics would be dealt twice."""
    by_part = {part: set(words(kind, part)) for part in PARTS}
    assert all(by_part.values())
    assert all(not by_part[one] & by_part[other] for one, other in combinations(PARTS, 2))


def test_every_category_and_role_has_forty_phrasings() -> None:
    facts, roles = sections("facts"), sections("roles")
    assert {code for code in CODES if len(facts[code]) < 40} == set()
    assert {role for role in ROLES[1:] if len(roles[role]) < 40} == set()
    assert len(sections("frames")["one"]) >= 40


def test_truth_comes_from_the_phrasing() -> None:
    for one in sentences("test", 5, 400):
        if one.role == "reason":
            stated = {code for place in one.phrasings for code in _codes(place)}
            assert set(one.categories) == stated
        else:
            assert one.categories == ()


def _codes(place: str) -> tuple[str, ...]:
    name, section, number = place.rsplit("/", 2)
    return sections(name)[section][int(number)].codes
