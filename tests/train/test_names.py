"""Made names of indicators: wordings of the test part are in no training; the run time says what the estimator says."""

from pathlib import Path

import pytest

from toolkit.corpus.names.compose import GROUPS, names, wordings
from toolkit.corpus.names.pairs import LABELS, pairs
from toolkit.corpus.sentences.grammar import FOLDS
from toolkit.nlp.linear import linear_model
from toolkit.nlp.names import name_terms
from toolkit.train.files import write_manifest, write_model
from toolkit.train.fit import fit
from toolkit.train.names import GROUPED


def test_names_of_the_test_part_are_in_no_training() -> None:
    trained = {one.name for part in FOLDS for one in names(part, 1, 800)}
    worded = {wording for part in FOLDS for group in GROUPS for wording in wordings(group, part)}
    assert not any(one.name in trained for one in names("test", 1, 800))
    assert not worded & {wording for group in GROUPS for wording in wordings(group, "test")}


def test_every_group_and_nature_is_made_and_the_same_seed_makes_the_same_names() -> None:
    found = names("first", 3, 400)
    assert {one.group for one in found} == set(GROUPS)
    assert {one.nature for one in found} == {"higher", "lower", "words", "date"}
    assert found == names("first", 3, 400)


def test_run_time_predicts_what_the_estimator_predicts(tmp_path: Path) -> None:
    trained, _ = fit(GROUPED.task, {part: GROUPED.made(part, 2, 150) for part in FOLDS}, analyzer=name_terms)
    write_model(tmp_path, trained, (0.5, 0.9), {})
    write_manifest(tmp_path)
    told = [one.text for one in GROUPED.made("test", 2, 60)]
    model = linear_model("groups", tmp_path)
    for text, wanted in zip(told, trained.probabilities(told), strict=True):
        assert model.weigh(name_terms(text)) == pytest.approx(wanted.tolist(), abs=1e-9)


def test_pairs_of_each_sort_are_made_and_ways_of_wording_differ_between_parts() -> None:
    ways = {part: {one.way for one in pairs(part, 1) if one.label != "another"} for part in FOLDS}
    for part in FOLDS:
        assert {one.label for one in pairs(part, 1)} == set(LABELS)
        assert not any(ways[part] & ways[other] for other in FOLDS if other != part)
    assert all(one.first != one.second for one in pairs("test", 1) if one.label != "another")
