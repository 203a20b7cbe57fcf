"""Titles of self-evaluations → entity, year, kind and project name; what is a title, and what signs a report."""

import re
from collections.abc import Iterator
from itertools import pairwise

from toolkit.extract.citing import Span, of_paragraph
from toolkit.model.document import Document, Paragraph
from toolkit.patterns import regex
from toolkit.text import fold, fold_widths, key

_ORGAN = (
    "国有林场|林场|农场|牧场|渔场|苗圃|人民政府|委员会|办公室|管委会|检察院|税务局|服务中心|管理局|支队|总队|大队|总站|公司|集团|大学|学院|(?<!义务教育)学校|党校|分校|总校|体校|技校|医院|中学|小学|幼儿园|街道办事处|街道|法院|协会|联合会"
    "|局|委(?![员托])|厅|办(?![公理案学])|院(?!校)|中心(?!城)|会(?![计议保])|馆|站(?!点)|(?<![厕场])所(?![有需在])|(?:管理|公路|养护|工务|航道)段|处(?![理置])|队(?!伍)|部(?!门)|社(?![会区保])"
    "|镇(?![区村])|乡(?![村镇土])"
)
_BODY = regex(
    r"[省市县区州盟旗]|(?:局|委|厅|委员会|办公室|政府|法院|检察院|中心|大学|公司|街道|办事处|联合会|医院|(?<!小)学校|学院|中学|(?<!中)小学|幼儿园|基金会)$"
)
_OFFICE = regex("[一-鿿]{2,20}?(?:局|委员会|厅|办公室|人民政府|街道办事处|管委会)")
_SORTS = "项目|资金|工程|经费|补助|专项"
_NO_PROJECT = frozenset({"项目", "专项资金", "预算项目", "部门预算项目", "专项项目"})
_TITLE = regex(r"绩效.{0,12}(?:自评|自我评价|评价)|自评(?:报告|表)|(?<![及和与、])自评情况(?:报告|表)|自我评价报告")
_LIKE_TITLE = regex(
    r"[^。;,:]{4,40}(?:评分|打分|绩效)(?:汇总)?表(?:\(.{1,12}\))?|[^。;,:]{4,40}绩效(?:自评|自我评价|评价)"
)
"""Heads of forms that do not say whose evaluation they are of."""
LINK = regex(r"[^。]{4,60}\s20\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s*")
"""What a site lists beside a report: the title of another page and its date."""
_CLOSES = regex(r"(?:报告|表|自评|自我评价|书|底稿|自评情况)(?:\(.*\)|[-—]+[^-—]{2,30})?$")
_SENT = regex(  # …关于报送2023年度…绩效自评结果的函: with a year, for chapters end so too
    r"(?:关于|项目|资金|整体支出|部门整体).*(?:自评|评价)(?:工作)?(?:报告|结果|情况|材料|工作)*(?:的?(?:函|说明|汇报|总结|通报|请示)|材料|结果|情况)$"
)
_YEAR = regex(r"(20[0-4]\d|二[〇○零][〇○零一二三四][〇○零一二三四五六七八九])(?:年度|年)?")
_SPAN_OF_YEARS = regex(r"20[0-4]\d年?[-—–~至到]+20[0-4]\d年")  # of a project of several years; which one, the text says
_ALSO = r"(?:\([一-鿿]{2,20}\))?"  # 发展和改革局（粮食和物资储备局）: a second name of the body
_REGION = regex(r"[一-鿿]{2,6}?(?:自治区|自治州|省|市|州|盟|县|区|旗)(?=(?:关于)?20[0-4]\d年)")
"""临江市2023年度…: a region reports as a whole, no body of it."""
_BEHIND = regex(r"\($")  # …自评报告（2023年度）: the year parts no body from its project
_GOES_ON = regex(r"(?:20[0-4]\d年度?)?(?:部门|单位|整体|项目|支出|预算|专项|资金)*绩效")
_BEFORE = regex(r"(?:附[件表]?\d*[:.、\s]+|附[件表]\d+)?(?:关于)?")
_NUMERAL = "[一二三四五六七八九十]"
_DATE = (
    rf"\(?(?:20[0-4]\d|二[〇○零][〇○零一二三四五六七八九]{{2}})年(?:\d{{1,2}}|{_NUMERAL}{{1,2}})月"
    rf"(?:(?:\d{{1,2}}|{_NUMERAL}{{1,3}})日)?\)?"
)
_MOST_ABOVE = 4  # the body's name, its file's number, who signs it
_MOST_BELOW = 2
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("department", regex(r"部门整体支出|部门整体|单位整体支出|整体支出|部门\(单位\)整体")),
    ("earmarked_fund", regex(r"专项资金|转移支付资金")),
    ("project", regex(r"项目支出|项目")),
    ("department", regex(r"部门预算|部门绩效|部门")),
)


