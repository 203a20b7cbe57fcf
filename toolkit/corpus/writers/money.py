"""The chapter on the money in running text: budget, change, parts, execution, rate, what is left over."""

from decimal import Decimal

from toolkit.corpus.desk import Desk, Record
from toolkit.corpus.facts import COLUMNS

_LATER = "\0"
FIELDS = {"original": "original_budget", "revised": "revised_budget", "spent": "actual_expenditure"}


def money(desk: Desk) -> None:
    """Plan and execution, each with its parts or without."""
    facts = desk.facts
    desk.chapter(desk.say("head_money"))
    amounts = facts.funds.amounts
    change = amounts["revised"] - amounts["original"]
    fact = "plan_same" if not change else "plan_more" if change > 0 else "plan_less"
    keys = {"original": "told.original", "revised": "told.revised", "change": "told.change"}
    about = facts.project or "部门"
    told, used = desk.tell(fact, keys, year=str(facts.year), about=about)
    whole = budget_row("部门整体支出" if facts.project is None else "项目资金")
    rows = [budget_row(part.label, whole["label"], part.partition) for part in facts.funds.parts]
    for column in used & set(COLUMNS):
        whole[FIELDS[column]] = desk.sheet[f"told.{column}"]
    if "revised" in used and desk.chance.random() < 0.75:
        told += _parts(desk, rows, "revised")
    desk.text(told)
    keys = {"spent": "told.spent", "rate": "told.rate"}
    told, used = desk.tell("spent", keys, year=str(facts.year), parts=_LATER)
    whole["actual_expenditure"] = desk.sheet["told.spent"]
    whole["execution_rate"] = desk.sheet["told.rate"] if "rate" in used else None
    if _LATER in told:
        told = told.replace(_LATER, _parts(desk, rows, "spent"))
    rest = amounts["revised"] - amounts["spent"]
    if rest > Decimal("0.01") and desk.chance.random() < 0.5:
        told += desk.say("rest", {"rest": "told.rest"})
    if amounts["spent"] / amounts["revised"] < Decimal("0.9"):
        told += desk.say("slow", why=desk.say("reason_D2", n="2", month="7", work=facts.works[0], field="", share="41"))
    desk.text(told)
    desk.told_budget = [whole, *(row for row in rows if any(row[name] for name in FIELDS.values()))]


def budget_row(label: str, parent: str | None = None, partition: str | None = None) -> Record:
    """The record of a budget row that prints nothing yet."""
    row: Record = {"label": label, "parent": parent, "partition": partition}
    return {**row, **dict.fromkeys((*FIELDS.values(), "execution_rate", "max_score", "claimed_score"))}


def _parts(desk: Desk, rows: list[Record], column: str) -> str:
    parts = desk.facts.funds.parts
    said = []
    for place, part in enumerate(parts):
        text = desk.sheet[f"told.{place}.{column}"]
        rows[place][FIELDS[column]] = text
        said.append(f"{part.label}{text}")
    return desk.say("parts", parts="，".join(said))
