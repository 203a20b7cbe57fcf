"""Text of web pages: what a browser shows, in its order, with headings, and each character at its node."""

import pytest

from tests.readers.webpage.nodes import assert_runs_stand_in_their_nodes, page, texts
from toolkit.errors import ReadError
from toolkit.model.document import Paragraph
from toolkit.readers import read


def test_blocks_are_paragraphs_and_inline_marks_are_not() -> None:
    document = page("<div>前言<p>全市<b>公园</b>和<i>绿<u>地</u></i>养护。</p>后记</div><section>附注</section>")
    assert texts(document) == ["前言", "全市公园和绿地养护。", "后记", "附注"]


def test_wrapped_source_is_joined_and_blanks_collapse() -> None:
    document = page("<p>\n   负责全市公园和绿\n   地的养护。  共 <b> 12</b>\t处，其中\n   Park\n   View 3 处\n</p>")
    assert texts(document) == ["负责全市公园和绿地的养护。 共 12 处，其中Park View 3 处"]


def test_figures_on_two_source_lines_stay_two_figures() -> None:
    assert texts(page("<p>12\n345 万元</p>")) == ["12 345 万元"]


def test_entities_and_no_break_spaces_are_kept_as_characters() -> None:
    (text,) = texts(page("<p>&nbsp;&nbsp;完成率&nbsp;&ge;95&#37;&#x3000;且 &lt;100% A&amp;B</p>"))
    assert text == "完成率\u00a0≥95%\u3000且 <100% A&B"


def test_unseen_characters_do_not_tear_figures() -> None:
    document = page("<p>得分93&#8203;.&shy;78分&#xFEFF;。</p>")
    assert texts(document) == ["得分93.78分。"]
    assert_runs_stand_in_their_nodes(document, "<html><body><p>得分93&#8203;.&shy;78分&#xFEFF;。</p></body></html>")


def test_hard_breaks_part_paragraphs_but_not_titles() -> None:
    document = page(
        "<h1>临江市园林局2022年度农村公园<br>建设项目自查报告</h1>"
        "<p>主管部门：市园林局<br>实施单位：滨江公园<br><br>　　全年工作已完成。<br>　　一是改造两处。</p>"
    )
    assert texts(document) == [
        "临江市园林局2022年度农村公园建设项目自查报告",
        "主管部门：市园林局",
        "实施单位：滨江公园",
        "全年工作已完成。",
        "一是改造两处。",
    ]


def test_lines_of_a_hard_wrapped_text_flow_on() -> None:
    lines = (
        "市园林局负责全市公园和绿地的养护管理，承担公园建设规划的编制",
        "工作，指导各县区开展园林绿化，组织实施重点公园的改造和提升，",
        "监督养护资金的使用，受理群众对公园设施的意见，并会同有关部门",
        "开展检查。全年共检查三十二次。",
        "下一步将继续加强管理。",
    )
    assert texts(page(f"<div>{'<br>'.join(lines)}</div>")) == ["".join(lines[:4]), lines[4]]
    assert texts(page("<pre>" + "\n".join(lines) + "</pre>")) == ["".join(lines[:4]), lines[4]]


def test_number_outranks_the_heading_that_the_page_marks() -> None:
    document = page(
        "<h1>临江市园林局自查报告</h1><h2>一、基本情况</h2><h2>（一）部门概况</h2><h4>1.主要职能</h4><h5>沿革</h5>"
        "<h3>二、全年工作已经完成，共投入资金12.5万元，改造公园两处。</h3><h6>经费：12万元</h6><p>（二）人员情况</p><p>正文。</p>"
    )
    assert [block.level for block in document.blocks if isinstance(block, Paragraph)] == [
        1, 1, 2, 3, 4, None, None, 2, None,
    ]  # fmt: skip


