"""Numerals that are no quantity: document and phone numbers, models, headings, ordinals, clock times, set phrases.

`span_at(text, start)` answers for a numeral that begins at `start` of folded text: the end of what to pass over, or
None where a quantity may stand. Every look back is a short window, so a text is read in linear time.
"""

import re

from toolkit.measure import spans, units
from toolkit.measure.phrases import end_of_phrase
from toolkit.patterns import regex

_CHINESE = "零〇一二两三四五六七八九十百千万亿"

_LABEL = regex(
    r"(?:编号|编码|代码|文号|字号|案号|证号|票号|单号|型号|批次号|批号|账号|帐号|电话|手机|传真|热线|邮编|邮政编码|身份证号?码?|QQ|ISBN|IP"
    r"|[Nn]o\.?)[:为是]?\s{0,2}[A-Za-z\u4e00-\u9fff]{0,6}[-A-Za-z0-9\u3014\u3015\[\]()._/]{0,24}$"
)
_NO_CODE = regex(r"\s?[%‰]")  # 热线诉求解决率（86%）
_CODE_BEFORE = regex(r"(?:[A-Za-z][-_.]?|[#№@_]|v\.|[Vv]er\.?\s?|[Nn]o\.?\s?)$")
_ACRONYM_BEFORE = regex(r"[A-Z]{3,}$")
_CODE = regex(r"[0-9A-Za-z]+(?:[-._/][0-9A-Za-z]+){0,8}")
_STANDARD_BEFORE = regex(r"(?:GB|DB|ISO|IEC|JGJ|HJ|CJJ|JTG|YD|QB|SL|WS|NY)(?:/[A-Z]{1,2})?\s?$")
_ORDINAL_BEFORE = regex(r"(?:第|星期|礼拜|(?:排名?|名列|位居|位列|居|列)(?:全\S{1,2})?第)\s?$")
_LABELLED_BEFORE = regex(
    r"(?:(?<![代报发年月日])表|(?<![企意地版])图|附件|附表|附录|序号|指标|专栏|案例|问卷|排名|名列|位居|位列|[Nn][Oo])\s?$"
)
_TOP_BEFORE = regex(r"前\s?$")
_TOP_AFTER = regex(
    r"\s?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?![.,][0-9]|\s?[百千万亿]{0,2}元)\s?(?:名|位|强|$|[^0-9一-鿿%])"
)
_DOCUMENT = regex(r"[\u3014\[(【<《﹝]\s?(?:19|20)[0-9]{2}\s?[\u3015\])】>》﹞]\s?(?:第\s?)?[0-9]{0,5}\s?号?")
_DOCUMENT_LOOSE = regex(r"(?:19|20)[0-9]{2}\s?年?\s?第?\s?[0-9]{1,5}\s?号")
_ORDINAL = regex(r"[0-9]+(?:[-.][0-9]+)*|[" + _CHINESE + r"]{1,9}")
_PHONE = regex(
    r"(?:1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}|400-?[0-9]{3}-?[0-9]{4}|1(?:2[0-9]{3}|1[0-9])(?=\s?(?:热线|平台|政务|服务)))(?![0-9])"
)
_VERSION = regex(r"(?!(?:19|20)[0-9]{2}\.(?:1[0-2]|0?[1-9])\.)[0-9]+(?:\.[0-9]+){2,}|[0-9]+(?:\.[0-9]+)?\s?版(?!次|面)")
_CLOCK = regex(
    r"(?:[01]?[0-9]|2[0-4])(?::[0-5][0-9]){1,2}(?![0-9:])|(?:[01]?[0-9]|2[0-4])[时点](?:整|半|[0-5]?[0-9]分?|钟|许|前|后|至)"
)
_SEASON = regex(r"(?:19|20)[0-9]{2}\s?/\s?(?:19|20)[0-9]{2}|[0-9]{1,2}[·•][0-9]{1,2}")
_PAIR = regex(r"(?!(?:19|20)[0-9]{2})(?P<low>[0-9]{1,4})-(?P<high>[0-9]{1,4})(?:-[0-9]{1,4}){0,4}(?![0-9.,])")
_THOUSANDS = regex(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_MONTH_AFTER = regex(r"\s?月")
# "支出38 7,236.73万元": torn by a blank, or two numbers? Nothing printed says; neither is read.
_SPLIT = regex(r"[0-9]{1,6}(?:\.[0-9]+)?[ ][0-9][0-9,.]*")
_SPLIT_POINT = regex(r"[0-9,]{1,15}(?:\s{1,2}\.\s{0,2}|\.\s{1,2})[0-9]+(?:\s[0-9]+)?")
_SPLIT_GROUPS = regex(r"[0-9]{1,3}(?: [0-9]{3}){1,4}(?![0-9,])")
_WORDS_BEFORE = regex(r"[\u4e00-\u9fff≥≤<>:(]\s?$")
# 2，472家: one number or two? A wide comma between narrow digits does not say; neither is read.
_TORN = regex(r"[0-9]{1,3}(?:，[0-9]{3}){1,6}(?![0-9])")
_TIMES_SIGN = regex(r"(?![0-9.]+\s?[×xX*]\s?10\s?\^)[0-9.]+\s?[×xX*]\s?[0-9.]+(?:\s?[×xX*]\s?[0-9.]+)?(?:小时|天)?")
# [90,100], (80,90]: two ends of a band, not thousands; round brackets on both sides may hold a number
_BAND = regex(r"(?=\[|[(][^\])]{1,30}\])[\[(]\s?[0-9]+(?:\.[0-9]+)?\s?[,，]\s?[0-9]+(?:\.[0-9]+)?\s?[\])]")
_SHARED_OUT = regex(r"[0-9.]+(?:\s?:\s?[0-9.]+){2,8}")  # 3:2:1
_SCHEME = regex(r"[0-9]+(?:\s?\+\s?(?:[0-9NnXx]+|[\u4e00-\u9fff“\"](?=[^0-9]))){1,40}")
_NOMINAL = regex(
    r"\s?(?:号|級|级|届|期工程|期项目|版|型|式|环路|国道|省道|县道|高速|线城市|线|中学|小学|年级|强|楼|室|街|路|栋|幢|单元|校区|舱|点半"
    r"|胎|分制|代|世纪|年代|月|日|[点點](?!五)|时(?!间|段|长|效)|维|星|环|次产业|中全会|所学校之一|象限|类地区|产业|次党代会|次全会|热线|后(?!续)|[Aa](?:级|类)?景区)"
)
_NOMINAL_CHINESE = regex(
    r"\s?(?:是|则|者|来|类|期(?![^间内])|者|等(?!于)|届|大(?=精神|报告|以来|[,。;、胜召开])|则|分校|院)"
)
_LATIN_AFTER = regex(r"[A-Za-z]")
_HEADING = regex(r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}\s?(?:[.、)）．](?![0-9]))")
_NEXT = regex(
    r"([2-9]|[12][0-9])\.[0-9]+"
)  # …。3.38座水库: a third item, behind the second, or a number; neither is read
_ITEM_END = regex(r"[。;\n]\s?$")
_HEADING_CHINESE = regex(r"[一二三四五六七八九十]{1,3}\s?[、.)）](?!\s?[一二三四五六七八九十两])")
_BULLET_BEFORE = regex(r"(?:^|[^0-9A-Za-z\u4e00-\u9fff.,%≥≤<>=~/-])$")
_LINE_BEFORE = regex(r"(?:^|[\n┃])[ #*]{0,6}$")
_PAGE = regex(r"[0-9]{1,4}\s-")
_BRACKETED = regex(r"\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[)）](?!\s?[:])")
_QUOTED = regex("[“\"‘'「『]\\s?[^“”\"‘’'」』,。;]{1,8}[”\"’'」』]")
_LINK_BEFORE = regex(r"(?:https?://|www\.)[^\s\u4e00-\u9fff]{0,400}$")
_LINK_REST = regex(r"[^\s\u4e00-\u9fff]*")
_SHORT_YEAR = regex(r"[12][0-9]\s?年(?:底|初|末|度(?!假)|\s?(?:1[0-2]|0?[1-9])\s?月)(?:\s?[0-9]{1,2}\s?[日号])?")
_WINDOW = 40
_ITEM = 400  # characters of the item before


