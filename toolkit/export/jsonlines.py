"""Results → JSON lines, one object a line, in input order, each as soon as it is there."""

from collections.abc import Iterable, Iterator

from toolkit.export._exporter import Content, Exporter, Item
from toolkit.export._ledger import ledger_lines
from toolkit.export._views import utf8, view
from toolkit.model.codec import encode_line


def _encode(items: Iterable[Item], content: Content, many: bool) -> Iterator[bytes]:
    for item in items:
        for line in ledger_lines(item) if content == "ledger" else (view(item),):
            yield utf8(encode_line(line))


exporter = Exporter(
    name="jsonl",
    suffix=".jsonl",
    title="JSON Lines（每个文件一行）",
    content=frozenset({"report", "audit", "ledger"}),
    encode=_encode,
)
