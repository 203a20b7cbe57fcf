"""Roles of a table's columns first, then headings of one part and cells that such columns have."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from random import Random
from typing import Final, TypeAlias

from toolkit.corpus.sentences.compose import filled, sentences
from toolkit.corpus.sentences.grammar import FOLDS, Part, say
from toolkit.extract.column_roles import printings
from toolkit.nlp.columns import OTHER, Column

ROLES: Final = (
    *("level1", "level2", "level3", "target", "actual", "max_score", "claimed_score", "reviewed_score", "deduction"),
    *("attainment_rate", "reason", "corrective_action", "criterion", "definition", "nature", "unit", "evidence"),
    *("sequence", "remark", OTHER),
)
_SELDOM: Final = ("deduction", "attainment_rate", "corrective_action", "reviewed_score", "evidence", "remark", OTHER)
_POOL: Final = 400
_DEFINED: Final = ("完成数/计划数", "以资料为准", "用于衡量效果")

Row: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MadeColumn:
    """A column with its truth; `heading` names the printing that it came from."""

    column: Column
    role: str
    heading: str


@cache
def headings(role: str, part: Part) -> tuple[str, ...]:
    """Printings of a role's heading that belong to a part."""
    if part == "test":
        return _listed("test")[role]
    known = printings("indicators").get(role, ())
    return (*known, *_listed("train")[role])[FOLDS.index(part) :: len(FOLDS)]


@cache
def _listed(name: str) -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads((files("toolkit.corpus.columns") / f"{name}.toml").read_text("utf-8"))
    return {role: tuple(words) for role, words in table.items()}


def columns(part: Part, seed: int, size: int) -> Iterator[MadeColumn]:
    """So many columns of one part, table by table; the same bytes for the same seed."""
    chance = Random(f"columns/{part}/{seed}")  # noqa: S311
    told = told_by_role(part, seed)
    count = 0
    while count < size:
        for made in _table(chance, part, told):
            yield made
            count += 1


@cache
def told_by_role(part: Part, seed: int) -> Mapping[str, tuple[str, ...]]:
    """Role of a sentence → sentences of the part, to fill cells."""
    made = tuple(sentences(part, seed, _POOL))
    return {role: tuple(one.text for one in made if one.role == role) for role in {one.role for one in made}}


def _table(chance: Random, part: Part, told: Mapping[str, tuple[str, ...]]) -> Iterator[MadeColumn]:
    roles = order(chance)
    drawn = [heading(chance, role, part) for role in roles]
    heads = [head for head, _ in drawn]
    rows = list(lines(chance, part, told, chance.randint(4, 14)))
    cells = [tuple(row[role] for row in rows) for role in roles]
    for place, (role, (head, source)) in enumerate(zip(roles, drawn, strict=True)):
        left, right = place - 1, place + 1
        beside = Column(
            heading=head,
            cells=cells[place],
            left=heads[left] if left >= 0 else "",
            right=heads[right] if right < len(heads) else "",
            left_cells=cells[left] if left >= 0 else (),
            right_cells=cells[right] if right < len(cells) else (),
        )
        yield MadeColumn(beside, role, f"{role}/{source}")


def heading(chance: Random, role: str, part: Part) -> tuple[str, str]:
    """A heading and the printing it came from; what the part `test` holds is drawn for no other."""
    held = () if part == "test" else _held()
    while True:
        source = chance.choice(headings(role, part))
        head = say(source, chance, str)
        if head not in held:
            return head, source


@cache
def _held() -> frozenset[str]:
    return frozenset(word for words in _listed("test").values() for word in words)


def order(chance: Random) -> list[str]:
    """Roles from left to right, as forms print them: the usual ones, seldom ones here and there."""
    roles = [*(["sequence"] if chance.random() < 0.3 else []), "level1"]
    roles += ["level2"] if chance.random() < 0.8 else []
    roles += ["level3"]
    between = ["definition"] if chance.random() < 0.2 else []
    between += ["criterion"] if chance.random() < 0.35 else []
    goal = ["nature", "target", "unit"] if chance.random() < 0.25 else ["target"]
    points = ["max_score"]
    parts = [between, goal, [*goal, *between], points] if chance.random() < 0.3 else [between, goal, points]
    middle = [role for part in chance.sample(parts, len(parts)) for role in part]
    roles += list(dict.fromkeys(middle))
    actual = roles.index("target") + 1 if chance.random() < 0.6 else len(roles)
    roles[actual:actual] = ["actual"]
    roles += ["claimed_score"]
    roles += ["reason"] if chance.random() < 0.85 else []
    for seldom in _SELDOM:
        if chance.random() < (0.35 if seldom == OTHER else 0.15):
            roles.insert(chance.randint(2, len(roles)), seldom)
    return roles


