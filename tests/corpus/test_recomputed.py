"""Made reports whose scores follow the rule → recomputed line by line, the same scores; nothing is accused."""

from toolkit.corpus.evaluation import findings
from toolkit.corpus.render import engines
from toolkit.corpus.writing import make
from toolkit.model.finding import Severity
from toolkit.pipeline.analyze import analyze

SEED, SIZE = 77, 40


def test_recomputed_scores_are_those_that_the_composer_gave_by_the_rule() -> None:
    engine = engines()["markdown"]
    made = [one for number in range(SIZE) if not (one := make("validation", SEED, number)).truth["planted"]]
    files = engine.render([(one.document, one.pattern.style) for one in made])
    dossiers = [analyze(data, f"{one.name}.{engine.suffix}") for one, data in zip(made, files, strict=True)]
    lines = [line for dossier in dossiers for line in dossier.case.sheet.lines if line.recomputed is not None]
    assert len(made) > 8
    assert len(lines) > 5 * len(made)
    assert [line.name for line in lines if line.agrees is not True] == []
    said = [one for dossier in dossiers for one in findings(dossier)]
    assert [one.message for one in said if one.severity is Severity.ERROR] == []
