"""Text of word files as it is printed: runs, breaks, fields, changes, boxes, notes, heads of pages."""

import io

import pytest

from tests.readers.test_readers import shown
from tests.readers.word.docx_maker import assert_runs_stand_in_their_paragraphs, made, p, package, r, texts
from toolkit.errors import ReadError
from toolkit.model.document import Paragraph
from toolkit.readers import read

BOX = "<w:txbxContent>{}</w:txbxContent>"


def levels(document: object) -> list[int | None]:
    return [block.level for block in document.blocks if isinstance(block, Paragraph)]  # type: ignore[attr-defined]


def test_runs_of_a_paragraph_are_one_text_at_one_place() -> None:
    body = "<w:p>" + r("　　全年支出") + r("1") + r("2.5", "<w:b/>") + r("万元。 ") + "</w:p>"
    document = made(body)
    assert texts(document) == ["全年支出12.5万元。"]
    (run,) = document.blocks[0].runs  # type: ignore[union-attr]
    assert (run.region.path, run.region.column) == ("word/document.xml#/body/p[1]", 3)
    assert assert_runs_stand_in_their_paragraphs(document, package(body)) == 1


def test_breaks_part_lines_and_tabs_stay() -> None:
    body = (
        "<w:p><w:r><w:t>主管部门：园林局</w:t><w:br/><w:t>实施单位：公园</w:t><w:tab/><w:t>2022</w:t>"
        "<w:noBreakHyphen/><w:t>2023</w:t></w:r></w:p>"
        + '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>临江市园林局2022年度农村公园</w:t><w:br/>'
        "<w:t>建设项目自查报告</w:t></w:r></w:p>"
    )
    assert texts(made(body)) == [
        "主管部门：园林局",
        "实施单位：公园\t2022-2023",
        "临江市园林局2022年度农村公园建设项目自查报告",
    ]


def test_insertions_are_read_and_deletions_are_not() -> None:
    body = (
        f"<w:p>{r('得分')}<w:ins>{r('9.5')}</w:ins><w:del><w:r><w:delText>8.5</w:delText></w:r></w:del>{r('分，')}"
        f"<w:moveFrom>{r('移走')}</w:moveFrom></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('本段与')}</w:p>{p('下段合并。')}"
        f"<w:ins>{p('新增一段。')}</w:ins><w:moveTo>{p('移来一段。')}</w:moveTo><w:del>{p('删去一段。')}</w:del>"
    )
    document = made(body)
    assert texts(document) == ["得分9.5分，", "本段与下段合并。", "新增一段。", "移来一段。"]
    assert [(note.code, note.severity) for note in document.notes] == [("WORD-TRACKED-CHANGES", "info")]


def test_hidden_text_is_left_out_and_noted() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="p"><w:basedOn w:val="q"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="q"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = (
        f"<w:p>{r('得分')}{r('1', '<w:vanish/>')}"
        + r("2", '<w:rStyle w:val="h"/>')
        + r("9", '<w:vanish w:val="0"/>')
        + "</w:p>"
        + p("全段隐藏", '<w:pStyle w:val="p"/>')
    )
    document = made(body, styles=styles)
    assert texts(document) == ["得分9"]
    assert [(note.code, note.message) for note in document.notes] == [
        ("WORD-HIDDEN", "文件中有 6 个字符设为隐藏，未读取")
    ]


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark.format('separate')}"
        f"{result}{mark.format('end')}"
    )


def test_fields_print_their_results() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    body = (
        f"<w:p>{r('合计')}{field(' =SUM(ABOVE) ', r('12.5'))}{r('万元，')}"
        f"<w:fldSimple>{r('三')}</w:fldSimple>{r('项，')}"
        f"{begin}{field(' IF ', r('条件'))}{separate}{r('完成')}{end}</w:p>"
    )
    assert texts(made(body)) == ["合计12.5万元，三项，完成"]


def test_a_field_that_is_never_closed_hides_no_further_paragraph() -> None:
    body = '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>代码</w:t></w:r></w:p>' + p("正文。")
    assert texts(made(body)) == ["正文。"]


def test_links_controls_and_wrappers_are_read_through() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{p('控件一段。')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{r('链接')}</w:hyperlink><w:sdt><w:sdtContent>{r('控件')}</w:sdtContent></w:sdt>"
        f"<w:smartTag>{r('标记')}</w:smartTag><w:commentRangeStart/><m:oMath><m:r><m:t>A</m:t></m:r><m:f><m:num><m:r>"
        "<m:t>B</m:t></m:r></m:num><m:den><m:r><m:t>C</m:t></m:r></m:den></m:f></m:oMath></w:p>"
    )
    assert texts(made(body)) == ["控件一段。", "链接控件标记AB/C"]


def test_text_boxes_follow_their_paragraph_once() -> None:
    box = BOX.format(p("框内文字。") + p("框内二。"))
    body = (
        "<w:p>" + r("正文前半，") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box
        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + r("正文后半。") + "</w:p>"
        + "<w:p><w:r><w:pict><v:textbox>" + BOX.format(p("旧式框。")) + "</v:textbox></w:pict></w:r></w:p>"
    )  # fmt: skip
    document = made(body)
    assert texts(document) == ["正文前半，正文后半。", "框内文字。", "框内二。", "旧式框。"]
    assert assert_runs_stand_in_their_paragraphs(document, package(body)) == 4


