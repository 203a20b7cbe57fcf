"""Trained models: the run time says what the estimator says; a wrong model is refused with its code."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from toolkit.corpus.sentences.compose import sentences
from toolkit.corpus.sentences.grammar import FOLDS
from toolkit.errors import ModelError, UsageError
from toolkit.nlp.artifacts import load, locate
from toolkit.nlp.linear import linear_model
from toolkit.train.decide import thresholds
from toolkit.train.evaluate import measure, read_labelled
from toolkit.train.files import write_manifest, write_model
from toolkit.train.fit import TASKS, Task, Trained, fit
from toolkit.train.run import QUESTIONS


def _trained(task: Task) -> tuple[Trained, tuple[float, float]]:
    parts = {part: tuple(sentences(part, 2, 120)) for part in FOLDS}
    trained, unseen = fit(task, parts)
    asked = [one for made in parts.values() for one in made if task.asked(one)]
    return trained, thresholds(task.link, unseen, task.truth(asked))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Trained]]:
    folder = tmp_path_factory.mktemp("models")
    made = []
    for task in TASKS:
        trained, chosen = _trained(task)
        write_model(folder, trained, chosen, {"name": task.name})
        made.append(trained)
    write_manifest(folder)
    return folder, made


def test_run_time_predicts_what_the_estimator_predicts(small: tuple[Path, list[Trained]]) -> None:
    folder, made = small
    texts = [one.text for one in sentences("test", 2, 150)]
    for trained in made:
        model = linear_model(trained.task.name, folder)
        for told, wanted in zip(map(model.probabilities, texts), trained.probabilities(texts), strict=True):
            assert told == pytest.approx(wanted.tolist(), abs=1e-9)


def test_training_twice_gives_the_same_bytes(small: tuple[Path, list[Trained]], tmp_path: Path) -> None:
    task = TASKS[1]
    trained, chosen = _trained(task)
    write_model(tmp_path, trained, chosen, {"name": task.name})
    for file in ("weights.bin", "vocabulary.txt", "model.json"):
        assert (tmp_path / task.name / file).read_bytes() == (small[0] / task.name / file).read_bytes()


def _refused(folder: Path, name: str = "roles") -> str:
    with pytest.raises(ModelError) as refused:
        linear_model(name, folder)
    return refused.value.code


def _copy(folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder, tmp_path / "copy"))


def test_changed_weights_are_refused(small: tuple[Path, list[Trained]], tmp_path: Path) -> None:
    folder = _copy(small[0], tmp_path)
    weights = folder / "roles" / "weights.bin"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x01")
    assert _refused(folder) == "MODEL-CHANGED"


def test_missing_file_is_refused(small: tuple[Path, list[Trained]], tmp_path: Path) -> None:
    folder = _copy(small[0], tmp_path)
    (folder / "roles" / "vocabulary.txt").unlink()
    assert _refused(folder) == "MODEL-MISSING"
    assert _refused(folder, "nature") == "MODEL-MISSING"


def test_another_lexicon_is_another_version(small: tuple[Path, list[Trained]], tmp_path: Path) -> None:
    folder = _copy(small[0], tmp_path)
    stated = json.loads((folder / "roles" / "model.json").read_text("utf-8"))
    (folder / "roles" / "model.json").write_text(json.dumps({**stated, "lexicon": "0"}), "utf-8")
    write_manifest(folder)
    assert _refused(folder) == "MODEL-VERSION"


def test_short_weights_are_refused(small: tuple[Path, list[Trained]], tmp_path: Path) -> None:
    folder = _copy(small[0], tmp_path)
    weights = folder / "roles" / "weights.bin"
    weights.write_bytes(weights.read_bytes()[:-4])
    write_manifest(folder)
    assert _refused(folder) == "MODEL-CHANGED"


def test_unreadable_manifest_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{", "utf-8")
    assert _refused(tmp_path) == "MODEL-MISSING"


def test_committed_models_are_those_of_the_manifest() -> None:
    folder = locate()
    listed = json.loads((folder / "manifest.json").read_text("utf-8"))["models"]
    assert set(listed) == {*(one.task.name for one in QUESTIONS), *(task.name for task in TASKS)}
    for name, files in listed.items():
        assert {path.name for path in (folder / name).iterdir()} == set(files)
        for file in files:
            load(name, file)
    assert sum(path.stat().st_size for path in folder.rglob("*")) < 2_000_000


def test_committed_models_keep_their_figures() -> None:
    """Cards tell what `jixiao evaluate` finds; hand-written sentences reach their goals."""
    found = {(one.model, one.set): one.judged for one in measure(ROOT / "corpora" / "handwritten")}
    for task in (*(one.task for one in QUESTIONS), *TASKS):
        card = json.loads((ROOT / "models" / task.name / "card.json").read_text("utf-8"))
        assert found[task.name, "test"].macro_f1 == pytest.approx(card["test"]["macro_f1"], abs=0.002)
        assert found[task.name, "test"].calibration_error <= (0.06 if task.name == "groups" else 0.05)
    assert found["columns", "test"].accuracy >= 0.98
    assert found["rows", "test"].accuracy >= 0.98
    assert found["rows", "test"].sure_right >= 0.99
    assert found["groups", "test"].sure_right >= 0.98
    assert found["reasons", "sentences"].macro_f1 >= 0.80
    assert found["roles", "sentences"].macro_f1 >= 0.85
    assert found["reasons", "sample-reasons"].sure_right >= 0.95


def test_bad_sets_are_refused_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "sentences.jsonl"
    for text, code in (
        ("", "CORPUS-EMPTY"),
        ('{"text": "好", "role": "other", "categories": []}\n[]\n', "CORPUS-LINE"),
    ):
        path.write_text(text, "utf-8")
        with pytest.raises(UsageError) as refused:
            read_labelled(path)
        assert refused.value.code == code
    assert "第 2 行" in refused.value.message
    with pytest.raises(UsageError, match="CORPUS-MISSING"):
        read_labelled(tmp_path / "none.jsonl")