def span_at(text: str, start: int) -> int | None:
    """End of a stretch that holds a numeral at `start` but no quantity; None where a quantity may stand."""
    arabic = text[start].isdigit()
    behind = text[max(0, start - _WINDOW) : start]
    passed = None if arabic else end_of_phrase(text, start)
    return _by_context(text, start, behind, arabic=arabic) if passed is None else passed


def sign_at(text: str, start: int) -> int | None:
    """End of a version, a clock time, 7×24, 3:2:1 or 1+3+N at `start`; None where a number may stand."""
    for pattern in (_VERSION, _TIMES_SIGN, _SCHEME, _SHARED_OUT):
        found = pattern.match(text, start)
        if found is not None:
            return found.end()
    return _clock(text, start, text[max(0, start - 8) : start])


def nominal(text: str, end: int, *, chinese: bool) -> bool:
    """Whether what follows a bare numeral makes it a name, not a number (3号, 二级, 5G, 500强)."""
    if _LATIN_AFTER.match(text, end) or _NOMINAL.match(text, end):
        return True
    return chinese and _NOMINAL_CHINESE.match(text, end) is not None


def _by_context(text: str, start: int, behind: str, *, arabic: bool) -> int | None:
    heading = _heading(text, start, behind, arabic=arabic)
    if heading is not None:
        return heading
    if _ordinal(text, start, behind):
        return _end(_ORDINAL, text, start)
    if not arabic:
        headed = units.bracketed(text, start - 1) if behind[-1:] == "(" else None  # （百万元）: a unit, no number
        return _quoted(text, start) if headed is None else headed[0]
    if behind[-1:] in {"¥", "￥", "$"}:
        return None
    if behind[-1:] in {"/", "."} and behind[-2:-1].isascii() and behind[-2:-1].isalnum():
        return _end(_CODE, text, start)
    if behind[-1:].isascii() and _LINK_BEFORE.search(text[max(0, start - 420) : start]):
        return _end(_LINK_REST, text, start)
    if _coded(text, start, behind):
        return _end(_CODE, text, start)
    if behind[-1:] and behind[-1] in "\u3014[﹝【(" and (found := _DOCUMENT.match(text, start - 1)):
        return found.end() if found[0].endswith("号") or behind[-1] in "\u3014﹝【[" else None
    if behind[-1:] in {"[", "("} and (band := _BAND.match(text, start - 1)):
        return band.end()
    if behind[-2:] == "- " and (page := _PAGE.match(text, start)):
        return page.end()
    for pattern in (_PHONE, _SHORT_YEAR, _DOCUMENT_LOOSE, _SEASON, _TORN):
        found = pattern.match(text, start)
        if found is not None:
            return found.end()
    return sign_at(text, start) or _pair(text, start) or _split(text, start, behind) or _quoted(text, start)


