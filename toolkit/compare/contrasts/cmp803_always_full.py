"""各行全部满分，而同年其他单位有扣分。

检查什么：某单位计分的各行都得满分，同年至少两个单位有扣分。
为什么：自评从不扣分时，分数不能说明差别，复核时宜先看这类报告。
依据：自评应反映实际完成情况；本项只比较各报告印出的得分与分值。
何时不报：该单位计分行不足三行；同年有扣分的单位不足两个。
"""

from collections.abc import Iterator

from toolkit.compare.contrast import ContrastRule, Peer, Peers, Seen
from toolkit.compare.measures import lost_points
from toolkit.model.comparison import Evidence
from toolkit.model.finding import Severity

_FEWEST_LINES = 3
_FEWEST_PEERS = 2
_SHOWN = 3


def _check(peers: Peers) -> Iterator[Seen]:
    for peer in peers.rows:
        lines = [line for line in peer.case.sheet.lines if line.claimed is not None and line.max_score]
        if len(lines) < _FEWEST_LINES or peer.row.full_score_share != 1:
            continue
        others = [other for other in peers.of_same_year(peer) if (other.row.full_score_share or 1) < 1]
        if len(others) >= _FEWEST_PEERS:
            losses = (evidence for other in others for evidence in _first_loss(other))
            yield Seen(
                entities=(peer.name,),
                message=f"{peer.name}计分的{len(lines)}行全部满分；同年{len(others)}个单位有扣分",
                evidence=(*_total(peer), *tuple(losses)[:_SHOWN]),
            )


def _total(peer: Peer) -> tuple[Evidence, ...]:
    total = peer.case.report.claimed_total
    return (peer.evidence(total),) if total else ()


def _first_loss(peer: Peer) -> Iterator[Evidence]:
    """Name and score of the first line that lost points, as printed."""
    for line in peer.case.report.scored_leaves:
        score = line.claimed_score
        if score and (lost_points(line) or 0) > 0:
            where = line.name.where + score.where
            yield Evidence(entity=peer.row.entity, quote=line.name.quote + score.quote, where=where)
            return


RULE = ContrastRule(
    code="CMP803",
    name="always-full",
    title="各行全部满分",
    severity=Severity.NOTICE,
    since="0.1",
    check=_check,
)
