"""Running text → budget rows: “全年预算数387,236.73万元 … 按预算级次，包括：…；执行率99.98%”."""

from collections.abc import Sequence

from toolkit.extract.form import Finds
from toolkit.extract.money.levels import of_one_level
from toolkit.extract.money.one_whole import WHOLE, Place, Placed, merged_row, of_one_whole
from toolkit.extract.money.paragraph_money import ParagraphMoney
from toolkit.extract.money.rated import as_rated
from toolkit.extract.money.splits import with_partitions_named
from toolkit.extract.money.terms import Terms, tells_of_money, terms_of
from toolkit.measure.budget_story import Sum
from toolkit.model.document import Document, Paragraph
from toolkit.model.record import BudgetRow


def read_spending(document: Document, year: int | None = None) -> Finds:
    """Budget rows stated in prose: one whole, its parts by partition, and money counted across it.

    The first sentence that states a figure of a row decides; later ones only fill what it leaves open. Money of
    another year than `year`, the report's own, and of several years is left out, unless then nothing would be spent.
    """
    relevant = [isinstance(block, Paragraph) and tells_of_money(block.text) for block in document.blocks]
    paragraphs = [
        block if told and isinstance(block, Paragraph) else None
        for block, told in zip(document.blocks, relevant, strict=True)
    ]
    rows = _rows(paragraphs, terms_of(year, paragraphs))
    if not _has_spending(rows):
        rows = _rows(paragraphs, Terms(None, one_year=False))
    if not _has_spending(rows):
        return Finds(budget=tuple(row for place, row in rows.items() if place[1] == "apart"))
    return Finds(budget=tuple(rows.values()))


def _rows(paragraphs: Sequence[Paragraph | None], terms: Terms) -> dict[Place, BudgetRow]:
    rows: dict[Place, BudgetRow] = {}
    told: list[Placed] = []
    above: ParagraphMoney | None = None
    base: Sum | None = None
    known: dict[str, Place] = {}
    for block in paragraphs:
        if block is not None:
            above = ParagraphMoney(block, above, terms, base, known)
            told += above.rows()
            base = above.base
        else:
            above = None
    for place, row in with_partitions_named(list(of_one_whole(told))):
        rows[place] = merged_row(rows[place], row) if place in rows else row
    return of_one_level(as_rated(rows, told, paragraphs))


def _has_spending(rows: dict[Place, BudgetRow]) -> bool:
    whole = rows.get(WHOLE)
    return whole is not None and (whole.actual_expenditure is not None or whole.execution_rate is not None)
