"""Figures of running text with the words of their clause, and what money these say they are."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from toolkit.figures.spot import Passage, Spot
from toolkit.figures.verdict import known
from toolkit.measure.money_clause import IN_THE_END, PAUSES, TURNING, Meaning, told_as, told_in_turn
from toolkit.measure.money_words import ADD, CUT
from toolkit.model.record import PerformanceReport
from toolkit.patterns import regex
from toolkit.text import fold_widths

_END: Final = regex(r"[。;,、:(\n)!?]|\d(?=[^\d年月日])")
_UNIT: Final = regex(r"^(?:百?万|亿|千)?元")
_NO_WORDS: Final = regex("[为是即共约]+")
_RATE_THEN_SUM: Final = regex(r"\d{1,3}(?:\.\d+)?%,(?:金额|数额)[为是:]?$")  # 预算实际执行90%，金额为…
_CAUSE: Final = regex(rf"^(?:后|又|再)?(?:因|由于|根据|经|为|按照?)[^\d]{{1,20}}?(?=净?(?:{ADD}|{CUT}))")
_TURNED_ALONE: Final = regex(rf"(?:由|从)?{TURNING}(?:至|到|为|成)了?")
_SENTENCE_ENDS: Final = regex("[。;；]")
_WINDOW: Final = 60
_AHEAD: Final = 200


class Told(NamedTuple):
    """A known figure, the words of its clause up to it, and what money they say it is; `folded`: its paragraph."""

    spot: Spot
    words: str
    meaning: Meaning | None
    folded: str


OF_ANOTHER_YEAR = regex(r"[与较比同和跟](?:(?:19|20)\d\d年|上年|去年|前年)")  # 与2024年支出845万元相比


def names_of(report: PerformanceReport) -> re.Pattern[str]:
    """The names of the report's own subject, which say nothing in its own clauses."""
    names = [report.identity.entity, report.identity.project_name]
    own = sorted({fold_widths(name.value) for name in names if name is not None and name.value}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, own)) or "$^")


def clauses_of(passage: Passage, names: re.Pattern[str]) -> Iterator[Told]:
    """Each known figure of a paragraph."""
    folded = fold_widths(passage.text)
    last, first, of_money = 0, False, False
    turn: list[Meaning | None] = []
    for spot in sorted(passage.spots, key=lambda spot: spot.start):
        between, last = folded[last : spot.start].replace(" ", ""), spot.end
        if not known(spot):
            turn = []
            continue
        words = names.sub("", _clause(folded, spot.start))
        if turn and between in PAUSES:
            meaning = turn.pop(0)
        else:
            turn = list(told_in_turn(names.sub("", between)))
            behind = names.sub("", folded[spot.end : spot.end + _WINDOW].replace(" ", ""))
            meaning = turn.pop(0) if turn else told_as(words, behind) or told_as(_CAUSE.sub("", words), behind)
        of_money = of_money and not _SENTENCE_ENDS.search(between)
        if words in IN_THE_END and first:
            meaning = "revised"
        if not of_money and _TURNED_ALONE.fullmatch(words):  # 生均值由1,860元提高到2,145元: of what nothing tells
            meaning = None
        of_money = of_money or meaning is not None
        if OF_ANOTHER_YEAR.match(words):
            meaning = None
        if meaning == "granted":
            meaning = "original" if _is_changed(folded[spot.end : spot.end + _AHEAD]) else None
        first = meaning == "original"
        yield Told(spot, words, meaning, folded)


def _is_changed(behind: str) -> bool:
    """Whether the rest of the sentence tells what a budget was turned into."""
    clauses = re.split(r"\d[\d.]*(?:亿|万)?元[,;]?", behind.split("。", maxsplit=1)[0])
    return any(told_as(re.split("[,;:(]", clause)[-1], "") == "revised" for clause in clauses)


def _clause(folded: str, end: int) -> str:
    """The words of the clause that ends there, of the one before where a bracket opens or it says but 为; without
    blanks."""
    window = folded[max(0, end - _WINDOW) : end].rstrip(": ")
    window = _RATE_THEN_SUM.sub("", window)
    told = _last(window)
    if told:
        before = window[: -len(told)]
        if before.endswith("年初,"):
            return f"年初{told}"
        return _last(before[:-1]) if _NO_WORDS.fullmatch(told) and before.endswith(",") else told
    return _last(window[:-1].rstrip(": ")) if window.endswith("(") else ""


def _last(window: str) -> str:
    ends = list(_END.finditer(window))
    return _UNIT.sub("", (window[ends[-1].end() :] if ends else window).replace(" ", ""))
