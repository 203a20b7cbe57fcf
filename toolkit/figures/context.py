"""Folded text around a numeral → what it is: no quantity at all, or its role, name and year."""

import re
from collections.abc import Iterator

from toolkit.figures.headings import Heading
from toolkit.measure.numerals import number as read_numeral
from toolkit.model.quantity import NumberQuantity, Quantity
from toolkit.patterns import regex

_CHINESE = "零〇一二三四五六七八九十百"
_START = r"^\s*(?:#{1,6}\s*)?"

_SLOGANS = (
    *("三公", "双随机", "三重一大", "一带一路", "两化", "两业", "三农", "三保", "一卡通", "四上", "四个意识"),
    *("两个维护", "八项规定", "三会一课", "十二五", "十三五", "十四五", "十五五", "九个一"),
)
EXCLUDED_IN_PROSE = (
    ("heading", "标题编号", rf"{_START}第[{_CHINESE}\d]{{1,4}}[章节部]"),
    ("heading", "标题编号", rf"{_START}(?:[{_CHINESE}]{{1,3}}[、.]|[(][{_CHINESE}\d]{{1,3}}[)])"),
    ("heading", "标题编号", rf"{_START}\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}(?:[.、)](?!\d)|\s(?=[^\d\s]))"),
)
EXCLUDED = (
    ("document-number", "文号", r"[\u3014\[(【]\s*(?:19|20)\d\d\s*[\u3015\])】]\s*第?\s*\d+\s*号"),
    ("document-number", "文号", r"第?\s?\d{1,6}\s?号(?!线|楼|店|机|库)"),
    ("clause", "条款", rf"第\s?[{_CHINESE}\d]{{1,5}}\s?[条款]"),
    ("ordinal", "序数", rf"第\s?(?:[{_CHINESE}]{{1,5}}|\d{{1,5}})"),
    ("ordinal", "序数", r"(?<![\d一二三四五六七八九十])[一二三四五六七八九十]{1,2}(?=是(?!否|由))"),
    ("slogan", "固定提法中的数字", "|".join(_SLOGANS)),
    ("clock", "时刻", r"(?<!\d)\d{1,2}:[0-5]\d(?::[0-5]\d)?(?!\d)"),
    ("name", "名称中的数字", r"(?<![A-Za-z])[A-Za-z]+[-.]?\d+(?:\.\d+)?[A-Za-z]*"),
    ("name", "名称中的数字", r"(?<![\d.,])\d{1,3}[GKDPXQ](?![A-Za-z])"),
    ("name", "版本号", r"(?<!\d)(?<!\d\.)\d+\.\d+(?:\.\d+)*\s?版"),
    ("name", "名称中的数字", r"[“\"'‘]\s?\d+(?:[.+\-/xX×]\d+)*\s?[”\"'’]"),
    ("code", "编码或电话", r"(?<![\d.,])\d{3,4}-\d{7,8}(?!\d)|(?<![\d.,])1[3-9]\d{9}(?!\d)"),
    ("heading", "图表编号", r"(?:附?[表图]|附件)\s?\d{1,3}(?:[-.]\d{1,2})?(?!\d)"),
)
_EXCLUDED = tuple((role, why, regex(pattern)) for role, why, pattern in EXCLUDED)
_EXCLUDED_IN_PROSE = tuple((role, why, regex(pattern)) for role, why, pattern in EXCLUDED_IN_PROSE)
_NUMERAL = regex(rf"[\d{_CHINESE}]")
_DIGIT_GROUP = regex(rf"\d+(?:[.,:\-]\d+)*|[{_CHINESE}]{{1,5}}")

