"""`Request`: what the caller decides, and the standard that is meant by what the caller typed."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from toolkit.errors import UsageError
from toolkit.model.assumption import Assumption
from toolkit.model.record import ReportKind
from toolkit.model.settings import Settings
from toolkit.pipeline.limits import Limits

if TYPE_CHECKING:
    from toolkit.model.standard import Standard

PdfBackend = Literal["pdfium", "pdfplumber"]


@dataclass(frozen=True, slots=True)
class Request:
    """What the caller decides: a standard (id or path of a TOML file), thresholds, rules, how to read.

    `pages` counts from 1, None reads all. `entity`, `fiscal_year`, `kind` take the place of what the report says,
    `assume` of single values of single lines.
    With `limits` each file is read in a process of its own that is killed at them; without, in this one.
    """

    standard: "str | Path | Standard | None" = None
    settings: Settings = field(default_factory=Settings)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    pdf_backend: PdfBackend = "pdfium"
    password: str | None = None
    pages: tuple[int, ...] | None = None
    entity: str | None = None
    fiscal_year: int | None = None
    kind: ReportKind | None = None
    assume: tuple[Assumption, ...] = ()
    limits: Limits | None = None


DEFAULT = Request()
"""What holds where the caller decides nothing."""


def find_standard(asked: "str | Path | Standard | None") -> "Standard | None":
    """The standard asked for by id, by the path of a TOML file, or itself; None where none was asked for."""
    if not isinstance(asked, str | Path):
        return asked
    from toolkit.scoring.load import load_file, standards

    known = standards()
    if str(asked) in known:
        return known[str(asked)]
    path = Path(asked)
    if path.suffix.lower() == ".toml" or path.is_file():
        return load_file(path)
    hint = "用 jixiao standards list 查看可用的标准。"
    raise UsageError("STANDARD-UNKNOWN", f"没有编号为“{asked}”的评分标准。", hint)
