"""The spaCy pipeline: tokens joined are the text, figures whole, spans where the patterns say so."""

import pytest

from toolkit.nlp.pipeline import patterns, pipeline


def _spans(text: str) -> set[tuple[str, str]]:
    doc = pipeline()(text)
    return {(span.label_, span.text) for span in doc.spans["statements"]}


@pytest.mark.parametrize(
    ("text", "label", "said"),
    [
        ("该指标分值16分，自评得分14.98分。", "SCORE", "分值16分"),
        ("该指标分值16分，自评得分14.98分。", "SCORE", "自评得分14.98分"),
        ("扣分原因是设备到货晚，安装推迟。其他正常。", "REASON", "扣分原因是设备到货晚，安装推迟"),
        ("目标值≥95%，情况良好。", "TARGET", "目标值≥95%"),
        ("实际完成92.5%。", "ACTUAL", "实际完成92.5%"),
    ],
)
def test_statements_are_found(text: str, label: str, said: str) -> None:
    assert (label, said) in _spans(text)


def test_plain_text_has_no_statement() -> None:
    assert _spans("本单位内设五个科室。") == set()
    assert _spans("") == set()


def test_tokens_joined_are_the_text() -> None:
    text = "预算 387,236.73万元，\n执行率98.5%"
    doc = pipeline()(text)
    assert doc.text == text
    assert {"387,236.73", "98.5%"} <= {token.text for token in doc}


def test_every_label_has_patterns() -> None:
    assert set(patterns()) == {"SCORE", "REASON", "TARGET", "ACTUAL", "ORGANISATION"}
