"""Money of the whole, printed again in the text → same_fact relations with the report's own budget figures.

Only clauses that say nothing but “全年预算数”, “实际支出” and the like of the report's own subject are read, so that no
part, source or other year can be meant.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from toolkit.figures.clauses import OF_ANOTHER_YEAR, clauses_of, names_of
from toolkit.figures.facts import misprint_of, of_one_size
from toolkit.figures.places import Places
from toolkit.figures.spot import Passage, Spot
from toolkit.figures.verdict import alike, dimension, known, printed_bounds, same_fact, value_of
from toolkit.measure.money_words import GRANT, SPEND, SPENT_CLAUSE
from toolkit.model.citation import Cited
from toolkit.model.figure import Relation
from toolkit.model.record import PerformanceReport
from toolkit.patterns import regex

_FILLER = (
    r"(?:(?:\d{4}年度?|本年度?|当年|全年|年度|截至\d{0,4}年?(?:12月(?:31日|底)|年底|年末)|至年底|该|本|我[局委办厅部院中心]+|本?项目|本?部门|"
    r"整体|共计?|合计|总计|资金|财政|为|仍|是|达到?|[至到]?年[末底]|安排|下达|批复|数|其中|已|的|单位|市|县|区|专项)*)"
)
_COLUMNS = tuple(
    (column, regex(rf"{_FILLER}(?:{words}){_FILLER}"))
    for column, words in (
        (
            "original_budget",
            rf"(?:市县|本级)?(?:财政)?年初(?:财政|共)?(?:{GRANT})+(?:部门|项目)?(?:经费|资金)|"
            rf"年初(?:财政)?(?:{GRANT})*(?:的)?(?:部门|项目)?预算(?:数|资金|金额|总额|{GRANT})*|年初预算安排资金|年初数|预算由?年初的?",
        ),
        (
            "revised_budget",
            r"全年预算(?:数|资金|总额|金额)?|调整后(?:的)?(?:全年)?预算(?:数|资金|总额|金额)?|调整预算(?:数)?|全年数|(?:项目)?资金总额|年度预算(?:数|总额)?|"
            r"年度资金总额|预算总额|项目(?:总)?预算(?:数|资金|金额|总额)?|项目资金",
        ),
        (
            "actual_expenditure",
            rf"{SPENT_CLAUSE}|全年(?:预算)?执行(?:数|金额)?|全年(?:实际)?支出(?:数|金额)?|实际(?:支出|执行|使用|支付)(?:数|金额|资金)?|"
            r"(?:实际|累计)完成支出(?:数|金额)?|共支出|全年(?:列支|开支)|(?:共)?使用(?:预算|财政)资金|全年预算支出(?:数|金额)?|"
            r"预算执行(?:数|金额)|执行数|累计支出|资金支出|支出决算(?:数)?",
        ),
        ("execution_rate", r"(?:项目)?(?:全年)?(?:预算|资金)(?:执行|支出)率|(?:预算)?执行率"),
    )
)
_PLAIN = regex(
    rf"(?:\d{{4}}年(?!初)度?|\d{{4}}(?=年初)|本年度?|当年度?|全年度?|年初|年度|年[中末底]|截[至止]|本|该|我单位|我[局委办厅院]|部门|单位|整体|项目|"
    rf"预算|资金|经费|指标|规模|投入|数额?|金额|总额|总计|合计|共计?|额|{GRANT}|获批?|申报|核定|批准|下拨|落实|财政部门|"
    rf"{SPEND}|支出|决算|实际|累计|已|完成|发生|调整[后至到为]?|变更[后为]|追加后|调整预算|并|由|从|将|经|经批准|包括|含|其中|"
    rf"与|同|比|较|在|即|则|为|是|达到?|的|全部|均|全额|足额|初步|安排|用于|使用|：|:)+"
)
"""Words that leave open neither whose money it is nor a part of it."""
_NOT_PLAIN = regex("项目支出|基本支出|财政(?:资金|拨款|性)|项目预算(?:资金)?支出")
_OF_ALL = regex(r"\d{4}年|年初|全年|当年|年度|年[末底]|本|该|我|项目|部门|整体|总|共|合计|累计|调整|变更|决算")
_TURNED_FROM = regex("[由从]$")
_OF_A_CONTRACT = regex(r"合同[^,;]{0,4}(?:价|额|金额|款)|中标|成交|标[段包]")  # 合同价604,870元，当年付款568,070元
_SENTENCE = regex("[。;]")
_SUM_ALONE = regex("(?:两项|三项|以上)?(?:合计|共计|总计|共)(?:为|达)?")
_AMONG = regex("其中|包括|含")
_AT_FIRST, _IN_THE_END = regex("年初"), regex("全年预算|调整|变更|追加后")
_SPENT = regex(rf"支出|决算|{SPEND}")
_GRANTED = regex("预算|总额|资金(?:投入|安排|下达)|安排资金|(?:项目|年度)资金|投入资金|调整[后至到为]|变更[后为]")
_PROJECT = regex(r"项目(?!支出)|专项|课题|工程")
_COLUMN = {"original": "original_budget", "revised": "revised_budget", "spent": "actual_expenditure"}
_WINDOW = 60
_FEWEST_DIGITS = 3  # of an amount that is hardly met by chance


def budget_facts(report: PerformanceReport, passages: Sequence[Passage], places: Places) -> Iterator[Relation]:
    """One relation for each printing of a whole amount in the text that the report does not itself cite."""
    row = report.whole_budget
    if row is None:
        return
    stated = {column: places.spot(getattr(row, column)) for column, _ in _COLUMNS}
    names = names_of(report)
    told: dict[str, list[Spot]] = {column: [] for column, _ in _COLUMNS}
    for passage in of_the_whole(report, passages):
        for column, spot, clause in _told(passage, names):
            if not _over_years(clause, stated[column], spot, places):
                told[column].append(spot)
    others = _other_values(report)
    for column, again in told.items():
        first = stated[column]
        if first is not None and known(first):
            found = _compared(first, [spot for spot in again if not _holds_more(first, spot, places)], others, report)
            yield from found if column != "execution_rate" else (one for one in found if one.holds)


def of_the_whole(report: PerformanceReport, passages: Sequence[Passage]) -> Iterator[Passage]:
    """Paragraphs that speak of the report's own subject: in that of a department none that is about a project."""
    kind = report.identity.kind
    of_project = kind is not None and kind.value != "department"
    heading = ""
    for passage in passages:
        if passage.level is not None:
            heading = passage.text
        if passage.cell is None and (of_project or not _PROJECT.search(f"{heading} {passage.text}")):
            yield passage


