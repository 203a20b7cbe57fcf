"""TOML files → scoring standards, decoded strictly: every mistake with its path, its line and what was expected."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from toolkit.errors import StandardError
from toolkit.model.standard import Standard
from toolkit.scoring import soundness
from toolkit.scoring.toml_lines import line_numbers

NATIONAL = "cn-mof-2020-project"
GENERIC = "cn-generic-department"
LARGEST = 1_000_000
_FOLDER = Path(__file__).parent / "standards"

# pydantic's kinds of error → what was expected, in Chinese; {…} are the error's own context.
_EXPECTED = {
    "missing": "缺少必填项",
    "extra_forbidden": "没有这个键，请核对拼写",
    "literal_error": "应为 {expected} 之一",
    "string_type": "应为字符串",
    "bool_type": "应为 true 或 false",
    "bool_parsing": "应为 true 或 false",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "decimal_type": "应为数",
    "decimal_parsing": "应为数",
    "finite_number": "应为有限的数",
    "tuple_type": "应为数组 [ … ]",
    "dict_type": "应为表 {{ … }}",
    "model_type": "应为表 {{ … }}",
    "value_error": "{error}",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake of a standard's file: where (path and line, None if not findable) and what was expected."""

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        place = "" if self.line is None else f"第{self.line}行 "
        return f"{place}{self.path}：{self.message}" if self.path else f"{place}{self.message}"


def standards() -> dict[str, Standard]:
    """The standards that come with the toolkit, by id, in the order of ids. Read once."""
    return dict(_shipped())


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Standard]:
    """Decoded as strictly as any file; that their points and examples are sound is proven once, by the tests."""
    read = (_standard(path.name, *_decoded(_text(path))) for path in sorted(_FOLDER.glob("*.toml")))
    return dict(sorted((standard.id, standard) for standard in read))


def load_file(path: Path) -> Standard:
    """The standard in a TOML file. Raises StandardError that lists every mistake of the file."""
    return _standard(path.name, *inspect(path))


def _standard(name: str, standard: Standard | None, mistakes: tuple[Mistake, ...]) -> Standard:
    if standard is None or mistakes:
        listed = "\n".join(f"  {mistake}" for mistake in mistakes)
        raise StandardError(
            "STANDARD-INVALID",
            f"“{name}”有 {len(mistakes)} 处错误：\n{listed}",
            "改正所列各处后再试；jixiao standards show cn-mof-2020-project 可作样本。",
        )
    return standard


def inspect(path: Path) -> tuple[Standard | None, tuple[Mistake, ...]]:
    """The standard in a file, as far as it can be decoded, and its mistakes in the order of lines."""
    text = _text(path)
    standard, mistakes = _decoded(text)
    faults = () if standard is None else tuple(soundness.faults(standard))
    if not faults:
        return standard, mistakes
    lines = line_numbers(text)
    return standard, _sorted(_placed(fault.path, fault.message, lines) for fault in faults)


def _decoded(text: str) -> tuple[Standard | None, tuple[Mistake, ...]]:
    """The standard in a text, or why it cannot be decoded."""
    try:
        data = tomllib.loads(text, parse_float=_decimal)
    except tomllib.TOMLDecodeError as error:
        return None, (_syntax(error),)
    except RecursionError:
        return None, (Mistake("", None, "嵌套过深"),)
    try:
        return Standard.model_validate(data), ()
    except ValidationError as error:
        lines = line_numbers(text)
        return None, _sorted(_decoding(found, lines) for found in error.errors(include_url=False))


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise StandardError(
            "STANDARD-UNREADABLE", f"无法读取“{path.name}”：{error.strerror}", "请核对文件名。"
        ) from error
    if len(raw) > LARGEST:
        raise StandardError("STANDARD-TOO-LARGE", f"“{path.name}”超过 1 MB，不像评分标准", "请核对文件。")
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise StandardError("STANDARD-ENCODING", f"“{path.name}”不是 UTF-8 编码", "请另存为 UTF-8。") from error


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text.replace("_", ""))
    except InvalidOperation:  # tomllib passes only valid floats; a decimal it cannot be is the reader's own NaN
        return Decimal("NaN")


def _syntax(error: tomllib.TOMLDecodeError) -> Mistake:
    words = str(error)
    _, _, place = words.rpartition("(at line ")
    number = place.split(",")[0]
    return Mistake("", int(number) if number.isdigit() else None, f"不是合法的 TOML（{words.partition(' (at')[0]}）")


def _decoding(error: Any, lines: dict[tuple[str | int, ...], int]) -> Mistake:
    context = {key: str(value) for key, value in error.get("ctx", {}).items()}
    context["expected"] = context.get("expected", "").replace(" or ", "、").replace(", ", "、")
    known = _EXPECTED.get(error["type"])
    message = known.format_map(context) if known is not None else f"值不合要求（{error['type']}）"
    given = error.get("input")
    if isinstance(given, str | int | Decimal) and error["type"] not in {"missing", "extra_forbidden"}:
        message += f"，实为 {given!r}" if isinstance(given, str) else f"，实为 {given}"
    return _placed(error["loc"], message, lines)


def _placed(path: tuple[str | int, ...], message: str, lines: dict[tuple[str | int, ...], int]) -> Mistake:
    named = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")
    for length in range(len(path), 0, -1):
        line = lines.get(tuple(path[:length]))
        if line is not None:
            return Mistake(named, line, message)
    return Mistake(named, None, message)


def _sorted(mistakes: Any) -> tuple[Mistake, ...]:
    return tuple(sorted(mistakes, key=lambda found: (found.line or 0, found.path)))
