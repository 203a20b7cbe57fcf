"""A small OFD of this reader and the texts of the blocks that it must yield."""

import zipfile
from io import BytesIO
from typing import Final

_SPACE: Final = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def _text(x: float, y: float, text: str) -> str:
    return (
        f'<ofd:TextObject Boundary="{x} {y} 100 6" Font="1" Size="4"><ofd:TextCode X="0" Y="4" '
        f'DeltaX="g {len(text) - 1} 4">{text}</ofd:TextCode></ofd:TextObject>'
    )


def _line(x0: float, y0: float, x1: float, y1: float) -> str:
    return (
        f'<ofd:PathObject Boundary="{x0} {y0} {x1 - x0} {y1 - y0}" LineWidth="0.2">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
    )


_OBJECTS: Final = (
    _text(20, 20, "农村供水项目完成情况"),
    *(_line(20, y, 120, y) for y in (40, 50, 60)),
    *(_line(x, 40, x, 60) for x in (20, 70, 120)),
    _text(22, 42, "项目"),
    _text(72, 42, "完成情况"),
    _text(22, 52, "水厂改造"),
    _text(72, 52, "已完成"),
)
_PARTS: Final = {
    "OFD.xml": f"<ofd:OFD {_SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
    "Doc_0/Document.xml": f"<ofd:Document {_SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
    "</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
    '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
    "Doc_0/Pages/Page_0/Content.xml": f'<ofd:Page {_SPACE}><ofd:Content><ofd:Layer ID="2">{"".join(_OBJECTS)}'
    "</ofd:Layer></ofd:Content></ofd:Page>",
}


def _packed(parts: dict[str, str]) -> bytes:
    """The parts as a ZIP archive, the same bytes at any time."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text.encode())
    return stream.getvalue()


SPECIMEN: Final = _packed(_PARTS)
EXPECTED: Final = ("农村供水项目完成情况", "项目\t完成情况\n水厂改造\t已完成")
