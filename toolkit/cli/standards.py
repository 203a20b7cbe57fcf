"""`jixiao standards list|show|check`: the scoring standards as data."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.helptext import Command, Group

app = typer.Typer(cls=Group, help="评分标准：清单、内容，检查自己写的标准", rich_markup_mode=None)
AsJson = Annotated[bool, typer.Option("--json", help="以 JSON 列出")]
_STATUS = {
    "official": "官方网站原文",
    "filled": "见于已填报表",
    "copy": "非官方文本",
    "config": "用户配置",
    "regulation": "按法规通行文本",
    "derived": "推算",
}


@app.command("list", cls=Command)
def list_standards(as_json: AsJson = False) -> None:
    """列出全部评分标准"""
    import sys

    from toolkit.cli.console import screen_for
    from toolkit.model.codec import dump, encode
    from toolkit.scoring.load import standards

    known = standards()
    if as_json:
        sys.stdout.write(encode([dump(standard) for standard in known.values()]))
        return
    rows = [
        (one.id, one.title, one.document_number or "", str(len(one.criteria)), _STATUS[one.status])
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
