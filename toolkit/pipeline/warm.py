"""Names of files to come → everything loaded that reading them will need, before the first child is forked.

Each child then finds the libraries and the compiled patterns in its memory. What loads them is our own specimen of each
format, never a file.
"""

from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import PurePath

from toolkit.errors import ToolkitError
from toolkit.patterns import compile_all
from toolkit.pipeline.attempt import Task, attempt
from toolkit.pipeline.request import PdfBackend, Request

_FORMATS = {
    **dict.fromkeys((".pdf",), "pdf"),
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), "text"),
    **dict.fromkeys((".docx",), "word"),
    **dict.fromkeys((".htm", ".html"), "webpage"),
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".et", ".ods"), "workbook"),
    **dict.fromkeys((".ofd",), "ofd"),
}
"""Readers that start neither threads nor other programs, by what their files are usually called."""


def warm(task: Task, names: Iterable[str], request: Request) -> None:
    """Runs the task on the specimens of the formats that the names promise, once in the life of this program."""
    for reader in sorted({_FORMATS.get(PurePath(name).suffix.lower(), "") for name in names}):
        _warm(task, reader, request.pdf_backend)
    compile_all()


@cache
def _warm(task: Task, name: str, backend: PdfBackend) -> None:
    from toolkit.readers import readers

    reader = readers().get(name)
    if reader is not None:
        with suppress(ToolkitError):
            attempt(task, reader.specimen, "specimen", Request(pdf_backend=backend))
