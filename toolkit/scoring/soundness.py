"""A decoded standard → what is wrong with its meaning: bands, points, grades, paths and worked examples."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from toolkit.measure.interval import rounded
from toolkit.measure.target import actual as read_actual
from toolkit.measure.target import target as read_target
from toolkit.model.number import plain
from toolkit.model.standard import Band, Criterion, Method, Standard, WorkedExample
from toolkit.scoring.evaluate import evaluate
from toolkit.scoring.facts import Facts
from toolkit.scoring.methods import band_name
from toolkit.scoring.rule import from_standard
from toolkit.text import key

Path = tuple[str | int, ...]
_EXAMPLE_DECIMALS = 4
_NEEDED: dict[str, tuple[str, ...]] = {
    "execution": ("base",),
    "per_step": ("step", "per", "side"),
    "per_event": ("per",),
    "per_item": ("step", "per"),
    "bands": ("bands",),
    "interpolation": ("bands",),
    "checklist": ("checks",),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something a standard says that cannot hold, and its path."""

    path: Path
    message: str


def faults(standard: Standard) -> tuple[Fault, ...]:
    """All faults of meaning, in the order of the standard's parts."""
    return (
        *_grade_faults(standard),
        *_qualitative_faults(standard),
        *_group_faults(standard),
        *_default_faults(standard),
        *_duplicate_paths(standard),
        *_criterion_faults(standard),
        *_point_faults(standard),
    )


def _grade_faults(standard: Standard) -> Iterator[Fault]:
    grades = sorted(standard.grades, key=lambda grade: grade.low)
    for index, grade in enumerate(standard.grades):
        if grade.low >= grade.high:
            yield Fault(
                ("grades", index), f"等级“{grade.name}”的下限 {plain(grade.low)} 不低于上限 {plain(grade.high)}"
            )
    for lower, upper in pairwise(grades):
        if lower.high != upper.low:
            word = "之间有空档" if lower.high < upper.low else "重叠"
            yield Fault(
                ("grades",),
                f"等级“{lower.name}”[{plain(lower.low)}, {plain(lower.high)}) 与“{upper.name}”"
                f"[{plain(upper.low)}, {plain(upper.high)}) {word}",
            )
    if grades and (grades[0].low != 0 or grades[-1].high != standard.total):
        yield Fault(("grades",), f"各等级应覆盖 0 至 {plain(standard.total)}")


def _qualitative_faults(standard: Standard) -> Iterator[Fault]:
    yield from _share_faults(("qualitative",), standard.qualitative)


