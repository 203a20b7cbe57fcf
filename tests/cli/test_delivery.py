"""What was lost in reading → one line on stderr for each note."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.made_dossier import made_extraction
from toolkit.cli.delivery import Watched
from toolkit.errors import ExitStatus
from toolkit.model.document import Note
from toolkit.pipeline.sources import Gathered, SourceFile


def test_note_names_its_page_once(capsys: pytest.CaptureFixture[str]) -> None:
    notes = (Note("PAGE-OCR", "第2页是图像，文字由识别得到", 2), Note("ROW-CUT", "一行不完整", 3))
    made = made_extraction()
    result = replace(made, document=replace(made.document, notes=notes))
    watched = Watched(Gathered((SourceFile(Path("a.pdf"), "a.pdf"),), many=False), lambda _: ExitStatus.OK)
    assert list(watched.each([result])) == [result]
    told = capsys.readouterr().err
    assert "：“made.md”第2页是图像" in told.replace(made.document.source.name, "made.md")
    assert told.count("第2页") == 1
    assert "第3页 一行不完整" in told
