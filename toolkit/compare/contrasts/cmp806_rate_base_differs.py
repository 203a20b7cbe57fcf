"""执行率的预算基数与多数单位不同。

检查什么：报告印出的预算执行率只与年初预算相符，或只与全年（调整）预算相符；同年多数单位用的是另一个基数。
为什么：基数不同的执行率不能直接比较名次。
依据：执行率 = 全年执行数 ÷ 预算数，各数按印出的精度取区间。
何时不报：年初与全年预算的执行率相同，或印出的执行率与两者都不符（见 BUD202）；用另一基数的单位不足两个或不占多数。
"""

from collections import Counter
from collections.abc import Iterator

from toolkit.compare.contrast import ContrastRule, Peer, Peers, Seen
from toolkit.measure.interval import bounds, divide
from toolkit.model.citation import CitedQuantity
from toolkit.model.comparison import Evidence
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity

_WORDS = {"revised": "全年（调整）预算", "original": "年初预算"}
_FEWEST_PEERS = 2


def _check(peers: Peers) -> Iterator[Seen]:
    bases = {peer.index: base for peer in peers.rows if (base := _base(peer)) is not None}
    for peer in peers.rows:
        own = bases.get(peer.index)
        if own is None:
            continue
        others = Counter(bases[other.index] for other in peers.of_same_year(peer) if other.index in bases)
        usual = "original" if own == "revised" else "revised"
        if others[usual] >= _FEWEST_PEERS and others[usual] > others[own] + 1:
            yield Seen(
                entities=(peer.name,),
                message=f"{peer.name}的执行率按{_WORDS[own]}计算，同年{others[usual]}个单位按{_WORDS[usual]}计算",
                evidence=_evidence(peer, own),
            )


def _base(peer: Peer) -> str | None:
    """The only base that the printed rate fits."""
    whole = peer.case.report.whole_budget
    if whole is None:
        return None
    rate, actual = _interval(whole.execution_rate), _interval(whole.actual_expenditure)
    if rate is None or actual is None:
        return None
    fitting = []
    for name, cited in (("revised", whole.revised_budget), ("original", whole.original_budget)):
        base = _interval(cited)
        expected = divide(actual, base) if base is not None else None
        if expected is None:
            return None
        if expected.meets(rate):
            fitting.append(name)
    return fitting[0] if len(fitting) == 1 else None


def _interval(cited: CitedQuantity | None) -> Bounds | None:
    """The interval of a plain number; None for words, bounds and ranges."""
    if cited is None or not isinstance(cited.value, NumberQuantity) or cited.value.low != cited.value.high:
        return None
    return bounds(cited.value)


def _evidence(peer: Peer, base: str) -> tuple[Evidence, ...]:
    whole = peer.case.report.whole_budget
    if whole is None:
        return ()
    cited = (whole.execution_rate, getattr(whole, f"{base}_budget"), whole.actual_expenditure)
    return tuple(peer.evidence(part) for part in cited if part is not None)


RULE = ContrastRule(
    code="CMP806",
    name="rate-base-differs",
    title="执行率口径与其他单位不同",
    severity=Severity.WARNING,
    since="0.1",
    check=_check,
)
