"""One cause, one code: who gives way to whom, and where two findings are two causes."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.audit.cases import case, seeing
from toolkit.audit.precedence import Sighting, one_cause_one_code, yields
from toolkit.audit.rule import Draft, Rule
from toolkit.audit.run import rules
from toolkit.model.finding import Severity

TOTAL, SCORE = "93.87", "3.3"


def _kept(*seen: Rule) -> dict[str, set[str]]:
    made = case()
    sightings = [Sighting(rule, draft) for rule in seen for draft in rule.check(made)]
    return {sighting.rule.code: sighting.related for sighting in one_cause_one_code(sightings)}


def test_special_stands_for_the_general_on_one_figure() -> None:
    kept = _kept(seeing("SCO109", SCORE, yields_to=("SCO111",)), seeing("SCO111", SCORE))
    assert kept == {"SCO111": {"SCO109 name-sco109"}}


def test_two_figures_are_two_causes() -> None:
    kept = _kept(seeing("SCO109", SCORE, yields_to=("SCO111",)), seeing("SCO111", TOTAL))
    assert set(kept) == {"SCO109", "SCO111"}


def test_a_shared_trace_is_one_cause_at_two_places() -> None:
    kept = _kept(
        seeing("SCO101", TOTAL, yields_to=("SCO105",), traces=("score:i3",)),
        seeing("SCO105", SCORE, traces=("score:i3",)),
    )
    assert kept == {"SCO105": {"SCO101 name-sco101"}}


@pytest.mark.parametrize("family", ["SCO101", "BUD201", "IND318"])
def test_figures_come_last(family: str) -> None:
    assert _kept(seeing("CON501", TOTAL), seeing(family, TOTAL)) == {family: {"CON501 name-con501"}}


def test_an_error_does_not_vanish_into_a_warning() -> None:
    kept = _kept(seeing("SCO109", SCORE, yields_to=("SCO112",)), seeing("SCO112", SCORE, severity=Severity.NOTICE))
    assert kept == {"SCO109": {"SCO112 name-sco112"}}


def test_of_two_errors_about_one_figure_the_first_family_stays() -> None:
    assert _kept(seeing("DED402", SCORE), seeing("SCO105", SCORE)) == {"SCO105": {"DED402 name-ded402"}}


def test_a_warning_beside_an_error_stays_where_no_rule_yields() -> None:
    kept = _kept(seeing("DED401", SCORE, severity=Severity.WARNING), seeing("SCO105", SCORE))
    assert set(kept) == {"DED401", "SCO105"}


def test_a_chain_ends_in_one_finding() -> None:
    kept = _kept(
        seeing("CON501", TOTAL),
        seeing("BUD202", TOTAL, yields_to=("BUD201",)),
        seeing("BUD201", TOTAL),
    )
    assert kept == {"BUD201": {"BUD202 name-bud202", "CON501 name-con501"}}


def test_a_rule_never_gives_way_to_itself() -> None:
    rule = seeing("SCO105", SCORE)
    made = case()
    sightings = [Sighting(rule, draft) for _ in range(2) for draft in rule.check(made)]
    assert len(one_cause_one_code(sightings)) == 2


_RULES = (
    seeing("SCO101", yields_to=("SCO105",)),
    seeing("SCO105", yields_to=("DED401",)),
    seeing("DED401", severity=Severity.NOTICE),
    seeing("CON501", yields_to=("CON506",)),
    seeing("CON506"),
)
_SEEN = st.tuples(st.sampled_from(_RULES), st.frozensets(st.sampled_from("abc"), max_size=2), st.sampled_from(Severity))


@given(st.lists(_SEEN, max_size=8))
def test_what_stays_is_what_no_other_sighting_is_stronger_than(
    seen: list[tuple[Rule, frozenset[str], Severity]],
) -> None:
    sightings = [Sighting(rule, Draft("…", (), traces=traces, severity=said)) for rule, traces, said in seen]
    weaker = {
        id(one)
        for one, other in product(sightings, sightings)
        if one.rule is not other.rule and one.facts & other.facts and _gives_way(one, other)
    }
    stay = {id(one) for one in one_cause_one_code(sightings)}
    strongest = {id(one) for one in sightings} - weaker
    assert strongest <= stay
    assert stay == strongest or _in_circles(stay - strongest, sightings)
    assert bool(stay) == bool(sightings)


def _in_circles(extra: set[int], sightings: list[Sighting]) -> bool:
    """Whether each gives way, over others, to itself."""
    above = {
        id(one): {
            id(other)
            for other in sightings
            if one.rule is not other.rule and one.facts & other.facts and _gives_way(one, other)
        }
        for one in sightings
    }
    return all(one in _reached(above, one) for one in extra)


def _reached(above: dict[int, set[int]], start: int) -> set[int]:
    found: set[int] = set()
    waiting = [start]
    while waiting:
        new = above[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def test_rules_that_give_way_in_a_circle_leave_the_gravest() -> None:
    rules = (
        seeing("SCO101", TOTAL, yields_to=("SCO105",)),
        seeing("SCO105", TOTAL, yields_to=("DED401",)),
        seeing("DED401", TOTAL),
    )
    assert set(_kept(*rules)) == {"SCO101"}


def _gives_way(one: Sighting, other: Sighting) -> bool:
    """As precedence.py says it: an error never to something lesser, else by the rules, else by the order of errors."""
    error, against = one.severity is Severity.ERROR, other.severity is Severity.ERROR
    if yields(one.rule, other.rule):
        return against or not error
    if yields(other.rule, one.rule):
        return against and not error
    return error and against and one.order > other.order


def test_no_two_rules_of_the_catalogue_give_way_to_each_other() -> None:
    known = rules()
    path: list[str] = []

    def climb(code: str) -> None:
        assert code not in path, f"{' → '.join(path)} → {code}"
        path.append(code)
        for other in known.values():
            if other.code != code and yields(known[code], other):
                climb(other.code)
        path.pop()

    for code in known:
        climb(code)
