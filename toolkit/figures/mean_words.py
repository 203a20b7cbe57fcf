"""Words that make a figure one of each thing, not of all: 人均, 站均, 场均; not 各站均, which says it of every one."""

from typing import Final

_THINGS: Final = "人户亩村校班生师家店企厂站所馆场点台车辆床处座个件单笔次批册套栋组队社区乡镇县市州里吨"
_TIMES: Final = "日月季周天"
_OR_OTHER: Final = f"(?:[(/、或][{_THINGS}]\\)?)?"
"""人（户）均: one of each person or household."""
MEAN_OF_EACH: Final = f"(?<![各全等])[{_THINGS}{_TIMES}]{_OR_OTHER}均(?!已|未|按|可|有|由|需|衡|匀)"
