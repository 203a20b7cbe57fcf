"""Sentence with its brackets → sum relations of two sorts that exclude each other with the whole that they belong to.

“在职60人，按身份分，行政人员40人、事业人员20人”, “行政人员（40人）与事业人员（20人）合计60人”: some may be of
neither, so only sorts that are more than their whole are wrong.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from toolkit.figures.inline import Inline, inline
from toolkit.figures.sentence import Sentence
from toolkit.figures.verdict import alike, known, sum_relation, value_of
from toolkit.figures.wholeness import are_complements
from toolkit.model.figure import Relation

_EDGE: Final = re.compile(
    r"^(?:其中|具体|即|包括|含|内含|属于?|为|由|和|与|及|以及|有|是|按[^,;]{0,6}[分看类])+|(?:的|有|为|是|达|共|共有|计|分别)+$"
)
_OWN: Final = (
    "截[至止]|年度?|[年月]?末|[年月]?底|[单本]位|单位|[我本全]?局|机关|学校|医院|[我全](?:单位|[校院所馆站队厅委办镇乡])|实有人数|"
    r"(?:19|20)\d\d年度?|全部|[实现共总]有|实际|在[职编岗册]|编制?内|人员|干部|职工|人数|总[人数]?|[合共总小]计|共|计|数|情况|"
    "构成|[两]?者|两类|以上|按|从|身份|性质|分类?|看|其|有|的|为|是|达|名|中|由|职|本"
)
_SORT: Final = re.compile(
    rf"(?:{_OWN})*+(?:行政人员|行政干部|公务员|参公人员|事业人员|事业干部|[男女]性?(?:职工|干部|人员)?)"
)
_WHOLE: Final = re.compile(rf"(?:{_OWN})*+")
_CLOSED: Final = re.compile("(?:组成|构成|合计|[共合总]计|等)?")


def persons_in(sentence: Sentence, asides: Sequence[Sentence], told: Sequence[Relation]) -> Iterator[Relation]:
    """The sum of two such sorts that stand in one sentence, unless `told` already holds one of their figures."""
    figures = inline(sentence, asides)
    summed = {id_ for relation in told if relation.type == "sum" for id_ in relation.operand_ids}
    found = [
        (one, other)
        for one, other in pairwise(figures)
        if alike(one.spot, other.spot)
        and are_complements([_name(one), _name(other)], sentence.text)
        and _SORT.fullmatch(_name(one))
        and _SORT.fullmatch(_name(other))
        and _CLOSED.fullmatch(other.behind)
    ]
    if len(found) != 1 or summed.intersection(spot.id for spot in (found[0][0].spot, found[0][1].spot)):
        return
    pair = found[0]
    others = _wholes(figures, pair)
    if not others and sentence.previous is not None and figures[0] is pair[0]:
        others = _wholes(inline(sentence.previous, ()), pair)
    if len(others) == 1:
        (whole,) = others
        relation = sum_relation([one.spot for one in pair], whole.spot, [_name(one) for one in pair])
        if relation.holds or sum(value_of(one.spot) for one in pair) > value_of(whole.spot):
            yield relation


def _wholes(figures: Sequence[Inline], pair: tuple[Inline, Inline]) -> list[Inline]:
    """The figures that may be all the persons; none where the words of one do not tell."""
    like = [one for one in figures if one not in pair and known(one.spot) and alike(one.spot, pair[0].spot)]
    clear = all(one.words + one.behind and _WHOLE.fullmatch(one.words + one.behind) for one in like)
    return like if clear else []


def _name(one: Inline) -> str:
    return _EDGE.sub("", one.words)
