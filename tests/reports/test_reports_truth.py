"""The truths of the development reports: every quote stands in its document, and figures close except where planted."""

import json
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parent
STEMS = sorted(path.name.removesuffix(".truth.json") for path in FOLDER.glob("*.truth.json"))
PAGE_NUMBER = re.compile(r"^\s*—\s*\d+\s*—\s*$", re.MULTILINE)
COLUMNS = ("original_budget", "revised_budget", "actual_expenditure")
VALUES = ("max_score", "claimed_score", "target", "actual", "weight")
Truth = dict[str, Any]


def squash(text: str) -> str:
    """The text without white space and cell borders."""
    return "".join(text.replace("|", "").split())


def decoded(data: bytes) -> str:
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("unknown encoding")


def document_of(stem: str) -> Path:
    (path,) = [path for path in FOLDER.glob(f"{stem}.*") if path.suffix in (".txt", ".md")]
    return path


@cache
def text_of(stem: str) -> str:
    return PAGE_NUMBER.sub("", decoded(document_of(stem).read_bytes()))


@cache
def truth_of(stem: str) -> Truth:
    truth: Truth = json.loads((FOLDER / f"{stem}.truth.json").read_text(encoding="utf-8"))
    return truth


def reports() -> list[Any]:
    """(stem, report) for every report and annex."""
    cases = []
    for stem in STEMS:
        truth = truth_of(stem)
        cases += [pytest.param(stem, one, id=f"{stem}-{n}") for n, one in enumerate([truth, *truth["annexes"]])]
    return cases


def number(quote: str) -> Decimal:
    found = re.search(r"-?\d[\d,]*(?:\.\d+)?", quote)
    assert found is not None, quote
    return Decimal(found.group().replace(",", ""))


def rounded(value: Decimal, like: str) -> Decimal:
    """`value` at the decimals of the printed `like`."""
    return value.quantize(Decimal(1).scaleb(number(like).as_tuple().exponent), ROUND_HALF_UP)  # type: ignore[arg-type]


def leaves(report: Truth) -> list[Truth]:
    groups = {line[level] for line in report["indicators"] for level in ("level1", "level2")}
    return [line for line in report["indicators"] if line["name"] not in groups]


def planted(report: Truth, code: str) -> set[str]:
    return {one["subject"] for one in report["planted"] if one["code"] == code}


def points(line: Truth) -> Decimal | None:
    printed = line["max_score"] or line.get("implied_max")
    return Decimal(printed) if printed else None


def quotes(report: Truth) -> Iterator[str | None]:
    yield from (value for name, value in report["identity"].items() if name != "kind")
    yield from (report["claimed_total"], report["claimed_grade"])
    for row in report["budget"]:
        yield None if row["label"] == "部门整体支出" else row["label"]
        yield from (row[name] for name in (*COLUMNS, "execution_rate", "max_score", "claimed_score"))
        yield row.get("unit_quote")
    for line in report["indicators"]:
        yield from (line.get(name) for name in ("name", "level1", "level2", *VALUES, "corrective_action", "unit_quote"))
        for reason in line["reasons"]:
            yield from (reason["text"], reason["points"])
    for relation in report["relations"]:
        yield from (*relation["operands"], relation["result"])


def test_there_are_twelve_and_two_of_them_are_not_utf_8() -> None:
    heads = [document_of(stem).read_bytes() for stem in STEMS]
    assert len(STEMS) == 12
    assert sum(head[:2] == b"\xff\xfe" for head in heads) == 1
    assert sum(head[:2] != b"\xff\xfe" and not _is_utf8(head) for head in heads) == 1


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_every_truth_is_of_the_development_split() -> None:
    assert {truth_of(stem)["split"] for stem in STEMS} == {"development"}


@pytest.mark.parametrize(("stem", "report"), reports())
def test_every_quote_stands_in_its_document(stem: str, report: Truth) -> None:
    text = squash(text_of(stem))
    assert [quote for quote in quotes(report) if quote and squash(quote) not in text] == []


@pytest.mark.parametrize(("stem", "report"), reports())
def test_values_of_a_leaf_stand_together_in_one_row_or_paragraph(stem: str, report: Truth) -> None:
    rows = [squash(row) for row in text_of(stem).splitlines()]
    for line in leaves(report):
        wanted = [squash(line[name]) for name in ("name", *VALUES) if line.get(name)]
        assert any(all(value in row for value in wanted) for row in rows), line["name"]


@pytest.mark.parametrize(("stem", "report"), reports())
def test_rows_of_money_stand_together_where_a_table_prints_them(stem: str, report: Truth) -> None:
    rows = [squash(row) for row in text_of(stem).splitlines()]
    for row in report["budget"]:
        if row.get("unit_quote"):
            wanted = [row["label"], *(row[name] for name in (*COLUMNS, "execution_rate") if row[name])]
            assert any(all(value in line for value in wanted) for line in rows), row["label"]


