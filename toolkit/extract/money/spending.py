"""Running text → budget rows: “全年预算数387,236.73万元 … 按预算级次，包括：…；执行率99.98%”."""

from collections.abc import Iterable, Sequence

from toolkit.extract.form import Finds
from toolkit.extract.money.levels import of_one_level
from toolkit.extract.money.one_whole import WHOLE, Place, Placed, merged_row, of_one_whole
from toolkit.extract.money.paragraph_money import ParagraphMoney
from toolkit.extract.money.rated import as_rated
from toolkit.extract.money.splits import with_partitions_named
from toolkit.extract.money.summed_parts import joined, summed_parts
from toolkit.extract.money.terms import Terms, tells_of_money, terms_of
from toolkit.measure.budget_story import Sum
from toolkit.model.document import Document, Paragraph
from toolkit.model.record import BudgetRow


def read_spending(document: Document, year: int | None = None) -> Finds:
    """Budget rows stated in prose: one whole, its parts by partition, and money counted across it.

    The first sentence that states a figure of a row decides; later ones only fill what it leaves open. Money of
    another year than `year`, the report's own, and of several years is left out, unless then nothing would be spent.
    """
    texts = [block if isinstance(block, Paragraph) else None for block in document.blocks]
    paragraphs = [block if block is not None and tells_of_money(block.text) else None for block in texts]
    rows = _rows(texts, paragraphs, terms_of(year, paragraphs))
    if not _has_spending(rows):
        rows = _rows(texts, paragraphs, Terms(None, one_year=False))
    if not _has_spending(rows):
        return Finds(budget=tuple(row for place, row in rows.items() if place[1] == "apart"))
    return Finds(budget=tuple(rows.values()))


def _rows(
    texts: Sequence[Paragraph | None], paragraphs: Sequence[Paragraph | None], terms: Terms
) -> dict[Place, BudgetRow]:
    """Of all `texts`, and of those `paragraphs` among them that speak of money."""
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
    of_whole = list(of_one_whole(told))
    rows = _merged(of_whole)
    summed = summed_parts(texts, rows, terms)
    rows = _merged(with_partitions_named(joined(of_whole, rows, summed)))
    return of_one_level(as_rated(rows, told, paragraphs))


def _merged(told: Iterable[Placed]) -> dict[Place, BudgetRow]:
    rows: dict[Place, BudgetRow] = {}
    for place, row in told:
        rows[place] = merged_row(rows[place], row) if place in rows else row
    return rows


def _has_spending(rows: dict[Place, BudgetRow]) -> bool:
    whole = rows.get(WHOLE)
    return whole is not None and (whole.actual_expenditure is not None or whole.execution_rate is not None)
