"""Ids of the blocks of a document, in reading order."""


class Names:
    """Ids in reading order: b1, b2… for paragraphs, t1… for tables."""

    def __init__(self) -> None:
        self._paragraphs = 0
        self._tables = 0

    def paragraph(self) -> str:
        """The id of the next paragraph."""
        self._paragraphs += 1
        return f"b{self._paragraphs}"

    def table(self) -> str:
        """The id of the next table."""
        self._tables += 1
        return f"t{self._tables}"
