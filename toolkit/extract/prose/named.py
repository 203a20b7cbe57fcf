"""The words before a score's numbers → the indicator that they name: “对照标准，资金管理一项得” → 资金管理."""

import re
from typing import Final

from toolkit.extract.citing import Span
from toolkit.extract.names import parse_name, spoken_name
from toolkit.extract.prose.score_words import BY, FARED, NO_LOSS, RATERS
from toolkit.extract.summaries import LEVEL1
from toolkit.patterns import regex
from toolkit.text import fold_widths

_ENDS = " ,:;。([、-—–·|/"
_BULLET = "[·•●○▪■◆➢►✓✔]"
_LEAD = regex(
    rf"^(?:[—–-]+|{_BULLET}+\s*"
    r"|附?表\d{1,2}(?:[-.]\d{1,2})?[\s:、.]+|\d{1,2}[.、)](?!\d)\s*|\d{1,2}(?:\.\d{1,2})*\s+(?=[一-鿿])|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)\s*|[一二三四五六七八九十]{1,3}、\s*|(?:权重|分值)(?:分别)?[为是]|(?:满分|分值|得分)构成[为是]|由(?!于)|其中|另外|此外|同时|一是|二是|三是|四是|五是|六是|七是|八是|九是|首先|其次|最后|经自评|经评价|本次|在(?![职岗编校训建读册管籍园院])|关于|从|分别[是为]|包括|具体(?:为|是|来看|看)"
    r"|第\d{1,2}(?:至|到|[-—~、])第?\d{1,2}项(?:指标)?[为是属]|(?:以上|上述)(?=[一-鿿]{2,6}指标)"
    rf"|[该本此]项?指标[为是系]?|[一二三]级指标(?:为|是|有|包括)|(?:所以|因此|由此|据此)(?:得出)?|即(?![兴席])|[该本](?:部分|类|项)?[中内里]?所设(?:置)?的?|(?:在?(?:上述|以上)?(?:自评)?总分)[中内里]|(?:{RATERS}|(?:我|本)?单位|[我本][局委厅院办部会处站所校队])(?:[对给为]|(?:对照|按照?)(?=[^,。;:\d]{{2,10}}$))|[该本此]项(?!目)|(?:各|分|具体|得分|总得分|自评|以上|上述|其)[^,:\d]{{0,12}}?(?:得分|评分|情况|结果|明细|构成|组成|分布|结构)(?:情况)?(?:如下)?(?:依次|分别)?(?:[为是]|(?=-))|得自|[该本此]项[为是]|就(?![业医学诊餐近地])|{BY}(?=,)|[,:])*"
)
_SUBJECT = regex(
    r"(?<![与和及、])(?:(?:该|(?<!成)本|此)(?:[项类](?:指标)?|指标)|小计|合计|共计?|总体|自评|综合|最终|(?<!社会)(?<!群众)评价|[获取]得|获|拿到?|评定|核定|认定|成绩|板块|维度|模块|大类|项下|(?<![事专立款奖选单逐各多一两强分])项|贡献|收获|[计录]得|(?:被|酌情)?(?:[赋给予]予?|予以|评)|被|自行|对应|层面|即|最[终后]|累计|总共|(?<![建增铺架敷附摆陈开创])设|打|记|落在|(?<=指标)类|[一二三]级指标|(?:(?<=产出|效益|效果|过程|决策|投入|效能|管理)|(?<=满意度))类(?:指标)?|其中|扣分|得分|满分|分值|(?:本|该)?部分|方面|一项|(?:指标)?分析|(?:得分|评分|自评|打分|评价)情况|(?:自评|评分|打分)时|经|因?(?<!事)故|因此|低于|折算|(?<=指标)(?:完成|实现|达成|落实)?情况|目前|的"
    rf"|各项(?:指标)?|可(?=$)|全部|[获取]得了?(?=$)|这一?(?:项|项?指标)|(?:最终|[,:])计|经(?:{RATERS})?(?:集体)?(?:复核|审核|核对|核实|评议|评定|核定|认定)|(?<=,)指标|[据由为]此|(?<=.)其|未能?|(?:完成|实现|达成|落实)?情况[及和与]得分|酌情|[只仅才]|[共所]|(?<!目标)(?<!绩效指标)(?<!^指标)(?<!标准)(?<!机构)(?<!岗位)(?<!内)设[定置]|完成情况(?=:)|{BY})$"
)
_VALUE = regex(
    r"(?:(?<=[率度])|(?<=投入|过程|产出|效果|效益|决策|执行))(?:达到|[为是达:约 ])*\d{1,3}(?:\.\d+)?%$"
)  # a rate's own, between its name and its score
_GIVEN = regex("(?:贡献|取得|获得|得到|提供)?$")  # 由产出指标贡献40分
_LISTED = regex(
    r"\d分(?:[、,]|(?:计入总分)?的(?:指标|还?有)?[为是]?(?=[^,;。])|[-—]+)"
)  # 散煤12分、锅炉10分、车辆8分得7分: the last is meant
_PREDICATE = regex(  # 资金管理按要求完成，不扣分，…; 目标管理一项没有拿满，…
    rf"(?:因|由于)?(?:指标|一项|完成情况|实际|目标值?|任务|工作)?(?>{FARED}|{NO_LOSS}|(?:存在|有)扣分(?:情形|情况|事项|因素)|(?:给予|予以|给|作|按)?满分(?:评价|评定|计分|计取|处理)|得分率[为是达到]*[\d.]+%"
    rf"|(?:完成|落实|执行|推进|实现)得?(?:情况)?(?:还|尚)?(?:不够?|不太|欠|比?较|很)?(?:理想|良?好|到位|充分|佳|一般|较?差)"
    rf"|不存在(?:任何|明显|负向|较大)*(?:偏差|差距|不足|问题)|(?:存在|[尚还仍]?有)(?:一定|较大|明显|些)*的?(?:不足|差距|问题|偏差)|[与和同距较离][^,、]{{1,8}}[有在][^,、]{{0,4}}差距|,)++$"
)
_OF_A_SORT = regex(  # 接种率（产出指标，分值10分; 目标设定（第1、2项）4分
    r"\((?:[一-鿿]{2,8}指标|第[\d、至到,~—-]{1,7}项)\)?[ ,:;]*$"
)
_OPENED = regex(r"[(\"](?P<name>[一-鿿]{2,8})$")  # 按评分表（投入10分、…
_CLAUSE = regex(r"(?<!\d),|,(?!\d{3}(?!\d))|:|--|、(?=实际)")
_MEASURED = regex(
    r"(?:年度|全年|年初)?(?:目标值?|指标值|计划值?|实际(?:完成|值)?|完成值)[^,:]*\d"
    r"|(?:即|约)?(?:为|达|完成)?(?:年度|全年)?目标(?:值|数)?的\d|约\d|\d[^,:]*(?:除以|乘以|÷|×)"
    r"|(?:[高优低好快多少]于|超过|未?达到|实现)[^,:]*目标$|按[“\"]|[^,:]*(?:扣\d|[”\"]的(?:标准|办法|规则|规定)$)"
)
"""What stands between a name and its points (巡护里程，目标≥90公里，实际81公里，满分10分): no name."""
_VIEW = regex("(?:方面)?(?:来看|来说|而言|看|上|中)$")  # 从采购管理看，在采购管理上
_TOO_SHORT = regex("(?:项目|工程|工作|任务|资金|预算|目标|年度|全年)*")
_CALLED = regex(
    r"(?:[该本此这]一?项?)?[一二三]?级?(?:指标|工作|任务)?(?:为|是|:)?"
    r'(?:\((?P<bracketed>[^()"]+)\)|"(?P<quoted>[^"]+)")(?:[这该]?一?项)?(?:指标)?'
)
"""本项指标（资金管理）, “资金管理”指标."""

