"""Whose figure a numeral is: the report's own citation of its span, numbers before texts, the first of several."""

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import document, paragraph
from toolkit.figures import build_ledger
from toolkit.figures.roles import Role, _Spans
from toolkit.model.citation import Cited, cite_paragraph
from toolkit.model.record import Indicator, PerformanceReport

SPAN = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda span: (span[0], span[0] + span[1]))


@given(st.lists(SPAN, max_size=12), SPAN)
def test_the_first_role_over_a_span_is_found_wherever_others_reach(
    spans: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    roles = [Role(start, end, f"r{index}", "", numeric=True) for index, (start, end) in enumerate(spans)]
    over = [
        role for role in sorted(roles, key=lambda role: role.start) if role.start < asked[1] and asked[0] < role.end
    ]
    assert _Spans(roles).over(*asked) == (over[0] if over else None)


def test_a_cited_number_goes_before_the_criterion_around_it() -> None:
    made = paragraph("渠道完好率，目标95%，按95%计分，完成96%，分值10分")
    name, target, criterion = "渠道完好率", "95%", "按95%计分"

    def cited(words: str) -> Cited[str]:
        start = made.text.index(words)
        return Cited[str](
            value=words, quote=words, where=cite_paragraph(made, start, start + len(words)), method="made"
        )

    line = Indicator(
        id="i1", order=1, level=3, name=cited(name), criterion=cited(criterion), definition=cited("完成96%")
    )
    figures = build_ledger(document(made), PerformanceReport(indicators=(line,))).figures
    assert [(figure.quote, figure.role) for figure in figures] == [
        (target, "rate"),
        ("95%", "criterion"),
        ("96%", "criterion"),
        ("10分", "points"),
    ]
