"""Lines of a page → its margins, whatever stands at the ends of the lines."""

from tests.layout.page_of_text import PAGE
from toolkit.layout.margins import setting_of
from toolkit.layout.textlines import TextLine


def _line(text: str, row: int, size: float = 10.0) -> TextLine:
    edges = tuple(50 + size * place for place in range(len(text) + 1))
    return TextLine(PAGE, text, edges, 20.0 * row, 20.0 * row + size, size)


def test_marks_that_hang_over_the_margin_do_not_widen_the_text() -> None:
    full = "本年度完成河道清淤十二公里并建成泵站两座" * 2
    lines = [_line(full, 1), _line(f"{full}，", 2), _line(full, 3), _line(f"{full}。", 4), _line(full, 5)]
    assert setting_of(lines).of(lines[0]).right == 50 + 10 * len(full)
