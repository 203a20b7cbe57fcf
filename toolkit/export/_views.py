"""One result → the plain JSON values of the contract."""

from typing import Any

from toolkit.export._exporter import Item
from toolkit.model.case import Dossier
from toolkit.model.codec import audit_view, comparison_view, refusal_view, report_view
from toolkit.model.comparison import Comparison
from toolkit.model.result import Extraction


def view(item: Item) -> dict[str, Any]:
    """`jixiao/report/1`, `audit/1`, `comparison/1` or `refusal/1`, whichever the item is."""
    if isinstance(item, Extraction):
        return report_view(item.document, item.report)
    if isinstance(item, Dossier):
        return audit_view(item)
    if isinstance(item, Comparison):
        return comparison_view(item)
    return refusal_view(item.source, item.error)


def utf8(text: str) -> bytes:
    """UTF-8; half of a surrogate pair, which UTF-8 cannot hold, as its JSON escape."""
    return text.encode("utf-8", "backslashreplace")
