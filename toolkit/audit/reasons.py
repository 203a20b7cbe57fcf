"""A line that lost points → whether the report gives a reason anywhere: beside it, in its group, in text or annex."""

import re
from collections import Counter
from decimal import Decimal

from toolkit.audit.judged import attained
from toolkit.audit.losses import heads_in, heads_told, losses_in, losses_told, told_together, unstated
from toolkit.audit.mentions import Mention, Mentions, points_lost
from toolkit.audit.once import once
from toolkit.audit.printed import cells_beside, sentences, text_around, texts, under, words_of
from toolkit.audit.tally import lines_by_id
from toolkit.model.case import Case
from toolkit.model.citation import Cited
from toolkit.model.document import Document
from toolkit.model.record import Indicator, PerformanceReport
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_CAUSE = regex(
    r"原因|由于|因为|因(?![素此而])|受.{1,20}影响|未(?!发[现生])|不足|不够|不高(?!于)|不强|不到位|不及时|不完善|不规范|欠缺|缺少|缺乏|滞后|迟|延期|延误"
    r"|[错漏][报登换发录记]|差错|超期|逾期|偏低|较低|偏高|较高|较多|较大|较慢|偏慢|差距|差异|偏差|有待|仍需|需进一步|存在|问题|薄弱|减少|下降|(?<!不)低于|(?<!不)少于|没有?达到|只有|扣\d|[少未没]得\d|扣减|扣除|扣分|失分|按.{1,8}(?:折算|计算|计分|得分|计(?=[。,;]|$))|得分=\d"
)
_UNMET = regex(  # 得15分×79.7%; 目标95%，实际91%: what was wanted beside what came of it
    r"[×*]\s*\d[\d.]*%|(?:目标|指标值|计划|任务)[值数为是]?(?:≥|不低于|不少于)?\d[^。]*?\d%|\d%[^。]*?(?:目标|指标值|计划|任务)[值数为是]?(?:≥|不低于|不少于)?\d"
)
_CALCULATED = regex(r"(?:\d[%)]?|率)\s*[×÷]\s*[(\d]")  # 8×(1-3÷40), in a cell of the row
_SAID_OF_LOSS = regex(  # 扣1.2分：问卷满意率较目标低; 扣0.3分，为招标节约形成
    r"(?:扣[分减除]?|[失丢减]分?)[为:]?\d[\d.]*分(?:[:(]|,(?=[为系属是因]))(?!分值|满分|标准分|权重|得分|自评|[该本]项)[^,。;()\d]{4}"
)
_COUNTED_LOSS = regex(r"每.{1,14}扣\d[\d.]*分,(?:共?计|共|扣)\d")
_RULE_TEXT = regex(r"每.{1,14}扣|扣完为止|得满分|不得分|评分标准|计算公式")
_NO_CAUSE = regex(
    r"(?:未|没有|无)(?:发现|发生|出现|存在)[^。；;，,\d]{0,10}(?:问题|情况|情形|现象|行为)"
    r"|(?<=分)[，,、]?(?:该项|本项|合计|共)?(?:扣分|扣减|扣除|扣|失分|减)[为:：]?\d+(?:\.\d+)?分(?=[。；;）)\]]|$)"
)
_SHORTEST_NAME = 2
_OF_EVERY_REPORT = regex(
    "投入|过程|产出|效果|效益|决策|管理|成本|数量|质量|时效|满意|执行|预算|资金|绩效|项目|部门|支出|采购|资产|公开"
)
"""Names of groups that stand beside words of a cause in any report, whatever these speak of."""
_FIRST_PART = 2000
_LONGEST_WORDS = 2 * 24  # what _RULE_TEXT and then _CAUSE match at most, with the character behind
_NO_WORDS = regex(r"[\W\d_a-z]*(?:无|暂无|没有|无偏差|否|是|元|分|万元|已完成|完成)?[\W\d_a-z]*")


