"""检查什么：加分事项所属年度是否就是评价年度。

为什么：评价年度以外的工作受表彰，是否计入本年度要有依据。

依据：加分事项中印出的年度；表彰本身的日期在评价年度以外的，列为待核实，否则只作提示。

何时不报：没有印出年度，或年度与评价年度相同；不知道评价年度；扣分事项。
"""

from collections.abc import Iterator

from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.audit.wording import about, clip, places, shown
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.record import Adjustment
from toolkit.patterns import regex
from toolkit.text import fold

_WORK_YEAR = regex(r"((?:19|20)\d\d)年?度")
_AWARD_DATE = regex(r"(?<![\[(\d])((?:19|20)\d\d)年(?!度)")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each adjustment of another year."""
    year = case.report.identity.fiscal_year
    for adjustment in case.report.adjustments:
        if year is None or adjustment.points is None or adjustment.points.value <= 0:
            continue
        work, award = _years(adjustment)
        other_award = bool(award) and year.value not in award
        other_work = bool(work) and year.value not in work
        if not other_award and not other_work:
            continue
        named = sorted(award if other_award else work)
        what = "表彰日期为" if other_award else "所属年度为"
        yield Draft(
            message=f"{about(case, adjustment.points.where, '加分事项')}“{clip(adjustment.text.value)}”加"
            f"{shown(adjustment.points.value)}分，{what}{'、'.join(map(str, named))}年，评价年度为{year.value}年",
            where=places(adjustment.points, adjustment.text),
            name=adjustment.text.value,
            severity=Severity.WARNING if other_award else Severity.NOTICE,
            expected=str(year.value),
            observed="、".join(map(str, named)),
            advice=f"说明计入{year.value}年度的依据，否则不计",
            ask="表彰文件及其印发日期",
        )


def _years(adjustment: Adjustment) -> tuple[frozenset[int], frozenset[int]]:
    """Years of the work, and years in which the commendation was given."""
    text = fold(adjustment.text.value).text
    work = frozenset(int(found) for found in _WORK_YEAR.findall(text))
    award = frozenset(int(found) for found in _AWARD_DATE.findall(text))
    if not work and not award and adjustment.year is not None:
        work = frozenset({adjustment.year.value})
    return work, award


def _gained(text: str) -> str:
    return narrative(
        "1.管理效能",
        "（1）资金管理，分值45分，自评得分45分。",
        "2.履职效能",
        "（1）商贸流通，分值50分，自评得分50分。",
        "3.工作表现加减分",
        text,
    )


RULE = Rule(
    code="SCO117",
    name="bonus-for-other-year",
    title="加分事项不在评价年度",
    severity=Severity.NOTICE,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", _gained("2021年度商贸统计工作受市统计局表扬，加2分。"), "2021年度的工作", Severity.NOTICE),
        Example("fires", _gained("2023年3月商贸工作受市政府通报表扬，加2分。"), "表彰日期在2023年", Severity.WARNING),
        Example("silent", _gained("2022年度商贸统计工作受市统计局表扬，加2分。"), "同一年度"),
        Example("silent", _gained("商贸统计工作受市统计局表扬，加2分。"), "没有印出年度"),
        Example("near_miss", _gained("2022年5月商贸工作受市政府通报表扬，加2分。"), "表彰日期在评价年度内"),
    ),
)
