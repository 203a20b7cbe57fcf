"""Truth → files of many makers: each module is one engine that draws made documents as its medium sets them."""

from functools import cache

from toolkit.corpus.render._engine import Engine
from toolkit.registry import discover

__all__ = ["Engine", "engines"]


@cache
def engines() -> dict[str, Engine]:
    """All engines by name, also those that are not installed here (`Engine.missing` says so)."""
    return discover(__name__, Engine, lambda engine: engine.name)
