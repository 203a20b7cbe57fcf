"""Bytes piece by piece → a file that is there whole or not at all: written beside, then renamed."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from toolkit.errors import UsageError


def write_atomically(path: Path, pieces: Iterable[bytes]) -> None:
    """Writes `pieces` to a file beside `path` and renames it; whatever goes wrong, `path` stays as it was.

    Raises UsageError where the folder is missing or cannot be written.
    """
    target = path.resolve() if path.is_symlink() else path
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{target.name[:60]}.", suffix=".part", dir=target.parent)
    except OSError as cause:
        raise _cannot_write(path, cause) from cause
    try:
        with os.fdopen(handle, "wb") as stream:
            for piece in pieces:
                stream.write(piece)
        Path(beside).chmod(_mode(target))
        Path(beside).replace(target)
    except OSError as cause:
        Path(beside).unlink(missing_ok=True)
        raise _cannot_write(path, cause) from cause
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def check_output(path: Path, inputs: Iterable[Path]) -> None:
    """Refuses, before any work is done, an output that is an input, a folder, or in a folder that is not there."""
    if path.is_dir():
        raise UsageError("OUTPUT-IS-FOLDER", f"“{path.name}”是文件夹。", "-o 之后请写文件名。")
    if not path.parent.is_dir():
        raise UsageError("OUTPUT-NO-FOLDER", f"没有文件夹“{path.parent}”。", "请先建立文件夹，或改写 -o 的路径。")
    if path.exists() and any(source.exists() and path.samefile(source) for source in inputs):
        raise UsageError("OUTPUT-IS-INPUT", f"“{path.name}”是输入文件，不能覆盖。", "请给 -o 另一个文件名。")


def _mode(target: Path) -> int:
    """Permissions of the file replaced, or those of a new file under the process's mask."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _cannot_write(path: Path, cause: OSError) -> UsageError:
    reason = cause.strerror or type(cause).__name__
    return UsageError(
        "OUTPUT-NOT-WRITTEN", f"“{path.name}”无法写入（{reason}）。", "请检查权限和磁盘空间，或关闭正在打开它的程序。"
    )
