"""Signs that an office sets in a symbol font → the same signs from the PDF that it prints."""

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from toolkit.corpus.render._office import missing, to_pdf
from toolkit.model.document import Paragraph
from toolkit.readers import read


@pytest.mark.skipif(missing() is not None, reason="needs LibreOffice")
def test_signs_of_a_symbol_font_are_read_from_print() -> None:
    written, file = docx.Document(), io.BytesIO()
    line = written.add_paragraph()
    line.add_run()._r.append(parse_xml(f'<w:sym {nsdecls("w")} w:font="Symbol" w:char="F0B3"/>'))
    line.add_run("12次")
    written.save(file)
    (printed,) = to_pdf([file.getvalue()], "docx")
    (paragraph,) = read(printed, "report.pdf").blocks
    assert isinstance(paragraph, Paragraph) and paragraph.text == "≥12次"


@pytest.mark.skipif(missing() is not None, reason="needs LibreOffice")
def test_the_bullets_that_offices_set_are_dots() -> None:
    written, file = docx.Document(), io.BytesIO()
    for text in ("整治行政村7个", "清运垃圾1460车"):
        written.add_paragraph(text, style="List Bullet")
    written.save(file)
    (printed,) = to_pdf([file.getvalue()], "docx")
    texts = [block.text for block in read(printed, "report.pdf").blocks if isinstance(block, Paragraph)]
    assert [text.lstrip("·• ") for text in texts] == ["整治行政村7个", "清运垃圾1460车"]
    assert all(text[0] in "·•" for text in texts)
