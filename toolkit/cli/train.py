"""`jixiao train`: the models from nothing, into a folder."""

from pathlib import Path
from typing import Annotated

import typer

EPILOG = "训练句由程序按种子生成，只用自拟的语法；同一种子得到同样的字节。两核上几分钟。"


def run(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="写入的文件夹")] = Path("models"),
    seed: Annotated[int, typer.Option("--seed", help="种子")] = 1,
    size: Annotated[int, typer.Option("--size", help="每一部分的训练句数", min=100)] = 3000,
) -> None:
    """训练句子角色、原因类别、表格栏目和行、指标名分组的模型"""
    import sys

    from toolkit.train.run import train

    out.mkdir(parents=True, exist_ok=True)
    train(out, seed, size, lambda words: print(words, file=sys.stderr))  # noqa: T201
