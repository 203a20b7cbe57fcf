"""Results ↔ compact JSON without any loss, for the pipe between processes: exponents, floats and places stay exact.

The contract's JSON (`codec`) drops trailing zeros and furniture; here everything comes back equal. What is decoded is
validated again: the other side of the pipe has read a stranger's file.
"""

import json
from array import array
from dataclasses import fields
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from toolkit.model.document import Block, Cell, Document, Note, Paragraph, Region, Run, Source, Table
from toolkit.model.number import Noun
from toolkit.model.record import PerformanceReport
from toolkit.model.result import Extraction

if TYPE_CHECKING:
    from toolkit.model.case import Dossier

Kind = TypeVar("Kind", bound=Noun)


def pack(result: "Document | Extraction | Dossier") -> Any:
    """A result as JSON values; `unpack` gives back its equal."""
    if isinstance(result, Document):
        return {"document": pack_document(result)}
    if isinstance(result, Extraction):
        return {"document": pack_document(result.document), "report": pack_noun(result.report)}
    return _pack_dossier(result)


def unpack(value: Any) -> "Document | Extraction | Dossier":
    """JSON values → the result. Raises ValueError, TypeError, KeyError or IndexError for anything else."""
    document = unpack_document(value["document"])
    if "report" not in value:
        return document
    if "sheet" not in value:
        return Extraction(document, unpack_noun(PerformanceReport, value["report"]))
    return _unpack_dossier(value, document)


def dumps(value: Any) -> bytes:
    """JSON values as bytes. Text that is no UTF-8 (lone surrogates) is kept."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def loads(data: bytes) -> Any:
    """The values of `dumps`. Raises ValueError."""
    return json.loads(data.decode("utf-8", "surrogatepass"))


def pack_noun(value: Any) -> Any:
    """A noun as JSON values, fields that have their default left out."""
    if isinstance(value, Noun):
        held = value.__dict__
        return {name: pack_noun(held[name]) for name, default in _fields(type(value)) if held[name] is not default}
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [pack_noun(item) for item in value]
    if isinstance(value, dict):
        return {key: pack_noun(item) for key, item in value.items()}
    return value


def unpack_noun(kind: type[Kind], value: Any) -> Kind:
    """JSON values → the noun, validated. Raises pydantic's ValidationError, a ValueError."""
    return kind.model_validate(value)


def pack_document(document: Document) -> Any:
    """A document as nested lists in the order of its fields."""
    return [
        _row(document.source),
        [_pack_block(block) for block in document.blocks],
        [_pack_block(block) for block in document.furniture],
        [_row(note) for note in document.notes],
    ]


def unpack_document(value: Any) -> Document:
    """Nested lists → the document. Raises TypeError or ValueError for a wrong number of fields."""
    source, blocks, furniture, notes = value
    return Document(
        Source(*source),
        tuple(_unpack_block(block) for block in blocks),
        tuple(_unpack_paragraph(*block[1:]) for block in furniture),
        tuple(Note(*note) for note in notes),
    )


_LITERAL = object()


@cache
def _fields(kind: type[Noun]) -> tuple[tuple[str, Any], ...]:
    """(name, default) of each field; `kind` tells the members of a union apart and is never left out."""
    return tuple(
        (name, _LITERAL if name == "kind" or field.is_required() else field.default)
        for name, field in kind.model_fields.items()
    )


def _pack_dossier(dossier: "Dossier") -> Any:
    case = dossier.case
    nouns = {"report": case.report, "sheet": case.sheet, "ledger": case.ledger, "standard": case.standard}
    return {
        "document": pack_document(case.document),
        **{name: pack_noun(noun) for name, noun in nouns.items()},
        "choice": pack_noun(case.choice),
        "settings": pack_noun(case.settings),
        "findings": [pack_noun(finding) for finding in dossier.findings],
        "annexes": [_pack_dossier(annex) for annex in dossier.annexes],
    }


def _unpack_dossier(value: Any, document: Document) -> "Dossier":
    # loaded only when something was audited
    from toolkit.model.case import Case, Dossier
    from toolkit.model.figure import FigureLedger
    from toolkit.model.finding import Finding
    from toolkit.model.scoresheet import ScoreSheet
    from toolkit.model.settings import Settings
    from toolkit.model.standard import Standard, StandardChoice

    case = Case(
        document,
        unpack_noun(PerformanceReport, value["report"]),
        unpack_noun(ScoreSheet, value["sheet"]),
        unpack_noun(FigureLedger, value["ledger"]),
        unpack_noun(Standard, value["standard"]),
        unpack_noun(StandardChoice, value["choice"]),
        unpack_noun(Settings, value["settings"]),
    )
    findings = tuple(unpack_noun(Finding, finding) for finding in value["findings"])
    annexes = tuple(_unpack_dossier(annex, unpack_document(annex["document"])) for annex in value["annexes"])
    return Dossier(case, findings, annexes)


def _row(value: Any) -> list[Any]:
    return [getattr(value, field.name) for field in fields(value)]


def _pack_block(block: Block) -> Any:
    if isinstance(block, Paragraph):
        return ["p", block.id, block.text, _pack_runs(block.runs), block.level]
    cells = [
        [cell.row, cell.column, cell.text, _pack_runs(cell.runs), cell.row_span, cell.column_span]
        for cell in block.cells
    ]
    return ["t", block.id, block.rows, block.columns, cells, block.header_rows, block.caption]


def _pack_runs(runs: tuple[Run, ...]) -> Any:
    return [[run.start, run.end, *_place(run.region), run.region.confidences, run.region.lean] for run in runs]


def _place(at: Region) -> tuple[Any, ...]:
    edges = None if at.edges is None else list(at.edges)
    return at.page, at.box, edges, at.line, at.column, at.sheet, at.ref, at.path


def _unpack_block(value: Any) -> Block:
    sort, *rest = value
    if sort == "p":
        return _unpack_paragraph(*rest)
    if sort != "t":
        raise ValueError(f"unknown block {sort!r}")
    return _unpack_table(*rest)


def _unpack_paragraph(id: str, text: str, runs: Any, level: int | None) -> Paragraph:  # noqa: A002
    return Paragraph(id, text, _unpack_runs(runs), level)


def _unpack_table(id: str, rows: int, columns: int, cells: Any, heads: int, caption: str | None) -> Table:  # noqa: A002
    made = tuple(
        Cell(row, column, text, _unpack_runs(runs), row_span, column_span)
        for row, column, text, runs, row_span, column_span in cells
    )
    return Table(id, rows, columns, made, heads, caption)


def _unpack_runs(value: Any) -> tuple[Run, ...]:
    return tuple(
        Run(
            start,
            end,
            Region(
                page,
                None if box is None else _box(box),
                None if edges is None else array("d", edges),
                line,
                column,
                sheet,
                ref,
                path,
                None if confidences is None else tuple(confidences),
                lean,
            ),
        )
        for start, end, page, box, edges, line, column, sheet, ref, path, confidences, lean in value
    )


def _box(value: Any) -> tuple[float, float, float, float]:
    left, top, right, bottom = value
    return (left, top, right, bottom)
