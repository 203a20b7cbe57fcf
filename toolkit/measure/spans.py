"""Finds how far a numeral reaches in running text, over scales, blanks and line breaks, and reads it."""

from dataclasses import replace
from decimal import Decimal

from toolkit.measure import units
from toolkit.measure.numerals import ARABIC, CHINESE, DIGIT, EXACT, LONGEST, SCALE, Numeral, numeral, ratio, times
from toolkit.patterns import regex

RUN = regex(r"[0-9]+(?:[,.][0-9]+){0,40}|\.[0-9]+")
SCALES = regex(rf"(?:\s{{0,2}}{SCALE})+")
_ARABIC = regex(ARABIC)
_GROUPED = regex(
    r"[0-9]\s?[0-9]?\s?[0-9]?(?:\s{0,2},\s{0,2}[0-9]\s?[0-9]\s?[0-9]){1,6}"
    r"(?:\s{0,2}\.\s{0,2}[0-9]+(?:\s{1,2}[0-9]{1,4})?)?(?!\s?[0-9]|\s{0,2}[.,]\s{0,2}[0-9])"
)
_TORN_FRACTION = regex(r"\.\s{0,2}[0-9]+\s+[0-9]+$")
_INSIDE_GROUP = regex(r"[0-9]\s+[0-9]|\s,|\.\s|\s\.|\n")
_AT_POINT = regex(r"[0-9]{1,12}(?:\s{1,2}\.[0-9]+|\.\s{1,2}[0-9]+)(?![0-9.,]|\s[0-9])")
_AT_LINE = regex(r"[0-9]{1,9}\n[0-9]{1,9}(?:\.[0-9]+)?(?![0-9.,:、)])")
# 12 345人, 1 234.5万元: thousands parted by blanks (GB/T 15835); a lone digit before one group may stand for itself
_SPACED = regex(r"(?![0-9] [0-9]{3}(?![0-9.]| [0-9]))[0-9]{1,3}(?: [0-9]{3}){1,4}(?:\.[0-9]+)?(?![0-9,.]| [0-9])")
_LINKS = regex(
    rf"(?:\s{{0,2}}[零〇]?\s{{0,2}}[0-9]{{1,4}}(?:\s{{0,2}}{SCALE})+){{1,6}}(?:[零〇][0-9]{{1,3}})?|[零〇][0-9]{{1,3}}"
)
_COMMON_SCALES = frozenset({"千", "万", "亿", "百万", "千万", "千亿", "万亿"})
_EXPONENT = regex(r"[eE][+-]?[0-9]{1,2}(?![0-9A-Za-z])")
_POWER = regex(r"\s?(?P<ten>[×xX*]\s?10\s?)?\^\s?(?P<power>[+-]?[0-9]{1,2})(?![0-9.])")
_HIGHEST_POWER = 30
_THOUSAND = regex(r"\s?[kK](?![A-Za-z0-9·/]|\s?[超高屏影视显画电频分])")
_CHAR = (
    r"(?!千[瓦米克伏卡帕焦]|千字节|千比特|兆[瓦赫帕]|兆字节|兆比特"
    rf"|(?<={CHINESE})[两兩](?!\s{{0,2}}[百佰千仟万萬亿億])){CHINESE}"
)
_TIGHT = regex(rf"(?:{_CHAR})+")
_LOOSE = regex(rf"(?:\s{{0,2}}{_CHAR}){{1,{LONGEST}}}")
_ENDLESS = regex(rf"{CHINESE}{{{LONGEST + 1},}}")
_POINT = regex(rf"\s?[点點]\s?(?![两兩]){DIGIT}(?:\s?{DIGIT}){{0,20}}(?![十百千分钟刻半])(?:\s?[万亿萬億])*")
_CJK = regex("[一-鿿]")


def numeral_at(text: str, start: int) -> tuple[int, Numeral] | None:
    """The numeral at `start` of folded text, with its scale: its end and its reading; None where it is unclear."""
    if not text[start].isdigit() and text[start] != ".":
        return chinese(text, start)
    digits = arabic(text, start)
    return None if digits is None else scaled(text, start, *digits)


def arabic(text: str, start: int) -> tuple[int, Numeral] | None:
    """Arabic digits with separators at `start`, without scale."""
    run = RUN.match(text, start)
    if run is None or run.end() - start > LONGEST:
        return None
    end = _mended(text, start, run.end())
    if end is None:
        if _ARABIC.fullmatch(run[0]) is None:
            return None
        end = run.end()
    read = numeral(text[start:end])
    return None if read is None else (end, read)


