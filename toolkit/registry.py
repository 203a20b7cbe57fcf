"""A folder of modules is a registry: `discover(package, kind, key)` → its members, sorted by key.

One module holds one module-level object of the asked kind. Files beginning with `_` are machinery. Nothing
registers itself, nothing is listed by hand; entry points `toolkit.<package>` add members from outside.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import EntryPoint, distributions
from types import ModuleType
from typing import TypeVar

from toolkit.errors import RegistryError

Member = TypeVar("Member")


def discover(package: str, kind: type[Member], key: Callable[[Member], str]) -> dict[str, Member]:
    """Members of `kind` found below `package` (a dotted name), by key, in the order of keys.

    Raises RegistryError where a module holds none or several members, or two members share a key.
    """
    found: dict[str, Member] = {}
    for origin, member in _members(package, kind):
        name = key(member)
        if name in found:
            raise RegistryError("REGISTRY-DUPLICATE", f"{origin}：“{name}”已有同名成员")
        found[name] = member
    return dict(sorted(found.items()))


def _members(package: str, kind: type[Member]) -> tuple[tuple[str, Member], ...]:
    own = [(module.__name__, _only_member(module, kind)) for module in _modules(package)]
    outside = [(entry.value, entry.load()) for entry in _installed() if entry.group == package and entry.name[0] != "_"]
    return (*own, *outside)


@cache
def _installed() -> tuple[EntryPoint, ...]:
    """Entry points that installed distributions have for us: read once, it costs several milliseconds."""
    found = (entry for distribution in distributions() for entry in distribution.entry_points)
    return tuple(dict.fromkeys(entry for entry in found if entry.group.startswith("toolkit.")))


def _modules(package: str) -> Iterator[ModuleType]:
    root = importlib.import_module(package)
    for info in pkgutil.walk_packages(root.__path__, prefix=f"{package}."):
        if not info.ispkg and not info.name.rpartition(".")[2].startswith("_"):
            yield importlib.import_module(info.name)


def _only_member(module: ModuleType, kind: type[Member]) -> Member:
    members = [value for name, value in vars(module).items() if isinstance(value, kind) and name[0] != "_"]
    if len(members) != 1:
        raise RegistryError("REGISTRY-MEMBER", f"{module.__name__}：应恰有一个 {kind.__name__}，实有 {len(members)} 个")
    return members[0]
