"""`jixiao corpus build|check`: made reports with their truth, and whether truth and documents agree."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.helptext import Command, Group
from toolkit.errors import ExitStatus

app = typer.Typer(cls=Group, help="自拟样本：生成，核对真值", rich_markup_mode=None)


@app.command(cls=Command)
def build(
    size: Annotated[int, typer.Option("--size", metavar="N", min=1, help="份数（训练、验证、测试合计）")] = 100,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="种子：同样的种子生成同样的字节")] = 1,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="放在哪个文件夹")] = Path("made-corpus"),
    formats: Annotated[str, typer.Option("--formats", metavar="NAME,…", help="格式，all 为全部")] = "",
) -> None:
    """生成自拟报告及其真值，可中断后接着做"""
    import sys

    from toolkit.cli.complaint import Progress
    from toolkit.corpus.build import FORMATS, QUICK, build

    chosen = FORMATS if formats == "all" else tuple(filter(None, formats.split(","))) or QUICK
    progress = Progress(size)
    manifest = build(out, size, seed, chosen, progress.step)
    progress.clear()
    sys.stdout.write(f"{manifest}\n")


@app.command(cls=Command)
def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="样本文件夹：文档和同名的 .truth.json")],
) -> ExitStatus:
    """核对真值：引文在文档里，数字关系自洽，植入的差错确实矛盾"""
    import sys

    from toolkit.cli.complaint import Progress
    from toolkit.corpus.check import check

    progress = Progress(2)
    count, faults = check(folder, progress.step)
    progress.clear()
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    sys.stdout.write(f"核对 {count} 份真值，{len(faults)} 处不符。\n")
    return ExitStatus.FINDINGS if faults else ExitStatus.OK


@app.command("import", cls=Command)
def adopt(
    annotation: Annotated[
        Path, typer.Argument(metavar="标注", help="改正过的 jixiao extract --json 输出，或 spaCy 的 DocBin（.spacy）")
    ],
    document: Annotated[Path, typer.Argument(metavar="FILE", help="它的文档")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="放在哪个文件夹")],
) -> None:
    """把自己标注的报告收作样本：引文须在文档里"""
    import sys

    from toolkit.corpus.annotation import adopt

    sys.stdout.write(f"{adopt(annotation, document, out)}\n")
