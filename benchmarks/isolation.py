"""Cost of reading in a child: milliseconds a document over reading in this process, for every sample and way.

python benchmarks/isolation.py [ROUNDS]
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from toolkit.pipeline.isolate import obtain
from toolkit.pipeline.limits import Limits
from toolkit.pipeline.request import Request
from toolkit.pipeline.warm import warm

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "corpora" / "samples"
GOAL = 150


def seconds(call: Callable[[], object]) -> float:
    """Wall time of one call."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def main() -> int:
    """Prints the table; ends with 1 where a fork costs more than the goal."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    files = sorted(path for path in SAMPLES.iterdir() if path.suffix != ".json")
    here, apart = Request(), Request(limits=Limits())
    warm("audit", [path.name for path in files], apart)
    print(f"{'audit of':<48} {'here':>6} {'fork':>6} {'more':>5} {'ratio':>6}   ms, middle of {rounds}")
    more = []
    for path in files:
        data, name = path.read_bytes(), path.name
        os.environ["JIXIAO_ISOLATION"] = "fork"
        calls = [
            lambda asked=asked, data=data, name=name: obtain("audit", data, name, asked) for asked in (here, apart)
        ]
        pairs = [tuple(seconds(call) for call in calls) for _ in range(rounds)]
        inside, forked = (median(times) for times in zip(*pairs, strict=True))
        more.append(1000 * (forked - inside))
        print(f"{name:<48} {1000 * inside:6.0f} {1000 * forked:6.0f} {more[-1]:5.0f} {forked / inside:6.2f}")
    os.environ["JIXIAO_ISOLATION"] = "spawn"
    fresh = min(seconds(calls[1]) for _ in range(3))
    print(f"\nfork: {median(more):.0f} ms more a document (most: {max(more):.0f}; goal: below {GOAL})")
    print(f"fresh interpreter (threads, other systems): {1000 * (fresh - inside):.0f} ms more")
    return 1 if median(more) >= GOAL else 0


if __name__ == "__main__":
    raise SystemExit(main())
