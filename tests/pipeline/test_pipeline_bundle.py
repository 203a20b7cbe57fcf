"""A ZIP of reports is a folder of documents, in order, whatever code page named them; one document is no folder."""

import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from toolkit.errors import ReadError
from toolkit.model.result import Refusal
from toolkit.pipeline.bundle import ArchiveMember
from toolkit.pipeline.sources import Gathered, SourceFile, gather, open_one


def packed(members: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def named_in_bytes(raw: bytes, data: bytes) -> bytes:
    """An archive of one member whose name is `raw`, without the mark for UTF-8."""
    whole = packed({"n" * len(raw): data})
    return whole.replace(b"n" * len(raw), raw)


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def told(gathered: Gathered) -> list[str]:
    return [entry.name if isinstance(entry, SourceFile) else entry.error.code for entry in gathered.entries]


def test_members_stand_in_the_order_of_their_names_and_load(tmp_path: Path) -> None:
    path = put(tmp_path, "报送.zip", packed({"乙县/b.txt": b"2", "a.md": b"1", "照片.jpg": b"3"}))
    gathered = gather([str(path)])
    assert told(gathered) == ["报送.zip/a.md", "报送.zip/乙县/b.txt"]
    assert gathered.skipped == ("报送.zip/照片.jpg",)
    assert gathered.many
    assert [entry.load() for entry in gathered.entries if isinstance(entry, SourceFile)] == [b"1", b"2"]
    assert gathered.paths == (path, path)


def test_archive_inside_a_folder_is_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "报告/b.txt", b"x")
    put(tmp_path, "报告/丙县/a.zip", packed({"1.txt": b"1"}))
    assert told(gather([str(tmp_path / "报告")])) == ["b.txt", "丙县/a.zip/1.txt"]


def test_content_decides_what_is_an_archive(tmp_path: Path) -> None:
    assert told(gather([str(put(tmp_path, "a.dat", packed({"1.txt": b"1"})))])) == ["a.dat/1.txt"]
    assert told(gather([str(put(tmp_path, "b.zip", b"plain text"))])) == ["b.zip"]
    for mark in ("[Content_Types].xml", "mimetype", "OFD.xml"):
        assert told(gather([str(put(tmp_path, "c.zip", packed({mark: b"", "x.txt": b""})))])) == ["c.zip"]


@pytest.mark.parametrize("codec", ["gbk", "utf-8"])
def test_names_without_a_mark_are_read_in_the_code_page_of_their_writer(tmp_path: Path, codec: str) -> None:
    path = put(tmp_path, "a.zip", named_in_bytes("临江市/自评.txt".encode(codec), b"1"))
    gathered = gather([str(path)])
    assert told(gathered) == ["a.zip/临江市/自评.txt"]
    assert isinstance(gathered.entries[0], ArchiveMember)
    assert gathered.entries[0].load() == b"1"


def test_hidden_members_are_passed_over_and_nested_archives_refused(tmp_path: Path) -> None:
    members = {"__MACOSX/._a.txt": b"", ".b.txt": b"", "~$c.docx": b"", "d.txt": b"1", "e.zip": packed({"f.txt": b""})}
    gathered = gather([str(put(tmp_path, "a.zip", packed(members)))])
    assert told(gathered) == ["a.zip/d.txt", "READ-NESTED-ARCHIVE"]
    assert gathered.skipped == ()


def test_archive_without_documents_says_so(tmp_path: Path) -> None:
    assert told(gather([str(put(tmp_path, "a.zip", packed({"x.jpg": b"1"})))])) == ["READ-FOLDER-EMPTY"]


def test_member_is_named_by_the_path_that_results_give(tmp_path: Path) -> None:
    put(tmp_path, "a.zip", packed({"乙/b.txt": b"2"}))
    assert open_one(str(tmp_path / "a.zip/乙/b.txt")).load() == b"2"
    with pytest.raises(ReadError, match="READ-MISSING"):
        open_one(str(tmp_path / "a.zip/没有.txt")).load()


def climbing() -> bytes:
    return packed({"../../x.txt": b"1"})


def bomb() -> bytes:
    return packed({"x.txt": bytes(20 << 20)})


def locked() -> bytes:
    data = bytearray(packed({"x.txt": b"1"}))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, 1)
    return bytes(data)


def cut() -> bytes:
    return packed({"x.txt": b"1" * 1000})[:60]


@pytest.mark.parametrize(
    ("make", "code"),
    [(climbing, "READ-DAMAGED"), (bomb, "READ-BOMB"), (locked, "READ-ENCRYPTED"), (cut, "READ-DAMAGED")],
)
def test_hostile_archive_is_one_refusal(tmp_path: Path, make: object, code: str) -> None:
    path = put(tmp_path, "a.zip", make())  # type: ignore[operator]
    (entry,) = gather([str(path)]).entries
    assert isinstance(entry, Refusal)
    assert entry.error.code == code


def test_member_with_a_wrong_check_sum_is_refused_when_loaded(tmp_path: Path) -> None:
    broken = bytearray(packed({"x.txt": b"1" * 1000}))
    broken[14:18] = b"\0\0\0\0"
    at = broken.rfind(b"PK\x01\x02")
    broken[at + 16 : at + 20] = b"\0\0\0\0"
    (entry,) = gather([str(put(tmp_path, "b.zip", bytes(broken)))]).entries
    assert isinstance(entry, SourceFile)
    with pytest.raises(ReadError, match="READ-DAMAGED"):
        entry.load()
