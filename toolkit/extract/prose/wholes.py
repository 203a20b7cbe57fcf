"""Score statements → the score of the whole, and whether it is the report's own or of another year or body."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from toolkit.extract.citing import Span, cite_number
from toolkit.extract.prose.graded import SAID, follows_grade, is_graded
from toolkit.extract.prose.statements import Statement
from toolkit.extract.summaries import LEVEL1
from toolkit.extract.titles import LINK
from toolkit.model.citation import CitedNumber
from toolkit.model.document import Document, Paragraph
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

MEAN: Final = "text:mean"
"""How the mean of several projects is read, the total of them all."""
AT_LAST: Final = "text:final"
"""How a total is read that is said to be the last: with what was added and taken off, or made one of a hundred."""
_YEAR: Final = regex(r"(20[0-4]\d)(?=年|[、和至-]20[0-4]\d年)")
_EARLIER: Final = regex(r"上年|上一年|去年|前年|往年|上期|同期")
_OTHERS: Final = regex(
    r"(?:第三方|满意度|重点评价|抽评|复评|复核|(?:调查|抽查|抽检|督导|考核|核查|测评|评审|验收|评比|(?<!集体)(?<!小组)(?<!评组)评议|检查)(?!项目|经费|专项))"
    r"(?:(?:(?!自评)(?!\d[\d.]*分)[^。;]){0,8}?(?:得分|评分|打分|总分|得|为)|,)"
    r"|[省市区县](?:级|财政)[^。;,]{0,10}评价[^。;]{0,8}(?:得|评)分"
)
_SUM: Final = regex("(?:总分|总得分|合计|共计|总计)(?:为|是|得|:)*$")
_SUMMED: Final = regex(
    r"(?:合计|总计|共计|累计|相加|累加|加总|之和|汇总|加起来|求和|总得分率[\d.]+%,?即)(?:之?后)?(?:所?得)?(?:到|出|[得为是的:]|共计|合计|总计|获得|取得)*$"
)
_GAINED: Final = regex(r"得\d[\d.]*分")
_SEVERAL: Final = 2
_MEAN = regex(r"(?<!自评)(?<!得分)(?<!项目)(?<!算术)(?<!加权)平均分?(?:为|是|达到?|:)*$")  # 学员评课平均分96.2分
_GROUP = regex(r"(?<!绩效)(?<!自评)(?<!评价)(?<!各项)(?<!全部)(?<!各类)指标$")
_BY = regex("对照|按照?|依照|依据|根据|参照|结合|逐[项条个]")  # 对照指标，总分94.5分：…
_WHOLE = regex(
    r"整体支出|整体绩效|百分制|按(?:满分)?(?:百|100)分|部门整体|项目支出|自评结果|绩效自评|绩效评价|自评总|(?:综合|总体)(?:得分|评分|评价|自评|绩效|考评|情况|来?看|$|,)|^我[局委厅办院部会处](?:的|\d{4}年度?|本年度?|自评|整体|部门|项目|综合|绩效)*,?$|我单位|本单位|本部门|^(?:学校|学院|医院|街道|[我本][校院馆站所队镇乡街])$|评价结论|[该本]项目|项目自评|总分(?!数?[中里内]|由|构成|组成)|自评工作|评价结果|自评得分$|(?:自评|评价小组|评价组)认|(?:^|,)项目$|^(?:根据|对照|按照?|依据|经)[^,。;]{2,20},(?:共计?|合计|总计|总共)$|(?:汇总|累加|相加|加总|之和)[,:为]?$|自评,(?:合计|共计|总计)$"
)
_WHOLE_SCORE = regex(r"总|综合|绩效评价|绩效自评|绩效得分|最终|最后|^(?:部门|单位|我[局委厅院办]|该?项目)")
_PLAIN = regex(
    r"(?:项目|资金|支出|绩效|自我?评价?|评价|综合|总体|整体|本次|年度|\d{4}年度?|经|为|的|目标|完成|情况|较好|[,:\"])*"
)
_AT_LAST = regex("最终|最后")
_GRADED = regex(
    r"^[,;。()]{0,2}(?:[一-鿿]{0,6}?(?:等级|等次|档次|级别|评级)(?:为|是|评?定|属|:|(?=[\"优良])|(?=[A-Da-d]\b))|"
    r"(?:(?:自评|评价|绩效|评定)*(?:等级|等次|档次|结果|结论)|(?:评价|自评|评定)(?=为)|被?评[定为]|确?定|属于?|达到?|列|划|处|对应)?[为于入:]?\"?(?:[优良中差](?:秀|好|等|$|[,;。)档])|合格|不合格|一般|较差))"
)
_GRADED_BEFORE = regex(
    r"(?:等级|等次|档次|级别|评级|结果|结论|评[为定])[为是:]*\"?(?:[优良中差]|优秀|良好|合格|不合格|一般|较差)\"?[,(:]*$"
    r"|评定[^,。;:]{2,30}为(?:[优良中差]|优秀|良好|合格|不合格|一般|较差)[,(]*$"
)
_BOUND = regex(r"[-~—至到≥>≤<过于]$")  # 90至100分为优
_OF_ALL_PARTS = regex(  # 四项合计95.2分，扣4.8分
    r"(?:[两三四五六七八九]|各|以上|\d{1,3})(?:大?[项类]|个?部分|个?方面|个?板块|个?维度)(?:一级)?(?:指标)?(?:得分)?(?:合计|共计|相加|加总)(?:后)?(?:得|为|是)?$"
    r"|[。;](?:自评)?(?:合计|共计|总计)(?:得分|得|为)?$"
)
_OF_SEVERAL = regex(
    r"(?:[两二三四五六七八九]|\d{1,2})(?:个?(?:子?项目|专项)|项)的?(?:自评)?(?:得分|分数)?的?(?:算术|加权|简单)?平均(?:得?分)?(?:为|是)?$"
)
_OF_SYSTEM = regex(
    r"(?:体系|设[有置定]?|共有|包括|分为)(?![^。;]*(?:自评|得分))[^。;]*(?:指标|维度|方面|部分)[^。;得评]*总分值?[为是共计]*$"
)
_ITEM = regex(
    r"\s*(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.]+|[①-⑳])\s*(?P<name>[^,。;:\d]{2,40}?)[:。,]\s*"
    r"(?:[^。;]{0,80}?,)?(?:项目)?(?:绩效)?(?:自评|得|评)"
    r"(?:总?得?分|得)?(?:为|是|:)?\d{2,3}(?:\.\d+)?分"
)
"""A paragraph on one project of several: 2.监测能力建设：得97.5分，扣2.5分。"""
_NO_PROJECT = regex(
    "自评|评价|结论|结果|情况|得分|总体|综合|整体|(?:项目实施|成效|完成|目标|概况|说明|分析|绩效|指标|工作|[管治]理)$"
)
_OF_PARTS = regex(  # 在自评总分中，管理效能得42分; 得分构成为：…
    r"^.*(?:总分|得分|分数|成绩|评分|分值|结果)[数值]?(?:[中里]|的?(?:构成|组成|分布|结构|明细|由))[^,:。;]{0,8}[,:]"
)
_SAID: Final = regex(SAID)
_SAID_NEXT: Final = regex(rf"[,。;](?:故|因此|据此|由此|按|根据)[^。;\d]{{0,40}}(?:20\d\d年度?)?[^。;\d]{{0,30}}{SAID}")
_FINAL = regex(r"(?:最终|最后|折算|折合)[^,。;:]{0,12}$")
_SCALED = regex(r"折(?:算|合)(?:成|为|后)*(?:百分制)?的?(?:自评|最终)?(?:得分|分数)?[为是得计:]*$")
_SCALED_BEHIND = regex(r"分?[,;(]?[^。;]{0,30}?折(?:算|合)(?:成|为|后|百分制)[^。;\d]{0,12}\d")
"""What makes a score of a scale of its own one of a hundred: 实得116.9分，按…折算为百分制97.42分."""
_MADE_LESS = regex("分?[,(]?(?:再|并|后)?(?:乘|×|按|占|计入|权重)")  # 折算为百分制93.5分，乘以80%后为74.8分
_OPENED = regex(  # 二、自评得分98分; 结论：2023年度自评95.4分
    r"[。;,]?(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[.、])?(?:[^,。;:\d]{2,8}:)?(?:20\d\d年度?)?"
)
_FULL = Decimal(100)
_MADE_OF = regex(r"[,(:]?(?:由|包括|分为|其中|(?:[^,。;、:()\d]{2,10}\d{1,2}分[、,]){2})")
"""Behind a hundred that can be gained: 总分100分，由…组成; 总分100分，投入15分、过程25分、…"""
_TOTAL_ROW = regex("合计|总分|总计|总得分|自评总分|自评得分")
_LEAST_TOTAL = Decimal(60)  # points
_NEAR = 60  # characters
_NEARLY_ALL = Decimal(90)  # of 100 points


@dataclass(slots=True)
class Wholes:
    """Scores of the whole as they are told: the totals, those of an earlier year, and sums of parts."""

    totals: list[CitedNumber] = field(default_factory=list)
    earlier: list[CitedNumber] = field(default_factory=list)
    sums: list[CitedNumber] = field(default_factory=list)

    def take(self, statement: Statement, before: Sequence[Statement], year: int | None, own: str) -> bool | None:
        """Keeps the score of the whole that a statement tells; whether bare numbers behind it are of its parts, None
        where it tells none."""
        if (total := total_of(statement, own)) is not None:
            kept = self.earlier if of_earlier_year(statement, year) else []
            (kept if of_another(statement, year, own) else self.totals).append(total)
            return True
        if is_full_mark(statement):
            return True
        if (made := sum_of_told(statement, before)) is not None:
            self.totals.append(made)
            return False
        if (added := sum_of_parts(statement)) is not None:
            self.sums.append(added)
            return False
        return None

    def of_report(self, document: Document) -> tuple[CitedNumber, ...]:
        """The totals that are the report's own; else a sum of all parts, where no table prints a total."""
        own = of_all(_of_the_report(self.totals, document))
        return tuple(own or ([] if _has_total_row(document) else self.sums or self.earlier))


