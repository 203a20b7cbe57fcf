"""The text of a part → whether it is a figure or a label of a form, by which tables are told from text."""

from typing import Final

from toolkit.patterns import regex
from toolkit.text import fold_widths

_FIGURE: Final = regex(r"[-+±≥≤<>=~约]?[\d,]*\d(?:\.\d+)?(?:[%‰]|[^\d\s.,;:、。]{1,3})?|[-—/*]+")
_CUT: Final = regex(r"[-+±≥≤<>=~约]?(?:[\d,]*[.,]|\d{1,3}(?:,\d{3})*,\d{1,2})")  # 387,236. 387,23
_YEAR: Final = r"(?:19|20)\d\d(?:年度?|[-—]\d{1,2})?"
_MONTHS: Final = r"\d{1,2}(?:[-—~至]\d{1,2})?月份?"
_PERIOD: Final = regex(rf"{_YEAR}|(?:{_YEAR})?(?:{_MONTHS}|第?[1-4]季度)")
_CAPTION: Final = regex(r"(?:续?附?表|图表?)\s*\d|[^,。]{0,20}表$|单位:")
_LABEL: Final = regex(r"[^\d:]{1,16}:")


def is_figure(text: str) -> bool:
    """A number with its unit at most, or a mark in its place; a year, a quarter, a month are headings."""
    narrow = fold_widths(text)
    return _FIGURE.fullmatch(narrow) is not None and _PERIOD.fullmatch(narrow) is None


def is_form_label(text: str) -> bool:
    """What a form prints before a blank to be filled: 填报单位：…"""
    return _LABEL.match(fold_widths(text[:40])) is not None


def is_cut_figure(text: str) -> bool:
    """A number that is not at its end: cut off at a mark, or within a group of three digits."""
    return _CUT.fullmatch(fold_widths(text)) is not None


def is_caption(text: str) -> bool:
    """The title of a table, or the unit of its figures: 表2 …, …情况表, 单位：万元"""
    return _CAPTION.match(fold_widths(text[:60])) is not None
