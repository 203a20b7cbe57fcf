"""Whatever is typed: a score within 0…points with its steps, or one of the contract's reasons."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.scoring.line import score_line

PIECES = st.sampled_from(
    [
        *(
            "每",
            "低于",
            "超过",
            "1个百分点",
            "5%",
            "扣",
            "0.5分",
            "得",
            "满分",
            "不得分",
            "90%",
            "80%-",
            "≥",
            "<",
            "以上",
        ),
        *(
            "（含）",
            "完成率",
            "目标值",
            "按比例",
            "计分",
            "，",
            "。",
            "；",
            "否则",
            "发现一例",
            "酌情",
            "未完成",
            "的",
            "不足",
        ),
        *("天", "延迟", "完成", "×", "分值", "=", "/", "无", "2例", "-3%", "0", "万元", "12月底前"),
    ]
)
TEXT = st.lists(PIECES, max_size=9).map("".join)


@settings(max_examples=300)
@given(TEXT, TEXT, TEXT)
def test_every_input_gives_a_score_or_a_reason(target: str, actual: str, criterion: str) -> None:
    result = score_line(Decimal(5), target or None, actual or None, criterion or None)
    assert (result.recomputed is None) == (result.why_not is not None)
    if result.recomputed is not None:
        assert 0 <= result.recomputed.low <= result.recomputed.high <= 5
        assert result.steps
    else:
        assert result.why_not in {"qualitative", "discretionary", "needs-facts", "criterion-unread"}
