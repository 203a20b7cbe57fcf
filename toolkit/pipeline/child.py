"""One task in a process of its own → a framed answer: eight bytes of length, then the result or error as JSON.

`python -m toolkit.pipeline.child FOLDER` reads the task from stdin, for systems and programs that must not fork.
"""

import gc
import os
import signal
import sys
import traceback
from dataclasses import fields
from typing import IO, Any, NoReturn

from toolkit.errors import ReadError, RegistryError, StandardError, ToolkitError, UsageError
from toolkit.model import wire
from toolkit.model.assumption import Assumption
from toolkit.model.number import Noun
from toolkit.model.settings import Settings
from toolkit.pipeline.attempt import Found, Task, attempt
from toolkit.pipeline.confine import confine
from toolkit.pipeline.limits import Limits
from toolkit.pipeline.request import Request

HEAD = 8
_ERRORS = {kind.__name__: kind for kind in (ToolkitError, ReadError, UsageError, StandardError, RegistryError)}


class ChildTraceback(Exception):  # noqa: N818
    """The way to an error inside a child, as text; it stands as the cause of the error for `--debug`."""


def frame(data: bytes) -> bytes:
    """`data` with its length in front."""
    return len(data).to_bytes(HEAD, "big") + data


def answer(task: Task, data: bytes, name: str, request: Request) -> bytes:
    """What the task comes to, as a frame. Raises MemoryError where even the answer finds no room."""
    try:
        value = {"result": wire.pack(attempt(task, data, name, request))}
    except ToolkitError as error:
        value = {"error": _pack_error(error)}
    return frame(wire.dumps(value))


def take(answered: bytes) -> Found:
    """The answer without its length → the result. Raises the error that was sent, ValueError for nonsense."""
    collecting = gc.isenabled()
    gc.disable()  # many small objects come at once and all of them stay
    try:
        value = wire.loads(answered)
        if "error" not in value:
            return wire.unpack(value["result"])
        error = _unpack_error(value["error"])
    except (TypeError, KeyError, IndexError, AttributeError) as cause:
        raise ValueError("not an answer") from cause
    finally:
        if collecting:
            gc.enable()
    raise error


def pack_task(task: Task, data: bytes, name: str, request: Request, limits: Limits) -> bytes:
    """A task as two frames: what to do, then the bytes of the source."""
    words = {field.name: getattr(request, field.name) for field in fields(request) if field.name != "limits"}
    standard = words["standard"]
    words["standard"] = wire.pack_noun(standard) if isinstance(standard, Noun) else standard and str(standard)
    words["settings"] = wire.pack_noun(request.settings)
    head = {"task": task, "name": name, "request": words, "time": limits.time, "memory": limits.memory}
    return frame(wire.dumps(head)) + frame(data)


def main() -> None:
    """Reads a task from stdin, writes the answer to stdout, and ends without more ado."""
    head = wire.loads(_read_frame(sys.stdin.buffer))
    data = _read_frame(sys.stdin.buffer)
    out = os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    confine(Limits(head["time"], head["memory"]), sys.argv[1])
    hand_over(out, answer(head["task"], data, head["name"], _unpack_request(head["request"])))


def send(descriptor: int, data: bytes) -> None:
    """All of the bytes into a pipe."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def hand_over(descriptor: int, answered: bytes) -> NoReturn:
    """Sends the answer, then waits to be killed, so that whatever was started still hangs below this process."""
    send(descriptor, answered)
    os.close(descriptor)
    while hasattr(signal, "pause"):
        signal.pause()
    os._exit(0)


def _read_frame(stream: IO[bytes]) -> bytes:
    return stream.read(int.from_bytes(stream.read(HEAD), "big"))


def _unpack_request(words: dict[str, Any]) -> Request:
    standard = words["standard"]
    if isinstance(standard, dict):
        from toolkit.model.standard import Standard

        standard = wire.unpack_noun(Standard, standard)
    lists = {name: tuple(value) for name, value in words.items() if isinstance(value, list)}
    settings = wire.unpack_noun(Settings, words["settings"])
    assumed = tuple(Assumption(*one) for one in words["assume"])
    return Request(**{**words, **lists, "standard": standard, "settings": settings, "assume": assumed})


def _pack_error(error: ToolkitError) -> dict[str, str]:
    cause = error.__cause__
    way = "" if cause is None else "".join(traceback.format_exception(cause))
    kind = next(sort.__name__ for sort in type(error).__mro__ if sort.__name__ in _ERRORS)
    return {"kind": kind, "code": error.code, "message": error.message, "hint": error.hint, "way": way}


def _unpack_error(value: dict[str, str]) -> ToolkitError:
    error = _ERRORS[value["kind"]](str(value["code"]), str(value["message"]), str(value["hint"]))
    if value["way"]:
        error.__cause__ = ChildTraceback("\n" + str(value["way"]))
    return error


if __name__ == "__main__":
    main()
