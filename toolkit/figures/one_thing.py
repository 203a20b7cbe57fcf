"""Words about a change and about the figures beside it → whether they may be of one thing."""

from typing import Final

from toolkit.figures.change_words import DOWN, UP
from toolkit.patterns import regex

_EMPTY: Final = regex(
    rf"{UP}|{DOWN}|[升涨攀扩加减大小缩高低了增]|上年|去年|上一年|本年度?|今年|当年|本期|上期|同期|同比|相比|较快|实现|达到?|完成|基数|"
    "数值|绝对数|总[数量额]|规模|分别|其|两年|全年|年度|幅度?|[较与比从由自到至为是有的以在率数为,、]|\\s"
)
_FEWEST: Final = 2


def of_one_thing(own: str, theirs: str) -> bool:
    """Whether both name one thing, where both name any: not 货运量增长10%，客运由…."""
    own, theirs = _EMPTY.sub("", own), _EMPTY.sub("", theirs)
    runs = {own[place : place + _FEWEST] for place in range(len(own) - 1)}
    return min(len(own), len(theirs)) < _FEWEST or any(run in theirs for run in runs)
