"""Sentence → count relations: “共3个 … 分别为：甲，乙，丙”, “甲、乙、丙等3个集群”, “三项措施：一是…二是…”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from toolkit.figures.names import ROW, Names, are_long, are_whole, in_step, read_names
from toolkit.figures.sentence import ASIDE, MASKED, NUMBER, QUOTED, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import dimension, is_count, known, listed_relation, value_of
from toolkit.model.figure import Relation

_LISTED = frozenset((*"个家项类种所部条名大点件处镇区县市村户座支批点", "方面", "部分"))
_EACH = (
    "(?:具体)?分别(?:为|是|有)|具体(?:为|是|有)|即(?:为|是)?|[它他]们(?:分别)?(?:为|是)"
    "|(?:依次|(?:具体)?内容|名称)(?:为|是)"
)
_AFTER_COLON = re.compile(
    rf"(?P<count>{NUMBER})(?P<noun>[^,;:、\ue000]{{0,10}}?)"
    rf"(?:,?(?P<firm>{_EACH})?(?:包括|包含|如下)?:|,?(?P<sure>{_EACH})|,(?:包括|包含|涵盖|涉及|有(?!\ue000))"
    rf"|,?[^,;:、\ue000]{{0,6}}(?P<named>名称|名单|清单)(?:分别)?(?:为|是|如下)?:|(?P<dash>—{{1,2}}|-{{2,}})(?=\ue004)"
    r"|(?<=任务|工作|举措|措施|事项)(?:是|为))"
)
_IS = ("为", "是")
_REMARK = re.compile(r"[,;](?:各|均|都|全部|并|已|现|皆|每)")
_PARTED = re.compile(r"(?:分为|分成|划为|划分成)")
_IN_ALL = re.compile(r"(?:总?共(?:计|有)?|合计|总计)$")
_MOST_OFF = 2
_PLAIN_NAME = 2
_RESPECTIVELY = re.compile(rf"^\s*(?:(?:{_EACH})[:,]?|(?:任务|工作|项目)?(?:内容|名称|清单|名单)(?:为|是|如下)?:)\s*")
_BEFORE_BRACKET = re.compile(r"[^,，;；:：、。]{0,10}[（(]")
_NO_FULL_LIST = re.compile(r"含|不含|包括|如|主要|其中|详|见|除|以|按|即")
_DEEDS = re.compile(
    r"(?:年度|重点|主要|中心|专项|民生|具体|常规|核心|关键)*(?:任务|工作|举措|措施|领域|方面|事项|内容|职能|职责)"
)
_TASKS_ARE = re.compile(rf"[^、]{{0,16}}{_DEEDS.pattern}[^、]{{0,4}}?(?:包括|包含|有|为|是|涵盖)")
_OPENER = re.compile(r"^(?:[\ue002\ue003\s,]|年度?|全年|当年|本年度?|全[局市县区]|我[局委厅院办])*$")
_ALL_OF_THEM = re.compile("(?:总|一)?共(?:有|计)?|合计|计|以上|上述")
_OF_SOME = re.compile("包括|包含|涵盖|涉及")
_POINTING = re.compile("以上|上述")
_NUMERAL = "\ue000\ue001 "
_LONGEST_LIST = 300
_MOST_LISTED = 60
_OPENING = re.compile(r"^.{0,8}?(?:包括|涉及|开展|完成|设置|实施|分为|即)")
_WORD = 2
_MARKER_WORD = re.compile(r"其中|包括|包含|分别(?:为|是)|:")
_MOSTLY = re.compile(
    r"主要(?!为|(?:有|存在)?以下|抓|做好|推进|落实|实施|任务|工作|做法|措施|问题|原因|内容)|重点(?!任务|工作|项目|事项|企业|指标|区域|单位|工程|[为是有共]|抓|做|推进|落实|实施|开展|完成)|如$|例如"
)
_QUOTED_TAIL = re.compile(rf"(?:{QUOTED}(?:{ASIDE})?(?:[、,]|和|及|与|以及)?)+$")


def counts_in(sentence: Sentence) -> Iterator[Relation]:
    """Count relations of one sentence, against lists of names in it or in the sentence before."""
    yield from _respectively(sentence)
    yield from _in_brackets(sentence)
    if not sentence.numbers:
        return
    yield from _after_colon(sentence)
    yield from _before_count(sentence)


def _respectively(sentence: Sentence) -> Iterator[Relation]:
    """“…共3个。分别为：甲，乙，丙”: the list stands in a sentence of its own."""
    found = _RESPECTIVELY.match(sentence.text)
    if not found or sentence.numbers or sentence.previous is None:
        return
    count = _announced(sentence.previous)
    names = read_names(sentence.text[found.end() :])
    if count is not None and names is not None:
        yield from judge(sentence, found.end(), len(sentence.text), count, names, firm=True)


def _in_brackets(sentence: Sentence) -> Iterator[Relation]:
    """“重点任务4项（甲、乙、丙、丁）”: the brackets right behind a count hold its list."""
    if not sentence.aside or sentence.numbers or _NO_FULL_LIST.match(sentence.text):
        return
    passage, end = sentence.passage, sentence.start - 1
    before = [spot for spot in passage.spots if spot.end <= end]
    if not before or not _BEFORE_BRACKET.fullmatch(passage.text[before[-1].end : end + 1]):
        return
    names = read_names(sentence.text)
    if names is not None and counts_names(before[-1]) and (names.alike or are_whole(names)):
        yield from judge(sentence, 0, len(sentence.text), before[-1], names, firm=True)


def _announced(sentence: Sentence) -> Spot | None:
    """The only count that stands before the first list marker of a sentence."""
    marker = _MARKER_WORD.search(sentence.text)
    end = marker.start() if marker else len(sentence.text)
    counts = [spot for start, _, spot in sentence.runs if start < end and counts_names(spot)]
    return counts[0] if len(counts) == 1 else None


def counts_names(spot: Spot) -> bool:
    return known(spot) and is_count(spot) and dimension(spot)[0] in _LISTED and value_of(spot) <= _MOST_LISTED


def _counts_deeds(spot: Spot) -> bool:
    """“甲行动”“乙行动”2次专项行动: deeds with a title each are counted like things."""
    return known(spot) and dimension(spot)[0] in {"次", "场", "期"} and value_of(spot) <= _MOST_LISTED


def _after_colon(sentence: Sentence) -> Iterator[Relation]:
    """“下设3个科室：甲、乙、丙”: the list follows its count, and nothing else follows the list."""
    for found in _AFTER_COLON.finditer(sentence.text):
        spot = sentence.spot(found, "count")
        end = len(sentence.text)
        rest = sentence.text[found.end() : end]
        each = bool(found["firm"] or found["sure"] or found["named"] or found["dash"]) or found["noun"].endswith(_IS)
        counted = counts_names(spot) or (each and _counts_deeds(spot))
        if not counted or "\ue000" in rest or ":" in rest:
            continue
        if re.search(rf"[一①]是|①|其一|^\s*{ASIDE}|^[^、,;]*的", rest) or (
            not each and _MOSTLY.search(sentence.text[: found.start()][-8:])
        ):
            continue
        if "、" in rest and (remark := _REMARK.search(rest)) and not re.search("[,;]", rest[: remark.start()]):
            rest, end = rest[: remark.start()], found.end() + remark.start()
        if "、" in rest and ("," in rest or ";" in rest):
            yield from _before_remark(sentence, found.end(), spot, re.split(r"[,;]", rest)[0])
            continue
        names = read_names(rest)
        if names is not None:
            names = _as_counted(names, found["noun"])
            whole = names.alike or "共" in sentence.text[: found.start("count")] or in_step(names) or are_whole(names)
            firm = each or (whole and _OF_SOME.search(found[0]) is None)
            sure = each and names.low == names.high
            yield from judge(sentence, found.end(), end, spot, names, firm=firm, sure=sure)


def _before_remark(sentence: Sentence, start: int, count: Spot, listed: str) -> Iterator[Relation]:
    """A list with pauses before a comma: what follows may be a remark or more of it; only a count that fits is told."""
    names = read_names(listed)
    if names is not None and names.low <= value_of(count) <= names.high:
        yield _relation(sentence, start, start + len(listed), count, names)


def _before_count(sentence: Sentence) -> Iterator[Relation]:
    """“甲、乙、丙等3个集群”: the count closes its list."""
    last = 0
    for low, high, spot in sentence.runs:
        begin = max(last, low - _LONGEST_LIST)
        mark = max(sentence.text[begin:low].rfind(mark) for mark in ",;:") + 1
        cut = begin == last > 0 == mark
        begin += mark
        text, last = sentence.text[begin:low].rstrip(), high
        if _ALL_OF_THEM.fullmatch(text) and begin > 1:
            yield from _closed(sentence, begin - 1, high, spot)
            continue
        etc = text.endswith("等")
        text = text.removesuffix("等")
        if (told := _closed_by(text)) is not None:
            yield from _in_all(sentence, begin + told[0], begin + told[1], spot)
            continue
        quoted = _QUOTED_TAIL.search(text)
        if cut and not quoted:
            continue  # a numeral inside a name, and the names before it, would be lost
        if not (counts_names(spot) or (quoted and _counts_deeds(spot))) or not text:
            continue
        if quoted:
            begin, text = begin + quoted.start(), quoted[0]
        names = read_names(text) if "、" in text or quoted else None
        if names is None:
            continue
        names = names if etc or quoted else _parted_in_step(names)
        if not (names.alike if etc else _names_what_it_counts(names, sentence.text[high : high + 12])):
            if (not etc and len(names.items) > 2 and names.low == names.high == value_of(spot)) or (
                are_whole(names) and (value_of(spot) < names.low if etc else _told_as_tasks(sentence, text, high, spot))
            ):
                yield _relation(sentence, begin, begin + len(text), spot, names)
            continue
        if not etc or names.high >= value_of(spot):
            yield from judge(sentence, begin, begin + len(text), spot, names, firm=not etc)


def _closed_by(text: str) -> tuple[int, int] | None:
    """Where in “分为甲、乙、丙” or “甲、乙、丙共” the list is that the count behind it is said to be of."""
    parted, all_of_them = _PARTED.search(text), _IN_ALL.search(text)
    if parted is None and all_of_them is None:
        return None
    return parted.end() if parted is not None else 0, all_of_them.start() if all_of_them is not None else len(text)


def _in_all(sentence: Sentence, begin: int, end: int, count: Spot) -> Iterator[Relation]:
    """“分为甲、乙、丙3个阶段”, “甲、乙、丙共3项”."""
    text = sentence.text[begin:end]
    names = read_names(text) if "、" in text and counts_names(count) else None
    if names is not None:
        names = _parted_in_step(names)
        yield from judge(sentence, begin, end, count, names, firm=names.alike or are_whole(names), closed=True)


def _as_counted(names: Names, noun: str) -> Names:
    """The names as of one sort where each ends as the noun after the count does (4种方法：比较法、观察法…)."""
    last = MASKED.sub("", noun).strip(" 为是如下")[-1:]
    if names.alike or not last or any(name[-1:] != last for name in names.apart):
        return names
    return replace(names, low=len(names.apart), high=len(names.apart), alike=True, ending=last)


def _closed(sentence: Sentence, end: int, behind: int, count: Spot) -> Iterator[Relation]:
    """“综合科、审批科、监管科，共3个科室”: the clause before is the list, where its names end as the counted do."""
    begin = max(sentence.text[:end].rfind(mark) for mark in ",;:") + 1
    text = sentence.text[begin:end]
    names = read_names(text) if "、" in text and "\ue000" not in text else None
    if names is None or not counts_names(count) or names.low != names.high:
        return
    tasks = _counts_tasks(sentence, behind, count) or (_is_of_tasks(count) and _TASKS_ARE.match(text))
    alone = _OPENER.match(sentence.text[:begin]) and are_whole(names) and tasks
    pointed = are_whole(names) and _POINTING.fullmatch(sentence.text[end + 1 : behind].rstrip(_NUMERAL)) is not None
    if alone or pointed or (names.alike and _names_what_it_counts(names, sentence.text[behind : behind + 12])):
        yield from judge(sentence, begin, end, count, names, firm=True)


def _names_what_it_counts(names: Names, noun: str) -> bool:
    """Without 等 the names are titles, or the noun after the count is their last word (甲集群、乙集群2个集群)."""
    word = MASKED.sub("", noun).strip()
    if not names.ending:
        last = {name[-1:] for name in names.apart}
        return names.alike or (names.low == names.high and len(last) == 1 and word[_WORD - 1 : _WORD] in last)
    return names.ending in word or any(word.startswith(names.ending[at:]) for at in range(len(names.ending) - 1))


def judge(
    sentence: Sentence,
    start: int,
    end: int,
    count: Spot,
    names: Names,
    *,
    firm: bool,
    sure: bool = False,
    closed: bool = False,
) -> Iterator[Relation]:
    """`firm`: a list shorter than its count is wrong too (not where 等 closes it); `sure`: so is a longer one, for no
    mark in it can stand inside a name; `closed`: the list is said to be whole, so that one that is off is a doubt."""
    announced = value_of(count)
    if names.low <= announced <= names.high:
        if names.low < names.high and not names.alike and announced not in (names.low, len(names.items)):
            return
        yield _relation(sentence, start, end, count, names)
    elif announced < names.low:
        by_pauses = "、" in sentence.text[start:end] and are_long(names)
        if sure or names.alike or (by_pauses and (firm or len(names.items) >= ROW)):
            yield _relation(sentence, start, end, count, names)
        elif closed and _is_plain_row(names, announced):
            yield _relation(sentence, start, end, count, names).model_copy(update={"certain": False})
    elif firm and not names.open:
        yield _relation(sentence, start, end, count, names)
    elif closed and _is_plain_row(names, announced):
        yield _relation(sentence, start, end, count, names).model_copy(update={"certain": False})


def _is_plain_row(names: Names, announced: Decimal) -> bool:
    """Whether three names or more, none of them a single character, are one or two off what is announced."""
    plain = names.low == names.high and len(names.items) >= ROW and not names.open
    return plain and min(map(len, names.items)) >= _PLAIN_NAME and abs(names.low - announced) <= _MOST_OFF


def _parted_in_step(names: Names) -> Names:
    """The names parted at 和 and 及 too, where that makes three or more of one length."""
    apart = (_OPENING.sub("", names.apart[0]), *names.apart[1:])
    parted = replace(names, items=apart, low=len(apart), high=len(apart), alike=True)
    return parted if names.low < names.high and in_step(parted) else names


def _is_of_tasks(count: Spot) -> bool:
    return count.quantity is not None and count.quantity.unit in {"项", "个", "大", "件"}


def _counts_tasks(sentence: Sentence, behind: int, count: Spot) -> bool:
    """Whether what is counted are tasks, of which each name is one; of projects a name may stand for several."""
    return _is_of_tasks(count) and _DEEDS.match(sentence.text[behind : behind + 12]) is not None


def _told_as_tasks(sentence: Sentence, text: str, behind: int, count: Spot) -> bool:
    """Whether the words before a list or behind its count call what it names tasks (重点工作有甲、乙、丙3项)."""
    return _counts_tasks(sentence, behind, count) or (_is_of_tasks(count) and _TASKS_ARE.match(text) is not None)


def _relation(sentence: Sentence, start: int, end: int, count: Spot, names: Names) -> Relation:
    parted = len(names.items) != names.high and names.high in (names.low, value_of(count))
    items = names.apart if parted else names.items
    printed = _printed_items(sentence.printed(start, end), sentence.text[start:end], items)
    return listed_relation(printed, count, names.low, names.high, count.where)


def _printed_items(printed: str, masked: str, items: Sequence[str]) -> list[str]:
    """The items as printed: the masked ones located again, in order."""
    found, last = [], 0
    for item in items:
        place = masked.find(item, last)
        found.append(printed[place : place + len(item)].strip())
        last = place + len(item)
    return found
