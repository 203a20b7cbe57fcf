"""Characters with boxes → stretches and rows: gaps, blanks, doubles, ligatures, strings turned on end."""

from toolkit.layout.page import Frame, Glyph
from toolkit.layout.stretches import follows, stretches_of, untangled
from toolkit.layout.textlines import line_of, lines_of

PAGE = Frame(1, 600, 800)


def set_at(text: str, x: float, top: float = 100, width: float = 5, height: float = 10) -> list[Glyph]:
    """Each character `width` wide, side by side."""
    return [(char, x + width * n, top, x + width * (n + 1), top + height) for n, char in enumerate(text)]


def test_blank_gap_and_height_end_a_stretch() -> None:
    glyphs = [*set_at("12 34", 0), *set_at("56", 30), *set_at("7", 40, height=12)]
    found = stretches_of(glyphs)
    assert [(stretch.text, stretch.spaced) for stretch in found] == [
        ("12", False),
        ("34", True),
        ("56", False),
        ("7", False),
    ]


def test_string_goes_on_over_a_printed_blank_only() -> None:
    blank, no_blank = stretches_of(set_at("12 34", 0)), stretches_of([*set_at("12", 0), *set_at("34", 15)])
    assert follows(*blank)
    assert not follows(*no_blank)


def test_same_character_struck_twice_is_one_and_two_digits_are_two() -> None:
    struck = [*set_at("1", 0), *set_at("1", 0.4), *set_at("1", 5), *set_at("1", 5.4)]
    assert [line.text for line in lines_of(stretches_of(struck), PAGE)] == ["11"]
    whole = [*set_at("110.55", 0), *set_at("110.55", 0.3)]
    assert [line.text for line in lines_of(stretches_of(whole), PAGE)] == ["110.55"]


def test_kerned_letters_stay_together() -> None:
    (stretch,) = stretches_of([("A", 0, 100, 7, 110), ("V", 6.4, 100, 13, 110)])
    assert stretch.text == "AV"


def test_letters_of_a_ligature_share_its_width() -> None:
    (stretch,) = stretches_of([("o", 0, 100, 5, 110), ("ffi", 5, 100, 14, 110)])
    assert (stretch.text, stretch.lefts, stretch.rights) == ("offi", [0, 5, 8, 11], [5, 8, 11, 14])


def test_string_turned_on_end_is_one_stretch_with_edges_for_each_character() -> None:
    (stretch,) = stretches_of([("goal", 10, 100, 20, 160)])
    line = line_of([stretch], PAGE)
    assert (line.text, len(line.edges), line.top, line.bottom) == ("goal", 5, 100, 160)


def test_stretches_of_one_row_come_from_left_to_right() -> None:
    found = untangled(stretches_of([*set_at("cd", 40), *set_at("ab", 0)]))
    assert [stretch.text for stretch in found] == ["ab", "cd"]
