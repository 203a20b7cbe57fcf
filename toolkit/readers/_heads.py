"""Lines of a text file → which of them are page furniture: page numbers, running heads, marks of a converter."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.layout.lines import ends_sentence
from toolkit.layout.outline import numbering
from toolkit.patterns import regex
from toolkit.readers._pieces import Line
from toolkit.text import fold_widths

_PAGE_NUMBER: Final = regex(
    r"[-~·•_]+\s*\d{1,4}\s*[-~·•_]+|第\s*(?:\d{1,4}|[一二三四五六七八九十百]{1,4})\s*页(?:\s*[,/|]?\s*[(]?共\s*\d{1,4}\s*页[)]?)?"
    r"|共\s*\d{1,4}\s*页[,/|]?\s*第\s*\d{1,4}\s*页|(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_LONE_NUMBER = regex(r"(\d{1,3})(?:\s*/\s*\d{1,3})?")
_CONVERTER_MARK = regex(r"<!--[^\n]{0,300}-->|!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)|\{\d{1,4}\}-{10,}")
_TABULAR = regex(r"\t|\||[│┃║┌├└]|\S {3,}\S|</?(?:table|t[rdh]|thead|tbody)\b")
_DIGITS = regex(r"[\d\s#]+")
_LONGEST_HEAD = 45


def furniture_of(lines: Sequence[Line]) -> set[int]:
    """Indexes of the lines that belong to the page, not to the text."""
    shown = [index for index, line in enumerate(lines) if line.text.strip()]
    numbers = {index for index in shown if is_page_number(lines[index].text)}
    numbers |= _numbers_in_sequence(lines) | _numbers_of_pages(lines, shown)
    marks = {index for index in shown if _CONVERTER_MARK.fullmatch(lines[index].text.strip())}
    return numbers | marks | _running_heads(lines, shown, numbers | marks)


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but a marked page number: - 3 -, 第3页, 第 3 页 共 12 页."""
    return len(text) < 80 and _PAGE_NUMBER.fullmatch(fold_widths(text).strip()) is not None


def _lone(text: str) -> int | None:
    found = _LONE_NUMBER.fullmatch(fold_widths(text).strip()) if len(text) < 40 else None
    return int(found[1]) if found else None


def _numbers_in_sequence(lines: Sequence[Line]) -> set[int]:
    """Bare numbers between blank lines that count up by one, a page of text apart."""
    offset = 0
    chains: dict[int, list[tuple[int, int]]] = {}
    kept: set[int] = set()
    for index, line in enumerate(lines):
        offset += len(line.text)
        value = _lone(line.text)
        if value is None or not _is_isolated(lines, index):
            continue
        chain = chains.get(value - 1, [])
        chain = [*chain, (index, offset)] if chain and offset - chain[-1][1] >= 300 else [(index, offset)]
        if len(chain) >= len(chains.get(value, [])):
            chains[value] = chain[-4:]
        if len(chain) >= 3 or (len(chain) == 2 and chain[1][1] - chain[0][1] >= 600):
            kept.update(member for member, _ in chain)
    return kept


def _is_isolated(lines: Sequence[Line], index: int) -> bool:
    before = index == 0 or not lines[index - 1].text.strip()
    return before and (index + 1 == len(lines) or not lines[index + 1].text.strip())


def _page_edges(lines: Sequence[Line], shown: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """(page, its first two lines, its last two lines) of each page of a text with form feeds."""
    pages: dict[int, list[int]] = defaultdict(list)
    for index in shown:
        page = lines[index].page
        if page is not None:
            pages[page].append(index)
    for page, indexes in pages.items():
        yield page, tuple(indexes[:2]), tuple(indexes[-2:])


def _numbers_of_pages(lines: Sequence[Line], shown: Sequence[int]) -> set[int]:
    """Bare numbers at the edge of a page that differ from the page's count by one and the same amount."""
    by_shift: dict[int, set[int]] = defaultdict(set)
    for page, top, bottom in _page_edges(lines, shown):
        for index in (*top[:1], *bottom[-1:]):
            value = _lone(lines[index].text)
            if value is not None:
                by_shift[value - page].add(index)
    best = max(by_shift.values(), key=len, default=set())
    return best if len(best) >= 2 else set()


def _running_heads(lines: Sequence[Line], shown: Sequence[int], numbers: set[int]) -> set[int]:
    text_lines = [index for index in shown if index not in numbers]
    places = _edge_lines(lines, text_lines) or _beside_numbers(lines, shown, numbers)
    keys = {index: key for index in places if (key := _head_key(lines[index].text)) is not None}
    counts = Counter(keys.values())
    pages = len({line.page for line in lines})
    needed = 2 if pages <= 3 else 3
    heads = {index for index, key in keys.items() if counts[key] >= needed}
    return heads - set(text_lines[:1])  # the first line of a file is its title, whatever repeats it


def _edge_lines(lines: Sequence[Line], text_lines: Sequence[int]) -> set[int]:
    return {index for _, top, bottom in _page_edges(lines, text_lines) for index in (*top, *bottom)}


def _beside_numbers(lines: Sequence[Line], shown: Sequence[int], numbers: set[int]) -> set[int]:
    beside: set[int] = set()
    for place, index in enumerate(shown):
        if index in numbers:
            beside.update((*shown[max(place - 1, 0) : place], *shown[place + 1 : place + 2]))
    return beside - numbers


def _head_key(text: str) -> str | None:
    """What all printings of one running head share; None for lines that are text or rows of a table."""
    bare = text.strip()
    if len(bare) > _LONGEST_HEAD or _TABULAR.search(bare) or ends_sentence(bare) or numbering(bare.lstrip("# ")):
        return None
    key = _DIGITS.sub("", fold_widths(bare))
    return key if len(key) >= 2 and not key.endswith((":", ";", ",")) and "续" not in key else None