_YEAR = regex(r"((?:19|20)\d\d)\s*年")
_LAST_YEAR = regex(r"上年|去年|上一年")
_SENTENCE_END = regex(r"[。!?\n]")
_NAME_BREAK = regex(r"\d(?![\dA-Za-z])|[,;:。、!?()%\n\"“”《》]|[万亿]?元|其中|以及")
_NAME_HEAD = regex(
    r"^(?:(?:19|20)?\d*年(?:度|末|底)?|截至|全年|共|并|和|及|与|为|了|将|把|使|对|的|年初|本年|当年|由|在(?!职|岗|册|校|编|建|线)|"
    r"从(?!业)|有(?!效|关|限|机|偿|线)|个(?!人|体|别|税)|家(?!庭|长|电|禽)|人(?!员|均|口|才|数|次|大|民|居|工)|项(?!目))+"
)
_NAME_TAIL = regex(
    r"(?:\s|达到|达|实现|完成|为|是|共计|共有|共|合计|总计|约|近|超过|超|突破|不低于|不少于|至少|至|到|大于|小于|≥|≤|>|<|=|了|有|占|分别|仅)+$"
)
_WINDOW = 60

ROLE_BY_COLUMN = (
    (regex(r"序号|编号|编码|代码|文号|电话"), "ordinal"),
    (regex(r"得分|评分|自评分"), "score"),
    (regex(r"分值|权重|满分"), "points"),
    (regex(r"完成值|实际|完成情况"), "actual"),
    (regex(r"指标值|目标"), "target"),
    (regex(r"率|占比|比重|比例"), "rate"),
    (regex(r"预算|执行|支出|资金|金额|投资"), "amount"),
)
ROLE_BY_WORDS_BEFORE = (
    (regex(r"扣(?:减|除|了)?$"), "deduction"),
    (regex(r"(?:分值|满分|权重|共计|计)[:为]?$"), "points"),
    (regex(r"(?:得分|得|评分|总分|评价得分|合计)[:为是]?$"), "score"),
)  # fmt: skip


def excluded_spans(folded: str, *, in_cell: bool) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, role, why) of every numeral that is no quantity, by its written form."""
    if not _NUMERAL.search(folded) or (in_cell and folded.isascii() and _is_plain(folded)):
        return
    for role, why, pattern in _EXCLUDED if in_cell else _EXCLUDED_IN_PROSE + _EXCLUDED:
        for found in pattern.finditer(folded):
            for digits in _DIGIT_GROUP.finditer(folded, found.start(), found.end()):
                yield digits.start(), digits.end(), role, why


def _is_plain(text: str) -> bool:
    return read_numeral(text.strip()) is not None


def year_before(folded: str, start: int, fiscal_year: int | None) -> int | None:
    """The year named last before the numeral in its sentence; 上年 counts from the evaluated year; None: not named."""
    window = folded[max(0, start - _WINDOW) : start]
    window = _SENTENCE_END.split(window)[-1]
    named = [(found.start(), int(found[1])) for found in _YEAR.finditer(window)]
    if fiscal_year is not None:
        named += [(found.start(), fiscal_year - 1) for found in _LAST_YEAR.finditer(window)]
    return max(named)[1] if named else None


def name_before(folded: str, start: int) -> str | None:
    """The words right before the numeral, without years, verbs of reaching and operators; None if there are none."""
    window = folded[max(0, start - _WINDOW) : start]
    breaks = list(_NAME_BREAK.finditer(window))
    words = window[breaks[-1].end() :] if breaks else window
    words = _NAME_TAIL.sub("", words.strip())
    words = _NAME_HEAD.sub("", words).strip()
    return words or None


def role_in_context(folded: str, start: int, quantity: Quantity | None, heading: Heading | None) -> str:
    """Role of a numeral that the report does not cite."""
    if heading is not None:
        for pattern, role in ROLE_BY_COLUMN:
            if pattern.search(heading.column):
                return role
    if not isinstance(quantity, NumberQuantity):
        return "quantity"
    return _role_by_unit(folded[max(0, start - 12) : start], quantity)


def _role_by_unit(before: str, quantity: NumberQuantity) -> str:
    unit = quantity.unit
    if unit == "元":
        return "amount"
    if unit == "分":
        return next((role for pattern, role in ROLE_BY_WORDS_BEFORE if pattern.search(before.rstrip())), "score")
    if unit in {"1", "pp"}:
        if re.search(r"增长|增速|增幅|下降|提高|减少|上升|增加", before):
            return "growth"
        return "share" if re.search(r"占|比重|比例", before) else "rate"
    return "count" if quantity.decimals == 0 and unit else "quantity"
