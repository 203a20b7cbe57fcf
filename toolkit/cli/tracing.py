"""`jixiao trace FILE 93.78`: where a figure stands, what it is made of, what hangs on it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from toolkit.cli import options
from toolkit.errors import UsageError

if TYPE_CHECKING:
    from toolkit.model.case import Case
    from toolkit.model.figure import Figure, Relation

COMMAND = "trace"
EPILOG = "NUMBER 可以带单位和千分位：93.78、1,250人、98.5%；也可以写账中的编号，如 f17。"


def run(
    file: Annotated[str, typer.Argument(metavar="FILE", help="报告文件")],
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="要查的数")],
    as_json: options.Json = False,
    pages: options.Pages = "",
    password: options.Password = "",
    backend: options.Backend = "pdfium",
    time_limit: options.TimeLimit = "60",
    memory_limit: options.MemoryLimit = "1GB",
    no_isolation: options.NoIsolation = False,
) -> None:
    """查一个数：出现在哪里，由哪些数得出，又牵连哪些数"""
    import sys

    from toolkit.figures.traced import traced
    from toolkit.model.codec import dump, encode_line
    from toolkit.pipeline.isolate import obtain
    from toolkit.pipeline.sources import open_one

    source = open_one(file)
    request = options.build_request(
        backend=backend, password=password, pages=pages,
        time_limit=time_limit, memory_limit=memory_limit, no_isolation=no_isolation,
    )  # fmt: skip
    dossier = obtain("audit", source.load(), source.name, request)
    found = [
        (part.case, figure, made, hangs)
        for part in (dossier, *dossier.annexes)
        for figure, made, hangs in traced(part.case.ledger, number)
    ]
    if not found:
        raise UsageError("FIGURE-NOT-FOUND", f"“{source.name}”中没有“{number}”。", "写法可以不同，数值须相同。")
    for case, figure, made, hangs in found:
        if as_json:
            views = {"made_of": [dump(one) for one in made], "used_in": [dump(one) for one in hangs]}
            sys.stdout.write(encode_line({"figure": dump(figure), **views}))
        else:
            sys.stdout.writelines(f"{line}\n" for line in _told(case, figure, made, hangs))


def _told(case: "Case", figure: "Figure", made: "list[Relation]", hangs: "list[Relation]") -> Iterator[str]:
    from toolkit.audit.place import place
    from toolkit.export._ledger import STATES
    from toolkit.model.number import plain
    from toolkit.text import printable

    name = f"“{figure.name}”" if figure.name else ""
    known = STATES[figure.state] + (f"，到±{plain(figure.checked_to)}" if figure.checked_to is not None else "")
    why = f"（{figure.why}）" if figure.why else ""
    lines = [f"{place(case.document, figure.where)} {name}{''.join(figure.quote.split())}　{known}{why}"]
    for title, relations in (("由来", made), ("牵连", hangs)):
        lines += [f"  {title}：{relation.calculation}{_mark(relation)}" for relation in relations]
    yield from map(printable, lines)


def _mark(relation: "Relation") -> str:
    return {True: "　相符", False: "　不符", None: "　印得较粗"}[relation.holds]
