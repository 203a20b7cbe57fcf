"""Results of many files → the asked format on stdout or in a file, refusals and notes on stderr, an exit status."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from toolkit.cli.complaint import Progress, complain, say
from toolkit.cli.console import Screen, screen_for
from toolkit.cli.streams import write_bytes
from toolkit.errors import ExitStatus, UsageError

if TYPE_CHECKING:
    from toolkit.export import Content, Exporter, Item
    from toolkit.model.result import Result
    from toolkit.pipeline.sources import Gathered

Show: TypeAlias = "Callable[[Iterable[Item], Screen], Iterator[str]]"


@dataclass(frozen=True, slots=True)
class Target:
    """Where the result goes and how: `exporter` None means tables for a reader, `path` None means stdout."""

    exporter: "Exporter | None"
    path: Path | None
    content: "Content"


def choose_target(content: "Content", asked: str, as_json: bool, output: str, inputs: Iterable[Path]) -> Target:
    """Format and output as typed → target. Raises UsageError before any work is done."""
    path = Path(output) if output else None
    if path is not None:
        from toolkit.export._output import check_output

        check_output(path, inputs)
    if path is None and not as_json and asked in {"", "table"}:
        return Target(None, None, content)  # the everyday case needs no exporter loaded
    from toolkit.export import exporters

    known = {name: exporter for name, exporter in exporters().items() if content in exporter.content}
    name = "json" if as_json else asked or _by_suffix(path, known) or "table"
    if name not in {"table", *known}:
        raise UsageError("USAGE-FORMAT", f"没有输出格式“{name}”。", f"可选：table {' '.join(known)}。")
    exporter = known.get(name)
    if exporter is not None and exporter.binary and path is None and sys.stdout.isatty():
        raise UsageError("OUTPUT-BINARY", f"{name} 不能显示在屏幕上。", f"请加 -o 文件名{exporter.suffix}。")
    return Target(exporter, path, content)


def choose_ledger(output: str, inputs: Iterable[Path]) -> "Book | None":
    """Where the ledger goes, if anywhere. Raises UsageError before any work is done."""
    if not output:
        return None
    from toolkit.export import exporters
    from toolkit.export._output import check_output

    path = Path(output)
    check_output(path, inputs)
    known = {name: exporter for name, exporter in exporters().items() if "ledger" in exporter.content}
    name = _by_suffix(path, known)
    if name is None:
        endings = "、".join(exporter.suffix for exporter in known.values())
        raise UsageError("USAGE-LEDGER", f"--ledger 不能写成“{path.name}”。", f"文件名以 {endings} 结尾。")
    return Book(known[name], path)


class Book:
    """Keeps the results that pass, then writes the ledgers of all of them into one file."""

    def __init__(self, exporter: "Exporter", path: Path) -> None:
        self._exporter, self._path = exporter, path
        self._kept: list[Result] = []

    def keep(self, results: "Iterable[Result]") -> "Iterator[Result]":
        """The results, one at a time."""
        for result in results:
            self._kept.append(result)
            yield result

    def write(self) -> None:
        """The file, whole or not at all."""
        from toolkit.export._output import write_atomically

        write_atomically(self._path, self._exporter.encode(self._kept, "ledger", True))


def _by_suffix(path: Path | None, known: "dict[str, Exporter]") -> str | None:
    if path is None:
        return None
    return next((name for name, exporter in known.items() if exporter.suffix == path.suffix.lower()), None)


class Watched:
    """Passes results on, tells stderr of refusals and of what was lost in reading, keeps the gravest exit status."""

    def __init__(self, gathered: "Gathered", judge: "Callable[[Result], ExitStatus]") -> None:
        self.status = ExitStatus.OK
        self._gathered = gathered
        self._judge = judge

    def each(self, results: "Iterable[Result]") -> "Iterator[Result]":
        """The results, one at a time."""
        progress = Progress(len(self._gathered.entries))
        remaining = iter(results)
        for number, entry in enumerate(self._gathered.entries, start=1):
            progress.step(number, entry.name if hasattr(entry, "name") else entry.source)
            result = next(remaining)
            progress.clear()
            self._tell(result)
            yield result
        skipped = self._gathered.skipped
        if skipped:
            more = " 等" if len(skipped) > 3 else ""
            say(f"注意：文件夹中有 {len(skipped)} 个文件不是文档，未读（{'、'.join(skipped[:3])}{more}）。")

    def _tell(self, result: "Result") -> None:
        from toolkit.model.case import Dossier
        from toolkit.model.result import Refusal

        if isinstance(result, Refusal):
            complain(result.error, result.source)
            self.status = max(self.status, result.error.exit_status)
            return
        document = result.case.document if isinstance(result, Dossier) else result.document
        for note in document.notes:
            page = f"第{note.page}页" if note.page is not None else ""
            place = "" if note.message.startswith(page) else f"{page} "  # most of those on a page name it themselves
            say(f"注意 {note.code}：“{document.source.name}”{place}{note.message}")
        self.status = max(self.status, self._judge(result))


def deliver(items: "Iterable[Item]", target: Target, many: bool, show: Show) -> None:
    """Writes the items; `show` makes the tables. Nothing is left half-written in a file."""
    from toolkit.export._output import write_atomically

    if target.exporter is not None:
        pieces = target.exporter.encode(items, target.content, many)
        if target.path is not None:
            write_atomically(target.path, pieces)
            return
        for piece in pieces:
            write_bytes(piece)
        return
    texts = show(items, screen_for(target.path))
    if target.path is not None:
        write_atomically(target.path, (text.encode("utf-8", "backslashreplace") for text in texts))
        return
    for text in texts:
        sys.stdout.write(text)
        sys.stdout.flush()
