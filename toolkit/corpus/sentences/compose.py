"""Role and categories first, then a sentence of one part of the corpus that says them."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final, Literal, TypeAlias, get_args

from toolkit.corpus.sentences.grammar import Part, Phrasing, phrasings, say, words

Role: TypeAlias = Literal["reason", "problem", "measure", "achievement", "rule", "score", "other"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
CODES: Final = tuple(f"D{number}" for number in range(1, 15))

_REASONS = 0.55
_UNCATEGORISED = 0.05
_TWO_FACTS = 0.2
SLOTS: Final = ("thing", "item", "body", "folk", "event", "short", "deed", "done", "name")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A made sentence with its truth; `phrasings` are the places in the grammar it came from, `facts` the words of
    each reason as they stand in the sentence."""

    text: str
    role: str
    categories: tuple[str, ...]
    phrasings: tuple[str, ...]
    facts: tuple[str, ...] = ()


def sentences(part: Part, seed: int, size: int) -> Iterator[Sentence]:
    """So many different sentences of one part; the same bytes for the same seed."""
    chance = Random(f"{part}/{seed}")  # noqa: S311
    seen: set[str] = set()
    while len(seen) < size:
        made = _reason(chance, part) if chance.random() < _REASONS else _plain(chance, part)
        if made.text not in seen:
            seen.add(made.text)
            yield made


def _reason(chance: Random, part: Part) -> Sentence:
    """Why points were lost: one fact, or two of different categories, within a frame."""
    codes = ["D0"] if chance.random() < _UNCATEGORISED else [chance.choice(CODES)]
    if codes != ["D0"] and chance.random() < _TWO_FACTS:
        codes.append(chance.choice([code for code in CODES if code not in codes]))
    facts = [chance.choice(phrasings("facts", code, part)) for code in codes]
    frame = chance.choice(phrasings("frames", "one" if len(facts) == 1 else "two", part))
    reasons = tuple(_said(fact, chance, part) for fact in facts)
    said = iter(reasons)
    text = say(frame.text, chance, lambda slot: next(said) if slot == "fact" else filled(slot, chance, part))
    stated = {code for fact in facts for code in fact.codes}
    categories = tuple(code for code in CODES if code in stated)
    return Sentence(text, "reason", categories, tuple(one.place for one in (*facts, frame)), reasons)


def _plain(chance: Random, part: Part) -> Sentence:
    """A sentence of another role."""
    role = chance.choice(ROLES[1:])
    found = chance.choice(phrasings("roles", role, part))
    text = _said(found, chance, part)
    return Sentence(text + chance.choice(("", "。")) if text[-1] not in "：）" else text, role, (), (found.place,))


def _said(found: Phrasing, chance: Random, part: Part) -> str:
    return say(found.text, chance, lambda slot: filled(slot, chance, part))


def filled(slot: str, chance: Random, part: Part) -> str:
    """What stands in a slot: a word of the part, or a figure."""
    if slot in SLOTS:
        return say(chance.choice(words(slot, part)), chance, lambda inner: filled(inner, chance, part))
    return _figure(slot, chance)


def _figure(slot: str, chance: Random) -> str:
    match slot:
        case "n":
            return str(chance.randint(2, 40))
        case "big":
            return str(chance.randint(60, 9000))
        case "pct":
            return f"{chance.randint(500, 999) / 10:g}%"
        case "small":
            return f"{chance.randint(20, 400) / 10:g}%"
        case "money":
            return f"{chance.randint(10, 99000) / 100:g}{chance.choice(('万元', '万元', '万元', '元', '亿元'))}"
        case "month":
            return str(chance.randint(1, 12))
        case "days":
            return str(chance.randint(3, 120))
        case "year":
            return str(chance.randint(2019, 2024))
        case "pts":
            return f"{chance.randint(1, 40) / 10:g}"
        case "w":
            return str(chance.randint(2, 30))
        case "s":
            return f"{chance.randint(10, 300) / 10:g}"
        case "t":
            return f"{chance.randint(7000, 10000) / 100:g}"
        case _:
            raise KeyError(slot)
