"""Labelled documents: text with lettered figures → pairs that state the same fact, against the pairs the ledger ties.

`python -m tests.figures.same_facts` prints both measures, and the misses of the documents written against.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from toolkit.figures import build_ledger
from toolkit.model.citation import Where
from toolkit.model.figure import FigureLedger
from toolkit.pipeline.extraction import extract_document, read_bytes
from toolkit.pipeline.request import DEFAULT

Place = tuple[int, int]
"""Line and column of a figure's first character, from 1."""
Pair = frozenset[Place]
_LABELLED = Path(__file__).parent / "labelled"
_MARK = re.compile(r"\{(?P<letter>\w)(?P<wrong>!?):(?P<printed>[^}]+)\}")
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True)
class Labelled:
    """A document, its lettered figures by place: letter, text, and whether it contradicts its fellows."""

    name: str
    text: str
    figures: dict[Place, tuple[str, str, bool]]

    @property
    def pairs(self) -> dict[Pair, bool]:
        """Pairs of places of one letter; whether the two agree."""
        places = combinations(sorted(self.figures), 2)
        return {
            frozenset(pair): self.figures[pair[0]][2] is self.figures[pair[1]][2]
            for pair in places
            if self.figures[pair[0]][0] == self.figures[pair[1]][0]
        }


@dataclass(frozen=True)
class Measure:
    """Pairs labelled, tied, tied rightly; of the latter, those with a wrong verdict."""

    labelled: int
    tied: int
    right: int
    misjudged: int

    @property
    def precision(self) -> float:
        return self.right / self.tied if self.tied else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.labelled + self.tied)


_SEEN = frozenset({"人员编制", "公园"})
"""Documents that were to measure only, until two of their misses were seen."""


def labelled(*, held_out: bool) -> list[Labelled]:
    """The documents of one part: every third one only measures, `further` ones were all written against."""
    numbered = enumerate(_read("same_facts.txt"), 1)
    mine = [one for number, one in numbered if (number % 3 == 0 and one.name not in _SEEN) is held_out]
    return mine if held_out else [*mine, *_read("same_facts_further.txt"), *_read("same_facts_written.txt")]


def _read(name: str) -> list[Labelled]:
    parts = re.split(r"^=== ", (_LABELLED / name).read_text("utf-8"), flags=re.MULTILINE)[1:]
    return [_labelled(part) for part in parts]


def _labelled(part: str) -> Labelled:
    name, _, marked = part.partition("\n")
    lines, figures = [], {}
    for number, line in enumerate(marked.strip().splitlines(), 1):
        cut = 0
        for found in _MARK.finditer(line):
            digit = _FIGURE.search(found["printed"])
            assert digit, found[0]
            column = found.start() - cut + digit.start() + 1
            figures[number, column] = found["letter"], found["printed"], bool(found["wrong"])
            cut += len(found[0]) - len(found["printed"])
        lines.append(_MARK.sub(r"\g<printed>", line))
    return Labelled(name, "\n".join(lines) + "\n", figures)


def tied(text: str) -> dict[Pair, bool]:
    """Pairs of figures that the ledger calls the same fact, with all that follow from them; whether they agree."""
    document = read_bytes(text.encode(), "labelled.md", DEFAULT)
    report = extract_document(document)
    agree: dict[Pair, bool] = {}
    groups: dict[Place, set[Place]] = defaultdict(set)
    for pair, holds in _direct(build_ledger(document, report), text):
        agree[pair] = agree.get(pair, True) and holds
        first, second = sorted(pair)
        joined = groups[first] | groups[second] | {first, second}
        for place in joined:
            groups[place] = joined
    pairs = {frozenset(pair) for group in groups.values() for pair in combinations(sorted(group), 2)}
    apart = {place for pair, holds in agree.items() if not holds for place in pair}
    return {pair: agree.get(pair, not pair & apart) for pair in pairs}


def _direct(ledger: FigureLedger, text: str) -> Iterator[tuple[Pair, bool]]:
    lines = text.splitlines()
    where = {figure.id: _place(figure.where, lines) for figure in ledger.figures}
    for relation in ledger.relations:
        if relation.type == "same_fact":
            for operand in relation.operand_ids:
                pair = frozenset({where[operand], where[relation.result_id]})
                if len(pair) == 2:
                    yield pair, relation.holds is not False


def _place(where: Where, lines: list[str]) -> Place:
    """The first digit of a figure as printed."""
    segment = where.segments[0]
    assert segment.line is not None and segment.column is not None
    digit = _FIGURE.search(lines[segment.line - 1], segment.column - 1)
    return segment.line, digit.start() + 1 if digit else segment.column


def measure(documents: Iterable[Labelled]) -> Measure:
    """Counts over documents. A pair tied by way of a third figure counts like any other."""
    counts = [0, 0, 0, 0]
    for one in documents:
        wanted, found = one.pairs, tied(one.text)
        common = wanted.keys() & found.keys()
        misjudged = sum(wanted[pair] is not found[pair] for pair in common)
        for index, number in enumerate((len(wanted), len(found), len(common), misjudged)):
            counts[index] += number
    return Measure(*counts)


def _told(one: Labelled) -> Iterator[str]:
    lines, found = one.text.splitlines(), tied(one.text)
    for title, pairs in (("missed", one.pairs.keys() - found.keys()), ("too many", found.keys() - one.pairs.keys())):
        for pair in sorted(pairs, key=sorted):
            yield f"{one.name} {title}: " + " ↔ ".join(_around(lines, place) for place in sorted(pair))
    for pair in one.pairs.keys() & found.keys():
        if one.pairs[pair] is not found[pair]:
            yield f"{one.name} misjudged: " + " ↔ ".join(_around(lines, place) for place in sorted(pair))


def _around(lines: list[str], place: Place) -> str:
    line, column = lines[place[0] - 1], place[1] - 1
    return f"{line[max(0, column - 12) : column]}▸{line[column : column + 8]}"


if __name__ == "__main__":
    for document in labelled(held_out=False):
        print(*_told(document), sep="\n")
    for held_out in (False, True):
        made = measure(labelled(held_out=held_out))
        print(
            "held out" if held_out else "written against", made, f"{made.precision:.3f} {made.recall:.3f} {made.f1:.3f}"
        )
