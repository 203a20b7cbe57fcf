"""Parts told of one whole, as they come → with their partitions named: by the text, or counted (其中, 其中（2）)."""

from collections.abc import Iterator
from typing import Final

from toolkit.extract.money.one_whole import Placed
from toolkit.measure.money_words import LEFT, NOT_SPENT
from toolkit.patterns import regex

OF_THE_WHOLE: Final = regex("(?:资金(?:来源|构成)|(?:分|从)[^,:]{1,8}看)")
"""A split of all that was told, and not of its last part (其中甲58万元。分用途看：…)."""
PRICE: Final = regex(r"(?:每[^,。;:()\d]{0,8}|[户人件次亩台处场校村班所家]次?均|单价[为约]?|×)$")
"""Before what one of several things costs."""
OF_THE_PRICED: Final = regex(r",(?:共计?|合计|累计)?(?:支出|需|发放|兑付|支付|投入|补助)?(?:资金)?")
"""Between what one costs and what those of this sort cost (次均1250元，支出179.50万元)."""
NO_PART: Final = regex(
    "(?:年初|全年|年度|调整后)?(?:预算|支出|决算|执行)(?:数|安排)?|节约?|结余"
    "|[比较与同和]?(?:上年|上一年度?|去年)(?:同期|同口径)*(?:支出|决算|预算|安排)?|(?:净|同比)?(?:增加?|减少?)"
    "|.{0,10}(?:没有?|未)(?:能|全部|完全)?(?:付|支|用|执行)[^,]{0,4}|(?:[两二三四五六七八九]|以上|上述|各)[项者笔类]|二者|合计|总计|小计|另有.*"
)
"""Labels that end a list of parts (其中甲16.80万元；预算20.5万元，节约2.24万元)."""
SO_FAR: Final = regex("累$|^(?:上半年|前[一二三四五六七八九十两\\d]+个?[季月])")
"""前三季度累计…: parts of one another."""
LEFT_OVER: Final = regex(rf"(?:年末|年底|尚|仍|还|资金|形成)*(?:{LEFT}|{NOT_SPENT}|尚余|余(?!额))")
"""No part of what was spent."""
NAMED_SPLIT: Final = regex(
    r"(?P<name>按(?:照)?(?![^,。;:\d]{0,12}(?:计分|分值|得分|扣分|规定|要求|约定|程序|执行率|进度|实际|办法|合同|通知|原则))[^,。;:\d\"]{2,12}?)(?:划分|分类|来看|看|统计|分)?[,:]*(?:包括|其中|分为|分别为|为|含)?[:,]"
)
PLAIN_SPLIT: Final = regex(
    r"(?:其中有?|包括|分别[为是有]|包含|内含|(?:构成|明细|具体)(?:为|是|如下)?(?=:)"
    r"|(?:具体|分项|各项(?:支出|资金|经费)?|资金来源|资金构成)(?:情况|构成)?(?:如下|为|是)(?!万元)|分项情况(?=:)|(?:细分|分解|划分|拆分|(?<!部)分)[为成]"
    r"|(?:从(?![^,。;:\d]{0,8}(?:文件|报表|账|资料|凭证|系统|数据|情况|结果|进度|结转|结余)看)[^,。;:\d]{1,8}|分(?:项目?|类别?|来源|用途|级次))(?:来)?看(?=[,:])"
    r"|(?:划分|分解|细分|拆分|(?<![部各])分)(?:为|成)(?!:?\d)|由(?:以下|下列)[^,。;:\d]{1,8}(?:组成|构成)"
    r"|(?:来源|结构|构成|组成|用途|性质)(?:方面|上)(?=,)|由此(?:构成|组成)(?=,)"
    r"|(?:(?:构成|组成|明细|结构|分布|分项|分类|细分|划分|用途|来源|去向|各部分|各项)[^,。;:\d]{0,6}|(?:具体|详细|主要)[^,。;:\d]{0,4}"
    r"|按[^,。;:\d]{1,10}分[^,。;:\d]{0,2})(?=:))[:,]*"
)
"""Words that announce parts: by what they are parted, or just that they follow."""
UNNAMED: Final = "其中@"
"""Before the place of a split that the text does not name."""


def with_partitions_named(told: list[Placed]) -> Iterator[Placed]:
    """Unnamed splits (其中：) of one whole that share a part are one partition: that of a named split (按用途) of the
    same parts, if there is one; others are counted: 其中, 其中（2）."""
    splits = {
        (parent, partition): parts
        for (parent, partition), parts in _by_split(told).items()
        if partition is not None and partition.startswith(UNNAMED)
    }
    stated: dict[tuple[str | None, frozenset[str]], str] = {}
    for (parent, partition), parts in _by_split(told).items():
        if partition is not None and not partition.startswith(UNNAMED):
            stated.setdefault((parent, frozenset(parts)), partition)
    names: dict[tuple[str | None, str], str] = {}
    seen: dict[str | None, list[set[str]]] = {}
    for (parent, partition), parts in splits.items():
        if (parent, frozenset(parts)) in stated:
            names[parent, partition] = stated[parent, frozenset(parts)]
            continue
        known = seen.setdefault(parent, [])
        place = next((index for index, others in enumerate(known) if others & parts), len(known))
        if place == len(known):
            known.append(set())
        known[place] |= parts
        names[parent, partition] = "其中" if place == 0 else f"其中（{place + 1}）"
    for (parent, partition, name), row in told:
        called = names.get((parent, partition or ""), partition)
        yield (parent, called, name), row if called == partition else row.model_copy(update={"partition": called})


def _by_split(told: list[Placed]) -> dict[tuple[str | None, str | None], set[str]]:
    """The names of the parts of each split."""
    splits: dict[tuple[str | None, str | None], set[str]] = {}
    for (parent, partition, name), _ in told:
        splits.setdefault((parent, partition), set()).add(name)
    return splits
