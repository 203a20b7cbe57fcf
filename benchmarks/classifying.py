"""Sentences of each sample report → milliseconds of CPU to classify them all, models loaded; and what loading costs."""

import re
import time
from pathlib import Path

from toolkit import read_document
from toolkit.model.document import Paragraph
from toolkit.nlp.classify import classify

SAMPLES = Path(__file__).resolve().parents[1] / "tests" / "reports"
ROUNDS = 5


def _sentences(path: Path) -> list[str]:
    """Sentences of the text and texts of the cells."""
    texts = []
    for block in read_document(path).blocks:
        texts += [block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells]
    return [part for text in texts for part in re.split(r"[。；\n]", text) if part.strip()]


def _classified(sentences: list[str]) -> float:
    start = time.process_time()
    for sentence in sentences:
        classify(sentence)
    return (time.process_time() - start) * 1000


def main() -> None:
    start = time.process_time()
    classify("因两次流标扣1分")
    print(f"loading both models: {(time.process_time() - start) * 1000:.1f} ms of CPU")
    for path in sorted([*SAMPLES.glob("*.txt"), *SAMPLES.glob("*.md")]):
        sentences = _sentences(path)
        best = min(_classified(sentences) for _ in range(ROUNDS))
        print(f"{path.stem}: {len(sentences)} sentences, {best:.1f} ms, {best / len(sentences) * 1000:.0f} µs each")


if __name__ == "__main__":
    main()
