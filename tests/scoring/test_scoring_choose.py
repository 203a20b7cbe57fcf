"""Which standard a report is held to, and how the choice is explained."""

import pytest

from tests.builders import document, paragraph
from tests.scoring.made import line, report
from toolkit.model.record import PerformanceReport
from toolkit.scoring.choose import choose
from toolkit.scoring.load import GENERIC, NATIONAL, standards

GUANGZHOU = "cn-gd-guangzhou-2022-department"
YUEYANG = "cn-hn-yueyang-department"


def department(
    points: tuple[str, str] = ("45", "50"), entity: str = "临江市水务局", year: int = 2021
) -> PerformanceReport:
    return report(
        line("i1", "管理效能", points[0], level=1),
        line("i2", "履职效能", points[1], level=1),
        kind="department",
        entity=entity,
        year=year,
    )


@pytest.mark.parametrize(
    "text",
    [
        "根据财预\u30142020\u301510号文件要求开展自评。",
        "按照《项目支出绩效评价管理办法》（财预[2020] 10号）的规定",
        "依据财政部《项目支出绩效评价管理办法》",
    ],
)
def test_cited_regulation_is_followed(text: str) -> None:
    standard, choice = choose(report(kind="department"), document(paragraph(text)))
    assert standard.id == choice.id == NATIONAL
    assert choice.chosen_by.startswith("报告引用")


@pytest.mark.parametrize(
    "text",
    [
        "根据财预\u30142020\u3015101号文件要求开展自评。",
        "按照《临江市项目支出绩效评价管理办法》的规定开展自评。",
        "按照绩效管理有关规定开展自评。",
    ],
)
def test_other_documents_are_not_taken_for_it(text: str) -> None:
    standard, choice = choose(report(kind="department"), document(paragraph(text)))
    assert standard.id == GENERIC
    assert choice.chosen_by == "未识别到评分标准，按通用口径"


def test_cited_local_norm_is_followed_where_the_points_agree() -> None:
    text = document(paragraph("按照《2022年广州市市级财政资金支出绩效评价工作规范》要求"))
    assert choose(department(), text)[0].id == GUANGZHOU
    assert choose(department(("50", "50")), text)[0].id == GENERIC


def test_cited_local_norm_of_another_year_says_so() -> None:
    text = document(paragraph("按照《2023年广州市市级财政资金支出绩效评价工作规范》要求"))
    standard, choice = choose(department(year=2022), text)
    assert standard.id == GUANGZHOU
    assert "2021年度" in choice.chosen_by


def test_groups_alone_do_not_make_a_place() -> None:
    assert choose(department(), document(paragraph("本单位开展自评。")))[0].id == GENERIC


def test_place_with_its_groups_and_points_is_recognised() -> None:
    made = report(
        line("i1", "投入", "15", level=1),
        line("i2", "过程", "40", level=1),
        line("i3", "产出", "25", level=1),
        kind="department",
        entity="岳阳市水务局",
    )
    standard, choice = choose(made, document(paragraph("本单位开展自评。")))
    assert standard.id == YUEYANG
    assert choice.chosen_by == "一级指标为投入、过程，分值相符，地区为岳阳"


def test_place_with_other_points_is_not() -> None:
    made = report(
        line("i1", "投入", "20", level=1), line("i2", "过程", "40", level=1), kind="department", entity="岳阳市水务局"
    )
    assert choose(made, document())[0].id == GENERIC


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("project", NATIONAL), ("earmarked_fund", NATIONAL), ("department", GENERIC), (None, GENERIC)],
)
def test_kind_decides_between_the_general_ones(kind: str | None, expected: str) -> None:
    assert choose(report(kind=kind), document())[0].id == expected


def test_form_without_kind_is_known_by_its_shape() -> None:
    made = report(
        line("i1", "产出指标", "50", level=1),
        line("i2", "效益指标", "30", level=1),
        line("i3", "预算执行率", "10", "10", level=1),
        kind=None,
    )
    assert choose(made, document())[0].id == NATIONAL


def test_a_persons_choice_prevails() -> None:
    asked = standards()[YUEYANG]
    standard, choice = choose(report(), document(paragraph("根据财预\u30142020\u301510号")), asked)
    assert standard is asked
    assert choice.chosen_by == "--standard 指定"


CENTRAL = "cn-mof-2021-central-project"
CENTRAL_GROUPS = (("成本指标", "20"), ("产出指标", "40"), ("效益指标", "20"), ("满意度指标", "10"))


def central(*groups: tuple[str, str], kind: str | None = "project") -> PerformanceReport:
    lines = [
        line(f"i{index}", f"指标{index}", points, level1=group) for index, (group, points) in enumerate(groups, start=1)
    ]
    return report(*lines, line("i9", "预算执行率", "10", "10", level=1), kind=kind)


def test_national_form_with_costs_is_known_by_its_groups_and_points() -> None:
    standard, choice = choose(central(*CENTRAL_GROUPS), document(paragraph("本单位开展自评。")))
    assert standard.id == CENTRAL
    assert "成本指标 20" in choice.chosen_by


def test_other_points_of_the_same_groups_stay_with_the_general_form() -> None:
    groups = (("成本指标", "15"), ("产出指标", "45"), ("效益指标", "20"), ("满意度指标", "10"))
    assert choose(central(*groups), document())[0].id == NATIONAL


def test_cited_document_with_two_forms_takes_the_one_with_the_reports_groups() -> None:
    text = document(paragraph("根据财预\u30142021\u3015101号文件要求开展自评。"))
    assert choose(central(*CENTRAL_GROUPS), text)[0].id == CENTRAL
    assert (
        choose(central(("产出指标", "50"), ("效益指标", "30"), ("满意度指标", "10")), text)[0].id
        == f"{CENTRAL}-no-cost"
    )


def test_even_split_of_one_city_is_known_by_place_and_points() -> None:
    standard, _ = choose(department(("50", "50"), "广州市水务局"), document(paragraph("本单位开展自评。")))
    assert standard.id == "cn-gd-guangzhou-even-department"
