"""Running text → score facts (N分 with the word that says what it is), grouped by what they tell of.

Facts with nothing but marks between them tell of one line. Rule text (每低于1个百分点扣0.5分) holds no facts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

_GAINED = "取得|获得|得到|拿到|拿满|收获|录得|计得|评得"
_SETTLED = "(?:[落锁停定]|锁定|定格|停留|保持|维持)[在于]"
_FACT = re.compile(
    r"(?:(?:(?P<points>分值|(?<!得)满分值|(?<!得)满分|(?<![供反适对相感])(?<!(?<!时)效)(?<!(?<!影)响)[应可][得计获]分?|赋分|赋值|配分|(?<![\d各均总])占(?=\d)|(?<=\()分数(?=\d)|标准分值?|基准分值?|权重分值?|权重|参考分|总分值|(?<![建增铺架敷附摆陈])(?<!(?<!公)开)设(?=\d))"
    rf"|(?P<score>(?:部门|单位|[我本][局委厅院办]|该?项目)?(?:自评价?|自我评价|评价|综合|实际|最[终后]|总体|绩效|量化|累计|考[核评])*(?:总评|打分结果|评分结果|总得分|总评分|总成绩|总分|得分|评分|打分|给分|实[得计获]分?|自评分|自评结果|评价结果|自评结论|评价结论|最终结果)|(?:自评|评价|综合|最[终后]|总体|绩效)+(?:分数|成绩|分(?!值)|评定)|自(?:我评价|评)(?:得满分|{_GAINED}|[只仅]有|得|获|打)?|获评|评得|评出|(?<=[,;(])分数|(?:自评|实际)?得满分|(?<!取)(?<!获)(?<!扣)(?<!少)(?<!未)(?<!没)得|(?<=[,;])评(?=\d)|(?:所得|得)分数|得分(?:相加|加总|累加|汇总|之和)|(?<!短)打(?=[出为了]?\d))"
    r"|(?P<deduct>扣分额?|扣减|扣除|扣掉|扣去|[少未没]得|(?<=满分|分值)[少差低](?=\d)|(?:(?<=[,;])|(?<=满分)|(?<=分值))(?:[尚还仅只]|相)?差(?=\d)|低于(?:满分|分值)(?=\d)|扣|(?<![损流遗缺丧过消丢])失分?|差额|损失(?=\d)|丢(?:失|掉|去)|丢分|丢|减分|减)"
    r"|(?P<bonus>加减分|加分|(?<![相累])加))(?:值|数|情况)?)?(?:[亦也]|同样|均)?"
    rf"(?:合计|共计|小计|共|总计|最终|最后)?(?:[为是计约:了到给予即\[]|达到?|认定|核定|确定|录得|{_SETTLED}|\(分\))*(?P<number>\d{{1,3}}(?:\.\d{{1,4}})?)分(?!以上|以下|及以|以内|至|左右|制|\(含|-(?!-)|[~之钟公管类别局册批期析支队校院所级档店享成会区部红])"
)
_IN_BRACKETS = re.compile(
    r"(?<=[(,;])(?:(?P<points>分值|满分|标准分值?|权重分值?|总分值?)|(?P<score>(?:自评|评价|实际|最终)?(?:得分|评分|实得分)))"
    r":(?P<number>\d{1,3}(?:\.\d{1,4})?)(?=[,;)])"
)
"""“（分值：30，得分：29.1）”: in brackets and behind a colon no 分 is needed."""
_RATIO = re.compile(  # （得分/分值：58.9/60）
    r"(?<=[(:,])(?:(?P<first>(?:自评|实际)?(?:得分|评分|实得分?)/(?:分值|满分|权重|标准分|应得分?))"
    r"|(?:分值|满分|权重|标准分|应得分?)/(?:自评|实际)?(?:得分|评分|实得分?)):?"
    r"(?P<one>\d{1,3}(?:\.\d{1,4})?)分?/(?P<other>\d{1,3}(?:\.\d{1,4})?)分?(?![\d./])"
)
_SCORED = re.compile(r"(?:总分|得分|自评|评分)[^,。;]{0,12}\d分")
_NO_UNIT = re.compile(
    r"(?<=[一-鿿])(?P<word>(?:自评|实际|合计|共)?得分(?:合计|共)?[为是:]*|自评|(?<![取获所使觉])得)(?P<number>\d{1,3}(?:\.\d{1,4})?)(?=[,;。)、](?!\d)|\((?:满分|总分|百分制)|$)"
)
_LONGEST_BRACKET = 40
_RULE = re.compile(
    r"每(?:超|低|少|多|减|增|出现|发生|发现|逾|延|缺|有|降|高|提高|项|个|次|例|处|相差|偏离)(?=.*[扣减加得计])|扣完为止|(?<!未)不得分|(?<!未)(?<!未能)(?<!没有)(?<!没能)得满分(?!\d)|按比例(?:扣|计)(?!\d)|(?:[≥≤><]|以上|以下|以内|大于|小于|低于|高于)[^,。;]{0,12}得\d"
)
_IN_FULL = re.compile("[,;](?:自评)?[即计得记评给][为到]?\\d[\\d.]*分")
"""After 得满分, the score itself: then it is no rule of scoring (按标准得满分，计8分)."""
_HOW = "已|均|都|全部|全面|全额|足额|满额|基本|圆满|如期|按期|按时|按[要需]求|按计划|未能?|没有?|没能|尚未|仍未|完全"
_WHAT = "年度|预期|既定|规定|设定|年初|评分|目标值?|任务|要求|标准|指标值?|计划"
_DID = "达标|完成|达到?|得到|拿到|计分|计取|得满分|拿到满分|拿满分|获满分|满分|达成|实现|取得|落实|得满|拿满|得分"
FARED = rf"(?:(?:{_HOW})+(?:{_DID})了?(?:{_WHAT})*|(?:{_DID})了?(?:{_WHAT})+)"
"""How a line fared, without a number: 已达标, 未完全完成年度目标."""
NO_LOSS = r"(?:无|未|不|没有?|并未)(?:予|作|需|发现|出现|存在)?(?:扣分|扣减|失分|丢分)(?:事项|情形|情况|因素|点|项)?"
BY = (
    r"(?:按|按照|依照|依据|根据|对照|参照)(?:上述|相应|既定)?(?:评分|计分|打分|评价|考核|扣分)?"
    r"(?:标准|细则|规则|规定|要求|办法|口径|公式|(?:佐证|证明|支撑|相关|有关)*(?:材料|资料)|(?:预算)?执行率|完成率|(?:完成)?比例)(?:计算|测算|评定|打分|计分|折算)?"
)
"""按评分标准, 根据规定."""
RATERS = r"(?:(?:自评|评价|绩效|评审|考评)(?:工作)?(?:小组|组|专班)|(?:工作|评分|打分)小?组|第三方(?:评价)?机构)"
"""Who gives the scores: 评价组, 自评小组."""
_RATED = (
    rf"(?:经{RATERS}?|{RATERS})(?:集体|逐项|认真)?(?:核对|核查|核实|复核|审核|查阅|评议|评定|评审|研究|认定|核定)"
    r"(?:佐证|证明|相关|有关)?(?:材料|资料)?(?:确认)?(?:后|,)?(?:按|以)?(?:满分)?(?:计取|计入|认定)?"
    r"|(?:依据|根据|结合|按照?|视)(?:实际)?(?:完成|实现|达成)(?:情况|程度)"
)
_OUT_OF = "(?:中|里)?的?(?:全部|全额)(?:的)?(?:分值|分数)"  # 可得10分中的全部分值，自评为10分
FILLER = re.compile(
    rf"^(?>(?:因|由于)?(?:{_WHAT})*{FARED}|{NO_LOSS}|{_RATED}|{BY}|{_OUT_OF}"
    r"|[,、;:()（）。·|/\[\]\s—-]|其中|[该本此](?:项?指标|项|部分|板块|维度|大?类)|自评满分|自评|实际|指标|共|的|为|有|被|[我本][局委厅院办部会处]|[我本该]?单位|部门|因此|故|按比例|经自评|经评价|本年度?|全年|最终|最后|评定|核定|完成情况|得分情况|里|计|[与和](?=设定)|设定|(?<=分)一致"
    rf"|后|[比较距离与]|(?:满分|分值|标准分)$|权重(?=下)|下|相比|[低高少]于|酌情|相应|应|只|仅|[全足]额|全部|得满分|即|中|[本此]次|自评时|[评打]分时|经|因故|折算|予以|给予|全得|占)*+$"
)
_GIVEN = re.compile(
    rf"(?:{_GAINED}|[评计记获取拿]|[给赋]予?|予以?|即|最[终后]|[评核认判][定给为]|[只仅](?:有|剩)?|剩(?:余|下)?|(?<=自评)满分)[为是到给得出计满了]{{0,2}}$|(?=自评$)"
)
_OUT_OF_THEM = re.compile("(?:的?(?:权重|分值|标准分))?[中里内下]")  # 20分中取得18.5分, 8分权重下计7.5分
_LACKS = re.compile("[少差低短缺](?:了|掉)?")
_OF_WHAT = re.compile("[得来源出]自|来源于")  # 有9分来自产出
_TAKEN_BEHIND = re.compile("(?:被|予以|已|酌情)*(?:扣除|扣减|扣掉|扣去|减去|扣)(?=[,;。)]|$)")  # 10分中有2分被扣除

_HUNDRED = "100"
_LEAST_TOTAL = 60  # points
_TOTAL_POINTS = re.compile("(?:该?项目|部门|单位)?总分")
_BESIDE = re.compile(r"[,、; ]?(?:我?[本该]?单位|[我本][局委厅院办部会处]|本次|实际|经自评|经评价|最终|,)*")
BOTH_WAYS = "加减分"
_PRODUCT = re.compile(  # 得15分×79.7%=11.96分
    r"(?:[×*xX/÷]\d[\d.]*%?)+[=≈](?P<number>\d{1,3}(?:\.\d{1,4})?)分"
)
_OVER = re.compile(r"(?<![\d./])(\d{1,3}(?:\.\d{1,4})?)/$")  # 预算执行9.7/10分
_THIS = re.compile("[,;]?[该本此](?:项?指标|项)的?$")
_FELL = re.compile("[降减调扣下](?:降|减|低|整|少)?[为至到]")
_NAMED_AFTER = re.compile(
    "(?:的|(?:,[这此即是系]|即[为是]|就是|便是)[^,。;]{0,40}?)((?:自我?评价?|综合|最[终后]|绩效|评价|总)*(?:得分|总分|评分|自评分|成绩|分数))"
)  # 以95分的自评得分
_WORD_BEFORE_BRACKET = re.compile(  # 自评总分（满分100分）为95分
    r"((?:自评|评价|综合|最终|实际|绩效|总)*(?:得分|总分|评分|分数|成绩))\([^()]{1,20}\)(?:[为是:]|共计|合计)+$"
)
_LIMIT = re.compile(
    r"(?<![(\[])(?:不超过|不高于|不大于|至多|最多|不低于|不少于)$"
)  # 另设加分不超过5分: no points of a line
_CAP = re.compile(  # （三）加分及扣分事项（限5分以内）
    r"(?=[^。;]{0,60}?(?:上限|最[高多大]|至多|不[超高大][过于出]|封顶|[为之]限|以内|限))(?:\(?[\d一二三四五六七八九十]{1,3}[)、.]+)?"
    r"[^。;\d(,]{0,12}?(?:[加减扣]分|奖惩|附加)[^。;\d(,:]{0,10}(?P<lead>[(,:][^。;\d]{0,10})(?P<number>\d{1,2}(?:\.\d+)?)分[^。;\d]{0,8}$"
)
_TAKEN_OFF = re.compile(r"[减扣]分(?:项目?|事项):[^。]*$")


@dataclass(frozen=True, slots=True)
class Fact:
    """N分 at [start, end) of a folded text: `kind` is points, score, deduct, bonus or bare, `word` what says so,
    `number` where its digits stand; `remote`: it stands behind other facts, not beside those of its group."""

    kind: str
    word: str
    start: int
    end: int
    number: tuple[int, int]
    remote: bool = False


def _facts(text: str) -> Iterator[Fact]:
    if (cap := _CAP.match(text)) is not None:
        yield Fact("points", "上限", cap.start("lead"), cap.end("number") + 1, cap.span("number"))
        return
    done = 0
    ratios = list(_ratios(text))
    yield from ratios
    for found in _FACT.finditer(text):
        if found.start() < done or any(one.start <= found.start("number") < one.end for one in ratios):
            continue
        end = next_of(text, ",。;", found.end())
        clause = text[last_of(text, ",。;:", found.start()) : end]
        if _RULE.search(clause if _IN_FULL.match(text, end) is None else clause.replace("得满分", "")):
            continue
        kind = next((kind for kind in ("points", "score", "deduct", "bonus") if found[kind]), "bare")
        if kind == "points" and text[found.start() : found.end()].startswith("权重") and "%" in found[0]:
            continue
        if kind == "bare" and _LIMIT.search(text[: found.start()]):
            continue
        if kind == "bare" and (
            word := _WORD_BEFORE_BRACKET.search(text, max(0, found.start() - _LONGEST_BRACKET), found.start("number"))
        ):
            yield Fact("score", word[1], found.start(), found.end(), found.span("number"))
            continue
        if kind == "bare" and (named := _NAMED_AFTER.match(text, found.end())) is not None:
            yield Fact("score", named[1], found.start(), found.end(), found.span("number"))
            continue
        if kind != "points" and (product := _PRODUCT.match(text, found.end())) is not None:
            done = product.end()
            kind = "score" if kind == "bare" else kind
            yield Fact(kind, found[kind] or "得", found.start(), done, product.span("number"))
            continue
        if kind == "bare" and _OF_WHAT.match(text, found.end()):
            yield Fact("score", "得", found.start(), found.end(), found.span("number"))
            continue
        if kind == "bare" and (taken := _TAKEN_BEHIND.match(text, found.end())) is not None:
            done = taken.end()
            yield Fact("deduct", "扣", found.start(), done, found.span("number"))
            continue
        over = _OVER.search(text, done, found.start("number")) if kind == "bare" else None
        if over is not None and Decimal(over[1]) <= Decimal(found["number"]):
            yield Fact("score", "得", over.start(), over.end(), over.span(1))
            yield Fact("points", "分值", found.start("number"), found.end(), found.span("number"))
            continue
        yield Fact(kind, found[kind] if kind != "bare" else found[0], found.start(), found.end(), found.span("number"))
    yield from _without_unit(text)
    for found in _IN_BRACKETS.finditer(text):
        around = text[max(0, found.start() - _LONGEST_BRACKET) : found.start()]
        if around.rfind("(") <= around.rfind(")"):
            continue
        kind = "points" if found["points"] else "score"
        yield Fact(kind, found[kind], found.start(), found.end(), found.span("number"))


def _ratios(text: str) -> Iterator[Fact]:
    """Score and points whose words stand before both, in the order that they say."""
    for found in _RATIO.finditer(text):
        kinds = (("score", "得"), ("points", "分值"))
        (one, word), (other, further) = kinds if found["first"] else kinds[::-1]
        yield Fact(one, word, found.start(), found.end("one"), found.span("one"))
        yield Fact(other, further, found.start("other"), found.end(), found.span("other"))


def _without_unit(text: str) -> Iterator[Fact]:
    """Scores whose 分 is left out in a list of scores (管理效能得分42，履职效能得分53.5分)."""
    if not _SCORED.search(text):
        return
    for found in _NO_UNIT.finditer(text):
        yield Fact("score", found["word"], found.start(), found.end(), found.span("number"))


def grouped(text: str, score_first: bool | None) -> list[list[Fact]]:
    """The facts of a folded paragraph, those with only filler between them together, each kind once.

    Of 19分（满分20分） the first is the score.
    """
    groups: list[list[Fact]] = []
    for fact in sorted(_facts(text), key=lambda fact: fact.start):
        last = groups[-1] if groups else None
        if last is not None and _is_sum_of_points(text, last, fact):
            groups[-1] = [replace(last[0], kind="points", word="分值"), fact]
            continue
        if last is not None and (over := _score_over_points(text, last, fact, score_first)) is not None:
            groups[-1] = over
            continue
        if last is not None and (fell := _fallen(text, last, fact)) is not None:
            beside = groups.pop(-2) if len(groups) > 1 and _loss_before(text, groups[-2], fell) else []
            groups[-1] = [*beside, *fell]
            continue
        if last is not None and _is_to_gain(text, last, fact):
            groups[-1] = [replace(last[0], kind="points", word="分值"), fact]
            continue
        if last is not None and _score_behind(text, last, fact):
            groups[-1] = [replace(last[0], kind="points", word="分值"), replace(fact, kind="score", word="得")]
            continue
        if last is not None and (given := _given_of_points(text, last, fact)) is not None:
            groups[-1] = given
            continue
        if last is not None and _short_of_points(text, last, fact):
            last.append(replace(fact, kind="deduct", word="少"))
            continue
        if last is not None and _whole_behind(text, last, fact):
            last.append(replace(fact, kind="points", word="分值"))
            continue
        if last is not None and _points_behind(text, last, fact):
            groups[-1] = [replace(last[0], kind="score", word="得"), fact]
            continue
        if (
            last is not None
            and (not _sums_up([fact]) or _of_the_same(text, last, fact))
            and not _sums_up_losses(text, groups, fact)
            and FILLER.match(text[last[-1].end : fact.start])
            and not _is_anothers(text, last, fact)
            and fact.word != BOTH_WAYS
            and fact.kind not in {known.kind for known in last}
            and not (fact.kind in {"points", "bare"} and {"points", "bare"} & {known.kind for known in last})
        ):
            last.append(fact)
        else:
            groups.append([fact])
    return groups


def _is_anothers(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether a number is none of the line before it: it says itself whose it is (得15分，38.9分来自过程), or only a
    pause parts it from a score that is higher, as no score is than its points."""
    if _OF_WHAT.match(text, fact.end):
        return True
    if fact.kind != "bare" or last[-1].kind != "score" or text[last[-1].end : fact.number[0]] not in {",", "、", ";"}:
        return False
    return Decimal(text[slice(*fact.number)]) < Decimal(text[slice(*last[-1].number)])


