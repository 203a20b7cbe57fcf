"""Hostile and broken text and Markdown files: enormous lines, stray bytes, depths, tables without end."""

# ruff: noqa: PLW0108 (the lambdas keep what is large from being built before it is wanted)

from collections.abc import Callable

from tests.cli.conftest import CLEAN

Maker = Callable[[], bytes]
MILLION = 1_000_000
BIDI = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\u061c"


def _table(rows: int, columns: int, cell: str = "1") -> bytes:
    line = "|" + f"{cell}|" * columns + "\n"
    return (line + "|" + "---|" * columns + "\n" + line * rows).encode()


def _report(line: str, count: int) -> bytes:
    """The clean report with one line of ours repeated in front of its tables."""
    head, rest = CLEAN.split("\n", 1)
    return f"{head}\n\n{line * count}\n{rest}".encode()


FILES: dict[str, Maker] = {
    "one-line-of-50-megabytes.txt": lambda: ("预算执行率97.7%，" * 2_200_000).encode(),
    "one-word-of-20-megabytes.txt": lambda: b"a" * 20 * MILLION,
    "million-tabs.txt": lambda: b"\t" * MILLION,
    "million-newlines.txt": lambda: b"\n" * MILLION,
    "million-pipes.md": lambda: b"|" * MILLION,
    "million-digits.txt": lambda: "预算".encode() + b"9" * MILLION + "万元".encode(),
    "million-separators.txt": lambda: b"1," * MILLION,
    "million-brackets.md": lambda: b"[" * MILLION,
    "million-stars.md": lambda: b"*a_" * 300_000,
    "million-backticks.md": lambda: b"`" * MILLION,
    "million-angles.md": lambda: b"<" * MILLION,
    "million-combining-marks.txt": lambda: ("得" + "\u0301" * MILLION).encode(),
    "million-blanks.txt": lambda: ("得分" + "\u3000 " * (MILLION // 2) + "98分").encode(),
    "quotes-deep.md": lambda: (">" * 50_000 + "a\n").encode(),
    "lists-deep.md": lambda: "".join(f"{'  ' * depth}- a\n" for depth in range(1_500)).encode(),
    "brackets-deep.txt": lambda: ("（" * 200_000 + "一" + "）" * 200_000).encode(),
    "columns-100000.md": lambda: _table(2, 100_000),
    "rows-100000.md": lambda: _table(100_000, 6, "12.5"),
    "pipes-ragged.md": lambda: "".join("|" * (number % 97) + "\n" for number in range(20_000)).encode(),
    "html-table-inside-deep.md": lambda: b"<table><tr><td>" * 20_000,
    "html-table-inside-spans.md": lambda: b'<table><tr><td colspan="65000" rowspan="65000">1</td></tr></table>',
    "nothing-but-nul.txt": lambda: b"\0" * 100_000,
    "nul-in-text.txt": lambda: CLEAN.replace("2022", "20\x0022").encode(),
    "controls-only.txt": lambda: bytes(range(1, 32)) * 1000,
    "escapes-for-terminals.txt": lambda: CLEAN.replace("水务局", "\x1b]0;x\x07\x1b[2J水务局").encode(),
    "lone-surrogates-utf16.txt": lambda: b"\xff\xfe" + ("自评得分98分".encode("utf-16-le") + b"\x00\xd8") * 500,
    "lone-surrogates-utf8.txt": lambda: CLEAN.encode() + b"\xed\xa0\x80\xed\xbf\xbf" * 100,
    "utf16-odd.txt": lambda: b"\xff\xfe" + CLEAN.encode("utf-16-le") + b"\x41",
    "utf16-mark-in-utf8.txt": lambda: b"\xff\xfe" + CLEAN.encode(),
    "marks-of-order-mixed.txt": lambda: b"\xef\xbb\xbf\xff\xfe\xef\xbb\xbf" + CLEAN.encode() + b"\xfe\xff",
    "marks-of-order-only.txt": lambda: b"\xef\xbb\xbf",
    "utf32.txt": lambda: CLEAN.encode("utf-32"),
    "utf7.txt": lambda: CLEAN.encode("utf-7"),
    "gbk-and-utf8.txt": lambda: CLEAN.encode("gbk") + CLEAN.encode("utf-8"),
    "gbk-cut.txt": lambda: CLEAN.encode("gb18030")[:-1] + b"\x81",
    "overlong-utf8.txt": lambda: CLEAN.encode() + b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80",
    "noncharacters.txt": lambda: (CLEAN + "\ufffe\uffff\U0010ffff" * 99).encode(),
    "bidi-controls.md": lambda: CLEAN.replace("合格率", BIDI + "合格率").encode(),
    "zero-width-in-figures.md": lambda: CLEAN.replace("98.30", "9\u200b8\u2060.\ufeff30").encode(),
    "every-latin-byte.txt": lambda: bytes(range(256)) * 400,
    "formulas.md": lambda: CLEAN.replace("培训人次", "=HYPERLINK(1)").replace("合格率", "@SUM(1)").encode(),
    "reasons-2000.md": lambda: _report("扣分原因：一是进度慢，扣0.5分；二是资料不全，扣1分。\n\n", 2_000),
    "headings-4000.md": lambda: _report("（一）产出指标，分值50分，自评得分49分。\n\n", 4_000),
    "sums-nested.txt": lambda: ("总额100万元，" + "其中：甲50万元，" * 20_000 + "。\n").encode(),
    "ranges-open.txt": lambda: ("≥" * 100_000 + "95%" + "≤" * 100_000).encode(),
    "percentages-100000.txt": lambda: ("完成99.9%。" * 100_000).encode(),
    "years-endless.txt": lambda: ("2022年" * 200_000).encode(),
    "number-of-numerals.txt": lambda: ("一百二十万三千四百五十六亿" * 50_000).encode(),
    "exponents.md": lambda: CLEAN.replace("98.30", "1e999999999").replace("1236", "9" * 5000).encode(),
    "rows-400000.csv": lambda: "指标,分值,得分\n".encode() + b"a,1,1\n" * 400_000,
    "columns-million.csv": lambda: "指标,分值,得分\n".encode() + b"a,1,1\n" * 2_000 + b"1," * MILLION,
    "quote-never-closed.csv": lambda: "指标,分值,得分\n".encode() + b"a,1,1\n" * 2_000 + b'"' + b"1," * MILLION,
    "blank.txt": lambda: b" \n\t\r\n" * 99,
}
"""File name → maker."""