def total_of(statement: Statement, own: str = "") -> CitedNumber | None:
    """The score of the whole: no points of its own (or 100), and words that speak of the whole; `own`: the name of the
    report's project."""
    total, number = _told_of_whole(statement, own), statement.score or statement.points
    if total is None or number is None or not _FINAL.search(_right_before(number)):
        return total
    return total.model_copy(update={"method": AT_LAST})


def _told_of_whole(statement: Statement, own: str) -> CitedNumber | None:
    if (mean := _mean_of_projects(statement)) is not None:
        return mean
    number = statement.score or statement.points
    behind = "" if number is None else key(number.whole[number.end : number.end + _NEAR])
    if number is not None and (scaled := _told_behind(_SCALED, number, "text:total")) is not None:
        return None if _MADE_LESS.match(behind) else scaled
    if _SCALED_BEHIND.match(behind):
        return None
    if statement.score is None:
        return _sum_of_marks(statement)
    score = cite_number(statement.score, "text:total")
    points = None if statement.points is None else cite_number(statement.points, "text:total")
    if (points is not None and points.value < 100) or is_full_mark(statement):
        return score if _sums_up(statement) else None
    name = "" if statement.name is None else key(statement.name.text)
    if not _BY.match(name) and (LEVEL1.match(name) or _GROUP.search(name)):
        return None  # 产出指标最终得46分; 满意度10分，满分100分
    words = _OF_PARTS.sub("", key(statement.before.text)).strip("[]【】")
    opened = _OPENED.fullmatch(words) is not None and "评" in statement.score_word
    of_whole = _WHOLE_SCORE.search(statement.score_word) or _AT_LAST.search(words) or _names_own(words, key(own))
    if of_whole and _is_of_a_part(statement, points, name):
        return None
    if statement.deduct is not None:
        named = _GRADED.match(key(statement.rest.text))
        told = (of_whole or named or points or _WHOLE.search(words)) and _reaches_the_whole(statement)
        return score if told or _makes_full_marks(statement) else None
    named = _GRADED.match(key(statement.rest.text)) or _GRADED_BEFORE.search(words)
    if points is not None or of_whole or named or _is_graded(statement, statement.score):
        return score
    if _WHOLE.search(words) and score is not None and score.value >= _LEAST_TOTAL:
        return score
    bare = (opened or words in {"", "以", "经自评,", "经评价,"}) and score is not None and score.value >= _LEAST_TOTAL
    return score if bare else None


