"""Start-up of the command line: CPU seconds of fresh interpreters, and the modules that cost most to import.

As in any installed copy the modules are compiled already: by an uncounted first run, whatever the surroundings say.

python benchmarks/startup.py [RUNS]
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = (
    ("-c", "pass"),
    ("-m", "toolkit", "--help"),
    ("-m", "toolkit", "audit", "--help"),
    ("-m", "toolkit", "--version"),
    ("-m", "toolkit", "measure", "投入 1,200 万元"),
    ("-m", "toolkit", "schema"),
    ("-m", "toolkit", "extract", "corpora/samples/jianglan-emergency-management-2023.txt"),
    ("-m", "toolkit", "extract", "corpora/samples/qichuan-ecology-department-2022.pdf"),
)
REAL = ("000_98a5634400e74046.txt", "gxj-2021.pdf", "gxj-2021-office.pdf")
"""A real report, its text and two PDFs of ten pages, where the folder of real reports stands beside the project."""
SURROUNDINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
_LINE = re.compile(r"import time:\s*(\d+) \|\s*(\d+) \|(\s*)(\S+)")


def cpu_seconds(command: tuple[str, ...]) -> float:
    """User and system time of one fresh interpreter."""
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True, capture_output=True, env=SURROUNDINGS)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def dearest_imports(command: tuple[str, ...], count: int = 12) -> list[tuple[int, str]]:
    """(microseconds of its own, module) of the modules whose import costs most."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *command],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        env=SURROUNDINGS,
    )
    own = [(int(found[1]), found[4]) for line in done.stderr.splitlines() if (found := _LINE.match(line))]
    return sorted(own, reverse=True)[:count]


def main() -> None:
    """Prints the table: best and middle of the runs."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{'command':<44} {'best':>7} {'median':>7}   CPU seconds, {runs} runs, {time.strftime('%Y-%m-%d')}")
    reports = ROOT.parent / "shared" / "reports"
    real = tuple(("-m", "toolkit", "extract", str(reports / name)) for name in REAL if (reports / name).is_file())
    for command in (*COMMANDS, *real):
        cpu_seconds(command)
        times = sorted(cpu_seconds(command) for _ in range(runs))
        print(f"{' '.join(command)[-44:]:<44} {times[0]:7.3f} {times[len(times) // 2]:7.3f}")
    print("\ndearest imports of --help (µs of their own)")
    for cost, module in dearest_imports(("-m", "toolkit", "--help")):
        print(f"{cost:>8}  {module}")


if __name__ == "__main__":
    main()
