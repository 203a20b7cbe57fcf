"""CSV → `Document`: the one sheet of a table saved as comma-separated values, read as that of a workbook."""

import csv
import hashlib
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import PurePath
from typing import Final

from toolkit.errors import ReadError
from toolkit.model.document import Document, Source
from toolkit.patterns import regex
from toolkit.readers._archive import too_large
from toolkit.readers._encoding import decode, is_binary
from toolkit.readers._reader import Reader, ReadOptions

MEDIA_TYPE: Final = "text/csv"
_OPENING: Final = 8192
_MARKUP: Final = (b"<", b"{", b"[", b"|", b"#")
_NUMBER: Final = regex(r"\s*[-+]?\d[\d,]*(?:\.\d+)?%?\s*")
_DIGIT: Final = regex(r"\d")
_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
_FEW: Final = 2  # rows of labels or titles among them


def _accepts(data: bytes, name: str) -> bool:
    """Whether the first lines are rows of as many cells each, numbers among them, but for titles of one cell; below
    headings, or, as a sheet with merged cells is saved, all alike with empty ones.

    Commas, quotation marks and digits are the same bytes in every encoding that text comes in.
    """
    opening = data[:_OPENING].removeprefix(b"\xef\xbb\xbf")
    if opening.count(b",") < _FEWEST_ROWS * (_FEWEST_COLUMNS - 1) or opening.lstrip()[:1] in _MARKUP:
        return False
    if is_binary(opening):
        return False
    whole = opening if len(data) <= _OPENING else opening.rpartition(b"\n")[0]
    rows = [row for row in _rows(whole.decode("latin-1")) if any(map(str.strip, row))]
    rows = rows if len(data) <= _OPENING else rows[:-1]  # the last may be cut within a cell
    several = [row for row in rows if len(row) > 1]
    width = Counter(map(len, several)).most_common(1)[0][0] if several else 0
    listed = [row for row in several if len(row) == width and sum(map(bool, map(str.strip, row))) > 1]
    if width < _FEWEST_COLUMNS or len(listed) < _FEWEST_ROWS or 2 * len(several) < len(rows):
        return False
    odd = sum(len(row) != width for row in several)
    headed = any(all(map(str.strip, row)) and not any(map(_DIGIT.search, row)) for row in listed[:_FEWEST_ROWS])
    saved = len(several) == len(rows) and not odd and any(not cell for row in rows for cell in row)
    return odd <= _FEW and (headed or saved) and any(_NUMBER.fullmatch(cell) for row in listed for cell in row)


def _rows(text: str) -> Iterator[list[str]]:
    """Rows one by one. Raises csv.Error for a cell beyond any size."""
    return csv.reader(StringIO(text, newline=""))


def _read(data: bytes, name: str, options: ReadOptions) -> Document:
    """`options` do not concern it. Raises ReadError READ-ENCODING, READ-EMPTY, READ-TOO-LARGE."""
    from toolkit.readers._compose import blocks_of
    from toolkit.readers._workbook_blocks import flow_of
    from toolkit.readers._workbook_sheet import Budget, Sheet, SheetTooLargeError

    decoded = decode(data, name)
    sheet = Sheet(PurePath(name).stem, Budget())
    try:
        for row, cells in enumerate(_rows(decoded.text)):
            for column, text in enumerate(cells):
                sheet.put((row, column), text)
        blocks = blocks_of(flow_of(sheet))
    except (SheetTooLargeError, csv.Error) as cause:
        raise too_large(name, "单元格过多，或其中一格过长") from cause
    if not blocks:
        raise ReadError("READ-EMPTY", f"“{name}”里没有文字", "请确认文件已完整下载")
    source = Source(name, hashlib.sha256(data).hexdigest(), MEDIA_TYPE, len(data), None, READER.name)
    return Document(source, tuple(blocks), notes=decoded.notes)


_SPECIMEN: Final = """临江市园林局重点项目完成情况表,,
项目,完成率,得分
滨江公园改造,96.50%,9.80
"城东,城西绿道",100%,10.00
"""
READER = Reader(
    "csv",
    (MEDIA_TYPE,),
    _accepts,
    _read,
    _SPECIMEN.encode(),
    (
        "临江市园林局重点项目完成情况表",
        "项目\t完成率\t得分\n滨江公园改造\t96.50%\t9.80\n城东,城西绿道\t100%\t10.00",
    ),
)
