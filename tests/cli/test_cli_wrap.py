"""Wrapping of Chinese and mixed text by cells."""

import pytest

from toolkit.cli.console import Screen
from toolkit.cli.wrap import clipped, padded, wrap
from toolkit.text import cells_wide


@pytest.mark.parametrize("width", [10, 17, 30])
def test_no_line_is_wider_than_asked_and_no_character_is_lost(width: int) -> None:
    text = "各项 85.50 + 执行 10.00 = 95.50，报告（96.00）多 0.50；全年执行数387,236.73万元。" * 3
    lines = wrap(text, width)
    assert max(cells_wide(line) for line in lines) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_number_is_not_torn() -> None:
    assert wrap("全年执行数387,236.73万元", 14) == ["全年执行数", "387,236.73万元"]


def test_closing_mark_does_not_begin_a_line() -> None:
    assert all(not line.startswith(("，", "。", "）")) for line in wrap("一二三四，五六七八。（九十）", 8))


def test_opening_mark_does_not_end_a_line() -> None:
    assert not any(line.endswith("（") for line in wrap("一二三（四五六）七", 8))


def test_given_line_breaks_stay() -> None:
    assert wrap("一\n\n二", 20) == ["一", "", "二"]


def test_endless_word_is_cut() -> None:
    assert wrap("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


def test_padding_and_clipping_count_cells() -> None:
    assert padded("中文", 6) == "中文  "
    assert padded("1", 3, right=True) == "  1"
    assert clipped("中文字符", 5) == "中文…"


def test_table_columns_line_up_and_fit() -> None:
    rows = [("SCO101", "总分与各项之和不符" * 4, "1"), ("BUD202", "短", "12.50")]
    lines = list(Screen(width=50).table(("代码", "名称", "分"), rows, "分"))
    assert max(cells_wide(line) for line in lines) <= 50
    assert lines[-1].endswith("12.50")


def test_empty_column_is_left_out_and_long_cells_are_cut() -> None:
    lines = list(Screen(width=20).table(("甲", "乙"), [("字" * 60, "")], most_lines=2))
    assert lines[0] == "甲"
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_colour_only_where_there_is_one() -> None:
    assert Screen().paint("x", "error") == "x"
    assert Screen(colour=True).paint("x", "error").endswith("x\x1b[0m")
