"""A report's deduction reasons → the same with the categories D1–D14 of which the classifier is as good as certain."""

from toolkit.model.record import DeductionReason, Indicator, PerformanceReport
from toolkit.nlp.classify import categories


def categorised(report: PerformanceReport) -> PerformanceReport:
    """Report and annexes with categories. Raises ModelError where there are reasons but no model to read them."""
    lines = tuple(_line(line) for line in report.indicators)
    annexes = tuple(categorised(annex) for annex in report.annexes)
    return report.model_copy(update={"indicators": lines, "annexes": annexes})


def _line(line: Indicator) -> Indicator:
    if not line.deduction_reasons:
        return line
    return line.model_copy(update={"deduction_reasons": tuple(_reason(one) for one in line.deduction_reasons)})


def _reason(reason: DeductionReason) -> DeductionReason:
    """`confidence` is that of the least certain category named; without one, the reason stays as it was read."""
    found = categories(reason.text.quote, sure=True)
    if not found:
        return reason
    codes = tuple(one.code for one in found)
    return reason.model_copy(update={"categories": codes, "confidence": min(one.probability for one in found)})
