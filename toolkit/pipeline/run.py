"""Gathered files → one result each, in their order: what was found, or the refusal that stands in its place."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from toolkit.errors import ReadError, ToolkitError
from toolkit.model.case import Dossier
from toolkit.model.result import Extraction, Refusal
from toolkit.pipeline.fault import fault
from toolkit.pipeline.request import Request
from toolkit.pipeline.sources import Entry

Found = TypeVar("Found", Extraction, Dossier)


def extract_each(entries: Sequence[Entry], request: Request) -> Iterator[Extraction | Refusal]:
    """Every entry read and extracted, one at a time."""
    from toolkit.pipeline.extraction import extract_bytes

    return (_attempt(entry, request, extract_bytes) for entry in entries)


def audit_each(entries: Sequence[Entry], request: Request) -> Iterator[Dossier | Refusal]:
    """Every entry read, extracted and audited, one at a time."""
    from toolkit.pipeline.analyze import analyze

    return (_attempt(entry, request, analyze) for entry in entries)


def _attempt(entry: Entry, request: Request, step: Callable[[bytes, str, Request], Found]) -> Found | Refusal:
    """One bad file must not lose the others: a fault of ours becomes its refusal too, with the cause attached."""
    if isinstance(entry, Refusal):
        return entry
    try:
        return step(entry.load(), entry.name, request)
    except ReadError as error:
        return Refusal(entry.name, error)
    except ToolkitError:
        raise
    except Exception as cause:
        return Refusal(entry.name, fault(entry.name, cause))