def scaled(text: str, start: int, end: int, read: Numeral) -> tuple[int, Numeral]:
    """Digits that end at `end` together with what multiplies them: 12万5千, 2万亿, 1.2E+05, 5k."""
    scales = SCALES.match(text, end)
    if scales is None:
        return _exponent(text, start, end, read)
    links = _LINKS.match(text, scales.end())
    word = "".join(scales[0].split())
    if links is None and word in _COMMON_SCALES:
        factor = units.combine(word, "").factor
        return scales.end(), Numeral(times(read.value, factor), word, read.decimals)
    for stop in (links.end() if links else 0, scales.end()):
        longer = numeral(text[start:stop]) if stop else None
        if longer is not None:
            return stop, longer
    return end, read


def chinese(text: str, start: int) -> tuple[int, Numeral] | None:
    """Chinese numeral at `start`, blanks between its characters allowed where the whole is one numeral."""
    tight = _TIGHT.match(text, start)
    if tight is None or tight.end() - start > LONGEST:
        return None
    loose = _LOOSE.match(text, start)
    for found in (loose, tight):
        if found is None:
            continue
        point = _POINT.match(text, found.end())
        for end in (point.end() if point else 0, found.end()):
            read = numeral(text[start:end]) if end else None
            if read is not None:
                return end, read
    return None


def run_end(text: str, start: int) -> int:
    """End of the unbroken stretch of numerals at `start`: what is passed over when nothing can be read there."""
    found = RUN.match(text, start) or _TIGHT.match(text, start)
    return start + 1 if found is None else found.end()


def endless(text: str, start: int) -> int | None:
    """End of a stretch of Chinese numerals at `start` longer than any number: passed over as a whole; else None."""
    found = _ENDLESS.match(text, start)
    return None if found is None else found.end()


def skip_blanks(text: str, position: int) -> int:
    """Past at most four blanks."""
    stop = min(len(text), position + 4)
    while position < stop and text[position].isspace():
        position += 1
    return position


def measured_at(text: str, position: int) -> bool:
    """Whether a scale or a unit follows, over blanks."""
    return SCALES.match(text, position) is not None or units.at(text, skip_blanks(text, position)) is not None


def _exponent(text: str, start: int, end: int, read: Numeral) -> tuple[int, Numeral]:
    power = _POWER.match(text, end)
    if power is not None:
        raised = _raised(read.value, int(power["power"]), tens=power["ten"] is not None)
        return (end, read) if raised is None else (power.end(), Numeral(raised))
    found = _EXPONENT.match(text, end) or _THOUSAND.match(text, end)
    if found is None:
        return end, read
    if found[0].strip() in {"k", "K"}:
        return found.end(), Numeral(times(read.value, Decimal(1000)), "千", read.decimals)
    grown = numeral(text[start : found.end()])
    return (end, read) if grown is None else (found.end(), replace(grown, decimals=0))


def _raised(value: Decimal, power: int, *, tens: bool) -> Decimal | None:
    """2.5×10^4, 10^4, 2^-1; None where the result is no number that a report would print."""
    if value == 0 or abs(power) > _HIGHEST_POWER or len(value.as_tuple().digits) > LONGEST // 5:
        return None
    if tens:
        return EXACT.scaleb(value, power)
    raised = EXACT.power(value, abs(power))
    return ratio(Decimal(1), raised) if power < 0 else raised


def _mended(text: str, start: int, end: int) -> int | None:
    """End of a number that a blank or a line break tears apart, where its own marks prove that it is one number.

    387,236.⏎73万元 is one (its groups are whole only together), "12 5家" is not proven and left alone.
    """
    if end >= len(text) or not (text[end].isspace() or text[end] in ",."):
        return None
    found = _GROUPED.match(text, start)
    if found is not None and found.end() > end and not found[0].isalnum():
        joined = "".join(found[0].split())
        if any(char.isspace() for char in found[0].partition(",")[0]) and not _close_behind_words(text, start):
            return None  # 5 7,236.73万元: the first may be the number of a row
        proven = measured_at(text, found.end())
        if not proven and _TORN_FRACTION.search(found[0]) is None:
            proven = _INSIDE_GROUP.search(found[0]) is not None
        if _ARABIC.fullmatch(joined) and len(joined) < len(found[0]) and proven:
            return found.end()
    spaced = _SPACED.match(text, start)
    close = text[start - 1 : start] in {":", "("} or _close_behind_words(text, start)
    if spaced is not None and close and measured_at(text, spaced.end()):
        return spaced.end()
    for pattern in (_AT_POINT, _AT_LINE):
        found = pattern.match(text, start)
        if found is None or not measured_at(text, found.end()):
            continue
        before_point = pattern is _AT_POINT and not found[0].partition(".")[0].isdigit()
        if before_point or start == 0 or _follows_words(text, start):
            return found.end()
    return None


def _close_behind_words(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1] in ">≥≤<=" or _CJK.match(text[start - 1]) is not None)


def _follows_words(text: str, start: int) -> bool:
    """Whether prose or an operator stands before the number, not the edge of a line or of a table cell."""
    if _close_behind_words(text, start):
        return True
    return start > 1 and text[start - 1] == " " and _CJK.match(text[start - 2]) is not None
