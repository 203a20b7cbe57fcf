"""Columns of one role for parts of the year and for all of it (上半年 | 全年, 1—6月 | 1—12月) → those of all of it.

Of columns for several years (2023年 | 2024年), those of the report's own."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from toolkit.model.document import Table
from toolkit.patterns import regex
from toolkit.text import key

_ALL: Final = r"1月?[-~至到]12月"
_PART: Final = regex(
    rf"(?:20\d\d年度?)?(?!{_ALL})(?:上一?年(?!末)|去年|前年|往年|历年|同期|[上下]?半年|年中|中期|[前上]三季度|第?[一二三四1-4]季度?(?![度项])"
    r"|\d{1,2}月?[-~至到]\d{1,2}月|截至\d{1,2}月|\d{1,2}月(?:[份底末]|$))"
)
_YEAR: Final = regex(r"(20\d\d)年")
_MONTHS: Final = regex(r"20\d\d年度?|(?:\d{1,2}月?[-~至到]\d{1,2}|截至\d{1,2}|\d{1,2})月[份底末]?")


def without_dates(text: str) -> str:
    """A folded heading without the months and the year that it names, which are no figures."""
    return _MONTHS.sub("", text)


def of_all_the_year(table: Table, roles: Mapping[int, str], header: int, start: int) -> dict[int, str]:
    """The roles without the columns that are headed as part of a year where another column of that role is not, and
    without any where several are and none is of the whole."""
    roles = _of_one_year(table, roles, header, start)
    parts = {column for column in roles if _is_part(table, column, header, start)}
    alike = {column: [other for other, name in roles.items() if name == role] for column, role in roles.items()}
    return {column: role for column, role in roles.items() if column not in parts or len(alike[column]) == 1}


def _of_one_year(table: Table, roles: Mapping[int, str], header: int, start: int) -> Mapping[int, str]:
    """The roles without the columns of other years than the one that most are of, the later of two."""
    years = {column: year for column in roles if (year := _year(table, column, header, start)) is not None}
    counts = Counter(years.values())
    kept = max(counts, key=lambda year: (counts[year], year), default="")
    return {column: role for column, role in roles.items() if years.get(column, kept) == kept}


def _year(table: Table, column: int, header: int, start: int) -> str | None:
    heads = (table.covering(row, column) for row in range(header, start))
    found = [year[1] for head in heads if head is not None and (year := _YEAR.match(key(head.text))) is not None]
    return found[0] if found else None


def _is_part(table: Table, column: int, header: int, start: int) -> bool:
    heads = (table.covering(row, column) for row in range(header, start))
    return any(head is not None and _PART.match(key(head.text)) for head in heads)
