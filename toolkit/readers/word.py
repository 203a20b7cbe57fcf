"""Word files (DOCX) → `Document` as they are printed: paragraphs, tables, text boxes, notes; page heads set aside."""

from toolkit.model.document import Document
from toolkit.readers._reader import Reader, ReadOptions
from toolkit.readers._word_package import MEDIA_TYPE, is_word
from toolkit.readers._word_specimen import EXPECTED, SPECIMEN


def _read(data: bytes, name: str, options: ReadOptions) -> Document:
    """`options` do not concern a word file. What reads one is loaded only when one is read."""
    from toolkit.readers._word_document import read_word

    return read_word(data, name, READER.name)


READER = Reader("word", (MEDIA_TYPE,), is_word, _read, SPECIMEN, EXPECTED)
