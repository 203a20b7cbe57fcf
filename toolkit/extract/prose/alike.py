"""Lines told together that have so many points each and gained so much each → one line for each name.

“预决算公开、政府采购、内部控制三项各5分，均得满分”; as many names as are counted, else nothing is read.
"""

from collections.abc import Iterator
from typing import Final

from toolkit.extract.citing import Span, cite_number, cite_text
from toolkit.extract.prose.losses import METHOD
from toolkit.measure.numerals import number
from toolkit.model.document import Paragraph
from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import fold

_EACH: Final = regex(
    r"(?:^|(?<=[。;,:]))(?P<names>[^,。;:\d]{5,80}?)(?P<count>[两二三四五六七八九]|\d)[项个](?:[一二三]级)?(?:指标)?,?"
    r"(?:分值|满分|权重)?(?:各|每项|每个|均|都)(?:分值|满分|权重)?(?:占|为|是)?(?P<points>\d{1,2}(?:\.\d+)?)分[,;]"
    r"(?:均|都|全部|全都|各|皆|分别)?(?:自评)?"
    r"(?:(?:得|计|获|拿|评)(?:了|到|得)?(?:满分|(?P<score>\d{1,2}(?:\.\d+)?)分)|(?:未|不|没有)[失扣]分)(?=[,。;]|$)"
)
_NAME: Final = regex(r"[\"“](?P<quoted>[^\"”]{2,24})[\"”]|(?P<plain>[^、和与及\"“”]{2,24})")
_LEAD: Final = regex(r"^(?:其中|另外|此外|以及|还有|对于|关于|再说)")


def told_alike(paragraph: Paragraph, order: int) -> Iterator[Indicator]:
    """The lines of a paragraph that are told so, in order."""
    folded = fold(paragraph.text)
    for found in _EACH.finditer(folded.text):
        names = [each.span(each.lastgroup or 0) for each in _NAME.finditer(folded.text, *found.span("names"))]
        count = number(found["count"].replace("两", "二"))
        if count is None or len(names) != count:
            continue

        def span(start: int, end: int) -> Span:
            return Span(paragraph, None, *folded.span(start, end))

        points = cite_number(span(*found.span("points")), METHOD)
        score = points if found["score"] is None else cite_number(span(*found.span("score")), METHOD)
        for start, end in names:
            lead = _LEAD.match(folded.text[start:end])
            name = cite_text(span(start + (lead.end() if lead else 0), end), METHOD)
            yield Indicator(id="", order=order, level=2, name=name, max_score=points, claimed_score=score)
