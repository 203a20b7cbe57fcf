"""Made sentences of unseen phrasings → how well the grammar, a trained spaCy `ner`, and both together find the reasons.

The component is asked only of sentences in which the grammar finds nothing: a second opinion. A reason counts where its
words are those of the truth, ends and all. Trains for some minutes on one core; keeps no weights.

    python benchmarks/second_opinion.py [SENTENCES A PART] [ROUNDS]
"""

import random
import sys
import warnings
from collections.abc import Callable, Iterable

from toolkit.corpus.sentences.compose import Sentence, sentences
from toolkit.corpus.sentences.grammar import FOLDS
from toolkit.extract.citing import Span
from toolkit.extract.reasons import parse_reasons, telling
from toolkit.model.document import Paragraph
from toolkit.readers import read
from toolkit.text import key

SEED = 5
TEST = 1500


def by_grammar(text: str) -> set[str]:
    """Reasons that the grammar reads in a sentence beside a score."""
    found: set[str] = set()
    for block in read(text.encode(), "句.txt").blocks:
        if isinstance(block, Paragraph):
            reasons, _ = parse_reasons(telling(Span(block, None, 0, len(block.text)), lost=True), "benchmark")
            found |= {_folded(one.text.quote) for one in reasons}
    return found


def trained(size: int, rounds: int) -> Callable[[str], set[str]]:
    """A blank pipeline with our words and a `ner`, trained on sentences of the other parts."""
    warnings.simplefilter("ignore")
    import spacy
    from spacy.training import Example
    from spacy.util import fix_random_seed, minibatch

    from toolkit.nlp.pipeline import Words

    fix_random_seed(SEED)
    nlp = spacy.blank("xx")
    nlp.tokenizer = Words(nlp.vocab)
    nlp.add_pipe("ner").add_label("REASON")
    made = [one for part in FOLDS for one in sentences(part, SEED, size)]
    examples = [
        Example.from_dict(doc, {"entities": [(start, end, "REASON") for start, end in _places(one, doc)]})
        for one in made
        for doc in [nlp.make_doc(one.text)]
    ]
    nlp.initialize(lambda: examples[:200])
    chance = random.Random(SEED)
    for number in range(rounds):
        chance.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in minibatch(examples, 64):
            nlp.update(batch, losses=losses, drop=0.2)
        print(f"round {number + 1}: loss {losses['ner']:.0f}", file=sys.stderr)
    return lambda text: {_folded(span.text) for span in nlp(text).ents}


def _places(one: Sentence, doc: object) -> Iterable[tuple[int, int]]:
    """Where the reasons stand, as far as words begin and end there."""
    for fact in one.facts:
        start = one.text.index(fact)
        if doc.char_span(start, start + len(fact)) is not None:  # type: ignore[attr-defined]
            yield start, start + len(fact)


def _folded(text: str) -> str:
    return key(text).strip(",.;:。")


def _f1(found: list[set[str]], wanted: list[set[str]]) -> str:
    right = sum(len(one & other) for one, other in zip(found, wanted, strict=True))
    said, due = sum(map(len, found)), sum(map(len, wanted))
    precision, recall = right / max(said, 1), right / max(due, 1)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {2 * right / max(said + due, 1):.3f}"


def main(size: int, rounds: int) -> None:
    test = list(sentences("test", SEED, TEST))
    wanted = [{_folded(fact) for fact in one.facts} for one in test]
    grammar = [by_grammar(one.text) for one in test]
    ask = trained(size, rounds)
    opinion = [ask(one.text) for one in test]
    both = [known or asked for known, asked in zip(grammar, opinion, strict=True)]
    left = [number for number, known in enumerate(grammar) if not known]
    print(f"{len(test)} sentences, {sum(map(len, wanted))} reasons; the grammar finds nothing in {len(left)}")
    print(f"grammar alone: {_f1(grammar, wanted)}")
    print(f"ner alone: {_f1(opinion, wanted)}")
    print(f"ner where the grammar finds nothing: {_f1([opinion[at] for at in left], [wanted[at] for at in left])}")
    print(f"grammar, then ner: {_f1(both, wanted)}")


if __name__ == "__main__":
    main(*(int(word) for word in (*sys.argv[1:], *("1000", "6")[len(sys.argv) - 1 :])))
