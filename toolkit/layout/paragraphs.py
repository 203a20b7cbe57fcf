"""Lines in reading order → paragraphs, whose lines the margin or a page end broke.

Geometry decides where it is clear: a line that left room for the next word ends its paragraph, an indent or a gap
begins one. Where it is not (neither indents nor gaps, a full line before an unindented one), the words decide.
"""

from collections.abc import Sequence
from typing import Final

from toolkit.layout.cells import is_full
from toolkit.layout.lines import continues, ends_sentence
from toolkit.layout.margins import Setting
from toolkit.layout.outline import is_contents_line, level_of, numbering
from toolkit.layout.textlines import TextLine
from toolkit.layout.wording import is_form_label
from toolkit.patterns import regex

_OTHER_SIZE: Final = 0.12  # of the size: text so different is another paragraph
_INDENT: Final = 1.0  # em
_SET_IN: Final = 4.0  # em: signatures and dates stand further in than any indent
_GAP: Final = 1.4  # of the usual distance of lines
_TITLE_GAP: Final = 2.6  # em between the centres of two lines of one title
_OFF_CENTRE: Final = 1.2  # em
_BULLETS: Final = tuple("•●○■□◆◇▪◦▶➢➤✓※")
_DOT: Final = "·"
_LITTLE_ROOM: Final = 3.0  # em
_PAUSES: Final = frozenset("。；：！？;:!?）)")
_LEADER: Final = regex(r"[.．·…⋯_-]\s?[.．·…⋯_-]|…")


class Joiner:
    """Judges for each line whether it goes on with the paragraph before it."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def joins(self, paragraph: Sequence[TextLine], below: TextLine) -> bool:
        """Whether `below` goes on with `paragraph`, between which nothing but furniture stands."""
        above = paragraph[-1]
        if abs(above.em - below.em) > _OTHER_SIZE * max(above.em, below.em) or below.spread:
            return False
        if above.spread and not (above.text[-1] in "：:" and self._fills(above, below)):
            return False  # the fields of a form, but for a label whose value did not fit in
        if _is_entry(above.text) or _is_entry(below.text):
            return False
        together = (above.frame.number, above.column) == (below.frame.number, below.column)
        distance = below.middle - above.middle
        if self._is_centred(below, 1.5) and self._may_be_title(above, below):
            return together and distance < _TITLE_GAP * above.em and self._is_one_title(above, below)
        if together and distance > _GAP * self._setting.distance(above):
            return False
        if not self._fills(above, below):
            return together and self._breaks_off(above) and numbering(below.text) is None and self._read(above, below)
        return self._goes_on(paragraph, below, apart=not together)

    def _goes_on(self, paragraph: Sequence[TextLine], below: TextLine, apart: bool) -> bool:
        """The same after a full line."""
        above, first = paragraph[-1], len(paragraph) == 1
        was, now = self._indent(above), self._indent(below)
        if now > _SET_IN and (abs(now - was) > _INDENT or _are_fields(above, below)):
            return False
        if (ends_sentence(above.text) and numbering(below.text)) or _is_item(below.text, paragraph[0].text):
            return False
        if was - now >= _INDENT:
            return True  # its first line set in, also where all first lines of a page are and are taken for the margin
        if now >= _INDENT:
            if abs(now - was) < 0.5 * _INDENT and not first:
                return True  # a block set in as a whole
            if was > now + 0.5 * _INDENT:
                return True  # the same with its first line further in
            hangs = first and was < _INDENT and numbering(above.text) is not None
            unfinished = above.text[-1] not in _PAUSES and level_of(above.text) is None  # in a list set in as a whole
            return (hangs or unfinished or not self._setting.indented) and self._read(above, below)
        if was >= _INDENT or (self._setting.indented and not first):
            return True
        if self._setting.spaced and not apart:
            return level_of(below.text) is None
        return self._read(above, below)

    def _read(self, above: TextLine, below: TextLine) -> bool:
        return continues(above.text, below.text, True)

    def _indent(self, line: TextLine) -> float:
        return (line.x0 - self._setting.of(line).left) / line.em

    def _fills(self, above: TextLine, below: TextLine) -> bool:
        margins = self._setting.of(above)
        return is_full(above, below, margins.right - above.x0)

    def _breaks_off(self, above: TextLine) -> bool:
        """Whether a line that left little room ends within a sentence."""
        room = self._setting.of(above).right - above.x1
        return room < _LITTLE_ROOM * above.em and above.text[-1] not in _PAUSES

    def _is_centred(self, line: TextLine, least: float) -> bool:
        """Whether the line stands on the axis of the text, at least `least` em in from both margins."""
        margins = self._setting.of(line)
        off = abs((line.x0 + line.x1) - (margins.left + margins.right)) / 2
        return off < _OFF_CENTRE * line.em and min(line.x0 - margins.left, margins.right - line.x1) > least * line.em

    def _may_be_title(self, above: TextLine, below: TextLine) -> bool:
        """A line on the axis above a centred one; if it takes the whole width, the one below is set in far."""
        return self._is_centred(above, 1.5) or (
            self._is_centred(above, -1.0) and self._is_centred(below, 3.0) and not numbering(below.text)
        )

    def _is_one_title(self, above: TextLine, below: TextLine) -> bool:
        margins = self._setting.of(above)
        if is_full(above, below, margins.right - margins.left):
            return True
        return continues(above.text, below.text, None)


def _is_item(text: str, first: str) -> bool:
    """Whether a line begins an item of a list with a bullet; a dot, which may stand within a name too, only where the
    paragraph above begins with one."""
    return text[:1] in _BULLETS or (text[:1] == _DOT and first[:1] == _DOT)


def _are_fields(above: TextLine, below: TextLine) -> bool:
    """Whether two lines fill in a form, as on a cover: 填报单位：… above 填报日期：…"""
    return is_form_label(above.text) and is_form_label(below.text)


def _is_entry(text: str) -> bool:
    """An entry of a table of contents; lines without leaders are told cheaply."""
    return _LEADER.search(text) is not None and is_contents_line(text)
