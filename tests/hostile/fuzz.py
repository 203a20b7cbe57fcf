"""Numbers of mutants → what became of each: python -m tests.hostile.fuzz [COUNT] [FIRST] [--workers N].

One forked worker reads mutant after mutant; a mutant that takes it down is read again alone, through the isolation.
What must not happen: a fault of ours, a result that cannot be printed, a worker that comes to no end.
"""

import argparse
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.hostile.mutate import Mutants
from toolkit.errors import ToolkitError
from toolkit.model.case import Dossier
from toolkit.model.codec import audit_view, encode
from toolkit.pipeline import child, confine
from toolkit.pipeline.attempt import attempt
from toolkit.pipeline.isolate import isolated
from toolkit.pipeline.limits import Limits
from toolkit.pipeline.request import Request
from toolkit.pipeline.warm import warm
from toolkit.readers import _office
from toolkit.readers.pdf import _ocr

SECONDS = 20.0
_BATCH = 50
_LIMITS = Limits(SECONDS)


@dataclass
class Tally:
    """Mutants by outcome; those that went wrong with the way to the fault; those that took a worker down."""

    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[int, str]] = field(default_factory=list)
    alone: list[int] = field(default_factory=list)

    def add(self, number: int, outcome: str) -> None:
        """One mutant more."""
        code, _, way = outcome.partition("\n")
        self.outcomes[code] += 1
        if code.startswith(("FAULT", "UNPRINTABLE")):
            self.wrong.append((number, way))

    def merge(self, other: "Tally") -> None:
        """Those of another worker as well."""
        self.outcomes.update(other.outcomes)
        self.wrong += other.wrong
        self.alone += other.alone


def outcome(number: int, name: str, data: bytes) -> str:
    """`ok`, `partial` or the code of the refusal; for what must not happen also the way to it."""
    try:
        found = attempt("audit", data, name, Request())
    except ToolkitError as error:
        if not error.code.startswith("FAULT"):
            return error.code
        return f"{error.code}\n{number} {name}\n{''.join(traceback.format_exception(error.__cause__))}"
    assert isinstance(found, Dossier)
    try:
        encode(audit_view(found)).encode("utf-8")
    except Exception as error:
        return f"UNPRINTABLE\n{number} {name}\n{type(error).__name__}: {error}"
    return "partial" if any(note.severity == "loss" for note in found.case.document.notes) else "ok"


def run(numbers: Sequence[int]) -> Tally:
    """All of these mutants, a batch in each worker; neither OCR nor LibreOffice is asked: they take seconds a file."""
    mutants = Mutants()
    _ocr.installed = _office.office = lambda: None
    warm("audit", ("a.txt", "a.pdf", "a.docx", "a.xlsx", "a.html", "a.ofd"), Request())
    tally = Tally()
    left = list(numbers)
    while left:
        done = _batch(mutants, left[:_BATCH])
        for number, found in done.items():
            tally.add(number, found)
        left = left[len(done) :]
        if left and len(done) < _BATCH:
            number = left.pop(0)
            tally.add(number, _alone(mutants, number))
            tally.alone.append(number)
    return tally


def _batch(mutants: Mutants, numbers: Sequence[int]) -> dict[int, str]:
    """Outcomes of a worker in order; fewer than asked for where one took the worker down."""
    reading, writing = os.pipe()
    with tempfile.TemporaryDirectory(prefix="jixiao-") as folder:
        return dict(_answers(_worker(mutants, numbers, writing, folder), reading))


def _worker(mutants: Mutants, numbers: Sequence[int], writing: int, folder: str) -> int:
    process = os.fork()
    if process == 0:
        try:
            os.setsid()
            confine.keep_only(writing)
            confine.confine(_LIMITS, folder)
            for number in numbers:
                child.send(writing, child.frame(f"{number}\n{outcome(number, *mutants.make(number))}".encode()))
        finally:
            os._exit(0)
    os.close(writing)
    return process


def _answers(process: int, pipe: int) -> Iterator[tuple[int, str]]:
    """(number, outcome) as they come, until the worker ends or stands still."""
    received = bytearray()
    poll = select.poll()
    poll.register(pipe, select.POLLIN)
    while poll.poll(1000 * SECONDS):
        piece = os.read(pipe, 1 << 16)
        if not piece:
            break
        received += piece
        while len(received) >= child.HEAD:
            end = child.HEAD + int.from_bytes(received[: child.HEAD], "big")
            if len(received) < end:
                break
            number, _, found = received[child.HEAD : end].decode().partition("\n")
            del received[:end]
            yield int(number), found
    os.close(pipe)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def _alone(mutants: Mutants, number: int) -> str:
    """The outcome through the isolation, as a user would see it."""
    name, data = mutants.make(number)
    try:
        isolated("audit", data, name, Request(), _LIMITS)
    except ToolkitError as error:
        return f"{error.code} (alone)"
    return "ok (alone)"


def main() -> int:
    """Shares the mutants out among workers, prints the tally, ends with 1 where something went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=200_000)
    parser.add_argument("first", nargs="?", type=int, default=0)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--json", action="store_true", help="one worker's tally for its parent")
    given = parser.parse_args()
    numbers = range(given.first, given.first + given.count)
    if given.json:
        tally = run(numbers)
        print(json.dumps([tally.outcomes, tally.wrong, tally.alone]))
        return 0
    begun = time.monotonic()
    tally = _shared(numbers, given.workers)
    print(f"{given.count} mutants from number {given.first}, {time.monotonic() - begun:.0f} s, {given.workers} workers")
    for code, count in tally.outcomes.most_common():
        print(f"{count:>8}  {code}")
    if tally.alone:
        print(f"took their worker down: {tally.alone[:50]}")
    alike: dict[str, list[str]] = {}
    for _, way in tally.wrong:
        alike.setdefault(way.strip().rpartition("\n")[2], []).append(way)
    for last, ways in list(alike.items())[:20]:
        print(f"\n{len(ways)} times {last}\n{ways[0]}")
    return 1 if tally.wrong else 0


def _shared(numbers: range, workers: int) -> Tally:
    command = [sys.executable, "-m", "tests.hostile.fuzz", "--json"]
    shares = [numbers[len(numbers) * n // workers : len(numbers) * (n + 1) // workers] for n in range(workers)]
    running = [
        subprocess.Popen([*command, str(len(share)), str(share.start)], stdout=subprocess.PIPE) for share in shares
    ]
    tally = Tally()
    for process in running:
        out, _ = process.communicate()
        outcomes, wrong, alone = json.loads(out)
        tally.merge(Tally(Counter(outcomes), [(number, way) for number, way in wrong], alone))
    return tally


if __name__ == "__main__":
    raise SystemExit(main())
