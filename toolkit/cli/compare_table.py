"""A comparison → the ranking by both scores, gaps, rates and coverage, and what only the whole shows."""

from collections import Counter
from collections.abc import Iterable, Iterator

from toolkit.cli.console import Screen
from toolkit.export import Item
from toolkit.export._words import number, percent, score, span
from toolkit.model.comparison import ComparedEntity, Comparison

_HEADINGS = (
    "名次",
    "重算",
    "单位",
    "年度",
    "自评",
    "逐项和",
    "重算区间",
    "差距",
    "执行率",
    "可重算",
    "满分行",
    "矛盾/待核实",
)
_NUMBERS = "名次 重算 年度 自评 逐项和 重算区间 差距 执行率 可重算 满分行 矛盾/待核实"


def show_comparisons(items: Iterable[Item], screen: Screen) -> Iterator[str]:
    """The comparison as lines."""
    for item in items:
        if isinstance(item, Comparison):
            yield from (f"{line}\n" for line in _page(item, screen))


def _page(comparison: Comparison, screen: Screen) -> Iterator[str]:
    entities = sorted(comparison.entities, key=lambda one: (one.rank_claimed is None, one.rank_claimed or 0))
    standards = sorted({one.standard for one in entities})
    yield from screen.text(
        f"{len(entities)} 份报告 · {'同一标准' if len(standards) == 1 else '标准'}：{'、'.join(standards)}"
    )
    yield ""
    yield from screen.table(_HEADINGS, [_row(one) for one in entities], _NUMBERS)
    yield ""
    yield from screen.text("名次按自评，重算为重算后的名次；— 为依据不足，不排名。差距 = 自评 − 重算。执行率统一口径。")
    if not comparison.contrasts:
        yield "没有发现横向疑点。"
        return
    yield ""
    codes = Counter(contrast.code for contrast in comparison.contrasts)
    yield screen.rule(f"横向疑点 {sum(codes.values())}", "warning")
    for contrast in comparison.contrasts:
        code = screen.paint(contrast.code, contrast.severity)
        yield from screen.text(
            f" {contrast.code} {contrast.severity.word}  {contrast.message}".replace(contrast.code, code, 1), hanging=8
        )


def _row(entity: ComparedEntity) -> tuple[str, ...]:
    name = entity.entity or entity.source
    covered, found = entity.coverage, entity.findings
    share = f"{number(100 * covered.recomputed_points / covered.points, 0)}%" if covered.points else "—"
    return (
        *(str(rank) if rank is not None else "—" for rank in (entity.rank_claimed, entity.rank_recomputed)),
        f"{name}（{entity.project_name}）" if entity.project_name else name,
        str(entity.fiscal_year or "—"),
        *(score(entity.claimed_total), span(entity.from_lines), span(entity.recomputed), span(entity.score_gap)),
        *(percent(entity.budget.execution_rate), share, percent(entity.full_score_share)),
        f"{found.error}/{found.warning}",
    )
