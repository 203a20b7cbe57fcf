"""`jixiao standards list|show|check|new`: the scoring standards as data."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli import options
from toolkit.cli.helptext import Command, Group

app = typer.Typer(cls=Group, help="评分标准：清单、内容，检查或起草自己的标准", rich_markup_mode=None)
AsJson = Annotated[bool, typer.Option("--json", help="以 JSON 列出")]


@app.command("list", cls=Command)
def list_standards(as_json: AsJson = False) -> None:
    """列出全部评分标准"""
    import sys

    from toolkit.cli.console import screen_for
    from toolkit.cli.standard_table import SOURCES
    from toolkit.model.codec import dump, encode
    from toolkit.scoring.load import standards

    known = standards()
    if as_json:
        sys.stdout.write(encode([dump(standard) for standard in known.values()]))
        return
    rows = [
        (one.id, one.title, one.document_number or "", str(len(one.criteria)), SOURCES[one.status])
        for one in known.values()
    ]
    lines = screen_for(None).table(("编号", "名称", "文号", "细则", "来源"), rows, "细则")
    sys.stdout.writelines(f"{line}\n" for line in lines)


@app.command(cls=Command)
def show(
    name: Annotated[str, typer.Argument(metavar="ID|FILE.toml", help="标准的编号或文件")],
    as_json: AsJson = False,
) -> None:
    """显示一个评分标准：适用范围、等级、各行分值和计分方法、尚缺的内容"""
    import sys

    from toolkit.cli.console import screen_for
    from toolkit.cli.standard_table import show_standard
    from toolkit.model.codec import dump, encode
    from toolkit.pipeline.request import find_standard

    standard = find_standard(name)
    assert standard is not None  # noqa: S101 (only None gives None)
    if as_json:
        sys.stdout.write(encode(dump(standard)))
    else:
        sys.stdout.writelines(f"{line}\n" for line in show_standard(standard, screen_for(None)))


@app.command(cls=Command)
def check(
    file: Annotated[str, typer.Argument(metavar="FILE.toml", help="自己写的评分标准")],
    as_json: AsJson = False,
) -> None:
    """检查自己写的评分标准能否使用，算例是否相符"""
    import sys

    from toolkit.model.codec import encode
    from toolkit.scoring.load import load_file

    standard = load_file(Path(file))
    examples = sum(len(criterion.examples) for criterion in standard.criteria)
    if as_json:
        found = {"id": standard.id, "title": standard.title, "criteria": len(standard.criteria), "examples": examples}
        sys.stdout.write(encode(found))
    else:
        sys.stdout.write(
            f"可以使用：{standard.id} {standard.title}，细则 {len(standard.criteria)} 条，算例 {examples} 个。\n"
        )


@app.command(cls=Command)
def new(
    file: Annotated[str, typer.Argument(metavar="FILE", help="含评分表的报告")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="PATH", help="写入文件，不给则显示")] = "",
    pages: options.Pages = "",
    password: options.Password = "",
    backend: options.Backend = "pdfium",
    time_limit: options.TimeLimit = "60",
    memory_limit: options.MemoryLimit = "1GB",
    no_isolation: options.NoIsolation = False,
) -> None:
    """从报告自己的评分表起草一个标准：分组、指标、分值、读懂了的评分标准"""
    import sys

    from toolkit.export._output import check_output, write_atomically
    from toolkit.pipeline.isolate import obtain
    from toolkit.pipeline.sources import open_one
    from toolkit.scoring.draft import draft

    source = open_one(file)
    request = options.build_request(
        backend=backend, password=password, pages=pages,
        time_limit=time_limit, memory_limit=memory_limit, no_isolation=no_isolation,
    )  # fmt: skip
    if output:
        check_output(Path(output), (source.path,))
    text = draft(obtain("extract", source.load(), source.name, request).report)
    if output:
        write_atomically(Path(output), (text.encode(),))
    else:
        sys.stdout.write(text)
