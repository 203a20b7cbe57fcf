"""`jixiao classify`: the contract's lines, abstention, and no numeric library for it."""

import json
import subprocess
import sys

from toolkit.nlp.classify import categories, classify


def _lines(*arguments: str, given: str = "") -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "classify", *arguments],
        input=given, capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_reason_has_its_categories() -> None:
    (line,) = _lines("扣分原因：政府采购合同未按时备案，扣0.5分")
    assert list(line) == ["text_index", "role", "probability", "categories", "abstained"]
    assert (line["text_index"], line["role"], line["abstained"]) == (0, "reason", False)
    assert [list(one) for one in line["categories"]] == [["code", "probability"]]  # type: ignore[attr-defined]
    assert line["categories"][0]["code"] == "D4"  # type: ignore[index]


def test_lines_of_stdin_are_numbered() -> None:
    lines = _lines("-", given="下一步将加快支付进度\n本项分值5分，自评得5分\n")
    assert [(line["text_index"], line["role"]) for line in lines] == [(0, "measure"), (1, "score")]
    assert all(line["categories"] == [] for line in lines)


def test_what_is_unknown_is_abstained_from() -> None:
    for text in ("", "   ", "\x00", "qwerty"):
        assert classify(text).abstained


def test_sure_categories_are_a_part_of_those_listed() -> None:
    text = "因采购两次流标，且设备款没有支付"
    assert set(categories(text, sure=True)) <= set(categories(text))
    assert {one.code for one in categories(text)} == {"D2", "D4"}


def test_classifying_needs_no_numeric_library() -> None:
    program = (
        "import sys; from toolkit.nlp.classify import classify; classify('因设备未到货扣1分')\n"
        "print({'numpy', 'sklearn', 'jieba', 'spacy', 'scipy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
