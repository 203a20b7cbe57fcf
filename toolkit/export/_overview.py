"""A case → the facts that head every presentation of it: who, by which standard, how far off, how sure."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from toolkit.export._words import KINDS, WHY_NOT, number, score, span
from toolkit.model.number import Bounds
from toolkit.model.record import PerformanceReport

if TYPE_CHECKING:
    from toolkit.audit.fragility import Fragility
    from toolkit.model.case import Case
    from toolkit.model.standard import Standard


def title(report: PerformanceReport) -> str:
    """临江市水务局 · 2022年度 · 部门整体支出绩效自评; what is not stated is named as such."""
    identity = report.identity
    entity = identity.entity.value if identity.entity else "单位未载明"
    year = f"{identity.fiscal_year.value}年度" if identity.fiscal_year else "年度未载明"
    kind = KINDS.get(identity.kind.value, identity.kind.value) if identity.kind else ""
    project = [identity.project_name.value] if identity.project_name else []
    return " · ".join([entity, year, *project, f"{kind}绩效自评"])


@dataclass(frozen=True, slots=True)
class Scores:
    """The four figures of the first screen, as text, and the grade claimed and recomputed."""

    claimed: str
    from_lines: str
    recomputed: str
    grade: str


def scores(case: "Case") -> Scores:
    """Claimed total, sum of the lines, total recomputed (claims stand in where a line cannot be), grades."""
    total, recomputed = case.sheet.total, recomputed_total(case)
    return Scores(
        claimed=score(total.claimed),
        from_lines=span(total.from_lines),
        recomputed=span(recomputed),
        grade=_grades(case, recomputed),
    )


def recomputed_total(case: "Case") -> Bounds | None:
    """The total recomputed; None where no line could be, or where lines are missing that the total counts."""
    whole = case.sheet.coverage.recomputed and not missing_points(case)
    return case.sheet.total.recomputed_given_claims if whole else None


def missing_points(case: "Case") -> Decimal:
    """Points of the standard's total that no line found carries; 0 where the lines add to the claimed total."""
    if case.sheet.total.agrees:
        return Decimal(0)
    slots = sum((item.max_score.value for item in case.report.adjustments if item.max_score), Decimal(0))
    return max(case.standard.total - case.sheet.coverage.points - slots, Decimal(0))


def _grades(case: "Case", recomputed: Bounds | None) -> str:
    claimed = case.report.claimed_grade.value if case.report.claimed_grade else "未载明"
    found = grade_of(recomputed, case.standard)
    return f"{claimed} → {found}" if found else claimed


def grade_of(total: Bounds | None, standard: "Standard") -> str | None:
    """The grade of a total under the standard; two joined by 至 where the interval spans a bound."""
    if total is None or not standard.grades:
        return None
    names = [name for value in (total.low, total.high) if (name := _grade(value, standard)) is not None]
    return "至".join(dict.fromkeys(names)) or None


def _grade(value: Decimal, standard: "Standard") -> str | None:
    top = max(grade.high for grade in standard.grades)
    for grade in standard.grades:
        if grade.low <= value < grade.high or value == grade.high == top:
            return grade.name
    return None


def coverage(case: "Case") -> str:
    """可重算 31/38 行（82/100 分）；其余：定性 4，缺目标值 2; and how many points no line was found for."""
    found = case.sheet.coverage
    if not found.lines:
        return "没有找到计分的指标行"
    texts = [
        f"可重算 {found.recomputed}/{found.lines} 行（{number(found.recomputed_points)}/{number(found.points)} 分）"
    ]
    rest = "，".join(f"{WHY_NOT[why]} {count}" for why, count in sorted(found.undecidable.items(), key=_most_first))
    if rest:
        texts.append(f"其余：{rest}")
    missing = missing_points(case)
    if missing:
        texts.append(f"所见各行不足满分 {number(missing)} 分，不与总分相比")
    return "；".join(texts)


def fragility_words(found: "Fragility | None") -> str:
    """最少 2 处疑点成立（…，至多 3.2 分），等级即由优变为良; empty where all doubts together change nothing."""
    if found is None:
        return ""
    codes = "、".join(finding.code for finding in found.findings)
    return (
        f"最少 {len(found.findings)} 处疑点成立（{codes}，至多 {number(found.points)} 分），"
        f"等级即由{found.grade}变为{found.then}"
    )


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