def _mean_of_projects(statement: Statement) -> CitedNumber | None:
    """“三个项目算术平均97.39分”: the report's, where its projects are scored one by one."""
    return _told_behind(_OF_SEVERAL, statement.score or statement.points, MEAN)


def sum_of_parts(statement: Statement) -> CitedNumber | None:
    """“四项合计95.2分，扣4.8分”: what all parts make, the total where none is told."""
    return _told_behind(_OF_ALL_PARTS, statement.points or statement.score, "text:total")


def sum_of_told(statement: Statement, before: Sequence[Statement]) -> CitedNumber | None:
    """“执行9.7分（满分10分），产出48.5分（满分50分），…，合计97.1分”: exactly what the scores told `before` make, whose
    points make a hundred."""
    total = _told_behind(_SUM, statement.points or statement.score, "text:total")
    before = [one for one in before if one.score is not None]
    if total is None or not _makes_a_hundred(*(one.points for one in before)):
        return None
    scores = (cite_number(one.score, "text:total") for one in before if one.score is not None)
    return total if sum(score.value for score in scores if score is not None) == total.value else None


def _told_behind(words: re.Pattern[str], number: Span | None, method: str) -> CitedNumber | None:
    """A number right behind these words, if it may be a total."""
    if number is None or not words.search(_right_before(number)):
        return None
    total = cite_number(number, method)
    return total if total is not None and total.value >= _LEAST_TOTAL else None


