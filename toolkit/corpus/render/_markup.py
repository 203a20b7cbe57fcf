"""A made document → HTML: one page of source for browsers, for the CSS renderer and for the office."""

from collections.abc import Iterator
from html import escape
from typing import Final

from toolkit.corpus.layout import Style
from toolkit.corpus.render._engine import MARGIN, align, page_size, shade, sides
from toolkit.corpus.truth import TrueCell, TrueDocument, TrueParagraph, TrueTable

_SIDES: Final = ("top", "right", "bottom", "left")


def markup(document: TrueDocument, style: Style, css: str = "", family: str = "Noto Sans CJK SC") -> str:
    """The whole page; `css` is added to its style sheet."""
    width, height = page_size(style)
    sheet = (
        f"@page{{size:{width}pt {height}pt;margin:{MARGIN}pt}}"
        f"body{{font-family:'{family}';font-size:10.5pt;line-height:1.4}}"
        "h1{font-size:15pt;text-align:center;font-weight:normal}h2,h3,h4{font-size:12pt;font-weight:normal}"
        "p{text-indent:2em;margin:6pt 0}p.caption{text-indent:0}"
        "table{border-collapse:collapse;width:100%;table-layout:fixed}"
        f"td,th{{font-size:{style.size}pt;line-height:1.25}}"  # said of each cell: the office inherits neither
        "td,th{padding:2pt 3pt;vertical-align:middle;font-weight:normal;overflow-wrap:anywhere}"
        f"tr{{break-inside:{'auto' if style.cut_rows else 'avoid'}}}"
        f".beside{{display:inline-block;width:46%;vertical-align:top}}.beside+.beside{{margin-left:6%}}{css}"
    )
    body = "".join(_body(document, style))
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(document.title)}</title>'
        f"<style>{sheet}</style></head><body>{body}</body></html>"
    )


def _body(document: TrueDocument, style: Style) -> Iterator[str]:
    yield f"<h1>{escape(document.title)}</h1>"
    for part in document.parts:
        if isinstance(part, TrueParagraph):
            yield (
                f"<h{part.heading + 1}>{escape(part.text)}</h{part.heading + 1}>" if part.heading else _text(part.text)
            )
            continue
        if part.caption:
            yield f'<p class="caption">{escape(part.caption)}</p>'
        drawn = _table(part, style)
        yield f'<div class="beside">{drawn}</div>' if style.arrange == "beside" else drawn
        if style.arrange == "adjacent":  # a margin is not kept by the office, an empty line is
            yield '<p style="margin:0;font-size:6pt;line-height:1"><br></p>'


def _text(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _table(table: TrueTable, style: Style) -> str:
    columns = "".join(f'<col style="width:{share:.2%}" width="{share:.0%}">' for share in table.widths)
    rows = ["<tr>" + "".join(_cell(table, cell, style) for cell in cells) + "</tr>" for cells in _by_row(table)]
    head, rest = "", rows
    if table.header_rows and style.repeat_header:
        head, rest = f"<thead>{''.join(rows[: table.header_rows])}</thead>", rows[table.header_rows :]
    body = f"<tbody>{''.join(rest)}</tbody>"
    return f'<table cellspacing="0" width="100%"><colgroup>{columns}</colgroup>{head}{body}</table>'


def _by_row(table: TrueTable) -> list[list[TrueCell]]:
    rows: list[list[TrueCell]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(cell)
    return rows


def _cell(table: TrueTable, cell: TrueCell, style: Style) -> str:
    ruled = sides(table, cell, style)
    wanted = (
        "border:0.5pt solid #000000"
        if all(ruled)
        else ";".join(f"border-{side}:0.5pt solid #000000" for side, line in zip(_SIDES, ruled, strict=True) if line)
    )
    rules = [f"text-align:{align(table, cell)}", wanted]
    if colour := shade(table, cell, style):
        rules.append(f"background:#{colour}")
    spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    spans += f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    name = "th" if cell.row < table.header_rows else "td"
    return f'<{name}{spans} style="{";".join(filter(None, rules))}">{escape(cell.text)}</{name}>'
