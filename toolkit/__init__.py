"""Paths of self-evaluation reports → documents, records, score sheets, dossiers, comparisons; loaded on first use.

import toolkit
dossier = toolkit.audit_report("水务局2022.pdf")
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toolkit.pipeline.api import (
        Request,
        audit_report,
        compare_reports,
        extract_report,
        read_document,
        score_report,
    )

__version__ = "0.1.0"
__all__ = [
    "Request",
    "audit_report",
    "compare_reports",
    "extract_report",
    "read_document",
    "score_report",
    "__version__",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from toolkit.pipeline import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
