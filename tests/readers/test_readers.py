"""Every reader takes its own specimen, by content, and reads what the specimen says."""

import subprocess
import sys

import pytest

from toolkit.errors import ReadError
from toolkit.model.document import Block, Table
from toolkit.readers import ReadOptions, read, readers


def shown(block: Block) -> str:
    """Text of a paragraph; of a table its cells with tabs between, rows with line feeds."""
    if not isinstance(block, Table):
        return block.text
    rows = []
    for row in range(block.rows):
        cells = [block.covering(row, column) for column in range(block.columns)]
        rows.append("\t".join("" if cell is None else cell.text for cell in cells))
    return "\n".join(rows)


@pytest.mark.parametrize("name", sorted(readers()))
def test_specimen_is_accepted_by_its_reader_and_read_as_expected(name: str) -> None:
    reader = readers()[name]
    takers = [other.name for other in readers().values() if not other.fallback and other.accepts(reader.specimen, "x")]
    assert takers == ([] if reader.fallback else [name])
    try:
        document = read(reader.specimen, "specimen")
    except ReadError as error:
        if error.code != "READ-NEEDS-OFFICE":
            raise
        pytest.skip(error.message)
    assert document.source.reader == name or name in document.source.reader
    assert document.source.media_type in reader.media_types
    assert tuple(map(shown, document.blocks)) == reader.expected
    assert document == reader.read(reader.specimen, "specimen", ReadOptions())


def test_reading_text_loads_no_heavy_library() -> None:
    program = (
        "import sys; from toolkit.readers import read; read('全年任务完成。'.encode(), 'a.txt');"
        "print([name for name in ('pdfplumber', 'pypdfium2', 'numpy', 'charset_normalizer') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
