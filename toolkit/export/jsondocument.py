"""Results → one JSON object, or a JSON array of them in input order."""

from collections.abc import Iterable, Iterator

from toolkit.export._exporter import Content, Exporter, Item
from toolkit.export._views import utf8, view
from toolkit.model.codec import encode


def _encode(items: Iterable[Item], content: Content, many: bool) -> Iterator[bytes]:
    if not many:
        for item in items:
            yield utf8(encode(view(item)))
        return
    opening = "[\n"
    for item in items:
        yield utf8(opening + encode(view(item)).rstrip("\n"))
        opening = ",\n"
    yield b"[]\n" if opening == "[\n" else b"\n]\n"


exporter = Exporter(
    name="json",
    suffix=".json",
    title="JSON（一个文件为一个对象，多个文件为数组）",
    content=frozenset({"report", "audit", "comparison"}),
    encode=_encode,
)
