"""A sentence → its role, and the categories D1–D14 of a reason, with probabilities; silent where unsure."""

from dataclasses import dataclass
from typing import Final

from toolkit.nlp.linear import linear_model

REASON: Final = "reason"


@dataclass(frozen=True, slots=True)
class Category:
    """A category of a reason and how probable it is."""

    code: str
    probability: float


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence is. `abstained`: too unsure of the role, or of every category of a reason, to be relied on."""

    role: str
    probability: float
    categories: tuple[Category, ...]
    abstained: bool


def classify(text: str) -> Told:
    """Role of a sentence; categories where it is a reason. Raises ModelError where the models cannot be read."""
    model = linear_model("roles")
    probability, role = max(zip(model.probabilities(text), model.labels, strict=True))
    if probability == 0:
        return Told("other", 0.0, (), abstained=True)
    found = categories(text) if role == REASON else ()
    unsure = probability < model.listed or (role == REASON and not found)
    return Told(role, _rounded(probability), found, abstained=unsure)


def categories(text: str, *, sure: bool = False) -> tuple[Category, ...]:
    """Categories of a reason, the likeliest first; with `sure` only those as good as certain."""
    model = linear_model("reasons")
    least = model.sure if sure else model.listed
    known = zip(model.probabilities(text), model.labels, strict=True)
    likely = [(probability, code) for probability, code in known if probability >= least]
    return tuple(Category(code, _rounded(probability)) for probability, code in sorted(likely, reverse=True))


def _rounded(probability: float) -> float:
    """Four decimals: what lies beyond differs between processors."""
    return round(probability, 4)
