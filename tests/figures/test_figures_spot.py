"""Every numeral of a document stands in the ledger: role, name, year, unit, and why where it takes no part."""

from decimal import Decimal

from tests.builders import document, paragraph, table
from toolkit.figures import build_ledger
from toolkit.model.citation import Cited, cite_cell, cite_paragraph
from toolkit.model.document import Document
from toolkit.model.figure import Figure
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Identity, Indicator, PerformanceReport


def figures(*texts: str, report: PerformanceReport | None = None) -> dict[str, Figure]:
    """Figures of paragraphs by quote."""
    blocks = [paragraph(text, number) for number, text in enumerate(texts, 1)]
    ledger = build_ledger(document(*blocks), report or PerformanceReport())
    return {figure.quote: figure for figure in ledger.figures}


def test_quantities_have_base_unit_year_and_name() -> None:
    found = figures("2021年全年培训支出12.5万元，培训人员300人次。")
    money = found["12.5万元"]
    assert (money.value, money.unit, money.year, money.name) == (Decimal(125000), "元", 2021, "培训支出")
    assert (money.role, money.state) == ("amount", "single")
    assert (found["300人次"].role, found["300人次"].unit, found["300人次"].name) == ("count", "人次", "培训人员")


def test_numerals_that_are_no_quantity_are_excluded_with_their_reason() -> None:
    found = figures("1.依据云财绩[2021]15号文，建设5G基站，落实“十四五”规划第三条。")
    excluded = {quote: (figure.role, figure.state) for quote, figure in found.items()}
    assert excluded["1"] == ("heading", "excluded")
    assert excluded["5"] == ("name", "excluded")
    assert excluded["十四五"] == ("slogan", "excluded")
    assert excluded["三"] == ("clause", "excluded")
    assert all(figure.why and figure.value is None for figure in found.values())


def test_dates_take_no_part() -> None:
    assert figures("2022年3月14日印发。")["2022年3月14日"].why == "日期或年度"


def test_last_year_is_counted_from_the_evaluated_year() -> None:
    text = "上年支出30万元。"
    where = cite_paragraph(paragraph("2022年度"), 0, 4)
    identity = Identity(fiscal_year=Cited(value=2022, quote="2022", where=where, method="made"))
    assert figures("2022年度", text, report=PerformanceReport(identity=identity))["30万元"].year == 2021


def test_range_and_bound_have_no_single_value_to_check() -> None:
    found = figures("培育1-3家平台，用户超1000万户。")
    assert found["1-3家"].value is None and "区间" in (found["1-3家"].why or "")
    assert "界限" in (found["超1000万户"].why or "")


def test_every_digit_of_the_text_belongs_to_a_figure() -> None:
    text = "（2）依据GB/T19001-2016标准，500kV线路3条，电话0755-12345678，PM2.5下降3.5%，A11类。"
    block = paragraph(text)
    ledger = build_ledger(document(block), PerformanceReport())
    covered: set[int] = set()
    for figure in ledger.figures:
        for segment in figure.where.segments:
            covered.update(range(*segment.chars))
    assert not [index for index, char in enumerate(text) if char.isdigit() and index not in covered]


def test_summary_counts_every_figure_once() -> None:
    ledger = build_ledger(document(paragraph("一、共3个单位，其中：行政单位1个，事业单位2个。")), PerformanceReport())
    summary = ledger.summary
    assert (summary.figures, summary.checked, summary.excluded) == (4, 3, 1)
    assert summary.figures == summary.checked + summary.single + summary.excluded + summary.unreadable


def scored() -> tuple[Document, PerformanceReport]:
    """A table with one cited indicator line."""
    block = table([["三级指标", "指标值", "完成值", "分值", "得分"], ["培训场次", "≥10", "12", "5", "5.00"]])
    cells = {cell.column: cell for cell in block.cells if cell.row == 1}

    def cited(column: int, value: object) -> Cited:  # type: ignore[type-arg]
        cell = cells[column]
        return Cited(value=value, quote=cell.text, where=cite_cell(block, cell), method="made")

    target = NumberQuantity(low=Decimal(10), high=None, high_included=False, comparator="ge", unit="场")
    line = Indicator(
        id="i1",
        order=1,
        level=3,
        name=cited(0, "培训场次"),
        target=cited(1, target),
        actual=cited(2, NumberQuantity(low=Decimal(12), high=Decimal(12), unit="场", printed_unit="场")),
        max_score=cited(3, Decimal(5)),
        claimed_score=cited(4, Decimal("5.00")),
    )
    return document(block), PerformanceReport(indicators=(line,))


def test_roles_come_from_the_report_s_own_citations_first() -> None:
    ledger = build_ledger(*scored())
    assert [(figure.role, figure.name, figure.unit) for figure in ledger.figures] == [
        ("target", "培训场次", "场"),
        ("actual", "培训场次", "场"),
        ("points", "培训场次分值", "分"),
        ("score", "培训场次自评得分", "分"),
    ]


def test_uncited_table_figures_are_named_by_row_and_column() -> None:
    block = table([["序号", "区县", "预算数（万元）"], ["1", "甲区", "120.5"], ["2", "乙区", "80.5"]])
    found = build_ledger(document(block), PerformanceReport()).figures
    assert [(figure.role, figure.name) for figure in found if figure.state != "excluded"] == [
        ("amount", "甲区预算数(万元)"),
        ("amount", "乙区预算数(万元)"),
    ]
    assert [figure.value for figure in found if figure.state != "excluded"] == [Decimal(1205000), Decimal(805000)]


def test_same_input_gives_the_same_ledger() -> None:
    assert build_ledger(*scored()) == build_ledger(*scored())
