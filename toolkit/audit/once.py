"""What several rules ask of one case, worked out once: `once(make)` keeps its last answer for the thing asked of."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def once(make: Callable[[Thing], Made]) -> Callable[[Thing], Made]:
    """`make`, asked again of the very same (frozen) thing, gives its last answer.

    By identity: nouns are compared and hashed field by field, which costs as much as the work that is saved.
    """
    kept: list[tuple[Thing, Made]] = []

    @wraps(make)
    def answer(thing: Thing) -> Made:
        for known, made in kept:
            if known is thing:
                return made
        made = make(thing)
        kept[:] = [(thing, made)]
        return made

    return answer
