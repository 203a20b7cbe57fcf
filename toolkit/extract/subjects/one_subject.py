"""Parts that speak of one subject, as a form and the report beside it do → one part."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from toolkit.extract.column_roles import printings, role_of
from toolkit.extract.identity import read_identity
from toolkit.extract.subjects.titled import ends_with, told_totals
from toolkit.extract.titles import is_title
from toolkit.model.citation import Cited
from toolkit.model.document import Document, Paragraph, Table
from toolkit.model.record import Identity
from toolkit.patterns import regex
from toolkit.text import key

_BEFORE = regex(r"^(?:20\d\d年度?)?(?:(?:中央|[省市县区]级)(?:财政)?|财政)?")
_BEHIND = regex(r"(?:支出)?项目$")
_NAMES = frozenset({"level1", "level2", "level3"})


def joined(parts: Iterable[Document]) -> tuple[Document, ...]:
    """The parts in order; one that is of the same project as a part before it, or of the same department as a whole,
    goes with the last of these, unless both are forms with scores."""
    found: list[_Subject] = []
    for subject in map(_subject, parts):
        same = (place for place in reversed(range(len(found))) if _same(found[place], subject))
        place = next(same, None)
        if place is None:
            found.append(subject)
        else:
            part = found[place].part
            found[place] = _subject(replace(part, blocks=(*part.blocks, *subject.part.blocks)))
    return tuple(subject.part for subject in found)


class _Subject(NamedTuple):
    """A part with what it says of itself, read once."""

    part: Document
    identity: Identity
    scored: bool


def _subject(part: Document) -> _Subject:
    (identity,) = read_identity(part).identity
    return _Subject(part, identity, _is_scored(part))


def _same(one: _Subject, other: _Subject) -> bool:
    """Whether two parts, no more than one of them a form with scores, name one project or department; not for two
    years, nor by two bodies."""
    first, second = one.identity, other.identity
    if one.scored and other.scored:
        return False
    if second.entity is second.project_name is second.kind is None and _is_titled(other.part):
        totals = told_totals(other.part.blocks) or set()  # 自评报告, behind its form
        return bool(totals & set().union(*map(ends_with, one.part.blocks)))
    if _by_two_bodies(first, second) or _differ(first.fiscal_year, second.fiscal_year):
        return False
    if first.project_name is not None or second.project_name is not None:
        return _agree(first.project_name, second.project_name)
    unnamed = second.entity is None  # 部门整体支出自评表 behind the report of a department
    return _is_of_department(first) and _is_of_department(second) and (unnamed or _agree(first.entity, second.entity))


def _is_titled(part: Document) -> bool:
    first = part.blocks[0] if part.blocks else None
    return isinstance(first, Paragraph) and is_title(first.text)


def _is_of_department(identity: Identity) -> bool:
    return identity.kind is not None and identity.kind.value == "department"


def _by_two_bodies(first: Identity, second: Identity) -> bool:
    """Whether two bodies report; the one that carries a project out and the one in charge of it may both do so."""
    bodies = [(identity.entity, identity.supervising_department) for identity in (first, second)]
    told = [{key(body.value) for body in pair if body is not None} for pair in bodies]
    return _differ(first.entity, second.entity) and not told[0] & told[1]


def _agree(one: Cited[str] | None, other: Cited[str] | None) -> bool:
    """Whether two names are one, but for the year and whose money it is before either, and 项目 behind it."""
    names = [_BEHIND.sub("", _BEFORE.sub("", key(name.value))) for name in (one, other) if name is not None]
    return len(names) == 2 and names[0] == names[1]


def _differ(one: Cited[str] | Cited[int] | None, other: Cited[str] | Cited[int] | None) -> bool:
    return one is not None and other is not None and key(str(one.value)) != key(str(other.value))


def _is_scored(part: Document) -> bool:
    """Whether a table of the part has columns of indicators and of their scores."""
    tables = (block for block in part.blocks if isinstance(block, Table))
    return any(_heads_scores(table, row) for table in tables for row in range(table.rows))


def _heads_scores(table: Table, row: int) -> bool:
    cells = (table.covering(row, column) for column in range(table.columns))
    roles = {role_of(cell.text, printings("indicators")) for cell in cells if cell is not None and cell.row == row}
    return "claimed_score" in roles and bool(roles & _NAMES)
