"""A standard → lines: where it comes from, where it applies, grades, points and methods, what is missing."""

from collections.abc import Iterator

from toolkit.cli.console import Screen
from toolkit.export._words import KINDS, METHODS, number
from toolkit.model.standard import Standard

SOURCES = {
    "official": "官方网站原文",
    "filled": "见于已填报表",
    "copy": "非官方文本",
    "config": "用户配置",
    "regulation": "按法规通行文本",
    "derived": "推算",
}


def show_standard(standard: Standard, screen: Screen) -> Iterator[str]:
    """The standard as a reviewer checks it."""
    yield from screen.text(f"{standard.id}  {standard.title}")
    issued = "，".join(filter(None, (standard.authority, standard.document_number)))
    yield from screen.text(f"制定  {issued}；总分 {number(standard.total)}", hanging=6)
    applies = standard.applies
    scope = [
        "、".join(KINDS[kind] for kind in applies.kinds) or "各类报告",
        "、".join(applies.regions) or "全国",
        "、".join(f"{year}年度" for year in applies.years) or "各年度",
    ]
    yield from screen.text(f"适用  {'；'.join(scope)}", hanging=6)
    if standard.grades:
        top = max(grade.high for grade in standard.grades)
        grades = "，".join(
            f"{grade.name} [{number(grade.low)}, {number(grade.high)}{']' if grade.high == top else ')'}"
            for grade in standard.grades
        )
        yield from screen.text(f"等级  {grades}", hanging=6)
    if standard.criteria:
        yield ""
        rows = [
            (
                " / ".join(one.path),
                number(one.max_score),
                METHODS.get(one.method.name, one.method.name),
                one.formula or "",
                SOURCES[one.status],
            )
            for one in standard.criteria
        ]
        yield from screen.table(("指标", "分值", "方法", "公式", "来源"), rows, "分值")
    if standard.gaps:
        yield ""
        yield "尚缺"
        for gap in standard.gaps:
            yield from screen.text(f"· {gap}", indent=2, hanging=4)
