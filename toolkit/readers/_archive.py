"""Bytes of a ZIP archive (DOCX, XLSX, OFD, ZIP) → its open directory, after what it claims about itself was checked.

Nothing is inflated here, and nothing is ever written to disk. The sizes that a directory states may be lies:
`content` inflates one entry to its stated size and not a byte further.
"""

import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from toolkit.errors import ReadError
from toolkit.patterns import regex

_OPENINGS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END: Final = b"PK\x05\x06"
_END_REACH: Final = 22 + 65_535
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
_OUTSIDE: Final = regex(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
_MEGABYTE: Final = 1 << 20
_DIRECTORY_FAULTS: Final = (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError, NotImplementedError)
_ENTRY_FAULTS: Final = (*_DIRECTORY_FAULTS, OverflowError, zlib.error, EOFError, RuntimeError, MemoryError)
_AGAIN: Final = "请重新下载或复制原文件；能用 WPS 或 Office 打开的，另存后再读"


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive may hold: number of entries, bytes of all when inflated, and by how much a big entry may grow."""

    entries: int = 10_000
    total: int = 200 * _MEGABYTE
    ratio: int = 200
    big: int = 8 * _MEGABYTE


_LIMITS: Final = Limits()


def is_archive(data: bytes) -> bool:
    """Whether the bytes open like a ZIP archive."""
    return data.startswith(_OPENINGS)


def listing(data: bytes) -> bytes:
    """The bytes of the central directory, where each entry's name stands; all bytes where the archive was cut off.

    Cheap: it serves to tell what kind of archive it is. Names in other archives inside this one do not count.
    """
    end = data.rfind(_END, max(len(data) - _END_REACH, 0))
    if end < 0 or len(data) < end + 22:
        return data
    start = end - int.from_bytes(data[end + 12 : end + 16], "little")
    return data[start:end] if 0 < start < end and data.startswith(b"PK\x01\x02", start) else data


def is_encrypted_office(data: bytes) -> bool:
    """Whether the bytes are a DOCX, XLSX or PPTX under a password: an OLE file around the encrypted archive."""
    return data.startswith(_OLE) and _ENCRYPTED_PACKAGE in data


def opened(data: bytes, name: str, limits: Limits = _LIMITS) -> zipfile.ZipFile:
    """Open the archive of a file called `name`.

    Raises ReadError: READ-ENCRYPTED (by a password), READ-DAMAGED (no whole archive; names that lead out of it or
    stand twice), READ-TOO-LARGE (entries or bytes beyond `limits`), READ-BOMB (an entry inflates out of proportion).
    """
    if is_encrypted_office(data):
        raise encrypted(name)
    if not is_archive(data):
        raise damaged(name, "文件开头不是压缩包")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _DIRECTORY_FAULTS as failed:
        raise damaged(name, "压缩包的目录缺失或损坏，文件可能不完整") from failed
    entries = archive.infolist()
    _check_sizes(entries, name, limits)
    _check_names(entries, name)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise encrypted(name)
    return archive


def content(archive: zipfile.ZipFile, entry: str, name: str) -> bytes:
    """The inflated bytes of one entry of the archive `name`, never more than the directory states.

    Raises ReadError READ-DAMAGED where the entry is missing, cut off, or not what its check sum says.
    """
    try:
        size = archive.getinfo(entry).file_size
        with archive.open(entry) as stream:
            # asking for a number of bytes bounds what is inflated; read() without one would trust the stream
            parts = []
            while size > 0 and (part := stream.read(min(size, _MEGABYTE))):
                parts.append(part)
                size -= len(part)
    except KeyError as failed:
        raise damaged(name, f"缺少部件 {entry}") from failed
    except _ENTRY_FAULTS as failed:
        raise damaged(name, f"部件 {entry} 无法解压或校验不符") from failed
    if size > 0:
        raise damaged(name, f"部件 {entry} 不完整")
    return b"".join(parts)


def damaged(name: str, what: str) -> ReadError:
    """The error for a file that is not whole."""
    return ReadError("READ-DAMAGED", f"“{name}”已损坏：{what}", _AGAIN)


def encrypted(name: str) -> ReadError:
    """The error for a file under a password."""
    return ReadError(
        "READ-ENCRYPTED", f"“{name}”设有密码，无法读取", "请用 WPS 或 Office 输入密码打开，去掉密码另存后再读"
    )


def too_large(name: str, what: str) -> ReadError:
    """The error for a file beyond what is read."""
    return ReadError("READ-TOO-LARGE", f"“{name}”过大：{what}", "请拆分文件，或只保留报告正文和表格后另存")


def _check_sizes(entries: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    if len(entries) > limits.entries:
        raise too_large(name, f"压缩包内有 {len(entries)} 个部件，上限 {limits.entries} 个")
    for entry in entries:
        if entry.file_size > limits.big and entry.file_size > limits.ratio * max(entry.compress_size, 1):
            raise ReadError(
                "READ-BOMB",
                f"“{name}”的部件 {entry.filename[:80]} 解压后膨胀 {limits.ratio} 倍以上，疑为压缩炸弹",
                "请确认文件来源；确为报告的，用 WPS 或 Office 打开另存后再读",
            )
    total = sum(entry.file_size for entry in entries)
    if total > limits.total:
        raise too_large(name, f"解压后有 {total // _MEGABYTE} MB，上限 {limits.total // _MEGABYTE} MB")


def _check_names(entries: list[zipfile.ZipInfo], name: str) -> None:
    for entry in entries:
        if _OUTSIDE.search(entry.filename):
            raise damaged(name, f"部件名 {entry.filename[:80]} 指向压缩包之外")
    repeated, count = Counter(entry.filename for entry in entries).most_common(1)[0] if entries else ("", 0)
    if count > 1:
        raise damaged(name, f"部件 {repeated[:80]} 出现 {count} 次，无法确定以哪一个为准")
