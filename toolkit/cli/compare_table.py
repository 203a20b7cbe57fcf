"""A comparison → by year the ranking by both scores, gaps, rates and coverage, then what only the whole shows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from toolkit.cli.console import Screen
from toolkit.compare.ranks import is_covered
from toolkit.export import Item
from toolkit.export._words import percent, score, span
from toolkit.model.comparison import ComparedEntity, Comparison
from toolkit.model.settings import Settings
from toolkit.scoring.load import standards

_COLUMNS = ("名次", "单位", "自评", "逐项和", "重算", "差距", "执行率", "可重算", "满分行", "疑点")
_NUMBERS = "自评 逐项和 重算 差距 执行率 可重算 满分行 疑点"
_SPARED = {"逐项和", "满分行"}
_ROOMY = 100


def show_comparisons(items: Iterable[Item], screen: Screen, settings: Settings) -> Iterator[str]:
    """The comparison as lines."""
    for item in items:
        if isinstance(item, Comparison):
            yield from (f"{line}\n" for line in _page(item, screen, settings))


def _page(comparison: Comparison, screen: Screen, settings: Settings) -> Iterator[str]:
    for year, entities in groupby(sorted(comparison.entities, key=_by_year), key=lambda one: one.fiscal_year):
        rows = sorted(entities, key=_by_rank)
        yield from screen.text(f"{f'{year}年度' if year else '年度未载明'} · {len(rows)} 份报告 · {_standards(rows)}")
        yield from _table(rows, screen, settings)
        yield ""
    yield from screen.text(
        "名次按自评，括号内按重算（重算区间重叠或可重算分值不足的不排）。差距 = 自评 − 重算，不能重算的行取自评。"
        "执行率统一口径。疑点 = 数据矛盾/待核实。"
    )
    yield ""
    if not comparison.contrasts:
        yield "没有发现横向疑点。"
        return
    yield screen.rule(f"横向疑点 {len(comparison.contrasts)}", "warning")
    for contrast in comparison.contrasts:
        lines = list(screen.text(f" {contrast.code} {contrast.severity.word}：{contrast.message}", hanging=8))
        yield lines[0].replace(contrast.code, screen.paint(contrast.code, contrast.severity), 1)
        yield from lines[1:]


def _by_year(entity: ComparedEntity) -> int:
    return entity.fiscal_year or 0


def _by_rank(entity: ComparedEntity) -> tuple[bool, int]:
    return entity.rank_claimed is None, entity.rank_claimed or 0


def _standards(rows: Sequence[ComparedEntity]) -> str:
    known = standards()
    titles = dict.fromkeys(known[row.standard].title if row.standard in known else row.standard for row in rows)
    return f"{'同一标准' if len(titles) == 1 else f'{len(titles)} 个标准'}：{'、'.join(titles)}"


def _table(rows: Sequence[ComparedEntity], screen: Screen, settings: Settings) -> Iterator[str]:
    kept = [index for index, name in enumerate(_COLUMNS) if screen.width >= _ROOMY or name not in _SPARED]
    cells = [_row(row, settings) for row in rows]
    headings = [_COLUMNS[index] for index in kept]
    yield from screen.table(headings, [[row[index] for index in kept] for row in cells], _NUMBERS)


def _row(entity: ComparedEntity, settings: Settings) -> tuple[str, ...]:
    name = "\n".join(filter(None, (entity.entity, entity.project_name))) or entity.source
    ranks = tuple("–" if rank is None else str(rank) for rank in (entity.rank_claimed, entity.rank_recomputed))
    covered, points = is_covered(entity, settings), entity.coverage.points
    share = f"{100 * entity.coverage.recomputed_points / points:.0f}%" if points else "—"
    full = "—" if entity.full_score_share is None else f"{100 * entity.full_score_share:.0f}%"
    judged = (span(entity.recomputed), span(entity.score_gap)) if covered else ("依据不足", "—")
    return (
        *(f"{ranks[0]} ({ranks[1]})", name, score(entity.claimed_total), span(entity.from_lines)),
        *(text.replace(" – ", "–") for text in judged),
        *(percent(entity.budget.execution_rate), share, full, f"{entity.findings.error}/{entity.findings.warning}"),
    )
