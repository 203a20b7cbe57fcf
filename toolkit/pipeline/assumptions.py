"""A reviewer's table (CSV or a spreadsheet) or `--set 行.项=值` → assumptions, every entry with its place.

The table has one row a line: 指标 (its name, 一级指标/名称, or id), then any of 目标值, 完成值, 分值, 得分, 年初预算数,
全年预算数, 全年执行数, 备注. A blank cell changes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from toolkit.errors import ReadError, UsageError
from toolkit.model.assumption import Assumption
from toolkit.scoring.assume import FIELDS, field_of
from toolkit.text import key

_LINE = frozenset({"指标", "指标名称", "行", "line", "id", "编号"})
_PASSED_OVER = frozenset({"备注", "说明", "复核意见", "note", ""})
_TEMPLATE = "表头：指标,目标值,完成值,分值,得分,备注；一行一个指标，留空的格不改。"
LARGEST = 4_000_000


def from_file(path: Path) -> tuple[Assumption, ...]:
    """The entries of a table. Raises UsageError that names file, row and what was expected."""
    rows = list(_rows(path))
    head = next(((index, row) for index, row in enumerate(rows) if any(key(cell) in _LINE for cell in row)), None)
    if head is None:
        raise UsageError("ASSUME-HEAD", f"“{path.name}”没有“指标”一列。", _TEMPLATE)
    start, headings = head
    named = [key(heading) for heading in headings]
    line_at = next(index for index, heading in enumerate(named) if heading in _LINE)
    fields = {index: field_of(heading) for index, heading in enumerate(named) if index != line_at}
    for index, heading in enumerate(named):
        if index != line_at and fields[index] is None and heading not in _PASSED_OVER:
            raise UsageError("ASSUME-HEAD", f"“{path.name}”第{start + 1}行：不认识的列“{headings[index]}”。", _TEMPLATE)
    if not any(fields.values()):
        raise UsageError("ASSUME-HEAD", f"“{path.name}”没有可改的列。", _TEMPLATE)
    found = tuple(_entries(path.name, rows[start + 1 :], start + 2, line_at, fields))
    _refuse_twice(found)
    return found


def from_settings(given: Iterable[str]) -> tuple[Assumption, ...]:
    """`资产管理.claimed_score=2.9` → the entry. Raises UsageError for anything else."""
    found = tuple(_setting(text) for text in given)
    _refuse_twice(found)
    return found


def _setting(text: str) -> Assumption:
    place, equals, value = text.partition("=")
    line, _, word = place.rpartition(".")
    field = field_of(word)
    if not (equals and line.strip() and value.strip()):
        raise UsageError("ASSUME-SET", f"--set “{text}”不完整。", "应如 --set 资产管理.得分=2.9。")
    if field is None:
        known = "、".join(f"{name}（{words[0]}）" for name, words in FIELDS.items())
        raise UsageError("ASSUME-SET", f"--set “{text}”中没有“{word}”这一项。", f"可改：{known}。")
    return Assumption(line.strip(), field, value.strip(), f"--set {place}")


def _entries(
    name: str, rows: Sequence[Sequence[str]], first: int, line_at: int, fields: dict[int, str | None]
) -> Iterator[Assumption]:
    for number, row in enumerate(rows, start=first):
        cells = [cell.strip() for cell in row]
        origin = f"“{name}”第{number}行"
        line = cells[line_at] if line_at < len(cells) else ""
        given = [(field, cells[at]) for at, field in fields.items() if field and at < len(cells) and cells[at]]
        if given and not line:
            raise UsageError("ASSUME-ROW", f"{origin}：有值而没有指标名。", _TEMPLATE)
        yield from (Assumption(line, field, value, origin) for field, value in given)


def _refuse_twice(found: Sequence[Assumption]) -> None:
    by_place = sorted(found, key=lambda one: (key(one.line), one.field))
    for _, same in groupby(by_place, key=lambda one: (key(one.line), one.field)):
        first, *more = same
        if more:
            word = FIELDS[first.field][0]
            raise UsageError(
                "ASSUME-TWICE", f"{more[0].origin}：“{first.line}”的{word}已在{first.origin}给出。", "请只留一个。"
            )


def _rows(path: Path) -> Iterator[list[str]]:
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise UsageError("ASSUME-MISSING", f"无法读取“{path.name}”：{cause.strerror}。", "请核对文件名。") from cause
    if len(data) > LARGEST:
        raise UsageError("ASSUME-TOO-LARGE", f"“{path.name}”超过 4 MB，不像复核值表。", _TEMPLATE)
    if path.suffix.lower() == ".csv":
        yield from _separated(path.name, data)
    else:
        yield from _cells(path.name, data)


def _separated(name: str, data: bytes) -> Iterator[list[str]]:
    import csv

    for encoding in ("utf-8-sig", "gb18030"):
        try:
            yield from csv.reader(data.decode(encoding).splitlines())
        except UnicodeDecodeError:
            continue
        return
    raise UsageError("ASSUME-ENCODING", f"“{name}”不是 UTF-8 或 GB18030 编码。", "请另存为 UTF-8 CSV。")


def _cells(name: str, data: bytes) -> Iterator[list[str]]:
    from toolkit.model.document import Table
    from toolkit.readers import read

    try:
        document = read(data, name)
    except ReadError as cause:
        raise UsageError("ASSUME-FORMAT", f"“{name}”不是可读的表格：{cause.message}", "请用 CSV 或 XLSX。") from cause
    for block in document.blocks:
        if isinstance(block, Table):
            width = max((cell.column for cell in block.cells), default=-1) + 1
            for _, cells in groupby(
                sorted(block.cells, key=lambda cell: (cell.row, cell.column)), lambda cell: cell.row
            ):
                row = [""] * width
                for cell in cells:
                    row[cell.column] = cell.text
                yield row
            return
