"""Markup of a web page → its text in reading order as stretches and grids, each piece with the path of its node.

Paths are XPath in the tree that a browser builds: /html/body/table[1]/tbody[1]/tr[2]/td[1]/text()[1]; a column counts
the characters of that node from 1. Scripts, navigation, controls and hidden elements are left out.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from toolkit.errors import ReadError
from toolkit.readers._flow import Flow
from toolkit.readers._web_boxes import Boxes
from toolkit.readers._web_style import Styles
from toolkit.readers._web_tables import CELLS, SECTIONS, Attributes, Tables, integer
from toolkit.readers._web_text import WebWriter

_LEFT_OUT_TAGS = (
    "head script style template noscript iframe object applet canvas audio video svg nav button datalist "
    "noframes noembed xml rp rt del"
)
_LEFT_OUT: Final = frozenset(_LEFT_OUT_TAGS.split())
_BLOCKS_TAGS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu ol optgroup p pre search section "
    "summary table td textarea th ul xmp"
)
_BLOCKS: Final = frozenset(_BLOCKS_TAGS.split())
_HEADINGS: Final = {f"h{depth}": depth for depth in range(1, 7)}
_KEEPING: Final = frozenset({"pre", "textarea", "xmp", "listing"})
_MARGINS: Final = frozenset({"footer", "aside"})
_SPOKEN_INPUTS: Final = frozenset({"text", "number", "date", "month", "search", "tel", "email", "url"})
_MARKS: Final = {"checkbox": "☐☑", "radio": "○●"}
_MOST_NODES: Final = 2_000_000
_MOST_PATHS: Final = 64_000_000
_DEEPEST: Final = 1000
_NEAR: Final = 8


@dataclass(slots=True)
class Page:
    """What a page holds: its flow; what stands beside or below it; pictures; characters hidden or marked as deleted."""

    flow: Flow = field(default_factory=list)
    margins: Flow = field(default_factory=list)
    pictures: int = 0
    hidden: int = 0
    deleted: int = 0


@dataclass(slots=True)
class _Frame:
    """An element whose children are being read: `child` is the next, `counts` numbers them by name; `leave` is what
    to do after the last; `item` the number of the next item of a numbered list. `part` is the tag that it stands for;
    `spans` are the columns that its boxes take, of a row or by rows, where they are a table."""

    tag: str
    path: str
    child: Any
    part: str = ""
    spans: list[Any] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    leave: tuple[Callable[[], None], ...] = ()
    item: int | None = None


def page_of(markup: str, prefix: str = "") -> Page:
    """Read markup that `_web_guard` let pass; `prefix` stands in front of all paths.

    Raises ReadError READ-TOO-LARGE for more nodes or cells, or deeper tables, than any report has.
    """
    from selectolax.lexbor import LexborHTMLParser

    parser = LexborHTMLParser(markup)
    root = parser.root
    sheets = [node.text() for node in parser.css("style")]
    walk = _Walk(Styles(sheets), Boxes(sheets, markup))
    if root is not None:
        walk.read(root, prefix)
    return walk.page


class _Walk:
    """One pass over the tree, without recursion."""

    def __init__(self, styles: Styles, boxes: Boxes) -> None:
        self.page = Page()
        self._styles = styles
        self._boxes = boxes
        self._writer = WebWriter(self.page.flow)
        self._tables = Tables()
        self._frames: list[_Frame] = []
        self._nodes = self._paths = 0

    def read(self, root: Any, prefix: str) -> None:
        """Read all below `root`."""
        self._frames = [_Frame("html", f"{prefix}/html", root.first_child, "html")]
        while self._frames:
            frame = self._frames[-1]
            node = frame.child
            if node is None:
                for step in frame.leave:
                    step()
                self._frames.pop()
                continue
            frame.child = node.next
            tag = node.tag or "-"
            if tag == "-text":
                self._writer.text(node.text_content or "", self._path(frame, "text()"))
            elif tag[0] != "-":
                self._element(frame, node, tag)
        self._writer.end_block()

    def _path(self, frame: _Frame, name: str) -> str:
        """Path of the next child called `name`."""
        number = frame.counts[name] = frame.counts.get(name, 0) + 1
        path = f"{frame.path}/body" if name == "body" and frame.tag == "html" else f"{frame.path}/{name}[{number}]"
        self._nodes += 1
        self._paths += len(path)
        if self._nodes > _MOST_NODES or self._paths > _MOST_PATHS:
            raise ReadError("READ-TOO-LARGE", "网页节点过多或嵌套过深", "请只保留报告正文和表格后另存")
        return path

    def _element(self, frame: _Frame, node: Any, tag: str) -> None:
        path = self._path(frame, tag)
        attributes: Attributes = node.attributes
        if self._styles.hides(tag, attributes):
            self.page.hidden += len(node.text().strip()) if tag not in _LEFT_OUT else 0
        elif tag == "del":
            self.page.deleted += len(node.text().strip())
        elif tag in _LEFT_OUT or (tag == "dialog" and "open" not in attributes):
            return
        elif tag == "br":
            self._writer.end_line()
        elif tag == "img":
            self.page.pictures += 1
        elif tag == "input":
            self._input(attributes, path)
        elif tag == "select":
            self._select(node, path)
        else:
            self._enter(_Frame(tag, path, node.first_child), attributes, node)

    def _enter(self, frame: _Frame, attributes: Attributes, node: Any) -> None:
        if len(self._frames) >= _DEEPEST:
            raise ReadError("READ-TOO-LARGE", f"网页标记嵌套超过 {_DEEPEST} 层", "请只保留报告正文和表格后另存")
        tag = frame.tag
        attributes = self._as_part(frame, attributes, node)
        if tag in _BLOCKS or frame.part != tag:
            self._end_block()
            frame.leave = (self._end_block,)
        if tag in _KEEPING:
            self._writer.kept += 1
            frame.leave += (self._stop_keeping,)
        elif tag in _MARGINS:
            self._writer.enter(self.page.margins)
            frame.leave += (self._writer.leave,)
        elif frame.part == "li":
            self._writer.number = self._item(frame.path, attributes)
            frame.leave += (self._forget_number,)
        elif frame.part == "ol":
            plain = (attributes.get("type") or "1") == "1" and "none" not in (attributes.get("style") or "")
            frame.item = integer(attributes.get("start"), 1) if plain and "reversed" not in attributes else None
        else:
            frame.leave += self._enter_table(frame.part, attributes)
        self._frames.append(frame)

    def _as_part(self, frame: _Frame, attributes: Attributes, node: Any) -> Attributes:
        """Find out what an element stands for; its attributes, with the columns that its box takes."""
        around = self._frames[-1]
        frame.part = self._boxes.part(frame.tag, attributes, around.part)
        if around.part == "table" and around.spans:
            frame.part, frame.spans = "tr", around.spans.pop(0)
        elif around.part == "tr" and around.spans:
            frame.part = "td"
            return {**attributes, "colspan": str(around.spans.pop(0)), "rowspan": None}
        elif frame.part == frame.tag and (spans := self._boxes.spans(node, self._styles.hides)):
            frame.part, frame.spans = "table", spans
        return attributes

    def _enter_table(self, tag: str, attributes: Attributes) -> tuple[Callable[[], None], ...]:
        """Open a table or a part of one; what to do when it ends."""
        if tag == "table":
            self._tables.open(attributes)
            return (self._close_table,)
        if tag in SECTIONS:
            self._tables.section(tag)
        elif tag == "tr":
            self._tables.row()
        elif tag in CELLS or tag == "caption":
            flow = self._tables.title() if tag == "caption" else self._tables.cell(tag, attributes)
            if flow is not None:
                self._writer.enter(flow)
                return (self._writer.leave,)
        return ()

    def _close_table(self) -> None:
        self._writer.add(self._tables.close())

    def _stop_keeping(self) -> None:
        self._writer.kept -= 1

    def _end_block(self) -> None:
        """End the open block; it is a heading where it stands inside one."""
        if self._writer.is_empty:
            return
        near = (_HEADINGS.get(frame.tag) for frame in self._frames[: -_NEAR - 1 : -1])
        self._writer.end_block(next((depth for depth in near if depth), None))

    def _forget_number(self) -> None:
        self._writer.number = None

    def _item(self, path: str, attributes: Attributes) -> tuple[str, str] | None:
        """The number that is printed before an item of a numbered list, and its path."""
        around = self._frames[-1]
        if around.item is None:
            return None
        number = integer(attributes.get("value"), around.item)
        around.item = number + 1
        return f"{number}.", f"{path}/::marker"

    def _input(self, attributes: Attributes, path: str) -> None:
        """What a field of a form shows: its value, or whether it is ticked."""
        kind = (attributes.get("type") or "text").lower()
        if kind in _SPOKEN_INPUTS:
            self._writer.text(attributes.get("value") or "", f"{path}/@value")
        elif kind in _MARKS:
            self._writer.composer.fill(_MARKS[kind]["checked" in attributes])

    def _select(self, node: Any, path: str) -> None:
        """What a list of choices shows: the chosen one, else the first."""
        options = node.css("option")
        shown = next((option for option in options if "selected" in option.attributes), options[0] if options else None)
        if shown is not None and shown.first_child is not None and shown.first_child.tag == "-text":
            place = options.index(shown) + 1
            self._writer.text(shown.first_child.text_content or "", f"{path}/descendant::option[{place}]/text()[1]")
