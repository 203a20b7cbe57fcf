"""Categories D1–D14 → reasons in words, their measures and the problems that go with them, none told twice."""

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from toolkit.corpus.facts import Reason
from toolkit.corpus.grammar import Phrasebook
from toolkit.corpus.lexicon import Kind


class Losses:
    """Says reasons of one report; a text that was told is not told again."""

    def __init__(self, book: Phrasebook, chance: Random, kind: Kind) -> None:
        self._book = book
        self._chance = chance
        self._kind = kind
        self._told: set[str] = set()

    def one(self, categories: Sequence[str]) -> tuple[Reason, str]:
        """A reason without points, and its measure."""
        category = self._chance.choice(categories)
        return Reason(self._say(f"reason_{category}"), category), self.measure(category)

    def named(self, categories: Sequence[str], points: Decimal, chance: Random) -> tuple[tuple[Reason, ...], Decimal]:
        """One to three reasons that name their points, and the loss they add up to."""
        most = min(3, int(points // 2) or 1)
        steps = [Decimal(chance.randint(2, 8)) / 10 for _ in range(chance.randint(1, most))]
        reasons = []
        for loss in steps:
            category = chance.choice(categories)
            reasons.append(Reason(self._say(f"reason_{category}"), category, loss))
        return tuple(reasons), sum(steps, Decimal(0))

    def measure(self, category: str) -> str:
        """What will be done about it."""
        return self._say(f"measure_{category}")

    def problem(self, category: str) -> str:
        """A problem as the chapter of problems tells it."""
        return self._say(f"reason_{category}")

    def _say(self, fact: str) -> str:
        text = ""
        for _ in range(12):
            text = self._book.say(
                fact,
                self._chance,
                n=str(self._chance.randint(2, 9)),
                month=str(self._chance.randint(3, 11)),
                work=self._chance.choice(self._kind.works),
                field=self._chance.choice(self._kind.fields),
                share=f"{self._chance.randint(31, 78)}",
            )
            if text not in self._told:
                break
        self._told.add(text)
        return text