def _of_the_same(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether a score with a word for the whole (最终得分, 总得分) is that of the points before it: these open a
    bracket that it stands in too (（满分值30分，最终得分27.7分）), are said to be this line's (该指标分值10分，…), or
    are fewer than a whole has and no fewer than the score."""
    head = last[0]
    if head.kind != "points" or fact.kind != "score":
        return False
    if text[head.start - 1 : head.start] == "(" and ")" not in text[head.end : fact.start]:
        return True
    if _THIS.search(text, 0, head.start) is not None:
        return True
    points = Decimal(text[slice(*head.number)])
    return "score" not in {one.kind for one in last} and Decimal(text[slice(*fact.number)]) <= points < Decimal(
        _HUNDRED
    )


def splitting(text: str, groups: list[list[Fact]]) -> list[list[Fact]]:
    """Groups that begin a statement. After one with a score and points or a deduction, deductions and lone scores
    (满意度得分) belong to its reasons; only a paragraph that begins with them, or a list (减分项：…), keeps them."""
    kept: list[list[Fact]] = []
    for group in groups:
        kinds = {fact.kind for fact in group}
        before = {fact.kind for fact in kept[-1]} if kept else set()
        whole = "score" in before and bool(before & {"points", "bare", "deduct"})
        further = len(kinds) == 1 and kinds <= {"score", "bare"} and not _sums_up(group)
        lone = kinds == {"deduct"} or (whole and further and not _of_the_whole(text, kept[-1]))
        if not kept or not lone or _TAKEN_OFF.search(text[: group[0].start]):
            kept.append(group)
    return kept


def _of_the_whole(text: str, group: list[Fact]) -> bool:
    """Whether a group tells the total (自评总分95分（满分100分）): scores behind it are those of its parts."""
    return any(fact.kind in {"points", "bare"} and text[slice(*fact.number)] == _HUNDRED for fact in group)


def _is_sum_of_points(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether 总分 says points (（总分45分，得43分）): a score follows, no higher than it, or it is 100."""
    if len(last) != 1 or fact.kind != "score" or not _BESIDE.fullmatch(text, last[0].end, fact.start):
        return False
    if text[slice(*last[0].number)] == _HUNDRED:
        return last[0].word.endswith("总分") and not fact.word.startswith("评价")
    low = Decimal(text[slice(*fact.number)]) <= Decimal(text[slice(*last[0].number)])
    return low and _TOTAL_POINTS.fullmatch(last[0].word) is not None


def _score_over_points(text: str, last: list[Fact], fact: Fact, score_first: bool | None) -> list[Fact] | None:
    """“18.6分/20分”: the score over its points, or the other way round."""
    if fact.kind != "bare" or len(last) != 1 or last[0].kind != "bare" or text[last[0].end : fact.start] != "/":
        return None
    score, points = last[0], fact
    if score_first is None:
        score_first = Decimal(text[slice(*score.number)]) <= Decimal(text[slice(*points.number)])
    if not score_first:
        score, points = points, score
    pair = (replace(score, kind="score", word="得"), replace(points, kind="points", word="分值"))
    return sorted(pair, key=lambda one: one.start)


def _fallen(text: str, last: list[Fact], fact: Fact) -> list[Fact] | None:
    """“由10分降为8.4分”: the points, and the score that they fell to."""
    bare = fact.kind == "bare" and len(last) == 1 and last[0].kind in {"bare", "points"}
    if not bare or not _FELL.fullmatch(text, last[0].end, fact.number[0]) or text[last[0].start - 1] not in "由从":
        return None
    return [replace(last[0], kind="points", word="分值"), replace(fact, kind="score", word="得")]


def _loss_before(text: str, group: list[Fact], fell: list[Fact]) -> bool:
    """Whether a group is the loss told right before what the points fell to (扣1.6分，由10分降为8.4分)."""
    between = text[group[-1].end : fell[0].start]
    return [fact.kind for fact in group] == ["deduct"] and re.fullmatch(
        "[,;]?(?:分值|得分)?[由从]", between
    ) is not None


def _is_to_gain(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether 可得 says points (可得10分，实得8.4分): the score itself follows, no higher."""
    if [one.kind for one in last] != ["score"] or fact.kind != "score" or text[last[0].start - 1] not in "可应":
        return False
    low = Decimal(text[slice(*fact.number)]) <= Decimal(text[slice(*last[0].number)])
    return last[0].word == "得" and low and FILLER.match(text[last[0].end : fact.start]) is not None


def _score_behind(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether a bare number is the score behind its points in brackets (（15分）：14.0分)."""
    bare = fact.kind == "bare" and len(last) == 1 and last[0].kind == "bare"
    return bare and text[last[0].start - 1 : last[0].start] == "(" and text[last[0].end : fact.start] in {")", "):"}


def _given_of_points(text: str, last: list[Fact], fact: Fact) -> list[Fact] | None:
    """The facts with a bare number as the score of points told before it (满分10分，扣1分，计9分; 20分中取得18.5分)."""
    kinds = {known.kind for known in last}
    again = fact.kind == "points" and fact.word == "满分" and text.endswith("自评", 0, fact.start)  # 自评满分10分
    if not (fact.kind == "bare" or again) or "score" in kinds or not kinds & {"points", "bare"}:
        return None
    given = _GIVEN.search(text, last[-1].end, fact.start if again else fact.number[0])
    if given is None or not FILLER.match(text[last[-1].end : given.start()]):
        return None
    between = text[last[-1].end : given.start()]
    told = "points" in kinds or kinds == {"bare", "deduct"} or text[last[0].start - 1 : last[0].start] == "("
    if not (told or again or _OUT_OF_THEM.match(between)):
        return None
    gained = replace(fact, kind="score", word="得")
    return [*(replace(one, kind="points") if one.kind == "bare" else one for one in last), gained]


def _short_of_points(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether a bare number is what a score lacks of the points right before it (得9.5分，较分值10分少0.5分)."""
    if fact.kind != "bare" or last[-1].kind != "points" or "deduct" in {known.kind for known in last}:
        return False
    return _LACKS.fullmatch(text, last[-1].end, fact.number[0]) is not None


def _whole_behind(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether 总分 behind a score no higher says its points: in brackets, as those of less than any total, or as the
    end of a paragraph that tells no more (自评得分38分（总分40分）; 产出指标得38分，总分40分)."""
    if [one.kind for one in last] != ["score"] or fact.kind != "score" or not _TOTAL_POINTS.fullmatch(fact.word):
        return False
    points = Decimal(text[slice(*fact.number)])
    if not Decimal(text[slice(*last[0].number)]) <= points < Decimal(_HUNDRED) or _sums_up(last):
        return False
    between, behind = text[last[0].end : fact.start], text[fact.end : fact.end + 1]
    if between == "(" or (text[last[0].start - 1 : last[0].start] == "(" and behind == ")"):
        return True
    return re.fullmatch("[,;]?(?:[该本此]项)?", between) is not None and (points < _LEAST_TOTAL or not text[fact.end :])


def _points_behind(text: str, last: list[Fact], fact: Fact) -> bool:
    """Whether a fact is the points of the bare number right before it, which is then the score (19分（满分20分）)."""
    bare = fact.kind == "points" and len(last) == 1 and last[0].kind == "bare"
    return bare and text[last[0].end : fact.start] in {"(", ",", ""}


def _sums_up_losses(text: str, groups: list[list[Fact]], fact: Fact) -> bool:
    """Whether a deduction is that of several statements before it (产出得44.6分、效益得26分，失分合计9.4分)."""
    if fact.kind != "deduct" or len(groups) < 2 or not re.search("合计|共|总", text[fact.start : fact.end]):
        return False
    return not re.search("[。;]", text[groups[-2][-1].end : fact.start])


def _sums_up(group: list[Fact]) -> bool:
    """Whether a score says that it is the whole's."""
    return any(fact.kind in {"score", "bare"} and re.search("总|综合|最终|合计|共计", fact.word) for fact in group)


def last_of(text: str, marks: str, before: int) -> int:
    return max((text.rfind(mark, 0, before) for mark in marks), default=-1) + 1


def next_of(text: str, marks: str, after: int) -> int:
    places = [place for mark in marks if (place := text.find(mark, after)) >= 0]
    return min(places, default=len(text))