def _told(passage: Passage, names: re.Pattern[str]) -> Iterator[tuple[str, Spot, str]]:
    """(column, figure, clause) of clauses that name a column and nothing else."""
    for one in clauses_of(passage, names):
        if one.spot.cited or dimension(one.spot)[0] not in {"元", "1", None} or OF_ANOTHER_YEAR.match(one.words):
            continue
        column = next((column for column, pattern in _COLUMNS if one.words and pattern.fullmatch(one.words)), None)
        column = column or _plainly(one.words) or _COLUMN.get(one.meaning or "")
        if _SUM_ALONE.fullmatch(one.words):
            continue  # of what its sentence tells, whatever that is
        if column == "actual_expenditure" and _OF_A_CONTRACT.search(_SENTENCE.split(one.folded[: one.spot.start])[-1]):
            continue
        if column is not None and (column == "execution_rate") == (dimension(one.spot)[0] == "1"):
            yield column, one.spot, one.words


def _over_years(clause: str, first: Spot | None, again: Spot, places: Places) -> bool:
    """Whether 累计 may mean several years: another value than the first printing, which does not say it."""
    if "累计" not in clause or first is None or not (known(first) and alike(first, again)):
        return False
    return "累计" not in places.words_before(first, _WINDOW) and not printed_bounds(first).meets(printed_bounds(again))


