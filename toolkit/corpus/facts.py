"""What a composed report truly is, before a word is said: who, how much money, which lines with which scores."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from toolkit.corpus.systems import System

Amounts: TypeAlias = Mapping[str, Decimal]
"""original, revised and spent, in 万元 with two decimals."""

COLUMNS = ("original", "revised", "spent")


@dataclass(frozen=True, slots=True)
class Goal:
    """Target and actual of a line: numbers with `places` decimals in `unit`, or texts (deadlines, words)."""

    sort: Literal["number", "date", "words"]
    unit: str = ""
    places: int = 0
    target: Decimal = Decimal(0)
    actual: Decimal = Decimal(0)
    lower_is_better: bool = False
    target_text: str = ""
    actual_text: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why points were lost, its category (D1–D14), and the points it names (None: it names none)."""

    text: str
    category: str
    points: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A scored line. `group` is its level-1 name, `item` its level-2 name: None where the line is that level itself."""

    name: str
    group: str
    item: str | None
    points: Decimal
    score: Decimal
    goal: Goal | None = None
    reasons: tuple[Reason, ...] = ()
    measure: str | None = None

    @property
    def loss(self) -> Decimal:
        """Points lost."""
        return self.points - self.score


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the money, of one partition."""

    label: str
    partition: str
    amounts: Amounts


@dataclass(frozen=True, slots=True)
class Funds:
    """The money: the whole and its parts, execution points where they stand beside it."""

    amounts: Amounts
    parts: tuple[Part, ...]
    points: Decimal | None = None
    score: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Merit:
    """Points outside the lines, with what they are for."""

    text: str
    points: Decimal


@dataclass(frozen=True, slots=True)
class Tally:
    """A whole with its named parts, told in a sentence: staff, tasks done, documents."""

    whole: int
    parts: tuple[tuple[str, int], ...]
    noun: str
    counter: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that a report may say."""

    year: int
    city: str
    county: str
    body: str
    kind: str
    project: str | None
    system: System
    funds: Funds
    lines: tuple[Line, ...]
    merits: tuple[Merit, ...]
    staff: Tally
    survey: tuple[int, int]
    growth: tuple[str, str, Decimal, Decimal]
    duties: tuple[str, ...]
    works: tuple[str, ...]
    problems: tuple[str, ...]
    measures: tuple[str, ...]

    @property
    def entity(self) -> str:
        """The reporting body with its county."""
        return f"{self.county}{self.body}"

    @property
    def supervisor(self) -> str:
        """The body above it."""
        return f"{self.city}{self.body}"

    @property
    def total(self) -> Decimal:
        """The sum of all points gained."""
        gained = sum((line.score for line in self.lines), Decimal(0)) + (self.funds.score or 0)
        return gained + sum((merit.points for merit in self.merits), Decimal(0))

    @property
    def groups(self) -> tuple[str, ...]:
        """Level-1 names in order."""
        return tuple(dict.fromkeys(line.group for line in self.lines))

    def within(self, group: str) -> tuple[int, ...]:
        """Numbers of the lines of a level-1 group."""
        return tuple(number for number, line in enumerate(self.lines) if line.group == group)
