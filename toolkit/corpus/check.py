"""A folder of documents and truths → where they contradict each other, or a truth itself."""

import json
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from toolkit.corpus.quotes import absent_quotes, has_text
from toolkit.corpus.relations import Relation, holds
from toolkit.errors import ToolkitError, UsageError
from toolkit.readers import read

_SUFFIX: Final = ".truth.json"
_LISTED: Final = ("split", "identity", "budget", "indicators", "adjustments", "annexes")
_NO_RELATION: Final = ("DED401", "IND301", "IND302")


def check(folder: Path, step: Callable[[int, str], None] | None = None) -> tuple[int, list[str]]:
    """How many truths there are, and each fault as “file：place：what”. Raises UsageError where there is none."""
    paths = sorted(folder.rglob(f"*{_SUFFIX}"))
    if not paths:
        raise UsageError("CORPUS-EMPTY", f"“{folder}”里没有真值文件（*{_SUFFIX}）。", "先用 jixiao corpus build 生成。")
    faults: list[str] = []
    for number, path in enumerate(paths, 1):
        faults += [f"{path.relative_to(folder).as_posix()}：{fault}" for fault in _faults(path)]
        if step is not None:
            step(number, path.name)
    return len(paths), faults


def _faults(path: Path) -> Iterator[str]:
    try:
        truth = json.loads(path.read_text("utf-8"))
    except ValueError as cause:
        yield f"不是 JSON：{cause}"
        return
    missing = [name for name in _LISTED if name not in truth]
    if missing:
        yield f"缺少 {'、'.join(missing)}"
        return
    yield from contradictions(truth)
    stem = path.name.removesuffix(_SUFFIX)
    documents = sorted(made for made in path.parent.glob(f"{stem}.*") if not made.name.endswith(_SUFFIX))
    if not documents:
        yield "没有文档"
    for made in documents:
        try:
            document = read(made.read_bytes(), made.name)
        except ToolkitError as error:
            yield f"{made.name}：{error.message}"
            continue
        if has_text(document):
            for place, quote in absent_quotes(truth, document):
                yield f"{place}：{made.name} 里没有“{quote}”"


def contradictions(truth: Mapping[str, Any]) -> Iterator[str]:
    """Where a truth contradicts itself: relations that do not hold as it says, plants that break none."""
    broken: set[str] = set()
    for number, said in enumerate(truth.get("relations", ())):
        found = holds(*_relation(said))
        if not found:
            broken.add(said.get("code", ""))
        if found != said["holds"]:
            shown = f"{'、'.join(said['operands'])} → {said['result']}"
            yield f"relations[{number}]：{shown}，{said['type']}，写作{_word(said['holds'])}，实为{_word(found)}"
    if not any("code" in said for said in truth.get("relations", ())):
        return
    for number, plant in enumerate(truth.get("planted", ())):
        if plant["code"] not in _NO_RELATION and plant["observable"] != (plant["code"] in broken):
            yield f"planted[{number}]：{plant['code']}，写作{_seen(plant['observable'])}，与数字关系不符"
    planted = {plant["code"] for plant in truth.get("planted", ())}
    for code in sorted(broken - planted):
        yield f"relations：{code} 的关系不成立，却不是植入的差错"


def _relation(said: Mapping[str, Any]) -> tuple[Relation, dict[str, str]]:
    """A relation as the truth states it, over its own places."""
    operands = {str(place): text for place, text in enumerate(said["operands"])}
    result = said["result"]
    if "下降" in result or "减少" in result:
        result = f"-{result.lstrip('下降减少')}"
    relation = Relation(
        said["type"],
        tuple(operands),
        "result",
        said.get("code", ""),
        tuple(said.get("signs", ())),
        tuple((word, Fraction(least)) for word, least in said.get("bounds", ())),
        Fraction(said.get("scale", 1)),
    )
    return relation, {**operands, "result": result}


def _word(found: bool) -> str:
    return "成立" if found else "不成立"


def _seen(observable: bool) -> str:
    return "看得出" if observable else "看不出"
