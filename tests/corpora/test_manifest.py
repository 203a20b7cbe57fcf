"""The manifest names every sample with its present sha256 and split."""

import json
import os
import re

from corpora import manifest
from tests.corpora.documents import SAMPLES, document_of, read


def test_manifest_matches_the_files() -> None:
    """JIXIAO_WRITE_MANIFEST=1 writes it anew (as `python corpora/manifest.py` does)."""
    if os.environ.get("JIXIAO_WRITE_MANIFEST"):
        manifest.MANIFEST.write_text(manifest.rendered(), encoding="utf-8")
    assert manifest.MANIFEST.read_text(encoding="utf-8") == manifest.rendered()


def test_every_file_in_the_folder_is_listed() -> None:
    samples = json.loads(manifest.MANIFEST.read_text(encoding="utf-8"))["samples"]
    listed = {entry[key]["path"] for entry in samples for key in ("document", "truth")}
    assert listed == {f"samples/{path.name}" for path in SAMPLES.iterdir()}


def test_pdfs_are_small() -> None:
    assert all(path.stat().st_size < 240_000 for path in SAMPLES.glob("*.pdf"))


def test_pdf_and_docx_say_what_their_source_says() -> None:
    """Every clause of the HTML source stands in the made file."""
    for source in (SAMPLES.parent / "sources").glob("*.html"):
        made, _ = read(document_of(source.stem))
        clauses = re.split(r"[，。；：]", read(source)[0])
        lost = [clause for clause in clauses if clause not in made]
        assert len(lost) <= len(clauses) // 20, lost
