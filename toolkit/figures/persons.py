"""Sentence with its brackets → sum relations of two sorts that exclude each other with the whole that they belong to.

“在职60人，按身份分，行政人员40人、事业人员20人”, “行政人员（40人）与事业人员（20人）合计60人”: some may be of
neither, so only sorts that are more than their whole are wrong.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from toolkit.figures.inline import Inline, inline
from toolkit.figures.sentence import Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import alike, dimension, known, sum_relation, value_of
from toolkit.figures.wholeness import are_complements
from toolkit.model.figure import Relation
from toolkit.patterns import regex

_EDGE: Final = regex(
    r"^(?:其中|具体|即|包括|含|内含|属于?|为|由|和|与|及|以及|有|是|按[^,;]{0,6}[分看类])+|(?:的|有|为|是|达|共|共有|计|占|分别)+$"
)
_OWN: Final = (
    "截[至止]|年度?|[年月]?末|[年月]?底|[单本]位|单位|[我本全]?局|机关|学校|医院|[我全](?:单位|[校院所馆站队厅委办镇乡])|实有人数|"
    r"(?:19|20)\d\d年度?|全部|[实现共总]有|实际|在[职编岗册]|编制?内|人员|干部|职工|人数|总[人数]?|[合共总小]计|共|计|数|情况|"
    "构成|[两]?者|两类|以上|按|从|身份|性质|分类?|看|其|有|的|为|是|达|名|中|由|职|本"
)
_SORT: Final = regex(
    rf"(?:{_OWN})*+(?:(?:行政|事业)(?:编制?)?(?:人员|干部|职工)|公务员|参公人员|[男女]性?(?:职工|干部|人员)?)"
)
_WHOLE: Final = regex(rf"(?:{_OWN})*+")
_ALL: Final = regex("在[职编岗册]|实有|职工|干部|人员总|总人|合计|[共总]计|总数")
_NOT_ALL: Final = regex(
    "编制(?!内)|核定|定编|控制|退休|离[退休岗]|遗属|临时|聘|劳务|派遣|编外|借调|其他|上年|去年|党员|女|新[增进招]|调[入出]|减|"
    "培训|参[加会训]|服务|慰问|走访|专业技术|职称|其中|平均|均"
)
_BY: Final = regex("[由分含]")
_PEOPLE: Final = frozenset({"人", "名"})
_DASH: Final = regex("[-—]+")
_CLOSED: Final = regex("(?:组成|构成|合计|[共合总]计|等)?")


def persons_in(sentence: Sentence, figures: Sequence[Inline], told: Sequence[Relation]) -> Iterator[Relation]:
    """The sum of two such sorts that stand in one sentence, unless `told` already holds one of their figures."""
    summed = {id_ for relation in told if relation.type == "sum" for id_ in relation.operand_ids}
    found = [
        (one, other)
        for one, other in pairwise(figures)
        if _are_persons(one.spot, other.spot)
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
    like = [one for one in figures if one not in pair and known(one.spot) and _are_persons(one.spot, pair[0].spot)]
    return like if all(_is_all(one.words + _BY.split(one.behind)[0]) for one in like) else []


def _is_all(words: str) -> bool:
    """Whether words about a figure say that it is of all persons, and of no other kind of them."""
    if not words:
        return False
    return _WHOLE.fullmatch(words) is not None or (_ALL.search(words) is not None and not _NOT_ALL.search(words))


def _are_persons(*spots: Spot) -> bool:
    """Whether all count people, in one word or two: 60人, 包括40名…."""
    return alike(*spots) or all(known(spot) and dimension(spot)[0] in _PEOPLE for spot in spots)


def _name(one: Inline) -> str:
    return _EDGE.sub("", _DASH.split(one.words)[-1])