_CHAPTER = regex(
    r"(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+(?:章|部分)[、:]?)"
    r"(?P<project>(?!.{0,4}(?:重点|支出|预算|其他|一般|主要|实施|[本当]年|个)项目$).{4,30}(?:项目|工程|专项))"
)


_NUMBERED = regex(
    r"\s*(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))?\s*"
    r"项目(?:[一二三四五六七八九十]{1,2}|\d{1,2})[ :、.]+(?P<project>[^,。;:]{2,40}?)\s*(?:\([^()]*\d分\)\s*)?"
)
"""项目一 特困人员供养（97分）."""


def project_of_chapter(heading: Paragraph) -> Span | None:
    """The project that heads a chapter: 二、农村饮水安全巩固提升项目, （一）村道养护项目."""
    told = fold_widths(heading.text)
    if (numbered := _NUMBERED.fullmatch(told)) is not None:
        return of_paragraph(heading).sub(*numbered.span("project"))
    folded = fold(heading.text)
    found = _CHAPTER.fullmatch(folded.text.strip())
    if found is None:
        return None
    begin = folded.text.index(found["project"])
    return Span(heading, None, *folded.span(begin, begin + len(found["project"])))


def titles(document: Document) -> Iterator[Paragraph]:
    """Paragraphs that title a self-evaluation: short, no sentence, with the words for it."""
    for block in document.blocks:
        if isinstance(block, Paragraph) and is_title(block.text):
            yield block


def is_title(text: str) -> bool:
    """Whether a paragraph titles a self-evaluation report or form."""
    name = key(text)
    return (
        6 <= len(name) <= 70
        and _TITLE.search(name) is not None
        and not re.search(
            r"[。;,:]|如下|^第?[一二三四五六七八九十]+(?:、|部分|章|节)|^\(|^\d+[.、]|^表\d|^附[件表]?\d*[:.]?$"
            r"|(?:基础|基本)(?:数据|信息|情况)表$|续表|[(]续",
            name,
        )
        and (_CLOSES.search(name) is not None or (_SENT.search(name) is not None and _YEAR.search(name) is not None))
    )


def read_title(document: Document) -> dict[str, Span]:
    """Entity, year, kind and project name as the first title prints them."""
    title = next(titles(document), None) or _head(document)
    if title is None:
        return _of_chapter(document)
    folded = fold(title.text)
    found: dict[str, Span] = {}

    def span(start: int, end: int) -> Span:
        return Span(title, None, *folded.span(start, end))

    text = folded.text
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    year = _YEAR.search(_SPAN_OF_YEARS.sub(lambda found: "□" * len(found[0]), text))
    if year is not None:
        found["fiscal_year"] = span(*year.span(1))
    elif (above := _year_above(document, title)) is not None:
        found["fiscal_year"] = above
    for _, pattern in KINDS:
        if (words := pattern.search(text)) is not None:
            found["kind"] = span(*words.span())
            break
    front = None if year is not None and _BEHIND.search(text[: year.start()]) else year
    entity = _entity(text, start, front)
    if entity is not None:
        found["entity"] = span(*entity)
    project = _project(text, start, entity, front)
    if project is not None and ("kind" not in found or "整体" not in found["kind"].text):
        found["project_name"] = span(*project)
    if "project_name" not in found and (above := _project_above(document, title)) is not None:
        found["project_name"] = above
    if entity is None:
        beside = _line_above(document, title) or _line_below(document, title)
        region = _REGION.match(text, start)
        if beside is not None:
            found["entity"] = beside
        elif region is not None:
            found["region"] = span(*region.span())
    return found