def lines(chance: Random, part: Part, told: Mapping[str, tuple[str, ...]], count: int) -> Iterator[Row]:
    """Rows of indicators whose points add up to a hundred, then a total row here and there."""
    cuts = sorted(chance.sample(range(1, 100), count - 1))
    points = [after - before for before, after in pairwise([0, *cuts, 100])]
    style = chance.choice((_other_words, _other_day, _other_amount, _other_like))
    groups = ("产出指标", "效益指标", "满意度指标", "成本指标", "投入", "过程", "产出", "效果", "管理效能", "履职效能")
    kinds = (
        "数量指标",
        "质量指标",
        "时效指标",
        "社会效益指标",
        "经济效益指标",
        "服务对象满意度指标",
        "预算管理",
        "资产管理",
    )
    bare = chance.random() < 0.4
    for number, worth in enumerate(points, 1):
        lost = chance.choice((0, 0, 0, 1, 2, 0.5)) if worth > 2 else 0
        goal, done, unit = _goal(chance, bare)
        yield {
            "sequence": str(number),
            "level1": chance.choice(groups) if number == 1 or chance.random() < 0.3 else "",
            "level2": chance.choice(kinds) if number == 1 or chance.random() < 0.6 else "",
            "level3": filled("name", chance, part),
            "target": goal,
            "actual": chance.choice(told["achievement"])[:20] if chance.random() < 0.1 else done,
            "max_score": str(worth),
            "claimed_score": f"{worth - lost:g}",
            "reviewed_score": f"{worth - lost - chance.choice((0, 0, 0.5)):g}",
            "deduction": f"{lost:g}",
            "attainment_rate": f"{chance.randint(600, 1200) / 10:g}%",
            "reason": chance.choice(told["reason"]) if lost else chance.choice(("", "", "无", "/")),
            "corrective_action": chance.choice(told["measure"]) if lost else "",
            "criterion": chance.choice(told["rule"]),
            "definition": f"反映{filled('name', chance, part)}情况，{chance.choice(_DEFINED)}",
            "nature": chance.choice(("≥", "≥", "=", "≤")) if bare else chance.choice(("正向", "反向", "定性", "定量")),
            "unit": unit,
            "evidence": chance.choice(
                ("签到表、照片", "验收报告", "发放名册", "文件", "支付凭证", "统计年报", "问卷", "")
            ),
            "remark": chance.choice(("", "", "", "无", "见附件", "跨年项目", "按季通报")),
            OTHER: style(chance, part),
        }


def _goal(chance: Random, bare: bool) -> tuple[str, str, str]:
    """A target, an actual, their unit; with `bare` the unit has a column of its own."""
    number = chance.choice((chance.randint(2, 60), chance.randint(100, 9000)))
    near = max(1, number + chance.randint(-number // 10 - 1, number // 5 + 1))
    unit = chance.choice(("个", "人次", "场", "户", "公里", "万元", "%", "%", "家", "份"))
    if unit == "%":
        number, near = chance.choice((90, 95, 98, 100)), chance.randint(80, 100)
    if bare:
        return str(number), str(near), unit
    if chance.random() < 0.12:
        return (
            chance.choice(("有效提升", "逐步完善", "12月底前", "明显改善")),
            chance.choice(("达成预期指标", "已完成", "较好")),
            unit,
        )
    sign = chance.choice(("≥", "≥", "", "", "不低于", "达到", "≤", "="))
    return f"{sign}{number}{unit}", f"{near}{unit}", unit


def _other_words(chance: Random, part: Part) -> str:
    return (
        filled("body", chance, part)
        if chance.random() < 0.7
        else chance.choice(("业务科", "办公室", "财务科", "王某", "李某"))
    )


def _other_day(chance: Random, part: Part) -> str:
    return chance.choice(
        (f"{chance.randint(2020, 2024)}年{chance.randint(1, 12)}月", f"{chance.randint(1, 12)}月底", "12月")
    )


def _other_amount(chance: Random, part: Part) -> str:
    return f"{chance.randint(100, 99999) / 100:.2f}"


def _other_like(chance: Random, part: Part) -> str:
    """Figures like those of a target or an actual: of another year, another place."""
    goal, done, _ = _goal(chance, chance.random() < 0.5)
    return chance.choice((goal, done, done))
