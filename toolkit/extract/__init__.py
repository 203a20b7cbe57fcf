"""Document → PerformanceReport: `parts` tells subjects apart, `extract` reads each from its tables and its text."""

from dataclasses import dataclass, replace

from toolkit.extract.citing import Span, by_user, cite_text, of_paragraph, year_by_user
from toolkit.extract.columns import bands, continued, headed_alike, unit_beside, unit_in
from toolkit.extract.form import Band, Finds, Form, Unit
from toolkit.extract.identity import read_identity
from toolkit.extract.money.funds import read_beside
from toolkit.extract.money.listed_funds import read_listed_funds
from toolkit.extract.money.spending import read_spending
from toolkit.extract.prose.claims import read_claims
from toolkit.extract.prose.narrative import read_narrative
from toolkit.extract.prose.wholes import MEAN
from toolkit.extract.subjects.chapters import project_heading, project_total
from toolkit.extract.subjects.parting import parts
from toolkit.extract.tables.by_figures import scored
from toolkit.extract.tables.headed import title_above
from toolkit.extract.tables.indicator_cards import card
from toolkit.extract.tables.rows import read_indicators
from toolkit.extract.tables.total_columns import above_lines
from toolkit.extract.tables.turned import turned, turned_block
from toolkit.extract.whole.assemble import assemble
from toolkit.model.document import Document, Paragraph, Table
from toolkit.model.record import PerformanceReport
from toolkit.registry import discover
from toolkit.text import fold_widths

__all__ = ["Overrides", "extract", "extract_part", "parts", "table_forms"]


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the reader knows better than the report; cited with the method `user`."""

    entity: str | None = None
    fiscal_year: int | None = None
    kind: str | None = None


def table_forms() -> tuple[Form, ...]:
    """All table layouts, by name."""
    return tuple(discover("toolkit.extract.forms", Form, lambda form: form.name).values())


def extract(document: Document, overrides: Overrides = Overrides()) -> PerformanceReport:
    """The report with its annexes."""
    first, *others = parts(document)
    report = extract_part(first, overrides)
    read = (extract_part(part, Overrides(fiscal_year=overrides.fiscal_year)) for part in others)
    annexes = tuple(_of_the_report(annex, report, part) for annex, part in zip(read, others, strict=True))
    if not report.indicators or any(project_heading(part) is not None for part in others):
        report = _without_totals_of(annexes, report)
    return report.model_copy(update={"annexes": annexes})


def _without_totals_of(chapters: tuple[PerformanceReport, ...], report: PerformanceReport) -> PerformanceReport:
    """The report without the totals that its own text tells of the chapters on single projects."""
    theirs = {one.claimed_total.value for one in chapters if one.claimed_total is not None}
    told = (report.claimed_total, *report.other_totals)
    own = [total for total in told if total is not None and (total.value not in theirs or total.method == MEAN)]
    return report.model_copy(update={"claimed_total": own[0] if own else None, "other_totals": tuple(own[1:])})


def _of_the_report(annex: PerformanceReport, report: PerformanceReport, part: Document) -> PerformanceReport:
    """A chapter's report with the project that heads it, and like a table's without a title with the body and the year
    of the report that it stands in, where it names none; any other annex as it is."""
    heading = project_heading(part)
    if heading is None and not (part.blocks and isinstance(part.blocks[0], Table)):
        return annex
    own, whole = annex.identity, report.identity
    known = {
        "entity": own.entity or whole.entity,
        "fiscal_year": own.fiscal_year or whole.fiscal_year,
        "project_name": own.project_name or (None if heading is None else cite_text(heading, "text:title")),
    }
    total = annex.claimed_total or project_total(part)
    others = tuple(one for one in annex.other_totals if one.method != MEAN)  # what several projects have on the mean
    identity = own.model_copy(update=known)
    return annex.model_copy(update={"identity": identity, "claimed_total": total, "other_totals": others})


def extract_part(part: Document, overrides: Overrides = Overrides()) -> PerformanceReport:
    """One subject's report, from all tables and all text of its part of the document."""
    tables = read_tables(part)
    identity = read_identity(part)
    year = identity.identity[0].fiscal_year
    project = identity.identity[0].project_name
    own = "" if project is None else fold_widths(project.value)
    when = None if year is None else year.value
    text = (
        identity
        + read_narrative(part, when, own)
        + read_claims(part)
        + read_listed_funds(part)
        + read_spending(part, when)
    )
    return _overridden(assemble(text, tables, part), overrides)


def read_tables(part: Document) -> Finds:
    """What the forms make of every band of every table; a table without header rows may go on with the one above."""
    known = table_forms()
    finds = Finds()
    above: tuple[Form, Band] | None = None
    understood: list[tuple[Form, Band]] = []
    for table, unit, heading in _tables(part):
        if (one := card(table)) is not None:
            finds += read_indicators(one, "form:indicator_card")
            continue
        cut = bands(table, known, unit)
        told = any(form is not None and form.name == "fund_rows" for form, _ in cut)
        if not told and (block := turned_block(table)) is not None:
            cut = (*(part for part in bands(block, known, unit) if part[0] is not None), *cut)
        if not any(form for form, _ in cut) and (other := turned(table)) is not None:
            cut = bands(other, known, unit)
        if not any(form for form, _ in cut):
            if above is not None and (band := continued(table, above[1])) is not None:
                cut = ((above[0], band),)
            elif (alike := headed_alike(table, understood)) is not None:
                cut = (alike,)
            elif (band := scored(table, part.blocks)) is not None:
                cut = ((_form(known, "indicator_scores"), band),)
        for index, (form, band) in enumerate(cut):
            if any(_lists_lines(below) for below, _ in cut[index + 1 :]) and not _lists_lines(form):
                finds += above_lines(band, "form:total")
            if form is not None:
                understood.append((form, band))
                read = form.read(replace(band, heading=heading))
                finds += read + read_beside(band, "form:fund_columns")
                above = None if read.totals or not read.indicators else (form, band)
    return finds


def _lists_lines(form: Form | None) -> bool:
    return form is not None and "level3" in form.columns


def _form(known: tuple[Form, ...], name: str) -> Form:
    return next(form for form in known if form.name == name)


def _tables(part: Document) -> list[tuple[Table, Unit | None, Span | None]]:
    """Each table with the unit printed right above it (单位：万元) or in it, and its title."""
    found: list[tuple[Table, Unit | None, Span | None]] = []
    above: list[Paragraph] = []
    for block in part.blocks:
        if isinstance(block, Table):
            units = [unit for line in above[-2:] if (unit := unit_in(of_paragraph(line))) is not None]
            unit = units[-1] if units else unit_beside(block)
            found.append((block, unit, title_above(above)))
            above = []
        else:
            above.append(block)
    return found


def _overridden(report: PerformanceReport, overrides: Overrides) -> PerformanceReport:
    known = {
        "entity": by_user(overrides.entity) if overrides.entity else None,
        "fiscal_year": year_by_user(overrides.fiscal_year) if overrides.fiscal_year else None,
        "kind": by_user(overrides.kind) if overrides.kind else None,
    }
    update = {field: value for field, value in known.items() if value is not None}
    if not update:
        return report
    return report.model_copy(update={"identity": report.identity.model_copy(update=update)})
