"""Writes small PDFs by hand for the tests: text in a built-in Latin font, lines, rectangles, pictures, encryption.

Coordinates are PDF user space: points from the lower left, upwards.
"""

import hashlib
from dataclasses import dataclass, field

_FIRST_PAGE = 10  # its object number
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


@dataclass
class Page:
    """A page as its content stream grows. `rotate` is its /Rotate, `box` its /MediaBox."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    parts: list[str] = field(default_factory=list)
    fields: list[tuple[float, float, str]] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 10, matrix: str = "1 0 0 1") -> "Page":
        """One string at (x, y); `matrix` turns it: "0 1 -1 0" runs it up the page."""
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.parts.append(f"BT /F {size} Tf {matrix} {x} {y} Tm ({escaped}) Tj ET")
        return self

    def unmapped(self, x: float, y: float, codes: str, size: float = 10) -> "Page":
        """Glyphs by their codes in a font that says of none what it means."""
        self.parts.append(f"BT /U {size} Tf 1 0 0 1 {x} {y} Tm <{codes.encode('utf-16-be').hex()}> Tj ET")
        return self

    def stroke(self, x: float, y: float, size: float = 10) -> "Page":
        """A 一 of a font that is drawn shape by shape and knows no more of its height than the ink (Type 3)."""
        self.parts.append(f"BT /S {size} Tf 1 0 0 1 {x} {y} Tm (a) Tj ET")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> "Page":
        """A stroked line."""
        self.parts.append(f"{x0} {y0} m {x1} {y1} l S")
        return self

    def thin(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> "Page":
        """The same line as office software draws it: a filled rectangle `width` thick."""
        half = width / 2
        wide, high = (x1 - x0, width) if y0 == y1 else (width, y1 - y0)
        left, low = (x0, y0 - half) if y0 == y1 else (x0 - half, y0)
        self.parts.append(f"{left} {low} {wide} {high} re f")
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float, paint: str = "S") -> "Page":
        """A rectangle, stroked (S), filled (f) or both (B)."""
        self.parts.append(f"{x0} {y0} {x1 - x0} {y1 - y0} re {paint}")
        return self

    def table(self, xs: list[float], ys: list[float], rows: list[list[str]], pen: str = "line") -> "Page":
        """A full grid with lines at xs and ys (ys downwards, so descending); one string a cell, `|` breaks lines."""
        draw = self.line if pen == "line" else self.thin
        for y in ys:
            draw(xs[0], y, xs[-1], y)
        for x in xs:
            draw(x, ys[-1], x, ys[0])
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                for number, line in enumerate(text.split("|")):
                    if line:
                        self.text(xs[column] + 3, ys[row] - 11 - 12 * number, line)
        return self

    def picture(self, x0: float, y0: float, x1: float, y1: float) -> "Page":
        """A one-pixel image stretched over the box."""
        self.parts.append(f"q {x1 - x0} 0 0 {y1 - y0} {x0} {y0} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q")
        return self

    def filled(self, x: float, y: float, text: str) -> "Page":
        """A form field at (x, y) that was filled in."""
        self.fields.append((x, y, text))
        return self

    def raw(self, operators: str) -> "Page":
        """Operators as they are."""
        self.parts.append(operators)
        return self


def pdf(*pages: Page, password: str | None = None) -> bytes:
    """The pages as a whole file; with `password` encrypted by the standard handler (RC4, 40 bits)."""
    key, encrypt = _encryption(password) if password is not None else (None, "")
    kids = " ".join(f"{_FIRST_PAGE + 2 * number} 0 R" for number in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: b"<< /Type /Font /Subtype /Type0 /BaseFont /Unknown /Encoding /Identity-H /DescendantFonts [5 0 R] >>",
        5: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unknown /DW 600 /FontDescriptor 6 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        6: b"<< /Type /FontDescriptor /FontName /Unknown /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0"
        b" /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    }
    objects |= _stroke_font()
    for number, page in enumerate(pages):
        here = _FIRST_PAGE + 2 * number
        objects[here] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] /Rotate {page.rotate}"
            f" /Resources << /Font << /F 3 0 R /U 4 0 R /S 7 0 R >> >> /Contents {here + 1} 0 R"
        ).encode()
        stream = "\n".join(page.parts).encode("latin-1")
        if key is not None:
            stream = _rc4(hashlib.md5(key + (here + 1).to_bytes(3, "little") + b"\0\0").digest()[:10], stream)  # noqa: S324
        objects[here + 1] = f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream"
        objects[here] += _annotations(page, objects, _FIRST_PAGE + 2 * len(pages)) + b" >>"
    return _file(objects, encrypt)


def _stroke_font() -> dict[int, bytes]:
    """The objects of a font with one shape, called 一."""
    shape = b"1000 0 30 380 970 470 d1 30 380 940 90 re f"
    meaning = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /S def /CMapType 2 def"
        b" 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <61> <4e00> endbfchar endcmap end end"
    )
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [30 380 970 470] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97"
        b" /LastChar 97 /Widths [1000] /CharProcs << /one 8 0 R >> /Encoding << /Differences [97 /one] >>"
        b" /ToUnicode 9 0 R /Resources << >> >>"
    )
    streams = {8: shape, 9: meaning}
    return {7: font} | {
        number: f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"
        for number, data in streams.items()
    }


def _annotations(page: Page, objects: dict[int, bytes], first: int) -> bytes:
    """Add the objects of the page's fields, numbered from `first` or after the last; give the /Annots entry."""
    kids = []
    for x, y, text in page.fields:
        number = max(first - 1, *objects) + 1
        stream = f"BT /F 10 Tf 2 4 Td ({text}) Tj ET".encode()
        objects[number] = (
            (
                f"<< /Type /XObject /Subtype /Form /BBox [0 0 100 14] /Resources << /Font << /F 3 0 R >> >>"
                f" /Length {len(stream)} >>\nstream\n"
            ).encode()
            + stream
            + b"\nendstream"
        )
        objects[number + 1] = (
            f"<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /T (f{number}) /V ({text})"
            f" /Rect [{x} {y} {x + 100} {y + 14}] /AP << /N {number} 0 R >> >>"
        ).encode()
        kids.append(f"{number + 1} 0 R")
    return f" /Annots [{' '.join(kids)}]".encode() if kids else b""


def _file(objects: dict[int, bytes], encrypt: str) -> bytes:
    data = b"%PDF-1.4\n"
    starts = []
    for number in sorted(objects):
        starts.append(len(data))
        data += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R{encrypt} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode() + trailer.encode()


def _encryption(password: str) -> tuple[bytes, str]:
    """(file key, /Encrypt entry) of revision 2: the same password opens and owns."""
    padded = (password.encode("latin-1") + _PADDING)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)  # noqa: S324
    rights, name = -4, b"0123456789abcdef"
    key = hashlib.md5(padded + owner + rights.to_bytes(4, "little", signed=True) + name).digest()[:5]  # noqa: S324
    user = _rc4(key, _PADDING)
    return key, (
        f" /ID [<{name.hex()}> <{name.hex()}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P {rights}"
        f" /O <{owner.hex()}> /U <{user.hex()}> >>"
    )


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    result = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        result.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(result)
