"""Made columns of tables: headings of the test part are known to nobody; the run time says what the estimator says."""

from pathlib import Path

import pytest

from toolkit.corpus.columns.compose import ROLES, columns, headings
from toolkit.corpus.sentences.grammar import FOLDS
from toolkit.extract.column_roles import printings, role_of
from toolkit.nlp.linear import linear_model
from toolkit.train.columns import COLUMNS, analyse, made
from toolkit.train.files import write_manifest, write_model
from toolkit.train.fit import fit


def test_headings_of_the_test_part_stand_in_no_list() -> None:
    held = {word for role in ROLES for word in headings(role, "test")}
    drawn = {one.column.heading for part in FOLDS for one in columns(part, 1, 2000)}
    known = {word: role_of(word, printings("indicators")) for word in held}
    assert set(known.values()) <= {None, "reason"}  # the word 原因 alone tells a column of reasons
    assert not held & drawn


def test_same_seed_makes_the_same_columns() -> None:
    assert list(columns("first", 3, 60)) == list(columns("first", 3, 60))


def test_run_time_predicts_what_the_estimator_predicts(tmp_path: Path) -> None:
    trained, _ = fit(COLUMNS.task, {part: made(part, 2, 120) for part in FOLDS}, analyzer=analyse)
    write_model(tmp_path, trained, (0.5, 0.9), {})
    write_manifest(tmp_path)
    texts = [one.text for one in made("test", 2, 60)]
    model = linear_model(COLUMNS.task.name, tmp_path)
    for text, wanted in zip(texts, trained.probabilities(texts), strict=True):
        assert model.weigh(analyse(text)) == pytest.approx(wanted.tolist(), abs=1e-9)
