"""Text nodes of a web page → lines with white space as a browser shows it.

Several blanks are one; a line break of the source is a blank between Latin words and nothing beside an ideograph,
where it only wraps the source. Blanks that are not the source's single one belong to no run.
"""

import unicodedata
from typing import Final

from toolkit.layout.outline import numbering
from toolkit.patterns import regex
from toolkit.readers._flow import Flow
from toolkit.readers._writer import Writer

_STRETCH: Final = regex(r"[^ \t\n\r\f]++(?: [^ \t\n\r\f]++)*+")
_LINE: Final = regex(r"[^\n\r]+")


class WebWriter(Writer):
    """A writer that collapses white space; `kept` > 0 inside elements that keep it.

    `number` is what a browser prints before the next text, and its path; text with a number of its own goes without.
    """

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self.kept = 0
        self.number: tuple[str, str] | None = None
        self._gap = ""

    def text(self, text: str, path: str) -> None:
        """Add the text of the node at `path`."""
        if self.kept:
            self._keep(text, path)
            return
        at = 0
        for found in _STRETCH.finditer(text):
            self._gap += text[at : found.start()]
            if self.number is not None:
                self._print_number(found[0])
            self._bridge(found[0][0])
            self.composer.put(found[0], path, found.start() + 1)
            at = found.end()
        self._gap += text[at:]

    def end_line(self) -> None:
        """A hard break; blanks around it are not shown."""
        super().end_line()
        self._gap = ""

    def _print_number(self, following: str) -> None:
        if self.number is not None and not numbering(following):
            self.composer.put(*self.number, 1)
        self.number = None

    def _bridge(self, following: str) -> None:
        last = self.composer.last
        if self._gap and last:
            wrapped = "\n" in self._gap and (_is_wide(last) or _is_wide(following))
            if not wrapped:
                self.composer.fill(" ")
        self._gap = ""

    def _keep(self, text: str, path: str) -> None:
        at = 0
        for found in _LINE.finditer(text):
            for _ in range(text.count("\n", at, found.start())):
                self.end_line()
            self.composer.put(found[0], path, found.start() + 1)
            at = found.end()
        for _ in range(text.count("\n", at)):
            self.end_line()


def _is_wide(char: str) -> bool:
    return not char.isascii() and unicodedata.east_asian_width(char) in "WFA"