def _right_before(number: Span) -> str:
    return key(number.whole[max(0, number.start - _NEAR) : number.start])


def is_full_mark(statement: Statement) -> bool:
    """Whether a hundred or more is what can be gained: 总分110分，由基础分和加分项组成; 设15个指标，总分100分."""
    score = None if statement.score is None else cite_number(statement.score, "text:total")
    if score is None or statement.score is None or score.value < _FULL:
        return False
    behind = key(statement.score.whole[statement.score.end : statement.score.end + _NEAR]).removeprefix("分")
    return _MADE_OF.match(behind) is not None or _OF_SYSTEM.search(_words_before(statement.score)) is not None


def item_scored(paragraph: str) -> str:
    """The project that a numbered paragraph names and scores at once; "" where it does no such thing."""
    told = _ITEM.match(fold_widths(paragraph))
    name = "" if told is None else key(told["name"])
    return "" if LEVEL1.match(name) or _NO_PROJECT.search(name) else name


def gained(totals: list[CitedNumber]) -> list[CitedNumber]:
    """The totals of a paragraph, without those before the last (基础分97分，…，最终得分98分), nor the hundred that can
    be gained where a lower one is told behind it (自评总分100分，其中…；…，合计96.5分)."""
    if any(total.method == AT_LAST for total in totals):
        return [total for total in totals if total.method == AT_LAST]
    full = len(totals) > 1 and totals[0].value == _FULL and any(total.value < _FULL for total in totals[1:])
    return totals[1:] if full else totals


def of_all(totals: list[CitedNumber]) -> list[CitedNumber]:
    """The totals of a report, of several projects their mean alone: each of them has a total of its own."""
    return [total for total in totals if total.method == MEAN] or totals


def _names_own(words: str, own: str) -> bool:
    """Whether the words end with the project's own name, and nothing but plain words behind it."""
    _, found, behind = words.rpartition(own) if own else ("", "", "")
    return bool(found) and _PLAIN.fullmatch(behind) is not None


def _sums_up(statement: Statement) -> bool:
    """“四个维度合计95.67分，扣1分，最终得分94.67分”: what looks like points is the sum behind the last score."""
    at_last = statement.points is not None and _AT_LAST.search(statement.score_word) is not None
    return at_last and _told_behind(_OF_ALL_PARTS, statement.points, "text:total") is not None


def _is_of_a_part(statement: Statement, points: CitedNumber | None, name: str) -> bool:
    """Whether a 最终得分 or 总得分 may be that of what it names: too low for a whole, and no grade beside it."""
    score = None if statement.score is None else cite_number(statement.score, "text:total")
    low = score is not None and score.value < _LEAST_TOTAL
    said = _WHOLE.search(key(statement.before.text)) or _GRADED.match(key(statement.rest.text))
    return bool(name) and points is None and low and not said


def _sum_of_marks(statement: Statement) -> CitedNumber | None:
    """“逐项打分，合计95分，等级为优”, “等级为优（95分）”: bare points that the grade beside them shows to be the
    whole's."""
    points = statement.points
    if points is None:
        return None
    summed = _SUMMED.search(key(points.whole[: points.start]))
    if statement.deduct is not None:  # 合计98.9分，扣1.1分，等级为优
        graded_behind = re.match(r"[^。;]{0,20}?(?:等级|等次)[为是:]", key(statement.rest.text))
        hundred = summed and graded_behind and _makes_a_hundred(points, statement.deduct)
        return cite_number(points, "text:total") if hundred else None
    if statement.explicit_points:
        said = re.search("(?:(?:自评|评价|绩效)分值|应得|分值合计)[为是:]*$", key(points.whole[: points.start]))
        graded = _GRADED.match(key(statement.rest.text)) or _is_graded(statement, points)
        return cite_number(points, "text:total") if said and graded else None
    rest, before = key(statement.rest.text), key(statement.before.text)
    graded = _is_graded(statement, points)
    named = graded or _GRADED.match(rest) or re.match(r"[^。;]{0,20}?(?:等级|等次)[为是:]", rest)
    added = (named and (summed or re.search("百分制[,:为]?$", before))) or (summed and _graded_near(before, rest))
    of_whole = graded and _WHOLE.search(before) and not _BOUND.search(before)
    return cite_number(points, "text:total") if added or of_whole or _GRADED_BEFORE.search(before) else None


