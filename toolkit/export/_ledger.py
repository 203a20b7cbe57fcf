"""Dossiers → their figure ledgers: one line a figure and one a relation, as JSON values and as sheets."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from toolkit.audit.place import place
from toolkit.export._exporter import Item
from toolkit.export._findings import cases
from toolkit.export._records import SUBJECT, Plain, subject
from toolkit.export._sheets import Sheet, compact, plain_rows
from toolkit.model.case import Dossier
from toolkit.model.codec import dump
from toolkit.model.number import plain

STATES: Final = {"checked": "已核对", "single": "只出现一次", "excluded": "不参与", "unreadable": "无法辨认"}
RELATIONS: Final = {
    "sum": "相加", "difference": "相减", "growth": "增减幅度", "share": "占比", "ratio": "比率", "product": "相乘",
    "average": "平均", "count": "个数", "same_fact": "同一事项",
}  # fmt: skip
_HOLDS: Final = {True: "相符", False: "不符", None: "印得较粗，可能相符"}
_FIGURES = (*SUBJECT, "编号", "原文", "数值", "单位", "年度", "事项", "角色", "状态", "核对到±", "原因", "出处")
_RELATIONS = (*SUBJECT, "类型", "算式", "结果", "是否相符", "各数编号", "结果编号", "出处")


def ledger_lines(item: Item) -> Iterator[dict[str, Any]]:
    """Figures, then relations, of the report and of each annex; nothing of what could not be read."""
    if not isinstance(item, Dossier):
        return
    source = item.case.document.source.name
    for number, part in enumerate(cases(item)):
        head = {"source": source, "annex": number}
        for figure in part.case.ledger.figures:
            yield {"schema": "jixiao/figure/1", **head, **dump(figure)}
        for relation in part.case.ledger.relations:
            yield {"schema": "jixiao/relation/1", **head, **dump(relation)}


def ledger_sheets(items: Iterable[Item]) -> tuple[Sheet, ...]:
    """数字, 关系."""
    parts = [part for item in items if isinstance(item, Dossier) for part in cases(item)]
    owner = SUBJECT if len(parts) == 1 else ()
    figures = (row for part in parts for row in _figure_rows(part))
    relations = (row for part in parts for row in _relation_rows(part))
    return (
        compact(Sheet("数字", _FIGURES, plain_rows(figures)), owner),
        compact(Sheet("关系", _RELATIONS, plain_rows(relations)), owner),
    )


def _figure_rows(part: Dossier) -> Iterator[tuple[Plain, ...]]:
    document, head = part.case.document, subject(part.case.document, part.case.report)
    for figure in part.case.ledger.figures:
        yield (
            *head, figure.id, "".join(figure.quote.split()), figure.value, figure.unit, figure.year, figure.name,
            figure.role, STATES[figure.state], None if figure.checked_to is None else plain(figure.checked_to),
            figure.why, place(document, figure.where),
        )  # fmt: skip


def _relation_rows(part: Dossier) -> Iterator[tuple[Plain, ...]]:
    document, head = part.case.document, subject(part.case.document, part.case.report)
    for relation in part.case.ledger.relations:
        yield (
            *head, RELATIONS[relation.type], relation.calculation, "".join(relation.result.split()),
            _HOLDS[relation.holds], " ".join(relation.operand_ids), relation.result_id,
            place(document, relation.where),
        )  # fmt: skip
