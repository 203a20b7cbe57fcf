"""Plain text and Markdown → `Document`: paragraphs whole again, tables of pipes, tabs, boxes and aligned columns."""

from toolkit.model.document import Document
from toolkit.readers._reader import Reader, ReadOptions


def _accepts(head: bytes, name: str) -> bool:
    """Whatever is no PDF may be text; decoding the whole of it decides."""
    return b"%PDF-" not in head[:1024]


def _read(data: bytes, name: str, options: ReadOptions) -> Document:
    """`options` do not concern text. What reads it is loaded only when some is read."""
    from toolkit.readers._text_document import read_text

    return read_text(data, name, READER.name)


_SPECIMEN = """# 临江市园林局 2022 年度工作报告

## 一、基本情况

市园林局下设三个科室，负责全市公园和绿地的养

护管理。

重点项目完成情况如下：

| 序号 | 项目 | 完成情况 |
| --- | --- | --- |
| 1 | 滨江公园改造 | 96.5% |
"""

READER = Reader(
    name="text",
    media_types=("text/plain", "text/markdown"),
    accepts=_accepts,
    read=_read,
    specimen=_SPECIMEN.encode(),
    expected=(
        "临江市园林局 2022 年度工作报告",
        "一、基本情况",
        "市园林局下设三个科室，负责全市公园和绿地的养护管理。",
        "重点项目完成情况如下：",
        "序号\t项目\t完成情况\n1\t滨江公园改造\t96.5%",
    ),
    fallback=True,
)
