"""Sentence → share relations: “其中A 30万元，占60%”, “占B 500万元的60%”, where both amounts are printed."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from toolkit.figures.listing import Listing
from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.spot import Passage, Spot
from toolkit.figures.verdict import dimension, is_percent, known, printed_bounds, quotient_relation
from toolkit.measure.money_words import OF_EACH
from toolkit.model.figure import Relation
from toolkit.patterns import regex
from toolkit.text import key

_VERB = r"(?:为|达到|达|约为|约|:)?"
_SHARE = regex(
    rf"(?P<part>{NUMBER})[^,;\ue000]{{0,4}},?(?:所|约)?占(?:比|(?:(?P<of>[^,;\ue000]{{0,24}}?)的?(?:比重|比例|份额)?))"
    rf"(?:{_VERB})\s*(?P<share>{NUMBER})"
)
_SHARE_OF_AMOUNT = regex(
    rf"(?P<part>{NUMBER})[^,;\ue000]{{0,4}},?(?:所|约)?占[^,;\ue000]{{1,24}}(?P<whole>{NUMBER})(?:[^,;\ue000]{{0,6}})?的(?:比重|比例)?{_VERB}\s*(?P<share>{NUMBER})"
)
_SHARE_FIRST = regex(rf"(?P<share>{NUMBER}),?(?:即|也就是|计|合)\s*(?P<part>{NUMBER})")
_TOTAL_WORDS = frozenset(("", "总数", "总额", "总量", "全部", "合计", "总数量", "总金额", "其", "总"))
_TELLING = 5
_TOTAL = regex(r"(?:总数量?|总额|总量|总人数|总金额)$")
_MOST_BEFORE = 4
_OTHER_BASE = regex(r"全[市县区省国]|同期|上年|各类|其中|累计|另|分别|;")
_OF_ONE = regex(rf"(?:每[一-鿿]{{1,3}}|{OF_EACH})[^,;:\ue000]{{0,4}}$")  # 每人6000元: no whole that has parts
_YEAR_HEAD = regex(r"^(?:\ue002\ue003*|全年|当年|本年|年度)+")


class Named:
    """Numerals of a passage by the name they bear and what they are counted in, in order."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage

    @cached_property
    def _by_name(self) -> dict[tuple[str, tuple[str | None, bool]], list[Spot]]:
        found: dict[tuple[str, tuple[str | None, bool]], list[Spot]] = defaultdict(list)
        for spot in self._passage.spots:
            if spot.name:
                found[key(spot.name), dimension(spot)].append(spot)
        return found

    def only_before(self, part: Spot, words: str) -> Spot | None:
        """The only numeral before `part` that bears just this name and is counted like it."""
        same = self._by_name.get((words, dimension(part)), [])
        return same[0] if bisect_right(same, part.start, key=lambda spot: spot.end) == 1 else None


def shares_in(sentence: Sentence, listings: list[Listing], named: Named) -> Iterator[Relation]:
    """Share relations of one sentence; the denominator stands beside 占, is the whole of the list, or the only figure
    before it in the passage that bears the very name after 占."""
    wholes = {item.spot.id: listing for listing in listings for item in listing.items}
    taken: set[str] = set()
    for found in _SHARE_OF_AMOUNT.finditer(sentence.text):
        part, amount, share = (sentence.spot(found, group) for group in ("part", "whole", "share"))
        taken.add(share.id)
        yield from _share(part, amount, share)
    for found in _SHARE_FIRST.finditer(sentence.text):
        part, share = sentence.spot(found, "part"), sentence.spot(found, "share")
        if is_percent(share):
            listing = wholes.get(part.id)
            others = [listing.whole] if listing else [spot for _, _, spot in sentence.runs if spot.id != part.id]
            made = (one for whole in others for one in _share(part, whole, share))
            yield from [one for one in made if listing or one.holds][:1]
    for found in _SHARE.finditer(sentence.text):
        part, share = sentence.spot(found, "part"), sentence.spot(found, "share")
        listing = wholes.get(part.id)
        if share.id in taken:
            continue
        if listing is not None and listing.adjacent and _means_whole(found["of"] or "", listing):
            yield from _share(part, listing.whole, share)
        else:
            words = key(_YEAR_HEAD.sub("", (found["of"] or "").strip())).removesuffix("的")
            whole = named.only_before(part, words) if _is_name(words) else None
            if whole is not None:
                yield from _share(part, whole, share)
            elif listing is None or not listing.adjacent:
                yield from _of_the_one_before(sentence, found, part, share)


def _means_whole(of: str, listing: Listing) -> bool:
    """Whether the words after 占 name the whole of the list."""
    words = key(_YEAR_HEAD.sub("", of.strip())).removesuffix("的")
    if words in _TOTAL_WORDS:
        return True
    name, bare = key(listing.whole.name or ""), _TOTAL.sub("", words)
    return bool(name) and (name.endswith(words) or (bool(bare) and name.endswith(bare)))


def _is_name(words: str) -> bool:
    """Whether the words after 占 are telling enough to find a figure by its name."""
    return len(words) >= _TELLING and "\ue000" not in words


def _of_the_one_before(sentence: Sentence, found: re.Match[str], part: Spot, share: Spot) -> Iterator[Relation]:
    """“抽检300批次，不合格12批次，占4%”: a share of the figure before, where it holds, or where 占 is all it says and
    the two stand alone."""
    before = [
        spot for _, end, spot in sentence.runs if end <= found.start("part") and dimension(spot) == dimension(part)
    ]
    words = key((found["of"] or "").strip())
    for whole in reversed(before[-_MOST_BEFORE:]):
        held = next(_share(part, whole, share), None)
        if held is not None and held.holds:
            yield held
            return
    first = "占" not in sentence.text[: found.start("part")]
    if (
        first
        and len(before) == 1
        and (not words or key(before[0].name or "") == words)
        and not _OTHER_BASE.search(sentence.text)
        and not _OF_ONE.search(sentence.text[: before[0].start - sentence.start])
        and not printed_bounds(part).meets(printed_bounds(before[0]))  # 8500万元，即0.85亿元，占八成五
    ):
        yield from _share(part, before[0], share)


def _share(part: Spot, whole: Spot, share: Spot) -> Iterator[Relation]:
    if not (known(part) and known(whole) and known(share)) or dimension(share)[0] != "1":
        return
    if dimension(part) != dimension(whole) or is_percent(part):
        return
    found = quotient_relation("share", part, whole, share)
    if found:
        yield found
