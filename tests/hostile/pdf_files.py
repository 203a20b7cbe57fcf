"""Hostile and broken PDFs, each built in a few lines of code: loops, lies, bombs, depths, cuts."""

import zlib
from collections.abc import Callable

from tests.readers.pdf.pdf_maker import Page, pdf

Maker = Callable[[], bytes]
MEGABYTE = 1 << 20


def raw(objects: dict[int, bytes], trailer: bytes = b"", head: bytes = b"%PDF-1.5\n") -> bytes:
    """Objects as they are, with a true cross-reference table. Object 1 is the catalogue."""
    data, starts = bytearray(head), {}
    for number, content in sorted(objects.items()):
        starts[number] = len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    size = max(objects) + 1
    rows = b"".join(b"%010d 00000 %b \n" % (starts.get(n, 0), b"n" if n in starts else b"f") for n in range(1, size))
    table = b"xref\n0 %d\n0000000000 65535 f \n" % size + rows
    return (
        bytes(data)
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(data))
    )


def one_page(
    content: bytes = b"", page: bytes = b"", more: dict[int, bytes] | None = None, length: bytes = b""
) -> bytes:
    """A file of one page: its content stream, entries added to the page, further objects."""
    box = b"" if b"/MediaBox" in page else b"/MediaBox [0 0 595 842]"
    contents = b"" if b"/Contents" in page else b"/Contents 4 0 R"
    resources = b"" if b"/Resources" in page else b"/Resources << /Font << /F 5 0 R >> >>"
    return raw(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R %b %b %b %b >>" % (box, contents, resources, page),
            4: stream(content, length=length),
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            **(more or {}),
        }
    )


def stream(content: bytes, entries: bytes = b"", length: bytes = b"") -> bytes:
    """A stream object, with its true length unless another is given."""
    return b"<< /Length %b %b >>\nstream\n%b\nendstream" % (length or b"%d" % len(content), entries, content)


def swollen(size: int, fill: bytes = b" ") -> bytes:
    """Deflated data that inflates to `size` bytes of `fill`: the same flushed block over and over."""
    packer = zlib.compressobj(9)
    first = packer.compress(fill * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(fill * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + block * (size // MEGABYTE - 1)


def _packed(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    return one_page(more={4: stream(content, b"/Filter " + filters)})


def _pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    head = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count)}
    return raw({**head, **{number + 3: leaf for number in range(count)}})


def _chain(depth: int) -> bytes:
    """A page tree of which each node has one child."""
    nodes = {
        number: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (number + 1, number - 1)
        for number in range(2, depth)
    }
    return raw({1: b"<< /Type /Catalog /Pages 2 0 R >>", **nodes, depth: b"<< /Type /Page /MediaBox [0 0 9 9] >>"})


def _tree(kids: bytes, count: bytes = b"1") -> bytes:
    node = b"<< /Type /Pages /Kids %b /Count %b >>" % (kids, count)
    return raw({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: node, 3: b"<< /Type /Page /Parent 2 0 R >>"})


def _good() -> bytes:
    return pdf(Page().text(50, 700, "Total 98.5").table([50, 150, 250], [600, 580, 560], [["a", "b"], ["1", "2"]]))


def _cut(tenths: int) -> Maker:
    def make() -> bytes:
        whole = _good()
        return whole[: len(whole) * tenths // 10]

    return make


def _form(entries: bytes, content: bytes) -> bytes:
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + entries)


def _image(width: int, height: int, filters: bytes, content: bytes) -> bytes:
    entries = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8" % (
        width,
        height,
    )
    drawn = b"q 500 0 0 700 50 50 cm /X Do Q"
    resources = b"/Resources << /XObject << /X 6 0 R >> >>"
    return one_page(drawn, resources, {6: stream(content, entries + b" /Filter " + filters)})


def _recursive_form() -> bytes:
    resources = b"/Resources << /XObject << /X 6 0 R >> >>"
    return one_page(b"/X Do", resources, {6: _form(resources, b"/X Do /X Do")})


def _doubling_forms(depth: int = 30) -> bytes:
    """Each form draws the next one twice."""
    named = b"/Resources << /XObject << /X %d 0 R >> >>"
    forms = {n: _form(named % (n + 1), b"/X Do /X Do") for n in range(6, 6 + depth)}
    return one_page(b"/X Do", named % 6, {**forms, 6 + depth: _form(b"", b"0 0 m 9 9 l S")})


def _endless_cmap() -> bytes:
    ranges = b"1 beginbfrange <0000> <FFFF> <4E00> endbfrange\n" * 4000
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H"
        b" /DescendantFonts [5 0 R] /ToUnicode 7 0 R >>"
    )
    below = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A"
        b" /CIDSystemInfo << /Registry (A) /Ordering (B) /Supplement 0 >> >>"
    )
    more = {5: below, 6: font, 7: stream(ranges)}
    return one_page(b"BT /F 9 Tf 9 9 Td <4E004E01> Tj ET", b"/Resources << /Font << /F 6 0 R >> >>", more)


def _many(operators: bytes, count: int) -> Maker:
    return lambda: _packed(zlib.compress(b"".join(operators % (n % 800, n % 590) for n in range(count)), 1))


def _actions() -> bytes:
    run = b"<< /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) /P (/c calc) >> >>"
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AA << /WC 7 0 R >> >>"
    return one_page(more={1: catalogue, 6: run, 7: b"<< /S /JavaScript /JS (app.alert\\(1\\);while\\(1\\);) >>"})


