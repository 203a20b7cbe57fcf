"""`jixiao audit FILE…`: records, recomputation, figures checked, findings."""

from typing import TYPE_CHECKING

from toolkit.cli import options
from toolkit.errors import ExitStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.cli.console import Screen
    from toolkit.export import Item
    from toolkit.model.result import Result

_LEVELS = ("error", "warning", "notice", "never")
EPILOG = """输出格式：table（默认）、json、jsonl、csv（每个疑点一行）、xlsx（复核底稿）、md。
--assume 表格：一行一个指标，表头 指标,目标值,完成值,分值,得分,备注，留空的格不改；重名时写 一级指标/名称 或编号。"""


def run(
    files: options.Files,
    format_: options.Format = "",
    as_json: options.Json = False,
    output: options.Output = "",
    ledger: options.Ledger = "",
    everything: options.All = False,
    fail_on: options.FailOn = "error",
    standard: options.StandardName = "",
    settings: options.SettingsFile = "",
    assume: options.Assume = "",
    select: options.Select = [],  # noqa: B006
    ignore: options.Ignore = [],  # noqa: B006
    entity: options.Entity = "",
    year: options.Year = 0,
    kind: options.Kind = "",
    pages: options.Pages = "",
    password: options.Password = "",
    backend: options.Backend = "pdfium",
    time_limit: options.TimeLimit = "60",
    memory_limit: options.MemoryLimit = "1GB",
    no_isolation: options.NoIsolation = False,
) -> int:
    """审核报告：按标准重算得分，逐数核对，列出疑点"""
    from toolkit.cli.audit_table import show_audits
    from toolkit.cli.delivery import Watched, choose_ledger, choose_target, deliver
    from toolkit.pipeline.run import audit_each
    from toolkit.pipeline.sources import gather

    level = options.one_of("--fail-on", fail_on, _LEVELS)
    gathered = gather(files)
    target = choose_target("audit", format_, as_json, output, gathered.paths)
    request = options.build_request(
        backend=backend, password=password, pages=pages, entity=entity, year=year, kind=kind,
        standard=standard, settings=settings, select=select, ignore=ignore,
        assume=options.assumptions(assume),
        time_limit=time_limit, memory_limit=memory_limit, no_isolation=no_isolation,
    )  # fmt: skip
    book = choose_ledger(ledger, gathered.paths)
    watched = Watched(gathered, lambda result: _status(result, level))

    def show(items: "Iterable[Item]", screen: "Screen") -> "Iterator[str]":
        return show_audits(items, screen, everything)

    results = watched.each(audit_each(gathered.entries, request))
    deliver(results if book is None else book.keep(results), target, gathered.many, show)
    if book is not None:
        book.write()
    return watched.status


def _status(result: "Result", level: str) -> ExitStatus:
    """FINDINGS where a finding of the report or an annex is as grave as `level`."""
    from toolkit.model.case import Dossier

    if level == "never" or not isinstance(result, Dossier):
        return ExitStatus.OK
    findings = (finding for part in (result, *result.annexes) for finding in part.findings)
    grave = any(finding.severity.rank <= _LEVELS.index(level) for finding in findings)
    return ExitStatus.FINDINGS if grave else ExitStatus.OK
