"""A layout: what content is set in which style by which engines, and whether readers may be fitted to it."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final, Literal, TypeAlias

from toolkit.corpus import words
from toolkit.corpus.truth import TrueDocument, TrueParagraph, TrueTable

Split: TypeAlias = Literal["development", "held-out"]
Rulings: TypeAlias = Literal["grid", "filled", "boxes", "open", "three", "rows", "none"]

RULED: Final = frozenset({"grid", "filled", "boxes", "open"})


@dataclass(frozen=True, slots=True)
class Style:
    """How tables are drawn.

    `rulings`: a full grid; the same as thin filled rectangles; a box around each cell; a grid without the outer
    sides; three lines (top, below the head, bottom); a line under each row; none. `arrange`: tables under one another
    with captions between, beside one another, or under one another with nothing between.
    """

    rulings: Rulings = "grid"
    landscape: bool = False
    turned: bool = False
    repeat_header: bool = True
    cut_rows: bool = False
    shaded_header: bool = False
    banded: bool = False
    size: float = 9.0
    arrange: Literal["apart", "beside", "adjacent"] = "apart"


@dataclass(frozen=True, slots=True)
class Layout:
    """`draw` makes the tables of one document; `engines` are names of `toolkit.corpus.render`.

    `paged`: its tables run over several pages.
    """

    name: str
    split: Split
    draw: Callable[[Random], tuple[TrueTable, ...]]
    style: Style
    engines: tuple[str, ...]
    paged: bool = False

    @property
    def ruled(self) -> bool:
        """Whether rulings enclose each cell; elsewhere columns show by their alignment alone."""
        return self.style.rulings in RULED


def compose(layout: Layout, engine: str, seed: int) -> TrueDocument:
    """The truth of one document: the same for the same layout, engine and seed, on every machine."""
    chance = Random(f"{layout.name}/{engine}/{seed}")  # noqa: S311
    tables = layout.draw(chance)
    year = chance.randint(2019, 2024)
    title = f"{words.place(chance)}{words.project(chance)}绩效情况表"
    before = f"{words.entity(chance)}对{year}年度{words.project(chance)}开展了自评，有关情况见下表。"
    after = TrueParagraph("以上数据由实施单位填报，主管部门已审核。")
    return TrueDocument(title, (TrueParagraph(before), *tables, after))