def _share_faults(path: Path, bands: Sequence[Band]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for index, band in enumerate(bands):
        low, high = band.share_low, band.share_high
        if band.score is None and (low is None or high is None or not 0 <= low <= high <= 1):
            yield Fault((*path, index), "定性一档应给出 0 ≤ share_low ≤ share_high ≤ 1")
        if not band.phrases:
            yield Fault((*path, index), "定性一档应列出用语（phrases）")
        for phrase in band.phrases:
            if key(phrase) in seen:
                yield Fault((*path, index, "phrases"), f"用语“{phrase}”已属于第 {seen[key(phrase)] + 1} 档")
            seen[key(phrase)] = index
    ranges = sorted(
        (band.share_low, band.share_high)
        for band in bands
        if band.share_low is not None and band.share_high is not None
    )
    for lower, upper in pairwise(ranges):
        if lower[1] != upper[0]:
            word = "之间有空档" if lower[1] < upper[0] else "重叠"
            yield Fault(
                path, f"占比 [{plain(lower[0])}, {plain(lower[1])}] 与 [{plain(upper[0])}, {plain(upper[1])}] {word}"
            )


def _group_faults(standard: Standard) -> Iterator[Fault]:
    if not standard.group_points:
        return
    total = sum(standard.group_points.values(), Decimal(0)) + (standard.adjustment_slot or 0)
    if total > standard.total or (total < standard.total and not standard.gaps):
        yield Fault(
            ("group_points",),
            f"各组分值加调整分合计 {plain(total)}，总分为 {plain(standard.total)}",
        )
    for group, points in standard.group_points.items():
        below = [found.max_score for found in _leaves(standard) if found.path[0] == group]
        known = [score for score in below if score is not None]
        added = sum(known, Decimal(0))
        if added > points or (len(below) > 0 and len(known) == len(below) and added < points and not standard.gaps):
            yield Fault(("group_points", group), f"“{group}”为 {plain(points)} 分，其下各项合计 {plain(added)} 分")


def _default_faults(standard: Standard) -> Iterator[Fault]:
    if standard.default_method is not None:
        yield from _method_faults(("default_method",), standard.default_method, None)


def _duplicate_paths(standard: Standard) -> Iterator[Fault]:
    seen: dict[tuple[str, ...], int] = {}
    for index, criterion in enumerate(standard.criteria):
        if not criterion.path:
            yield Fault(("criteria", index, "path"), "指标路径不能为空")
            continue
        group = tuple(key(name) for name in criterion.path[:-1])
        for name in dict.fromkeys((key(criterion.path[-1]), *map(key, criterion.aliases))):
            if (*group, name) in seen:
                first = standard.criteria[seen[*group, name]]
                yield Fault(("criteria", index, "path"), f"与“{' / '.join(first.path)}”重复（名称或别名相同）")
                break
            seen[*group, name] = index


def _criterion_faults(standard: Standard) -> Iterator[Fault]:
    for index, criterion in enumerate(standard.criteria):
        path: Path = ("criteria", index)
        yield from _method_faults((*path, "method"), criterion.method, criterion.max_score)
        yield from _example_faults(path, standard, criterion)


def _method_faults(path: Path, method: Method, points: Decimal | None) -> Iterator[Fault]:
    for name in _NEEDED.get(method.name, ()):
        if not getattr(method, name):
            yield Fault((*path, name), f"方法 {method.name} 缺少 {name}")
    if method.step is not None and method.step <= 0:
        yield Fault((*path, "step"), "步长应大于 0")
    if method.per is not None and method.per <= 0:
        yield Fault((*path, "per"), "每步扣分应大于 0")
    if method.name == "qualitative":
        yield from _share_faults((*path, "bands"), method.bands)
    else:
        yield from _band_faults((*path, "bands"), method.bands, points, gaps=method.name == "interpolation")
    if method.name == "interpolation" and len(method.bands) == 1:
        yield Fault((*path, "bands"), "插值至少要有两档，两档之间按距离计分")
    if method.over is not None:
        if method.over.name not in {"per_step", "bands"}:
            yield Fault((*path, "over", "name"), "超额调减只能用 per_step 或 bands")
        yield from _method_faults((*path, "over"), method.over.model_copy(update={"over": None}), points)
    if method.checks and points is not None and sum(method.checks, Decimal(0)) != points:
        yield Fault(
            (*path, "checks"), f"各项合计 {plain(sum(method.checks, Decimal(0)))} 分，本项为 {plain(points)} 分"
        )


def _band_faults(path: Path, bands: Sequence[Band], points: Decimal | None, gaps: bool = False) -> Iterator[Fault]:
    """Faults of bands; with `gaps` what lies between two bands is interpolated."""
    for index, band in enumerate(bands):
        if band.score is None:
            yield Fault((*path, index, "score"), "分档应给出得分")
        elif band.score < 0 or (points is not None and band.score > points):
            yield Fault((*path, index, "score"), f"得分 {plain(band.score)} 不在 0 至分值之间")
        if (
            band.low is not None
            and band.high is not None
            and (band.low > band.high or (band.low == band.high and not (band.low_included and band.high_included)))
        ):
            yield Fault((*path, index, "low"), f"分档 {band_name(band)} 是空的")
    ordered = sorted(enumerate(bands), key=lambda pair: _rising(pair[1]))
    for (_, lower), (index, upper) in pairwise(ordered):
        if not (gaps and lower.high is not None and upper.low is not None and lower.high < upper.low):
            yield from _joint_faults((*path, index, "low"), lower, upper)


def _rising(band: Band) -> tuple[bool, Decimal, bool]:
    return band.low is not None, band.low or Decimal(0), not band.low_included


def _joint_faults(path: Path, lower: Band, upper: Band) -> Iterator[Fault]:
    names = f"{band_name(lower)} 与 {band_name(upper)}"
    if lower.high is None or upper.low is None:
        yield Fault(path, f"分档 {names} 重叠")
    elif lower.high > upper.low:
        yield Fault(path, f"分档 {names} 重叠于 {plain(upper.low)} 至 {plain(lower.high)}")
    elif lower.high < upper.low:
        yield Fault(path, f"分档 {names} 之间有空档 {plain(lower.high)} 至 {plain(upper.low)}")
    elif lower.high_included and upper.low_included:
        yield Fault(path, f"分档 {names} 都含 {plain(upper.low)}，重叠于此")
    elif not (lower.high_included or upper.low_included):
        yield Fault(path, f"分档 {names} 都不含 {plain(upper.low)}，此处有空档")


def _example_faults(path: Path, standard: Standard, criterion: Criterion) -> Iterator[Fault]:
    method = standard.default_method if criterion.method.name == "group" else criterion.method
    for index, example in enumerate(criterion.examples):
        place: Path = (*path, "examples", index)
        if method is None:
            yield Fault(place, "本组没有计分方法，算例无从重算")
            continue
        found = _recomputed(standard, method, example)
        if isinstance(found, str):
            yield Fault(place, f"算例不能重算：{found}")
        elif found != (example.low, example.high):
            yield Fault(
                place,
                f"算例写 {plain(example.low)} 至 {plain(example.high)}，重算为 {plain(found[0])} 至 {plain(found[1])}",
            )


def _recomputed(standard: Standard, method: Method, example: WorkedExample) -> tuple[Decimal, Decimal] | str:
    facts = Facts(
        target=read_target(example.target) if example.target else None,
        actual=read_actual(example.actual),
        target_text=example.target,
        actual_text=example.actual,
        lenient=True,
        bands=standard.qualitative,
    )
    outcome = evaluate(from_standard(method), example.points, facts)
    if outcome.bounds is None:
        return "；".join(outcome.steps) or str(outcome.why_not)
    scored = rounded(outcome.bounds, _EXAMPLE_DECIMALS)
    return scored.low, scored.high


def _leaves(standard: Standard) -> list[Criterion]:
    return [criterion for criterion in standard.criteria if criterion.method.name != "group"]


def _point_faults(standard: Standard) -> Iterator[Fault]:
    leaves = _leaves(standard)
    known = [criterion.max_score for criterion in leaves if criterion.max_score is not None]
    total = sum(known, Decimal(0)) + (standard.adjustment_slot or 0)
    complete = bool(leaves) and len(known) == len(standard.criteria) and not standard.gaps
    if total > standard.total:
        yield Fault(("criteria",), f"各项分值合计 {plain(total)}，超过总分 {plain(standard.total)}")
    elif complete and total != standard.total:
        yield Fault(("criteria",), f"各项分值合计 {plain(total)}，总分为 {plain(standard.total)}")
