"""Name of a model → its files, checked against the manifest: inside the installed package, else beside it."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from toolkit.errors import ModelError

MANIFEST: Final = "manifest.json"
SCHEMA: Final = "jixiao/models/1"
_PACKAGE = Path(__file__).resolve().parents[1]
_HINT = "请重新安装 jixiao-toolkit；没有模型时规则照常工作，只是不给原因分类。"


def locate() -> Path:
    """The folder of models. Raises ModelError where there is none."""
    for folder in (_PACKAGE / "models", _PACKAGE.parent / "models"):
        if (folder / MANIFEST).is_file():
            return folder
    raise ModelError("MODEL-MISSING", "找不到模型文件夹 models", _HINT)


def load(name: str, file: str, folder: Path | None = None) -> bytes:
    """Bytes of one file of a model. Raises ModelError where it is missing or not the one that the manifest names."""
    folder = folder or locate()
    listed = _manifest(folder).get(name, {}).get(file)
    if listed is None:
        raise ModelError("MODEL-MISSING", f"模型清单里没有 {name}/{file}", _HINT)
    try:
        data = (folder / name / file).read_bytes()
    except OSError:
        raise ModelError("MODEL-MISSING", f"缺少模型文件 {name}/{file}", _HINT) from None
    if hashlib.sha256(data).hexdigest() != listed:
        raise ModelError("MODEL-CHANGED", f"模型文件 {name}/{file} 与清单的 sha256 不符", _HINT)
    return data


@cache
def _manifest(folder: Path) -> dict[str, Any]:
    """Model → file → sha256."""
    try:
        stated = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        raise ModelError("MODEL-MISSING", "模型清单 models/manifest.json 不能读取", _HINT) from None
    if not isinstance(stated, dict) or stated.get("schema") != SCHEMA or not isinstance(stated.get("models"), dict):
        raise ModelError("MODEL-VERSION", "模型清单不是本版本能读的", _HINT)
    models: dict[str, Any] = stated["models"]
    return models
