"""A sample's truth against what was extracted: one comparison a field, so that a share of right fields can be told."""

from collections.abc import Iterator
from typing import Any, Final

from toolkit.model.record import BudgetRow, Indicator, PerformanceReport
from toolkit.patterns import regex
from toolkit.text import key

_AHEAD: Final = regex(r"^(?:下一步|下步|下年度|下阶段|今后|以后|后续|接下来|为此|将|拟|我局|,)+")

BUDGET_VALUES: Final = (
    "original_budget",
    "revised_budget",
    "actual_expenditure",
    "execution_rate",
    "max_score",
    "claimed_score",
)
"""What a budget row states, in the truth and in a report."""

Field = tuple[str, str | None, str | None]


def compared(truth: dict[str, Any], report: PerformanceReport) -> Iterator[Field]:
    """(field, wanted, found) for every field the truth states, and for every line that it does not know of."""
    for name, wanted in truth.get("identity", {}).items():
        cited = getattr(report.identity, name)
        right, found = _folded(wanted), None if cited is None else _folded(str(cited.value))
        if name == "project_name":
            right, found = _named(right), _named(found)
        yield f"identity.{name}", right, found
    for name in ("claimed_total", "claimed_grade"):
        if name in truth:
            yield name, _folded(truth[name]), _quote(getattr(report, name))
    yield from _indicators(truth.get("indicators", []), report.indicators)
    yield from _budget(truth.get("budget", []), report.budget)
    yield from _adjustments(truth.get("adjustments", []), report)
    yield from _counts(truth.get("declared_counts", []), report)
    annexes = truth.get("annexes", [])
    yield "annexes", str(len(annexes)), str(len(report.annexes))
    for number, (annex, read_annex) in enumerate(zip(annexes, report.annexes, strict=False)):
        for field, right, read in compared(annex, read_annex):
            yield f"annex{number}.{field}", right, read


def _indicators(truth: list[dict[str, Any]], lines: tuple[Indicator, ...]) -> Iterator[Field]:
    left = list(lines)
    for wanted in truth:
        place = f"{wanted['name']}"
        line = next(
            (line for line in left if key(line.name.value) == key(wanted["name"]) and line.level == wanted["level"]),
            None,
        ) or next((line for line in left if key(line.name.value) == key(wanted["name"])), None)
        if line is None:
            if not wanted.get("optional"):
                yield f"{place}.name", wanted["name"], None
            continue
        left.remove(line)
        yield f"{place}.level", str(wanted["level"]), str(line.level)
        for group in ("level1", "level2"):
            yield f"{place}.{group}", _folded(wanted[group]), _folded(getattr(line, group))
        for value in ("max_score", "claimed_score", "target", "actual"):
            if value in wanted:
                yield f"{place}.{value}", _folded(wanted[value]), _quote(getattr(line, value))
        if "corrective_action" in wanted:
            found = _quote(line.corrective_action)
            yield f"{place}.corrective_action", _meant(_folded(wanted["corrective_action"])), _meant(found)
        wanted_reasons = "；".join(reason["text"] for reason in wanted.get("reasons", []))
        found_reasons = "；".join(reason.text.quote for reason in line.deduction_reasons)
        yield f"{place}.reasons", _folded(wanted_reasons), _folded(found_reasons)
        wanted_points = sorted(reason["points"] for reason in wanted.get("reasons", []) if reason.get("points"))
        found_points = sorted(reason.points.quote for reason in line.deduction_reasons if reason.points)
        yield f"{place}.reason_points", " ".join(wanted_points), " ".join(found_points)
    for line in left:
        yield f"{line.name.value}.name", None, line.name.value


def _budget(truth: list[dict[str, Any]], rows: tuple[BudgetRow, ...]) -> Iterator[Field]:
    left = list(rows)
    for wanted in truth:
        row = next(
            (
                row
                for row in left
                if (row.label is not None and key(row.label.value) == key(wanted["label"]))
                or (wanted["parent"] is None and not wanted.get("optional") and row is rows[0])
            ),
            None,
        )
        stated = [value for value in BUDGET_VALUES if wanted.get(value) is not None]
        if row is None:
            for value in [] if wanted.get("optional") else stated:
                yield f"budget.{wanted['label']}.{value}", wanted[value], None
            continue
        left.remove(row)
        for value in stated if wanted.get("optional") else BUDGET_VALUES:
            if value in wanted:
                yield f"budget.{wanted['label']}.{value}", _folded(wanted[value]), _quote(getattr(row, value))
        yield f"budget.{wanted['label']}.parent", str(wanted["parent"] is None), str(row.parent is None)


def _adjustments(truth: list[dict[str, Any]], report: PerformanceReport) -> Iterator[Field]:
    left = list(report.adjustments)
    for wanted in truth:
        points = _folded(wanted["points"])
        found = next((one for one in left if one.points and points == _signed(one.points)), None)
        yield f"adjustment.{points}", points, None if found is None or found.points is None else _signed(found.points)
        if found is not None:
            left.remove(found)
    for extra in left:
        yield "adjustment", None, _quote(extra.points)


def _signed(points: Any) -> str:
    return f"-{points.quote}" if points.value < 0 and not points.quote.startswith("-") else points.quote


def _counts(truth: list[dict[str, Any]], report: PerformanceReport) -> Iterator[Field]:
    left = [(one.what, one.count.quote) for one in report.declared_counts]
    for wanted in truth:
        pair = (wanted["what"], str(wanted["count"]))
        yield f"count.{pair[0]}", pair[1], pair[1] if pair in left else None
        if pair in left:
            left.remove(pair)
    for what, count in left:
        yield f"count.{what}", None, count


def _named(project: str | None) -> str | None:
    """A project's name without the word 项目, which titles let run into the words that follow it."""
    return None if project is None else project.strip('"').removesuffix("项目")


def _meant(action: str | None) -> str | None:
    """A measure without the words that only say that it lies ahead."""
    return None if action is None else _AHEAD.sub("", action)


def _quote(cited: Any) -> str | None:
    return None if cited is None else _folded(cited.quote)


def _folded(text: str | None) -> str | None:
    return None if text is None else key(text).rstrip("。;；.")
