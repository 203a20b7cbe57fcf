"""Words of a cell → its runs of characters, what it looks like, its numeral: terms of the models that read tables."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from toolkit.patterns import regex
from toolkit.text import key

_SHAPES: Final = (
    ("blank", regex(r"[-/*—\\.…无]*")),
    ("points", regex(r"\d{1,3}(?:\.\d+)?分?")),
    ("amount", regex(r"-?\d[\d,]*(?:\.\d+)?")),
    ("percent", regex(r"\d[\d,.]*%")),
    ("sign", regex(r"[≥≤><=]+|正向|反向|定性|定量|定性指标|定量指标")),
    ("aim", regex(r"(?:[≥≤><=]|不低于|不少于|不超过|达到|控制在|优于).{0,3}\d.*|\d.*(?:以上|以内|以下|前)")),
    ("day", regex(r"(?:20\d\d年?)?[\d.-]{0,6}(?:20\d\d年|月|日|号|季度).*")),
    ("counted", regex(r"\d[\d,.]*[^\d%]{1,5}")),
    ("told", regex(r".*\d.*(?:扣|得|计|记|加)\d*.*分.*|.*(?:得满分|不得分|扣完为止).*")),
    ("caused", regex(r"(?:因|由于|受|主要是).+|.*(?:影响|未能|滞后|不足|原因).*")),
    ("planned", regex(r"(?:加强|加快|进一步|下一步|下步|今后|督促|完善|提前|细化|及时|规范|改进).+")),
)
_WORDS: Final = ((2, "word2"), (6, "word6"), (14, "word14"), (40, "text40"))
_NUMERAL: Final = regex(r"\d{1,6}(?:\.\d{1,4})?(?=分?$)")


def runs(mark: str, text: str, longest: int) -> Iterator[str]:
    """Runs of up to so many characters of the text between its bounds, after a mark."""
    bounded = f"^{key(text)}$"
    for length in range(1, longest + 1):
        for start in range(len(bounded) - length + 1):
            run = bounded[start : start + length]
            if run not in {"^", "$"}:
                yield f"{mark}:{run}"


def shape(text: str) -> str:
    """What a cell looks like, of its folded words: blank, points, aim, day, …; else how long it is."""
    for name, pattern in _SHAPES:
        if pattern.fullmatch(text):
            return name
    return next((name for longest, name in _WORDS if len(text) <= longest), "text")


def numeral(text: str) -> Decimal | None:
    """A bare numeral, with or without 分; None where there is anything else."""
    found = _NUMERAL.match(key(text))
    return None if found is None else Decimal(found[0])
