"""Seeds (small files of every format at hand) and a seed number → a mutant: flipped, cut, spliced, doubled, edited."""

import io
import random
import zipfile
import zlib
from pathlib import Path

from tests.cli.conftest import CLEAN
from tests.conftest import ROOT
from tests.hostile.office_files import GOOD, archive, sheet
from tests.readers.pdf.pdf_maker import Page, pdf
from toolkit.readers import readers

_MOST_BYTES = 400_000
_MOST_MORE = 4_000
_FOLDERS = ("corpora/samples", "corpora/sources", "tests/reports")
_SUFFIXES = {".txt", ".md", ".pdf", ".docx", ".xlsx", ".html", ".ofd", ".mht", ".rtf", ".xls", ".doc", ".odt"}
_WORDS = (
    *(
        "98.5",
        "-1",
        "0",
        "99999999999999999999",
        "1e9",
        "NaN",
        "100%",
        "≥",
        "（",
        "）",
        "“",
        "其中：",
        "合计",
        "扣0.5分",
    ),
    *(
        "得分",
        "分值",
        "目标值",
        "万元",
        "亿元",
        "|",
        "\t",
        "\n",
        "\r",
        "\0",
        "\u202e",
        "<",
        ">",
        "<td>",
        "</table>",
        "&#0;",
    ),
    *("obj", "endobj", "stream", "endstream", "<<", ">>", "[", "]", "/Kids", "/Length", "0 R", "Tj", "re f", "l S"),
)
_TOKENS = (*(word.encode() for word in _WORDS), b"\xff", b"\xff\xfe", b"\xed\xa0\x80", b"\xff\xff\xff\x7f")


def seeds() -> dict[str, bytes]:
    """Name → bytes: what the readers show of themselves, a report of each format, and the samples of the project."""
    page = Page().text(50, 780, "Total 98.5").table([50, 150, 250], [600, 580, 560], [["a", "b"], ["1", "2"]])
    found = {
        "clean.md": CLEAN.encode(),
        "clean-gbk.txt": CLEAN.encode("gb18030"),
        "clean-utf16.txt": b"\xff\xfe" + CLEAN.encode("utf-16-le"),
        "page.pdf": pdf(page),
        "report.docx": archive(GOOD),
        "sheet.xlsx": sheet('<row r="1"><c r="A1"><v>98.5</v></c><c r="B1"><v>100</v></c></row>'),
        **{f"specimen.{name}": reader.specimen for name, reader in readers().items() if name != "legacy"},
    }
    for folder in _FOLDERS:
        for path in sorted((ROOT / folder).iterdir()):
            if path.suffix in _SUFFIXES and path.stat().st_size <= _MOST_BYTES:
                found[path.name] = path.read_bytes()
    return dict(sorted(found.items(), key=lambda item: (len(item[1]), item[0])))


class Mutants:
    """The endless series of mutants; the same number is always the same mutant. Small seeds come more often."""

    def __init__(self) -> None:
        self._seeds = list(seeds().items())
        self._all = b"".join(data for _, data in self._seeds)

    def make(self, number: int) -> tuple[str, bytes]:
        """(name, bytes) of one mutant."""
        chance = random.Random(number)
        name, data = self._seeds[min(int(chance.random() ** 3 * len(self._seeds)), len(self._seeds) - 1)]
        inside = chance.random() < 0.75
        changed = self._inside(data, chance) if inside else None
        mutant = self._change(data, chance) if changed is None else changed
        return f"{number}-{name}", mutant[: 3 * len(data) + _MOST_MORE]

    def _inside(self, data: bytes, chance: random.Random) -> bytes | None:
        """Changed below the encoding: characters of a text, a part of an archive, a stream of a PDF; else None."""
        if data.startswith(b"PK\x03\x04"):
            return self._in_archive(data, chance)
        if data.startswith(b"%PDF"):
            return self._in_stream(data, chance)
        try:
            return self._in_text(data.decode("utf-8"), chance).encode("utf-8")
        except UnicodeDecodeError:
            return None

    def _in_text(self, text: str, chance: random.Random) -> str:
        for _ in range(chance.choice((1, 1, 2, 4, 16))):
            at = chance.randrange(len(text) + 1)
            to = min(len(text), at + chance.choice((1, 2, 8, 60, 2000)))
            word, often = chance.choice(_WORDS), chance.choice((1, 1, 1, 2, 100))
            other = chance.randrange(len(text) + 1)
            middle = ("", text[at:to] * (often + 1), word * often + text[at:to], word, text[other : other + to - at])
            text = text[:at] + chance.choice(middle) + text[to:]
        return text

    def _in_archive(self, data: bytes, chance: random.Random) -> bytes | None:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            parts = {name: opened.read(name) for name in opened.namelist()}
        chosen = chance.choice(sorted(parts))
        return archive({**parts, chosen: self._change(parts[chosen], chance)})

    def _in_stream(self, data: bytes, chance: random.Random) -> bytes | None:
        starts = [at for at in _places(data, b"stream\n") if data[at - 10 : at - 7] != b"end"]
        start = chance.choice(starts) if starts else 0
        end = data.find(b"endstream", start)
        try:
            plain = zlib.decompress(data[start:end])
        except zlib.error:
            return None
        packed = zlib.compress(self._change(plain, chance))
        return data[:start] + packed + b"\n" + data[end:]

    def _change(self, data: bytes, chance: random.Random) -> bytes:
        for _ in range(chance.choice((1, 1, 2, 4, 16))):
            data = self._once(data, chance)
        return data

    def _once(self, data: bytes, chance: random.Random) -> bytes:
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice((1, 4, 16, 200, 5000)))
        piece = data[at:to]
        sort = chance.randrange(8)
        if sort == 0:
            flipped = bytes(byte ^ (1 << chance.randrange(8)) for byte in piece[:8])
            return data[:at] + flipped + data[at + len(flipped) :]
        if sort == 1:
            return data[:at]
        if sort == 2:
            return data[:at] + data[to:]
        if sort == 3:
            return data[:to] + piece * chance.choice((1, 2, 50)) + data[to:]
        if sort == 4:
            other = chance.randrange(len(self._all))
            return data[:at] + self._all[other : other + len(piece) + 9] + data[to:]
        if sort == 5:
            return data[:at] + chance.choice(_TOKENS) + data[at:]
        if sort == 6:
            return data[:at] + chance.choice(_TOKENS) * chance.choice((2, 300)) + data[to:]
        return data[:at] + chance.randbytes(len(piece)) + data[to:]


def _places(data: bytes, word: bytes) -> list[int]:
    """Where `word` ends, everywhere."""
    found, at = [], data.find(word)
    while at != -1:
        found.append(at + len(word))
        at = data.find(word, at + 1)
    return found


if __name__ == "__main__":
    for seed, content in seeds().items():
        print(f"{len(content):>9}  {Path(seed).name}")
