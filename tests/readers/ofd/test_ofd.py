"""OFD is read as the page shows it: characters by their steps, tables by their lines, templates below each page."""

import re
from pathlib import Path

import pytest

from tests.readers.ofd.made import SPACE, line, ofd, packed, page, text
from tests.readers.workbook.made import records, shown
from toolkit.errors import ReadError
from toolkit.extract import extract
from toolkit.layout.places import text_at
from toolkit.model.citation import Cited
from toolkit.model.document import Table
from toolkit.readers import ReadOptions, read
from toolkit.readers._ofd_page import _deltas
from toolkit.readers._ofd_path import polygons
from toolkit.readers._xml import root_of

REPORTS = Path(__file__).resolve().parents[2] / "reports"
STEMS = sorted({path.name.split("-")[0] for path in REPORTS.glob("*.truth.json")})
GRID = [line(20, y, 120, y) for y in (40, 50, 60)] + [line(x, 40, x, 60) for x in (20, 70, 120)]
CELLS = [text(22, 42, "项目"), text(72, 42, "完成率"), text(22, 52, "水厂改造"), text(72, 52, "98.50%")]
TABLE = "项目\t完成率\n水厂改造\t98.50%"


def of(*objects: str, **more: str) -> bytes:
    return packed([page(*objects, head=more.pop("head", ""))], **more)  # type: ignore[arg-type]


def test_texts_and_tables_of_a_page() -> None:
    document = read(of(text(20, 20, "临江市水务局完成情况表"), *GRID, *CELLS), "a.ofd")
    assert shown(document) == ["临江市水务局完成情况表", TABLE]
    assert document.source.media_type == "application/ofd"
    assert (document.source.pages, document.source.reader) == (1, "ofd")


def test_places_are_points_from_the_upper_left() -> None:
    (paragraph,) = read(of(text(25.4, 50.8, "水务局")), "a.ofd").blocks
    assert not isinstance(paragraph, Table)
    region = paragraph.runs[0].region
    assert region.page == 1
    assert region.box is not None
    assert region.box[0] == pytest.approx(72)
    assert 144 <= region.box[1] < 150
    assert region.edges == pytest.approx([72, 72 + 11.339, 72 + 22.677, 72 + 34.016], abs=0.01)


def test_physical_box_of_the_page_moves_the_origin() -> None:
    area = "<ofd:Area><ofd:PhysicalBox>10 20 210 297</ofd:PhysicalBox></ofd:Area>"
    (paragraph,) = read(of(text(35.4, 70.8, "水务局"), head=area), "a.ofd").blocks
    assert not isinstance(paragraph, Table)
    assert paragraph.runs[0].region.box[0] == pytest.approx(72)  # type: ignore[index]


def test_steps_in_full_and_in_short_are_the_same() -> None:
    assert _deltas("g 3 4.5 2 g 2 1", 9) == [4.5, 4.5, 4.5, 2.0, 1.0, 1.0]
    assert _deltas("g 999999 4", 5) == [4.0] * 5
    assert _deltas("g 5", 9) == []
    for compact in (True, False):
        assert shown(read(of(text(20, 20, "供水管网改造", compact=compact)), "a.ofd")) == ["供水管网改造"]


def test_characters_without_steps_follow_one_another() -> None:
    code = '<ofd:TextCode X="0" Y="4">得分98.5分</ofd:TextCode>'
    bare = f'<ofd:TextObject Boundary="20 20 90 6" Size="4">{code}</ofd:TextObject>'
    assert shown(read(of(bare), "a.ofd")) == ["得分98.5分"]


def test_matrix_scales_and_moves_an_object() -> None:
    scaled = (
        '<ofd:TextObject Boundary="22 52 40 6" Size="2" CTM="2 0 0 2 0 0"><ofd:TextCode X="0" Y="2" DeltaX="g 3 2">'
        "水厂改造</ofd:TextCode></ofd:TextObject>"
    )
    assert shown(read(of(*GRID, *CELLS[:2], scaled, CELLS[3]), "a.ofd")) == [TABLE]


