"""Files appear whole or not at all, never over an input."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.errors import UsageError
from toolkit.export._output import check_output, write_atomically


def test_writes_all_pieces_and_leaves_nothing_beside(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.json", [b"1", b"2"])
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.json", b"12")]


def test_failure_leaves_the_old_file_and_nothing_beside(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise ValueError

    (tmp_path / "a.json").write_bytes(b"old")
    with pytest.raises(ValueError):
        write_atomically(tmp_path / "a.json", pieces())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.json", b"old")]


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_new_file_has_the_permissions_of_the_mask_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_atomically(tmp_path / "new", [b"x"])
    finally:
        os.umask(mask)
    (tmp_path / "old").write_bytes(b"x")
    (tmp_path / "old").chmod(0o600)
    write_atomically(tmp_path / "old", [b"y"])
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("new", "old")] == [0o644, 0o600]


def test_output_onto_an_input_is_refused_also_through_a_link(tmp_path: Path) -> None:
    source = tmp_path / "报告.txt"
    source.write_text("x", "utf-8")
    (tmp_path / "链接.txt").symlink_to(source)
    for name in ("报告.txt", "链接.txt"):
        with pytest.raises(UsageError, match="OUTPUT-IS-INPUT"):
            check_output(tmp_path / name, [source])


def test_missing_folder_and_a_folder_as_output_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="OUTPUT-NO-FOLDER"):
        check_output(tmp_path / "没有" / "a.json", [])
    with pytest.raises(UsageError, match="OUTPUT-IS-FOLDER"):
        check_output(tmp_path, [])
