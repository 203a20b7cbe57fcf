"""Document and report → figure ledger: every numeral with its role, and the relations the text itself states."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toolkit.figures.ledger import build_ledger

__all__ = ["build_ledger"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from toolkit.figures import ledger

        return getattr(ledger, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