_MARKER = regex(
    rf"\s*(?:(?:其中|另)?[一二三四五六七八九十另][条个项](?:指标)?[是为]|其[一二三四五六七八九十](?:[是为,]|(?=[^,。;]{{2,20}},))|即|"
    rf"[^,。;:\d]{{2,8}}方面(?:有[一二三四五六七八九十两\d]+[个项](?:指标)?)?[,。:]|\(?[\d一二三四五六七八九十]{{1,3}}[)、.](?!\d)\s*|[一二三四五六七八九十]是|[①-⑳]\s*|{_BULLET}\s*|[—–-]{{1,3}}\s*)*"
)
_ITEM: Final = regex(rf"\s*(?:{_BULLET}|[—–-]{{1,3}}|[①-⑳])\s*(?P<name>[^,。;:()\d]{{2,24}})(?:\([^()]{{1,20}}\))?:")
"""An item of a list that opens with its name: ——生态功能稳定性：为定性指标，…."""
_TELLS = regex(r"\d|^(?:实际|完成|目标)")
_WORDS = r"[^,。;:()\d≥≤><]{2,24}"
_AIM = r"(?:年度|全年|年初|绩效|当年|既定|预期)*(?:目标|指标|计划)(?:值|数)?(?:[为是:设定]|定为)*"
_OPENING = regex(
    rf"[^,。;:\"]{{0,12}}?(?<!目标)(?<!指标值)(?<!实际)(?<!完成)(?<!完成值)(?<!实际值)(?<!结果)(?<![为是到求划值])\"(?P<quoted>[^\"]{{2,30}})\"(?:一项|[这该]项|指标)*(?=[,:]|目标|计划|指标值|年度|应|的|实际|达到)|"
    rf"(?P<titled>{_WORDS})(?:\([^()]{{1,20}}\))?:(?=目标|计划|要求|任务|实际|完成|年初|[≥≤><])"
    rf"|(?P<aimed>{_WORDS}?)(?:指标)?,{_AIM}(?=[\"≥≤><\d]|不|控制|20\d\d|[^,。;:\d]{{0,6}}\d)"
    rf"|(?:计划|要求|应(?![保急用对届缴收付]))(?P<planned>{_WORDS}?)(?=(?:[≥≤><]|不[低少高多大小]于|不超过)?\d)"
    rf"|(?:年度|全年)?(?:目标|指标)值[为是](?:完成|开展|组织|建成|实现)?(?P<set>{_WORDS}?)(?=\d)"
    rf"|(?P<bounded>(?!(?:年度|全年|年初)(?:目标|指标))(?:20\d\d年度?)?{_WORDS}?)(?:的)?(?:(?:年度|全年|年初|预期|绩效)*(?:目标值?|指标值)|要求|应于?(?=[^,。;:\d]{{0,6}}\d)|不[低高少多大小]于|不超过(?=\d)|控制在|[≥≤><])"
    rf"|(?P<counted>(?:20\d\d年度?)?{_WORDS}?)(?:[为达:]|达到)?\d[^,。;:]{{0,12}},(?=实[际招收训开拨助植种]|应)"
)
_NO_NAME = regex(
    "(?:年度|全年|年初|当年|绩效|实际|其中|该|本)*(?:目标|指标|计划|项)?|基[本础]分"
    "|(?:均|都|已|未)*(?:超过|低于|高于|达到|完成|实现|等于|优于|距|距离|与|比|较)"
)
_STATE = "(?:率|度|性|水平)"
_STATED = regex(rf"(?P<stated>{_WORDS}?{_STATE})(?:\([^()]{{1,40}}\))?,|(?P<aside>{_WORDS})\([^()]*[,;][^()]*\)[,:]?$")
_SORTED = regex(rf"(?P<name>{_WORDS})\(定[性量](?:指标)?\)(?=.)")
_ENDS_AS_STATE = regex(rf"{_STATE}$")
_RATED = regex(r"(?:^|(?<=[,。;:])|(?<=[,。;:] ))(?P<rate>[^,。;:()\d]{2,12}[率度])(?:[为达:]|达到)?\d[\d.]*%(?=,)")
_AIMED = regex(  # 发放问卷600份,…,"患者满意度"目标≥95%,实际90.63%
    rf"(?:^|(?<=[,;:。]))\s*[“\"]?(?P<name>{_WORDS}?)[”\"]?(?:年度|全年|年初|预期|绩效)*(?:目标值?|指标值)[为是:]*(?=[\"≥≤><]|不|控制|\d)"
)
_GOAL_ALONE = regex("(?:目标|要求)(?:值|为)?[≥≤><不控]?")
_NO_CLAUSE = regex(f"按(?:完成)?比例|{BY}|[该本此](?:项(?:指标)?|指标)")
_COUNTED = regex(  # 产出共9项、每项5分，合计45分
    r"(?:类?(?:绩效)?指标)?(?:共有?|共?设[置有]?|包括)\d{1,2}[项个](?:[一二三]级)?(?:指标)?(?:[、,]每[项个]\d+(?:\.\d+)?分)?[、,]*$"
)
_FEWEST = 2
_LONGEST = 40  # characters of a name
_RESULT = regex(
    "(?:评分|评价|自评|打分|得分)(?:结果|结论|情况)|(?:权重|分值|满分)(?:分别|依次)"
)  # 四、评分结果。…权重分别为15分、35分
_COMPUTED = regex(r"。|[×÷]|\d%乘|乘以?$|^\d{1,2}[项个][^,]{0,4}$|各$")  # 以执行率97.50%乘分值8分


