"""Web pages (HTML, also saved in one file or under a Word or Excel name) → `Document` as a browser shows them."""

from toolkit.model.document import Document
from toolkit.readers._reader import Reader, ReadOptions
from toolkit.readers._web_source import ARCHIVE_TYPE, MEDIA_TYPE, is_web


def _read(data: bytes, name: str, options: ReadOptions) -> Document:
    """`options` do not concern a web page. What reads one is loaded only when one is read."""
    from toolkit.readers._web_document import read_webpage

    return read_webpage(data, name, READER.name)


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
    read=_read,
    specimen=_SPECIMEN.encode(),
    expected=(
        "临江市园林局2022年度工作报告",
        "一、基本情况",
        "市园林局下设三个科室，负责全市公园和绿地的养护管理。",
        "序号\t项目\t完成情况\n1\t滨江公园改造\t96.5%\n2\t滨江公园改造\t已验收\n已移交",
    ),
)
