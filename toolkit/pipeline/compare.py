"""Many sources → Comparison, and the refusals of those that could not be read."""

from collections.abc import Iterable

from toolkit.compare import compare
from toolkit.errors import ReadError
from toolkit.model.case import Dossier
from toolkit.model.comparison import Comparison
from toolkit.model.result import Refusal, Result
from toolkit.pipeline.analyze import Request


def compare_results(results: Iterable[Result], request: Request = Request()) -> Comparison:
    """Dossiers among `results` → comparison, in their order. Raises ReadError where none is left to compare."""
    dossiers = []
    refusals = []
    for result in results:
        if isinstance(result, Dossier):
            dossiers.append(result)
        elif isinstance(result, Refusal):
            refusals.append(result)
    if not dossiers:
        raise ReadError("COMPARE-NOTHING", f"没有可以比较的报告（{len(refusals)} 份未能读取）。", "请检查上面所列各文件。")
    return compare(dossiers, request.settings)
