"""A printed criterion as written → the one wording that the tables know: 实际完成数 → 完成值, 计5分 → 得5分.

Only words that cannot mean anything else are replaced. Brackets that hold a rule of their own (扣完为止) open into a
clause; a line that ends with points ends a sentence, any other line break is a wrap.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from toolkit.measure.numerals import CHINESE, number
from toolkit.model.number import plain
from toolkit.patterns import regex
from toolkit.text import fold

_QUOTES = str.maketrans("", "", "\"'“”‘’")
_LEAD = regex(
    r"^(?:评分标准|评分细则|评分规则|评分方法|评分办法|计分方法|计分办法|扣分标准|得分标准|评价标准|计分标准|考核标准"
    r"|评价要点|评分要点|评分说明|计分规则):"
)
_BREAK = regex(r"(?<=[分止])\s*\n\s*(?![值数之钟别，,。；;、）)])")
_INTERVAL_COMMA = regex(r"([\[(]\d[\d.]*%?),(\d[\d.]*%?[\])])")
_NUMBERED = regex(r"(?:^|(?<=[。;,分]))([1-9])[.](?=\d{2,3}%)")
_PERCENT = regex(rf"百分之({CHINESE}+(?:点{CHINESE}+)?)")
_PERMILLE = regex(r"(\d+(?:\.\d+)?)‰")
_CHINESE_POINTS = regex(rf"(?<=[扣减加得计记])({CHINESE}{{1,3}}(?:点{CHINESE}{{1,2}})?)分(?!之)")
_REMARK = regex(r"\(([^()]*(?:扣完|不足|最多|最高|不计|视同|以此|依此|不得分|不扣|不再)[^()]*)\)")
_OWN = r"(?:该|本|此)(?:项目|项|指标)?(?:指标)?的?"

# What is written → what the tables know. Tried in order, each over the whole text.
_WORDS = tuple(
    (regex(written), known)
    for written, known in (
        (r"(\d|[一二两三五十每])个点(?!位)", r"\1个百分点"),
        (r"扣(减|除)?一?半分(?!值)", "扣0.5分"),
        (r"(?:一半|半数|50%)的?分(?:值|数)?(?!之)", "50%分值"),
        (r"(?:直接|可)?[计记给赋评获打取](?:予|为)?(?=满分|全分|零分|\d[\d.]*分(?!钟|之)|\d[\d.]*%的?(?:分|权))", "得"),
        (r"(?:获得|评为|得到)(?=满分|\d[\d.]*分)", "得"),
        (r"(?:核减|减扣|扣掉|减去|倒扣|扣罚|减少得分|核扣)(?=\d|该|本|分值|权重|指标)", "扣"),
        (r"(?<=[点天元率次个项处%日月起例])减(?=\d[\d.]*分)", "扣"),
        (r"(?:计划|应当?|拟|需|目标)完成(?:的)?(?:数值|数量|值|数|量)", "目标值"),
        (
            r"(?:年度|年初|全年|预期|计划|既定|绩效|设定|规定|预定|本年|当年|考核|评价)?"
            r"(?:绩效)?(?:目标|指标|计划|任务)(?:任务|工作)?(?:数值|数量|值|数|量)",
            "目标值",
        ),
        (
            r"(?:全年|年度|年末|年终|本年|已)*(?:实际完成|实际达到|实际|完成|实现|达成)(?:的)?(?:数值|数量|值|数|量)(?!的?评)",
            "完成值",
        ),
        (r"指标(?:完成|达成|实现)率", "完成率"),
        (rf"(?:{_OWN})?(?:指标)?(?:分值|权重分值|权重分数?|标准分值?|满分分?值|应得分值?|基本分值|权重)", "分值"),
        (r"(?:该|本)项(?:指标)?(?:的)?(?:总分|满分)(?=的|×|\*)", "分值"),
        (r"(?:其余|其他|其它|此外)(?:情况|情形)?(?:的|均|一律)*(?=不得分|得0分|0分)", "否则"),
        (r"(?:一律|均|直接|即|则|应|都|就)(?=不得分|扣\d|得\d|得满分|得0分)", ""),
        (r"(?:本|该)(?:项目|项|指标)(?:指标)?(?:不得分|得0分)", "不得分"),
        (r"零分", "0分"),
    )
)


def canonical(criterion: str) -> str:
    """The criterion folded (half-width, no blanks), its words replaced by the known ones."""
    text = fold(_BREAK.sub(";", criterion)).text.translate(_QUOTES).replace("--", "-")
    text = _PERCENT.sub(_as_digits(lambda value: f"{value}%"), text)
    text = _PERMILLE.sub(lambda found: f"{plain(Decimal(found[1]) / 10)}个百分点", text)
    text = _CHINESE_POINTS.sub(_as_digits(lambda value: f"{value}分"), text)
    text = _INTERVAL_COMMA.sub(r"\1~\2", _LEAD.sub("", text))
    text = _REMARK.sub(r",\1", text)
    numbers = [int(found) for found in _NUMBERED.findall(text)]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        text = _NUMBERED.sub("", text)
    for written, known in _WORDS:
        text = written.sub(known, text)
    return text


def _as_digits(shown: Callable[[str], str]) -> Callable[[re.Match[str]], str]:
    def digits(found: re.Match[str]) -> str:
        value = number(found[1])
        return found[0] if value is None else shown(plain(value))

    return digits
