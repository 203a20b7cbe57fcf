"""Seeded chance → registers: many rows over many pages, rows of long texts, groups longer than a page, plain lists."""

from random import Random

from toolkit.corpus import words
from toolkit.corpus.truth import LEFT, RIGHT, UP, Align, TrueTable, table


def register(chance: Random, least: int = 70, most: int = 110) -> TrueTable:
    """Seventy rows and more, each a project with its figures."""
    rows = [["序号", "项目名称", "实施地点", "计划投资（万元）", "完成投资（万元）", "完成率", "完工时间", "备注"]]
    for number in range(1, chance.randint(least, most) + 1):
        finished = f"{chance.randint(2021, 2024)}.{chance.randint(1, 12):02d}"
        note = chance.choice(("", "", "跨年度项目", "已移交", words.reason(chance)))
        figures = [words.amount(chance), words.amount(chance), words.rate(chance)]
        rows.append([str(number), words.project(chance), words.place(chance), *figures, finished, note])
    aligns: tuple[Align, ...] = ("center", "left", "left", "right", "right", "center", "center", "left")
    return table(rows, 1, (6, 20, 18, 12, 12, 9, 10, 18), aligns)


def long_rows(chance: Random) -> TrueTable:
    """Rows so high that pages cut through them."""
    rows = [["序号", "工作任务", "完成情况", "存在问题及整改措施", "得分"]]
    for number in range(1, chance.randint(8, 14) + 1):
        done = words.sentences(chance, 6, 16)
        faults = words.sentences(chance, 3, 10)
        score = f"{chance.randint(500, 1000) / 100:.2f}"
        rows.append([str(number), words.project(chance), done, faults, score])
    return table(rows, 1, (6, 14, 38, 32, 8), ("center", "left", "left", "left", "center"))


def grouped(chance: Random) -> TrueTable:
    """Counties merged over so many rows that pages cut through the merged cells."""
    rows = [["县区", "类别", "项目名称", "数量", "金额（万元）", "占比"]]
    for number in range(chance.randint(3, 4)):
        first = f"{words.county(chance)}（第{'一二三四'[number]}片区）"
        for kind in ("工程类", "服务类"):
            second = kind
            for _ in range(chance.randint(6, 22)):
                figures = [words.count(chance), words.amount(chance), words.rate(chance)]
                rows.append([first, second, words.project(chance), *figures])
                first = second = UP
    rows.append(["合计", LEFT, LEFT, words.count(chance), words.amount(chance, 9000), "100%"])
    return table(rows, 1, (16, 10, 34, 14, 16, 12), ("center", "center", "left", "right", "right", "right"))


def plain(chance: Random, least: int = 6, most: int = 20, full_width: bool = False, blanks: float = 0.0) -> TrueTable:
    """A list of short names and figures, as it is set without rulings; `blanks` is the share of figures left out."""
    first = chance.randint(2018, 2023)
    rows = [["项目", "单位", f"{first}年", f"{first + 1}年", "增减额", "增减率"]]
    for _ in range(chance.randint(least, most)):
        figures = [words.amount(chance, 5000) for _ in range(2)]
        change = f"{chance.choice(('', '-'))}{words.amount(chance, 400)}"
        figures = ["" if chance.random() < blanks else figure for figure in (*figures, change, words.rate(chance))]
        rows.append([words.project(chance), chance.choice(("万元", "个", "公里", "户")), *figures])
    if full_width:
        rows = [[words.full_width(text) for text in row] for row in rows]
    return table(rows, 1, (30, 9, 15, 15, 15, 12), ("left", "center", *RIGHT * 4))


def pair(chance: Random, rows: int) -> TrueTable:
    """A small table, narrow enough to stand beside another."""
    name = chance.choice(("支出科目", "资金来源", "功能分类"))
    lines = [[name, "金额（万元）", "占比"]]
    lines += [[f"{words.county(chance)}专项", words.amount(chance), words.rate(chance)] for _ in range(rows)]
    return table(lines, 1, (18, 16, 12), ("left", "right", "right"))
