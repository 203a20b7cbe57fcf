"""Web pages (HTML, also saved in one file or under a Word or Excel name) → `Document` as a browser shows them."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, Literal

from toolkit.errors import ReadError
from toolkit.model.document import Block, Document, Note, Paragraph, Source
from toolkit.readers._compose import blocks_of, furniture_of
from toolkit.readers._reader import Reader, ReadOptions
from toolkit.readers._web_guard import check
from toolkit.readers._web_source import is_archive, is_web, pages
from toolkit.readers._web_tree import Page, page_of

MEDIA_TYPE: Final = "text/html"
ARCHIVE_TYPE: Final = "multipart/related"


def read(data: bytes, name: str, options: ReadOptions) -> Document:
    """Read a web page; `options` do not concern it.

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
    blocks = blocks_of(whole.flow)
    if not blocks:
        raise _empty(name, whole)
    source = Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=ARCHIVE_TYPE if is_archive(data) else MEDIA_TYPE,
        size=len(data),
        pages=None,
        reader=READER.name,
    )
    return Document(source, tuple(blocks), furniture_of(whole.margins), (*notes, *_notes(whole, _length(blocks))))


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


_SPECIMEN = """<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>年度报告</title><style>p { text-indent: 2em }</style></head>
<body>
<h1>临江市园林局<br>2022年度工作报告</h1>
<h2>一、基本情况</h2>
<p>市园林局下设三个科室，<b>负责全市公园</b>和绿地的养
护管理。</p>
<table border="1">
<thead><tr><th>序号</th><th>项目</th><th>完成情况</th></tr></thead>
<tr><td>1</td><td rowspan="2">滨江公园改造</td><td>96.5%</td></tr>
<tr><td>2</td><td>已验收<br>已移交</td></tr>
</table>
<p hidden>未定稿</p>
</body></html>
"""

READER = Reader(
    name="webpage",
    media_types=(MEDIA_TYPE, ARCHIVE_TYPE),
    accepts=is_web,
    read=read,
    specimen=_SPECIMEN.encode(),
    expected=(
        "临江市园林局2022年度工作报告",
        "一、基本情况",
        "市园林局下设三个科室，负责全市公园和绿地的养护管理。",
        "序号\t项目\t完成情况\n1\t滨江公园改造\t96.5%\n2\t滨江公园改造\t已验收\n已移交",
    ),
)
