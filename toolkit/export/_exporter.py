"""`Exporter`: how results become the bytes of one format."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from toolkit.model.comparison import Comparison
    from toolkit.model.result import Result

Content: TypeAlias = Literal["report", "audit", "comparison", "ledger"]
Item: TypeAlias = "Result | Comparison"


@dataclass(frozen=True, slots=True)
class Exporter:
    """One output format. `name` is the word after --format, `suffix` that of its files, `content` what it can show.

    `encode(items, content, many)` yields the bytes piece by piece; `many` asks for a list even of one item.
    """

    name: str
    suffix: str
    title: str
    content: frozenset[Content]
    encode: Callable[[Iterable[Item], Content, bool], Iterator[bytes]]
    binary: bool = False
