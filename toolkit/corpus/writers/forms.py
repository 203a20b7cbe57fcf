"""Project forms: head with names, fund rows, objectives beside results, indicators; as one grid or as tables apart."""

from toolkit.corpus.desk import Desk, Record
from toolkit.corpus.truth import LEFT, RIGHT, UP, Align, table
from toolkit.corpus.writers.money import FIELDS, budget_row
from toolkit.corpus.writers.scoretables import laid, score_rows


def form(desk: Desk) -> None:
    """The whole form in one grid, as wide as its indicator rows."""
    desk.chapter(desk.say("head_form"))
    width = len(desk.pattern.columns)
    rows = [*_head_rows(desk, width), *_fund_rows(desk, width), *_objective_rows(desk, width)]
    rows += score_rows(desk, desk.pattern.columns)
    desk.table(laid(desk, rows, 0))


def head(desk: Desk) -> None:
    """The head as a table of its own."""
    desk.table(table(_head_rows(desk, 4), 0, (15, 30, 15, 30), ("center", "left", "center", "left")))


def funds(desk: Desk) -> None:
    """The fund rows as a table of its own."""
    width = len(desk.pattern.funds)
    aligns: list[Align] = ["left", *RIGHT * (width - 1)]
    desk.table(table(_fund_rows(desk, width), 1, (26, *[12] * (width - 1)), aligns))


def objectives(desk: Desk) -> None:
    """The objectives as a table of their own."""
    desk.table(table(_objective_rows(desk, 4), 1, (15, 30, 15, 30), ("center", "left", "center", "left")))


def _head_rows(desk: Desk, width: int) -> list[list[str]]:
    facts = desk.facts
    half = width // 2
    rows = []
    if facts.project is not None:
        desk.identity["supervising_department"] = facts.supervisor
        rows.append(["项目名称", *_wide(facts.project, width - 1)])
        rows.append(
            ["主管部门", *_wide(facts.supervisor, half - 1), "实施单位", *_wide(facts.entity, width - half - 1)]
        )
    else:
        rows.append(
            ["部门名称", *_wide(facts.entity, half - 1), "评价年度", *_wide(f"{facts.year}年", width - half - 1)]
        )
    return rows


def _fund_rows(desk: Desk, width: int) -> list[list[str]]:
    """Heads, the whole, its parts; columns of the pattern from the right, labels over what is left."""
    facts = desk.facts
    columns = [(role, heading) for role, heading in desk.pattern.funds if role != "label"]
    labels = width - len(columns)
    unit = desk.manner.money
    if labels == 1:
        rows = [[f"资金来源（{unit}）", *(heading for _, heading in columns)]]
    else:
        rows = [[f"项目资金（{unit}）", *_wide("", labels - 1), *(heading for _, heading in columns)]]
    whole_label = "年度资金总额" if facts.project is not None else "部门预算支出总额"
    whole = budget_row(whole_label)
    desk.budget = [whole]
    rows.append([*_label(whole_label, labels), *(_fund_cell(desk, whole, "", role, unit) for role, _ in columns)])
    for place, part in enumerate(facts.funds.parts):
        record = budget_row(part.label, whole_label, part.partition)
        desk.budget.append(record)
        said = f"其中：{part.label}" if place == 0 else part.label
        cells = [_fund_cell(desk, record, f"{place}.", role, unit) for role, _ in columns]
        rows.append([*_label(said, labels), *cells])
    return rows


def _label(text: str, labels: int) -> list[str]:
    return [text] if labels == 1 else [UP, *_wide(text, labels - 1)]


def _fund_cell(desk: Desk, record: Record, where: str, role: str, unit: str) -> str:
    if role in {"points", "score"}:
        if where or f"funds.{role}" not in desk.sheet:
            return "—" if where else ""
        text = desk.sheet[f"funds.{role}"]
        record["max_score" if role == "points" else "claimed_score"] = text
        return text
    text = desk.sheet[f"funds.{where}{role}"]
    record["execution_rate" if role == "rate" else FIELDS[role]] = text
    if role != "rate":
        record["unit_quote"] = unit
    return text


def _objective_rows(desk: Desk, width: int) -> list[list[str]]:
    """Two rows: headings, then what was meant beside what came."""
    half = width // 2
    facts = desk.facts
    meant = desk.say("objective", works="、".join(facts.works))
    done = desk.say("outcome", works="、".join(facts.works))
    return [
        ["年度总体目标", *_wide("预期目标", half - 1), *_wide("实际完成情况", width - half)],
        [UP, *_wide(meant, half - 1), *_wide(done, width - half)],
    ]


def _wide(text: str, width: int) -> list[str]:
    return [text, *[LEFT] * (width - 1)]
