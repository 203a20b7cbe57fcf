"""Paragraphs of a word part → lines as they are printed: fields' results, tracked insertions, automatic numbers.

The path of a run names the paragraph (word/document.xml#/body/tbl[1]/tr[2]/tc[3]/p[1]); its column counts the
characters of that paragraph as read, with one for each tab and break. A number comes from its numPr.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from toolkit.readers._symbols import drawn, symbol
from toolkit.readers._word_numbering import Numbering
from toolkit.readers._word_package import attribute, child, local
from toolkit.readers._word_styles import Styles, is_set, numbering_of, outline_level
from toolkit.readers._writer import Writer

_WITHIN: Final = frozenset(
    {"hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "ins", "moveTo", "dir", "bdo", "subDoc",
     "oMath", "oMathPara", "num", "den", "e", "sup", "sub", "deg", "d", "rad", "sSup", "sSub", "nary", "func", "fName",
     "ruby", "rubyBase", "box", "borderBox", "acc", "bar", "r"}
)  # fmt: skip
_REMOVED: Final = frozenset({"del", "moveFrom"})
_DRAWN: Final = frozenset({"drawing", "pict", "object"})


@dataclass(slots=True)
class Found:
    """What was met on the way and is not text, by what it is."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, what: str, count: int = 1) -> None:
        """Count one more."""
        self.counts[what] = self.counts.get(what, 0) + count

    def __getitem__(self, what: str) -> int:
        return self.counts.get(what, 0)


class ParagraphReader:
    """Reads the paragraphs of one part into a writer; knows in which field it is."""

    def __init__(self, styles: Styles, numbering: Numbering, found: Found) -> None:
        self._styles = styles
        self._numbering = numbering
        self._found = found
        self._fields: list[bool] = []  # of each open field, whether its result has begun
        self._unbegun = 0
        self._boxes: list[Any] = []
        self._path = ""
        self._column = 1
        self._hidden = False

    def read(self, element: Any, path: str, writer: Writer, listed: bool) -> list[Any]:
        """Write one w:p; the text boxes anchored in it are given back. `listed`: a number stands also without text."""
        properties = child(element, "pPr")
        style = self._styles.of(attribute(child(properties, "pStyle"), "val"))
        self._path, self._column, self._boxes = path, 1, []
        self._hidden = bool(style.hidden)
        number = self._number(properties, style.number)
        if number:
            writer.composer.put(number, f"{path}/pPr[1]/numPr[1]", 1)
        self._inside(element, writer)
        if self._unbegun:  # what a field asks for ends with its paragraph, at the latest
            self._fields = [begun for begun in self._fields if begun]
            self._unbegun = 0
        if number and self._column == 1 and not listed:
            writer.composer.close()
        if child(properties, "rPr", "del") is None:  # else the paragraph goes on in the next one
            own = outline_level(child(properties, "outlineLvl"))
            depth = style.heading if own is None else own
            writer.end_block(depth or None)
        return self._boxes

    def _number(self, properties: Any, of_style: tuple[str | None, int | None]) -> str:
        own = numbering_of(child(properties, "numPr"))
        identifier = of_style[0] if own[0] is None else own[0]
        level = (of_style[1] or 0) if own[1] is None else own[1]
        if identifier in {None, "0"} or child(properties, "rPr", "del") is not None:
            return ""
        return self._numbering.next(identifier or "", level)

    def _inside(self, element: Any, writer: Writer) -> None:
        for one in element:
            name = local(one)
            if name == "r":
                self._run(one, writer)
            elif name in _WITHIN:
                if name in {"ins", "moveTo"}:
                    self._found.add("changes")
                self._inside(one, writer)
            elif name == "f":
                self._fraction(one, writer)
            elif name in _REMOVED:
                self._found.add("changes")
            elif name == "AlternateContent":
                self._alternative(one, writer)

    def _run(self, run: Any, writer: Writer) -> None:
        properties = child(run, "rPr")
        hidden = self._is_hidden(properties)
        for one in run:
            name = local(one)
            if name in _DRAWN:
                self._drawn(one)
            elif name == "AlternateContent":
                self._alternative(one, writer)
            elif name == "fldChar":
                self._field(attribute(one, "fldCharType"))
            elif self._unbegun:
                continue
            elif hidden:
                self._found.add("hidden", len(one.text or "") if name == "t" else 0)
            else:
                self._piece(one, name, writer, properties)

    def _piece(self, one: Any, name: str, writer: Writer, properties: Any = None) -> None:
        if name == "t":
            text = one.text or ""
            self._put(drawn(text, attribute(child(properties, "rFonts"), "ascii")), writer)
        elif name in {"tab", "ptab"}:
            self._put("\t", writer)
        elif name in {"br", "cr"}:
            writer.end_line()
            self._column += 1
        elif name == "noBreakHyphen":
            self._put("-", writer)
        elif name == "sym":
            self._put(symbol(attribute(one, "char") or "", attribute(one, "font")), writer)
        elif name in {"ruby", "rubyBase"}:
            self._inside(one, writer)

    def _put(self, text: str, writer: Writer) -> None:
        text = text.replace("\n", " ").replace("\r", " ")
        writer.composer.put(text, self._path, self._column)
        self._column += len(text)

    def _is_hidden(self, properties: Any) -> bool:
        mark = child(properties, "vanish")
        if mark is not None:
            return is_set(mark)
        name = attribute(child(properties, "rStyle"), "val")
        own = self._styles.of(name, "character").hidden if name else None
        return self._hidden if own is None else own

    def _field(self, kind: str | None) -> None:
        """Between begin and separate stands what a field asks for; between separate and end what is printed."""
        if kind == "begin":
            self._fields.append(False)
            self._unbegun += 1
        elif kind == "separate" and self._fields and not self._fields[-1]:
            self._fields[-1] = True
            self._unbegun -= 1
        elif kind == "end" and self._fields:
            self._unbegun -= not self._fields.pop()

    def _fraction(self, element: Any, writer: Writer) -> None:
        """A fraction in one line: 已完成/应完成."""
        over, under = child(element, "num"), child(element, "den")
        if over is not None and under is not None:
            self._inside(over, writer)
            writer.composer.fill("/")
            self._inside(under, writer)

    def _alternative(self, element: Any, writer: Writer) -> None:
        """One of several versions of the same: the first choice, the fallback where there is none."""
        chosen = next((one for one in element if local(one) in {"Choice", "Fallback"}), None)
        for one in () if chosen is None else chosen:
            if local(one) in _DRAWN:
                self._drawn(one)
            elif local(one) == "r":
                self._run(one, writer)

    def _drawn(self, element: Any) -> None:
        """Text boxes below a drawing (each once), pictures, charts and embedded objects."""
        waiting = [element]
        while waiting:
            one = waiting.pop()
            name = local(one)
            if name == "txbxContent":
                self._boxes.append(one)
                continue
            if name in {"blip", "imagedata", "OLEObject", "chart", "relIds"}:
                self._found.add({"OLEObject": "objects", "chart": "charts", "relIds": "charts"}.get(name, "pictures"))
            inner = list(one)
            if name == "AlternateContent":
                inner = [chosen for chosen in inner if local(chosen) in {"Choice", "Fallback"}][:1]
            waiting += reversed(inner)
