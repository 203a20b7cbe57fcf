"""Chapters around the figures: opening, overview, process, conclusion, achievements, problems, measures, signature."""

from typing import Final

from toolkit.corpus.desk import Desk
from toolkit.corpus.relations import OF_MORE
from toolkit.patterns import regex

_OPENED: Final = regex(r"\d[个项][^:：；。]*(?:包括|包含|涵盖|涉及|其中|主要[有为是]?|含|如)(?:有|了)?[:：]?$")
_COUNTED = ("一是", "二是", "三是", "四是", "五是")


def opening(desk: Desk) -> None:
    """A sentence on what was asked and what was done."""
    facts = desk.facts
    cites = f"《项目支出绩效评价管理办法》（{facts.system.cites}）" if facts.system.cites else ""
    about = facts.project or "部门整体支出"
    told = desk.say(
        "opening",
        year=str(facts.year),
        superior=f"{facts.city if desk.chance.random() < 0.5 else facts.county}财政局",
        about=about,
        cites=f"，依据{cites}" if cites else "",
    )
    desk.text(told)


def overview(desk: Desk) -> None:
    """What the body does, how many people it has, what the year's tasks were."""
    facts = desk.facts
    desk.chapter(desk.say(f"head_overview_{facts.system.kind}"))
    desk.text(desk.say("duties", entity=facts.entity, duties="，".join(facts.duties)))
    first, second = facts.staff.parts
    keys = {"whole": "staff", "a": "staff.0", "b": "staff.1"}
    if facts.system.kind == "department":
        desk.text(desk.say("staff", keys, first=first[0], second=second[0], year=str(facts.year)))
    listed = "、".join(facts.works)
    told = desk.say("works", {"count": "works"}, year=str(facts.year), works=listed)
    kind = OF_MORE if leaves_room(told, listed) else "work"
    for place in range(len(facts.works)):
        desk.sheet.printed[f"{kind}.{place}"] = "1"
    desk.text(told)


def leaves_room(told: str, listed: str) -> bool:
    """Whether the words around a list do not claim that it is complete: 等 behind it, or a count before it that goes on
    with 包括, 涵盖 or the like. “包括以下5项：…” and “包括…，共计5项” claim it."""
    before, _, behind = told.partition(listed)
    return behind.startswith("等") or _OPENED.search(before) is not None


def process(desk: Desk) -> None:
    """How the self-evaluation was done; the survey; the rules of scoring, where the pattern prints them."""
    facts = desk.facts
    desk.chapter(desk.say("head_process"))
    keys = {"sent": "survey.sent", "back": "survey.back", "rate": "survey.rate"}
    told = [desk.say("process", year=str(facts.year), next=str(facts.year + 1))]
    if desk.chance.random() < 0.6:
        told.append(desk.say("survey", keys))
    desk.text(*told)
    if desk.pattern.criteria:
        desk.text(desk.say("rule"), desk.say("bounds", bounds=_bounds(desk)))
        desk.sheet.printed["rule"] = "1"


def _bounds(desk: Desk) -> str:
    """“90分（含）以上为优，80分（含）至90分为良，…”."""
    grades = desk.facts.system.grades
    said = [f"{grades[0][1]}分（含）以上为“{grades[0][0]}”"]
    said += [
        f"{low}分（含）至{above}分为“{word}”" for (word, low), (_, above) in zip(grades[1:-1], grades, strict=False)
    ]
    return "，".join([*said, f"{grades[-2][1]}分以下为“{grades[-1][0]}”"])


def conclusion(desk: Desk) -> None:
    """Total and grade, and what the groups gained."""
    facts = desk.facts
    desk.chapter(desk.say("head_conclusion"))
    about = facts.project or "部门整体支出"
    keys = {"total": "told.total", "grade": "grade"}
    told, used = desk.tell("conclusion", keys, year=str(facts.year), about=about)
    desk.record.setdefault("claimed_total", desk.sheet["told.total"] if "total" in used else None)
    desk.record["claimed_grade"] = desk.sheet["grade"] if "grade" in used else None
    parts = []
    if facts.funds.points is not None and desk.chance.random() < 0.7:
        parts.append(desk.say("execution_told", {"score": "told.execution"}))
    for group in facts.groups if parts or facts.funds.points is None else ():
        said = desk.say("group_told", {"score": f"told.{group}.score"}, group=group)
        desk.aside(group)["claimed_score"] = desk.sheet[f"told.{group}.score"]
        parts.append(said)
    desk.text(told, desk.say("group_list", parts="，".join(parts)) if parts else "")


def achievements(desk: Desk) -> None:
    """What went well, with a figure that grew over the last year."""
    facts = desk.facts
    desk.chapter(desk.say("head_achievements"))
    keys = {"before": "growth.before", "after": "growth.after", "rate": "growth.rate"}
    desk.text(
        desk.say("growth", keys, what=facts.growth[0]), desk.say("well", work=facts.works[0], field=facts.works[-1])
    )


def problems(desk: Desk) -> None:
    """Problems, counted."""
    desk.chapter(desk.say("head_problems"))
    _counted(desk, desk.facts.problems)


def measures(desk: Desk) -> None:
    """Measures, counted."""
    desk.chapter(desk.say("head_measures"))
    _counted(desk, desk.facts.measures)


def _counted(desk: Desk, said: tuple[str, ...]) -> None:
    if len(said) == 1:
        desk.text(f"{said[0]}。")
    elif desk.pattern.numbering == "hanzi":
        desk.text("".join(f"{mark}{text}。" for mark, text in zip(_COUNTED, said, strict=False)))
    else:
        for number, text in enumerate(said, 1):
            desk.text(f"{number}.{text}。")


def closing(desk: Desk) -> None:
    """Body and date."""
    desk.text(desk.facts.entity)
    desk.text(f"{desk.facts.year + 1}年{desk.chance.randint(1, 5)}月{desk.chance.randint(1, 28)}日")
