"""Numbered paragraphs and headings → the path of those that what follows stands under."""

from typing import NamedTuple, TypeAlias


class Step(NamedTuple):
    """A numbered paragraph or heading: how deep its number stands, its level as a heading, its place."""

    depth: int | None
    level: int | None
    order: int

    def is_above(self, other: "Step") -> bool:
        """Whether the other stands under it: by their numbers, else as headings, else as text under a heading."""
        if self.depth is not None and other.depth is not None:
            return self.depth < other.depth
        if self.level is not None and other.level is not None:
            return self.level < other.level
        return self.level is not None


Path: TypeAlias = tuple[Step, ...]


def down_to(path: Path, step: Step) -> Path:
    """The path of what follows a paragraph; one without number that is no heading changes nothing."""
    if step.depth is None and step.level is None:
        return path
    return (*(one for one in path if one.is_above(step)), step)
