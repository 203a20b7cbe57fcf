"""A written document's figures and truth graph → one planted error: which figure, what it says now, which code is due.

An error breaks one relation of the graph and no other: figures that restate the broken one are changed with it.
Whether the document can reveal it is judged by the graph: where printed intervals still meet, it cannot.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any, Final

from toolkit.corpus.facts import Facts
from toolkit.corpus.printing import Sheet, plain
from toolkit.corpus.relations import Relation, holds

_TRIES: Final = 30
_HIDDEN: Final = 0.06
_CARRIED: Final = frozenset({"SCO105"})
_APART: Final = frozenset({"funds.points", "funds.score", "told.execution", "cap"})
_RESTATED: Final = frozenset({"SCO107", "BUD206", "CON507"})


@dataclass(frozen=True, slots=True)
class Plant:
    """`texts` by figure key; `certain`: the document itself proves it (severity error), else a doubt is due."""

    code: str
    texts: Mapping[str, str]
    subject: str
    observed: str
    expected: str
    observable: bool
    certain: bool

    @property
    def record(self) -> dict[str, Any]:
        """As the truth file states it."""
        return {
            "code": self.code,
            "subject": self.subject,
            "observed": self.observed,
            "expected": self.expected,
            "observable": self.observable,
        }


def plants(facts: Facts, sheet: Sheet, graph: tuple[Relation, ...], chance: Random) -> Iterator[Plant]:
    """Errors that this document can hold, each alone and of a code of its own, in the order of chance."""
    ways: dict[str, Callable[[], Plant | None]] = {}
    for code in sorted({relation.code for relation in graph}):
        ways[code] = _breaking(code, facts, sheet, graph, chance)
    for code, gap in _gaps(facts, sheet):
        ways.setdefault(code, _leaving_out(code, gap, facts, chance))
    codes = sorted(ways)
    chance.shuffle(codes)
    yield from (made for code in codes if (made := ways[code]()) is not None)


def _breaking(
    code: str, facts: Facts, sheet: Sheet, graph: tuple[Relation, ...], chance: Random
) -> Callable[[], Plant | None]:
    def make() -> Plant | None:
        own = [one for one in graph if one.code == code and not (code in _CARRIED and _gives_reasons(one, facts))]
        for _ in range(_TRIES if own else 0):
            relation = chance.choice(own)
            key = _place(relation, chance)
            true = sheet.printed[key]
            hidden = chance.random() < _HIDDEN and relation.sort != "at_most"
            text = _wrong(relation, true, facts, sheet, chance, hidden)
            if _reads_otherwise(relation, true, text, sheet):
                continue
            texts = {key: text}
            if code not in _RESTATED:
                texts |= _restated(key, text, graph, sheet)
            if code in _CARRIED:
                texts |= _carried(key, text, graph, sheet)
            printed = {**sheet.printed, **texts}
            broken = {other.code for other in graph if not holds(other, printed)}
            unseen = hidden or relation.sort == "at_least"
            if broken == {code} or (unseen and not broken):
                certain = code not in {"SCO113", "SCO108"} or "rule" in sheet.printed
                return Plant(code, texts, _subject(key, facts), text, true, bool(broken), certain)
        return None

    return make


def _reads_otherwise(relation: Relation, true: str, text: str, sheet: Sheet) -> bool:
    """Whether a sum is off by just what stands apart from its lines, and so may hold it too, or leave it out."""
    if relation.code not in {"SCO101", "SCO102", "SCO104"}:
        return False
    merits = [Decimal(sheet.printed[name]) for name in sheet.printed if name.startswith("merit.")]
    apart = {*merits, *(Decimal(sheet.printed[name]) for name in _APART if name in sheet.printed)}
    if merits:
        apart |= {sum(merits, Decimal(0)), abs(merits[0] - sum(merits[1:]))}
    return abs(Decimal(text) - Decimal(true)) in apart


def _restated(key: str, text: str, graph: tuple[Relation, ...], sheet: Sheet) -> dict[str, str]:
    """Other printings of the same figure, which say the same wrong thing."""
    found = {}
    for relation in graph:
        if relation.sort == "same_fact" and relation.scale == 1:
            pair = (relation.operands[0], relation.result)
            if key in pair:
                other = pair[1 - pair.index(key)]
                unit = sheet.printed[other].lstrip("-0123456789.,")
                found[other] = text.rstrip("万元亿") + unit if unit else text.rstrip("万元亿")
    return found


def _gives_reasons(relation: Relation, facts: Facts) -> bool:
    """Whether it speaks of a group, or of a line that tells why it lost points: a full score would deny that."""
    kind, _, rest = relation.operands[0].partition(".")
    return kind != "line" or bool(facts.lines[int(rest.split(".")[0])].reasons)


def _place(relation: Relation, chance: Random) -> str:
    """Which figure of a relation is wrong: mostly the result; a score above its points, a reason's own points."""
    if relation.code == "SCO105":
        return relation.operands[0]
    return chance.choice(relation.operands[1:]) if relation.code == "DED402" else relation.result


