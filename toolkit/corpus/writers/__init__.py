"""Facts on a desk → chapters and tables of a report, by the names that patterns give them."""

from collections.abc import Callable, Mapping
from typing import Final

from toolkit.corpus.desk import Desk
from toolkit.corpus.writers import analysis, forms, money, opening, scoretables

WRITERS: Final[Mapping[str, Callable[[Desk], None]]] = {
    "opening": opening.opening,
    "overview": opening.overview,
    "process": opening.process,
    "conclusion": opening.conclusion,
    "achievements": opening.achievements,
    "problems": opening.problems,
    "measures": opening.measures,
    "closing": opening.closing,
    "money": money.money,
    "analysis": analysis.analysis,
    "facts": analysis.facts,
    "form": forms.form,
    "head": forms.head,
    "funds": forms.funds,
    "objectives": forms.objectives,
    "scores": scoretables.scores,
    "key_indicators": scoretables.key_indicators,
}
