"""The text of a pattern → a pattern that is compiled when it is first asked for anything.

A report needs about half of the patterns that its modules hold, and to compile them all takes as long as to read ten
pages. Every pattern of a module is made here; `compile_all` is for who reads many files and forks for each.
"""

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Uncompiled:
    """Stands in for a pattern. The first question compiles it; from then on its methods are the pattern's own."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # called for what is not set yet
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


_MADE: list[_Uncompiled] = []


def regex(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, later. An error in the text (re.error) comes with the first use, or from `compile_all`."""
    made = _Uncompiled(text, flags)
    _MADE.append(made)
    return cast(re.Pattern[AnyStr], made)


def compile_all() -> int:
    """Compiles what no one has asked yet, of the modules loaded so far; how many patterns these were."""
    waiting = [made for made in _MADE if "search" not in vars(made)]
    for made in waiting:
        _ = made.search
    return len(waiting)
