"""A small source of the word reader, written out, and the texts of the blocks that it must yield."""

import io
import zipfile
from typing import Final

_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_HEADING: Final = '<w:p><w:pPr><w:outlineLvl w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
_PARAGRAPH: Final = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
_CELL: Final = "<w:tc><w:tcPr>{}</w:tcPr>" + _PARAGRAPH + "</w:tc>"


def _row(*cells: tuple[str, str]) -> str:
    return "<w:tr>" + "".join(_CELL.format(properties, text) for properties, text in cells) + "</w:tr>"


def _entries() -> dict[str, str]:
    """The parts of the smallest package."""
    table = (
        _row(("", "序号"), ("", "项目"), ("", "完成情况"))
        + _row(("", "1"), ('<w:vMerge w:val="restart"/>', "滨江公园改造"), ("", "96.5%"))
        + _row(("", "2"), ("<w:vMerge/>", ""), ("", "已移交"))
        + _row(('<w:gridSpan w:val="2"/>', "合计"), ("", "两项"))
    )
    body = (
        _HEADING.format(0, "临江市园林局2022年度工作报告")
        + _HEADING.format(1, "一、基本情况")
        + "<w:p><w:r><w:t>　　市园林局下设三个科室，</w:t></w:r>"
        + "<w:ins><w:r><w:t>负责全市公园和绿地的养护管理。</w:t></w:r></w:ins>"
        + "<w:del><w:r><w:delText>未定稿。</w:delText></w:r></w:del></w:p>"
        + f"<w:tbl>{table}</w:tbl>"
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_NAMESPACE}"><w:body>{body}</w:body></w:document>',
    }


def _packed() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in _entries().items():
            archive.writestr(zipfile.ZipInfo(name), text.encode())
    return out.getvalue()


SPECIMEN: Final = _packed()
EXPECTED: Final = (
    "临江市园林局2022年度工作报告",
    "一、基本情况",
    "市园林局下设三个科室，负责全市公园和绿地的养护管理。",
    "序号\t项目\t完成情况\n1\t滨江公园改造\t96.5%\n2\t滨江公园改造\t已移交\n合计\t合计\t两项",
)
