"""Sentence → share relations: “其中A 30万元，占60%”, “占B 500万元的60%”, where both amounts are printed."""

import re
from collections.abc import Iterator

from toolkit.figures.listing import Listing
from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import dimension, is_percent, known, quotient_relation
from toolkit.model.figure import Relation
from toolkit.text import key

_VERB = r"(?:为|达到|达|约为|约|:)?"
_SHARE = re.compile(
    rf"(?P<part>{NUMBER})[^,;\ue000]{{0,4}},?(?:所|约)?占(?:比|(?:(?P<of>[^,;\ue000]{{0,24}}?)的?(?:比重|比例|份额)?))"
    rf"(?:{_VERB})\s*(?P<share>{NUMBER})"
)
_SHARE_OF_AMOUNT = re.compile(
    rf"(?P<part>{NUMBER})[^,;\ue000]{{0,4}},?(?:所|约)?占[^,;\ue000]{{1,24}}(?P<whole>{NUMBER})(?:[^,;\ue000]{{0,6}})?的(?:比重|比例)?{_VERB}\s*(?P<share>{NUMBER})"
)
_TOTAL_WORDS = frozenset(("", "总数", "总额", "总量", "全部", "合计", "总数量", "总金额", "其", "总"))
_TELLING = 5
_YEAR_HEAD = re.compile(r"^(?:\ue002\ue003*|全年|当年|本年|年度)+")


def shares_in(sentence: Sentence, listings: list[Listing]) -> Iterator[Relation]:
    """Share relations of one sentence; the denominator stands beside 占, or is the whole of the list."""
    wholes = {item.spot.id: listing for listing in listings for item in listing.items}
    taken: set[str] = set()
    for found in _SHARE_OF_AMOUNT.finditer(sentence.text):
        part, whole, share = (sentence.spot(found, group) for group in ("part", "whole", "share"))
        taken.add(share.id)
        yield from _share(part, whole, share)
    for found in _SHARE.finditer(sentence.text):
        part, share = sentence.spot(found, "part"), sentence.spot(found, "share")
        listing = wholes.get(part.id)
        if share.id in taken:
            continue
        if listing is not None and listing.adjacent and _means_whole(found["of"] or "", listing):
            yield from _share(part, listing.whole, share)
        else:
            named = _named(sentence, found["of"] or "", part)
            if named is not None:
                yield from _share(part, named, share)


def _means_whole(of: str, listing: Listing) -> bool:
    """Whether the words after 占 name the whole of the list."""
    words = key(_YEAR_HEAD.sub("", of.strip())).removesuffix("的")
    if words in _TOTAL_WORDS:
        return True
    name = key(listing.whole.name or "")
    return bool(name) and (name == words or name.endswith(words))


def _named(sentence: Sentence, of: str, part: Spot) -> Spot | None:
    """The only figure of the paragraph that bears the very name after 占, where that name is telling."""
    words = key(_YEAR_HEAD.sub("", of.strip())).removesuffix("的")
    if len(words) < _TELLING or "\ue000" in words:
        return None
    same = [
        spot
        for spot in sentence.passage.spots
        if spot.end <= part.start and key(spot.name or "") == words and dimension(spot) == dimension(part)
    ]
    return same[0] if len(same) == 1 else None


def _share(part: Spot, whole: Spot, share: Spot) -> Iterator[Relation]:
    if not (known(part) and known(whole) and known(share)) or not is_percent(share):
        return
    if dimension(part) != dimension(whole) or is_percent(part):
        return
    found = quotient_relation("share", part, whole, share)
    if found:
        yield found
