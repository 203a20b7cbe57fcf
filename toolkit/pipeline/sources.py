"""PATH arguments → files to read, each with the name it goes by in results, or the refusal in its place."""

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from toolkit.errors import ReadError, UsageError
from toolkit.model.result import Refusal

MOST_BYTES = 512 * 1024 * 1024
"""Larger files are refused before they are read."""

DOCUMENT_SUFFIXES = frozenset(
    {
        *(".txt", ".text", ".csv", ".md", ".markdown", ".htm", ".html", ".shtml", ".xhtml", ".mht", ".mhtml"),
        *(".pdf", ".ofd", ".doc", ".docx", ".wps", ".rtf", ".odt", ".xls", ".xlsx", ".xlsm", ".xlsb", ".et", ".ods"),
    }
)
"""What counts as a document inside a folder; a file named by itself is tried whatever its suffix."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file and its `name` in results: relative to the folder that was given, or just the file's own."""

    path: Path
    name: str

    def load(self) -> bytes:
        """The bytes. Raises ReadError with what to do about it."""
        try:
            size = self.path.stat().st_size
            if size > MOST_BYTES:
                what = f"有 {size // 1024**2} MB，超过上限 {MOST_BYTES // 1024**2} MB"
                raise refuse(self.name, "READ-TOO-LARGE", what)
            return self.path.read_bytes()
        except (FileNotFoundError, NotADirectoryError, ValueError) as cause:
            raise refuse(self.name, "READ-MISSING", "找不到") from cause
        except PermissionError as cause:
            raise refuse(self.name, "READ-PERMISSION", "没有读取权限") from cause
        except OSError as cause:
            raise refuse(self.name, "READ-FAILED", f"读取失败（{cause.strerror or type(cause).__name__}）") from cause


Entry: TypeAlias = SourceFile | Refusal


@dataclass(frozen=True, slots=True)
class Gathered:
    """Entries in order; `many` where the answer is a list even of one; `skipped` names no reader is meant for."""

    entries: tuple[Entry, ...]
    many: bool
    skipped: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """Paths of the files: what an output must not overwrite."""
        return tuple(entry.path for entry in self.entries if isinstance(entry, SourceFile))


def gather(arguments: Sequence[str]) -> Gathered:
    """Files, folders and patterns → entries in the order given; those of a folder sorted by their relative path."""
    entries: list[Entry] = []
    skipped: list[str] = []
    folders = False
    for argument in arguments:
        for path in _expand(argument):
            if os.path.isdir(path):  # noqa: PTH112 (answers for any name at all)
                folders = True
                found, left = _below(path)
                entries += found or [_refusal(_shown(path), "READ-FOLDER-EMPTY", "中没有可读的文件")]
                skipped += left
            elif (bundle := _members(path)) is not None:
                folders = True
                entries += bundle[0]
                skipped += bundle[1]
            else:
                entries.append(_file(path))
    return Gathered(tuple(entries), folders or len(entries) != 1, tuple(skipped))


def _expand(argument: str) -> list[Path]:
    path = Path(argument)
    if not os.path.lexists(path) and glob.has_magic(argument):
        return [Path(found) for found in sorted(glob.glob(argument, recursive=True))] or [path]  # noqa: PTH207
    return [path]


def _members(path: Path, name: str = "") -> tuple[list[Entry], list[str]] | None:
    """What a ZIP of reports holds, and the names in it that are no documents; None for any other file."""
    if path.suffix.lower() in DOCUMENT_SUFFIXES or not os.path.isfile(path):  # noqa: PTH113 (answers for any name)
        return None
    from toolkit.pipeline.bundle import members_of

    return members_of(SourceFile(path, name or _shown(path)))


def _file(path: Path) -> Entry:
    if not os.path.lexists(path):
        from toolkit.pipeline.bundle import member_at

        if (member := member_at(path)) is not None:
            return member
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113 (answer for any name at all)
        return _refusal(_shown(path), "READ-NOT-A-FILE", "不是普通文件")
    return SourceFile(path, _shown(path))


def _below(folder: Path) -> tuple[list[Entry], list[str]]:
    """Documents below a folder, subfolders that may not be entered as refusals, and names of what is no document."""
    found: dict[str, Entry] = {}
    skipped = []
    for path in _walk(folder):
        name = _text(path.relative_to(folder))
        if path.is_dir():
            found[name] = _refusal(name, "READ-PERMISSION", "没有读取权限")
        elif path.suffix.lower() in DOCUMENT_SUFFIXES:
            found[name] = SourceFile(path, name)
        elif path.suffix.lower() == ".zip" and (bundle := _members(path, name)) is not None:
            found |= {_name_of(entry): entry for entry in bundle[0]}
            skipped += bundle[1]
        else:
            skipped.append(name)
    return [found[name] for name in sorted(found)], sorted(skipped)


def _name_of(entry: Entry) -> str:
    return entry.name if isinstance(entry, SourceFile) else entry.source


def _walk(folder: Path) -> Iterator[Path]:
    """Files below the folder, no links followed out of it; subfolders that cannot be listed stand for themselves."""
    home = folder.resolve()
    denied: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=denied.append, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(place, name)
            if not name.startswith((".", "~$")) and path.is_file() and path.resolve().is_relative_to(home):
                yield path
    yield from (Path(error.filename) for error in denied)


def _refusal(name: str, code: str, what: str) -> Refusal:
    return Refusal(name, refuse(name, code, what))


def _shown(path: Path) -> str:
    return _text(Path(path.name or path.resolve().name or path))


def _text(path: Path) -> str:
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


_HINTS = {
    "READ-MISSING": "请检查路径和文件名；文件名含空格时加引号。",
    "READ-PERMISSION": "请检查文件的访问权限，或复制到本人目录后再试。",
    "READ-FAILED": "请确认文件未被占用、磁盘或网络位置可用后再试。",
    "READ-TOO-LARGE": "请拆分文件，或只保留绩效自评部分另存后再试。",
    "READ-NOT-A-FILE": "请给出文件或文件夹的路径。",
    "READ-NESTED-ARCHIVE": "请先解压里面的压缩包，再逐个读取。",
    "READ-FOLDER-EMPTY": "可读的有 PDF、文本等文件；隐藏文件和 ~$ 开头的临时文件不读。",
}


def refuse(name: str, code: str, what: str) -> ReadError:
    """The refusal of a source called `name`, with what can be done about it."""
    return ReadError(code, f"“{name}”{what}。", _HINTS[code])


def open_one(argument: str) -> SourceFile:
    """The one file that is meant. Raises ReadError for what is no file, UsageError for more than one."""
    gathered = gather([argument])
    entry = gathered.entries[0]
    if isinstance(entry, Refusal):
        raise entry.error
    if gathered.many:
        raise UsageError("USAGE-ONE-FILE", "这里只能给一个文件。", "请写出该文件的路径。")
    return entry
