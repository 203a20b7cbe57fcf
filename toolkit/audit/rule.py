"""`Rule`: one check with its code, words and examples; `Draft`: what it saw, before code and fingerprint are added."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from toolkit.model.case import Case
from toolkit.model.citation import Where
from toolkit.model.finding import Effect, Severity
from toolkit.model.settings import Settings

FindingBasis: TypeAlias = Literal["printed", "standard", "national", "setting"]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule saw. `name` is the line or sentence it is about, `where` the places at odds, most telling first.

    `severity` None takes the rule's. `traces` name the facts that would have to be wrong (`score:i7`, `gap:-0.5`):
    findings that share a trace or a printed figure may have one cause, see precedence.py. `hint` names the one place
    most likely wrong; it closes the message.
    """

    message: str
    where: tuple[Where, ...]
    name: str = ""
    subject: str | None = None
    severity: Severity | None = None
    basis: FindingBasis = "printed"
    expected: str | None = None
    observed: str | None = None
    advice: str | None = None
    effect: Effect | None = None
    ask: str | None = None
    traces: frozenset[str] = frozenset()
    hint: str = ""


Check: TypeAlias = Callable[[Case], Iterator[Draft]]


@dataclass(frozen=True, slots=True)
class Example:
    """A small report that a rule answers to or not: run through the whole pipeline by tests, shown by the docs.

    `fires`: the rule speaks, at `severity` if given. `silent`: it has nothing to say. `near_miss`: all but one of
    its conditions hold, and it stays silent. `note` says what to look at.
    """

    kind: Literal["fires", "silent", "near_miss"]
    text: str
    note: str
    severity: Severity | None = None
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue. `code` never changes meaning. `title` is what a reviewer reads.

    `yields_to` names rules that see the same cause more closely: where they speak of the same printed figures, this
    one only stands in their `related`. The module's docstring explains the rule under fixed headings.
    """

    code: str
    name: str
    title: str
    severity: Severity
    since: str
    check: Check
    examples: tuple[Example, ...]
    yields_to: tuple[str, ...] = ()
    lifecycle: Literal["draft", "trial", "stable"] = "trial"

    @property
    def family(self) -> str:
        """First three letters of the code."""
        return self.code[:3]

    @property
    def explanation(self) -> str:
        """The rule's docstring: 检查什么 · 为什么 · 依据 · 何时不报."""
        return self.check.__globals__.get("__doc__", "").strip()  # type: ignore[no-any-return]
