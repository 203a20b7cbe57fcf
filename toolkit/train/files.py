"""Trained models → the files of models/: weights, vocabulary, model.json, card.json, and the manifest over all."""

import hashlib
import json
import sys
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toolkit.nlp import artifacts, linear
from toolkit.nlp.terms import lexicon_hash
from toolkit.train.fit import Trained


def write_model(folder: Path, trained: Trained, thresholds: tuple[float, float], card: Mapping[str, Any]) -> None:
    """One model's folder, written anew."""
    place = folder / trained.task.name
    place.mkdir(parents=True, exist_ok=True)
    stated = {
        "schema": linear.SCHEMA,
        "lexicon": lexicon_hash(),
        "labels": list(trained.task.labels),
        "link": trained.task.link,
        "reading": trained.task.reading,
        "intercepts": list(trained.intercepts),
        "listed": thresholds[0],
        "sure": thresholds[1],
    }
    (place / "model.json").write_text(_json(stated), encoding="utf-8", newline="\n")
    (place / "card.json").write_text(_json(card), encoding="utf-8", newline="\n")
    vocabulary = "".join(f"{term}\n" for term in trained.features.vocabulary)
    (place / "vocabulary.txt").write_text(vocabulary, encoding="utf-8", newline="\n")
    floats = array("f", trained.features.scales)
    for row in trained.weights:
        floats.extend(array("f", row))
    if sys.byteorder == "big":
        floats.byteswap()
    (place / "weights.bin").write_bytes(floats.tobytes())


def write_manifest(folder: Path) -> None:
    """sha256 of every file of every model in the folder."""
    models = {
        place.name: {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(place.iterdir())}
        for place in sorted(folder.iterdir())
        if place.is_dir()
    }
    stated = {"schema": artifacts.SCHEMA, "models": models}
    (folder / artifacts.MANIFEST).write_text(_json(stated), encoding="utf-8", newline="\n")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