@pytest.mark.parametrize(("stem", "report"), reports())
def test_groups_add_up(stem: str, report: Truth) -> None:
    for group in report["indicators"]:
        under = [line for line in leaves(report) if group["name"] in (line["level1"], line["level2"])]
        if not under:
            continue
        full = [points(line) for line in under]
        if points(group) is not None and None not in full:
            assert sum(value for value in full if value is not None) == points(group), group["name"]
        if group["claimed_score"]:
            closes = sum(Decimal(line["claimed_score"]) for line in under) == Decimal(group["claimed_score"])
            assert closes != (group["name"] in planted(report, "SCO102")), group["name"]


@pytest.mark.parametrize(("stem", "report"), reports())
def test_total_follows_from_the_lines(stem: str, report: Truth) -> None:
    if report["claimed_total"] is None:
        assert report["indicators"] == []
        return
    total = sum((Decimal(row["claimed_score"]) for row in report["budget"] if row["claimed_score"]), Decimal(0))
    for line in leaves(report):
        if line["claimed_score"]:
            share = number(line["weight"]) / 100 if "weight" in line else Decimal(1)
            total += Decimal(line["claimed_score"]) * share
    closes = rounded(total, report["claimed_total"]) == Decimal(report["claimed_total"])
    assert closes != bool(planted(report, "SCO101"))
    assert Decimal(report["recomputed"]["total"]) == total


@pytest.mark.parametrize(("stem", "report"), reports())
def test_points_or_weights_make_a_hundred(stem: str, report: Truth) -> None:
    scored = [line for line in leaves(report) if line["claimed_score"]]
    if not scored or any(points(line) is None and "weight" not in line for line in scored):
        return
    full = sum(number(line["weight"]) if "weight" in line else points(line) or 0 for line in scored)
    assert full + sum(Decimal(row["max_score"] or 0) for row in report["budget"]) == 100


@pytest.mark.parametrize(("stem", "report"), reports())
def test_no_line_exceeds_its_points_and_every_loss_has_a_reason(stem: str, report: Truth) -> None:
    for line in leaves(report):
        full = Decimal(100) if "weight" in line else points(line)
        if full is None or line["claimed_score"] is None:
            continue
        lost = full - Decimal(line["claimed_score"])
        assert lost >= 0, line["name"]
        assert bool(lost) == bool(line["reasons"]), line["name"]
        named = [Decimal(reason["points"]) for reason in line["reasons"] if reason["points"]]
        assert not named or sum(named) == lost, line["name"]


@pytest.mark.parametrize(("stem", "report"), reports())
def test_money_adds_up_within_each_partition(stem: str, report: Truth) -> None:
    for whole in report["budget"]:
        parts = [row for row in report["budget"] if row["parent"] == whole["label"]]
        for column in COLUMNS if parts else ():
            stated = [number(row[column]) for row in parts if row[column]]
            if not stated or whole[column] is None:
                continue
            closes = sum(stated) == number(whole[column])
            slip = column == "revised_budget" and whole["label"] in planted(report, "BUD201")
            assert closes != slip, (whole["label"], column)


@pytest.mark.parametrize(("stem", "report"), reports())
def test_execution_rates_and_their_scores_follow(stem: str, report: Truth) -> None:
    for row in report["budget"]:
        if not row["execution_rate"]:
            continue
        rate = number(row["actual_expenditure"]) * 100 / number(row["revised_budget"])
        assert rounded(rate, row["execution_rate"]) == number(row["execution_rate"]), row["label"]
        if row["max_score"]:
            due = rounded(Decimal(row["max_score"]) * rate / 100, row["claimed_score"])
            closes = due == Decimal(row["claimed_score"])
            assert closes != (row["label"] in planted(report, "SCO113")), row["label"]


@pytest.mark.parametrize(("stem", "report"), reports())
def test_relations_hold(stem: str, report: Truth) -> None:
    for relation in report["relations"]:
        parts = [number(quote) for quote in relation["operands"]]
        match relation["type"]:
            case "sum":
                value = sum(parts, Decimal(0))
            case "difference":
                value = parts[0] - parts[1]
            case _:
                value = parts[0] * 100 / parts[1]
        assert (rounded(value, relation["result"]) == number(relation["result"])) == relation["holds"], relation


@pytest.mark.parametrize(("stem", "report"), reports())
def test_expected_errors_are_the_planted_ones(stem: str, report: Truth) -> None:
    assert sorted(report["findings"]["errors"]) == sorted(one["code"] for one in report["planted"])
    for one in report["planted"]:
        assert one["observed"] in text_of(stem)
        assert Decimal(one["observed"].replace(",", "")) != Decimal(one["expected"].replace(",", ""))
