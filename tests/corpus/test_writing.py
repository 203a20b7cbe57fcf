"""Made reports add up, say what their truth says, and hold just the error that was planted."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from toolkit.corpus.check import contradictions
from toolkit.corpus.compose import compose, share_out
from toolkit.corpus.facts import COLUMNS
from toolkit.corpus.fields import compared
from toolkit.corpus.pattern import every_pattern, patterns
from toolkit.corpus.quotes import absent_quotes
from toolkit.corpus.relations import Relation, holds
from toolkit.corpus.render import engines
from toolkit.corpus.systems import systems
from toolkit.corpus.writers.opening import leaves_room
from toolkit.corpus.writing import make, replanted
from toolkit.extract import extract
from toolkit.readers import read


@pytest.mark.parametrize("name", sorted(systems()))
def test_facts_add_up_under_every_system(name: str) -> None:
    for seed in range(12):
        facts = compose("train", systems()[name], Random(seed))
        for column in COLUMNS:
            assert sum(part.amounts[column] for part in facts.funds.parts) == facts.funds.amounts[column]
        assert all(part.amounts["spent"] <= part.amounts["revised"] for part in facts.funds.parts)
        points = sum((line.points for line in facts.lines), Decimal(0)) + (facts.funds.points or 0)
        assert points == 100 - (facts.system.cap or 0) or points == 100
        assert all(0 <= line.score <= line.points for line in facts.lines)
        assert all(bool(line.reasons) == (line.loss > 0) for line in facts.lines)


def test_points_are_shared_out_whole() -> None:
    for seed in range(30):
        shares = share_out(Decimal(30), 7, Random(seed))
        assert sum(shares) == 30
        assert min(shares) >= 1


def test_the_same_number_makes_the_same_document() -> None:
    one, again, other = make("train", 4, 9), make("train", 4, 9), make("train", 5, 9)
    assert one == again
    assert one.document != other.document


@pytest.mark.parametrize("split", ["train", "validation"])
def test_documents_have_every_quote_of_their_truth(split: str) -> None:
    markdown = engines()["markdown"]
    for number in range(2 * len(patterns(split))):  # type: ignore[arg-type]
        made = make(split, 11, number)  # type: ignore[arg-type]
        (data,) = markdown.render([(made.document, made.pattern.style)])
        assert list(absent_quotes(made.truth, read(data, "made.md"))) == [], made.name


def test_truths_do_not_contradict_themselves() -> None:
    for number in range(60):
        made = make("train", 12, number)
        assert list(contradictions(made.truth)) == [], made.name


def test_a_third_is_clean_and_planted_errors_are_of_many_codes() -> None:
    truths = [make("train", 13, number).truth for number in range(90)]
    planted = [truth["planted"] for truth in truths]
    assert sum(not plants for plants in planted) >= 30
    assert len({plant["code"] for plants in planted for plant in plants}) >= 12
    for truth in truths:
        broken = {relation["code"] for relation in truth["relations"] if not relation["holds"]}
        assert broken <= {plant["code"] for plant in truth["planted"]}


def test_errors_that_printed_intervals_hide_are_not_due() -> None:
    hidden = [
        truth
        for number in range(240)
        for truth in (make("train", 14, number).truth,)
        if truth["planted"] and not truth["planted"][0]["observable"]
    ]
    assert hidden
    assert all(not truth["findings"]["errors"] and not truth["findings"]["must_raise"] for truth in hidden)


def test_one_report_takes_one_error_after_another() -> None:
    first, *others = replanted("train", 15, 4, rounds=2)
    assert first.truth["planted"] == []
    codes = [one.truth["planted"][0]["code"] for one in others]
    assert len(set(codes)) >= 6
    assert len({one.document for one in others} | {first.document}) == len(others) + 1
    assert {one.truth["system"] for one in others} == {first.truth["system"]}
    for one in others:
        assert list(contradictions(one.truth)) == [], one.name


def test_persons_of_neither_sort_may_make_up_a_whole() -> None:
    relation = Relation("at_most", ("a", "b"), "whole", "CON501")
    assert holds(relation, {"a": "59", "b": "215", "whole": "277"})
    assert not holds(relation, {"a": "59", "b": "215", "whole": "273"})


def test_an_execution_score_holds_by_money_or_by_a_printed_rate() -> None:
    relation = Relation("product", ("points", "spent", "whole", "rate"), "score", "SCO113")
    printed = {"points": "10", "spent": "92.35", "whole": "100.00", "rate": "92.4%", "score": "9.24"}
    assert holds(relation, printed)
    assert holds(relation, {**printed, "score": "9.23"})
    assert not holds(relation, {**printed, "score": "9.20"})


def _sum(*texts: str, code: str = "BUD201") -> bool:
    printed = {str(place): text for place, text in enumerate(texts[:-1])} | {"whole": texts[-1]}
    return holds(Relation("sum", tuple(printed)[:-1], "whole", code), printed)


def test_money_holds_where_intervals_meet_and_scores_as_printed() -> None:
    assert _sum("285,129.73", "102,107", "387,236.73")
    assert _sum("285,129.73", "102,107", "387,237.20")
    assert not _sum("285,129.73", "102,107", "387,237.30")
    assert _sum("10", "9.5", "19.5", code="SCO101")
    assert not _sum("10", "9", "19.5", code="SCO101")


def test_a_rate_holds_within_its_last_digit() -> None:
    relation = Relation("ratio", ("spent", "whole"), "rate", "BUD202")
    printed = {"spent": "92.00", "whole": "100.00", "rate": "92%"}
    assert holds(relation, printed)
    assert not holds(relation, {**printed, "rate": "91%"})


def test_a_grade_holds_by_its_bounds() -> None:
    relation = Relation("grade", ("total",), "grade", "SCO108", bounds=(("优", Fraction(90)), ("良", Fraction(80))))
    assert holds(relation, {"total": "90", "grade": "优"})
    assert not holds(relation, {"total": "89.9", "grade": "优"})


def test_every_pattern_can_be_written() -> None:
    for split in ("train", "validation", "test"):
        made = [make(split, 3, number) for number in range(len(patterns(split)))]  # type: ignore[arg-type]
        assert {one.pattern.name for one in made} == {one.name for one in every_pattern() if one.split == split}


@pytest.mark.parametrize("split", ["train", "validation"])
def test_reports_bound_together_are_read_as_one_report_each(split: str) -> None:
    known = patterns(split)  # type: ignore[arg-type]
    place = next(number for number, pattern in enumerate(known) if pattern.bound)
    markdown = engines()["markdown"]
    for number in (place, place + len(known)):
        made = make(split, 21, number)  # type: ignore[arg-type]
        annexes = made.truth["annexes"]
        projects = [one["identity"]["project_name"] for one in (made.truth, *annexes)]
        assert len(set(projects)) == len(projects) >= 2
        (data,) = markdown.render([(made.document, made.pattern.style)])
        report = extract(read(data, "made.md"))
        assert len(report.annexes) == len(annexes)
        assert [name for name, wanted, found in compared(made.truth, report) if (wanted or "") != (found or "")] == []


def test_a_list_that_leaves_room_for_more_is_only_wrong_where_it_is_longer_than_its_count() -> None:
    relation = Relation("at_least", ("a", "b", "c"), "count", "CON506")
    assert holds(relation, {"a": "1", "b": "1", "c": "1", "count": "5"})
    assert not holds(relation, {"a": "1", "b": "1", "c": "1", "count": "2"})


@pytest.mark.parametrize(
    ("told", "room"),
    [
        ("重点任务5项，包括甲、乙、丙。", True),
        ("重点任务5项，其中包括：甲、乙、丙。", True),
        ("甲、乙、丙等5项任务。", True),
        ("主要任务包括以下5项：甲、乙、丙。", False),
        ("重点任务包括甲、乙、丙，共计5项。", False),
        ("重点工作涉及5项：甲、乙、丙。", False),
        ("2023年重点任务5项（甲、乙、丙）。", False),
    ],
)
def test_which_lists_leave_room_for_more(told: str, room: bool) -> None:
    assert leaves_room(told, "甲、乙、丙") is room


def test_a_larger_count_of_a_list_that_leaves_room_is_planted_but_not_seen() -> None:
    planted = [
        one.truth["planted"][0]
        for number in range(60)
        for one in replanted("train", 53, number)
        if one.truth["planted"] and one.truth["planted"][0]["code"] == "CON506"
    ]
    unseen = [one for one in planted if not one["observable"]]
    assert unseen
    assert all(int(one["observed"]) > int(one["expected"]) for one in unseen)
