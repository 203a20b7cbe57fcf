"""What a contrast is: `ContrastRule` looks at `Peers` (the rows side by side) and says what it `Seen`."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from toolkit.model.case import Case
from toolkit.model.citation import Cited
from toolkit.model.comparison import ComparedEntity, Evidence
from toolkit.model.finding import Finding, Severity
from toolkit.model.settings import Settings

if TYPE_CHECKING:
    from toolkit.compare.align import AlignedLines


@dataclass(frozen=True, slots=True)
class Peer:
    """One row with the case it was measured from; `index` counts rows from 0."""

    index: int
    case: Case
    findings: tuple[Finding, ...]
    row: ComparedEntity

    @property
    def name(self) -> str:
        """What the row is called in messages: entity, project, or the file where neither is stated."""
        words = [word for word in (self.row.entity, self.row.project_name) if word]
        return "·".join(words) or self.row.source

    def evidence(self, cited: Cited[Any]) -> Evidence:
        """A quote of this row."""
        return Evidence(entity=self.row.entity, quote=cited.quote, where=cited.where)


@dataclass(frozen=True, slots=True)
class Peers:
    """All rows, the lines that mean the same, the settings."""

    rows: tuple[Peer, ...]
    aligned: "tuple[AlignedLines, ...]"
    settings: Settings

    def of_same_year(self, peer: Peer) -> tuple[Peer, ...]:
        """The other rows of the peer's year."""
        year = peer.row.fiscal_year
        return tuple(other for other in self.rows if other.index != peer.index and other.row.fiscal_year == year)


@dataclass(frozen=True, slots=True)
class Seen:
    """One contrast before its code is added."""

    entities: tuple[str, ...]
    message: str
    evidence: tuple[Evidence, ...] = ()
    severity: Severity | None = None


Check: TypeAlias = Callable[[Peers], Iterator[Seen]]


@dataclass(frozen=True, slots=True)
class ContrastRule:
    """One contrast of the catalogue; the module's docstring says what it checks, why, and when it stays silent."""

    code: str
    name: str
    title: str
    severity: Severity
    since: str
    check: Check

    @property
    def explanation(self) -> str:
        """The docstring of the contrast's module."""
        return (sys.modules[self.check.__module__].__doc__ or "").strip()
