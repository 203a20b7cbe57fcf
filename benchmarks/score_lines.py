"""How long `jixiao score -` takes for 1,000 lines, beside its bare start: CPU seconds of the child, interleaved runs.

    python benchmarks/score_lines.py [ROUNDS]

The lines are those of the tests' phrasings, repeated. Prints the seconds of CPU of both, their difference (the thousand
lines themselves) and the ratio.
"""

import json
import resource
import subprocess
import sys
import tomllib
from itertools import chain, cycle, islice
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
LINES = 1000


def lines() -> bytes:
    """A thousand JSON lines with all phrasings in turn."""
    folder = ROOT / "tests" / "scoring" / "phrasings"
    data = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    cases = [
        {"points": case[0], "target": case[1] or None, "actual": case[2] or None, "criterion": phrasing["criterion"]}
        for phrasing in chain.from_iterable(one.values() for one in data)
        for case in phrasing["cases"]
    ]
    return "".join(f"{json.dumps(case, ensure_ascii=False)}\n" for case in islice(cycle(cases), LINES)).encode()


def spent(given: bytes) -> float:
    """CPU seconds of one run of `jixiao score -` on these lines."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    answer = subprocess.run(
        [sys.executable, "-m", "toolkit", "score", "-"], input=given, capture_output=True, check=True, cwd=ROOT
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if answer.stdout.count(b"\n") != given.count(b"\n"):
        sys.exit("not every line was answered")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    full = lines()
    one = full[: full.index(b"\n") + 1]
    pairs = [(spent(one), spent(full)) for _ in range(rounds)]
    start, whole = (median(side) for side in zip(*pairs, strict=True))
    print(f"one line     {start:.2f} s of CPU (start, tables of phrasings)")
    print(f"{LINES} lines   {whole:.2f} s of CPU, {whole / start:.1f} times one line")
    print(f"the lines    {whole - start:.2f} s of CPU after the start")


if __name__ == "__main__":
    main()
