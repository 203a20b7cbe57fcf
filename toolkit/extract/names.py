"""Printed indicator name → the name itself: star, item number, code and caption “(50分)” set aside."""

import re
from dataclasses import dataclass

from toolkit.extract.citing import Span
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_STAR = regex(r"^[\s*★☆▲△●◆■]+")
_NUMBER = regex(
    r"^(?:指标\s?\d{1,2}\s*[:：.、]|[一二三四五六七八九十]{1,3}\s*、|\(\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*\)"
    r"|\d{1,2}\s*[、)]|\d{1,2}(?:\.\d{1,2}){0,3}\s*\.(?!\d)|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s*[^\d\s.%万亿倍])|[①-⑳]"
    r"|[A-Z]\d{1,4}\s*[.、:\-]?\s*(?=[^\sA-Za-z0-9.])|其中\s*:)\s*"
)
_CAPTION = regex(
    r"\s*[(\[]\s*(?:分值|权重|满分|共|总分|合计)?\s*[:为]?\s*(?P<points>\d{1,3}(?:\.\d{1,3})?)\s*分?\s*"
    r"(?:[,;、]\s*(?:自评|实际|实)?得分?\s*[:为]?\s*(?P<gained>\d{1,3}(?:\.\d{1,3})?)\s*分?\s*)?[)\]]\s*$"
    r"|\s*(?:满分|分值|共)?[:：]?\s*(?P<loose>\d{1,3}(?:\.\d{1,3})?)\s*分\s*$"
)
_TOTAL = regex(
    r"^(?:总分|合计|总计|总得分|最终(?:自评)?(?:总?得分|总分)|折算(?:后|为|成)?(?:百分制)?(?:自评)?(?:得分|分数|总分)?|百分制(?:折算)?得分|自评总分|得分合计|自评得分合计|总分合计|综合得分|合计得分|自评合计|自评总得分|加权(?:总)?得?分|加权合计|(?:各项|全部|所有|以上)(?:指标)?(?:得分|分值|自评)*(?:合计|总计|总分|总得分)|(?:绩效)?指标(?:得分)?(?:合计|总计)|原始(?:总分|得分|总得分)|全[省市州县区旗盟镇乡](?:合计|总计|小计)?|基[础本](?:分|得分)(?:合计|小计|总计))$"
)
_SUBTOTAL = regex(r"(?P<before>.*?)(?:得分)?小计(?:\((?P<behind>[^()]{1,20})\))?")
_NO_GROUP = regex(r"\d|元$|^单位")
_FOOTER = regex(
    r"^(?:(?:自评|评价)?结论|(?:主要|存在)?(?:的)?存?在?问题(?:及.*)?|改进措施.*|整改措施|下一步.*|.{0,6}负责人|(?:填表|联系|审核|经办|填报|复核)人|联系电话|填报(?:日期|时间)"
    r"|备注|说明|注|偏差.*原因(?:分析)?|未完成.*原因(?:分析)?|其他需要?说明.*|需要说明的.*|评分说明|填表说明|签字|盖章|评价等级|自评等级|等级)[:：]?$|^注[:：1-9]"
)
_ADJUSTMENT = regex(
    r"加减分(?!后)|[加减扣]分[及和与、]+[加减扣]分|^奖惩(?:加|扣|项|事项|分)|^加分项?|^减分项?|^扣[分减]项|^附加分|^奖励加分|^工作表现$|工作表现加|^加分|^减分"
)
_CONVENTIONAL = regex(
    r"(?:产出|效益|满意度|成本|数量|质量|时效|效果|经济|社会|生态|可持续影响|影响力|绩效|决策|过程|投入|履职|共性|个性|核心|服务对象满意度|满意)指标$"
)
_ENCLOSED = regex(r"\([^()]{2,12}\)|\[[^\[\]]{2,12}\]")
_GENERIC = regex(r"^(?:指标[:：]?|…+|\.{2,}|(?:全部|以上|上述)?\d{1,3}项(?:指标)?)$")


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name, the points printed in its caption, and what of them was gained: 产出（50分，得48分）."""

    name: Span
    caption: Span | None
    gained: Span | None = None


def parse_name(span: Span) -> PrintedName | None:
    """The name inside a printed one; None where nothing is left."""
    folded = fold_widths(span.text)
    start = 0
    for pattern in (_STAR, _NUMBER, _STAR):
        found = pattern.match(folded[start:])
        start += found.end() if found else 0
    end = len(folded)
    caption = gained = None
    if (found := _CAPTION.search(folded, start)) is not None:
        group = "points" if found["points"] else "loose"
        if found.start() > start and (group == "points" or len(folded) - start > len(found[0])):
            caption = span.sub(*found.span(group))
            gained = span.sub(*found.span("gained")) if found["gained"] else None
            end = found.start()
    name = span.sub(start, end)
    text = fold_widths(name.text).rstrip(":;,.。、 ")
    name = name.sub(0, len(text)) if text else name
    if _ENCLOSED.fullmatch(text):  # （项目立项）, a row above the lines of a group
        name = name.sub(1, len(text) - 1)
    if not key(name.text) or _GENERIC.match(key(name.text)):
        return None
    return PrintedName(name, caption, gained)


def is_total(text: str) -> bool:
    """Whether a row label names the whole: 总分, 合计…"""
    return bool(_TOTAL.match(re.sub(r"[(\[][^()\[\]]*[)\]]|[:：]$", "", key(text))))


def is_final_total(text: str) -> bool:
    """Whether a row label names what other sums come to in the end: 最终得分, 折算百分制得分."""
    return is_total(text) and re.search("最终|折算|百分制", text) is not None


def is_subtotal(text: str) -> bool:
    """Whether a row label names a group's sum: 产出指标小计."""
    return _SUBTOTAL.fullmatch(key(text)) is not None


def name_of_subtotal(text: str) -> str:
    """The group that a row label sums up: 产出指标小计, 小计（项目支出）; empty where it names none."""
    found = _SUBTOTAL.fullmatch(key(text))
    if found is None or found["before"]:
        return "" if found is None else found["before"]
    behind: str = found["behind"] or ""
    return "" if _NO_GROUP.search(behind) else behind


def is_footer(text: str) -> bool:
    """Whether a row label is of the words that close a form: 存在问题, 填表人, 注：…"""
    return bool(_FOOTER.match(key(text)))


def is_adjustment(text: str) -> bool:
    """Whether a name stands for points outside the lines: 加减分, 加分项…"""
    return bool(_ADJUSTMENT.search(key(text)))


def is_conventional(name: str) -> bool:
    """Whether a folded name is one that groups have in every form: 产出指标, 数量指标."""
    return bool(_CONVENTIONAL.search(name))


def spoken_name(span: Span) -> Span:
    """A name in running text without the word 指标 that only says what it is (管理效能指标 → 管理效能).

    Names that carry the word in every form (产出指标, 数量指标) keep it.
    """
    text = span.text
    if text.endswith("方面") and len(text) > 4:
        return span.sub(0, len(text) - 2)
    if text.endswith("指标") and len(text) > 4 and not is_conventional(text):
        return span.sub(0, len(text) - 2)
    return span