def _of_chapter(document: Document) -> dict[str, Span]:
    """What the heading of a project's chapter says of it."""
    first = document.blocks[0] if document.blocks else None
    name = project_of_chapter(first) if isinstance(first, Paragraph) and first.level is not None else None
    if name is None:
        return {}
    sorts = (pattern.search(name.text) for _, pattern in KINDS)
    kind = next((words for words in sorts if words is not None), None)
    return {"project_name": name, "kind": name if kind is None else name.sub(*kind.span())}


def _head(document: Document) -> Paragraph | None:
    """The first line, where it heads a form without the words of a title: …部门整体支出绩效评分表."""
    first = document.blocks[0] if document.blocks else None
    heads = isinstance(first, Paragraph) and _LIKE_TITLE.fullmatch(key(first.text)) and "绩效" in first.text
    return first if isinstance(first, Paragraph) and heads else None


def _entity(text: str, start: int, year: re.Match[str] | None) -> tuple[int, int] | None:
    """The body: all that stands before the year, or up to the project that stands there too, or behind the year."""
    if year is not None and year.start() - start >= 3:
        before = text[start : year.start()]
        name = re.match(rf"^.*(?:{_ORGAN})(?=关于(?:报送|上报|呈报|提交|做好|开展)?$|$|\([一-鿿]{{2,20}}\)$)", before)
        name = name or re.match(
            rf"^[^,。\"]{{2,24}}?(?:{_ORGAN}){_ALSO}(?=(?:关于)?[\"《]?[一-鿿A-Za-z\"》]{{3,24}}$)", before
        )
        return (start, start + name.end()) if name is not None and _BODY.search(name[0]) else None
    begin = year.end() if year is not None else start
    name = re.match(
        rf"^[^,。]{{2,24}}?(?:{_ORGAN}){_ALSO}(?=部门|单位|整体|绩效|预算|财政|支出|项目|专项|\(20|[\"《]?[一-鿿A-Za-z\"》]{{2,24}}(?:{_SORTS}))",
        text[begin:],
    )
    return (begin, begin + name.end()) if name is not None and _BODY.search(name[0]) else None


def _project(
    text: str, first: int, entity: tuple[int, int] | None, year: re.Match[str] | None
) -> tuple[int, int] | None:
    """The project: before 绩效, between body and year, or in brackets at the end."""
    begin = entity[1] if entity else first
    start = max(begin, year.end() if year else 0)
    places = [(start, re.compile(rf"^(?:关于)?(?:的)?([^,。]{{3,40}}?(?:{_SORTS})[\"》]?)(?:支出)?(?:预算)?的?绩效"))]
    if year is not None and begin < year.start():
        sort = "" if entity else f"(?:{_SORTS})"
        places.append((begin, re.compile(rf"^(?:关于)?([^,。]{{3,40}}?{sort})(?=20\d\d年)")))
    places.append((start, re.compile(rf"^[^,。()]*(?:{_SORTS})\(([^()\d]{{3,40}})\)(?:支出)?的?绩效")))
    places.append((0, re.compile(r"^.*(?:报告|表)(?:\(|[-—]+)(?![省市县区]级汇总)([^()\d]{3,40})\)?$")))
    places.append((start, re.compile(r"^\"([^\"]{2,40})\"(?=项目|专项)")))
    for place, pattern in places:
        found = pattern.match(text[place:])
        if found is not None and found[1] not in _NO_PROJECT:
            return place + found.start(1), place + found.end(1)
    return None