def _coded(text: str, start: int, behind: str) -> bool:
    """PM2.5, A11, GB/T 50378, 合同编号：…; but APP3个 counts."""
    if _CODE_BEFORE.search(behind):
        return not (_ACRONYM_BEFORE.search(behind) and spans.measured_at(text, spans.run_end(text, start)))
    if _LABEL.search(behind):
        return _NO_CODE.match(text, spans.run_end(text, start)) is None
    return _STANDARD_BEFORE.search(behind) is not None


def _heading(text: str, start: int, behind: str, *, arabic: bool) -> int | None:
    if behind.rstrip()[-1:] == "(" and (found := _BRACKETED.match(text, start)):
        return found.end()
    if not _BULLET_BEFORE.search(behind):
        return None
    if arabic and (numbered := _NEXT.match(text, start)) and _follows_item(text, start, int(numbered[1])):
        return numbered.end()
    found = (_HEADING if arabic else _HEADING_CHINESE).match(text, start)
    if found is None or (arabic and int(re.split(r"\D", found[0])[0]) > 30):
        return None
    closing = found[0].rstrip()[-1]
    if closing == "、" and behind.strip() and not _LINE_BEFORE.search(behind) and behind.rstrip()[-1] in ":,":
        return None
    return found.end()


def _follows_item(text: str, start: int, number: int) -> bool:
    """Whether a sentence or clause begins here and the item before this number stands before it."""
    before = text[max(0, start - _ITEM) : start]
    item = rf"(?:^|[。;:\s]){number - 1}\.(?![0-9])"
    return _ITEM_END.search(before) is not None and re.search(item, before) is not None


def _ordinal(text: str, start: int, behind: str) -> bool:
    """第3, 表3-1, 前10名; but 附件3份 counts, and 剩余指标6.5万元, 调整前1,846.49万元 are money."""
    if _ORDINAL_BEFORE.search(behind):
        return True
    if _TOP_BEFORE.search(behind) and _TOP_AFTER.match(text, start):
        return True
    if not _LABELLED_BEFORE.search(behind) or _THOUSANDS.match(text, start):
        return False
    return not spans.measured_at(text, _end(_ORDINAL, text, start))


def _pair(text: str, start: int) -> int | None:
    """10-12 alone, or 2-1班: a number of a house, a section, a class; a range only if it counts something."""
    found = _PAIR.match(text, start)
    if found is None or _MONTH_AFTER.match(text, found.end()):
        return None
    rises = int(found["low"]) < int(found["high"])
    return None if rises and spans.measured_at(text, found.end()) else found.end()


def _split(text: str, start: int, behind: str) -> int | None:
    run = spans.RUN.match(text, start)
    if run is None or text[run.end() : run.end() + 1] not in {" ", ".", "\n"}:
        return None
    digits = spans.arabic(text, start)
    if digits is not None and any(char.isspace() for char in text[start : digits[0]]):
        return None  # mended: its own marks prove that it is one number
    point = _SPLIT_POINT.match(text, start)
    if point is not None:
        return point.end()
    groups = _SPLIT_GROUPS.match(text, start)
    if groups is not None and spans.measured_at(text, groups.end()):
        return groups.end()
    found = _SPLIT.match(text, start)
    return None if found is None or _WORDS_BEFORE.search(behind) is None else found.end()


def _clock(text: str, start: int, behind: str) -> int | None:
    found = _CLOCK.match(text, start)
    if found is None or ("比" in behind[-8:] and ":" in found[0]):
        return None
    return found.end()


def _quoted(text: str, start: int) -> int | None:
    """“九个一”, “321”: a short name in quotes; but “3份” counts."""
    if text[start].isdigit() and spans.measured_at(text, spans.run_end(text, start)):
        return None
    for back in range(1, 5):
        if start - back < 0:
            return None
        found = _QUOTED.match(text, start - back)
        if found is not None and found.end() > start:
            return found.end()
    return None


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return start + 1 if found is None or found.end() == start else found.end()