def named(span: Span) -> Span | None:
    """The clause nearest to the numbers, without lead-ins and markers, and without words on how it fared."""
    folded = fold_widths(span.text).rstrip(_ENDS)
    part = span.sub(len(folded) - len(folded.lstrip(" ,:;。)、")), len(fold_widths(span.text)))
    if fold_widths(part.text).startswith("(") and ")" not in fold_widths(part.text):
        part = part.sub(1, len(part.text))
    opened = _OPENED.search(fold_widths(part.text))
    if opened is not None and LEVEL1.match(opened["name"]):
        return part.sub(*opened.span("name"))
    sort = _OF_A_SORT.search(fold_widths(part.text))
    part = part.sub(0, sort.start() if sort else len(part.text))
    counted = _COUNTED.search(fold_widths(part.text))
    part = part.sub(0, counted.start() if counted else len(part.text))
    listed = [found.end() for found in _LISTED.finditer(fold_widths(part.text))]
    part = part.sub(listed[-1] if listed else 0, len(part.text))
    lead = _LEAD.match(fold_widths(part.text))
    seen = lead is not None and re.search("[从在就]$", lead[0]) is not None
    part = _without_tails(part.sub(lead.end() if lead else 0, len(part.text)))
    if lead is not None and "由" in lead[0]:
        part = part.sub(0, len(_GIVEN.sub("", part.text)))
    view = _VIEW.search(fold_widths(part.text)) if seen else None
    part = part.sub(0, view.start() if view else len(part.text))
    value = _VALUE.search(fold_widths(part.text))
    part = part.sub(0, value.start() if value else len(part.text))
    printed = parse_name(part) if part.text else None
    if printed is None:
        return None
    name = printed.name
    every = _CLAUSE.split(fold_widths(name.text))
    if len(every) > 1:
        clauses = [clause for clause in every if not _MEASURED.match(clause)] or every
        last = clauses[-1] if len(clauses[-1]) > 1 or len(clauses) == 1 else clauses[-2]
        at = fold_widths(name.text).rindex(last)
        return named(name.sub(at, at + len(last)))
    if (called := _CALLED.fullmatch(fold_widths(name.text))) is not None:
        name = name.sub(*called.span(called.lastgroup or 0))
    words = fold_widths(name.text)
    if len(words) > _LONGEST or _COMPUTED.search(words) or _RESULT.fullmatch(words):
        return None
    return spoken_name(name)


