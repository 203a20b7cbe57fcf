"""The truth of every sample is held against its document and against arithmetic before it measures anything."""

import json
import re
import unicodedata
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from tests.corpora.documents import SAMPLES, document_of, read, squash

Truth = dict[str, Any]
STEMS = sorted(path.name.removesuffix(".truth.json") for path in SAMPLES.glob("*.truth.json"))
AMOUNTS = ("original_budget", "revised_budget", "actual_expenditure")
CENT = Decimal("0.01")


def truth_of(stem: str) -> Truth:
    return json.loads((SAMPLES / f"{stem}.truth.json").read_text(encoding="utf-8"))


def reports(truth: Truth) -> Iterator[Truth]:
    yield truth
    yield from truth["annexes"]


ALL = [
    pytest.param(stem, report, id=f"{stem}-{place}")
    for stem in STEMS
    for place, report in enumerate(reports(truth_of(stem)))
]


def number(text: str) -> Decimal:
    """The one number in a printed value; unit, operator and separators dropped."""
    (found,) = re.findall(r"-?\d[\d,]*(?:\.\d+)?", squash(unicodedata.normalize("NFKC", text)))
    return Decimal(found.replace(",", ""))


def planted(report: Truth, code: str) -> set[str]:
    return {plant["subject"] for plant in report["planted"] if plant["code"] == code}


def leaves(report: Truth) -> list[Truth]:
    named = {line["level1"] for line in report["indicators"]}
    return [line for line in report["indicators"] if line["claimed_score"] is not None and line["name"] not in named]


def points(line: Truth) -> Decimal | None:
    printed = line["max_score"] or line.get("implied_max")
    return None if printed is None else number(printed)


def loss(line: Truth) -> Decimal:
    return (points(line) or Decimal(0)) - number(line["claimed_score"])


def quotes(report: Truth) -> Iterator[str]:
    yield from (
        report["identity"][key]
        for key in ("entity", "project_name", "supervising_department")
        if report["identity"].get(key)
    )
    yield from (report[key] for key in ("claimed_total", "claimed_grade") if report[key])
    for row in report["budget"]:
        yield from (
            value
            for key, value in row.items()
            if isinstance(value, str) and key not in {"partition", "label", "parent"}
        )
    for line in report["indicators"]:
        keys = (
            "name",
            "level1",
            "level2",
            "max_score",
            "claimed_score",
            "deduction",
            "target",
            "actual",
            "corrective_action",
        )
        yield from (line[key] for key in keys if line.get(key))
        for reason in line["reasons"]:
            yield from (value for value in reason.values() if value)
    for entry in report["adjustments"]:
        yield from (entry["text"], entry["points"].lstrip("-"), entry["max_score"])
    for entry in report["declared_counts"]:
        yield f"{entry['what']}{entry['count']}个"
        yield entry["scope"] or ""


def test_twelve_samples_are_split_in_half() -> None:
    assert len(STEMS) == 12
    splits = [truth_of(stem)["split"] for stem in STEMS]
    assert (splits.count("development"), splits.count("held-out")) == (6, 6)


@pytest.mark.parametrize(("stem", "report"), ALL)
def test_every_printed_string_occurs_in_the_document(stem: str, report: Truth) -> None:
    text, _ = read(document_of(stem))
    assert [quote for quote in quotes(report) if squash(quote) not in text] == []


@pytest.mark.parametrize(("stem", "report"), ALL)
def test_every_table_line_prints_its_values_in_one_row(stem: str, report: Truth) -> None:
    _, rows = read(document_of(stem))
    for line in report["indicators"]:
        if line["level"] != 3:
            continue
        wanted = [squash(line[key]) for key in ("target", "actual", "max_score", "claimed_score") if line[key]]
        found = [cells for cells in rows if squash(line["name"]) in cells]
        assert any(all(value in cells or value in "".join(cells) for value in wanted) for cells in found), line["name"]


@pytest.mark.parametrize(("stem", "report"), ALL)
def test_printed_budget_rows_carry_their_values(stem: str, report: Truth) -> None:
    text, rows = read(document_of(stem))
    for row in report["budget"]:
        values = [row[key] for key in (*AMOUNTS, "execution_rate", "claimed_score") if row[key]]
        if "unit_quote" not in row:
            continue
        assert squash(row["unit_quote"]) in text
        labelled = [cells for cells in rows if any(cell.removeprefix("其中：") == row["label"] for cell in cells)]
        assert any(all(value in cells for value in values) for cells in labelled), row["label"]


