"""What a report says of itself in running text: grade, totals written without 分, how many indicators it lists."""

import re
from collections.abc import Iterator

from toolkit.extract.citing import Span, cite_integer, cite_number, cite_text
from toolkit.extract.form import Finds
from toolkit.extract.names import parse_name, spoken_name
from toolkit.extract.prose.graded import END, GRADES, VERB
from toolkit.extract.prose.score_facts import next_of
from toolkit.model.document import Document, Paragraph
from toolkit.model.record import DeclaredCount
from toolkit.patterns import regex
from toolkit.text import fold

_METHOD = "text:claim"
_GRADE = regex(
    rf"(?:(?:自评|评价|评定|绩效|评分|综合)*(?:等级|等次|级别|档次|评级|(?:评价|自评|评定|考评|评分|绩效|综合)的?(?:结果|结论))(?:[为是:,]|评定|确定|属于|定为|被评为|\")*)(?P<first>{GRADES})(?![化质势先选点于秀良好心期级国文]|\s*[□☐☑☒√■✓✔])"
    rf"|(?:评定|评价|评|定|属|结果|结论|分[,(])[为于]?\"(?P<third>{GRADES})\"|(?:评[定为]|定|属|达到|属于|列[为入]?|处于?|归[为入]|判[定为]|[为,:])(?:为|于)?\"?(?P<second>{GRADES})\"?(?:等级|级别|等次|档次|档|等)(?![于案期])"
    rf"|评定[^,。;:\d]{{2,30}}为\"(?P<fifth>{GRADES})\""
    rf"|(?:属于?|列[为入]?|归[为入])\"?(?P<fourth>{GRADES})\"?(?=[(,。;]|$)"
    rf"|(?<![-~—至到≥>≤<\d.])\d{{1,3}}(?:\.\d+)?分(?:[,、;(]+\"?|\")(?P<beside>{GRADES})\"?(?=[,。;)、档]|等[级次]|$)"
    rf"|(?:{VERB}|应为)(?:\"(?P<quoted>{GRADES})\"|\[(?P<boxed>{GRADES})\]|(?P<given>{GRADES}){END})"
    rf"|(?:^|(?<=[。;]))\((?P<ahead>{GRADES})\)(?=[^。;]{{2,50}}分)"
    rf"|(?:总分|得分)[:为]?\d{{1,3}}(?:\.\d+)?[,、](?P<told>{GRADES})(?=[,。;(]|$)"
    r"|(?<!信用)(?<!资质)(?:等级|等次|档次|评级)(?:[为是:]|评定|确定|\")*(?P<letter>[A-D]级)"
)
_BOUND = regex(  # 90分（含）以上的，等级为优
    r"(?:(?:\d(?:分|\(不?含\)|%)*[-~至到]+|[≥>≤<])\d+(?:\.\d+)?分?(?:\(不?含\d*分?\))?|\d分?(?:\(不?含\d*分?\))?及?以[上下])[^\d。;)\"优良差]{0,12}$"
)
_LONGEST_BOUND = 40
_SCALE_BEHIND = regex(  # 等级为优（90分及以上为优、…: no bound of this one, but of the scale
    rf"\"?[(,:]\"?\d{{2,3}}(?:\.\d+)?分?(?:\(不?含\d*分?\))?(?:[-~至到]+\d{{2,3}}分?|及?以上)[^\d,;。)]{{0,6}}(?:{GRADES}|[A-D]级)"
)
_BARE = frozenset({"given", "quoted", "boxed", "ahead", "letter"})
"""Groups of _GRADE that no word for grades stands in: told of a score, or none."""
_SCORE_BESIDE = regex(r"\"?(?:等级|等次|档次?)?\((?:[得自评总计分为]*)\d{1,3}(?:\.\d+)?分\)")  # 评定为优（95分）
_OF_WHOLE = regex(r"自评|绩效|总分|得分|\d分")
_TOTAL = regex(
    r"(?:自评|评价|综合|最终)*(?:总|共|合计)?得分[:为]?(?P<full>\d{2,3}(?:\.\d{1,4})?)(?=\((?:满分|百分制|总分)100分?\))|"
    r"(?:自评|评价|综合|最终)*(?:总得分|总分|总评分)(?:\(分\))?[:为]?(?P<number>\d{2,3}(?:\.\d{1,4})?)(?![\d分%.+~至-]|\(?含|[及]?以[上下]|、)"
    r"|(?:总分|总得分|自评得分|综合得分|最终得分)(?:=[^。;=×*]{2,60})+=(?P<made>\d{2,3}(?:\.\d{1,4})?)(?=分)"
    r"|[该本]项目(?:绩效)?自评得分[:为]?(?P<own>\d{2,3}(?:\.\d{1,4})?)(?=[,。;(]|$)"
    r"|自评得分[:为]?(?P<bare>\d{2,3}(?:\.\d{1,4})?)(?=[,(]?(?:等级|等次|为?优|为?良|为?中|为?差))"
)
_OF_SEVERAL = regex(
    r"\"?(?:等[级次])?的?(?:项目|单位|指标)?(?:有|共|共有|为)?(?:\d+|[一二两三四五六七八九十]+)[个项家]|\"?的(?:项目|单位|指标)"
)
"""After a grade that some of several projects have: 优的3个."""
_COUNT = regex(
    r"(?<![的未])(?P<what>[一二三四]级(?:绩效)?指标)(?:共|共有|共计|为|有|设置|设)*(?P<count>\d{1,3}|[一二三四五六七八九十]{1,3})(?:个|项|条)"
    r"|(?P<count2>\d{1,3}|[一二三四五六七八九十]{1,3})(?:个|项|条)(?P<what2>[一二三四]级(?:绩效)?指标)"
    r"(?!(?:均|都|已|全部|全面|按期)*(?:完成|达|实现|未|没|得(?!分)|拿|扣|失|存在|出现))"
)

