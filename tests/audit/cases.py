"""Cases built by hand or read from a few lines of text, and rules that see what they are told to see."""

from collections.abc import Iterator
from decimal import Decimal

from tests.builders import document, paragraph
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.model.case import Case, Dossier
from toolkit.model.citation import Where, cite_paragraph
from toolkit.model.document import Document
from toolkit.model.figure import FigureLedger
from toolkit.model.finding import Severity
from toolkit.model.record import PerformanceReport
from toolkit.model.scoresheet import ScoreSheet
from toolkit.model.settings import Settings
from toolkit.model.standard import Grade, Standard, StandardChoice
from toolkit.pipeline.analyze import Request, analyze

TEXT = "资产管理4分，自评得分3.3分，总分93.87分"
STANDARD = Standard(
    id="made",
    title="手工标准",
    authority="测试",
    total=Decimal(100),
    status="config",
    grades=(
        Grade(name="优", key="excellent", low=Decimal(90), high=Decimal(100)),
        Grade(name="良", key="good", low=Decimal(80), high=Decimal(90)),
    ),
)


def case(text: str = TEXT, *, lines_before: int = 0) -> Case:
    """A case of one paragraph that stands `lines_before` lines further down, with nothing read from it."""
    blocks = [paragraph(f"第{number}段", number) for number in range(1, lines_before + 1)]
    return empty_case(document(*blocks, paragraph(text, lines_before + 1)))


def empty_case(made: Document) -> Case:
    """A case with an empty report."""
    choice = StandardChoice(id="made", title="手工标准", chosen_by="测试")
    return Case(made, PerformanceReport(), ScoreSheet(), FigureLedger(), STANDARD, choice, Settings())


def at(quote: str, made: Case) -> Where:
    """The place of a quote in the last paragraph of the case."""
    block = made.document.blocks[-1]
    assert hasattr(block, "text")
    start = block.text.index(quote)
    return cite_paragraph(block, start, start + len(quote))


def seeing(
    code: str,
    *quotes: str,
    severity: Severity = Severity.ERROR,
    yields_to: tuple[str, ...] = (),
    traces: tuple[str, ...] = (),
    lifecycle: str = "trial",
    said: Severity | None = None,
) -> Rule:
    """A rule that finds one thing at these quotes; `said` is the severity of its draft."""

    def check(made: Case) -> Iterator[Draft]:
        yield Draft(
            message=f"{code}看到{quotes}",
            where=tuple(at(quote, made) for quote in quotes),
            name="资产管理",
            severity=said,
            traces=frozenset(traces),
        )

    return Rule(
        code=code,
        name=f"name-{code.lower()}",
        title=code,
        severity=severity,
        since="0.1.0",
        check=check,
        examples=(),
        yields_to=yields_to,
        lifecycle=lifecycle,  # type: ignore[arg-type]
    )


def dossier(example: Example) -> Dossier:
    """An example through the whole way."""
    return analyze(example.text.encode(), "example.md", Request(settings=example.settings))
