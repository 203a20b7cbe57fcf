"""A paragraph that tells nothing of its lines but what each lost → those lines, where their losses make the whole's.

“自评得94.2分，共扣5.8分：“河道保洁覆盖率”扣2分，原因是…；“水质达标月份”扣2.5分，…；…扣1.3分”: the losses are
2 + 2.5 + 1.3 = 100 − 94.2.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from toolkit.extract.citing import cite_number, cite_text
from toolkit.extract.prose.losses import reasons_told
from toolkit.extract.prose.statements import Statement, statements
from toolkit.extract.summaries import FULL, LEVEL1
from toolkit.model.citation import CitedNumber
from toolkit.model.document import Paragraph
from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import key

METHOD: Final = "text:loss"
"""How the name of such a line is read; where a table lists the lines, it is one of those."""
_NO_NAME: Final = regex(
    r"^(?:因|由于|未|第\d|少|每|共|累计|合计|总|主要|扣分|失分|以上|上述|[两二三四五六七八九十\d]+[项个处])|(?:扣分|失分|原因)$|[未不没缺欠迟晚漏]|(?:偏|较|过)[低高少大慢]|滞后|超[支标期]|\d$|^.{1,2}$"
)
_LOSS: Final = regex(r"[扣失丢减]分?[^,，。;；]{0,4}\d")
_FEWEST: Final = 2
_LONGEST: Final = 24  # characters of a name


def lost_lines(paragraph: Paragraph, order: int) -> list[Indicator]:
    """The lines of which a paragraph tells a loss and neither points nor score."""
    if len(_LOSS.findall(paragraph.text)) < _FEWEST:
        return []
    told = enumerate(statements(paragraph, losses=True))
    return [line for place, statement in told if (line := _line(statement, order + place)) is not None]


def proven(
    paragraphs: Iterable[list[Indicator]], totals: Sequence[CitedNumber], known: Sequence[Indicator]
) -> Iterator[Indicator]:
    """The lines of the paragraph whose losses make what the report's total lacks of a hundred, where it tells no lines
    but groups."""
    wanted = {FULL - total.value for total in totals}
    if len(wanted) != 1 or any(line.level > 1 for line in known):
        return
    names = {key(line.name.value) for line in known}
    for lines in paragraphs:
        lost = sum((line.deduction.value for line in lines if line.deduction is not None), Decimal(0))
        if len(lines) >= _FEWEST and lost in wanted:
            yield from (line for line in lines if key(line.name.value) not in names)
            return


def _line(statement: Statement, order: int) -> Indicator | None:
    name, lost = statement.name, statement.deduct
    if name is None or lost is None or statement.score is not None or statement.points is not None:
        return None
    called = key(name.text)
    if LEVEL1.match(called) or _NO_NAME.search(called) or len(called) > _LONGEST:
        return None
    loss = cite_number(lost, METHOD)
    reasons, action = reasons_told(statement, ((), ()), None if loss is None else loss.value, listed=False)
    return Indicator(
        id="",
        order=order,
        level=3,
        name=cite_text(name, METHOD),
        deduction=loss,
        deduction_reasons=reasons,
        corrective_action=action,
    )
