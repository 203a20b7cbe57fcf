"""Made columns of tables → the model of `toolkit/nlp/columns`: which role a heading that no list knows stands for."""

import json
from dataclasses import asdict
from typing import Final

from toolkit.corpus.columns.compose import ROLES, columns
from toolkit.corpus.sentences.compose import Sentence
from toolkit.corpus.sentences.grammar import Part
from toolkit.nlp.columns import Column, column_terms
from toolkit.train.fit import Task
from toolkit.train.tables import Question, written


def made(part: Part, seed: int, size: int) -> tuple[Sentence, ...]:
    """Columns as what `fit` learns from: the column written out, its role, its heading."""
    return tuple(
        Sentence(written(list(asdict(one.column).values())), one.role, (), (one.heading,))
        for one in columns(part, seed, size)
    )


def analyse(text: str) -> list[str]:
    """Terms of a column written out."""
    heading, cells, left, right, left_cells, right_cells = json.loads(text)
    return column_terms(Column(heading, tuple(cells), left, right, tuple(left_cells), tuple(right_cells)))


COLUMNS: Final = Question(
    task=Task("columns", ROLES, "one", "sentence"),
    made=made,
    analyse=analyse,
    size=3000,
    test_size=3000,
    sure=0.997,
    method="逐类逻辑回归，栏名字串、左右栏名、单元格样子和数字关系，按未见过的栏名校准",
    limits=(
        "只在栏名不在写法表里、而同一行另有认得的栏名时才问；拿不准的栏空着，不猜。",
        "栏目由程序拟成，真实表格的栏名更杂；上年数、行业标准一类与目标、完成值相像的栏最容易混。",
    ),
)