_AND_MORE = regex(  # 三级指标12个，加上预算执行率共13项
    r"[,(](?:加上|连同|另加|外加|再加|另有)[^。;,\d]{2,14}(?:\d{1,2}[个项条])?,?(?:总共|共计|合计|共|总计)(?P<sum>\d{1,3})[个项条]"
)


_NOT_ALL = regex(
    r"[扣失]\d?[^。;]{0,16}涉及(?:的|到|其中)?$|除[^。;]{0,8}(?:执行率?|进度)(?:指标)?[之以]?外[^。;]*$|除[^。;,]{2,20}外[共的]*$"
)
"""Before a count that is not of all lines: 共扣2.8分，涉及6项三级指标; 除预算执行率外的10个三级指标."""
_ONLY_NAME = regex(
    r"\s*(?:\(?[\d一二三四五六七八九十]{1,2}[)、.]\s*)?(?P<name>[一-鿿]{2,10}?)(?:类?指标)(?:完成|实现)?(?:情况)?(?:分析)?[。;]"
)
"""What opens a paragraph as its heading: 1.产出指标。共设三级指标6个."""


def read_claims(document: Document) -> Finds:
    """Grades, bare totals and declared counts of a document's paragraphs."""
    finds = Finds()
    for block in document.blocks:
        if isinstance(block, Paragraph):
            finds += _of(block)
    return finds


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence of [start, end)."""
    return text[text.rfind("。", 0, start) + 1 : next_of(text, "。", end)]


def _of(paragraph: Paragraph) -> Finds:
    folded = fold(paragraph.text)

    def span(place: tuple[int, int]) -> Span:
        return Span(paragraph, None, *folded.span(*place))

    grades = []
    for found in _GRADE.finditer(folded.text):
        name = found.lastgroup or "first"
        if name in _BARE and not _OF_WHOLE.search(_sentence(folded.text, found.start(), found.end())):
            continue
        if _OF_SEVERAL.match(folded.text, found.end(name)):
            continue
        if _BOUND.search(folded.text, max(0, found.start() - _LONGEST_BOUND), found.start()):
            continue
        if (
            name in {"fourth", "beside", *_BARE}
            or _SCORE_BESIDE.match(folded.text, found.end())
            or _SCALE_BEHIND.match(folded.text, found.end())
            or not re.match(r"[^。;]?[\d%]", folded.text[found.end() : found.end() + 2])
        ):
            grades.append(cite_text(span(found.span(name)), _METHOD))
    totals = [
        cited
        for found in _TOTAL.finditer(folded.text)
        if (cited := cite_number(span(found.span(found.lastgroup or "number")), "text:total")) is not None
        and cited.value <= 120
    ]
    return Finds(grades=tuple(grades[:1]), totals=tuple(totals), counts=tuple(_counts(paragraph)))


def _counts(paragraph: Paragraph) -> Iterator[DeclaredCount]:
    """“管理效能指标45分，共设二级指标6个、三级指标21个”: the scope is the name that opens the part of the sentence."""
    folded = fold(paragraph.text)
    for found in _COUNT.finditer(folded.text):
        if _NOT_ALL.search(folded.text, 0, found.start()):
            continue
        suffix = "" if found["what"] else "2"
        more = _AND_MORE.match(folded.text, found.end())
        place = found.span(f"count{suffix}") if more is None else more.span("sum")
        count = cite_integer(Span(paragraph, None, *folded.span(*place)), _METHOD)
        if count is not None:
            scope = _scope(paragraph, folded.text, found.start())
            yield DeclaredCount(scope=scope, what=found[f"what{suffix}"].replace("绩效", ""), count=count)


def _scope(paragraph: Paragraph, text: str, position: int) -> str | None:
    start = max(text.rfind(mark, 0, position) for mark in ";。") + 1
    part = re.split(r"(?:其中|一是|二是|三是|包括)[:,]?", text[start:position])[-1]
    named = re.match(
        r"^\(?[\d一二三四五六]{0,2}[)、.]?\"?(?P<name>[一-鿿]{2,16}?)\"?(?:指标)?(?:\(?(?:满分|分值)?\d{1,3}(?:\.\d+)?分\)?|下设|共设|,?共?设[置有]?|包括|包含|分为|部分|,)",
        part,
    )
    begin = text.index(part, start)
    if not part.rstrip("共下设有"):
        named, begin = _ONLY_NAME.fullmatch(text[:begin]), 0
    if named is None or re.search(
        r"一级|二级|三级|绩效指标|指标体系|评价|自评|本次|我[局委]|整体|单位|共$|部门$", named["name"]
    ):
        return None
    folded = fold(paragraph.text)
    at = begin + named.start("name")
    printed = parse_name(Span(paragraph, None, *folded.span(at, at + len(named["name"]))))
    return None if printed is None else spoken_name(printed.name).text
