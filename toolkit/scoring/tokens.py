"""`Token`: what one clause of a printed criterion says, before the clauses are put together to a rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from toolkit.model.standard import Band
from toolkit.scoring.methods import Counting, Side


class Kind(StrEnum):
    """What a clause says."""

    STEP = "step"  # 每低1个百分点扣0.5分
    EVENT = "event"  # 每发现一例扣1分
    SHORTFALL = "shortfall"  # 每缺一项扣1分
    BAND = "band"  # ≥90%得5分
    BASELINE = "baseline"  # 低于95%的（下接每低…扣…）
    WHERE = "where"  # 完成率在60%-100%之间的（下接按…计分）
    MET = "met"  # 达到目标值得满分
    FACT = "fact"  # 建立制度得满分
    UNMET = "unmet"  # 否则不得分
    NOTHING = "nothing"  # 效果差不得分: words that earn nothing, a grade only beside other grades
    RATIO = "ratio"  # 按完成率计分
    ABSOLUTE = "absolute"  # 得分=满意度×分值
    PRO_RATA = "pro_rata"  # 按比例扣分
    BETWEEN = "between"  # 介于两者之间按插值法计分
    EARN = "earn"  # 每完成1项得1分
    COUNTING = "counting"  # 不足1个百分点按1个百分点计算
    CAP = "cap"  # 最多扣3分
    CHECK = "check"  # 制度健全得1分
    PHRASE = "phrase"  # 优得5分
    DISCRETION = "discretion"  # 酌情扣分
    FILLER = "filler"  # 扣完为止
    CLASH = "clash"  # more points than the line has: written for another line


@dataclass(frozen=True, slots=True)
class Token:
    """A clause understood. `unit`, `completion` and `deviation` as in ScoringRule; `loose` bounds have no stated side.

    `words`: what earns a `score` (建立制度, 良好). `taken`: a band printed as points taken off. `zero`: where a formula
    between two edges gives nothing.
    """

    kind: Kind
    band: Band | None = None
    unit: str | None = None
    completion: bool = False
    side: Side | None = None
    both_sides: bool = False
    either_percent: bool = False
    threshold: Decimal | None = None
    step: Decimal | None = None
    per: Decimal | None = None
    counting: Counting = "unknown"
    loose: tuple[bool, bool] = (False, False)
    deviation: bool = False
    words: str | None = None
    score: Decimal | None = None
    taken: bool = False
    zero: Decimal | None = None


def of_kind(tokens: Sequence[Token], *kinds: Kind) -> list[Token]:
    """The tokens of these kinds, in order."""
    return [token for token in tokens if token.kind in kinds]
