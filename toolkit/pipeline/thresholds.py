"""A TOML file of thresholds → Settings; unknown names and wrong values are named in Chinese."""

import tomllib
from decimal import Decimal
from pathlib import Path

from pydantic import ValidationError

from toolkit.errors import UsageError
from toolkit.model.settings import Settings

_HINT = "每行一个“名称 = 数值”，名称见 jixiao schema settings。"


def load_settings(path: Path) -> Settings:
    """Thresholds of the file over the defaults. Raises UsageError with the name of what is wrong."""
    try:
        values = tomllib.loads(path.read_text("utf-8-sig"), parse_float=Decimal)
    except FileNotFoundError as cause:
        raise UsageError("SETTINGS-MISSING", f"找不到设置文件“{path.name}”。", "请检查 --settings 的路径。") from cause
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as cause:
        raise UsageError("SETTINGS-UNREADABLE", f"设置文件“{path.name}”不是可读的 TOML（{cause}）。", _HINT) from cause
    try:
        return Settings.model_validate(values)
    except ValidationError as cause:
        wrong = "、".join(".".join(str(part) for part in problem["loc"]) for problem in cause.errors())
        message = f"设置文件“{path.name}”中这些项不认识或取值不对：{wrong}。"
        raise UsageError("SETTINGS-INVALID", message, _HINT) from cause
