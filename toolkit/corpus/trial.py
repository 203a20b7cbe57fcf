"""Layouts and seeds → made documents, drawn by each engine and read back, with what was right in each."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from toolkit.corpus.agreement import Outcome, Tally, agreement
from toolkit.corpus.layout import Layout, compose
from toolkit.corpus.render import engines
from toolkit.readers import read

Class: TypeAlias = Literal["ruled", "unruled", "file"]

CLASSES: Final[tuple[Class, ...]] = ("ruled", "unruled", "file")


@dataclass(frozen=True, slots=True)
class Trial:
    """One made document and what came of it."""

    layout: Layout
    engine: str
    seed: int
    outcome: Outcome

    @property
    def kind(self) -> Class:
        """PDF tables with rulings and without; files whose format itself says what a cell is."""
        if engines()[self.engine].suffix != "pdf":
            return "file"
        return "ruled" if self.layout.ruled else "unruled"


def trials(layouts: Sequence[Layout], seeds: Sequence[int], only: Collection[str] | None = None) -> list[Trial]:
    """Draw and read every layout by each of its engines (those named in `only`) that is installed here."""
    done: list[Trial] = []
    for name, engine in engines().items():
        work = [(layout, seed) for layout in layouts if name in layout.engines for seed in seeds]
        if not work or (only is not None and name not in only) or engine.missing():
            continue
        truths = [compose(layout, name, seed) for layout, seed in work]
        files = engine.render([(truth, layout.style) for truth, (layout, _) in zip(truths, work, strict=True)])
        for (layout, seed), truth, data in zip(work, truths, files, strict=True):
            outcome = agreement(truth, read(data, f"made.{engine.suffix}"))
            done.append(Trial(layout, name, seed, outcome))
    return done


def total(done: Iterable[Trial]) -> Tally:
    """The tallies of several trials counted together."""
    tally = Tally()
    for trial in done:
        tally = tally.plus(trial.outcome.tally)
    return tally
