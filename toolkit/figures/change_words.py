"""Words that name a change, up or down; those of one character told from other words with it: 少40人, 少数民族40人."""

from typing import Final

MORE: Final = "多(?!数|媒体|功能|元(?:化|的)|样|种|式|项|个|家|人|次|方|部门|级|层|年|渠道|发|双|孩|胎|肉|云|跨|点)"
FEWER: Final = "少(?!数|年|儿|先|量|女|许|林|体|工|管所)"
ABOVE: Final = "超(?!市|声|高清|级|算|限|细|前|低|导|短|载|常|龄|期|标)"

_GROWN: Final = "增(?!值|殖|强|绿|效|信|设|补|资|城)"
_RISEN: Final = "升(?!级|学|旗|降|格|华|规|入|本)"
_DEAR: Final = "涨(?!水|潮)"
_SUNK: Final = "降(?!水|雨|雪|解|尘|噪|压|糖|温|碳|本)"
_LESSENED: Final = "减(?!排|贫|税|灾|免|负|速|肥|震|刑|半|隔|碳|盐|药)"

UP: Final = rf"增加|增长|增收|增产|增支|增幅|上升|提高|提升|上涨|涨幅|扩大|{_GROWN}|{_RISEN}|{_DEAR}"
DOWN: Final = rf"减少|下降|下滑|下浮|削减|降低|压减|缩减|回落|压缩|缩短|降幅|减幅|{_SUNK}|{_LESSENED}"
