"""Automatic numbers: printed before their paragraphs, counted over the document, cited at their numPr."""

import pytest

from tests.readers.word.docx_maker import made, p, tc, tr
from toolkit.layout.places import text_at
from toolkit.model.citation import cite_paragraph
from toolkit.model.document import Document, Paragraph, Table
from toolkit.readers._word_numbering import FORMATS, chinese

NUMBERED = '<w:numPr><w:ilvl w:val="{1}"/><w:numId w:val="{0}"/></w:numPr>'


def level(place: int, form: str, text: str, extra: str = "") -> str:
    rule = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{place}">{rule}</w:lvl>'


OUTLINE = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>')
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%4", "<w:isLgl/>")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:abstractNum w:abstractNumId="7">' + level(0, "bullet", "·") + level(1, "hebrew1", "%2")
    + '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
)  # fmt: skip


def listed(*items: tuple[str, int, int]) -> Document:
    return made("".join(p(text, NUMBERED.format(number, depth)) for text, number, depth in items), numbering=OUTLINE)


def shown(document: Document) -> list[tuple[str, int | None]]:
    return [(block.text, block.level) for block in document.blocks if isinstance(block, Paragraph)]


def test_headings_get_the_number_and_level_that_are_printed() -> None:
    document = listed(
        ("基本情况", 1, 0), ("部门概况", 1, 1), ("主要职能", 1, 2), ("机构设置", 1, 2), ("年度任务", 1, 1),
        ("总体任务", 1, 2), ("存在问题", 1, 0), ("管理方面", 1, 1), ("细目说明", 1, 3),
    )  # fmt: skip
    assert shown(document) == [
        ("一、基本情况", 1), ("（一）部门概况", 2), ("1.主要职能", 3), ("2.机构设置", 3), ("（二）年度任务", 2),
        ("1.总体任务", 3), ("二、存在问题", 1), ("（一）管理方面", 2), ("2.1 细目说明", None),
    ]  # fmt: skip


def test_lists_of_one_kind_count_on_unless_they_restart() -> None:
    document = listed(("甲事项", 1, 2), ("乙事项", 2, 2), ("丙事项", 2, 2), ("丁事项", 1, 2))
    assert [text for text, _ in shown(document)] == ["1.甲事项", "5.乙事项", "6.丙事项", "7.丁事项"]


def test_bullets_are_no_numbers_and_unknown_formats_are_noted() -> None:
    document = listed(("甲事项", 7, 0), ("乙事项", 7, 1), ("丙事项", 99, 0), ("丁事项", 1, 8))
    assert [text for text, _ in shown(document)] == ["甲事项", "乙事项", "丙事项", "丁事项"]
    assert [(note.code, note.severity) for note in document.notes] == [("WORD-NUMBERING", "loss")]


def test_a_number_can_be_cited() -> None:
    document = listed(("基本情况", 1, 0))
    paragraph = document.blocks[0]
    assert isinstance(paragraph, Paragraph)
    where = cite_paragraph(paragraph, 0, len(paragraph.text))
    assert text_at(document, where) == "一、基本情况"
    assert [segment.path for segment in where.segments] == [
        "word/document.xml#/body/p[1]/pPr[1]/numPr[1]",
        "word/document.xml#/body/p[1]",
    ]


def test_styles_number_their_paragraphs_and_may_be_overruled() -> None:
    styles = (
        '<w:style w:styleId="h"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="k"><w:basedOn w:val="h"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    style = '<w:pStyle w:val="{}"/>'
    body = (
        p("基本情况", style.format("h"))
        + p("部门概况", style.format("k"))
        + p("结语", style.format("h") + NUMBERED.format(0, 0))
        + p("存在问题", style.format("h"))
    )
    assert shown(made(body, styles=styles, numbering=OUTLINE)) == [
        ("一、基本情况", 1),
        ("（一）部门概况", 2),
        ("结语", 1),
        ("二、存在问题", 1),
    ]


def test_numbers_stand_alone_in_cells_only() -> None:
    number = p("", NUMBERED.format(1, 2))
    rows = tr(tc("序号"), tc("项目")) + tr(tc(number), tc("甲")) + tr(tc(number), tc("乙"))
    document = made(number + f"<w:tbl>{rows}</w:tbl>", numbering=OUTLINE)
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["序号", "项目", "2.", "甲", "3.", "乙"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "〇"), (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "一百"), (105, "一百零五"),
     (110, "一百一十"), (1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (9999, "九千九百九十九")],
)  # fmt: skip
def test_chinese_numerals(number: int, words: str) -> None:
    assert chinese(number) == words


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [("upperRoman", 1994, "MCMXCIV"), ("lowerLetter", 28, "bb"), ("decimalEnclosedCircleChinese", 3, "③"),
     ("ideographTraditional", 3, "丙"), ("decimalZero", 7, "07"), ("chineseCounting", 12, "十二"),
     ("ideographDigital", 12, "一二"), ("chineseLegalSimplified", 12, "壹拾贰"), ("decimalFullWidth", 12, "１２")],
)  # fmt: skip
def test_formats_of_numbers(form: str, number: int, printed: str) -> None:
    assert FORMATS[form](number) == printed
