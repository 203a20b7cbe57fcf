"""A small writer of XLSB and of BIFF8 and BIFF5 streams in a compound file: what no library at hand writes."""

from struct import pack

from tests.readers.workbook.made import OFFICE, PACKAGE, archive

BOOK = b"\x09\x08"


def record(kind: int, data: bytes) -> bytes:
    """A record of an XLS."""
    return pack("<HH", kind, len(data)) + data


def wide(text: str, length: str = "<H") -> bytes:
    """A text of two-byte characters behind its length."""
    return pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")


def workbook_stream(
    cells: bytes, *, before: bytes = b"", version: int = 0x600, strings: tuple[str, ...] = (), state: int = 0
) -> bytes:
    """The stream of a workbook of one sheet; `cells` are its records, `before` records of the directory."""
    begin = record(0x809, pack("<HHHHII", version, 5, 0, 0, 0, 0))
    name = wide("自评", "<B") if version == 0x600 else pack("<B", 4) + "自评".encode("gbk")
    shared = record(0xFC, pack("<II", len(strings), len(strings)) + b"".join(map(wide, strings))) if strings else b""
    head = begin + before + shared
    size = len(head) + 4 + 6 + len(name) + 4
    listing = record(0x85, pack("<IBB", size, state, 0) + name) + record(0x0A, b"")
    sheet = record(0x809, pack("<HHHHII", version, 0x10, 0, 0, 0, 0)) + cells + record(0x0A, b"")
    return head + listing + sheet


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of large streams (each is filled up to 4096 bytes)."""
    sectors: list[bytes] = []
    table: list[int] = []

    def put(data: bytes) -> int:
        start = len(sectors)
        parts = [data[at : at + 512].ljust(512, b"\0") for at in range(0, len(data), 512)]
        sectors.extend(parts)
        table.extend([*range(start + 1, start + len(parts)), 0xFFFFFFFE])
        return start

    entries = [entry("Root Entry", 5, 0xFFFFFFFE, 0)]
    for name, data in streams.items():
        full = data.ljust(4096, b"\0")
        entries.append(entry(name, 2, put(full), len(full)))
    directory = put(b"".join(entries).ljust(512 * (-(-len(entries) * 128 // 512)), b"\0"))
    count = -(-(len(table) + 4) // 128)
    places = list(range(len(sectors), len(sectors) + count))
    table.extend([0xFFFFFFFD] * count)
    listed = pack(f"<{128 * count}I", *table, *([0xFFFFFFFF] * (128 * count - len(table))))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += pack("<IIIIIIIII", 0, count, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += pack("<109I", *places, *([0xFFFFFFFF] * (109 - count)))
    return head + b"".join(sectors) + listed


def entry(name: str, kind: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return (
        raw.ljust(64, b"\0")
        + pack("<HBBIII", len(raw), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, 1 if kind == 5 else 0xFFFFFFFF)
        + bytes(36)
        + pack("<III", start, size, 0)
    )


def xls(cells: bytes, **more: object) -> bytes:
    """An XLS of one sheet."""
    return compound({"Workbook": workbook_stream(cells, **more)})  # type: ignore[arg-type]


def part(kind: int, data: bytes = b"") -> bytes:
    """A record of an XLSB."""
    code = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = b"", len(data)
    while length > 0x7F:
        size, length = size + bytes([length & 0x7F | 0x80]), length >> 7
    return code + size + bytes([length]) + data


def long_text(text: str) -> bytes:
    return pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(sheet: bytes, *, strings: tuple[str, ...] = (), codes: tuple[str, ...] = ()) -> bytes:
    """An XLSB of one sheet; style n + 1 has format n of `codes`, style 0 none."""
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            (("worksheet", "worksheets/sheet1.bin"), ("sharedStrings", "sharedStrings.bin"), ("styles", "styles.bin"))
        )
    )
    formats = b"".join(part(44, pack("<H", 164 + number) + long_text(code)) for number, code in enumerate(codes))
    numbers = (0, *(164 + number for number in range(len(codes))))
    styles = b"".join(part(47, pack("<HHHHH", 0, number, 0, 0, 0) + bytes(6)) for number in numbers)
    main = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.bin"/>'
    return archive(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{main}</Relationships>',
            "xl/workbook.bin": part(131)
            + part(143)
            + part(156, pack("<II", 0, 1) + long_text("r0") + long_text("自评"))
            + part(144)
            + part(132),
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
            "xl/sharedStrings.bin": part(159, pack("<II", len(strings), len(strings)))
            + b"".join(part(19, b"\0" + long_text(text)) for text in strings)
            + part(160),
            "xl/styles.bin": part(278)
            + part(615, pack("<I", len(codes)))
            + formats
            + part(616)
            + part(613, pack("<I", 1))
            + part(46, bytes(51))
            + part(614)
            + part(617, pack("<I", len(numbers)))
            + styles
            + part(618)
            + part(279),
            "xl/worksheets/sheet1.bin": part(129)
            + part(148, pack("<IIII", 0, 1, 0, 3))
            + part(145)
            + sheet
            + part(146)
            + part(130),
        }
    )
