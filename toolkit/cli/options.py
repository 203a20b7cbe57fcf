"""The options that commands share, as annotated types; what is typed → a `Request`."""

from typing import TYPE_CHECKING, Annotated

import typer

from toolkit.errors import UsageError

if TYPE_CHECKING:
    from toolkit.model.assumption import Assumption
    from toolkit.model.settings import Settings
    from toolkit.pipeline.limits import Limits
    from toolkit.pipeline.request import Request

Files = Annotated[list[str], typer.Argument(metavar="FILE…", help="报告文件、文件夹，或 *.pdf 这样的通配")]
Format = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="输出格式，见下")]
Json = Annotated[bool, typer.Option("--json", help="等于 --format json")]
Output = Annotated[str, typer.Option("--output", "-o", metavar="PATH", help="写入文件，格式可由后缀得出")]
Backend = Annotated[
    str, typer.Option("--pdf-backend", metavar="NAME", help="PDF 读取引擎：pdfium（默认）或 pdfplumber")
]
Password = Annotated[str, typer.Option("--password", metavar="TEXT", help="PDF 打开密码")]
Pages = Annotated[str, typer.Option("--pages", metavar="PAGES", help="只读这些页，如 3-8,10")]
Entity = Annotated[str, typer.Option("--entity", metavar="TEXT", help="单位名称，代替报告所载")]
Year = Annotated[int, typer.Option("--year", metavar="YEAR", help="评价年度，代替报告所载")]
Kind = Annotated[
    str, typer.Option("--kind", metavar="KIND", help="department 部门整体、project 项目、earmarked_fund 专项资金")
]
StandardName = Annotated[str, typer.Option("--standard", metavar="ID|FILE.toml", help="评分标准，默认按报告自动选用")]
SettingsFile = Annotated[
    str, typer.Option("--settings", metavar="FILE.toml", help="各项界限，见 jixiao schema settings")
]
Select = Annotated[list[str], typer.Option("--select", metavar="CODE,…", help="只用这些规则，可写开头如 SCO")]
Ignore = Annotated[list[str], typer.Option("--ignore", metavar="CODE,…", help="不用这些规则")]
Ledger = Annotated[
    str, typer.Option("--ledger", metavar="FILE", help="全部数字及其核对关系写入此文件（.xlsx 或 .jsonl）")
]
Assume = Annotated[
    str,
    typer.Option("--assume", metavar="FILE.csv|.xlsx", help="按表中的复核值重算，表头见下"),
]
All = Annotated[bool, typer.Option("--all", help="提示也全部列出")]
FailOn = Annotated[
    str, typer.Option("--fail-on", metavar="LEVEL", help="有此级疑点即以 1 退出：error（默认）、warning、notice、never")
]
TimeLimit = Annotated[
    str, typer.Option("--time-limit", metavar="SECONDS", help="每份文件的时限，默认 60 秒，如 90 或 2m")
]
MemoryLimit = Annotated[
    str, typer.Option("--memory-limit", metavar="SIZE", help="每份文件的内存上限，默认 1GB，如 512MB")
]
NoIsolation = Annotated[
    bool, typer.Option("--no-isolation", help="在本进程内读取，不设上限，仅供调试；来历不明的文件不要用")
]

_KINDS = ("department", "project", "earmarked_fund")
_BACKENDS = ("pdfium", "pdfplumber")
_MOST_PAGES = 100_000


def build_request(
    *,
    backend: str = "pdfium",
    password: str = "",
    pages: str = "",
    entity: str = "",
    year: int = 0,
    kind: str = "",
    standard: str = "",
    settings: str = "",
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    assume: "tuple[Assumption, ...]" = (),
    time_limit: str,
    memory_limit: str,
    no_isolation: bool,
) -> "Request":
    """What was typed → a request, standard and thresholds already loaded. Raises UsageError, StandardError."""
    from toolkit.pipeline.request import Request, find_standard

    return Request(
        standard=find_standard(standard or None),
        settings=_settings(settings),
        select=codes(select or []),
        ignore=codes(ignore or []),
        pdf_backend=one_of("--pdf-backend", backend, _BACKENDS),  # type: ignore[arg-type]
        password=password or None,
        pages=page_numbers(pages) if pages else None,
        entity=entity or None,
        fiscal_year=_year(year),
        kind=one_of("--kind", kind, _KINDS) if kind else None,  # type: ignore[arg-type]
        assume=assume,
        limits=None if no_isolation else _limits(time_limit, memory_limit),
    )


def assumptions(path: str) -> "tuple[Assumption, ...]":
    """The entries of a reviewer's table; none where no table is given. Raises UsageError."""
    from pathlib import Path

    from toolkit.pipeline.assumptions import from_file

    return from_file(Path(path)) if path else ()


def _limits(time: str, memory: str) -> "Limits":
    from toolkit.pipeline.limits import Limits, read_memory, read_time

    return Limits(read_time(time), read_memory(memory))


def _settings(path: str) -> "Settings":
    from pathlib import Path

    from toolkit.model.settings import Settings
    from toolkit.pipeline.thresholds import load_settings

    return load_settings(Path(path)) if path else Settings()


def _year(year: int) -> int | None:
    if year and not 1990 <= year <= 2100:
        raise UsageError("USAGE-YEAR", f"--year {year} 不是年度。", "请写四位年份，如 2022。")
    return year or None


def one_of(option: str, given: str, known: tuple[str, ...]) -> str:
    """The value, if it is one of those known. Raises UsageError that lists them."""
    if given not in known:
        raise UsageError("USAGE-VALUE", f"{option} 没有“{given}”。", f"可选：{' '.join(known)}。")
    return given


def codes(given: list[str]) -> tuple[str, ...]:
    """`SCO101,BUD` and repeated options → the codes, in order, in upper case."""
    return tuple(code.strip().upper() for part in given for code in part.replace("，", ",").split(",") if code.strip())


def page_numbers(given: str) -> tuple[int, ...]:
    """`3-8,10` → (3, 4, … 8, 10). Raises UsageError for anything else."""
    pages: set[int] = set()
    for part in given.replace("，", ",").split(","):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        ends = (first, last if dash else first)
        if not all(end.isascii() and end.isdigit() and len(end) <= 6 for end in ends):
            raise _bad_pages(given)
        low, high = int(ends[0]), int(ends[1])
        if not 1 <= low <= high <= _MOST_PAGES:
            raise _bad_pages(given)
        pages.update(range(low, high + 1))
    return tuple(sorted(pages))


def _bad_pages(given: str) -> UsageError:
    return UsageError("USAGE-PAGES", f"--pages “{given}”不是页码范围。", "请写成 3-8,10，页码自 1 起。")