def test_notes_stand_at_the_end_and_page_heads_aside() -> None:
    note = '<w:{0} w:type="separator" w:id="-1">{1}</w:{0}><w:{0} w:id="2">{2}</w:{0}>'
    document = made(
        p("正文。"),
        footnotes=note.format("footnote", p("——"), p("脚注一。")),
        endnotes=note.format("endnote", p("——"), p("尾注二。")),
        header=p("临江市园林局"),
        footer=f"<w:p>{r('第')}{field(' PAGE ', r('3'))}{r('页')}</w:p>",
        comments='<w:comment w:id="1">' + p("批注") + "</w:comment>",
    )
    assert texts(document) == ["正文。", "脚注一。", "尾注二。"]
    assert [block.text for block in document.furniture] == ["临江市园林局", "第3页"]
    assert document.blocks[1].runs[0].region.path == "word/footnotes.xml#/footnote[2]/p[1]"  # type: ignore[union-attr]
    assert [(note.code, note.severity) for note in document.notes] == [
        ("WORD-NOTES", "info"),
        ("WORD-COMMENTS", "info"),
    ]


def test_heading_depth_comes_from_number_then_outline_then_style() -> None:
    styles = (
        '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="a3"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="x"><w:basedOn w:val="y"/></w:style>'
        '<w:style w:styleId="y"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:styleId="z"><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    style = '<w:pStyle w:val="{}"/>'
    body = (
        p("自查报告", style.format("a3")) + p("概况", style.format("1")) + p("（二）机构设置", style.format("1"))
        + p("沿革", style.format("x")) + p("正文", style.format("z"))
        + p("概述", style.format("1") + '<w:outlineLvl w:val="3"/>') + p("全年完成改造两处。", style.format("1"))
    )  # fmt: skip
    assert levels(made(body, styles=styles)) == [1, 1, 2, 3, None, 4, None]


def test_symbols_print_as_boxes_or_not_at_all() -> None:
    body = (
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>优</w:t><w:sym w:char="F0A8"/><w:t>良</w:t>'
        '<w:sym w:char="F0E0"/><w:sym w:char="2265"/><w:sym w:char="zz"/><w:sym w:char="D800"/></w:r></w:p>'
    )
    assert texts(made(body)) == ["☑优☐良≥"]


def test_one_code_is_another_sign_in_another_symbol_font() -> None:
    signs = [("Symbol", "F0B3"), ("Symbol", "F0A3"), ("Wingdings 2", "F0A3"), ("Wingdings", "F0FC"), ("Wingdings", "")]
    body = "".join(f'<w:sym w:font="{font}" w:char="{code}"/>' for font, code in signs)
    assert texts(made(f"<w:p><w:r>{body}<w:t>6次</w:t></w:r></w:p>")) == ["≥≤☐✔6次"]


def test_text_in_a_symbol_font_is_read_by_that_font() -> None:
    run = '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0a3</w:t></w:r><w:r><w:t>6天</w:t></w:r>'
    assert texts(made(f"<w:p>{run}</w:p>")) == ["≤6天"]


def test_what_cannot_be_read_is_noted() -> None:
    body = (
        p("正文。")
        + "<w:altChunk/><w:p><w:r><w:object><o:OLEObject/></w:object><w:drawing><a:blip/></w:drawing></w:r></w:p>"
    )
    assert [(note.code, note.severity) for note in made(body).notes] == [
        ("WORD-PICTURES", "info"),
        ("WORD-EMBEDDED", "loss"),
    ]


def test_files_that_word_libraries_write_are_read() -> None:
    import docx

    source = docx.Document()
    source.add_heading("临江市园林局2022年度工作报告", 0)
    source.add_heading("基本情况", 2)
    source.add_paragraph("市园林局下设三个科室。")
    table = source.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "项目"
    table.cell(0, 2).text = "得分"
    table.cell(1, 0).text, table.cell(1, 1).text, table.cell(1, 2).text = "甲", "乙", "9.5"
    out = io.BytesIO()
    source.save(out)
    document = read(out.getvalue(), "报告")
    assert [shown(block) for block in document.blocks] == [
        "临江市园林局2022年度工作报告", "基本情况", "市园林局下设三个科室。", "项目\t项目\t得分\n甲\t乙\t9.5",
    ]  # fmt: skip
    assert levels(document) == [1, 2, None]
    assert assert_runs_stand_in_their_paragraphs(document, out.getvalue()) == 8


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", "READ-EMPTY"),
        (p(" "), "READ-EMPTY"),
        ("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>", "READ-NO-TEXT-LAYER"),
    ],
)
def test_files_without_text_are_refused(body: str, code: str) -> None:
    with pytest.raises(ReadError) as refused:
        made(body)
    assert refused.value.code == code
    assert refused.value.hint