def _line_above(document: Document, title: Paragraph) -> Span | None:
    """The organ's name printed in a line of its own above the title, or at the head of a title that begins there."""
    index = document.blocks.index(title)
    above = document.blocks[max(0, index - _MOST_ABOVE) : index]
    for line in reversed(above):
        if not isinstance(line, Paragraph):
            return None
        named = re.fullmatch(rf"\s*(?P<body>[一-鿿()\s]{{2,40}}?(?:{_ORGAN}))\s*(?:文件)?\s*", fold(line.text).text)
        if named is not None and is_body(named["body"]):
            return Span(line, None, *fold(line.text).span(*named.span("body")))
    before = _right_above(document, title)
    if before is None:
        return None
    folded = fold(before.text)
    begun = re.fullmatch(rf"(?P<body>[一-鿿]{{2,24}}?(?:{_ORGAN}){_ALSO})[^,。;:]{{3,40}}", folded.text)
    if begun is None or not _GOES_ON.match(key(title.text)) or not _BODY.search(begun["body"]):
        return None
    return Span(before, None, *folded.span(*begun.span("body")))


def _right_above(document: Document, title: Paragraph) -> Paragraph | None:
    """The paragraph before a title, which may be its first line."""
    index = document.blocks.index(title)
    above = document.blocks[index - 1] if index else None
    return above if isinstance(above, Paragraph) else None


def _year_above(document: Document, title: Paragraph) -> Span | None:
    """The year at either end of a title's first line (…办事处2024年度 | 部门整体支出绩效自评报告)."""
    above = _right_above(document, title)
    if above is None:
        return None
    folded = fold(above.text)
    begins = r"^\s*(20[0-4]\d)年度?(?!\d)|" if _GOES_ON.match(key(title.text)) else ""
    year = re.search(rf"{begins}(?:{_YEAR.pattern})度?$", folded.text.rstrip())
    return None if year is None else Span(above, None, *folded.span(*year.span(year.lastindex or 0)))


def _project_above(document: Document, title: Paragraph) -> Span | None:
    """The project in the first line of a title that goes on with its kind (2024年某某补助资金 | 绩效自评报告)."""
    above = _right_above(document, title)
    if above is None or not _GOES_ON.match(key(title.text)):
        return None
    folded = fold(above.text)
    words = rf"\s*(?:{_YEAR.pattern})?(?P<project>[^,。;:()\d]{{4,40}}?(?:{_SORTS}))\s*"
    told = re.fullmatch(words, folded.text)
    if told is None or _OFFICE.match(told["project"]) or told["project"] in _NO_PROJECT:
        return None
    return Span(above, None, *folded.span(*told.span("project")))


def _line_below(document: Document, title: Paragraph) -> Span | None:
    """The organ's name that stands below the title, with a date or alone."""
    index = document.blocks.index(title) + 1
    for after in document.blocks[index : index + _MOST_BELOW]:
        if not isinstance(after, Paragraph):
            return None
        folded = fold(after.text)
        signed = re.fullmatch(rf"\s*(?P<body>[一-鿿]{{2,24}}(?:{_ORGAN}){_ALSO})\s*(?:{_DATE})?\s*", folded.text)
        if signed is not None:
            return Span(after, None, *folded.span(*signed.span("body")))
    return None


def is_body(text: str) -> bool:
    """Whether these words are the name of an organ, and nothing else."""
    return re.fullmatch(rf"[一-鿿()]{{2,24}}(?:{_ORGAN})", key(text)) is not None


def signature(document: Document) -> Span | None:
    """A short line with an organ's name near the end, or before a date and what is annexed."""
    for block in list(document.blocks)[-4:]:
        if isinstance(block, Paragraph) and is_body(block.text):
            return of_paragraph(block)
    signed = (
        block
        for block, behind in pairwise(document.blocks)
        if isinstance(block, Paragraph) and isinstance(behind, Paragraph) and re.fullmatch(_DATE, key(behind.text))
    )
    return next((of_paragraph(block) for block in signed if is_body(block.text)), None)