def lost(line: Indicator) -> Decimal | None:
    """Points that the line lost; None where neither points and score nor the line itself tell, or none were lost."""
    if line.max_score is None or line.claimed_score is None:
        return None if line.deduction is None else abs(line.deduction.value) or None
    gap = line.max_score.value - line.claimed_score.value
    return gap if gap > 0 else None


def reason_stands(case: Case, line: Indicator) -> bool:
    """Whether any reason for the line's lost points is given; in doubt, it is."""
    return (
        line.corrective_action is not None
        or any(one.deduction_reasons for one in (line, *_above(case, line)))
        or _beside(case, line)
        or _elsewhere(case, line)
        or _explained_in_annexes(case, line)
    )


def said_of(document: Document, subject: re.Pattern[str], cause: re.Pattern[str]) -> bool:
    """Whether a sentence names the subject together with a cause."""
    return any(subject.search(text) and cause.search(text) for text in sentences(document))


def _above(case: Case, line: Indicator) -> list[Indicator]:
    by_id = lines_by_id(case.report)
    found: list[Indicator] = []
    above = by_id.get(line.parent or "")
    while above is not None and above not in found:
        found.append(above)
        above = by_id.get(above.parent or "")
    return found


def _explained_in_annexes(case: Case, line: Indicator) -> bool:
    """Whether an annexed line of this name that lost as much has reasons; not another project's line."""
    return (key(line.name.value), lost(line)) in _losses_in_annexes(case.report)


@once
def _losses_in_annexes(report: PerformanceReport) -> frozenset[tuple[str, Decimal | None]]:
    lines = (line for annex in report.annexes for line in annex.indicators)
    return frozenset((key(line.name.value), lost(line)) for line in lines if line.deduction_reasons)


def _beside(case: Case, line: Indicator) -> bool:
    """Words in the line's own row that are none of its fields, or words of a cause after its score in running text."""
    cells = cells_beside(case.document, line.name.where)
    if not cells:
        if _falls_short(line):
            return True
        said = unstated(case, line)
        if _SAID_OF_LOSS.search(fold_widths(words_of(case, line))) or _COUNTED_LOSS.search(fold_widths(said)):
            return True
        said = _NO_CAUSE.sub("", _RULE_TEXT.sub("", said.replace(line.name.value, "")))
        return bool(_CAUSE.search(said) or _UNMET.search(said)) or any(map(_CAUSE.search, under(case, line)))
    if any(_CALCULATED.search(fold_widths(cell)) for cell in cells):
        return True
    read = " ".join(key(cited.quote) for cited in _fields(line))
    groups = {key(name) for name in (line.level1, line.level2, line.level3) if name}
    return any(_is_remark(cell, read, groups) for cell in cells)


def _falls_short(line: Indicator) -> bool:
    """Whether what was wanted and what came of it lead to the score (目标95%，实际93.0%，得9.8分)."""
    if line.actual is None or line.claimed_score is None:
        return False
    done, score = line.actual.where.segments[0], line.claimed_score.where.segments[0]
    leads = (
        done.block == score.block and done.chars is not None and score.chars is not None and done.chars < score.chars
    )
    found = attained(line)
    if not leads or found is None or found.met is True:
        return False
    return found.met is False or (found.ratio is not None and found.ratio.high < 1)


def _fields(line: Indicator) -> list[Cited[object]]:
    values = [getattr(line, name) for name in type(line).model_fields]
    return [value for value in values if isinstance(value, Cited)]


def _is_remark(cell: str, read: str, groups: set[str]) -> bool:
    said = key(cell)
    if len(said) < 4 or said in read or _NO_WORDS.fullmatch(said):
        return False
    if any(field and field in said for field in read.split()) or any(group in said for group in groups):
        return False
    return bool(_CAUSE.search(cell)) and not _RULE_TEXT.search(cell)


