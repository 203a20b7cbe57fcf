"""检查什么：自评等级是否就是自评总分所在的等级。

为什么：等级是评价结果应用的依据，总分与等级不一致必有一错。

依据：报告印出的等级分数段，或报告引用的评分办法；两者都没有时用所选评分标准的分数段，只列为待核实。
总分落在整数分数段的空隙（89.5分，80—89、90—100）的，只作提示。

何时不报：没有总分或等级；等级用语不在四级之内；总分超过标准满分；总分恰在两段相接处而未印明归属。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.advice import grade_of
from toolkit.audit.grades import KEYS, PrintedGrade, is_letter, printed_grades, word_of
from toolkit.audit.printed import standard_is_cited
from toolkit.audit.rule import Draft, Example, FindingBasis, Rule
from toolkit.audit.specimen import narrative, report
from toolkit.audit.tally import adjustment_slot
from toolkit.audit.wording import about, places, shown
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding at most."""
    claimed, grade = case.report.claimed_total, case.report.claimed_grade
    full = case.standard.total
    if claimed is None or grade is None or not 0 <= claimed.value <= full + adjustment_slot(case.report):
        return
    score = min(claimed.value, full)  # with bonus points above the full total
    word = word_of(grade.value)
    if word is None:
        return
    printed = printed_grades(case.document)
    if any(KEYS[one.word] == KEYS[word] and is_letter(one.word) is is_letter(word) for one in printed):
        verdict = _by_print(score, word, printed)
        if verdict is not None:
            yield _draft(case, *verdict, basis="printed")
        return
    right = grade_of(case, score)
    if not printed and not is_letter(word) and right is not None and right.key != KEYS[word]:
        severity = Severity.ERROR if standard_is_cited(case) else Severity.WARNING
        bounds = f"{right.name}为{shown(right.low)}（含）至{shown(right.high)}分"
        yield _draft(case, severity, right.name, f"按《{case.standard.title}》{bounds}", basis="standard")


def _by_print(score: Decimal, word: str, printed: tuple[PrintedGrade, ...]) -> tuple[Severity, str, str] | None:
    own = [one for one in printed if KEYS[one.word] == KEYS[word]]
    begins = any(one.low == score and one.low_said for one in printed if one not in own)
    if any(one.low <= score <= one.high and not (one.high == score and begins and not one.high_said) for one in own):
        return None
    other = next((one for one in printed if one.low <= score <= one.high and one not in own), None)
    if other is not None:
        return (
            Severity.ERROR,
            other.word,
            f"按报告印出的分数段，{shown(other.low)}至{shown(other.high)}分为{other.word}",
        )
    near = min(own, key=lambda one: min(abs(one.low - score), abs(one.high - score)))
    if not _in_gap(score, printed):
        return None
    return (
        Severity.NOTICE,
        "未定",
        f"报告印出的分数段没有覆盖此分（{near.word}为{shown(near.low)}至{shown(near.high)}分）",
    )


def _in_gap(score: Decimal, printed: tuple[PrintedGrade, ...]) -> bool:
    """Between two printed ranges at most one point apart."""
    below = max((one.high for one in printed if one.high < score), default=None)
    above = min((one.low for one in printed if one.low > score), default=None)
    return below is not None and above is not None and above - below <= 1


def _draft(case: Case, severity: Severity, right: str, why: str, basis: FindingBasis) -> Draft:
    claimed, grade = case.report.claimed_total, case.report.claimed_grade
    score, word = (shown(claimed.value), grade.value) if claimed and grade else ("", "")
    return Draft(
        message=f"{about(case, grade.where if grade else None, '自评等级')}总分{score}，报告等级“{word}”；{why}",
        where=places(grade, claimed),
        name="自评等级",
        severity=severity,
        basis=basis,
        expected=right,
        observed=word,
        advice="更正等级或总分" if severity is not Severity.NOTICE else "说明该分数所属等级",
        ask="本地区绩效评价等级划分规定",
    )


_BOUNDS = "评价等级：90（含）-100分为优，80（含）-90分为良，60（含）-80分为中，60分以下为差。"
_CHAINED = "等级标准：90分（含）以上为“优”，80分（含）至90分为“良”，60分（含）至80分为“中”，60分以下为“差”。"
_INTEGERS = "评价等级分四档：优（90-100分）、良（80-89分）、中（60-79分）、差（0-59分）。"


def _said(score: str, grade: str, *more: str) -> str:
    return report(total=score, before="\n\n".join((f"项目绩效自评得分{score}分，评价等级为“{grade}”。", *more)))


def _chained(score: str, grade: str) -> str:
    return narrative(_CHAINED, f"2022年部门整体支出绩效自评得分{score}分，评价等级为“{grade}”。")


def _lettered(score: str, grade: str) -> str:
    scale = "90分以上为A级，80—90分为B级，60—80分为C级，60分以下为D级"
    return narrative(f"2022年部门整体支出绩效自评得分{score}分，综合等级{grade}（{scale}）。")


RULE = Rule(
    code="SCO108",
    name="grade-mismatch",
    title="等级与总分不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("SCO101", "SCO107"),
    examples=(
        Example("fires", _said("98.30", "良", _BOUNDS), "报告印有分数段，98.30分应为优", Severity.ERROR),
        Example("fires", _said("98.30", "良"), "只有所选标准的分数段", Severity.WARNING),
        Example("fires", _chained("89.30", "优"), "80至90分为良，写在优之后", Severity.ERROR),
        Example("fires", _chained("90", "良"), "90分含在优内", Severity.ERROR),
        Example("fires", _lettered("95.5", "B级"), "90分以上为A级", Severity.ERROR),
        Example("silent", _lettered("95.5", "A级"), "相符"),
        Example("silent", _chained("90", "优"), "90分含在优内"),
        Example("silent", _said("98.30", "优", _BOUNDS), "相符"),
        Example("silent", _said("98.30", "优"), "相符"),
        Example("near_miss", _said("98.30", "优秀", _INTEGERS), "优与优秀是同一等级"),
    ),
)
