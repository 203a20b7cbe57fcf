"""Nouns built by hand in a line or two: paragraphs, tables, documents whose places are lines of an imagined text."""

from toolkit.model.document import Block, Cell, Document, Paragraph, Region, Run, Source, Table

SOURCE = Source(name="made.md", sha256="0" * 64, media_type="text/markdown", size=0, pages=None, reader="made by hand")


def paragraph(text: str, number: int = 1, level: int | None = None) -> Paragraph:
    """A paragraph that stands whole in line `number`."""
    return Paragraph(f"b{number}", text, (Run(0, len(text), Region(line=number, column=1)),), level)


def table(rows: list[list[str]], number: int = 1) -> Table:
    """A table without merged cells; row r stands in line 100 + r."""
    cells = tuple(
        Cell(row, column, text, (Run(0, len(text), Region(line=100 + row, column=1)),))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return Table(f"t{number}", len(rows), max(len(texts) for texts in rows), cells)


def document(*blocks: Block) -> Document:
    """A document of these blocks."""
    return Document(SOURCE, blocks)
