"""`jixiao whatif FILE --set 行.项=值`: what a reviewed value would change, and nothing else."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolkit.cli import options
from toolkit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.pipeline.whatif import WhatIf

EPILOG = """行：指标名称、一级指标/名称，或编号（i12）；“总分”指自评总分。
项：得分、分值、目标值、完成值、年初预算数、全年预算数、全年执行数。
如 jixiao whatif 报告.pdf --set 资产管理.得分=2.9 --set 培训人次.完成值=1046人次。
许多行一起改用 --assume 表格，表头：指标,目标值,完成值,分值,得分,备注；留空的格不改。"""


def run(
    file: Annotated[str, typer.Argument(metavar="FILE", help="报告文件")],
    settings_: Annotated[list[str], typer.Option("--set", metavar="行.项=值", help="改一处，可重复")] = [],  # noqa: B006
    assume: options.Assume = "",
    as_json: options.Json = False,
    standard: options.StandardName = "",
    settings: options.SettingsFile = "",
    pages: options.Pages = "",
    password: options.Password = "",
    backend: options.Backend = "pdfium",
    time_limit: options.TimeLimit = "60",
    memory_limit: options.MemoryLimit = "1GB",
    no_isolation: options.NoIsolation = False,
) -> None:
    """改几处数，看总分、等级和疑点怎样变，只列变化"""
    import sys

    from toolkit.pipeline.assumptions import from_settings
    from toolkit.pipeline.sources import open_one
    from toolkit.pipeline.whatif import what_if

    assumed = (*options.assumptions(assume), *from_settings(settings_))
    if not assumed:
        raise UsageError("USAGE-SET", "没有说改什么。", "用 --set 资产管理.得分=2.9，或 --assume 表格。")
    source = open_one(file)
    request = options.build_request(
        backend=backend, password=password, pages=pages, standard=standard, settings=settings, assume=assumed,
        time_limit=time_limit, memory_limit=memory_limit, no_isolation=no_isolation,
    )  # fmt: skip
    found = what_if(source.load(), source.name, request)
    sys.stdout.write(_encoded(found, Path(source.name).name) if as_json else "".join(_lines(found)))


def _lines(found: "WhatIf") -> "Iterator[str]":
    from toolkit.cli.console import screen_for

    screen = screen_for(None)
    if found.empty:
        yield "没有变化。\n"
        return
    for change in found.changes:
        yield from (f"{line}\n" for line in screen.text(f"{change.what}  {change.before} → {change.after}", hanging=4))
    groups = (("疑点消失", found.gone), ("疑点新增", found.new), ("疑点改变", found.otherwise))
    for title, findings in groups:
        for finding in findings:
            said = f"{title}  {finding.severity.word} {finding.code} {finding.message}"
            yield from (f"{line}\n" for line in screen.text(said, hanging=10))


def _encoded(found: "WhatIf", source: str) -> str:
    from toolkit.model.codec import encode
    from toolkit.pipeline.whatif import printed

    return encode(printed(found, source))
