"""`jixiao classify TEXT…`: role of each sentence and categories of each reason, as JSON lines."""

from typing import Annotated

import typer

from toolkit.cli.streams import input_lines

EPILOG = """角色：reason 原因、problem 问题、measure 措施、achievement 成效、rule 评分规则、score 得分、other 其他。
原因类别 D1–D14 见 docs/models.md。“-”：从标准输入逐行读取，每行一句，随读随出。"""


def run(
    texts: Annotated[list[str], typer.Argument(metavar="TEXT…|-", help="句子，或 - 读标准输入")],
) -> None:
    """判断每句话的角色，原因属于哪几类，一行一个 JSON"""
    import sys
    from dataclasses import asdict

    from toolkit.model.codec import encode_line
    from toolkit.nlp.classify import classify

    for index, text in enumerate(input_lines() if texts == ["-"] else texts):
        sys.stdout.write(encode_line({"text_index": index, **asdict(classify(text))}))
        sys.stdout.flush()
