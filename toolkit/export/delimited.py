"""Results → CSV that spreadsheets open as it is: UTF-8 with mark, CRLF, no cell a formula.

`extract`: one row an indicator. `audit`: one row a finding.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from toolkit.export._exporter import Content, Exporter, Item
from toolkit.export._findings import FINDING_HEADINGS, finding_rows
from toolkit.export._records import Plain, indicator_headings, indicator_row, reports, text
from toolkit.export._views import utf8
from toolkit.model.case import Dossier
from toolkit.patterns import regex
from toolkit.text import printable

_PLAIN_NUMBER = regex(r"[+-]?\d[\d,]*(\.\d+)?%?")
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "\uff20")


def inert(value: Plain) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before =, +, -, @ unless it is a plain number."""
    shown = printable(text(value))
    if shown.lstrip().startswith(_STARTS_FORMULA) and not _PLAIN_NUMBER.fullmatch(shown):
        return f"'{shown}"
    return shown


def _encode(items: Iterable[Item], content: Content, many: bool) -> Iterator[bytes]:
    headings = FINDING_HEADINGS if content == "audit" else indicator_headings()
    yield b"\xef\xbb\xbf" + _lines([headings])
    for item in items:
        yield _lines(finding_rows(item) if isinstance(item, Dossier) else _indicator_rows(item))


def _indicator_rows(item: Item) -> Iterator[tuple[Plain, ...]]:
    for document, report in reports(item):
        yield from (indicator_row(document, report, line) for line in report.indicators)


def _lines(rows: Iterable[tuple[Plain, ...]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows([inert(value) for value in row] for row in rows)
    return utf8(buffer.getvalue())


exporter = Exporter(
    name="csv",
    suffix=".csv",
    title="CSV（提取：每个指标一行；审核：每个疑点一行）",
    content=frozenset({"report", "audit"}),
    encode=_encode,
)
