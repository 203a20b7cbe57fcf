"""Seeded chance → tables of funds: the block of a project's form, and budgets under nested heads."""

from random import Random

from toolkit.corpus import words
from toolkit.corpus.truth import CENTER, LEFT, RIGHT, UP, TrueTable, table


def funds(chance: Random) -> TrueTable:
    """A fund block: its name merged down the left, the total and its sources, execution rate and score."""
    rows = [
        ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [UP, "年度资金总额", *_amounts(chance), "10", words.rate(chance), f"{chance.randint(60, 100) / 10:.1f}"],
    ]
    sources = ["其中：当年财政拨款", "上年结转资金", "其他资金", "单位资金", "银行贷款"]
    rows += [
        [UP, name, *_amounts(chance), "—", words.rate(chance) if chance.random() < 0.5 else "", "—"]
        for name in sources[: chance.randint(2, 5)]
    ]
    return table(rows, 0, (11, 20, 14, 14, 14, 8, 11, 8), ("center", "left", *RIGHT * 3, *CENTER * 3))


def project_form(chance: Random) -> TrueTable:
    """A whole form: names, bodies, funds, objectives side by side; wide cells beside narrow ones, no head."""
    rows = [
        ["项目名称", words.project(chance), LEFT, LEFT, LEFT, LEFT],
        ["主管部门", words.entity(chance), LEFT, "实施单位", words.entity(chance), LEFT],
        ["联系人", "经办股室", LEFT, "联系电话", f"0{chance.randint(7000000000, 7999999999)}", LEFT],
        ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "执行率"],
    ]
    rows += [
        [UP, name, *_amounts(chance), words.rate(chance)] for name in ("年度资金总额", "其中：财政拨款", "其他资金")
    ]
    rows += [
        ["年度总体目标", "预期目标", LEFT, LEFT, "实际完成情况", LEFT],
        [UP, words.sentences(chance, 2, 5), LEFT, LEFT, words.sentences(chance, 2, 6), LEFT],
        ["自评结论", words.sentences(chance, 1, 3), LEFT, LEFT, LEFT, LEFT],
    ]
    return table(rows, 0, (14, 20, 16, 16, 17, 17), ("center", *CENTER * 5))


def nested(chance: Random, least: int = 6, most: int = 16) -> TrueTable:
    """Budgets and their execution by source, under three rows of heads."""
    rows = [
        ["序号", "项目名称", "预算安排", LEFT, LEFT, LEFT, "执行情况", LEFT, LEFT, "执行率"],
        [UP, UP, "合计", "其中：", LEFT, LEFT, "合计", "其中：", LEFT, UP],
        [UP, UP, UP, "中央", "省级", "市县", UP, "直达资金", "其他", UP],
    ]
    for number in range(1, chance.randint(least, most) + 1):
        numbers = [words.amount(chance, 2000) if chance.random() < 0.9 else "" for _ in range(7)]
        rows.append([str(number), words.project(chance), *numbers, words.rate(chance)])
    rows.append(["合计", LEFT, *(words.amount(chance, 9000) for _ in range(7)), words.rate(chance)])
    return table(rows, 3, (5, 20, 11, 11, 11, 11, 11, 11, 11, 9), ("center", "left", *RIGHT * 8))


def by_entity(chance: Random) -> TrueTable:
    """Budgets of bodies under two rows of heads, with long names and a remark here and there."""
    rows = [
        ["单位名称", "年初预算", LEFT, "预算调整", LEFT, "全年执行", LEFT, "备注"],
        [UP, "基本支出", "项目支出", "追加", "调减", "金额（万元）", "执行率", UP],
    ]
    for _ in range(chance.randint(8, 16)):
        cut = words.amount(chance, 90) if chance.random() < 0.5 else "—"
        figures = [words.amount(chance), words.amount(chance), words.amount(chance, 300), cut, words.amount(chance)]
        remark = chance.choice(("", "", "含上年结转", "人员转隶，经费随之划转"))
        rows.append([words.entity(chance), *figures, words.rate(chance), remark])
    rows.append(["合计", *(words.amount(chance, 9000) for _ in range(5)), words.rate(chance), ""])
    return table(rows, 2, (22, 11, 11, 10, 9, 12, 10, 15), ("left", *RIGHT * 6, "left"))


def wide(chance: Random) -> TrueTable:
    """Many amounts beside long names, for a page lying on its side."""
    months = [f"{month}月" for month in range(1, 11)]
    rows = [["项目名称", "类别", *months, "累计"]]
    for _ in range(chance.randint(10, 24)):
        kind = chance.choice(("基建", "运转", "专项", "民生"))
        amounts = [words.amount(chance, 600) if chance.random() < 0.9 else "" for _ in months]
        rows.append([words.project(chance), kind, *amounts, words.amount(chance, 8000)])
    return table(rows, 1, (18, 7, *[8] * 10, 10), ("left", "center", *RIGHT * 11))


def narrow(chance: Random) -> TrueTable:
    """So many columns that names wrap and long numbers are broken over lines."""
    rows = [
        ["序号", "项目名称", "主管部门", *(f"{2017 + step}年决算数（元）" for step in range(6)), "合计（元）", "说明"],
    ]
    for number in range(1, chance.randint(8, 18) + 1):
        amounts = [f"{chance.randint(10**8, 10**10):,}.{chance.randint(0, 99):02d}" for _ in range(7)]
        note = chance.choice(("", words.sentences(chance, 1, 1)))
        rows.append([str(number), words.project(chance), words.entity(chance), *amounts, note])
    return table(rows, 1, (5, 9, 9, *[9] * 7, 11), ("center", "left", "left", *RIGHT * 7, "left"))


def _amounts(chance: Random) -> list[str]:
    return [words.amount(chance) for _ in range(3)]
