"""Made rows of indicator tables → the model of `toolkit/nlp/rows`: which role a row that no rule knows plays."""

import json
from dataclasses import asdict
from typing import Any, Final

from toolkit.corpus.rows.compose import ROLES, rows
from toolkit.corpus.sentences.compose import Sentence
from toolkit.corpus.sentences.grammar import Part
from toolkit.nlp.rows import Row, row_terms
from toolkit.train.fit import Task
from toolkit.train.tables import Question, written


def made(part: Part, seed: int, size: int) -> tuple[Sentence, ...]:
    """Rows as what `fit` learns from: the row written out, its role, the printing of its label."""
    return tuple(Sentence(written(asdict(one.row)), one.role, (), (one.source,)) for one in rows(part, seed, size))


def analyse(text: str) -> list[str]:
    """Terms of a row written out."""
    said: dict[str, Any] = json.loads(text)
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in said.items()}
    return row_terms(Row(**values))


ROWS: Final = Question(
    task=Task("rows", ROLES, "one", "sentence"),
    made=made,
    analyse=analyse,
    size=3000,
    test_size=3000,
    sure=0.997,
    method="逐类逻辑回归，行名字串、上下行名、所占的栏、单元格样子、位置和合计关系，按未见过的行名校准",
    limits=(
        "只在行名规则不认得、而这一行缺少别的行都有的栏时才问；拿不准的照规则读。判为合计、小计的还须数字加得起来。",
        "行由程序拟成，真实表格里一行兼说几件事的更多。",
    ),
)
