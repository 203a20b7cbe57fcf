"""`jixiao extract FILE…`: document → records."""

from toolkit.cli import options
from toolkit.errors import ExitStatus

EPILOG = "输出格式：table（默认）、json、jsonl、csv（每个指标一行）、xlsx、md。"


def run(
    files: options.Files,
    format_: options.Format = "",
    as_json: options.Json = False,
    output: options.Output = "",
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
    """提取报告中的指标、目标值、完成值、得分、预算和扣分原因，逐值注明出处"""
    from toolkit.cli.delivery import Watched, choose_target, deliver
    from toolkit.cli.extract_table import show_extractions
    from toolkit.pipeline.run import extract_each
    from toolkit.pipeline.sources import gather

    gathered = gather(files)
    target = choose_target("report", format_, as_json, output, gathered.paths)
    request = options.build_request(
        backend=backend, password=password, pages=pages, entity=entity, year=year, kind=kind,
        time_limit=time_limit, memory_limit=memory_limit, no_isolation=no_isolation,
    )  # fmt: skip
    watched = Watched(gathered, lambda _: ExitStatus.OK)
    deliver(watched.each(extract_each(gathered.entries, request)), target, gathered.many, show_extractions)
    return watched.status
