"""Size and seed → a folder of made reports, each with its truth beside it, and a manifest with hashes; resumable."""

import json
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeAlias

from toolkit.corpus.grammar import SPLITS, Split
from toolkit.corpus.render import Engine, engines
from toolkit.corpus.writing import Made, make
from toolkit.errors import UsageError
from toolkit.export._output import write_atomically

QUICK: Final = ("markdown", "text", "recognised", "web", "sheet", "word")
FORMATS: Final = (*QUICK, "css", "canvas", "fpdf", "office-word", "scan")
SHARES: Final[dict[Split, int]] = {"train": 60, "validation": 15, "test": 25}
RECIPE: Final = "recipe.json"
MANIFEST: Final = "manifest.json"
_BATCH: Final = 20
_HERE: Final = Path(__file__).parent

Step: TypeAlias = Callable[[int, str], None]


def build(target: Path, size: int, seed: int, formats: Sequence[str] = QUICK, step: Step | None = None) -> Path:
    """Make what is not there yet and return the manifest's path.

    Documents are numbered within their split, so that a larger size only adds some. Raises UsageError for a format
    that is unknown or whose engine is not installed, and for a folder that holds another build.
    """
    chosen = [_engine(name) for name in formats]
    target.mkdir(parents=True, exist_ok=True)
    _same_recipe(target, {"seed": seed, "formats": list(formats), "generator": fingerprint()})
    entries: list[dict[str, Any]] = []
    plan = _plan(size, seed)
    while batch := list(islice(plan, _BATCH)):
        _write(target, batch, chosen)
        entries += [_entry(target, made, chosen) for made in batch]
        if step is not None:
            step(len(entries), batch[-1].name)
    content = {"schema": "jixiao/made-corpus/1", "licence": "CC0-1.0", "seed": seed, "size": size}
    manifest = target / MANIFEST
    text = json.dumps({**content, "generator": fingerprint(), "documents": entries}, ensure_ascii=False, indent=1)
    write_atomically(manifest, [text.encode() + b"\n"])
    return manifest


def split_sizes(size: int) -> dict[Split, int]:
    """How many documents each split gets; what does not divide goes to training."""
    sizes = {split: size * share // 100 for split, share in SHARES.items()}
    sizes["train"] += size - sum(sizes.values())
    return sizes


def fingerprint() -> str:
    """A hash of the code, the phrases, the lexicon and the patterns that make documents."""
    code = sha256()
    for path in sorted(path for path in _HERE.rglob("*") if path.suffix in {".py", ".toml"}):
        code.update(path.relative_to(_HERE).as_posix().encode() + b"\0" + path.read_bytes())
    return code.hexdigest()[:16]


def truth_path(target: Path, made: Made) -> Path:
    """Where a document's truth lies."""
    return _place(target, made) / f"{made.name}.truth.json"


def _plan(size: int, seed: int) -> Iterator[Made]:
    for split in SPLITS:
        for number in range(split_sizes(size)[split]):
            yield make(split, seed, number)


def _engine(name: str) -> Engine:
    known = engines()
    if name not in FORMATS:
        raise UsageError("CORPUS-FORMAT", f"没有格式“{name}”。", f"可选：{'、'.join(FORMATS)}。")
    if (absent := known[name].missing()) is not None:
        raise UsageError("CORPUS-ENGINE", f"格式“{name}”需要 {absent}，这里没有安装。", "装上它，或不选这个格式。")
    return known[name]


def _same_recipe(target: Path, recipe: dict[str, Any]) -> None:
    path = target / RECIPE
    text = json.dumps(recipe, ensure_ascii=False, indent=1) + "\n"
    if path.exists() and path.read_text("utf-8") != text:
        raise UsageError("CORPUS-OTHER", f"“{target}”里是另一次生成的样本。", "换一个文件夹，或先清空它。")
    write_atomically(path, [text.encode()])


def document_path(target: Path, made: Made, engine: Engine) -> Path:
    """Where one rendering of a document lies."""
    return _place(target, made) / f"{made.name}.{engine.name}.{engine.suffix}"


def _place(target: Path, made: Made) -> Path:
    return target / str(made.truth["split"])


def _write(target: Path, batch: Sequence[Made], chosen: Sequence[Engine]) -> None:
    for made in batch:
        path = truth_path(target, made)
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            write_atomically(path, [json.dumps(made.truth, ensure_ascii=False, indent=1).encode() + b"\n"])
    for engine in chosen:
        absent = [made for made in batch if not document_path(target, made, engine).exists()]
        files = engine.render([(made.document, made.pattern.style) for made in absent]) if absent else []
        for made, data in zip(absent, files, strict=True):
            write_atomically(document_path(target, made, engine), [data])


def _entry(target: Path, made: Made, chosen: Sequence[Engine]) -> dict[str, Any]:
    truth = made.truth
    paths = [truth_path(target, made), *(document_path(target, made, engine) for engine in chosen)]
    return {
        "name": made.name,
        "split": truth["split"],
        "pattern": truth["pattern"],
        "system": truth["system"],
        "planted": [plant["code"] for plant in truth["planted"] if plant["observable"]],
        "files": [_file(target, path) for path in paths],
    }


def _file(target: Path, path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    return {"path": path.relative_to(target).as_posix(), "sha256": sha256(data).hexdigest(), "bytes": len(data)}
