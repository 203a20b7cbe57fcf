"""Names of indicators worded anew → how well the rule of `toolkit/compare` and a learned one know them.

    python benchmarks/same_indicator.py [SEED]

Pairs come from toolkit/corpus/names/pairs; those that are alike but for years and noise are left out: both ways know
them. The learned one is a calibrated logistic regression over likeness, what the names speak of, and the characters
that stand in one alone; it never overrules what the rule tells apart. Training and test differ in the ways to word anew
and in the kinds of department; the training pairs are told by what had not seen their way.
"""

import json
import sys
from collections.abc import Sequence
from difflib import SequenceMatcher

from toolkit.compare.similarity import LIKE, bigrams, dice, digits, indicator_key, told_apart
from toolkit.corpus.names.pairs import LABELS, pairs
from toolkit.corpus.sentences.compose import Sentence
from toolkit.corpus.sentences.grammar import FOLDS, Part
from toolkit.nlp.names import concepts
from toolkit.nlp.terms import GROUP
from toolkit.train.fit import Task, fit

TASK = Task("pairs", LABELS, "one", "sentence")


def made(part: Part, seed: int) -> tuple[Sentence, ...]:
    """Pairs as what `fit` learns from: the two keys written out, what they are, the way of wording."""
    keyed = ((indicator_key(one.first), indicator_key(one.second), one) for one in pairs(part, seed))
    return tuple(Sentence(json.dumps((a, b)), one.label, (), (one.way,)) for a, b, one in keyed if a != b)


def analyse(text: str) -> list[str]:
    """Terms of a pair written out."""
    first, second = json.loads(text)
    found = dict.fromkeys(f"s:{step}" for step in range(int(likeness(text) * 10) + 1))
    found[f"e:{first[-2:] == second[-2:]}"] = None
    found.update(dict.fromkeys(f"{GROUP}{concept}" for concept in sorted(concepts(first) ^ concepts(second))))
    found.update(dict.fromkeys(f"b:{concept}" for concept in sorted(concepts(first) & concepts(second))))
    for tag, start, end, low, high in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag != "equal":
            found.update(dict.fromkeys((f"d:{tag}", f"l:{min(3, max(end - start, high - low))}")))
            found.update(dict.fromkeys(f"x:{letter}" for letter in first[start:end] + second[low:high]))
    return list(found)


def likeness(text: str) -> float:
    """Dice of the pairs of characters of two keys."""
    first, second = map(bigrams, json.loads(text))
    return dice(first, second)


def main(seed: int = 1) -> None:
    """Prints precision and recall of “the same” by way, on the training pairs and on those of the test."""
    parts = {part: made(part, seed) for part in FOLDS}
    trained, unseen = fit(TASK, parts, analyzer=analyse)
    test = made("test", seed)
    seen = [one for found in parts.values() for one in found]
    for title, told, items in (
        ("training", unseen, seen),
        ("test", trained.probabilities([one.text for one in test]), test),
    ):
        print(f"{title}: {len(items)} pairs, {sum(one.role == 'same' for one in items)} the same")
        names = [json.loads(one.text) for one in items]
        likely = [float(row[0]) for row in told]
        near = [likeness(one.text) >= LIKE for one in items]
        kept = [not told_apart(*pair) for pair in names]
        ways: dict[str, list[bool]] = {
            "likeness and numerals": [a and digits(x) == digits(y) for a, (x, y) in zip(near, names, strict=True)],
            "rule (negations and measures too)": [a and b for a, b in zip(near, kept, strict=True)],
        }
        for at in (0.5, 0.6, 0.7):
            ways[f"learned, from {at}"] = [p >= at and b for p, b in zip(likely, kept, strict=True)]
        ways["rule, where learned finds it likely"] = [
            a and b and p >= 0.5 for a, b, p in zip(near, kept, likely, strict=True)
        ]
        for way, said in ways.items():
            print(f"  {way:36} {counted(items, said)}")


def counted(items: Sequence[Sentence], said: Sequence[bool]) -> str:
    """Precision and recall of “the same”."""
    right = sum(one and pair.role == "same" for one, pair in zip(said, items, strict=True))
    precision = right / sum(said) if any(said) else 0.0
    return f"precision {precision:.3f}  recall {right / sum(pair.role == 'same' for pair in items):.3f}"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
