"""A command's parameters → its help in Chinese; Typer's classes with that help, and nothing heavy loaded for it."""

from collections.abc import Iterator
from shutil import get_terminal_size
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from toolkit.cli.wrap import padded, wrap
from toolkit.text import cells_wide

HELP_NAMES = {"help_option_names": ["--help", "-h"]}
"""Context settings of every command: both ways to ask for help."""

_HELP = "显示帮助"
_LEFT = 26


class Command(TyperCommand):
    """A command whose help is in Chinese and fits the terminal."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        return "\n".join(_lines(self, ctx))


class Group(TyperGroup):
    """A group of commands whose help is in Chinese; commands stand in the order in which they were added."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        return "\n".join(_lines(self, ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)


def _lines(command: Any, ctx: Any) -> Iterator[str]:
    width = min(get_terminal_size((80, 24)).columns, 100)
    arguments = [parameter for parameter in command.get_params(ctx) if parameter.param_type_name == "argument"]
    options = [parameter for parameter in command.get_params(ctx) if parameter.param_type_name == "option"]
    commands = getattr(command, "commands", {})
    words = [ctx.command_path, *(["[选项]"] if options else []), *(argument.metavar for argument in arguments)]
    yield f"用法：{' '.join([*words, *(['命令 …'] if commands else [])])}"
    yield ""
    yield from wrap(command.help or "", width)
    yield from _list("参数", [(item.metavar, item.help or "") for item in arguments], width)
    yield from _list("命令", [(name, _first_line(item)) for name, item in commands.items() if not item.hidden], width)
    yield from _list("选项", [_option(item) for item in options if not item.hidden], width)
    if command.epilog:
        yield ""
        yield from wrap(command.epilog, width)


def _first_line(command: Any) -> str:
    return (command.help or "").strip().partition("\n")[0]


def _option(option: Any) -> tuple[str, str]:
    names = ", ".join(sorted(option.opts, key=len))
    if "--help" in option.opts:
        return names, _HELP
    return f"{names} {option.metavar}" if option.metavar else names, option.help or ""


def _list(title: str, items: list[tuple[str, str]], width: int) -> Iterator[str]:
    if not items:
        return
    yield ""
    yield f"{title}："
    left = min(max(cells_wide(name) for name, _ in items) + 2, _LEFT)
    for name, text in items:
        lines = wrap(text, width - left - 2)
        if cells_wide(name) + 2 > left:
            yield f"  {name}"
            yield from (f"  {' ' * left}{line}" for line in lines)
        else:
            yield f"  {padded(name, left)}{lines[0]}"
            yield from (f"  {' ' * left}{line}" for line in lines[1:])