FILES: dict[str, Maker] = {
    "page-tree-loop": lambda: _tree(b"[2 0 R]"),
    "page-tree-loop-by-two": lambda: _tree(b"[3 0 R 2 0 R 3 0 R]", b"9"),
    "page-tree-deep": lambda: _chain(20_000),
    "page-count-lie": lambda: _tree(b"[3 0 R]", b"1000000000"),
    "page-count-negative": lambda: _tree(b"[3 0 R]", b"-7"),
    "pages-10000-empty": lambda: _pages(10_000),
    "length-lie": lambda: one_page(b"BT /F 9 Tf (x) Tj ET", length=b"999999999"),
    "length-negative": lambda: one_page(b"BT /F 9 Tf (x) Tj ET", length=b"-5"),
    "length-refers-to-itself": lambda: one_page(b"BT ET", length=b"4 0 R"),
    "xref-wrong": lambda: _good().replace(b"0000000", b"0009999"),
    "xref-missing": lambda: _good()[: _good().index(b"xref")],
    "xref-prev-loop": lambda: _good().replace(b"/Root", b"/Prev %d /Root" % _good().index(b"xref")),
    "header-only": lambda: b"%PDF-1.7\n",
    "header-after-junk": lambda: b"\n" * 900 + _good(),
    "mediabox-huge": lambda: one_page(b"0 0 m 9 9 l S", b"/MediaBox [0 0 1e9 1e9] /UserUnit 75000"),
    "mediabox-zero": lambda: one_page(b"0 0 m 9 9 l S", b"/MediaBox [0 0 0 0]"),
    "mediabox-no-numbers": lambda: one_page(b"0 0 m 9 9 l S", b"/MediaBox [(a) /b null [1]]"),
    "rotate-37": lambda: one_page(b"BT /F 9 Tf 9 9 Td (x) Tj ET", b"/Rotate 37"),
    "arrays-deep": lambda: one_page(page=b"/A " + b"[" * 100_000 + b"]" * 100_000),
    "dictionaries-deep": lambda: one_page(page=b"/A " + b"<</A " * 50_000 + b"1" + b">>" * 50_000),
    "content-arrays-deep": lambda: one_page(b"[" * 100_000 + b"]" * 100_000 + b" TJ"),
    "states-deep": lambda: one_page(b"q " * 1_000_000),
    "deflate-bomb": lambda: _packed(swollen(1024 * MEGABYTE)),
    "deflate-bomb-twice": lambda: _packed(zlib.compress(swollen(2048 * MEGABYTE)), b"[/FlateDecode /FlateDecode]"),
    "deflate-garbage": lambda: _packed(b"\x78\x9c" + b"\xff" * 500),
    "filter-chain": lambda: _packed(b"x", b"[" + b"/ASCIIHexDecode " * 10_000 + b"]"),
    "rulings-million": _many(b"%d 0 m %d 800 l S\n", 1_000_000),
    "rectangles-million": _many(b"%d %d 3 3 re f\n", 1_000_000),
    "one-path-million": lambda: _packed(zlib.compress(b"0 0 m " + b"9 9 l 1 3 l " * 500_000 + b"S", 1)),
    "texts-300000": _many(b"BT /F 6 Tf %d %d Td (12.5) Tj ET\n", 300_000),
    "text-at-infinity": lambda: one_page(b"BT /F 1e38 Tf 1e38 0 0 1e38 3e38 -3e38 Tm (9) Tj ET"),
    "text-one-string": lambda: one_page(b"BT /F 9 Tf 9 9 Td (" + b"9" * 1_000_000 + b") Tj ET"),
    "contents-missing": lambda: one_page(page=b"/Contents null"),
    "contents-no-stream": lambda: one_page(more={4: b"<< /Length 0 >>"}),
    "contents-many": lambda: one_page(page=b"/Contents [" + b"4 0 R " * 100_000 + b"]", content=b"0 0 m 9 9 l S"),
    "encrypted": lambda: pdf(Page().text(50, 700, "x"), password="geheim"),  # noqa: S106
    "encrypted-unknown": lambda: raw(
        {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"},
        b"/Encrypt << /Filter /Nix /V 99 /R 99 >>",
    ),
    "actions": _actions,
    "image-only": lambda: pdf(Page().picture(0, 0, 595, 842)),
    "image-enormous": lambda: _image(100_000, 100_000, b"/FlateDecode", swollen(MEGABYTE, b"\xff")),
    "image-jpx-garbage": lambda: _image(99, 99, b"/JPXDecode", b"\x00\x00\x00\x0cjP  \r\n\x87\n" + b"\xff" * 999),
    "image-jbig2-garbage": lambda: _image(99, 99, b"/JBIG2Decode", b"\x00\x00\x00\x00\x30" + b"\xff" * 99),
    "image-without-end": lambda: one_page(b"BI /W 9999 /H 9999 /CS /G /BPC 8 ID " + b"\x00" * 99),
    "form-draws-itself": _recursive_form,
    "forms-doubling": _doubling_forms,
    "cmap-endless": _endless_cmap,
    "catalogue-missing": lambda: _good().replace(b"/Root 1 0 R", b"/Root 9 0 R"),
    "null-bytes": lambda: b"%PDF-1.4\n" + b"\0" * 100_000,
    "with-zip-behind": lambda: _good() + b"PK\x03\x04" + b"\0" * 26 + b"PK\x05\x06" + b"\0" * 18,
    "with-html-before": lambda: b"<!DOCTYPE html><html><body>1</body></html>\n" + _good(),
    **{f"cut-at-{tenths}0": _cut(tenths) for tenths in range(1, 10)},
}
"""Name → maker; every file goes by the name with `.pdf`."""
