"""Bytes of a web page → `Document`, with notes on what is hidden, deleted or a picture."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from toolkit.errors import ReadError
from toolkit.model.document import Block, Document, Note, Paragraph, Source
from toolkit.readers._compose import blocks_of, furniture_of
from toolkit.readers._cut_tables import joined
from toolkit.readers._web_guard import check
from toolkit.readers._web_source import ARCHIVE_TYPE, MEDIA_TYPE, is_archive, pages
from toolkit.readers._web_tree import Page, page_of


def read_webpage(data: bytes, name: str, reader: str) -> Document:
    """A page as a browser shows it; `reader` is the name that the source is given.

    Raises ReadError READ-EMPTY (no visible text), READ-TOO-LARGE, READ-DAMAGED, READ-ENCODING.
    """
    whole = Page()
    notes: list[Note] = []
    for markup in pages(data, name):
        if markup.prefix and whole.flow and blocks_of(whole.flow):
            break  # further pages are read only where the first one is a mere frame
        check(markup.text)
        page = page_of(markup.text, markup.prefix)
        whole.flow += page.flow
        whole.margins += page.margins
        whole = replace(
            whole,
            pictures=whole.pictures + page.pictures,
            hidden=whole.hidden + page.hidden,
            deleted=whole.deleted + page.deleted,
        )
        notes += markup.notes
    flow, marks = joined(whole.flow)
    blocks = blocks_of(flow)
    if not blocks:
        raise _empty(name, whole)
    source = Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=ARCHIVE_TYPE if is_archive(data) else MEDIA_TYPE,
        size=len(data),
        pages=None,
        reader=reader,
    )
    return Document(
        source, tuple(blocks), furniture_of([*marks, *whole.margins]), (*notes, *_notes(whole, _length(blocks)))
    )


def _notes(page: Page, shown: int) -> Iterable[Note]:
    """`shown`: the characters that were read; where more are hidden, the report itself may be among them."""
    if page.hidden:
        severity: Literal["loss", "info"] = "loss" if page.hidden > shown else "info"
        yield Note("WEB-HIDDEN", f"网页中有 {page.hidden} 个字符设为不显示，未读取", severity=severity)
    if page.deleted:
        yield Note("WEB-DELETED", f"网页中有 {page.deleted} 个字符标记为已删除，未读取", severity="info")
    if page.pictures:
        yield Note("WEB-PICTURES", f"网页中有 {page.pictures} 幅图片，图片中的文字未读取", severity="info")


def _length(blocks: Iterable[Block]) -> int:
    texts = (
        len(block.text) if isinstance(block, Paragraph) else sum(len(cell.text) for cell in block.cells)
        for block in blocks
    )
    return sum(texts)


def _empty(name: str, page: Page) -> ReadError:
    if page.pictures:
        return ReadError(
            "READ-NO-TEXT-LAYER", f"“{name}”里只有图片，没有文字", "图片需要先做文字识别（OCR），或索取可复制文字的版本"
        )
    return ReadError(
        "READ-EMPTY", f"“{name}”里没有可见的文字", "内容若由脚本生成或在框架内，请在浏览器中打开后打印为 PDF 再读"
    )
