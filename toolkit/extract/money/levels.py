"""Parts told by level of government, first what each gave and then what was spent of it → one row for each level.

“省级补助资金500万元，县级配套资金325万元。…省级资金支出500万元，县级资金支出289.36万元”: two splits with other names
for the same money.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from toolkit.extract.form import AMOUNTS
from toolkit.extract.money.one_whole import Place, merged_row
from toolkit.model.record import BudgetRow
from toolkit.patterns import regex

_LEVEL: Final = regex("中央|[省市州盟区县旗镇乡](?=级|财政|本级|补助|配套|资金|自筹)")
_LEVELS: Final = frozenset("省市州盟区县旗镇乡") | {"中央"}
_SPENT: Final = regex("(?:支出|执行|使用)(?:数|额|资金)?$|(?:级|中央)(?:财政)?(?:资金)?$")


def of_one_level(rows: Mapping[Place, BudgetRow]) -> dict[Place, BudgetRow]:
    """The rows; a split by level that names nothing but what was spent goes with the one before it that has the same
    levels and leaves that open."""
    splits: dict[tuple[str | None, str | None], dict[str, Place]] = defaultdict(dict)
    for place in rows:
        level = _LEVEL.match(place[2])
        splits[place[:2]][place[2] if level is None else level[0]] = place
    kept = dict(rows)
    owners = {place[0] for place in rows}
    for (parent, split), further in splits.items():
        if split is None or not all(level in _LEVELS for level in further):
            continue
        for (other, _), first in splits.items():
            if first is further:
                break
            if other != parent or not further.keys() <= first.keys():
                continue
            pairs = [(first[level], place) for level, place in further.items()]
            whole = all(one in kept and place in kept and place[2] not in owners for one, place in pairs)
            if whole and all(_goes_with(kept[one], kept[place], place) for one, place in pairs):
                for one, place in pairs:
                    kept[one] = merged_row(kept[one], kept.pop(place))
                break
    return kept


def _goes_with(row: BudgetRow, further: BudgetRow, place: Place) -> bool:
    """Whether a further row, by a name that says no more than its level, only adds to a row."""
    if _SPENT.search(place[2]) is None:
        return False
    fields = (*AMOUNTS, "execution_rate")
    return not any(getattr(row, name) is not None and getattr(further, name) is not None for name in fields)