def _graded_near(before: str, behind: str) -> bool:
    """Whether a grade is told earlier in the sentence of a number, or in the one behind it."""
    return _SAID.search(before) is not None or _SAID_NEXT.match(behind) is not None


def _is_graded(statement: Statement, number: Span) -> bool:
    """Whether a grade stands beside a score that a whole can have."""
    cited = cite_number(number, "text:total")
    beside = is_graded(key(statement.rest.text)) or follows_grade(key(statement.before.text))
    return cited is not None and cited.value >= _LEAST_TOTAL and beside


def _reaches_the_whole(statement: Statement) -> bool:
    """“自评总分98.3分，共扣1.7分”: score and deduction come near 100, as no group's do."""
    parts = [cite_number(span, "text:total") for span in (statement.score, statement.deduct) if span is not None]
    return sum(part.value for part in parts if part is not None) >= _NEARLY_ALL


def _makes_full_marks(statement: Statement) -> bool:
    """“从100分起扣，共扣5.5分，自评94.5分”: score and deduction are those of a hundred."""
    return _makes_a_hundred(statement.score, statement.deduct)


def _makes_a_hundred(*spans: Span | None) -> bool:
    parts = [cite_number(span, "text:total") for span in spans if span is not None]
    return sum(part.value for part in parts if part is not None) == _FULL


def of_another(statement: Statement, year: int | None, own: str = "") -> bool:
    """Whether the words before a score say that it was given for an earlier year (`year`: the report's own) or by
    those who check the report; `own`: the name of its project, which may itself speak of checks."""
    if statement.score is None:
        return False
    if LINK.fullmatch(statement.score.whole):
        return True
    sentence = _words_before(statement.score)
    sentence = sentence.replace(own, "") if own else sentence
    clause = _last_clause(sentence)
    of_its_own = "自评" in clause or (_SUM.match(clause) and len(_GAINED.findall(sentence)) >= _SEVERAL)
    others = _OTHERS.search(clause if of_its_own else sentence)  # 满意度得9分，自评总分97分; 产出得48分，…，总分97分
    told_of_others = others or _EARLIER.search(clause) or _MEAN.search(sentence)
    return told_of_others is not None or of_earlier_year(statement, year)


def of_earlier_year(statement: Statement, year: int | None) -> bool:
    """Whether the clause of a score names a year before the report's."""
    if statement.score is None:
        return False
    years = [int(found) for found in _YEAR.findall(_last_clause(_words_before(statement.score)))]
    return year is not None and bool(years) and max(years) < year


def _words_before(score: Span) -> str:
    """The words of the sentence up to a score."""
    return re.split(r"[。;\n]", fold_widths(score.whole[: score.start]))[-1]


def _last_clause(sentence: str) -> str:
    return re.split("[,:]", sentence)[-1]


def _of_the_report(totals: list[CitedNumber], document: Document) -> list[CitedNumber]:
    """The totals without those of several projects, each scored in a numbered paragraph of its own."""
    if len(totals) < _SEVERAL:
        return totals
    texts = {block.id: block.text for block in document.blocks if isinstance(block, Paragraph)}
    items = [item_scored(texts[total.where.segments[0].block]) for total in totals]
    told = {item: total.value for total, item in zip(totals, items, strict=True) if item}
    if len(told) < _SEVERAL or len({*told.values()}) < _SEVERAL:  # one total told twice is the report's
        return totals
    return [total for total, item in zip(totals, items, strict=True) if not item]


def _has_total_row(document: Document) -> bool:
    """Whether a table prints a total: then a score of an earlier year in the text is no slip of the year."""
    return any(
        _TOTAL_ROW.fullmatch(key(cell.text))
        for block in document.blocks
        if not isinstance(block, Paragraph)
        for cell in block.cells
    )
