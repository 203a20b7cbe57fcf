"""Spans that a person marked in spaCy become a truth; what cannot be one is refused with its place."""

import json
import warnings
from pathlib import Path

import pytest

from toolkit.corpus.annotation import adopt
from toolkit.corpus.check import check
from toolkit.errors import UsageError

LINE = "培训场次（10分）目标12场，实际9场，自评得7.5分，因疫情停办扣2.5分"
TEXT = f"柳溪县水利局2023年度自评报告\n\n自评总分97分。\n\n{LINE}。\n"
HEAD = [("ENTITY", "柳溪县水利局")]
SPANS = [
    ("NAME", "培训场次"),
    ("MAX_SCORE", "10"),
    ("TARGET", "12场"),
    ("ACTUAL", "9场"),
    ("CLAIMED_SCORE", "7.5"),
    ("REASON", "疫情停办"),
    ("POINTS", "2.5"),
]


def _docbin(path: Path, *texts: tuple[str, list[tuple[str, str]], dict[str, float]]) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from spacy.tokens import Doc, DocBin
        from spacy.vocab import Vocab
    vocab, made = Vocab(), DocBin(store_user_data=True)
    for text, spans, cats in texts:
        doc = Doc(vocab, words=list(text), spaces=[False] * len(text))
        places = [(text.rindex(said), text.rindex(said) + len(said), label) for label, said in spans]
        doc.spans["truth"] = [doc.char_span(*place) for place in places]
        doc.cats = cats
        made.add(doc)
    made.to_disk(path)
    return path


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "柳溪.md"
    path.write_text(TEXT, "utf-8")
    return path


def test_marked_spans_become_a_truth(tmp_path: Path, document: Path) -> None:
    marked = _docbin(tmp_path / "柳溪.spacy", (TEXT.splitlines()[0], HEAD, {}), (LINE, SPANS, {"D13": 1.0, "D2": 0.0}))
    truth = json.loads(adopt(marked, document, tmp_path / "mine").read_text("utf-8"))
    assert truth["identity"] == {"entity": "柳溪县水利局"}
    (line,) = truth["indicators"]
    assert (line["name"], line["target"], line["actual"], line["max_score"]) == ("培训场次", "12场", "9场", "10")
    assert line["reasons"] == [{"text": "疫情停办", "points": "2.5", "categories": ["D13"]}]
    assert check(tmp_path / "mine") == (1, [])


@pytest.mark.parametrize(
    ("text", "spans", "code", "place"),
    [
        (LINE.replace("疫情", "停电"), [("NAME", "培训场次"), ("REASON", "停电停办")], "CORPUS-QUOTE", "reasons[0]"),
        (LINE, [], "CORPUS-EMPTY", "柳溪.spacy"),
        (LINE, [("GOAL", "12场")], "CORPUS-ANNOTATION", "第 1 段"),
        (LINE, [("TARGET", "12场")], "CORPUS-ANNOTATION", "NAME"),
        (LINE, [("NAME", "培训场次"), ("POINTS", "2.5")], "CORPUS-ANNOTATION", "POINTS"),
        (LINE, [("NAME", "培训场次"), ("TARGET", "12场"), ("TARGET", "9场")], "CORPUS-ANNOTATION", "TARGET"),
    ],
)
def test_what_is_no_truth_is_refused_with_its_place(
    tmp_path: Path, document: Path, text: str, spans: list[tuple[str, str]], code: str, place: str
) -> None:
    marked = _docbin(tmp_path / "柳溪.spacy", (text, spans, {}))
    with pytest.raises(UsageError) as refused:
        adopt(marked, document, tmp_path / "mine")
    assert refused.value.code == code
    assert place in refused.value.message
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("data", [b"", b"{}", b"PK\x03\x04 no DocBin"])
def test_what_is_no_docbin_is_refused(tmp_path: Path, document: Path, data: bytes) -> None:
    path = tmp_path / "柳溪.spacy"
    path.write_bytes(data)
    with pytest.raises(UsageError, match="CORPUS-ANNOTATION"):
        adopt(path, document, tmp_path / "mine")
