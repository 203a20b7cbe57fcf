"""What every model's card tells: labels, terms, hashes of the data, figures on what the scorers had not seen."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from toolkit.corpus.sentences.compose import Sentence, sentences
from toolkit.train.figures import Judged
from toolkit.train.fit import Trained


def card(trained: Trained, cross_validated: Judged, learned: Sequence[Sentence], seed: int) -> dict[str, Any]:
    """The card of a model before its figures on the test part, its method and its limits are added."""
    from toolkit import __version__

    return {
        "name": trained.task.name,
        "labels": list(trained.task.labels),
        "code": __version__,
        "terms": len(trained.features.vocabulary),
        "data": {
            "sentences": len(learned),
            "seed": seed,
            "sha256": data_hash(learned),
            "sample_sha256": _sample_hash(seed),
        },
        "cross_validated": asdict(cross_validated),
    }


def _sample_hash(seed: int) -> str:
    """Hash of a small sample: enough to notice that the phrasings have changed since."""
    told = "".join(f"{one.role}{one.categories}{one.text}\n" for one in sentences("validation", seed, 500))
    return hashlib.sha256(told.encode("utf-8")).hexdigest()


def data_hash(made: Sequence[Sentence]) -> str:
    """Hash of texts and truths."""
    told = "".join(f"{one.role}\t{','.join(one.categories)}\t{one.text}\n" for one in made)
    return hashlib.sha256(told.encode("utf-8")).hexdigest()
