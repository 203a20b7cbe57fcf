"""Word files written out part by part, and the paragraph that a path of ours names."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from toolkit.model.document import Document, Paragraph
from toolkit.readers import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    f'xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_STEP = re.compile(r"(//?)([^/\[]+)(?:\[(\d+)\])?")


def root(name: str, inner: str) -> str:
    """A part's root element with all namespaces."""
    return f"<w:{name} {_SPACES}>{inner}</w:{name}>"


def package(body: str, parts: dict[str, str] | None = None, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A DOCX of this body; `parts` by kind (styles, numbering, footnotes, header…): what stands in their roots."""
    roots = {"header": "hdr", "footer": "ftr"}
    others = {kind: root(roots.get(kind, kind), inner) for kind, inner in (parts or {}).items()}
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(others)
    )
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
            **{f"word/{kind}.xml": text for kind, text in others.items()},
        },
        method,
    )


def packed(entries: dict[str, str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of these entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return out.getvalue()


def made(body: str, **parts: str) -> Document:
    """The DOCX of this body and parts, as read."""
    return read(package(body, parts), "a.docx")


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(content: str, properties: str = "") -> str:
    """A cell; plain text becomes its paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def texts(document: Document) -> list[str]:
    """Texts of the paragraphs."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def paragraph_at(data: bytes, path: str) -> Any:
    """The element that a path of ours names."""
    part, _, steps = path.partition("#")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        element = etree.fromstring(archive.read(part))
    for deep, name, number in _STEP.findall(steps):
        below = element.iter() if deep == "//" else element
        same = [one for one in below if etree.QName(one).localname == name]
        element = same[int(number or 1) - 1]
    return element


def _printed(element: Any) -> Iterator[str]:
    """Texts below a paragraph, a tab for each tab and break; text boxes are no part of it."""
    for one in element:
        name = etree.QName(one).localname
        if name == "t":
            yield one.text or ""
        elif name in {"tab", "br"} and etree.QName(element).localname == "r":
            yield "\t"
        elif name != "txbxContent":
            yield from _printed(one)


def assert_runs_stand_in_their_paragraphs(document: Document, data: bytes) -> int:
    """Every run's characters are those of its paragraph from its column on; returns how many runs there are."""
    count = 0
    for block in document.blocks:
        for owner in (block,) if isinstance(block, Paragraph) else block.cells:
            for run in owner.runs:
                assert run.region.path is not None and run.region.column is not None
                element = paragraph_at(data, run.region.path)
                printed = "".join(_printed(element))
                start = run.region.column - 1
                assert printed[start : start + run.end - run.start] == owner.text[run.start : run.end]
                count += 1
    return count
