"""What lists of names in running words share: how they end, what parts two in one clause, what is no list of names."""

from typing import Final

from toolkit.figures.and_so_on import ETC
from toolkit.figures.flat import ALL_COUNTED
from toolkit.figures.names import Names, read_names
from toolkit.figures.sentence import DATE, MASKED, NUMBER
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import value_of
from toolkit.patterns import regex

ETC_TAIL: Final = regex(rf"(?<![中高初平同均优上劣]){ETC}[^、,;:等]{{0,14}}$")
TOGETHER_ARE: Final = (
    r"(?:总?共(?:计|有)?|合起来|加起来|合为|合计|总计|一共|拢共|累计|共同|小计|(?<![统设审会生预估])计)(?:有|为|是)?"
)
SEAM: Final = regex(
    r"了(?=[^、]{2})|(?:工作|任务|项目|事项|职责|职能|实事)(?:为|是|有|包括)(?=[^、])|作为(?=[^、]{3})|列入(?=[^、])|列为(?=[^、])|纳入(?=[^、])|取得(?=[^、])|(?:领导|支持|部署|配合|帮助|指导)下|"
    r"(?:基础|前提|情况|条件)[上下]|(?<=[^、]{2})(?:开展|完成|推进|实施|落实)(?:了|好|以下)|与[^、]{1,6}同(?=部署|检查|考核|步|谋划|推进|落实|研究)|"
    r"(?<=[^、]{2})由(?=[^、]{1,8}(?:牵头|负责|承担|组织|实施|配合|分管|统一|主办|承办|协同))"
)
REMARK: Final = regex(
    rf"^\s*(?:{DATE}|各|均|都|全部|并|已|现|皆|每|分别|上述|以上|目前|其中|实际|按|由|经|同时|总体|逐项|件件|项项|个个|圆满|如期|顺利|年|为|"
    r"无|未|不|且|此外|别无|投向|资金|经费|专款|单独|自评|进度|各项)"
    r"|均|已|皆|全部|相符|明显|顺利|有序|良好|较好|到位|达标|见效|一致|充分|合理|清晰|其[他它]|情况|有力|衔接|覆盖"
)
MORE_THAN_THESE: Final = regex("[^、]{0,8}?(?:新增|增[加设]|新开|另|其余|除(?!了?[^、]*$)|再|还|又|继续|至少|其他)")
_TOGETHER: Final = regex(
    r"(?:^|[^、]{0,8}?)(?:联合|会同|协同|协调|携手|配合|我[局委厅院办]与|本[局单].?与|^与|^同|^和)"
)
LEAST_NAME: Final = 2
LONGEST_LIST: Final = 300
MARKS: Final = ",;:"
_WORD: Final = 2


def names_of(text: str) -> Names | None:
    """The names of a list that is no list of parts."""
    return None if ALL_COUNTED.fullmatch(text) or NUMBER[0] in text else read_names(text)


def is_of_more(names: Names, count: Spot) -> bool:
    """Whether who acts together with the named is counted too (联合甲局、乙局，共3个部门)."""
    return value_of(count) == names.high + 1 and _TOGETHER.match(names.items[0]) is not None


def name_what_it_counts(names: Names, noun: str) -> bool:
    """Without 等 the names are titles, or the noun after the count is their last word (甲集群、乙集群2个集群)."""
    word = MASKED.sub("", noun).strip()
    if not names.ending:
        last = {name[-1:] for name in names.apart}
        return names.alike or (names.low == names.high and len(last) == 1 and word[_WORD - 1 : _WORD] in last)
    return names.ending in word or any(word.startswith(names.ending[at:]) for at in range(len(names.ending) - 1))
