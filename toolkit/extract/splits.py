"""Parts told of one whole, as they come → with their partitions named: by the text, or counted (其中, 其中（2）)."""

from collections.abc import Iterator
from typing import Final

from toolkit.extract.one_whole import Placed

UNNAMED: Final = "其中@"
"""Before the place of a split that the text does not name."""


def with_partitions_named(told: list[Placed]) -> Iterator[Placed]:
    """Unnamed splits (其中：) of one whole that share a part are one partition: that of a named split (按用途) of the
    same parts, if there is one; others are counted: 其中, 其中（2）."""
    splits = {
        (parent, partition): parts
        for (parent, partition), parts in _by_split(told).items()
        if partition is not None and partition.startswith(UNNAMED)
    }
    stated: dict[tuple[str | None, frozenset[str]], str] = {}
    for (parent, partition), parts in _by_split(told).items():
        if partition is not None and not partition.startswith(UNNAMED):
            stated.setdefault((parent, frozenset(parts)), partition)
    names: dict[tuple[str | None, str], str] = {}
    seen: dict[str | None, list[set[str]]] = {}
    for (parent, partition), parts in splits.items():
        if (parent, frozenset(parts)) in stated:
            names[parent, partition] = stated[parent, frozenset(parts)]
            continue
        known = seen.setdefault(parent, [])
        place = next((index for index, others in enumerate(known) if others & parts), len(known))
        if place == len(known):
            known.append(set())
        known[place] |= parts
        names[parent, partition] = "其中" if place == 0 else f"其中（{place + 1}）"
    for (parent, partition, name), row in told:
        called = names.get((parent, partition or ""), partition)
        yield (parent, called, name), row if called == partition else row.model_copy(update={"partition": called})


def _by_split(told: list[Placed]) -> dict[tuple[str | None, str | None], set[str]]:
    """The names of the parts of each split."""
    splits: dict[tuple[str | None, str | None], set[str]] = {}
    for (parent, partition, name), _ in told:
        splits.setdefault((parent, partition), set()).add(name)
    return splits