def test_rectangles_and_thin_fills_are_lines_too() -> None:
    boxes = [
        f'<ofd:PathObject Boundary="{x} {y} 50 10"><ofd:AbbreviatedData>M 0 0 L 50 0 L 50 10 L 0 10 C'
        "</ofd:AbbreviatedData></ofd:PathObject>"
        for x in (20, 70)
        for y in (40, 50)
    ]
    assert shown(read(of(*boxes, *CELLS), "a.ofd")) == [TABLE]
    fills = [
        f'<ofd:PathObject Boundary="{x0} {y0} {w} {h}" Stroke="false" Fill="true"><ofd:AbbreviatedData>'
        f"M 0 0 L {w} 0 L {w} {h} L 0 {h} C</ofd:AbbreviatedData></ofd:PathObject>"
        for x0, y0, w, h in [(20, y, 100, 0.3) for y in (40, 50, 60)] + [(x, 40, 0.3, 20) for x in (20, 70, 120)]
    ]
    assert shown(read(of(*fills, *CELLS), "a.ofd")) == [TABLE]


@pytest.mark.parametrize("hidden", ['Visible="false"', 'Alpha="0"'])
def test_what_is_not_seen_is_not_read(hidden: str) -> None:
    assert shown(read(of(text(20, 20, "看得见"), text(20, 40, "看不见", extra=hidden)), "a.ofd")) == ["看得见"]


def test_white_lines_make_no_table() -> None:
    white = [each.replace("<ofd:Abbr", '<ofd:StrokeColor Value="255 255 255"/><ofd:Abbr') for each in GRID]
    assert not any(isinstance(block, Table) for block in read(of(*white, *CELLS), "a.ofd").blocks)


def test_templates_blocks_and_composite_units_are_drawn() -> None:
    common = '<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>'
    parts = {
        "Doc_0/Tpls/Tpl_0/Content.xml": page(*GRID, *CELLS[:2]),
        "Doc_0/PublicRes.xml": f'<ofd:Res {SPACE}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5">'
        f"<ofd:Content>{text(0, 0, '水厂改造')}</ofd:Content>"
        "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>",
    }
    own = [
        '<ofd:CompositeObject ResourceID="5" Boundary="22 52 40 6"/>',
        f"<ofd:PageBlock>{CELLS[3]}</ofd:PageBlock>",
    ]
    data = packed([page(*own, head='<ofd:Template TemplateID="7" ZOrder="Background"/>')], parts, common)
    assert shown(read(data, "a.ofd")) == [TABLE]


def test_page_set_sideways_is_read_upright() -> None:
    def turned(x: float, y: float, string: str) -> str:
        return (
            f'<ofd:TextObject Boundary="{x} {y} 6 60" Size="4" CTM="0 1 -1 0 0 0"><ofd:TextCode X="0" Y="0" '
            f'DeltaX="g {len(string) - 1} 4">{string}</ofd:TextCode></ofd:TextObject>'
        )

    assert shown(read(of(turned(100, 40, "供水工程进展"), turned(80, 40, "已完成")), "a.ofd")) == [
        "供水工程进展",
        "已完成",
    ]


def test_characters_without_meaning_are_marked() -> None:
    strange = (
        '<ofd:TextObject Boundary="20 40 90 6" Size="4"><ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="1">'
        '<ofd:Glyphs>12</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="4" DeltaX="g 3 4">得¤九分</ofd:TextCode>'
        "</ofd:TextObject>"
    )
    document = read(of(text(20, 20, "供水管网改造工程"), strange), "a.ofd")
    assert "得\ufffd九分" in "".join(shown(document))
    assert [(note.code, note.severity) for note in document.notes] == [("PAGE-UNTRUSTED", "info")]


def test_pages_asked_for() -> None:
    data = packed([page(text(20, 20, f"第{word}部分")) for word in "甲乙丙"])
    assert shown(read(data, "a.ofd", ReadOptions(pages=(2,)))) == ["第乙部分"]
    with pytest.raises(ReadError, match="READ-PAGES"):
        read(data, "a.ofd", ReadOptions(pages=(9,)))