def _plainly(clause: str) -> str | None:
    """The column that a clause of plain words means, where it is one alone."""
    if not _PLAIN.fullmatch(clause) or _NOT_PLAIN.search(clause) or not _OF_ALL.search(clause):
        return None
    first, last = _AT_FIRST.search(clause), _IN_THE_END.search(clause)
    if _AMONG.search(clause) and not first:
        return None
    if last and _TURNED_FROM.search(clause):  # 全年预算数由800万元调整为900万元: the first is not the final one
        return None
    if first or last:
        return None if first and last else "original_budget" if first else "revised_budget"
    if _SPENT.search(clause):
        return "actual_expenditure"
    return "revised_budget" if _GRANTED.search(clause) else None


def _compared(
    first: Spot, again: Sequence[Spot], others: frozenset[Decimal], report: PerformanceReport
) -> Iterator[Relation]:
    """The printings that agree; those that do not only where they are one value, found nowhere else in the budget."""
    fiscal = report.identity.fiscal_year
    year = first.year if fiscal is None else fiscal.value
    again = [spot for spot in again if year is None or spot.year in {None, year}]
    yield from _off_scale(first, again)
    again = [spot for spot in again if dimension(spot) == dimension(first)]
    differing = [spot for spot in again if not printed_bounds(spot).meets(printed_bounds(first))]
    for spot in again:
        if spot not in differing:
            yield same_fact(first, spot)
    alone = len({value_of(spot) for spot in differing}) == 1 and value_of(differing[0]) not in others
    if alone and (
        (of_one_size(first, differing[0]) and not _in_one_paragraph(first, differing[0]))
        or _power_of_ten(first, differing[0])
        or misprint_of(value_of(first), differing[0])
    ):
        yield same_fact(first, differing[0])


def _holds_more(one: Spot, other: Spot, places: Places) -> bool:
    """Whether one of two amounts is the other and a third that the text prints: with what was carried over, or with the
    basic spending."""
    if not known(other) or not alike(one, other):
        return False
    gap = abs(value_of(one) - value_of(other))
    digits = len(gap.normalize().as_tuple().digits) if gap else 0
    return digits >= _FEWEST_DIGITS and places.prints_in_text(one, gap)


def _in_one_paragraph(one: Spot, other: Spot) -> bool:
    """Whether both stand in one paragraph, which hardly says one thing twice: what is no misprint is another thing."""
    return one.where.segments[0].block == other.where.segments[0].block


def _off_scale(first: Spot, again: Sequence[Spot]) -> Iterator[Relation]:
    """Two printings of which one in the text has no unit, where they differ by a power of ten if that one is in yuan.

    A cell without a unit is left alone: it may stand above the table in a way that is not read.
    """
    for spot in again:
        bare = first if dimension(first)[0] is None else spot
        if bare.where.segments[0].cell is not None:
            continue
        if {dimension(first)[0], dimension(spot)[0]} == {None, "元"} and _power_of_ten(first, spot):
            yield same_fact(first, spot)
            return


def _power_of_ten(one: Spot, other: Spot) -> bool:
    """Whether two values, none of them nought, are ten, a hundred … times apart."""
    gap = (abs(value_of(one)) / abs(value_of(other))).normalize() if value_of(other) else Decimal(0)
    return gap not in {0, 1} and gap.as_tuple().digits == (1,)


def _other_values(report: PerformanceReport) -> frozenset[Decimal]:
    """Every other amount and rate of the budget, which the text may mean."""
    found: set[Decimal] = set()
    for row in report.budget:
        for column, _ in _COLUMNS:
            cited: Cited[object] | None = getattr(row, column)
            value = getattr(cited.value, "low", None) if cited is not None else None
            if isinstance(value, Decimal):
                found.add(value)
    return frozenset(found)
