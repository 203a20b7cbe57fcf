"""Lines told in running text: a group's heading, then each line with its points, score and why it lost some."""

from toolkit.corpus.desk import Desk
from toolkit.corpus.facts import Line

_MOST_RESULTS = 6


def analysis(desk: Desk) -> None:
    """Every line of every group, numbered through, each with its points and score; then the merits."""
    facts = desk.facts
    desk.chapter(desk.say("head_analysis"))
    number = 0
    for group in facts.groups:
        keys = {"points": f"told.{group}.points", "score": f"told.{group}.score"}
        told, used = desk.tell("group_head", keys, group=group)
        desk.section(told)
        record = desk.group(group)
        record["max_score"] = desk.sheet[keys["points"]] if "points" in used else record["max_score"]
        record["claimed_score"] = desk.sheet[keys["score"]] if "score" in used else record["claimed_score"]
        for place in facts.within(group):
            number += 1
            desk.text(f"{number}.", _line(desk, place))
    if facts.system.cap is not None:
        _merits(desk)


def _line(desk: Desk, place: int) -> str:
    """One line's sentence, its achievements, its reasons."""
    line = desk.facts.lines[place]
    key = f"line.{place}"
    keys = {"points": f"{key}.points", "score": f"{key}.score", "loss": f"{key}.loss"}
    record = desk.line(place)
    told, used = desk.tell("line_lost" if line.loss else "line_full", keys, name=line.name)
    record["max_score"] = desk.sheet[keys["points"]] if "points" in used else None
    record["claimed_score"] = desk.sheet[keys["score"]] if "score" in used else None
    if "loss" in used:
        record["deduction"] = desk.sheet[keys["loss"]]
    told += _achieved(desk, line, place)
    if line.reasons and f"{key}.why" not in desk.sheet.planted:
        told += _why(desk, line, place)
    return told


def _achieved(desk: Desk, line: Line, place: int) -> str:
    facts = desk.facts
    if line.goal is not None and line.goal.sort == "number" and desk.pattern.values_told:
        keys = {"target": f"line.{place}.target", "actual": f"line.{place}.told"}
        told, used = desk.tell("attained", keys)
        record = desk.line(place)
        record["target"] = desk.sheet[keys["target"]] if "target" in used else None
        record["actual"] = desk.sheet[keys["actual"]] if "actual" in used else None
        return told
    fact = "good_field" if line.group in {g.name for g in facts.system.groups if g.fields} else "good_management"
    return desk.say(fact, work=desk.chance.choice(facts.works))


def _why(desk: Desk, line: Line, place: int) -> str:
    """Each reason with its points, or all without."""
    record = desk.line(place)
    if any(reason.points is None for reason in line.reasons):
        reason = line.reasons[0]
        record["reasons"] = [{"text": reason.text, "points": None, "categories": [reason.category]}]
        return desk.say("why_plain", why=reason.text)
    if desk.chance.random() < 0.12 or (len(line.reasons) == 1 and desk.chance.random() < 0.3):
        record["reasons"] = [
            {"text": reason.text, "points": None, "categories": [reason.category]} for reason in line.reasons
        ]
        return desk.say("why_plain", why="；".join(reason.text for reason in line.reasons))
    said = []
    pattern = desk.chance.choice(desk.book.patterns["why_named"])
    for number, reason in enumerate(line.reasons):
        points = desk.sheet[f"line.{place}.reason.{number}"]
        record["reasons"].append({"text": reason.text, "points": points, "categories": [reason.category]})
        said.append(pattern.replace("{why}", reason.text).replace("{points}", points))
    return "；".join(said) + "。"


def _merits(desk: Desk) -> None:
    facts = desk.facts
    desk.section(desk.say("head_merits", {"cap": "cap"}))
    if not facts.merits:
        desk.text(desk.say("no_merit"))
    for place, merit in enumerate(facts.merits):
        fact = "merit_told" if merit.points > 0 else "blame_told"
        desk.text(f"{place + 1}.", desk.say(fact, {"points": f"merit.{place}"}, what=merit.text))
        points = desk.sheet[f"merit.{place}"]
        desk.merits.append({"text": merit.text, "points": points if merit.points > 0 else f"-{points}"})


def facts(desk: Desk) -> None:
    """The actuals of some lines again, in a chapter of running text beside a table."""
    desk.chapter(desk.say("head_results"))
    said: list[str] = []
    for place, line in enumerate(desk.facts.lines):
        told = line.goal is not None and line.goal.sort == "number" and desk.chance.random() < 0.5
        if told and len(said) < _MOST_RESULTS:
            said.append(desk.say("result", {"actual": f"line.{place}.told"}, name=line.name))
    desk.text("；".join(said) + "。" if said else desk.say("good_management", work=desk.facts.works[0]))
