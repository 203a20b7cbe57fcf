"""`jixiao …` → the command meant, its exit status, and errors in one line of what and one of what to do."""

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import typer

from toolkit.cli import (
    audit,
    classify,
    compare,
    corpus,
    doctor,
    evaluate,
    extract,
    measure,
    quote,
    rules,
    schema,
    score,
    standards,
    tracing,
    train,
    whatif,
)
from toolkit.cli.helptext import HELP_NAMES, Command, Group
from toolkit.cli.streams import prepare
from toolkit.errors import ExitStatus, ToolkitError, UsageError

_INTERRUPTED = 130
_ABOUT = """读懂、重算、核对预算绩效自评报告：提取指标和得分，按评分标准重算，逐数核对，列出疑点。

jixiao 报告.pdf 等于 jixiao audit 报告.pdf。"""
_EPILOG = """退出状态：0 完成，没有达到 --fail-on 的疑点；1 有疑点；2 用法有误；3 有文件不能读取；4 程序内部出错。
每条命令的用法：jixiao 命令 --help"""

app = typer.Typer(
    name="jixiao",
    cls=Group,
    help=_ABOUT,
    epilog=_EPILOG,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings=HELP_NAMES,
)


@app.callback(invoke_without_command=True)
def _root(
    ctx: typer.Context,
    version: bool = typer.Option(False, "--version", help="显示版本"),
    debug: bool = typer.Option(False, "--debug", help="程序内部出错时显示经过（也可设 JIXIAO_DEBUG=1）"),
) -> None:
    if version:
        from toolkit import __version__

        typer.echo(f"jixiao {__version__}")
    elif ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


for _module in (
    audit,
    extract,
    compare,
    score,
    measure,
    classify,
    quote,
    tracing,
    whatif,
    schema,
    doctor,
    train,
    evaluate,
):
    _name = getattr(_module, "COMMAND", _module.__name__.rpartition(".")[2])
    _epilog = getattr(_module, "EPILOG", None)
    app.command(_name, cls=Command, epilog=_epilog, context_settings=HELP_NAMES)(_module.run)
for _module in (rules, standards, corpus):
    app.add_typer(_module.app, name=_module.__name__.rpartition(".")[2])


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry of `jixiao` and `python -m toolkit`: runs one command line, returns its exit status."""
    prepare()
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given or os.environ.get("JIXIAO_DEBUG", "") not in {"", "0"}
    try:
        outcome = app(_with_command(given), prog_name="jixiao", standalone_mode=False)
        sys.stdout.flush()
    except SystemExit:  # how Typer answers a reader that closed the pipe: nothing is wrong
        return ExitStatus.OK
    except KeyboardInterrupt:
        outcome = _INTERRUPTED
    except ToolkitError as error:
        return _report(error, debug)
    except Exception as error:
        if hasattr(error, "format_message"):
            return _report(_usage(error), debug=False)
        from toolkit.pipeline.fault import fault

        return _report(fault("", error), debug)
    if outcome == _INTERRUPTED:
        print("已中断。", file=sys.stderr)  # noqa: T201
    return outcome if isinstance(outcome, int) else ExitStatus.OK


def _with_command(given: list[str]) -> list[str]:
    """Without a command it is `audit`: it goes before the first word that is no option of the program itself."""
    own = {"--version", *HELP_NAMES["help_option_names"]}
    words = [word for word in given if word != "--debug"]
    if not words or words[0] in own or words[0] in _names():
        return words
    first = words[0]
    near = get_close_matches(first, _names(), n=1, cutoff=0.7)
    if near and not Path(first).exists():
        raise UsageError("USAGE-COMMAND", f"没有命令“{first}”，也没有这个文件。", f"是不是 jixiao {near[0]}？")
    return ["audit", *words]


def _names() -> list[str]:
    return [
        *(command.name for command in app.registered_commands if command.name),
        *(group.name for group in app.registered_groups if isinstance(group.name, str)),
    ]


def _report(error: ToolkitError, debug: bool) -> int:
    from toolkit.cli.complaint import complain

    complain(error, debug=debug)
    return error.exit_status


_USAGE = {
    "MissingParameter": "缺少参数 {name}。",
    "NoSuchOption": "没有选项 {name}。",
    "BadParameter": "{name} 的值不对。",
    "BadOptionUsage": "选项 {name} 后面缺少值。",
}


def _usage(error: Any) -> UsageError:
    """Typer's complaint about the command line in Chinese, by the class of the error."""
    sort = type(error).__name__
    parameter = getattr(error, "param", None)
    name = getattr(error, "option_name", None) or (parameter and (parameter.metavar or parameter.name)) or ""
    message = _USAGE[sort].format(name=name) if sort in _USAGE else f"用法有误：{error.format_message()}"
    context = getattr(error, "ctx", None)
    return UsageError("USAGE", message, f"用法见 {context.command_path if context else 'jixiao'} --help。")
