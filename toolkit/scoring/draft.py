"""A report's own table → a standard in TOML to start from: groups, lines, points, and the criteria that could be read.

A criterion that is not printed or not understood stays `unknown`, its words kept beside it: nothing is filled in.
"""

import json
from collections.abc import Iterator
from decimal import Decimal

from toolkit.model.number import plain
from toolkit.model.record import Indicator, PerformanceReport
from toolkit.model.standard import Band, Method
from toolkit.scoring import criteria
from toolkit.scoring.rule import PERCENT, ScoringRule
from toolkit.scoring.tally import scale_of

_KIND_NAMES = {"department": "部门整体支出", "project": "项目支出", "earmarked_fund": "专项资金"}


def draft(report: PerformanceReport) -> str:
    """The TOML text. It loads and passes the check; whoever uses it fills in what `gaps` names."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: PerformanceReport) -> Iterator[str]:
    identity = report.identity
    entity = "未识别单位" if identity.entity is None else identity.entity.value
    kind = None if identity.kind is None else identity.kind.value
    scale = scale_of(report)
    leaves = [(line, scale.points(line)) for line in report.scored_leaves]
    total = sum((points for _, points in leaves if points is not None), Decimal(0))
    yield f"# 由“{_plain(entity)}”的自评表起草，请逐行核对后使用：jixiao standards check 本文件。"
    yield 'id = "draft"'
    yield f"title = {_quoted(f'{entity}{_KIND_NAMES.get(kind or str(), str())}绩效评价评分标准（草稿）')}"
    yield f"authority = {_quoted(entity)}"
    yield f"total = {plain(max(total, Decimal(100)))}"
    yield 'status = "derived"'
    unread = [line.name.value for line, points in leaves if _method(line, points) is None]
    yield "gaps = ["
    yield f"  {_quoted('由报告自己的表起草，未与制定机关的文本核对')},"
    if unread:
        yield f"  {_quoted('计分方法未印或未能读懂：' + '、'.join(unread))},"
    yield "]"
    yield ""
    yield "[applies]"
    yield f"kinds = [{_quoted(kind) if kind else ''}]"
    seen: set[tuple[str, ...]] = set()
    for line, points in leaves:
        path = tuple(name for name in (line.level1, line.level2, line.name.value) if name)
        if path not in seen:
            seen.add(path)
            yield from _criterion(line, path, points)


def _criterion(line: Indicator, path: tuple[str, ...], points: Decimal | None) -> Iterator[str]:
    yield ""
    yield "[[criteria]]"
    yield f"path = [{', '.join(map(_quoted, path))}]"
    if points is not None:
        yield f"max_score = {plain(points)}"
    method = _method(line, points)
    if line.criterion is not None:
        yield f"formula = {_quoted(line.criterion.value)}"
    yield 'status = "derived"'
    yield f"source = {_quoted('报告自己的表')}"
    yield f"method = {_inline(method or Method(name='unknown'))}"


def _method(line: Indicator, points: Decimal | None) -> Method | None:
    """The printed criterion as a method of a standard; None where it is not printed, not read, or says more."""
    if line.criterion is None or points is None:
        return None
    read = criteria.read(line.criterion.value, points)
    if read == "discretionary":
        return Method(name="discretionary")
    if not isinstance(read, ScoringRule) or read != ScoringRule(read.method, read.unit):
        return None
    whole = not read.method.checks or sum(read.method.checks, Decimal(0)) == points
    return read.method if whole and read.unit in {None, PERCENT} and read.method.over is None else None


def _inline(method: Method) -> str:
    parts = [f"name = {_quoted(method.name)}"]
    for name in ("threshold", "step", "per", "pass_floor", "start"):
        value = getattr(method, name)
        if value is not None:
            parts.append(f"{name} = {plain(value)}")
    parts += [f"{name} = {_quoted(getattr(method, name))}" for name in ("base", "side") if getattr(method, name)]
    if method.counting != "unknown":
        parts.append(f"counting = {_quoted(method.counting)}")
    if method.bands:
        parts.append(f"bands = [{', '.join(map(_band, method.bands))}]")
    if method.checks:
        parts.append(f"checks = [{', '.join(map(plain, method.checks))}]")
    return f"{{ {', '.join(parts)} }}"


def _band(band: Band) -> str:
    numbers = ("low", "high", "score", "share_low", "share_high")
    parts = [f"{name} = {plain(getattr(band, name))}" for name in numbers if getattr(band, name) is not None]
    flags = ("low_included", "high_included", "share_high_included")
    parts += [
        f"{name} = {str(getattr(band, name)).lower()}"
        for name in flags
        if getattr(band, name) != Band.model_fields[name].default
    ]
    if band.phrases:
        parts.append(f"phrases = [{', '.join(map(_quoted, band.phrases))}]")
    return f"{{ {', '.join(parts)} }}"


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _plain(text: str) -> str:
    return "".join(char for char in text if char.isprintable())
