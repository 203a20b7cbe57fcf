"""Dossiers → `Comparison`: claimed against recomputed, ranks, lines that mean the same, contrasts between peers."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toolkit.compare.side_by_side import compare

__all__ = ["compare"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from toolkit.compare import side_by_side

        return getattr(side_by_side, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
