"""Dossiers → `Comparison`: one row per report and annex, ranks, aligned lines, and what the contrasts see in them."""

from collections.abc import Iterator, Sequence

from toolkit.compare.align import align
from toolkit.compare.contrast import ContrastRule, Peer, Peers
from toolkit.compare.measures import measured
from toolkit.compare.ranks import ranked
from toolkit.model.case import Dossier
from toolkit.model.comparison import Comparison, Contrast
from toolkit.model.settings import Settings
from toolkit.registry import discover

_DEFAULT = Settings()


def compare(dossiers: Sequence[Dossier], settings: Settings = _DEFAULT) -> Comparison:
    """Rows in the order of `dossiers`, each report before its annexes; contrasts by code, then in the order of rows."""
    flat = tuple(_flat(dossiers))
    rows = ranked([measured(dossier, within) for dossier, within in flat], settings)
    peers = tuple(
        Peer(index, dossier.case, dossier.findings, row)
        for index, ((dossier, _), row) in enumerate(zip(flat, rows, strict=True))
    )
    aligned = align(peers)
    group = Peers(peers, aligned, settings)
    return Comparison(
        entities=tuple(rows),
        aligned=tuple(line.noun for line in aligned),
        contrasts=tuple(_contrasts(group)),
    )


def contrast_rules() -> dict[str, ContrastRule]:
    """All contrasts by code."""
    return discover("toolkit.compare.contrasts", ContrastRule, lambda rule: rule.code)


def _contrasts(peers: Peers) -> Iterator[Contrast]:
    for rule in contrast_rules().values():
        for seen in rule.check(peers):
            yield Contrast(
                code=rule.code,
                name=rule.title,
                severity=rule.severity if seen.severity is None else seen.severity,
                entities=seen.entities,
                message=seen.message,
                evidence=seen.evidence,
            )


def _flat(dossiers: Sequence[Dossier], within: str | None = None) -> Iterator[tuple[Dossier, str | None]]:
    """Each dossier, then its annexes, with the entity of the report that an annex stands in."""
    for dossier in dossiers:
        yield dossier, within
        entity = dossier.case.report.identity.entity
        yield from _flat(dossier.annexes, entity.value if entity else within)
