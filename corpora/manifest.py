"""Turn the sample folder into corpora/manifest.json: sha256, size and split of each file; --check compares instead."""

import hashlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MANIFEST = HERE / "manifest.json"


def entries() -> list[dict[str, object]]:
    """One entry a sample, sorted by name: its files with sha256 and bytes, and the split its truth declares."""
    found: list[dict[str, object]] = []
    for truth in sorted((HERE / "samples").glob("*.truth.json")):
        stem = truth.name.removesuffix(".truth.json")
        declared = json.loads(truth.read_text(encoding="utf-8"))
        (document,) = [path for path in truth.parent.glob(f"{stem}.*") if path != truth]
        found.append(
            {
                "name": stem,
                "split": declared["split"],
                "planted": declared["findings"]["errors"],
                "document": _file(document),
                "truth": _file(truth),
                "source": _file(HERE / "sources" / f"{stem}.html") if document.suffix in {".pdf", ".docx"} else None,
            }
        )
    return found


def _file(path: Path) -> dict[str, object]:
    data = path.read_bytes()
    return {"path": path.relative_to(HERE).as_posix(), "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def rendered() -> str:
    """The manifest's text, the same bytes for the same files."""
    manifest = {"schema": "jixiao/corpus/1", "licence": "CC0-1.0", "samples": entries()}
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(
            0
            if MANIFEST.read_text(encoding="utf-8") == rendered()
            else "manifest.json differs: run corpora/manifest.py"
        )
    MANIFEST.write_text(rendered(), encoding="utf-8")
