"""A model of which way is better, from the name alone → its figures, and what it would add to the words of IND304.

    python benchmarks/natures.py [SEED]

Nothing at run time uses it: what it knows beside IND304's words are counts of things done, and a count that is to stay
low (meetings, receptions, vehicles) looks the same as one that is to rise.
"""

import sys
from collections import Counter

from toolkit.audit.rules.ind.ind304_operator_against_nature import named_direction
from toolkit.corpus.names.compose import names
from toolkit.corpus.sentences.grammar import FOLDS
from toolkit.train.decide import thresholds
from toolkit.train.figures import judge
from toolkit.train.fit import fit
from toolkit.train.names import NATURED


def main(seed: int = 1) -> None:
    """Prints the figures on unseen wordings, then how many names each way knows, rightly and wrongly."""
    task = NATURED.task
    parts = {part: NATURED.made(part, seed, NATURED.size) for part in FOLDS}
    trained, unseen = fit(task, parts, analyzer=NATURED.analyse)
    everyone = [one for found in parts.values() for one in found]
    chosen = thresholds(task.link, unseen, task.truth(everyone), NATURED.sure)
    test = NATURED.made("test", seed, NATURED.test_size)
    told = trained.probabilities([one.text for one in test])
    print(judge(task, told, test, chosen))
    model = {
        one.text: task.labels[int(row.argmax())] if row.max() >= chosen[1] else None
        for one, row in zip(test, told, strict=True)
    }
    for way in ("words", "model", "words, else model"):
        counted: Counter[str] = Counter()
        for one in names("test", seed, NATURED.test_size):
            if one.nature in {"higher", "lower"}:
                by_words = None if way == "model" else named_direction(one.name)
                said = by_words or (None if way == "words" else model[one.name])
                counted["silent" if said is None else "right" if said == one.nature else "wrong"] += 1
        print(way, dict(counted))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
