"""A document with several subjects → its parts, each a Document of its own: first the report, then the annexes."""

from dataclasses import replace
from itertools import pairwise

from toolkit.extract.subjects.chapters import of_projects
from toolkit.extract.subjects.one_subject import joined
from toolkit.extract.subjects.published import self_evaluation
from toolkit.extract.subjects.shared_tables import separated
from toolkit.extract.subjects.titled import beginnings
from toolkit.model.document import Document


def parts(document: Document) -> tuple[Document, ...]:
    """The report and each annex. A subject begins with its title or the table that names another project, or is a
    chapter; some share a table.

    A file of several self-evaluation tables without a report: the first is the report. Notes stay with the first.
    """
    whole, *sharing = separated(document)
    return *joined(_one_after_the_other(whole)), *sharing


def _one_after_the_other(document: Document) -> tuple[Document, ...]:
    blocks = self_evaluation(document.blocks)
    whole = document if len(blocks) == len(document.blocks) else replace(document, blocks=blocks)
    report, *chapters = of_projects(whole)
    inside = {block.id for chapter in chapters for block in chapter.blocks}
    _, *later = beginnings(blocks) or (0,)
    if not later or any(blocks[start].id in inside for start in later):
        return report, *chapters
    first, *others = (blocks[start:end] for start, end in pairwise((0, *later, len(blocks))))
    annexes = (replace(whole, blocks=part, notes=(), furniture=()) for part in others)
    return replace(whole, blocks=first), *annexes
