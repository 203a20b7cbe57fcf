"""`jixiao compare PATH…`: claimed against recomputed across entities and years."""

from typing import TYPE_CHECKING

from toolkit.cli import options
from toolkit.errors import ExitStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.cli.console import Screen
    from toolkit.export import Item
    from toolkit.model.comparison import Comparison
    from toolkit.model.result import Result

EPILOG = "输出格式：table（默认）、json、xlsx、md。"


def run(
    files: options.Files,
    format_: options.Format = "",
    as_json: options.Json = False,
    output: options.Output = "",
    standard: options.StandardName = "",
    settings: options.SettingsFile = "",
    pages: options.Pages = "",
    password: options.Password = "",
    backend: options.Backend = "pdfium",
    time_limit: options.TimeLimit = "60",
    memory_limit: options.MemoryLimit = "1GB",
    no_isolation: options.NoIsolation = False,
) -> int:
    """横向比较多份报告：自评与重算的差距、名次、同类指标、横向疑点"""
    from toolkit.cli.compare_table import show_comparisons
    from toolkit.cli.delivery import Watched, choose_target, deliver
    from toolkit.pipeline.compare import compare_results
    from toolkit.pipeline.run import audit_each
    from toolkit.pipeline.sources import gather

    gathered = gather(files)
    target = choose_target("comparison", format_, as_json, output, gathered.paths)
    request = options.build_request(
        backend=backend, password=password, pages=pages, standard=standard, settings=settings,
        time_limit=time_limit, memory_limit=memory_limit, no_isolation=no_isolation,
    )  # fmt: skip
    watched = Watched(gathered, lambda _: ExitStatus.OK)

    def compared() -> "Iterator[Comparison]":
        results: Iterator[Result] = watched.each(audit_each(gathered.entries, request))
        yield compare_results(results, request)

    def show(items: "Iterable[Item]", screen: "Screen") -> "Iterator[str]":
        return show_comparisons(items, screen, request.settings)

    deliver(compared(), target, False, show)
    return watched.status
