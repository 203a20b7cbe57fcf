"""Parts that speak of one subject, as a form and the report beside it do → one part."""

from collections.abc import Iterable
from dataclasses import replace

from toolkit.extract.columns import printings, role_of
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
    found: list[Document] = []
    for part in parts:
        same = (
            place
            for place in reversed(range(len(found)))
            if not (_is_scored(found[place]) and _is_scored(part)) and _same(found[place], part)
        )
        place = next(same, None)
        if place is None:
            found.append(part)
        else:
            found[place] = replace(found[place], blocks=(*found[place].blocks, *part.blocks))
    return tuple(found)


def _same(one: Document, other: Document) -> bool:
    """Whether two parts name one project or department; not for two years, nor by two bodies."""
    (first,), (second,) = read_identity(one).identity, read_identity(other).identity
    if second.entity is second.project_name is second.kind is None and _is_titled(other):  # 自评报告, behind its form
        return bool((told_totals(other.blocks) or set()) & set().union(*map(ends_with, one.blocks)))
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
