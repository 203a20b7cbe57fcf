"""Made reports whose tables get rows with names that no rule knows → what the model of rows changes.

    python benchmarks/unknown_rows.py [SIZE [SEED]]

The word of the total is replaced, sums of groups are put in, and below the total come notes and rows of identity, all
named from the part `test` (toolkit/corpus/rows). Each document is read by the rules alone, by the rules and the figures
(what adds up is a sum, what has no figure is a note), and by the rules and the model.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from random import Random
from typing import Any
from unittest import mock

from toolkit.corpus.evaluation import Tally
from toolkit.corpus.fields import compared
from toolkit.corpus.render import engines
from toolkit.corpus.rows.compose import labels
from toolkit.corpus.sentences.compose import filled
from toolkit.corpus.sentences.grammar import say
from toolkit.corpus.truth import TrueCell, TrueTable
from toolkit.corpus.writing import Made, make
from toolkit.extract.column_roles import printings, role_of
from toolkit.extract.names import is_total
from toolkit.model.finding import Severity
from toolkit.nlp import rows
from toolkit.pipeline.analyze import analyze

FORMATS = ("markdown", "web", "sheet")


def altered(made: Made, seed: int) -> Made:
    """The document with rows of unknown names; sums of groups stand in its truth."""
    chance = Random(f"{seed}/{made.name}")
    truth = {**made.truth, "indicators": [dict(one) for one in made.truth["indicators"]]}
    first = next((part for part in made.document.tables if _total_row(part) is not None), None)
    parts = tuple(_altered(part, truth, chance) if part is first else part for part in made.document.parts)
    return replace(made, document=replace(made.document, parts=parts), truth=truth)


def _total_row(table: TrueTable) -> int | None:
    return next((cell.row for cell in reversed(table.cells) if cell.column == 0 and is_total(cell.text)), None)


def _said(role: str, chance: Random, group: str = "") -> str:
    fill: Callable[[str], str] = lambda slot: group if slot == "group" else filled(slot, chance, "test")  # noqa: E731
    return say(chance.choice(labels(role, "test")), chance, fill)


def _altered(table: TrueTable, truth: dict[str, Any], chance: Random) -> TrueTable:
    total = _total_row(table)
    grown = table
    for row, cells in sorted(_sums(table, truth, chance), reverse=True, key=lambda one: one[0]):
        grown = _inserted(grown, row, cells)
    at = _total_row(grown)
    renamed = tuple(
        replace(cell, text=_said("total", chance)) if (cell.row, cell.column) == (at, 0) else cell
        for cell in grown.cells
    )
    grown = replace(grown, cells=renamed)
    for _ in range(chance.randint(1, 3) if total == table.rows - 1 else 0):
        role = chance.choice(("note", "note", "identity"))
        label = _said(role, chance)
        beside = chance.choice(("综合股", "0571-8800", filled("body", chance, "test"))) if role == "identity" else ""
        wide = not beside and chance.random() < 0.6
        texts = [TrueCell(0, 0, label, 1, grown.columns if wide else 1)]
        texts += [] if wide else [TrueCell(0, 1, beside, 1, grown.columns - 1)]
        grown = _inserted(grown, grown.rows, texts)
    return grown


def _inserted(table: TrueTable, row: int, cells: list[TrueCell]) -> TrueTable:
    moved = [replace(cell, row=cell.row + 1) if cell.row >= row else cell for cell in table.cells]
    new = [replace(cell, row=row) for cell in cells]
    return replace(
        table, rows=table.rows + 1, cells=tuple(sorted([*moved, *new], key=lambda one: (one.row, one.column)))
    )


def _sums(table: TrueTable, truth: dict[str, Any], chance: Random) -> Iterator[tuple[int, list[TrueCell]]]:
    """Rows to put in, where half of the tables print the sum of each group below it."""
    if chance.random() < 0.5:
        return
    heads = {role: cell for cell in table.cells if (role := role_of(cell.text, printings("indicators")))}
    if not {"level1", "max_score", "claimed_score"} <= heads.keys():
        return
    start = heads["level1"].row
    for group in table.cells:
        if group.column != heads["level1"].column or group.row <= start or is_total(group.text) or group.row_span < 2:
            continue
        inside = range(group.row, group.row + group.row_span)
        sums: dict[str, str] = {}
        for role in ("max_score", "claimed_score"):
            found = [cell.text for cell in table.cells if cell.row in inside and cell.column == heads[role].column]
            try:
                sums[role] = f"{sum(map(Decimal, found)):f}"
            except InvalidOperation:
                return
        name = _name(group.text)
        listed = next((one for one in truth["indicators"] if one["level"] == 1 and one["name"] == name), None)
        if listed is None:
            listed = {"name": name, "level": 1, "level1": None, "level2": None}
            truth["indicators"].append(listed)
        listed |= {"max_score": sums["max_score"], "claimed_score": sums["claimed_score"]}
        label = _said("subtotal", chance, name)
        cells = [TrueCell(0, column, "") for column in range(table.columns)]
        cells[heads["level1"].column] = TrueCell(0, heads["level1"].column, label)
        for role, text in sums.items():
            cells[heads[role].column] = TrueCell(0, heads[role].column, text)
        yield group.row + group.row_span, cells


def _name(text: str) -> str:
    return text.partition("（")[0]


def by_figures(row: rows.Row) -> str:
    """What the figures alone tell of a row."""
    terms = set(rows.row_terms(row))
    if "n:points-all" in terms or "n:scores-all" in terms:
        return "total"
    if "n:points-above" in terms or "n:scores-above" in terms:
        return "subtotal"
    return "note"


def main(size: int = 60, seed: int = 11) -> None:
    """Prints one line a way and format."""
    ways: dict[str, Callable[[rows.Row], str | None]] = {
        "rules": lambda row: None,
        "rules+figures": by_figures,
        "rules+model": rows.role_of_row,
    }
    made = [altered(make("test", seed, number), seed) for number in range(size)]
    for format_name in FORMATS:
        engine = engines()[format_name]
        files = engine.render([(one.document, one.pattern.style) for one in made])
        for way, told in ways.items():
            fields, totals, wrong = Tally(), Tally(), 0
            with mock.patch.object(rows, "role_of_row", told):
                for one, data in zip(made, files, strict=True):
                    dossier = analyze(data, f"{one.name}.{engine.suffix}")
                    for name, wanted, found in compared(one.truth, dossier.case.report):
                        fields.count(wanted or None, found or None)
                        if name == "claimed_total":
                            totals.count(wanted or None, found or None)
                    due = {*one.truth["findings"]["errors"], *one.truth["findings"]["must_raise"]}
                    said = {finding.code for finding in dossier.findings if finding.severity is Severity.ERROR}
                    wrong += len(said - due)
            print(
                f"{format_name:9} {way:14} fields {fields.f1:.4f} (missed {fields.missed}, added {fields.added})  "
                f"total {totals.f1:.4f}  false errors {wrong}"
            )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