def test_damaged_page_is_told_and_the_others_are_read() -> None:
    document = read(packed([page(text(20, 20, "第一部分")), "<broken"]), "a.ofd")
    assert shown(document) == ["第一部分"]
    assert [(note.code, note.page) for note in document.notes] == [("PAGE-SKIPPED", 2)]


def test_xml_in_a_chinese_code_page() -> None:
    assert root_of('<?xml version="1.0" encoding="GB2312"?><a>供水</a>'.encode("gbk"), "x").text == "供水"


def test_shorthand_of_paths() -> None:
    unit = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    assert polygons("S 0 0 M 1 2 L 3 2", unit) == ([[(1.0, 2.0), (3.0, 2.0)]], 0)
    assert polygons("M 0 0 L 4 0 L 4 3 C M 9 9 L 8 9", unit)[0][0] == [(0, 0), (4, 0), (4, 3), (0, 0)]
    assert polygons("M 0 0 B 1 1 2 2 3 3 Q 1 1 2 2 M 5 5 L 6 5", unit) == ([[(5.0, 5.0), (6.0, 5.0)]], 1)
    assert polygons("L L L x y z M 1", unit) == ([], 0)


FIELD = "填报单位（盖章）：槐台县水务局      填报日期：2024年3月18日      自评得分：96.3  自评等级：优"
LONG = "（一）个别标段推进不够平衡，水厂二期工程、泵站迁建工程受征地拆迁和设计变更的影响都比较大。"
NEARLY_FULL = "（三）资产调拨不够及时。对撤并学校的桌椅等资产都要集中登记，一个月内调完。"


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(["一、问题", LONG, "二、打算", "每月通报一次。", "三、其他", "无。"], id="one second line"),
        pytest.param(["一、问题", NEARLY_FULL, "（四）家长反映较多。" + LONG[3:]], id="items near the axis"),
        pytest.param([FIELD, "一、情况", "无。"], id="label at the end of a full line"),
    ],
)
def test_paragraphs_with_first_lines_set_in_are_whole(paragraphs: list[str]) -> None:
    source = read("\n\n".join(["水务局自评表", *paragraphs]).encode(), "a.md")
    of_pages = shown(read(ofd(source), "a.ofd"))
    assert [re.sub(r"\s+", "", text) for text in of_pages] == [
        re.sub(r"\s+", "", text) for text in ("水务局自评表", *paragraphs)
    ]


@pytest.mark.parametrize("stem", STEMS)
def test_records_are_those_of_the_text(stem: str) -> None:
    (path,) = [path for path in REPORTS.glob(f"{stem}*") if path.suffix in {".txt", ".md"}]
    document = read(path.read_bytes(), path.name)
    assert records(read(ofd(document), "a.ofd")) == records(document)


def test_real_report_as_ofd(shared: Path) -> None:
    (path,) = (shared / "reports").glob("000_*.txt")
    document = read(path.read_bytes(), path.name)
    assert records(read(ofd(document), "a.ofd")) == records(document)


def cited(value: object) -> list[Cited]:  # type: ignore[type-arg]
    if isinstance(value, Cited):
        return [value]
    if isinstance(value, (tuple, list)):
        return [found for part in value for found in cited(part)]
    fields = getattr(type(value), "model_fields", {})
    return [found for name in fields for found in cited(getattr(value, name))]


def test_citations_are_found_again_with_their_boxes() -> None:
    path = REPORTS / "luanjiang-seed-industry-fund-2023.txt"
    data = ofd(read(path.read_bytes(), path.name))
    found = cited(extract(read(data, "a.ofd")))
    again = read(data, "a.ofd")
    assert len(found) > 50
    assert [one.quote for one in found if text_at(again, one.where) != one.quote] == []
    assert all(segment.page and segment.boxes for one in found for segment in one.where.segments)
