"""PATH arguments become files in a known order, with names relative to what was given, or refusals."""

import os
from pathlib import Path

import pytest

from toolkit.errors import ReadError, UsageError
from toolkit.pipeline.sources import SourceFile, gather, open_one


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "报告"
    (home / "乙县").mkdir(parents=True)
    (home / ".隐藏").mkdir()
    for name in ("b.txt", "a.md", "乙县/c.pdf", "~$a.docx", ".d.txt", ".隐藏/e.txt", "照片.jpg"):
        (home / name).write_text("x", "utf-8")
    return home


def _names(*arguments: object) -> list[str]:
    entries = gather([str(argument) for argument in arguments]).entries
    return [entry.name if isinstance(entry, SourceFile) else entry.error.code for entry in entries]


def test_folder_means_every_document_below_it_sorted(folder: Path) -> None:
    assert _names(folder) == ["a.md", "b.txt", "乙县/c.pdf"]


def test_what_is_no_document_is_told(folder: Path) -> None:
    assert gather([str(folder)]).skipped == ("照片.jpg",)


def test_single_file_goes_by_its_own_name_whatever_its_suffix(folder: Path) -> None:
    assert _names(folder / "照片.jpg") == ["照片.jpg"]


def test_pattern_is_expanded_and_sorted(folder: Path) -> None:
    assert _names(folder / "*.txt", folder / "?.md") == ["b.txt", "a.md"]


def test_file_whose_name_looks_like_a_pattern_is_that_file(folder: Path) -> None:
    (folder / "[2022].txt").write_text("x", "utf-8")
    assert _names(folder / "[2022].txt") == ["[2022].txt"]


def test_answer_is_a_list_for_folders_and_several_files(folder: Path) -> None:
    assert not gather([str(folder / "b.txt")]).many
    assert gather([str(folder / "乙县")]).many
    assert gather([str(folder / "b.txt"), str(folder / "a.md")]).many


def test_links_out_of_the_folder_are_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "外"
    outside.mkdir()
    (outside / "f.txt").write_text("x", "utf-8")
    (folder / "链接.txt").symlink_to(outside / "f.txt")
    (folder / "链接夹").symlink_to(outside)
    assert _names(folder) == ["a.md", "b.txt", "乙县/c.pdf"]


def test_empty_folder_and_missing_file_are_refused_in_their_place(folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "空"
    empty.mkdir()
    assert _names(empty, folder / "b.txt") == ["READ-FOLDER-EMPTY", "b.txt"]
    with pytest.raises(ReadError, match="READ-MISSING"):
        gather([str(tmp_path / "没有.pdf")]).entries[0].load()  # type: ignore[union-attr]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道")
    assert _names(tmp_path / "管道") == ["READ-NOT-A-FILE"]


@pytest.mark.skipif(os.name == "nt", reason="needs names of any bytes")
def test_undecodable_name_is_escaped(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xb1\xa8.txt")  # noqa: PTH118
    with open(path, "wb") as stream:  # noqa: PTH123
        stream.write(b"x")
    assert _names(tmp_path) == ["\\xb1\\xa8.txt"]


def test_file_too_large_is_refused_unread(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.pipeline.sources.MOST_BYTES", 0)
    with pytest.raises(ReadError, match="READ-TOO-LARGE"):
        SourceFile(folder / "b.txt", "b.txt").load()


def test_one_file_is_asked_for_where_one_is_needed(folder: Path) -> None:
    assert open_one(str(folder / "b.txt")).name == "b.txt"
    with pytest.raises(UsageError):
        open_one(str(folder))


@pytest.mark.parametrize("name", ["a\0b", "a" * 5000, "没有/这个.pdf"])
def test_impossible_name_is_a_missing_file(name: str) -> None:
    entry = gather([name]).entries[0]
    assert isinstance(entry, SourceFile)
    with pytest.raises(ReadError, match=r"READ-MISSING|READ-FAILED"):
        entry.load()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may enter everything")
def test_subfolder_that_may_not_be_entered_is_refused_by_name(folder: Path) -> None:
    (folder / "乙县").chmod(0)
    try:
        assert _names(folder) == ["a.md", "b.txt", "READ-PERMISSION"]
    finally:
        (folder / "乙县").chmod(0o700)