def opening(before: Span, name: Span | None) -> Span | None:
    """The name that opens the words before numbers, where its target and what was done stand between them (入住老人：
    目标40人，实际46人; 计划植树300亩，实植310亩; 成交额不低于12亿元，…; 发放及时率，12批中1批晚3天，…); else `name`,
    the clause nearest to them."""
    text = fold_widths(before.text)
    sentence = max(text.rstrip(_ENDS).rfind(mark) for mark in "。;") + 1
    marker = _MARKER.match(text, sentence)
    begin = sentence if marker is None else marker.end()
    if (sort := _SORTED.match(text, begin) or _ITEM.match(text, sentence)) is not None:
        return before.sub(*sort.span("name"))
    clauses = [clause for clause in _CLAUSE.split(text.rstrip(_ENDS)) if clause and not _NO_CLAUSE.fullmatch(clause)]
    if len(clauses) < _FEWEST or not _TELLS.search(clauses[-1]):
        return name
    found = _OPENING.match(text, begin)
    if found is None and _GOAL_ALONE.match(clauses[-1]):
        found = next(iter([*_RATED.finditer(text)][-1:]), None)
    if found is None and (name is None or not _ENDS_AS_STATE.search(fold_widths(name.text))):
        found = _STATED.match(text, begin)
    if found is None:
        within = [one for one in _AIMED.finditer(text, begin) if not _NO_NAME.fullmatch(one["name"])]
        found = within[-1] if within else None
    own = None if found is None else spoken_name(before.sub(*found.span(found.lastgroup or 0)))
    if name is not None and _NO_NAME.fullmatch(fold_widths(name.text)):
        name = None
    return name if own is None or _NO_NAME.fullmatch(fold_widths(own.text)) else own


def _without_tails(part: Span) -> Span:
    """Without what stands between the name and its numbers: 一项, 按规定, and in a clause of its own 已完成目标."""
    while True:
        text = fold_widths(part.text)
        bare = text.rstrip(_ENDS)
        tail = _PREDICATE.search(bare) if text[len(bare) :].strip()[:1] in {",", ";"} else None
        if tail is None or _TOO_SHORT.fullmatch(bare, 0, tail.start()):
            tail = _SUBJECT.search(bare)
        if tail is None:
            return part.sub(0, len(bare))
        part = part.sub(0, tail.start())
