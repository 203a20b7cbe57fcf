"""Folding of printed text: what is folded alone is folded among others, and nothing moves."""

from toolkit.text import fold, fold_widths


def test_each_character_is_folded_alone_as_among_all_others() -> None:
    everything = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    assert "".join(map(fold_widths, everything)) == fold_widths("".join(everything))


def test_folding_makes_widths_and_marks_one() -> None:
    assert fold_widths("（１，２３４．５％）—“万”") == '(1,234.5%)-"万"'


def test_folded_positions_lead_back_to_the_print() -> None:
    printed = "得分　９ ５．５分"
    folded = fold(printed)
    start = folded.text.index("95.5")
    first, last = folded.span(start, start + 4)
    assert printed[first:last] == "９ ５．５"
