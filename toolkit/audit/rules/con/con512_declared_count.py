"""检查什么：报告所称的指标个数（二级指标6个、三级指标21个）与所列是否一致。

为什么：个数不符，说明指标表与正文不是同一版本，或漏列了指标。

依据：报告自身；只在所列指标完整时核对（分值凑满本组或全部分值），所列多于所称的随时可以核对。

何时不报：差的一个是资金情况里的预算执行；所列不完整（正文只列到二级而称有三级）；所称的个数不知属于哪一组；没有说明属于哪一组，而个数相差过大
或说法不一；所列各行另有未列出的分组。
"""

import re
from collections.abc import Iterator

from toolkit.audit.completeness import LEVELS, blocks_of, listed, nothing_left_over, points_fill, scope_of
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.siblings import told_in_text
from toolkit.audit.specimen import narrative, report
from toolkit.audit.tally import compare, known
from toolkit.audit.wording import about, clip, places
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.record import DeclaredCount, Indicator
from toolkit.text import key

_FAR = 3  # more or fewer: the count is of other lines


def check(case: Case) -> Iterator[Draft]:
    """One finding for each declared count."""
    for declared in case.report.declared_counts:
        lines = listed(case, declared)
        if not lines or declared.count.value - len(lines) in _admitted(case, declared):
            continue
        if not nothing_left_over(case, blocks_of(lines)):
            continue
        if not _all_are_listed(case, declared, lines) or any(_lists_several(line) for line in lines):
            continue
        if declared.scope is None and not _counts_all(case, declared, lines):
            continue
        scope = f"{declared.scope}的" if declared.scope else ""
        names = clip("、".join(line.name.value for line in lines), 80)
        yield Draft(
            message=f"{about(case, declared.count.where, f'{scope}{declared.what}')}所称{declared.count.value}个，"
            f"所列{len(lines)}个（{names}）",
            where=places(declared.count),
            name=f"{scope}{declared.what}",
            expected=str(len(lines)),
            observed=str(declared.count.value),
            advice="核对指标表，更正个数或补列指标",
            ask="经批复的绩效指标表",
        )


def _admitted(case: Case, declared: DeclaredCount) -> set[int]:
    """By how many the count may be above the lines: of all, the execution of the budget may be one of them or not."""
    return {0, 1} if declared.scope is None and case.report.execution_row is not None else {0}


def _counts_all(case: Case, declared: DeclaredCount, lines: tuple[Indicator, ...]) -> bool:
    """Whether a count that names no group can be that of all lines: the only one of its sort, not far from them."""
    counts = {
        other.count.value
        for other in case.report.declared_counts
        if other.scope is None and key(other.what) == key(declared.what)
    }
    near = abs(declared.count.value - len(lines)) <= _FAR
    level = LEVELS[key(declared.what)]
    return len(counts) == 1 and near and not _has_unlisted_groups(case, level) and not _levels_are_unsure(case, level)


def _levels_are_unsure(case: Case, level: int) -> bool:
    """Whether lines of running text, whose level is inferred, have no lines under them on another level than this."""
    parents = {line.parent for line in case.report.indicators}
    return any(
        line.level not in {1, level} and line.id not in parents and told_in_text(line)
        for line in case.report.indicators
    )


def _has_unlisted_groups(case: Case, level: int) -> bool:
    """Whether lines name a group of this level that is no line itself."""
    names = {key(line.name.value) for line in case.report.indicators if line.level == level}
    named = (
        (line.level1, line.level2, line.level3)[level - 1] for line in case.report.indicators if level < line.level
    )
    return any(name is not None and key(name) not in names for name in named)


def _lists_several(line: Indicator) -> bool:
    """Whether one cell names several lines: 分配使用（12/12）；支出进度（10/9.3）."""
    return len(re.split("[;；]", line.name.value)) > 1


def _all_are_listed(case: Case, declared: DeclaredCount, lines: tuple[Indicator, ...]) -> bool:
    """Lines of this level carry points that make their group's, or the whole."""
    points = known(line.max_score for line in lines)
    if len(points) != len(lines):
        return False
    if declared.scope is None:
        return points_fill(case)
    scope = scope_of(case, declared.scope)
    groups = [
        line
        for line in case.report.indicators
        if scope in key(line.name.value) and line.max_score is not None and line.level < LEVELS[key(declared.what)]
    ]
    if not groups and len(lines) == len(listed(case, declared.model_copy(update={"scope": None})) or ()):
        return points_fill(case)
    return any(group.max_score is not None and compare(group.max_score.value, points) == "agrees" for group in groups)


_SET = (
    "绩效自评采用百分制，其中：管理效能指标50分，共设置二级指标{first}个、三级指标12个；"
    "履职效能指标50分，共设置二级指标1个、三级指标9个。"
)
_LINES = (
    "1.管理效能",
    "（1）采购管理，分值20分，自评得分18.5分，扣分主要原因：采购计划不够细。",
    "（2）资产管理，分值30分，自评得分30分。",
    "2.履职效能",
    "（1）推进商贸流通，分值50分，自评得分50分。",
)

RULE = Rule(
    code="CON512",
    name="declared-count",
    title="所称指标个数与所列不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", narrative(_SET.format(first=3), *_LINES), "管理效能称3个二级指标，列2个", Severity.ERROR),
        Example(
            "fires",
            report(
                before="本项目绩效指标共设置三级指标6个。",
                funds=(),
                total=None,
                lines=(
                    "产出指标|数量指标|培训人次|≥1200人次|1236人次|50|50|",
                    "效益指标|社会效益指标|节水器具覆盖率|≥80%|82%|30|30|",
                    "满意度指标|服务对象满意度指标|参训人员满意度|≥90%|94.2%|20|20|",
                ),
            ),
            "称6个，列3个且分值已满100",
            Severity.ERROR,
        ),
        Example("silent", narrative(_SET.format(first=2), *_LINES), "二级指标相符；三级指标没有列出"),
        Example("silent", report(), "没有所称个数"),
        Example(
            "silent",
            report(
                before="本项目绩效指标共设置三级指标2个。",
                funds=(),
                total=None,
                lines=(
                    "预算执行|资金使用|预算执行率|100%|100%|10|10|",
                    "产出指标|数量指标|培训人次|≥1200人次|1236人次|60|60|",
                    "满意度指标|服务对象满意度指标|参训人员满意度|≥90%|94.2%|30|30|",
                ),
            ),
            "预算执行率另设一行，不算在个数里",
        ),
        Example("near_miss", narrative(_SET.format(first=3), *_LINES[:2]), "所列分值不满本组，不完整"),
    ),
)
