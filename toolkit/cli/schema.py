"""`jixiao schema NAME`: the JSON Schema of an output (or of the settings and standards that are given)."""

from typing import Annotated

import typer

EPILOG = "NAME：report、audit、comparison、whatif、measure、score、refusal；以及输入用的 settings、standard。"


def run(
    name: Annotated[str, typer.Argument(metavar="NAME", help="输出的名称，不写则列出全部")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="清单也以 JSON 列出")] = False,
) -> None:
    """各种输出的 JSON Schema"""
    import sys

    from toolkit.model.codec import encode
    from toolkit.pipeline.schemas import NAMES, schema

    if name:
        sys.stdout.write(encode(schema(name)))
    elif as_json:
        sys.stdout.write(encode(list(NAMES)))
    else:
        sys.stdout.writelines(f"{known}\n" for known in NAMES)
