"""Lines → indicator tables in the columns of a pattern: merged groups, group rows, total; and key-indicator tables."""

from collections.abc import Iterator
from typing import Final

from toolkit.corpus.desk import Desk, Record
from toolkit.corpus.truth import LEFT, UP, Align, TrueTable, table

_WIDTHS: Final = {
    **dict.fromkeys(("level3", "measure"), 18),
    **dict.fromkeys(("target", "actual"), 13),
    **dict.fromkeys(("reason", "criterion"), 21),
    **dict.fromkeys(("level1", "rate", "remark"), 8),
    **dict.fromkeys(("level2", "value"), 10),
    **dict.fromkeys(("sign", "max_score", "claimed_score", "deduction", "unit"), 7),
    "sequence": 5,
}
_LEFT: Final = frozenset({"level3", "reason", "measure", "criterion"})


def scores(desk: Desk) -> None:
    """The indicator table under a heading of its own."""
    desk.chapter(desk.say(f"head_scores_{desk.facts.system.kind}"))
    rows = score_rows(desk, desk.pattern.columns)
    desk.table(laid(desk, rows, 1))


def laid(desk: Desk, rows: list[list[str]], header_rows: int) -> TrueTable:
    """Rows in the widths of the pattern's columns."""
    widths = [_WIDTHS[role] for role, _ in desk.pattern.columns]
    aligns: list[Align] = ["left" if role in _LEFT else "center" for role, _ in desk.pattern.columns]
    return table(rows, header_rows, widths, aligns)


def score_rows(desk: Desk, columns: tuple[tuple[str, str], ...]) -> list[list[str]]:
    """Header, lines, total, each with as many entries as there are columns."""
    rows = [[heading for _, heading in columns]]
    desk.sheet.printed["tabled"] = "1"
    for group in desk.facts.groups:
        rows += _group(desk, group, columns)
    rows.append(_total(desk, columns))
    return rows


def _group(desk: Desk, group: str, columns: tuple[tuple[str, str], ...]) -> Iterator[list[str]]:
    """The rows of one level-1 group: its own row, where the pattern has one, and its lines."""
    first = _caption(desk, group)
    if desk.pattern.group_rows:
        yield [_of_group(desk, group, role, first, place) for place, (role, _) in enumerate(columns)]
    item: str | None = None
    for number in desk.facts.within(group):
        line = desk.facts.lines[number]
        second = UP if item is not None and line.item == item else (line.item or line.name)
        yield [_cell(desk, number, role, first, second) for role, _ in columns]
        item, first = line.item, UP


def _caption(desk: Desk, group: str) -> str:
    if not desk.pattern.captions:
        return group
    points = desk.sheet[f"group.{group}.points"]
    desk.group(group)["max_score"] = points
    return f"{group}（{points}分）"


def _of_group(desk: Desk, group: str, role: str, name: str, place: int) -> str:
    record = desk.group(group)
    if role == "level1":
        return name
    if role in {"max_score", "claimed_score"}:
        text = desk.sheet[f"group.{group}.{'points' if role == 'max_score' else 'score'}"]
        record[role] = text
        return text
    return ""


def _cell(desk: Desk, number: int, role: str, first: str, second: str) -> str:
    """What one line prints in a column, and its record."""
    line, record, key = desk.facts.lines[number], desk.line(number), f"line.{number}"
    sheet = desk.sheet
    blank = desk.manner.blank
    match role:
        case "sequence":
            return str(number + 1)
        case "level1":
            return first
        case "level2":
            record["level2"] = line.item
            record["level"] = 2 if line.item is None else 3
            return second
        case "level3":
            record["level"] = 3
            if line.item is None:
                record["level"] = 2
                return LEFT if "level2" in dict(desk.pattern.columns) else line.name
            return line.name
        case "max_score" | "claimed_score" | "deduction":
            text = sheet[f"{key}.{ {'max_score': 'points', 'claimed_score': 'score', 'deduction': 'loss'}[role] }"]
            record[role] = text or None
            return text
        case "target" | "actual" | "value" | "sign" | "unit" | "rate":
            return _goal(desk, record, key, role)
        case "reason" | "measure":
            return _why(desk, number, role) or (blank if role == "reason" else "")
        case "criterion":
            return "" if line.goal is None else desk.say(f"criterion_{line.goal.sort}")
    return ""


def _goal(desk: Desk, record: Record, key: str, role: str) -> str:
    if f"{key}.{role}" not in desk.sheet:
        return ""
    text = desk.sheet[f"{key}.{role}"]
    columns = dict(desk.pattern.columns)
    if role in {"target", "actual"}:
        record[role] = text or None
    elif role == "value":
        unit = desk.sheet[f"{key}.unit"] if "unit" in columns else ""
        sign = desk.sheet[f"{key}.sign"] if "sign" in columns else ""
        record["target"] = f"{sign}{text}{unit}" or None
    return text


def _why(desk: Desk, number: int, role: str) -> str:
    """The cell of a line that lost points: its reasons, and its measure in the same cell or in one of its own."""
    line, record = desk.facts.lines[number], desk.line(number)
    if not line.reasons or f"line.{number}.why" in desk.sheet.planted:
        return ""
    apart = "measure" in dict(desk.pattern.columns)
    record["corrective_action"] = line.measure
    if role == "measure":
        return line.measure or ""
    named = all(reason.points is not None for reason in line.reasons)
    records = [{"text": one.text, "points": None, "categories": [one.category]} for one in line.reasons]
    record["reasons"] = records
    if named:
        pattern = desk.chance.choice(desk.book.patterns["why_named"])
        said = []
        for place, reason in enumerate(line.reasons):
            records[place]["points"] = desk.sheet[f"line.{number}.reason.{place}"]
            said.append(pattern.replace("{why}", reason.text).replace("{points}", str(records[place]["points"])))
        return "；".join(said)
    why = line.reasons[0].text
    if apart or line.measure is None:
        return desk.say("cell_why", why=why)
    return desk.say("cell_why_and_measure", why=why, measure=line.measure)


def _total(desk: Desk, columns: tuple[tuple[str, str], ...]) -> list[str]:
    """The last row: its word over the names, points and score."""
    row: list[str] = []
    named = False
    for role, _ in columns:
        if role in {"max_score", "claimed_score"}:
            text = desk.sheet["total.points" if role == "max_score" else "total.score"]
            if role == "claimed_score":
                desk.record["claimed_total"] = text
            row.append(text)
            named = True
        elif not row:
            row.append(desk.say("total_label"))
        else:
            row.append("" if named else LEFT)
    return row


def key_indicators(desk: Desk) -> None:
    """A table of the lines' targets and actuals without points."""
    desk.chapter(desk.say("head_key_indicators"))
    heads = desk.say("key_heads").split("|")
    rows = [heads]
    for number, line in enumerate(desk.facts.lines):
        if line.goal is None:
            continue
        record = desk.line(number)
        if record["max_score"] is None and record["claimed_score"] is None:
            record |= {"level": 3, "level1": None}
        for role in ("target", "actual"):
            record[role] = desk.sheet[f"line.{number}.{role}"] or None
        rows.append([str(len(rows)), line.name, str(record["target"]), str(record["actual"])])
    if len(rows) > 1:
        desk.table(table(rows, 1, (6, 30, 18, 18), ("center", "left", "center", "center")))
