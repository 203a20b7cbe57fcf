"""Slip of the ledger → the words that name the one figure most likely misprinted, and the next likely one."""

from decimal import Decimal

from toolkit.audit.once import once
from toolkit.audit.tally import half_up
from toolkit.audit.wording import about
from toolkit.model.case import Case
from toolkit.model.figure import Figure, FigureLedger, Slip, Suspicion
from toolkit.model.number import Bounds, plain
from toolkit.patterns import regex
from toolkit.text import fold_widths

_DIGITS = regex(r"\d[\d,]*(?:\.\d+)?")


def hint(case: Case, slip: Slip | None) -> str:
    """`；最可能的一处：第3行“培训人次”1,250人（若为1,150人则全部相符）；其次：…`; nothing where figures tie."""
    likeliest = None if slip is None else slip.likeliest
    if slip is None or likeliest is None:
        return ""
    right = _right(case, likeliest)
    whole = "全部" if likeliest.closes == len(slip.relations) and not likeliest.breaks else "多数"
    would = "" if right is None else f"（若为{right}则{whole}相符）"
    return f"；最可能的一处：{_named(case, likeliest)}{would}{_next(case, slip)}"


def _next(case: Case, slip: Slip) -> str:
    return f"；其次：{_named(case, slip.suspects[1])}" if len(slip.suspects) > 1 else ""


def _named(case: Case, suspicion: Suspicion) -> str:
    figure = figures_by_id(case.ledger)[suspicion.figure_id]
    return about(case, figure.where, figure.name or "").removesuffix("：") + "".join(figure.quote.split())


@once
def figures_by_id(ledger: FigureLedger) -> dict[str, Figure]:
    """The ledger's figures by id."""
    return {figure.id: figure for figure in ledger.figures}


def _right(case: Case, suspicion: Suspicion) -> str | None:
    """The value that would close the relations as it would be printed in this place; None where it has no such form."""
    figure = figures_by_id(case.ledger)[suspicion.figure_id]
    quote = fold_widths("".join(figure.quote.split()))
    digits = _DIGITS.search(quote)
    if digits is None or figure.value is None:
        return None
    printed = Decimal(digits[0].replace(",", ""))
    if not printed or not figure.value:
        return None
    value = _roundest(suspicion.right, figure.value / printed, len(digits[0].partition(".")[2]))
    if value is None:
        return None
    shown = f"{value:,f}" if "," in digits[0] else format(value, "f")
    return f"{quote[: digits.start()]}{shown}{quote[digits.end() :]}"


def _roundest(right: Bounds, scale: Decimal, decimals: int) -> Decimal | None:
    """The middle of the interval in printed units with the decimals printed here, or one more where that is outside."""
    middle = (right.low + right.high) / 2 / scale
    for places in (decimals, decimals + 1, decimals + 2):
        value = half_up(middle, places)
        if right.holds(Decimal(plain(value * scale))):
            return value
    return None
