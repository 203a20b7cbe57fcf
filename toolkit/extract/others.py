"""Scores that are not the report's own: of another year, or given by another body → left aside."""

import re
from typing import Final

from toolkit.extract.identity import read_identity
from toolkit.extract.statements import Statement
from toolkit.model.document import Document
from toolkit.text import fold_widths

_YEAR: Final = re.compile(r"(20[0-4]\d)(?=年|[、和至-]20[0-4]\d年)")
_EARLIER: Final = re.compile(r"上年|上一年|去年|前年|往年|上期|同期")
_OTHERS: Final = re.compile(
    r"(?:重点评价|抽评|抽查|抽检|复评|复核|督导|考核|核查|测评|评审|验收|评比|评议|检查)(?:[^。;]{0,8}?(?:得分|评分|打分|得|为)|,)"
    r"|[省市区县](?:级|财政)[^。;,]{0,10}评价[^。;]{0,8}(?:得|评)分"
)


def fiscal_year(document: Document) -> int | None:
    """The year that the report is about."""
    year = read_identity(document).identity[0].fiscal_year
    return None if year is None else year.value


def of_another(statement: Statement, year: int | None) -> bool:
    """Whether the words before a score say that it was given for an earlier year (`year`: the report's own) or by
    those who check the report."""
    if statement.score is None:
        return False
    told = re.split(r"[。;\n]", fold_widths(statement.score.whole[: statement.score.start]))[-1]
    clause = re.split(r"[,:]", told)[-1]
    return bool(_OTHERS.search(told) or _EARLIER.search(clause)) or of_earlier_year(statement, year)


def of_earlier_year(statement: Statement, year: int | None) -> bool:
    """Whether the clause of a score names a year before the report's."""
    if statement.score is None:
        return False
    clause = re.split(r"[,:。;\n]", fold_widths(statement.score.whole[: statement.score.start]))[-1]
    years = [int(found) for found in _YEAR.findall(clause)]
    return year is not None and bool(years) and max(years) < year
