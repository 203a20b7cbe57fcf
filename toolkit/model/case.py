"""`Case`: all that a rule may look at; `Dossier`: a case with its findings, and those of its annexes."""

from dataclasses import dataclass, field

from toolkit.model.document import Document
from toolkit.model.figure import FigureLedger
from toolkit.model.finding import Finding
from toolkit.model.record import PerformanceReport
from toolkit.model.scoresheet import ScoreSheet
from toolkit.model.settings import Settings
from toolkit.model.standard import Standard, StandardChoice


@dataclass(frozen=True, slots=True)
class Case:
    """One report (or annex) with its part of the document, its sheet, ledger, standard and settings."""

    document: Document
    report: PerformanceReport
    sheet: ScoreSheet
    ledger: FigureLedger
    standard: Standard
    choice: StandardChoice
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A case with its findings; `annexes` for the further reports in the same file."""

    case: Case
    findings: tuple[Finding, ...]
    annexes: "tuple[Dossier, ...]" = ()
