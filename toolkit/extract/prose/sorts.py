"""Words that open what is told of the indicators of one sort: “数量指标：…”, “社会效益方面，…”, “产出完成情况：…”."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from toolkit.extract.summaries import LEVEL1
from toolkit.patterns import regex
from toolkit.text import key

LEVEL2: Final = regex(
    r"(?:产出)?(?:数量|质量|时效)(?:指标)?|(?:产出|经济|社会|生态环境)?成本(?:指标)?|(?:经济|社会|生态|环境|生态环境)效[益应](?:指标)?"
    r"|可持续(?:影响|发展)?(?:影响)?(?:指标)?|服务对象满意度指标"
)
"""Names of second-level groups in the national forms."""
_LEVEL1: Final = r"(?:项目)?(?:投入|过程|产出|效果|效益|满意度|决策|管理)(?=指标|方面|类|完成情况)(?:指标)?"
_LEAD: Final = regex(
    r"(?:^|(?<=[。;]))\s*(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.](?!\d)\s*|[①-⑳]\s*|[从在就])*"
    rf"(?P<name>{LEVEL2.pattern}|{_LEVEL1})(?:\(\d+(?:\.\d+)?分[^()]{{0,20}}\))?"
    r"(?:方面|类|上)?(?:来?看)?(?:的?(?:完成|得分|实现)?情况)?(?:分析|说明)?"
    r"(?:,?(?:共?(?:设[置定有]?|有|包括|下设)|共)[一二三四五六七八九十两\d]{1,2}[个项条][^,。:;]{0,8})?[:,。]\s*"
)


class Sort(NamedTuple):
    """A sort named at [start, end) of a paragraph; what is told of its indicators begins at `opens`."""

    level: int
    name: str
    start: int
    end: int
    opens: int


def sorts(text: str) -> Iterator[Sort]:
    """The sorts that open sentences of folded text, in order."""
    for found in _LEAD.finditer(text):
        name = found["name"]
        yield Sort(2 if is_second(name) else 1, name, *found.span("name"), found.end())


def is_second(name: str) -> bool:
    """Whether a name is that of a second-level group, wherever it stands."""
    return LEVEL2.fullmatch(key(name)) is not None and not LEVEL1.match(key(name))
