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
        if share.id in taken or listing is None or not listing.adjacent:
            continue
        if _means_whole(found["of"] or "", listing):
            yield from _share(part, listing.whole, share)


def _means_whole(of: str, listing: Listing) -> bool:
    """Whether the words after 占 name the whole of the list."""
    words = key(_YEAR_HEAD.sub("", of.strip())).removesuffix("的")
    if words in _TOTAL_WORDS:
        return True
    name = key(listing.whole.name or "")
    return bool(name) and (name == words or name.endswith(words))


def _share(part: Spot, whole: Spot, share: Spot) -> Iterator[Relation]:
    if not (known(part) and known(whole) and known(share)) or not is_percent(share):
        return
    if dimension(part) != dimension(whole) or is_percent(part):
        return
    found = quotient_relation("share", part, whole, share)
    if found:
        yield found
