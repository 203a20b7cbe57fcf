"""Results → Markdown for notes and mails; report text is escaped, so that it stays text."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from toolkit.audit.fragility import fragility
from toolkit.audit.place import place
from toolkit.export._comparison import comparison_sheets
from toolkit.export._exporter import Content, Exporter, Item
from toolkit.export._findings import cases, graded, outcome, rule_title
from toolkit.export._overview import coverage, fragility_words, scores, title
from toolkit.export._records import Plain, cell, reports, text
from toolkit.export._sheets import Formula, Sheet, Value, compact
from toolkit.export._views import utf8
from toolkit.export._words import percent, score, span
from toolkit.model.case import Dossier
from toolkit.model.comparison import Comparison
from toolkit.model.document import Document
from toolkit.model.record import PerformanceReport
from toolkit.model.result import Extraction, Refusal
from toolkit.model.scoresheet import LineScore
from toolkit.patterns import regex
from toolkit.text import printable

_SPECIAL = regex(r"([\\`*_\[\]|~$])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

_SPARED = frozenset({"文件", "评分标准", "执行率基数", "指标数", "可重算分值", "计分行分值", "相似度"})
_SCORE_HEADINGS = ("指标", "分值", "自评", "重算", "结果", "计算过程")
_MONEY_HEADINGS = ("名称", "年初预算数", "全年预算数", "全年执行数", "执行率")


def escaped(value: Plain) -> str:
    """Text that Markdown and HTML show as it is, in one line."""
    line = " ".join(printable(text(value)).split())
    return _SPECIAL.sub(r"\\\1", line).translate(_ENTITIES)


def table(headings: Sequence[str], rows: Iterable[Sequence[Plain]]) -> list[str]:
    """A pipe table, nothing where there are no rows."""
    lines = [" | ".join(escaped(value) or " " for value in row) for row in rows]
    if not lines:
        return ["（无）", ""]
    head = [" | ".join(headings), " | ".join("---" for _ in headings)]
    return [f"| {line} |" for line in (*head, *lines)] + [""]


def _encode(items: Iterable[Item], content: Content, many: bool) -> Iterator[bytes]:
    for item in items:
        yield utf8("\n".join(_section(item)) + "\n")


def _section(item: Item) -> list[str]:
    if isinstance(item, Comparison):
        return ["# 横向对比", "", *_comparison(item)]
    if isinstance(item, Refusal):
        return [f"# 未能读取：{escaped(item.source)}", "", escaped(f"{item.error.code} {item.error.message}"), ""]
    if isinstance(item, Extraction):
        return [line for document, report in reports(item) for line in _report(document, report)]
    return [line for part in cases(item) for line in _dossier(part)]


def _report(document: Document, report: PerformanceReport) -> list[str]:
    lines = (
        (line.name.value, *map(cell, (line.max_score, line.claimed_score, line.target, line.actual)))
        for line in report.indicators
    )
    money = (
        tuple(
            map(cell, (row.label, row.original_budget, row.revised_budget, row.actual_expenditure, row.execution_rate))
        )
        for row in report.budget
    )
    return [
        f"# {escaped(title(report))}",
        "",
        f"文件：{escaped(document.source.name)}；自评总分：{escaped(cell(report.claimed_total)) or '未载明'}",
        "",
        "## 预算",
        "",
        *table(_MONEY_HEADINGS, money),
        "## 指标",
        "",
        *table(("指标", "分值", "自评得分", "目标值", "完成值"), lines),
    ]


def _dossier(part: Dossier) -> list[str]:
    case = part.case
    found = scores(case)
    return [
        f"# {escaped(title(case.report))}",
        "",
        f"- 文件：{escaped(case.document.source.name)}",
        f"- 标准：{escaped(case.choice.title)}（依据：{escaped(case.choice.chosen_by)}）",
        f"- 自评总分 {found.claimed}；逐项相加 {found.from_lines}；按标准重算 {found.recomputed}",
        f"- 等级 {escaped(found.grade)}",
        f"- {escaped(coverage(case))}",
        *([f"- {escaped(fragile)}"] if (fragile := fragility_words(fragility(part))) else []),
        "",
        "## 疑点",
        "",
        *_findings(part),
        "## 重算",
        "",
        *table(_SCORE_HEADINGS, map(_score_row, case.sheet.lines)),
    ]


def _score_row(line: LineScore) -> tuple[str, ...]:
    scored = (score(line.max_score), score(line.claimed), span(line.recomputed))
    return (line.name, *scored, outcome(line), "；".join(line.steps))


def _findings(part: Dossier) -> list[str]:
    rows = (
        (
            *(finding.severity.word, finding.code, rule_title(finding), finding.message),
            place(part.case.document, finding.where[0] if finding.where else None),
            "；".join(filter(None, (finding.advice, finding.ask))),
        )
        for finding in graded(part.findings)
    )
    return table(("级别", "代码", "名称", "说明", "出处", "建议和可补材料"), rows)


def _comparison(comparison: Comparison) -> list[str]:
    shown = (compact(sheet, _SPARED) for sheet in comparison_sheets(comparison))
    return [line for sheet in shown for line in (f"## {sheet.name}", "", *_sheet(sheet))]


def _sheet(sheet: Sheet) -> list[str]:
    rows = (
        [_cell(value, heading in sheet.percent) for value, heading in zip(row.cells, sheet.headings, strict=True)]
        for row in sheet.rows
    )
    return table(sheet.headings, rows)


def _cell(value: Value, as_percent: bool) -> Plain:
    plain = value.value if isinstance(value, Formula) else value
    return percent(plain) if as_percent and isinstance(plain, Decimal) else plain


exporter = Exporter(
    name="md",
    suffix=".md",
    title="Markdown",
    content=frozenset({"report", "audit", "comparison"}),
    encode=_encode,
)
