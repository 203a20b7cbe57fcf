"""`jixiao quote FILE WHERE`: the source text at a place, so that anyone can test a citation."""

from typing import Annotated

import typer

from toolkit.cli import options

EPILOG = """WHERE：结果中的 where（{"segments": […]}）、整个引用值，或简写：
b12:3-9 第12段第3至9个字符；t2[4,6] 整个单元格；p3.t1[4,6]:0-5。行、列、字符自 0 起。"""


def run(
    file: Annotated[str, typer.Argument(metavar="FILE", help="报告文件")],
    where: Annotated[str, typer.Argument(metavar="WHERE", help="出处，见下")],
    pages: options.Pages = "",
    password: options.Password = "",
    backend: options.Backend = "pdfium",
    time_limit: options.TimeLimit = "60",
    memory_limit: options.MemoryLimit = "1GB",
    no_isolation: options.NoIsolation = False,
) -> None:
    """按出处取回原文，核对任何一个值的来源"""
    import sys

    from toolkit.layout.places import text_at
    from toolkit.pipeline.isolate import obtain
    from toolkit.pipeline.sources import open_one
    from toolkit.pipeline.whereabouts import parse_where

    source = open_one(file)
    request = options.build_request(
        backend=backend, password=password, pages=pages,
        time_limit=time_limit, memory_limit=memory_limit, no_isolation=no_isolation,
    )  # fmt: skip
    document = obtain("read", source.load(), source.name, request)
    sys.stdout.write(text_at(document, parse_where(where, document)) + "\n")
