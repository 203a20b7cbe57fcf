"""A small writer of OFD files: texts at places and lines, and whole documents set on pages with tables and folios."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from toolkit.model.document import Document, Table

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE = 4.0
LEFT, RIGHT, TOP, BOTTOM = 25.0, 185.0, 25.0, 270.0
LEADING = 7.0


def width_of(text: str, size: float = SIZE) -> float:
    return sum(size if char > "\u2e7f" or char in "“”‘’—…·≥≤×①②③④⑤Ⅰ" else size / 2 for char in text)


def text(x: float, y: float, string: str, size: float = SIZE, extra: str = "", compact: bool = True) -> str:
    """A text whose line box begins at (x, y), each character with its step."""
    steps = [f"{width_of(char, size):g}" for char in string[:-1]]
    if compact and steps and len(set(steps)) == 1:
        steps = ["g", str(len(steps)), steps[0]]
    deltas = f' DeltaX="{" ".join(steps)}"' if steps else ""
    return (
        f'<ofd:TextObject ID="9" Boundary="{x:g} {y:g} {width_of(string, size) + 1:g} {size * 1.5:g}" Font="3" '
        f'Size="{size:g}" {extra}><ofd:TextCode X="0" Y="{size:g}"{deltas}>{escape(string)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    return (
        f'<ofd:PathObject ID="8" Boundary="{x0:g} {y0:g} {max(x1 - x0, 0.2):g} {max(y1 - y0, 0.2):g}" LineWidth="0.2">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0:g} {y1 - y0:g}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def page(*objects: str, head: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><ofd:Page {SPACE}>{head}<ofd:Content><ofd:Layer ID="2">'
        f"{''.join(objects)}</ofd:Layer></ofd:Content></ofd:Page>"
    )


def packed(pages: list[str], parts: dict[str, str] | None = None, common: str = "", box: str = "0 0 210 297") -> bytes:
    """An OFD of these pages, and of further parts."""
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    entries = {
        "OFD.xml": f'<?xml version="1.0"?><ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>{box}"
        f"</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    entries |= {f"Doc_0/Pages/Page_{number}/Content.xml": content for number, content in enumerate(pages)}
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (entries | (parts or {})).items():
            archive.writestr(name, content)
    return stream.getvalue()


def ofd(document: Document) -> bytes:
    """The document set on A4 pages."""
    setter = _Setter()
    for number, block in enumerate(document.blocks):
        if isinstance(block, Table):
            setter.table(block)
        elif number == 0 and len(block.text) <= 35:
            setter.title(block.text)
        else:
            setter.paragraph(block.text, 2 * SIZE)
    return packed([page(*objects, text(100, 280, f"— {n} —")) for n, objects in enumerate(setter.pages, 1)])


class _Setter:
    def __init__(self) -> None:
        self.pages: list[list[str]] = [[]]
        self.y = TOP

    def room(self, height: float) -> None:
        if self.y + height > BOTTOM:
            self.pages.append([])
            self.y = TOP

    def title(self, string: str) -> None:
        self.pages[-1].append(text((LEFT + RIGHT - width_of(string)) / 2, self.y, string))
        self.y += 2 * LEADING

    def paragraph(self, string: str, indent: float) -> None:
        for number, part in enumerate(wrapped(string, RIGHT - LEFT, indent)):
            self.room(LEADING)
            self.pages[-1].append(text(LEFT + (0 if number else indent), self.y, part))
            self.y += LEADING

    def table(self, block: Table) -> None:
        widths = _widths(block)
        xs = [LEFT + sum(widths[:column]) for column in range(block.columns + 1)]
        self.y += 2
        for row in range(block.rows):
            cells = [cell for cell in block.cells if cell.row == row]
            texts = {cell.column: wrapped(cell.text, widths[cell.column] - 2, 0, 3.0) for cell in cells if cell.text}
            height = max([len(lines) for lines in texts.values()] or [1]) * 4.5 + 2
            self.room(height)
            objects = self.pages[-1]
            objects += [line(xs[0], y, xs[-1], y) for y in (self.y, self.y + height)]
            objects += [line(x, self.y, x, self.y + height) for x in xs]
            for column, lines in texts.items():
                objects += [text(xs[column] + 1, self.y + 1 + 4.5 * n, part, 3.0) for n, part in enumerate(lines)]
            self.y += height
        self.y += 4


def wrapped(string: str, width: float, indent: float, size: float = SIZE) -> list[str]:
    """The string in lines; a figure or Latin word stays whole where a line has room for it, marks do not open one."""
    lines, room, at = [""], width - indent, 0
    while at < len(string):
        end = at + 1
        while string[at].isascii() and end < len(string) and string[end].isascii():
            end += 1
        while end < len(string) and string[end] in "，。、；：！？）》”’%":
            end += 1
        piece = string[at:end]
        if width_of(piece, size) > width:
            piece = string[at]
        if width_of(piece, size) > room and lines[-1]:
            lines.append("")
            room = width
        lines[-1] += piece
        room -= width_of(piece, size)
        at += len(piece)
    return lines


def _widths(block: Table) -> list[float]:
    """Columns of short texts as wide as these, the others share what is left."""
    longest = [
        max([6.0, *(width_of(cell.text, 3.0) + 2.5 for cell in block.cells if cell.column == column)])
        for column in range(block.columns)
    ]
    short = [width if width <= 20 else 0.0 for width in longest]
    left = RIGHT - LEFT - sum(short)
    many = short.count(0.0)
    return [width or left / many for width in short]
