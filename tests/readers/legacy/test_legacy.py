"""Old word files are read by way of DOCX where LibreOffice is installed, and refused with advice where it is not."""

import subprocess
import time
from pathlib import Path

import pytest

from tests.readers.workbook.binary import compound
from tests.readers.workbook.made import archive, records, shown
from toolkit.errors import ReadError
from toolkit.readers import _office, read, readers
from toolkit.readers.legacy import READER

needs_office = pytest.mark.skipif(_office.office() is None, reason="needs LibreOffice")
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def rtf(*paragraphs: str) -> bytes:
    """An RTF of these paragraphs."""
    body = "".join("".join(f"\\u{ord(char)}?" for char in text) + "\\par\n" for text in paragraphs)
    return ("{\\rtf1\\ansi\\ansicpg936\\uc1{\\fonttbl{\\f0 SimSun;}}\\f0 " + body + "}").encode()


def doc(flags: int = 0) -> bytes:
    """A compound file that begins like a word file."""
    return compound({"WordDocument": b"\xec\xa5\xc1\0" + bytes(6) + flags.to_bytes(2, "little") + bytes(600)})


@needs_office
def test_rtf_is_read_and_keeps_its_own_identity() -> None:
    data = rtf("一、基本情况", "全年改造水厂3座，完成率98.5%。")
    document = read(data, "报告.doc")
    assert shown(document) == ["一、基本情况", "全年改造水厂3座，完成率98.5%。"]
    assert document.source.reader == "legacy/libreoffice"
    assert document.source.media_type == "application/rtf"
    assert document.source.size == len(data)


@needs_office
@pytest.mark.parametrize("suffix", ["doc", "odt"])
def test_real_report_in_an_old_format_gives_the_records_of_its_text(shared: Path, tmp_path: Path, suffix: str) -> None:
    source = shared / "reports" / "gxj-2021.docx"
    (text,) = (shared / "reports").glob("000_*.txt")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = [
        _office.office() or "",
        profile,
        "--headless",
        "--convert-to",
        suffix,
        "--outdir",
        str(tmp_path),
        str(source),
    ]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    document = read((tmp_path / f"gxj-2021.{suffix}").read_bytes(), f"gxj-2021.{suffix}")
    assert document.source.reader == "legacy/libreoffice"
    assert records(document) == records(read(text.read_bytes(), text.name))


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (b"<html><body><p>\xe5\xb7\xb2\xe5\xae\x8c\xe6\x88\x90</p></body></html>", "webpage"),
        ("全年任务已完成。".encode("gb18030"), "text"),
    ],
)
def test_content_decides_what_a_doc_is(data: bytes, reader: str) -> None:
    assert read(data, "报告.doc").source.reader == reader


def test_only_old_word_files_are_taken() -> None:
    assert READER.accepts(doc(), "a")
    assert READER.accepts(rtf("甲"), "a")
    assert READER.accepts(b"\xef\xbb\xbf\r\n" + rtf("甲"), "a")
    assert READER.accepts(b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "a")
    for other in (b"", b"{\\rt", compound({"Workbook": b""}), compound({"PowerPoint Document": b""}), b"<?xml?><a/>"):
        assert not READER.accepts(other, "a.doc")
    for name, reader in readers().items():
        assert reader.accepts(rtf("甲"), "a") == (name in {"legacy", "text"})


def test_without_an_office_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_office, "office", lambda: None)
    with pytest.raises(ReadError) as refused:
        read(rtf("甲"), "报告.doc")
    assert refused.value.code == "READ-NEEDS-OFFICE"
    assert "libreoffice-writer-nogui" in refused.value.hint
    assert "另存为 docx" in refused.value.hint


def test_password_is_told_without_an_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_office, "office", lambda: None)
    with pytest.raises(ReadError, match="READ-ENCRYPTED"):
        read(doc(flags=0x0100), "a.doc")
    manifest = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    data = stored({"mimetype": ODT_TYPE, "content.xml": "x", "META-INF/manifest.xml": manifest})
    with pytest.raises(ReadError, match="READ-ENCRYPTED"):
        read(data, "a.odt")


def stored(parts: dict[str, str]) -> bytes:
    """Parts as a ZIP, uncompressed, so that the type stands at its beginning."""
    import zipfile
    from io import BytesIO

    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return stream.getvalue()


@needs_office
@pytest.mark.parametrize(
    "data",
    [
        doc(),
        doc()[:900],
        stored({"mimetype": ODT_TYPE}),
        stored({"mimetype": ODT_TYPE, "content.xml": "<broken"}),
        b"{\\rtf1" + b"{" * 20_000,
        b"{\\rtf1 \\bin999999999 x}",
    ],
    ids=["hollow", "cut", "no content", "broken content", "open groups", "binary beyond the end"],
)
def test_hostile_old_file_is_one_refusal(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_office, "_SECONDS", 8)
    try:
        assert read(data, "a.doc").blocks
    except ReadError as error:
        assert error.code.startswith("READ-")
        assert error.hint


def fake(folder: Path, script: str) -> str:
    """An office that does what the script says."""
    command = folder / "soffice"
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o755)
    return str(command)


@pytest.mark.skipif(not hasattr(__import__("os"), "killpg"), reason="needs process groups")
def test_office_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_office, "_SECONDS", 1)
    mark = tmp_path / "child"
    command = fake(tmp_path, f"(sleep 3; echo alive > {mark}) & sleep 60")
    monkeypatch.setattr(_office, "office", lambda: command)
    with pytest.raises(ReadError, match="READ-TIMEOUT"):
        _office.to_docx(b"x", "doc", "a.doc")
    time.sleep(2.5)
    assert not mark.exists()


@pytest.mark.skipif(not hasattr(__import__("os"), "killpg"), reason="needs a shell")
def test_office_is_called_apart_from_the_user_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    script = (
        f'echo "$@" > {told}; env >> {told}; cat profile/user/registrymodifications.xcu >> {told}; pwd > {told}.place'
    )
    command = fake(tmp_path, script)
    monkeypatch.setattr(_office, "office", lambda: command)
    monkeypatch.setenv("SECRET_TOKEN", "x")
    with pytest.raises(ReadError, match="READ-DAMAGED"):
        _office.to_docx(b"x", "doc", "a.doc")
    text = told.read_text()
    assert "-env:UserInstallation=file://" in text
    assert "--headless" in text
    assert "--convert-to docx" in text
    assert "DisableMacrosExecution" in text
    assert "SECRET_TOKEN" not in text
    assert not Path((tmp_path / "told.place").read_text().strip()).exists()


def test_office_that_cannot_be_started_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_office, "office", lambda: str(tmp_path / "nothing"))
    with pytest.raises(ReadError, match="READ-NEEDS-OFFICE"):
        _office.to_docx(b"x", "doc", "a.doc")


def test_other_archives_are_left_to_their_readers() -> None:
    assert not READER.accepts(archive({"word/document.xml": ""}), "a.odt")
