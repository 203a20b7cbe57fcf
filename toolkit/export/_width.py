"""Text → its width in character cells: Chinese characters and full-width marks are two wide."""

from unicodedata import combining, east_asian_width


def cells_wide(text: str) -> int:
    """Cells that `text` takes on a terminal or in a column of a spreadsheet."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
