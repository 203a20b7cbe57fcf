"""Words of an amount → whether it is money of the report's own year: none of another's, none added up over several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.model.document import Paragraph
from toolkit.patterns import regex
from toolkit.text import fold

_OF_YEAR: Final = regex(r"(?:与|和|较|比)?(20[0-4]\d)年(?!\d{1,2}月)(?!以来|开始|起)")
_OVER_YEARS: Final = regex(r"^(?!.*(?:全年|当年|本年|年度|年内)).*累计")
_OF_YEARS: Final = regex(r"[两二三四五六七八九\d]年(?:来|间)?累计|以来累计|^系年初(?!.*(?:预算|安排|批复|下达|核定))")
_BY_HOW_MUCH: Final = regex(r"[比较](?!重|例)[^,]*(?:多|少|高|低)出?$")  # 比上年调整后预算多35万元
_IN_THE_YEAR: Final = regex(
    r"(?:全年|当年|本年度?|20[0-4]\d年)(?:到位(?:资金)?\d[\d,.]*[万亿]?元,)?(?:实际|共)*(?:完成)?(?:支出|支付|执行|使用)(?:资金)?(?:为|共|数|:)*\d"
)
_TO_BUY: Final = regex("(?<!政府)采购预算")  # 4个标包采购预算合计1500万元: no budget granted
_FURTHER: Final = regex(r"(?:年中|后续|第[二三四]批)(?:又|再)?下达")
_FIRST: Final = regex(r"提前下达|首批|第一批|分[两二三四]批")  # 提前下达900万元，年中下达300万元: a part each
_FINAL: Final = regex(r"(?:年终|全年|实际|完成)*(?:决算|完成)(?:数|额)?[为:]?")
_OF_INCOME: Final = regex(r"收入(?!.*支出)")  # 收入预算100万元，决算98万元
_MONEY: Final = regex("预算|执行|支出|资金")
_OF_THREE: Final = regex(r"[\s（(]*[一二三四五六七八九十\d]{0,3}[)）、.．\s]*(?:因公出国|公务用车|公务接待)")
_LAST_YEAR: Final = regex(
    r"(?:^|[。;])(?:而|其中)?(?:上一?年度?|去年)(?!结[转余])(?![^。;]*(?:[今本当]年|比|较))[^。;]*$"
)
_BOUGHT: Final = regex("中标|成交|合同价|合同总?金?额|标包|标段")


@dataclass(frozen=True, slots=True)
class Terms:
    """Which money counts: that of `year`, and with `one_year` none that has been added up over the years;
    `in_batches`: it was granted in several, of which 年中下达 is one."""

    year: int | None
    one_year: bool
    in_batches: bool = False

    def shut_out(self, words: str, before: str) -> bool:
        """Whether the words of an amount, and the text `before` it, say that it is another year's, that of several, or
        but the 预算 of a purchase."""
        if _TO_BUY.search(words):
            return True
        if words == "预算":
            return _BOUGHT.search(re.split("[。;]", before)[-1]) is not None
        if of_last_year(before + words):
            return True
        if self.in_batches and _FURTHER.match(words):
            return True
        if _FINAL.fullmatch(words) and _OF_INCOME.search(re.split("[。;]", before)[-1]):
            return True
        told = _OF_YEAR.match(words)
        if self.year is not None and told is not None and int(told[1]) != self.year:
            return True
        if _OF_YEARS.search(words) or _BY_HOW_MUCH.search(words):
            return True
        if words.startswith("累计") and _OF_YEARS.search(re.split("[。;]", before)[-1]):
            return True
        return self.one_year and _OVER_YEARS.search(words) is not None


def of_last_year(before: str) -> bool:
    """Whether the piece of a sentence that ends here tells of the year before: 上一年度预算300万元、支出274万元."""
    return _LAST_YEAR.search(before) is not None


def tells_of_money(text: str) -> bool:
    """Whether a paragraph may tell the money of the whole: none does that opens with an item of 三公."""
    return _MONEY.search(text) is not None and not _OF_THREE.match(text)


def terms_of(year: int | None, paragraphs: Sequence[Paragraph | None]) -> Terms:
    """Those of a report on `year`. Where what was spent in the year is told as such, 累计 beside it is of several."""
    texts = [fold(one.text).text for one in paragraphs if one is not None]
    return Terms(year, any(map(_IN_THE_YEAR.search, texts)), any(map(_FIRST.search, texts)))