def _carried(key: str, text: str, graph: tuple[Relation, ...], sheet: Sheet) -> dict[str, str]:
    """Sums that were made with the wrong score, so that it alone is wrong."""
    delta = Decimal(text) - Decimal(sheet.printed[key])
    return {
        relation.result: plain(Decimal(sheet.printed[relation.result]) + delta)
        for relation in graph
        if relation.sort == "sum" and key in relation.operands and relation.code in {"SCO101", "SCO102"}
    }


def _wrong(relation: Relation, true: str, facts: Facts, sheet: Sheet, chance: Random, hidden: bool) -> str:
    if relation.sort == "grade":
        return _grade(facts, true, chance)
    if relation.code == "SCO105":
        over = Decimal(chance.randint(1, 4)) / 2
        return plain(Decimal(sheet.printed[relation.result]) + over)
    if relation.sort in {"count", "at_least"} or relation.result == "total.points":
        return str(int(true) + chance.choice((-2, -1, 1, 2)) * (5 if relation.sort == "sum" else 1))
    return wrong(true, chance, hidden)


def wrong(true: str, chance: Random, hidden: bool) -> str:
    """A printed number with an error as people make them: a digit changed, two swapped, the point moved."""
    digits = [place for place, letter in enumerate(true) if letter.isdecimal()]
    if hidden:
        place = digits[-1]
        return true[:place] + str((int(true[place]) + 1) % 10) + true[place + 1 :]
    letters = list(true)
    kind = chance.random()
    if kind < 0.3 and len(digits) > 2:
        first = chance.randrange(len(digits) - 1)
        one, two = digits[first], digits[first + 1]
        letters[one], letters[two] = letters[two], letters[one]
    else:
        place = chance.choice(digits)
        letters[place] = str((int(letters[place]) + chance.randint(1, 9)) % 10)
    text = "".join(letters)
    return text if text[digits[0]] != "0" or true[digits[0]] == "0" else wrong(true, chance, False)


def _grade(facts: Facts, true: str, chance: Random) -> str:
    words = [word for word, _ in facts.system.grades]
    place = words.index(true)
    return words[place + 1] if place == 0 or (place + 1 < len(words) and chance.random() < 0.5) else words[place - 1]


def _gaps(facts: Facts, sheet: Sheet) -> Iterator[tuple[str, tuple[int, str]]]:
    """What may be left out of a line, and the code that is due then."""
    lines = [number for number in range(len(facts.lines)) if f"line.{number}.score" in sheet.printed]
    lost = [number for number in lines if facts.lines[number].loss > 0 and not _explained_elsewhere(facts, number)]
    if lost:
        yield "DED401", (lost[0], "why")
    tabled = [number for number in lines if f"line.{number}.target" in sheet.printed and "tabled" in sheet.printed]
    full = [number for number in tabled if not facts.lines[number].loss]
    if full:
        yield "IND301", (full[-1], "target")
        yield "IND302", (full[len(full) // 2], "actual")


def _explained_elsewhere(facts: Facts, number: int) -> bool:
    """Whether words of others name the line beside a shortfall, or it is scored by a rate that speaks for itself."""
    line = facts.lines[number]
    others = (one for one in facts.lines if one is not line)
    said = (*facts.problems, *facts.measures, *(reason.text for one in others for reason in one.reasons))
    scored_by_rate = "预算执行" in line.name or "预算完成率" in line.name
    return scored_by_rate or any(line.name in text for text in said)


def _leaving_out(code: str, gap: tuple[int, str], facts: Facts, chance: Random) -> Callable[[], Plant | None]:
    def make() -> Plant | None:
        number, what = gap
        return Plant(code, {f"line.{number}.{what}": ""}, facts.lines[number].name, "", what, True, False)

    return make


def _subject(key: str, facts: Facts) -> str:
    """The name of what a key speaks of."""
    kind, _, rest = key.partition(".")
    if kind == "line":
        return facts.lines[int(rest.split(".")[0])].name
    return rest.rsplit(".", 1)[0] if kind in {"group", "told"} and "." in rest else key
