"""A ZIP of reports → its members as sources, each by the name `<archive>/<member>`; nothing is unpacked to disk.

A DOCX, XLSX, OFD or ODT is a ZIP as well, but one document: what its directory lists tells them apart.
"""

import os
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from toolkit.errors import ReadError
from toolkit.model.result import Refusal
from toolkit.pipeline.sources import DOCUMENT_SUFFIXES, MOST_BYTES, Entry, SourceFile, refuse
from toolkit.readers._archive import Limits, content, is_archive, listing, opened, too_large

_MARK = b"PK"
_OF_ONE_DOCUMENT = frozenset({"[content_types].xml", "mimetype", "ofd.xml", "meta-inf/manifest.xml"})
_LIMITS = Limits(total=4 * MOST_BYTES)
_LARGEST_DIRECTORY = 8 << 20
_NAME_IS_UTF8 = 0x800
_NESTED = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz")


@dataclass(frozen=True, slots=True)
class ArchiveMember(SourceFile):
    """A member of an archive: `path` is the archive's, `member` its entry."""

    archive: zipfile.ZipFile
    member: zipfile.ZipInfo

    def load(self) -> bytes:
        """The bytes, inflated in memory. Raises ReadError READ-TOO-LARGE, READ-DAMAGED."""
        if self.member.file_size > MOST_BYTES:
            raise too_large(self.name, f"解压后有 {self.member.file_size >> 20} MB，上限 {MOST_BYTES >> 20} MB")
        return content(self.archive, self.member.filename, self.name)


def members_of(source: SourceFile) -> tuple[list[Entry], list[str]] | None:
    """(members in the order of their names, names of what is no document); None for what is no ZIP of reports."""
    try:
        with source.path.open("rb") as stream:
            if stream.read(len(_MARK)) != _MARK:
                return None
        data = source.load()
    except (OSError, ValueError, ReadError):
        return None
    if not is_archive(data):
        return None
    try:
        if len(listing(data)) > _LARGEST_DIRECTORY and listing(data) is not data:
            raise too_large(source.name, "压缩包的目录过长")
        archive = opened(data, source.name, _LIMITS)
    except ReadError as error:
        return [Refusal(source.name, error)], []
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if _OF_ONE_DOCUMENT & {info.filename.lower() for info in infos}:
        return None
    return _sorted_out(source, archive, infos)


def member_at(path: Path) -> Entry | None:
    """The source meant by `<archive>/<member>`; None where there is none."""
    for parent in path.parents:
        if os.path.isfile(parent):  # noqa: PTH113 (answers for any name at all)
            found = members_of(SourceFile(parent, parent.name))
            wanted = f"{parent.name}/{path.relative_to(parent).as_posix()}"
            entries = found[0] if found else []
            return next((entry for entry in entries if isinstance(entry, SourceFile) and entry.name == wanted), None)
    return None


def _sorted_out(
    source: SourceFile, archive: zipfile.ZipFile, infos: Sequence[zipfile.ZipInfo]
) -> tuple[list[Entry], list[str]]:
    found: dict[str, Entry] = {}
    skipped = []
    for info in infos:
        inner = PurePosixPath(_shown_name(info))
        name = f"{source.name}/{inner}"
        if any(part.startswith((".", "~$", "__MACOSX")) for part in inner.parts):
            continue
        if inner.suffix.lower() in DOCUMENT_SUFFIXES:
            found[name] = ArchiveMember(source.path, name, archive, info)
        elif inner.suffix.lower() in _NESTED:
            found[name] = Refusal(name, refuse(name, "READ-NESTED-ARCHIVE", "是压缩包里的压缩包"))
        else:
            skipped.append(name)
    if not found:
        return [Refusal(source.name, refuse(source.name, "READ-FOLDER-EMPTY", "中没有可读的文件"))], sorted(skipped)
    return [found[name] for name in sorted(found)], sorted(skipped)


def _shown_name(info: zipfile.ZipInfo) -> str:
    """The name as its writer meant it: without the mark for UTF-8 it is in the code page of a Chinese system."""
    name = info.filename
    if not info.flag_bits & _NAME_IS_UTF8:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = b""
        for codec in ("utf-8", "gb18030") if raw else ():
            try:
                name = raw.decode(codec)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")
