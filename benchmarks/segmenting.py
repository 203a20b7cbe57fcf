"""Made sentences → characters a second that jieba and rjieba (the extra `fast`) cut, and whether the words agree."""

import re
import time
from collections.abc import Callable
from importlib.util import find_spec

from toolkit.corpus.sentences.compose import sentences
from toolkit.corpus.sentences.grammar import FOLDS
from toolkit.nlp.segment import cutter, tokenizer

SIZE = 2000
ROUNDS = 5


def _timed(cut: Callable[[str], list[str]], texts: list[str]) -> tuple[float, list[list[str]]]:
    """Best CPU seconds of several rounds, and the words."""
    best, found = float("inf"), []
    for _ in range(ROUNDS):
        start = time.process_time()
        found = [cut(text) for text in texts]
        best = min(best, time.process_time() - start)
    return best, found


def main() -> None:
    made = [one.text for part in FOLDS for one in sentences(part, 1, SIZE // len(FOLDS))]
    texts = [run for text in made for run in re.findall("[一-鿿，。；：、（）]+", text)]
    count = sum(map(len, texts))
    slow = tokenizer()
    slow_time, slow_words = _timed(lambda text: list(slow.cut(text, HMM=False)), texts)
    print(f"jieba: {count / slow_time / 1e6:.2f} million characters a second")
    if find_spec("rjieba") is None:
        print("rjieba: not installed (pip install 'jixiao-toolkit[fast]')")
        return
    fast_time, fast_words = _timed(cutter(), texts)
    print(f"rjieba: {count / fast_time / 1e6:.2f} million characters a second, {slow_time / fast_time:.1f} times jieba")
    print(f"texts cut otherwise: {sum(one != other for one, other in zip(slow_words, fast_words, strict=True))}")


if __name__ == "__main__":
    main()
