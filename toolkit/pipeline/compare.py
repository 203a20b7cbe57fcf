"""Results of many sources → Comparison of those that could be read."""

from collections.abc import Iterable

from toolkit.compare import compare
from toolkit.errors import ReadError
from toolkit.model.case import Dossier
from toolkit.model.comparison import Comparison
from toolkit.model.result import Result
from toolkit.pipeline.request import DEFAULT, Request


def compare_results(results: Iterable[Result], request: Request = DEFAULT) -> Comparison:
    """Dossiers among `results` → comparison, in their order. Raises ReadError where none is left to compare."""
    dossiers = [result for result in results if isinstance(result, Dossier)]
    if not dossiers:
        raise ReadError("COMPARE-NOTHING", "没有可以比较的报告。", "请检查所给的文件能否读取。")
    return compare(dossiers, request.settings)
