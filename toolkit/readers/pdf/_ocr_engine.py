"""Pictures of lines → characters with their places and how certain they are, by RapidOCR (extra `ocr`).

Its models come with its package; they are named by path, so that nothing is ever downloaded. Its own pipeline is not
used: it turns high boxes on their side (a lone 1 is one) and rates a line as a whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from toolkit.readers.pdf._scan_ink import Strip

if TYPE_CHECKING:
    from toolkit.readers.pdf._scan_render import Pixels

INSTALL: Final = "pip install 'jixiao-toolkit[ocr]'"

_DETECTOR: Final = "PP-OCRv6_det_small.onnx"
_RECOGNISER: Final = "PP-OCRv6_rec_small.onnx"
_MOST_THREADS: Final = 4
_ASLANT: Final = 0.17  # radians: a box that leans more is a watermark


class Char(NamedTuple):
    """A character read, `place` its centre from the left of the picture as a share of its width."""

    text: str
    place: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Found:
    """Boxes of lines of text on a page, and those that run aslant."""

    upright: list[Strip] = field(default_factory=list)
    aslant: list[Strip] = field(default_factory=list)


class Engine(Protocol):
    """What finds lines of text on a page, and reads pictures of one line each."""

    def find(self, pixels: "Pixels") -> Found: ...

    def read(self, pictures: Sequence["Pixels"]) -> list[list[Char]]: ...


def installed() -> str | None:
    """Name and version of what recognises text; None where the extra is not installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        version("onnxruntime")
        return f"rapidocr {version('rapidocr')}"
    except PackageNotFoundError:
        return None


def hint() -> str:
    """What to do about a source in which there is no text."""
    if installed() is None:
        return f"扫描件需要文字识别（OCR）：{INSTALL} 后重试，或向填报单位索取可复制文字的版本"
    return "文字识别（OCR）没有读出文字：请核对原件是否清晰、是否空白，或向填报单位索取可复制文字的版本"


@cache
def engine() -> Engine:
    """The engine, loaded once (0.8 s). Raises ImportError or OSError where its installation is broken."""
    import os
    from pathlib import Path

    import rapidocr

    models = Path(rapidocr.__file__).parent / "models"
    for model in (_DETECTOR, _RECOGNISER):
        if not (models / model).is_file():
            raise FileNotFoundError(model)
    reader = rapidocr.RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "critical",
            "Det.model_path": str(models / _DETECTOR),
            "Rec.model_path": str(models / _RECOGNISER),
            "EngineConfig.onnxruntime.intra_op_num_threads": min(_MOST_THREADS, os.cpu_count() or 1),
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
    reader.return_word_box = True  # gives the place and the confidence of each character
    return _Rapid(reader)


@dataclass(frozen=True, slots=True)
class _Rapid:
    reader: Any

    def find(self, pixels: "Pixels") -> Found:
        """Boxes of lines, from top to bottom."""
        from math import atan2

        boxes = self.reader(pixels, use_det=True, use_cls=False, use_rec=False).boxes
        found = Found()
        for corners in () if boxes is None else boxes:
            (x0, y0), (x1, y1) = corners[0], corners[1]
            xs, ys = corners[:, 0], corners[:, 1]
            strip = Strip(int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1)
            upright = abs(atan2(float(y1 - y0), float(x1 - x0))) <= _ASLANT or strip.width < 2 * strip.height
            (found.upright if upright else found.aslant).append(strip)
        return found

    def read(self, pictures: Sequence["Pixels"]) -> list[list[Char]]:
        """The characters of each picture of one line, blanks among them."""
        if not pictures:
            return []
        result = self.reader.recognize_txt(list(pictures))
        return [_chars(text, word) for text, word in zip(result.txts, result.word_results, strict=True)]


def _chars(text: str, found: Any) -> list[Char]:
    """The characters of a line: RapidOCR gives columns of its network for all but blanks, confidences for all."""
    columns = iter([column for columns in (found.word_cols or ()) for column in columns])
    length = max(1.0, float(found.line_txt_len or 0.0))
    confidences = list(found.confs or ())
    chars: list[Char] = []
    for index, char in enumerate(text):
        confidence = round(float(confidences[index]), 2) if index < len(confidences) else 0.0
        place = chars[-1].place if char.isspace() and chars else (next(columns, length) + 0.5) / length
        chars.append(Char(char, min(1.0, place), confidence))
    return chars
