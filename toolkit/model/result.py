"""What one source came to: `Extraction` (document and report), `Dossier`, or `Refusal` with the reason."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from toolkit.errors import ToolkitError
from toolkit.model.document import Document
from toolkit.model.record import PerformanceReport

if TYPE_CHECKING:
    from toolkit.model.case import Dossier


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document and the report found in it, not judged yet."""

    document: Document
    report: PerformanceReport


@dataclass(frozen=True, slots=True)
class Refusal:
    """A source that gave no result: its name and the error that says why and what to do."""

    source: str
    error: ToolkitError


Result: TypeAlias = "Extraction | Dossier | Refusal"
