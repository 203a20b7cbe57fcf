"""`jixiao measure TEXT…`: every quantity in the text, as JSON lines."""

from typing import Annotated

import typer

from toolkit.cli.streams import input_lines

EPILOG = "“-”：从标准输入逐行读取，每行一段文字，随读随出。"


def run(
    texts: Annotated[list[str], typer.Argument(metavar="TEXT…|-", help="文字，或 - 读标准输入")],
) -> None:
    """找出文字中的每一个数量：数值、单位、比较符、日期，一行一个 JSON"""
    import sys

    from toolkit.measure.grammar import spot
    from toolkit.model.codec import dump, encode_line

    for index, text in enumerate(input_lines() if texts == ["-"] else texts):
        for found in spot(text):
            place = {"text_index": index, "start": found.start, "end": found.end, "quote": found.quote}
            sys.stdout.write(encode_line({**place, **dump(found.quantity)}))
        sys.stdout.flush()