def test_what_nobody_sees_is_left_out_and_noted() -> None:
    document = page(
        "<style>.off{display:none} #gone{visibility: hidden} .tab{display:none} .tab.active{display:block}"
        "@media print{.paper{display:none}} p .deep{display:none}</style><script>document.write('得分1')</script>"
        "<nav>首页 目录</nav><!-- 得分2 --><p hidden>得分3</p><p style='color:red;DISPLAY : none'>得分4</p>"
        "<p class='x off'>得分5</p><div id=gone><p>得分6</p></div><template><p>得分7</p></template>"
        "<noscript>得分8</noscript><p class=paper>得分9</p><p class='tab active'>得分10</p><p class=tab>得分11</p>"
        "<del>得分12</del><button>打印</button><p class=off style='display:block'>得分13</p>"
        "<p>甲<span class=deep>乙</span></p>"
    )
    assert texts(document) == ["得分9", "得分10", "得分13", "甲乙"]
    assert {note.code: note.severity for note in document.notes} == {"WEB-HIDDEN": "loss", "WEB-DELETED": "info"}


def test_feet_and_sides_of_a_page_are_set_apart() -> None:
    document = page(
        "<header><h1>自查报告</h1></header><aside>相关<br>链接</aside><p>正文。</p><footer><p>主办：办公室</p></footer>"
    )
    assert texts(document) == ["自查报告", "正文。"]
    assert [block.text for block in document.furniture] == ["相关", "链接", "主办：办公室"]
    assert document.furniture[2].runs[0].region.path == "/html/body/footer[1]/p[1]/text()[1]"


def test_numbers_of_lists_are_printed_but_not_twice() -> None:
    document = page(
        "<ol start=3><li>改造公园<li><p>新增绿地</p><p>两处</p><li>4.养护<li value=9>检查</ol>"
        "<ul><li>验收</ul><ol type=a><li>移交</ol>"
    )
    assert texts(document) == ["3.改造公园", "4.新增绿地", "两处", "4.养护", "9.检查", "验收", "移交"]
    (first, *_) = document.blocks
    assert [run.region.path for run in first.runs] == [  # type: ignore[union-attr]
        "/html/body/ol[1]/li[1]/::marker",
        "/html/body/ol[1]/li[1]/text()[1]",
    ]


def test_fields_of_a_form_show_their_values() -> None:
    document = page(
        "<p>自查得分：<input value='95.5'>分<input type=hidden value=1></p>"
        "<p>等级：<input type=radio checked>优<input type=radio>良</p>"
        "<p>年度：<select><option>2021<option selected>2022</select></p><p>说明：</p><textarea>已\n完成</textarea>"
    )
    assert texts(document) == ["自查得分：95.5分", "等级：●优○良", "年度：2022", "说明：", "已", "完成"]


def test_every_run_stands_in_its_node() -> None:
    markup = (
        "<!DOCTYPE html><html><head><title>x</title></head><body>零<!-- c -->一 二\n 三<p>四<b>五 </b> 六<br>七</p>"
        "<p>八</p><table><tr><td>九<p>十 </p></td><td>甲<br>\n乙&nbsp;</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
        "<input value=' 戊  己 '></body></html>"
    )
    document = read(markup.encode(), "a.html")
    assert assert_runs_stand_in_their_nodes(document, markup) == 16
    assert document.blocks[0].runs[0].region.path == "/html/body/text()[1]"  # type: ignore[union-attr]


def test_ids_hash_and_source_are_stated() -> None:
    document = page("<p>甲</p><table><tr><td>1<td>2<tr><td>3<td>4</table><p>乙</p>")
    assert [block.id for block in document.blocks] == ["b1", "t1", "b2"]
    assert (document.source.reader, document.source.media_type, document.source.pages) == ("webpage", "text/html", None)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", "READ-EMPTY"),
        ("<p> &nbsp;<br>&#8203;</p><div hidden>得分</div>", "READ-EMPTY"),
        ("<img src='a.png'><img src='b.png'>", "READ-NO-TEXT-LAYER"),
    ],
)
def test_pages_without_visible_text_are_refused(body: str, code: str) -> None:
    with pytest.raises(ReadError) as refused:
        page(body)
    assert refused.value.code == code
    assert refused.value.hint