@pytest.mark.parametrize(("stem", "report"), ALL)
def test_scores_add_up_to_subtotals_and_total(stem: str, report: Truth) -> None:
    subtotals = {name: number(value) for name, value in report["recomputed"]["subtotals"].items()}
    groups = {line["level1"] for line in leaves(report)}
    assert groups == set(subtotals)
    for group in groups:
        assert (
            sum(number(line["claimed_score"]) for line in leaves(report) if line["level1"] == group) == subtotals[group]
        )
    for line in report["indicators"]:
        if line["name"] in groups and line["claimed_score"]:
            assert (number(line["claimed_score"]) != subtotals[line["name"]]) == (
                line["name"] in planted(report, "SCO102")
            )
    execution = sum(number(row["claimed_score"]) for row in report["budget"] if row["claimed_score"])
    adjusted = sum(number(entry["points"]) for entry in report["adjustments"])
    total = sum(subtotals.values()) + execution + adjusted
    assert total == number(report["recomputed"]["total"])
    assert (total != number(report["claimed_total"])) == bool(planted(report, "SCO101"))


@pytest.mark.parametrize(("stem", "report"), ALL)
def test_points_add_up_to_their_group_and_to_the_full_mark(stem: str, report: Truth) -> None:
    lines = leaves(report)
    for line in report["indicators"]:
        members = [points(leaf) for leaf in lines if leaf["level1"] == line["name"]]
        if members and line["max_score"]:
            assert sum(members) == number(line["max_score"]), line["name"]
    everything = sum(points(line) for line in lines) + sum(
        number(row["max_score"]) for row in report["budget"] if row["max_score"]
    )
    slot = {number(entry["max_score"]) for entry in report["adjustments"] if stem.startswith("zhuling")}
    assert everything + sum(slot) == 100


@pytest.mark.parametrize(("stem", "report"), ALL)
def test_budget_parts_add_up_and_rates_follow(stem: str, report: Truth) -> None:
    wrong_sums = {(plant["partition"], plant["column"]) for plant in report["planted"] if plant["code"] == "BUD201"}
    whole = report["budget"][0]
    for partition in {row["partition"] for row in report["budget"]} - {None}:
        for column in AMOUNTS:
            parts = [number(row[column]) for row in report["budget"] if row["partition"] == partition and row[column]]
            if parts:
                assert (sum(parts) != number(whole[column])) == ((partition, column) in wrong_sums)
    for row in report["budget"]:
        if not row["execution_rate"]:
            continue
        decimals = Decimal(1).scaleb(number(row["execution_rate"]).as_tuple().exponent)
        rates = {
            (number(row["actual_expenditure"]) / number(row[base]) * 100).quantize(decimals, ROUND_HALF_UP)
            for base in ("original_budget", "revised_budget")
            if row[base]
        }
        assert (number(row["execution_rate"]) not in rates) == (row["label"] in planted(report, "BUD202"))
        if row["claimed_score"]:
            due = (number(row["max_score"]) * number(row["execution_rate"]) / 100).quantize(CENT, ROUND_HALF_UP)
            assert (due != number(row["claimed_score"])) == (row["label"] in planted(report, "SCO113"))


@pytest.mark.parametrize(("stem", "report"), ALL)
def test_losses_have_reasons_and_named_points_equal_the_loss(stem: str, report: Truth) -> None:
    for line in leaves(report):
        if line.get("deduction"):
            assert number(line["deduction"]) == loss(line)
        assert bool(line["reasons"]) == (loss(line) > 0), line["name"]
        named = [reason["points"] for reason in line["reasons"]]
        if named and all(named):
            assert (sum(number(value) for value in named) != loss(line)) == (line["name"] in planted(report, "DED402"))
        assert (loss(line) < 0) == (line["name"] in planted(report, "SCO105"))


@pytest.mark.parametrize(("stem", "report"), ALL)
def test_ratio_lines_score_by_the_printed_rule(stem: str, report: Truth) -> None:
    for line in leaves(report):
        target, actual = line["target"] or "", line["actual"] or ""
        if not re.match(r"[≥≤=＝]", target) or not re.match(r"\d", actual) or line["name"] in planted(report, "SCO105"):
            continue
        goal, done, full = number(target), number(actual), number(line["max_score"])
        met = done <= goal if target[0] == "≤" else done >= goal
        due = full if met else (full * done / goal).quantize(CENT, ROUND_HALF_UP)
        assert (due != number(line["claimed_score"])) == (line["name"] in planted(report, "SCO111")), line["name"]


