"""Which texts name a line outside of its own words, found by looking up what a search through all texts would find."""

import re
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from toolkit.audit.mentions import Mentions
from toolkit.audit.once import once
from toolkit.audit.reasons import _CAUSE, _RULE_TEXT, _holds_cause

WORDS = st.text(alphabet="甲乙丙", max_size=12)
NAMES = st.text(alphabet="甲乙丙", min_size=2, max_size=4)
POINTS = st.sampled_from(["1", "2.0", "2", "0.5", "10", "12.25", "0.05", "100"])
PIECES = st.sampled_from(
    [*"渠道未因素每扣分受影响不足", "扣0.5分", "得满分", "评分标准", "每发现一处扣", "渠道", "不渠道足"]
)


@given(st.lists(WORDS, max_size=6), st.lists(NAMES, min_size=1, max_size=5), WORDS)
def test_mentions_are_those_of_a_search_through_all_texts(texts: list[str], names: list[str], own: str) -> None:
    mentions = Mentions(texts, names)
    for name in names:
        found = {mention.text: mention for mention in mentions.of_name(name)}
        assert set(found) == {text for text in texts if name in text}
        for text, mention in found.items():
            within = bool(own) and own in text and name not in text.replace(own, "", 1)
            assert mention.is_own(name, own) == (text == own or within)


@given(WORDS, WORDS, WORDS, NAMES)
def test_own_words_in_a_longer_text_are_told_from_others(before: str, own: str, after: str, name: str) -> None:
    text, own = f"{before}{name}{own}{after}", f"{name}{own}"
    [mention] = Mentions([text], [name]).of_name(name)
    assert mention.is_own(name, own) == (text == own or name not in text.replace(own, "", 1))


@given(
    st.lists(
        st.tuples(st.sampled_from(["扣", "扣除", "扣减", "扣了", "得"]), POINTS, st.sampled_from(["", "0", "00"])),
        max_size=5,
    )
)
def test_lost_points_are_those_of_a_search_for_them(said: list[tuple[str, str, str]]) -> None:
    texts = [f"台账不全{word}{points}{zeros}分" for word, points, zeros in said]
    mentions = Mentions(texts, ["台账"])
    for points in map(Decimal, ("1", "2", "0.5", "10", "12.25", "0.05", "100", "7")):
        wanted = {
            text
            for text in texts
            for told in re.findall(r"扣(?:除|减|了)?([\d.]+)分", text)
            if Fraction(told) == points
        }
        assert {mention.text for mention in mentions.of_points(points, "台账")} == wanted


@given(st.lists(PIECES, max_size=30), st.integers(0, 3))
def test_a_cause_is_found_in_parts_as_in_the_whole(pieces: list[str], filled: int) -> None:
    text = "渠道养护" * (700 * filled) + "".join(pieces)
    assert _holds_cause(text, "渠道") == bool(_CAUSE.search(_RULE_TEXT.sub("", text.replace("渠道", ""))))


def test_once_asks_again_only_for_another_thing() -> None:
    asked: list[tuple[int, ...]] = []

    @once
    def total(numbers: tuple[int, ...]) -> int:
        asked.append(numbers)
        return sum(numbers)

    first = (1, 2)
    again = (*first,)
    assert [total(first), total(first), total(again), total(first)] == [3, 3, 3, 3]
    assert len(asked) == 3
