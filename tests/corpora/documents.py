"""Turn a sample file into its plain text and its table rows, without the toolkit it measures."""

import html
import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "corpora" / "samples"
WORD_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:br/>")
Rows = tuple[tuple[str, ...], ...]


def squash(text: str) -> str:
    """The text without any white space, NO-BREAK and ideographic blanks included."""
    return "".join(text.split())


def document_of(stem: str) -> Path:
    """The one file of a sample that is not its truth."""
    (path,) = [path for path in SAMPLES.glob(f"{stem}.*") if not path.name.endswith(".truth.json")]
    return path


@cache
def read(path: Path) -> tuple[str, Rows]:
    """Text without white space, and every table row as squashed cells; PDF cells are added to the text once more."""
    match path.suffix:
        case ".pdf":
            text, rows = _pdf(path)
        case ".docx":
            text, rows = _docx(path.read_bytes())
        case ".html":
            text, rows = _html(path.read_text(encoding="utf-8"))
        case _:
            text = _decoded(path.read_bytes())
            rows = [
                line.strip("|").split("|") if line.startswith("|") else line.split("\t") for line in text.splitlines()
            ]
            rows = [cells for cells in rows if len(cells) > 1]
            text = text.replace("|", "")
    return squash(text), tuple(tuple(squash(cell) for cell in cells) for cells in rows)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _pdf(path: Path) -> tuple[str, list[list[str]]]:
    import pdfplumber

    text: list[str] = []
    rows: list[list[str]] = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            lines = (page.extract_text() or "").splitlines()
            text.extend(line for line in lines if not re.fullmatch(r"— \d+ —", line))
            for table in page.extract_tables():
                rows.extend([cell or "" for cell in cells] for cells in table)
    return "\n".join(text) + "\n" + "\n".join("".join(cells) for cells in rows), rows


def _docx(data: bytes) -> tuple[str, list[list[str]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode("utf-8")
    rows = [[_word_text(cell) for cell in _elements(row, "w:tc")] for row in _elements(body, "w:tr")]
    return _word_text(body), rows


def _word_text(markup: str) -> str:
    return html.unescape("".join(match[1] or "" for match in WORD_TEXT.finditer(markup)))


def _elements(markup: str, name: str) -> Iterator[str]:
    """The inside of each element of that name; none of them nests in the samples."""
    for part in re.split(rf"<{name}(?=[ >])", markup)[1:]:
        yield part.partition(f"</{name}>")[0].partition(">")[2]


def _html(markup: str) -> tuple[str, list[list[str]]]:
    body = markup.partition("</head>")[2]
    rows = [[_bare(cell) for cell in re.split(r"<t[dh](?=[ >])[^>]*>", row)[1:]] for row in _elements(body, "tr")]
    return _bare(body), rows


def _bare(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))
