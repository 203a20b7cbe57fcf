"""Made rows of tables: names of the test part are known to nobody; the run time says what the estimator says."""

from pathlib import Path

import pytest

from toolkit.corpus.rows.compose import ROLES, labels, rows
from toolkit.corpus.sentences.grammar import FOLDS
from toolkit.extract.names import is_footer, is_subtotal, is_total
from toolkit.nlp.linear import linear_model
from toolkit.train.files import write_manifest, write_model
from toolkit.train.fit import fit
from toolkit.train.rows import ROWS, analyse, made

_LABELLED = [role for role in ROLES if role not in {"line", "header"}]


def test_labels_of_the_test_part_are_known_to_no_rule_and_in_no_training() -> None:
    held = {word for role in _LABELLED for word in labels(role, "test")}
    known = [word for word in held if is_total(word) or is_subtotal(word) or is_footer(word)]
    trained = {word for part in FOLDS for role in _LABELLED for word in labels(role, part)}
    drawn = {one.row.label for part in FOLDS for one in rows(part, 1, 1500)}
    assert not known
    assert not held & trained
    assert not {word for word in held if "{" not in word and "[" not in word} & drawn


def test_every_role_is_made_and_the_same_seed_makes_the_same_rows() -> None:
    found = list(rows("first", 3, 1500))
    assert {one.role for one in found} == set(ROLES)
    assert found == list(rows("first", 3, 1500))


def test_run_time_predicts_what_the_estimator_predicts(tmp_path: Path) -> None:
    trained, _ = fit(ROWS.task, {part: made(part, 2, 150) for part in FOLDS}, analyzer=analyse)
    write_model(tmp_path, trained, (0.5, 0.9), {})
    write_manifest(tmp_path)
    texts = [one.text for one in made("test", 2, 60)]
    model = linear_model(ROWS.task.name, tmp_path)
    for text, wanted in zip(texts, trained.probabilities(texts), strict=True):
        assert model.weigh(analyse(text)) == pytest.approx(wanted.tolist(), abs=1e-9)
