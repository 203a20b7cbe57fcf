"""Pages of docs/ that follow from the code: the catalogue of rules and the list of standards."""

from collections.abc import Callable, Iterator

from tests.model_pages import MODEL_PAGES
from toolkit.audit.measured import measured_words
from toolkit.audit.run import rules
from toolkit.export._words import METHODS
from toolkit.model.finding import Severity
from toolkit.model.number import plain
from toolkit.model.standard import Standard
from toolkit.scoring.load import standards

_FAMILIES = {
    "SCO": "得分",
    "BUD": "资金",
    "IND": "指标",
    "DED": "扣分与原因",
    "CON": "数字对数字",
    "DOC": "文件",
    "EVD": "佐证",
}


def rules_page() -> str:
    """Every rule with its explanation, by family."""
    return "\n".join(_rules())


def _rules() -> Iterator[str]:
    catalogue = rules().values()
    yield "# 审核规则\n"
    yield f"共 {len(catalogue)} 条。代码永不改义，永不重用。"
    yield "例子见 `jixiao rules explain 代码`，测试让每个例子走完全程。"
    yield "“实测”由 `make evaluate` 量出（见 docs/evaluation.md），是自拟报告上的数，不是真实报告上的准确率。\n"
    yield "级别：" + " · ".join(f"{level.word}（{level.value}）" for level in Severity) + "。\n"
    for family, title in _FAMILIES.items():
        members = [rule for rule in catalogue if rule.family == family]
        if not members:
            continue
        yield f"## {family} {title}\n"
        for rule in members:
            yield f"### {rule.code} {rule.title}\n"
            yield f"`{rule.name}` · {rule.severity.word} · 自 {rule.since} 版\n"
            yield f"{rule.explanation}\n"
            yield f"{measured_words(rule.code)}\n"


def standards_page() -> str:
    """Every shipped standard: where it comes from, what it holds, what is not known."""
    return "\n".join(_standards())


def _standards() -> Iterator[str]:
    yield "# 评分标准\n"
    yield "标准是数据：`toolkit/scoring/standards/*.toml`。"
    yield "自己写的标准用 `--standard 文件.toml`，先用 `jixiao standards check` 检查；"
    yield "`jixiao standards new 报告` 从报告自己的表起草一个。"
    yield "来源状态：official 官方网站原文，filled 见于已填报表，copy 非官方文本，config 用户配置，"
    yield "regulation 按法规通行文本，derived 推算。\n"
    for standard in standards().values():
        yield f"## {standard.title}\n"
        number = standard.document_number or "文号未载"
        yield f"`{standard.id}` · {standard.authority} · {number} · 来源状态 {standard.status}\n"
        grades = "；等级 " + "、".join(grade.name for grade in standard.grades) if standard.grades else ""
        yield f"总分 {standard.total}，列明 {len(standard.criteria)} 项{grades}。\n"
        yield from _criteria(standard)
        for gap in standard.gaps:
            yield f"- 尚不知道：{gap}"
        yield ""


def _criteria(standard: Standard) -> Iterator[str]:
    if not standard.criteria:
        return
    yield "| 指标 | 分值 | 方法 | 公式 | 来源状态 | 来源 |"
    yield "|---|---|---|---|---|---|"
    for one in standard.criteria:
        points = "" if one.max_score is None else plain(one.max_score)
        method = METHODS.get(one.method.name, one.method.name)
        path = " / ".join(one.path)
        yield f"| {path} | {points} | {method} | {one.formula or ''} | {one.status} | {one.source or ''} |"
    yield ""


PAGES: dict[str, Callable[[], str]] = {
    "docs/rules.md": rules_page,
    "docs/standards.md": standards_page,
    **MODEL_PAGES,
}
