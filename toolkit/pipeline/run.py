"""Gathered files → one result each, in their order: what was found, or the refusal that stands in its place."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from toolkit.errors import RegistryError, StandardError, ToolkitError, UsageError
from toolkit.model.result import Extraction, Refusal
from toolkit.pipeline.attempt import Task
from toolkit.pipeline.fault import fault
from toolkit.pipeline.isolate import obtain, way
from toolkit.pipeline.request import Request
from toolkit.pipeline.sources import Entry, SourceFile
from toolkit.pipeline.warm import warm

if TYPE_CHECKING:
    from toolkit.model.case import Dossier

Found = TypeVar("Found", Extraction, "Dossier")

_CONCERNS_ALL = (UsageError, StandardError, RegistryError)
"""Errors that no file is to blame for."""


def extract_each(entries: Sequence[Entry], request: Request) -> Iterator[Extraction | Refusal]:
    """Every entry read and extracted, one at a time."""
    _prepare("extract", entries, request)
    return (_attempt(entry, lambda data, name: obtain("extract", data, name, request)) for entry in entries)


def audit_each(entries: Sequence[Entry], request: Request) -> "Iterator[Dossier | Refusal]":
    """Every entry read, extracted and audited, one at a time."""
    _prepare("audit", entries, request)
    return (_attempt(entry, lambda data, name: obtain("audit", data, name, request)) for entry in entries)


def _prepare(task: Task, entries: Sequence[Entry], request: Request) -> None:
    """Of several files that are read in children, the first need not load what the others need as well."""
    files = [entry.name for entry in entries if isinstance(entry, SourceFile)]
    if request.limits is not None and len(files) > 1 and way() == "fork":
        warm(task, files, request)


def _attempt(entry: Entry, step: Callable[[bytes, str], Found]) -> Found | Refusal:
    """One bad file must not lose the others: a fault of ours becomes its refusal too, with the cause attached."""
    if isinstance(entry, Refusal):
        return entry
    try:
        return step(entry.load(), entry.name)
    except _CONCERNS_ALL:
        raise
    except ToolkitError as error:
        return Refusal(entry.name, error)
    except Exception as cause:
        return Refusal(entry.name, fault(entry.name, cause))
