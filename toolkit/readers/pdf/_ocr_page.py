"""What was recognised on a scanned page, as plain numbers that can be kept → `PageContent` and notes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from toolkit.layout.page import Frame, PageContent, Ruling
from toolkit.layout.recognised import Doubt, Recognised
from toolkit.model.document import Note
from toolkit.readers.pdf._ocr_glyphs import Placed


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page read from its image. Sizes and places are points of the straightened page, after `turn` quarter turns.

    `width`, `height`: of the page as displayed; `straight`: of the page straightened by `angle` (radians), not turned;
    `confidence`: mean of all characters; `unread`: places with ink that could not be read; `blank`: bare paper.
    """

    width: float
    height: float
    straight: tuple[float, float]
    angle: float
    turn: int
    chars: tuple[Placed, ...]
    horizontals: tuple[Ruling, ...]
    verticals: tuple[Ruling, ...]
    confidence: float
    unread: int
    blank: bool

    def content(self, number: int) -> PageContent:
        """The page as a backend would give it."""
        wide, tall = self.straight
        doubts = tuple(
            Doubt((char.x0 + char.x1) / 2, (char.top + char.bottom) / 2, char.confidence)
            for char in self.chars
            if char.confidence < 1
        )
        recognised = Recognised(self.angle, self.width, self.height, wide, tall, doubts)
        if self.turn % 2:
            wide, tall = tall, wide
        return PageContent(
            Frame(number, wide, tall, self.turn, recognised),
            glyphs=[char[:5] for char in self.chars],
            horizontals=list(self.horizontals),
            verticals=list(self.verticals),
        )

    def notes(self, number: int) -> list[Note]:
        """That the page was recognised, and what could not be."""
        if not self.chars:
            return []
        sure = f"第{number}页是图像，文字由识别（OCR）得到，平均把握 {self.confidence:.2f}，请对照原件"
        notes = [Note("PAGE-OCR", sure, number, "info")]
        if self.unread:
            message = f"第{number}页有 {self.unread} 处墨迹未能识别为文字（签名、图形或漏识的文字），请对照原件"
            notes.append(Note("OCR-INK-WITHOUT-TEXT", message, number))
        return notes


def to_json(reading: PageReading) -> dict[str, Any]:
    """A reading as JSON values."""
    return asdict(reading)


def from_json(value: Mapping[str, Any]) -> PageReading:
    """JSON values → the reading. Raises KeyError, TypeError or ValueError for anything else."""
    wide, tall = value["straight"]
    return PageReading(
        width=float(value["width"]),
        height=float(value["height"]),
        straight=(float(wide), float(tall)),
        angle=float(value["angle"]),
        turn=int(value["turn"]),
        chars=tuple(Placed(str(text), *map(float, box)) for text, *box in value["chars"]),
        horizontals=tuple(Ruling(*map(float, line)) for line in value["horizontals"]),
        verticals=tuple(Ruling(*map(float, line)) for line in value["verticals"]),
        confidence=float(value["confidence"]),
        unread=int(value["unread"]),
        blank=bool(value["blank"]),
    )
