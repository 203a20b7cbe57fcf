"""The two halves of a sheet that was wider than the paper → one table; two forms of one print stay two."""

from tests.layout.test_stitch import line, piece, texts
from toolkit.layout.beside import append_beside, left_part
from toolkit.layout.pieces import Piece
from toolkit.layout.textlines import TextLine

LEFT: list[list[str | None]] = [
    ["项目", "目标", "完成"],
    ["渠道", "5公里", "5公里"],
    ["水闸", "3座", "2座"],
    ["合计", "", ""],
]
RIGHT: list[list[str | None]] = [
    ["分值", "得分", "原因"],
    ["60", "60", ""],
    ["40", "26.7", "征地慢"],
    ["100", "86.7", ""],
]


def _titled(left: Piece) -> list[Piece | TextLine]:
    return [line(left.frame, "绩效自评表", 200, 20), left]


def test_rows_at_the_same_heights_without_a_title_go_beside_the_left_ones() -> None:
    left, right = piece(1, LEFT), piece(2, RIGHT)
    assert left_part(_titled(left), right, []) is left
    append_beside(left, right)
    assert texts(left) == [[str(text) for text in (*one, *other)] for one, other in zip(LEFT, RIGHT, strict=True)]
    assert left.pages == [1, 2] and left.columns == 6


def test_what_may_be_a_table_of_its_own_stays_one() -> None:
    left = piece(1, LEFT)
    again = [LEFT[0], ["泵站", "2座", "2座"], LEFT[2], LEFT[3]]
    assert left_part(_titled(left), piece(2, again), []) is None, "a further form of the same print"
    assert left_part(_titled(left), piece(3, RIGHT), []) is None, "a page lies between"
    assert left_part(_titled(left), piece(2, RIGHT, top=80), []) is None, "it begins elsewhere"
    assert left_part(_titled(left), piece(2, RIGHT[:3]), []) is None, "it has fewer rows"
    right = piece(2, RIGHT)
    assert left_part(_titled(left), right, [line(right.frame, "附表2", 60, 20)]) is None, "it has a title"
    assert left_part([left], right, []) is None, "neither has one"
