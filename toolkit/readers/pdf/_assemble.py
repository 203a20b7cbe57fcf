"""Pages as characters and rulings → blocks of a Document with ids, furniture and notes on what could not be read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from toolkit.layout.captions import caption_of
from toolkit.layout.cells import flowing
from toolkit.layout.margins import setting_of
from toolkit.layout.outline import level_of
from toolkit.layout.page import Frame, PageContent
from toolkit.layout.pageparts import Item, PageParts, parts_of
from toolkit.layout.paragraphs import Joiner
from toolkit.layout.pieces import Piece, table_of
from toolkit.layout.sequence import sequence_of
from toolkit.layout.textlines import TextLine
from toolkit.model.document import Block, Note, Paragraph, Run
from toolkit.readers.pdf._trust import note_on

_PICTURE = 0.3  # of the page: a picture so large may be a scan


@dataclass(slots=True)
class Assembled:
    """Blocks in reading order, furniture and notes."""

    blocks: list[Block] = field(default_factory=list)
    furniture: list[Paragraph] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


class _Names:
    """Ids of blocks: page, kind and a count from 1 on that page."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[int, str]] = Counter()

    def next(self, page: int, kind: str) -> str:
        self._counts[page, kind] += 1
        return f"p{page}.{kind}{self._counts[page, kind]}"


def assemble(contents: Iterable[tuple[int, PageContent | None]]) -> Assembled:
    """Blocks of the pages (number, content; None where a page could not be loaded)."""
    result = Assembled()
    parts: list[PageParts] = []
    slanted: list[tuple[Frame, str, tuple[float, float, float, float]]] = []
    pictured: dict[int, float] = {}
    for number, content in contents:
        note = note_on(number, content)
        if note is not None:
            result.notes.append(note)
        if content is None or (note is not None and note.severity == "loss"):
            continue
        before = parts[-1] if parts and parts[-1].frame.number == number - 1 else None
        parts.append(parts_of(content, before))
        pictured[number] = content.pictures
        slanted += [(content.frame, text, box) for text, box in content.slanted]
    ordered = sequence_of(parts)
    parts.clear()  # what the pages held is used up: three hundred of them need the room
    names = _Names()
    result.blocks = _blocks(ordered.items, names)
    result.notes += _pages_without_body(ordered.items, pictured)
    result.notes.sort(key=lambda note: note.page or 0)
    for line in sorted(ordered.furniture, key=lambda line: line.frame.number):
        text, runs = flowing([line])
        result.furniture.append(Paragraph(names.next(line.frame.number, "f"), text, runs))
    for frame, text, box in slanted:
        run = Run(0, len(text), frame.region(box))
        result.furniture.append(Paragraph(names.next(frame.number, "f"), text, (run,)))
    return result


def _blocks(items: Sequence[Item], names: _Names) -> list[Block]:
    joiner = Joiner(setting_of([item for item in items if isinstance(item, TextLine)]))
    blocks: list[Block] = []
    paragraph: list[TextLine] = []
    for item in items:
        if isinstance(item, TextLine) and paragraph and _adjoin(paragraph[-1], item) and joiner.joins(paragraph, item):
            paragraph.append(item)
            continue
        if paragraph:
            blocks.append(_paragraph(paragraph, names))
            paragraph = []
        if isinstance(item, TextLine):
            paragraph = [item]
        else:
            blocks.append(_table(item, blocks, names))
    if paragraph:
        blocks.append(_paragraph(paragraph, names))
    return blocks


def _adjoin(above: TextLine, below: TextLine) -> bool:
    """No page is missing between two lines."""
    return below.frame.number - above.frame.number <= 1


def _paragraph(lines: Sequence[TextLine], names: _Names) -> Paragraph:
    text, runs = flowing(lines)
    return Paragraph(names.next(lines[0].frame.number, "b"), text, runs, level_of(text))


def _table(piece: Piece, before: Sequence[Block], names: _Names) -> Block:
    table = table_of(piece, names.next(piece.pages[0], "t"), caption_of(before))
    piece.cells.clear()  # used up, and the tables to come need the room
    return table


def _pages_without_body(items: Sequence[Item], pictured: dict[int, float]) -> list[Note]:
    """Notes on pages that are a picture with nothing on it but furniture."""
    written: set[int] = set()
    for item in items:
        written.update(item.pages if isinstance(item, Piece) else (item.frame.number,))
    return [
        Note("PAGE-NO-TEXT", f"第{number}页是图像，除页眉页脚外没有文字，未能读取", number)
        for number, share in pictured.items()
        if share >= _PICTURE and number not in written
    ]
