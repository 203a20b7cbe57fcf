"""Pictures as sources: chosen by content, read where the extra is installed, refused with advice where not."""

from importlib.util import find_spec

import pytest

from tests.readers.pdf.pdf_maker import Page, pdf
from toolkit.errors import ReadError
from toolkit.readers import ReadOptions, read
from toolkit.readers.picture import READER

BROKEN = [b"\x89PNG\r\n\x1a\n" + bytes(50), b"\xff\xd8\xff\xe0" + bytes(50), b"II*\x00" + bytes(40)]
needs_ocr = pytest.mark.skipif(find_spec("rapidocr") is None, reason="the extra ocr is not installed")


def test_picture_without_recognition_is_refused_with_the_way_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("picture", "pdf._ocr_engine"):
        monkeypatch.setattr(f"toolkit.readers.{module}.installed", lambda: None)
    with pytest.raises(ReadError) as refused:
        read(READER.specimen, "a.png")
    assert refused.value.code == "READ-UNSUPPORTED"
    assert "PNG" in refused.value.message
    assert "pip install 'jixiao-toolkit[ocr]'" in refused.value.hint


@needs_ocr
@pytest.mark.parametrize("data", BROKEN)
def test_broken_picture_is_refused_in_silence(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ReadError) as refused:
        read(data, "a.png")
    assert refused.value.code == "READ-DAMAGED"
    assert capfd.readouterr() == ("", "")


@needs_ocr
def test_pages_of_a_tiff_keep_their_numbers() -> None:
    import cv2
    import numpy as np

    line = cv2.imdecode(np.frombuffer(READER.specimen, np.uint8), cv2.IMREAD_COLOR)
    data = cv2.imencodemulti(".tiff", [np.full_like(line, 255), line])[1].tobytes()
    document = read(data, "a.tif", ReadOptions(pages=(2,)))
    assert (document.source.pages, document.source.media_type) == (2, "image/tiff")
    assert [block.id for block in document.blocks] == ["p2.b1", "p2.b2"]
    with pytest.raises(ReadError, match="READ-PAGES"):
        read(data, "a.tif", ReadOptions(pages=(3,)))


def test_scan_without_recognition_is_refused_or_noted_with_the_way_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("_ocr", "_ocr_engine"):
        monkeypatch.setattr(f"toolkit.readers.pdf.{module}.installed", lambda: None)
    with pytest.raises(ReadError) as refused:
        read(pdf(Page().picture(0, 0, 595, 842)), "scan.pdf")
    assert refused.value.code == "READ-NO-TEXT-LAYER"
    assert "pip install 'jixiao-toolkit[ocr]'" in refused.value.hint
    mixed = read(pdf(Page().text(72, 700, "Text"), Page().picture(0, 0, 595, 842)), "mixed.pdf")
    assert [(note.code, note.page, note.severity) for note in mixed.notes] == [("PAGE-NO-TEXT", 2, "loss")]
    assert "jixiao-toolkit[ocr]" in mixed.notes[0].message
    assert mixed.source.reader == "pdf/pdfium"
