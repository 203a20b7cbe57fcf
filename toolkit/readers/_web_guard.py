"""Markup as text → its number of tags and depth, estimated in one pass before a parser builds a tree of it.

Building a tree takes time and memory that grow with depth times tags, with attributes of one tag squared, and with
unclosed formatting times paragraphs. A page that would need too much of it is refused; pages of reports are far off.
"""

import re
from typing import Final

from toolkit.errors import ReadError
from toolkit.patterns import regex

_RAW: Final = "script|style|textarea|title|xmp|iframe|noembed|noframes"
# each alternative takes what it has looked at, so that one pass stays one pass
_TOKEN: Final = regex(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    rf"|<(?P<raw>{_RAW})\b(?:.*?</(?P=raw)\b|.*)"
    r"|<(?P<close>/?)(?P<tag>[a-z][^\s/>]*+)"
    r"""(?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+)?)*+)""",
    re.DOTALL | re.IGNORECASE,
)
_QUOTED: Final = regex(r""""[^"]*+"?|'[^']*+'?""")
_SEPARATOR: Final = regex(r"[\s/\"']")
_VOID_TAGS = "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
_VOID: Final = frozenset(_VOID_TAGS.split())
_FORMATTING_TAGS = "a b big code em font i nobr s small strike strong tt u"
_FORMATTING: Final = frozenset(_FORMATTING_TAGS.split())
_SCOPES_TAGS = "html table td th caption object applet marquee template svg math foreignobject desc"
_SCOPES: Final = frozenset(_SCOPES_TAGS.split())
_CELLS: Final = frozenset(("td", "th"))
_ROWS: Final = frozenset(("tr", *_CELLS))
_SECTIONS: Final = frozenset(("tbody", "thead", "tfoot", "colgroup", "caption", *_ROWS))
# a tag that closes these by itself, if they stand open near by
_IMPLIED: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(("p", "div", "table", "ul", "ol"), frozenset({"p"})),
    "li": frozenset({"li"}),
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd"})),
    **dict.fromkeys(_CELLS, _CELLS),
    "tr": _ROWS,
    **dict.fromkeys(("tbody", "thead", "tfoot"), _SECTIONS),
    **dict.fromkeys(("option", "optgroup"), frozenset({"option"})),
}
_NEAR: Final = 32
_MOST_TAGS: Final = 1_000_000
MOST_CELLS: Final = 100_000
"""Cells of all tables of a page."""
_DEEPEST: Final = 800
_MOST_ATTRIBUTES: Final = 1000
_MOST_REBUILT: Final = 5_000_000


def check(markup: str) -> None:
    """Raise ReadError READ-TOO-LARGE where a tree of the markup would take too much time or memory."""
    tags = cells = unclosed = most_unclosed = 0
    open_tags: list[str] = []
    for found in _TOKEN.finditer(markup):
        name = found["tag"]
        if name is None:
            continue
        tags += 1
        if tags > _MOST_TAGS:
            raise _refused(f"标记超过 {_MOST_TAGS // 10_000} 万个")
        name = name.lower()
        attributes = found["attributes"]
        if len(attributes) > _MOST_ATTRIBUTES and _count(attributes) > _MOST_ATTRIBUTES:
            raise _refused(f"一个标记带有 {_MOST_ATTRIBUTES} 个以上属性")
        if name in _FORMATTING:
            unclosed = max(unclosed - 1, 0) if found["close"] else unclosed + 1
            most_unclosed = max(most_unclosed, unclosed)
        if found["close"]:
            _close(open_tags, frozenset((name,)), crossing=name in _SCOPES)
        elif name not in _VOID:
            if name in _IMPLIED:
                while _close(open_tags, _IMPLIED[name], crossing=name in _SECTIONS) and name in _SECTIONS:
                    pass
            open_tags.append(name)
            if len(open_tags) > _DEEPEST:
                raise _refused(f"标记嵌套超过 {_DEEPEST} 层")
            cells += name in _CELLS
            if cells > MOST_CELLS:
                raise _refused(f"表格单元格超过 {MOST_CELLS // 10_000} 万个")
    if tags * most_unclosed > _MOST_REBUILT:
        raise _refused("未关闭的格式标记过多")


def _close(open_tags: list[str], names: frozenset[str], crossing: bool) -> bool:
    """Close the nearest open tag of these names and all inside it; only a table's own tags reach out of a cell."""
    for place in range(len(open_tags) - 1, max(len(open_tags) - 1 - _NEAR, -1), -1):
        if open_tags[place] in names:
            del open_tags[place:]
            return True
        if open_tags[place] == "table" or (open_tags[place] in _SCOPES and not crossing):
            return False
    return False


def _count(attributes: str) -> int:
    return len(_SEPARATOR.findall(_QUOTED.sub('"', attributes)))


def _refused(what: str) -> ReadError:
    return ReadError("READ-TOO-LARGE", f"网页过于复杂：{what}", "请在浏览器中打开，只复制报告正文存为文本后再读")
