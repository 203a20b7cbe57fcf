"""Comparison → tables of plain cells: 横向对比, 同类指标, 横向疑点."""

from decimal import Decimal

from toolkit.export._records import Plain, cell
from toolkit.export._sheets import Sheet, plain_rows
from toolkit.export._words import CATEGORIES, number
from toolkit.model.comparison import ComparedEntity, Comparison

ENTITY_HEADINGS = (
    "自评名次", "重算名次", "单位", "年度", "项目", "文件", "自评总分", "逐项合计",
    "重算下限", "重算上限", "差距下限", "差距上限", "评分标准", "预算数（元）", "执行数（元）",
    "执行率", "执行率基数", "指标数", "满分行占比", "可重算行", "计分行", "可重算分值", "计分行分值",
    "数据矛盾", "待核实", "提示", "扣分构成",
)  # fmt: skip
ALIGNED_HEADINGS = ("指标", "单位", "年度", "编号", "名称", "目标值", "完成值", "分值", "自评得分", "相似度")
CONTRAST_HEADINGS = ("级别", "代码", "名称", "单位", "说明", "依据")


def comparison_sheets(comparison: Comparison) -> tuple[Sheet, ...]:
    """The three sheets of a comparison."""
    entities = plain_rows(entity_row(entity) for entity in comparison.entities)
    aligned = plain_rows(row for row in _aligned(comparison))
    contrasts = plain_rows(row for row in _contrasts(comparison))
    return (
        Sheet("横向对比", ENTITY_HEADINGS, entities, percent=frozenset({"执行率", "满分行占比"}), frozen=3),
        Sheet("同类指标", ALIGNED_HEADINGS, aligned, frozen=1),
        Sheet("横向疑点", CONTRAST_HEADINGS, contrasts),
    )


def entity_row(entity: ComparedEntity) -> tuple[Plain, ...]:
    """One row in the order of `ENTITY_HEADINGS`."""
    recomputed, gap, lines = entity.recomputed, entity.score_gap, entity.from_lines
    covered, found = entity.coverage, entity.findings
    return (
        *(entity.rank_claimed, entity.rank_recomputed, entity.entity, entity.fiscal_year, entity.project_name),
        *(entity.source, entity.claimed_total, lines.low if lines else None),
        *((recomputed.low, recomputed.high) if recomputed else (None, None)),
        *((gap.low, gap.high) if gap else (None, None)),
        *(entity.standard, entity.budget.revised_budget, entity.budget.actual_expenditure),
        *(_rounded(entity.budget.execution_rate), entity.budget.rate_base, entity.indicators),
        *(_rounded(entity.full_score_share), covered.recomputed, covered.lines, covered.recomputed_points),
        *(covered.points, found.error, found.warning, found.notice, deductions(entity)),
    )


def deductions(entity: ComparedEntity) -> str:
    """Points lost by category of reason: 预算执行进度 1.5，原因不明 0.2."""
    return "，".join(f"{CATEGORIES.get(code, code)} {number(points)}" for code, points in entity.deductions.items())


def _rounded(rate: Decimal | None) -> Decimal | None:
    return None if rate is None else rate.quantize(Decimal("0.000001"))


def _aligned(comparison: Comparison) -> list[tuple[Plain, ...]]:
    return [
        (
            *(group.key, member.entity, member.fiscal_year, member.indicator, member.name),
            *(cell(member.target), cell(member.actual), cell(member.max_score), cell(member.claimed_score)),
            f"{member.similarity:.2f}",
        )
        for group in comparison.aligned
        for member in group.members
    ]


def _contrasts(comparison: Comparison) -> list[tuple[Plain, ...]]:
    rows: list[tuple[Plain, ...]] = []
    for contrast in comparison.contrasts:
        evidence = "；".join(f"{item.entity or '单位未载明'}：{item.quote}" for item in contrast.evidence)
        entities = "、".join(contrast.entities)
        rows.append((contrast.severity.word, contrast.code, contrast.name, entities, contrast.message, evidence))
    return rows