def _elsewhere(case: Case, line: Indicator) -> bool:
    """The line's name beside words of a cause in another place, or its very points named as lost."""
    name, own, gap = key(line.name.value), key(words_of(case, line)), lost(line)
    if _group_explained(case, line) or line.id in _explained_together(case):
        return True
    if len(name) >= _SHORTEST_NAME and not _OF_EVERY_REPORT.fullmatch(name) and _named_beside_cause(case, name, own):
        return True
    if gap is None:
        return False
    others = (mention for mention in _mentions(case).of_points(gap, name) if not mention.is_own(name, own))
    return any(list(points_lost(one.text)).count(gap) > _spoken_for(case)[one.text, gap] for one in others)


@once
def _explained_together(case: Case) -> frozenset[str]:
    """Lines that a sum of losses names beside others, where the sum is what these lost."""
    lost_by = [(line.id, key(line.name.value), gap) for line in case.report.scored_leaves if (gap := lost(line))]
    found: set[str] = set()
    for names, points in told_together(case.document):
        of_names = [[(id_, gap) for id_, name, gap in lost_by if one in name] for one in names]
        if len(names) > 1 and all(map(len, of_names)):
            among = {id_: gap for lines in of_names for id_, gap in lines}
            if sum(among.values(), Decimal(0)) == points:
                found |= among.keys()
    return frozenset(found)


@once
def _spoken_for(case: Case) -> Counter[tuple[str, Decimal]]:
    """(text, points) → how many times lines that lost as much as they say cite such points there as their own."""
    found: Counter[tuple[str, Decimal]] = Counter()
    for line in case.report.indicators:
        named = [one.points for one in line.deduction_reasons if one.points is not None]
        gap = lost(line)
        if gap is None or sum((abs(one.value) for one in named), Decimal(0)) > gap:
            named = []
        told = [line.deduction] if line.deduction is not None and abs(line.deduction.value) == gap else []
        for one in (*named, *told):
            found[key(text_around(case.document, one.where)), abs(one.value)] += 1
    return found


def _group_explained(case: Case, line: Indicator) -> bool:
    """Whether the text tells what the line or a group above it lost (过程指标失2.5分), and not only where it states
    their points and score: the reasons stand there."""
    names = {key(name).removesuffix("指标") for name in (line.name.value, line.level1, line.level2) if name}
    bare = [one for one in (line, *_above(case, line)) if one is line or not _beside(case, one)]
    own = [key(words_of(case, one)) for one in bare]
    known = Counter(loss for text in own for loss in losses_told(text))
    told = losses_in(case.document)
    if any(told[loss] > known[loss] for loss in told if any(len(name) > 1 and name in loss.whose for name in names)):
        return True
    stated = Counter(head for text in own for head in heads_told(text))
    heads = heads_in(case.document)
    wanted = [*((name, None) for name in names), (key(line.name.value), lost(line))]
    return any(heads[place][said] > stated[(*place, said)] for place in wanted for said in heads.get(place, ()))


def _named_beside_cause(case: Case, name: str, own: str) -> bool:
    mentions, known = _mentions(case).of_name(name), _beside_causes(case)
    if len(mentions) == 1 and all(mention.is_own(name, own) for mention in mentions):
        return False
    if name not in known:
        known[name] = [mention for mention in mentions if _holds_cause(mention.text, name)]
    return any(not mention.is_own(name, own) for mention in known[name])


@once
def _mentions(case: Case) -> Mentions:
    return Mentions(map(key, texts(case.document)), (key(line.name.value) for line in case.report.indicators))


@once
def _beside_causes(case: Case) -> dict[str, list[Mention]]:
    """By name, filled as lines ask: the texts that hold words of a cause beside it."""
    return {}


def _holds_cause(text: str, name: str) -> bool:
    """Whether words of a cause stand in the text, the name and rules of scoring apart; of a long text, as much is read
    as it takes: what was found well before the end of a part is found in the whole."""
    size, unsure = _FIRST_PART, len(name) + _LONGEST_WORDS
    while True:
        rest = _RULE_TEXT.sub("", text[:size].replace(name, ""))
        found = _CAUSE.search(rest)
        if size >= len(text):
            return found is not None
        if found is not None and found.end() <= len(rest) - unsure:
            return True
        size *= 8