def test_unit_costs_of_the_water_projects_follow_from_expenditure_and_count() -> None:
    for stem in (stem for stem in STEMS if stem.startswith("yunjiang")):
        truth = truth_of(stem)
        lines = {line["name"]: line["actual"] for line in truth["indicators"]}
        cost = number(truth["budget"][0]["actual_expenditure"]) / number(lines["维修养护农村供水工程处数"])
        assert cost.quantize(CENT, ROUND_HALF_UP) == number(lines["单处维修平均补助标准"])


@pytest.mark.parametrize(("stem", "report"), ALL)
def test_planted_errors_are_all_and_only_the_expected_errors(stem: str, report: Truth) -> None:
    assert sorted({plant["code"] for plant in report["planted"]}) == report["findings"]["errors"]
    lists = [set(report["findings"][key]) for key in ("errors", "must_raise", "may_raise", "must_not_raise")]
    assert sum(map(len, lists)) == len(set().union(*lists))


@pytest.mark.parametrize(("stem", "report"), ALL)
def test_planted_errors_contradict_what_is_printed(stem: str, report: Truth) -> None:
    text, _ = read(document_of(stem))
    for plant in report["planted"]:
        assert squash(plant["observed"]) in text or plant["code"] == "DED402"
        assert plant["observed"] != plant["expected"]
        if "parts" in plant:
            assert all(part in text for part in plant["parts"])
            assert (
                sum(number(part) for part in plant["parts"]) == number(plant["expected"]) != number(plant["observed"])
            )
        if plant["code"] == "BUD206":
            assert (
                number(plant["expected"])
                == number(report["budget"][0]["actual_expenditure"])
                != number(plant["observed"])
            )
        if plant["code"] == "CON512":
            listed = [line for line in report["indicators"] if line["level"] == 2]
            assert len(listed) == number(plant["expected"]) != number(plant["observed"])


@pytest.mark.parametrize(("stem", "report"), ALL)
def test_printed_figures_are_related_as_stated(stem: str, report: Truth) -> None:
    text, _ = read(document_of(stem))
    for relation in report.get("relations", []):
        operands, result = relation["operands"], relation["result"]
        assert all(squash(quote) in text for quote in (*operands, result)), relation
        first, *rest = [number(quote) for quote in operands]
        match relation["type"]:
            case "sum":
                due = first + sum(rest)
            case "difference":
                due = first - rest[0]
            case "ratio":
                due = first / rest[0] * 100
            case "growth":
                due = (rest[0] - first) / first * 100
            case "same_fact":
                due = first
        printed = -number(result) if "下降" in result else number(result)
        due = due.quantize(Decimal(1).scaleb(printed.as_tuple().exponent), ROUND_HALF_UP)
        assert (due == printed) == relation["holds"], relation


@pytest.mark.parametrize(("stem", "report"), ALL)
def test_grades_follow_the_national_bounds(stem: str, report: Truth) -> None:
    if report["claimed_grade"]:
        total = number(report["claimed_total"])
        grade = next(word for bound, word in ((90, "优"), (80, "良"), (60, "中"), (0, "差")) if total >= bound)
        assert (grade != report["claimed_grade"]) == bool(planted(report, "SCO108"))


def test_no_sentence_of_a_real_report_is_in_the_samples(shared: Any) -> None:
    real = squash("".join(path.read_text(encoding="utf-8") for path in (shared / "reports").glob("*.txt")))
    for stem in STEMS:
        text, _ = read(document_of(stem))
        sentences = {part for part in re.split(r"[，。；：、（）]", text) if len(part) >= 14}
        assert not [part for part in sentences if part in real]


def test_comparison_set_lines_up_and_shares_the_copied_passage() -> None:
    comparison = json.loads((SAMPLES.parent / "comparison.json").read_text(encoding="utf-8"))
    names = set()
    for member in comparison["members"]:
        truth = truth_of(member["sample"])
        assert truth["identity"]["entity"] == member["entity"]
        assert truth["claimed_total"] == member["claimed_total"]
        assert truth["recomputed"]["total"] == member["from_lines"]
        assert truth["budget"][0]["execution_rate"] == member["execution_rate"]
        names.add(tuple((line["name"], line["max_score"]) for line in leaves(truth)))
    assert [len(aligned) for aligned in names] == [comparison["aligned_lines"]]
    stems = {member["entity"]: member["sample"] for member in comparison["members"]}
    for expected in comparison["expected"]:
        for entity in expected["entities"]:
            assert squash(expected["quote"]) in read(document_of(stems[entity]))[0]
