"""What was measured of each rule is told beside it, and is told of rules that there are."""

import pytest

from toolkit.audit import measured as module
from toolkit.audit.measured import Measured, measured, measured_words
from toolkit.audit.run import rules


def test_measured_rules_are_in_the_catalogue_and_found_no_more_than_was_due() -> None:
    documents, counts = measured()
    assert counts
    assert set(counts) <= set(rules())
    assert all(0 <= one.said <= one.due <= documents and one.wrong >= 0 for one in counts.values())


def test_words_say_what_was_due_and_what_was_not(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {"SCO101": Measured(due=3, said=2, wrong=1, remarks=0), "IND309": Measured(0, 0, 0, 4)}
    monkeypatch.setattr(module, "measured", lambda: (60, counts))
    told = "实测（自拟报告测试组 60 份次）："
    assert measured_words("SCO101") == f"{told}应报 3，报出 2，召回率 66.6%；误报为数据矛盾 1。"
    assert measured_words("IND309").endswith("没有植入这种差错；误报为数据矛盾 0。无误的报告上作待核实或提示 4 处。")
    assert measured_words("BUD999") == f"{told}没有植入这种差错；误报为数据矛盾 0。"
