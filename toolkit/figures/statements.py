"""Figures with the words around them → what each states: of what, planned or done, of which year, whole or part.

Two printings of one fact need not share their wording, but they never speak of a plan here and of the outcome there, of
two years, of an amount and of its change.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from toolkit.figures.in_turn import in_turn
from toolkit.figures.spot import Passage, Spot
from toolkit.figures.standing import standing_in_cell, standing_in_text
from toolkit.figures.verdict import dimension, is_percent, known, value_of
from toolkit.measure.dimensions import dimension as dimension_of
from toolkit.measure.dimensions import factor_of
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_END = regex(r"[。;!?\n]")
_STOP = regex(r"[。!?\n]")
_CLAUSE = regex(r"[,、:()]")
_AFTER = regex(r"[,、:();。!?\n\d]")
_BASE_YEAR = regex(r"[比较](?:19|20)\d\d年")
_NUMBER = regex(r"(?:19|20)\d\d年度?|\d[\d,.]*[十百千万亿]*(?:元|%)?")
_SHARE_OF = regex(r"比例|比率|比重|占比")
_BEHIND_ITS_NAME = regex(r"(?<=..)(?:的|全部|均|已|都|投入|实现|完成)")
_DONE = regex(r"实际|完成|已|超额")
_LONGEST = 40
_LONGEST_SENTENCE = 200
_RUN = 4
_VERB_ALONE = regex(
    "(?:采购|购置|补贴|补助|发放|改造|建设|新建|投放|安装|支持|扶持|资助|救助|培训|整改|办结|验收|回收|通过|受理|处理|检查|抽查|覆盖)+"
)
_LONGEST_AFTER = 14
_LONGEST_NAME = 5
_LAST_YEAR = regex(r"(?<![比较与同])(?:上年(?!度?结转)|去年|上一年度?|同期|往年)|明年|下一?年")
_PERIOD = regex(r"[上下]半年|[一二三四]季度|第[一二三四]季度|前[一二三\d]+个?[月季]|\d{1,2}-\d{1,2}月")
_PER = regex(r"[人户亩次月日生床地里村校班笔件]均|每(?!年)|单价|吨水|平均|标准(?![化厂房田煤间件])")
_EACH = regex(r"平?均?每(公里|平方米|[人户亩村次吨])(?:每[年月])?")
_YEAR = regex(r"((?:19|20)\d\d)\s*年?")
_WHOLE = regex(r"总[得评]?分|综合[得评]分|合计|共计|总计|总额|总数|总量|整体|总[支收]|总投资")
_BRACKETS = regex(r"\([^)]*\)")
_ANY = (
    r"(?:19|20)\d\d年?度?|全[年市县区局省]|本?年度|本年|当年|截至|年末|年底|共计|总共|合计|总计|小计|总(?:额|量|数)|整体|部门(?=$|整体|总|20|收|支|预|决)|部分|各项?|其中|"
    r"新购|购置|购买|配备|添置|开展|举办|组织|完成值?|实现值?|达到|进行|累计|实施|惠及|受益|实际|目标值?|指标值|数值|计划|任务|自评|得分|该项|情况|人次|(?<!年)人数|户数|同比|[比较]上年同?期?|"
    r"分值|满分|权重|节约|增长|下降|增加|减少|提高|提升|降低|高于|低于|超过|控制|数量|数(?!字|据)|我[市县区局]|由?(?:上年|去年)的"
)
_EMPTY_OF_MONEY = regex(
    rf"{_ANY}|预算|执行|决算|支出|支付|使用|安排|下达|拨付|投入|资金|金额|经费|调整|项目(?=[^,]{{2}})"
)
_EMPTY_OF_POINTS = regex(r"自评|得分|分值|满分|权重|该项|部分|(?:19|20)\d\d年?度?|总分|综合|评价")
_EMPTY = regex(_ANY)
_EDGES = "的已等并了为对向在与和及至由从以是有个共按得将较比总"


_NAMED_BY_REPORT = frozenset({"score", "points"})


@dataclass(frozen=True)
class Statement:
    """What a figure states. `own`, `full`: telling words before it, and on both sides; `subject`: those of the clause
    before, where it has none; `around`: all before it in its sentence; `standing`: see there; `place`: its sentence or
    its table; `whole`: its words name a total; `bound`: printed as the least that is wanted; `sentence`: where its full
    sentence begins."""

    spot: Spot
    own: str
    full: str
    subject: str
    around: str
    standing: str
    year: str
    place: tuple[str, int]
    period: str = ""
    per: bool = False
    part: bool = False
    whole: bool = False
    bound: bool = False
    sentence: int = -1

    def shares_a_sentence(self, other: "Statement") -> bool:
        """Whether both stand in one sentence of the text, semicolons apart."""
        return self.place[0] == other.place[0] and self.sentence == other.sentence >= 0

    @cached_property
    def unit(self) -> str | None:
        """Its base unit, of 元/亩 the 元 (`per` says that it is for each)."""
        return _base(self.spot)

    @cached_property
    def value(self) -> Decimal:
        """Its value, of a length, an area or a mass in the base measure (6.8公顷 as 68000)."""
        return value_of(self.spot) * (factor_of(self.unit) or 1)

    @cached_property
    def kind(self) -> tuple[str | None, bool]:
        """What sort of thing it counts or measures, percentages apart from plain ratios; 元/亩 is money."""
        unit = self.unit
        return dimension_of(unit) or unit, is_percent(self.spot)

    @cached_property
    def digits(self) -> int:
        """How many digits of the value tell something: of 620.00 two."""
        return max(1, len(value_of(self.spot).normalize().as_tuple().digits))

    @cached_property
    def wordings(self) -> tuple[Counter[str], ...]:
        """The characters of its words, before it and on both sides; none where there are no such words."""
        return tuple(Counter(words) for words in dict.fromkeys((self.own, self.full)) if len(words) >= 2)

    @cached_property
    def before(self) -> Counter[str]:
        """The characters of the words before it alone."""
        return Counter(self.own if len(self.own) >= 2 or self.full else self.subject)

    @cached_property
    def subjects(self) -> tuple[Counter[str], ...]:
        """The same; where there are none, those of the clause before."""
        return self.wordings or ((Counter(self.subject),) if self.subject else ())

    @cached_property
    def runs(self) -> frozenset[str]:
        """All runs of four characters of its words."""
        return frozenset(
            words[place : place + _RUN] for words in (self.own, self.full) for place in range(len(words) - _RUN + 1)
        )

    def shares_a_run(self, other: "Statement") -> bool:
        """Whether four characters of the words of both stand in one order."""
        return not self.runs.isdisjoint(other.runs)

    @cached_property
    def setting(self) -> Counter[str]:
        """All characters of its sentence up to it and right behind."""
        return Counter(self.around + self.full)


WANTED_LEAD = regex(r"\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]\s*)?[^，,。；;：:\d]{0,8}目标[。：:]")
"""What opens a paragraph that tells what is wanted: （三）绩效目标。新增企业70家…"""


def statements_of(passages: Sequence[Passage]) -> Iterator[Statement]:
    """What every known figure of text and tables states, in order."""
    section = ""
    for passage in passages:
        if passage.cell is not None:
            yield from _in_cell(passage)
            continue
        if passage.level is not None:
            section = passage.text
        own = WANTED_LEAD.match(passage.text)
        over = section if own is None else own[0]
        yield from _in_text(passage, over if _DONE.search(passage.text) is None else "")


def _base(spot: Spot) -> str | None:
    """The unit of a figure, 元 of 元/亩."""
    unit = dimension(spot)[0]
    return unit.split("/")[0] if unit else None


def _each(spot: Spot) -> str:
    """What a figure with 元/亩 is for each of, as words: 亩均."""
    _, slash, each = (dimension(spot)[0] or "").partition("/")
    return f"{each}均" if slash and each else ""


def _telling(words: str, spot: Spot) -> str:
    """The words without those that any figure of its kind may have about it."""
    unit = _base(spot)
    words = _EACH.sub(r"\1均", _SHARE_OF.sub("率", _NUMBER.sub(" ", words))).replace("参与", "参加")
    empty = _EMPTY_OF_MONEY if unit == "元" else _EMPTY_OF_POINTS if unit == "分" else _EMPTY
    return re.sub(r"[^一-龥A-Za-z]", "", empty.sub("", words).strip(_EDGES).rstrip("到"))


def _in_cell(passage: Passage) -> Iterator[Statement]:
    figures = [spot for spot in passage.spots if spot.quantity is not None]
    if len(figures) != 1 or not figures[0].name:
        return
    spot = _without_bound(figures[0])
    if not known(spot):
        return
    name = _BRACKETS.sub("", key(spot.name or ""))
    year = _YEAR.search(name)
    words = _telling(name, spot)
    beside = f"{passage.text[: spot.start]} {passage.text[spot.end :]}"
    yield Statement(
        spot,
        words,
        _telling(f"{name} {fold_widths(beside)}", spot),
        "",
        words,
        standing_in_cell(spot, name),
        year[1] if year else str(spot.year or ""),
        (passage.block, -1),
        per=_PER.search(name) is not None,
        whole=_WHOLE.search(name) is not None,
        bound=spot is not figures[0],
    )


def _without_bound(spot: Spot) -> Spot:
    """A target as the figure that the text plans with, a ceiling as the figure held to: 5名以内 as 5名."""
    quantity = spot.quantity
    if quantity is None:
        return spot
    ceiling = quantity.comparator == "le" and spot.quote.endswith("内")
    end = quantity.high if ceiling else quantity.low
    if end is None or not (ceiling or (spot.role == "target" and quantity.comparator == "ge")):
        return spot
    return replace(spot, quantity=quantity.model_copy(update={"comparator": "eq", "low": end, "high": end}))


def _in_text(passage: Passage, section: str) -> Iterator[Statement]:
    folded = fold_widths(passage.text)
    words = _without_figures(folded, passage.spots)
    named = dict(in_turn(passage.spots, folded))
    full_stop = opening = previous = read = 0
    for printed in passage.spots:
        spot = _without_bound(printed)
        opening = max((found.end() for found in _END.finditer(folded, read, spot.start)), default=opening)
        full_stop = max((found.end() for found in _STOP.finditer(folded, read, spot.start)), default=full_stop)
        read = spot.start
        if spot.quantity is not None:
            if known(spot) and spot.role != "deduction":
                begins = max(opening, spot.start - _LONGEST_SENTENCE)
                before = words[begins : spot.start]
                after = _AFTER.split(folded[spot.end : spot.end + _LONGEST_AFTER])[0]
                since = before[max(0, previous - begins) :]
                if spot.id in named:
                    since, after = named[spot.id], ""
                stated = _stated(spot, before, since, after, section, passage.block, opening)
                yield replace(stated, sentence=full_stop, bound=spot is not printed)
            previous = spot.end


def _without_figures(folded: str, spots: Sequence[Spot]) -> str:
    """The text with each figure and its unit as noughts, so that no 万 or 个 counts as a word."""
    parts, end = [], 0
    for spot in spots:
        if spot.quantity is not None:
            parts += [folded[end : spot.start], "0" * (spot.end - spot.start)]
            end = spot.end
    return "".join([*parts, folded[end:]])


def _nearest(clauses: Sequence[str], spot: Spot) -> str:
    """The telling words of the last clause that has some."""
    telling = (_telling(clause, spot) for clause in reversed(clauses))
    return next((words for words in telling if len(words) >= 2), "")


def _stated(spot: Spot, sentence: str, since: str, after: str, section: str, block: str, opening: int) -> Statement:
    """`sentence`: all before the figure in its sentence; `since`: what stands since the figure before."""
    clause = _CLAUSE.split(since[-_LONGEST:])[-1] + _each(spot)
    if spot.cited and spot.name and spot.role in _NAMED_BY_REPORT:
        clause, after = fold_widths(spot.name), ""
    own = _telling(clause, spot)
    if len(own) < 2:
        after = _BEHIND_ITS_NAME.split(after)[0][:_LONGEST_NAME]
    full = own if dimension(spot)[0] == "元" and len(own) >= 2 else _telling(clause + after, spot)
    whole = _WHOLE.search(clause) is not None
    subject = ""
    if len(own) < 2 and len(full) < 2 and not whole:
        subject = _nearest(_CLAUSE.split(sentence[-2 * _LONGEST :]), spot)
    elif _VERB_ALONE.fullmatch(own):
        full += _nearest(_CLAUSE.split(sentence[-2 * _LONGEST :])[:-1], spot)
    last_year, period = _LAST_YEAR.search(clause), _PERIOD.search(clause)
    return Statement(
        spot,
        own,
        full,
        subject,
        _telling(sentence, spot),
        standing_in_text(spot, clause, after, sentence, section),
        "last" if last_year else "" if _BASE_YEAR.search(clause) else str(spot.year or ""),
        (block, opening),
        period=period[0] if period else "",
        per=_PER.search(_CLAUSE.split(sentence)[-1] + clause) is not None,
        part="其中" in sentence,
        whole=whole,
    )
