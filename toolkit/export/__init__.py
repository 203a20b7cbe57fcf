"""Outlets: results → the bytes of a file format, one module each."""

from toolkit.export._exporter import Content, Exporter, Item
from toolkit.registry import discover


def exporters() -> dict[str, Exporter]:
    """Every output format by its name."""
    return discover("toolkit.export", Exporter, lambda exporter: exporter.name)


__all__ = ["Content", "Exporter", "Item", "exporters"]
