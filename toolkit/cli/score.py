"""`jixiao score`: one line recomputed: interval, method, steps, or why not."""

from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

import typer

from toolkit.cli.streams import input_lines
from toolkit.errors import ExitStatus, UsageError

EPILOG = """“-”：从标准输入逐行读取 JSON，如 {"points": "5", "target": "≥95%", "actual": "90.2%", "criterion": null}。
不给 --criterion 时按国家办法：达到得满分，未达到按完成比例。"""
_KEYS = {"points", "target", "actual", "criterion"}


def run(
    source: Annotated[str, typer.Argument(metavar="[-]", help="- 读标准输入")] = "",
    points: Annotated[str, typer.Option("--points", metavar="P", help="分值")] = "",
    target: Annotated[str, typer.Option("--target", metavar="T", help="目标值，如 ≥95%")] = "",
    actual: Annotated[str, typer.Option("--actual", metavar="A", help="完成值，如 90.2%")] = "",
    criterion: Annotated[str, typer.Option("--criterion", metavar="TEXT", help="评分标准原文")] = "",
) -> int:
    """重算一行得分：区间、方法、步骤，或不能重算的原因，一行一个 JSON"""
    if source == "-":
        return _from_input()
    if source:
        raise UsageError(
            "USAGE-ARGUMENT", f"不认识“{source}”。", "用 --points、--target、--actual 给出，或用 - 读标准输入。"
        )
    if not points:
        raise UsageError(
            "USAGE-POINTS", "缺少 --points。", "如 jixiao score --points 10 --target ≥95% --actual 90.2%。"
        )
    given = {"points": points, "target": target or None, "actual": actual or None, "criterion": criterion or None}
    _print(0, given)
    return ExitStatus.OK


def _from_input() -> int:
    """Every line gets its answer; a line that cannot be understood gets a refusal in its place."""
    import sys

    from toolkit.cli.complaint import complain
    from toolkit.model.codec import encode_line, refusal_view

    status = ExitStatus.OK
    for index, line in enumerate(input_lines()):
        try:
            if line.strip():
                _print(index, _parse(line))
        except UsageError as error:
            name = f"第{index + 1}行"
            sys.stdout.write(encode_line({"index": index, **refusal_view(name, error)}))
            complain(error, name)
            status = error.exit_status
        sys.stdout.flush()
    return status


def _parse(line: str) -> dict[str, Any]:
    import json

    try:
        given = json.loads(line, parse_float=Decimal)
    except (ValueError, RecursionError) as cause:
        raise UsageError("INPUT-JSON", "不是 JSON。", EPILOG.partition("\n")[0]) from cause
    if not isinstance(given, dict) or "points" not in given or not given.keys() <= _KEYS:
        raise UsageError("INPUT-KEYS", "应为含 points、target、actual、criterion 的对象。", EPILOG.partition("\n")[0])
    return given


def _print(index: int, given: dict[str, Any]) -> None:
    import sys

    from toolkit.model.codec import dump, encode_line
    from toolkit.scoring.line import score_line

    texts = [None if (value := given.get(key)) is None else str(value) for key in ("target", "actual", "criterion")]
    result = score_line(_points(given["points"]), *texts)
    recomputed = None if result.recomputed is None else dump(result.recomputed)
    view = {
        "index": index, "recomputed": recomputed, "method": result.method, "steps": list(result.steps),
        "why_not": result.why_not,
    }  # fmt: skip
    sys.stdout.write(encode_line(view))


def _points(given: Any) -> Decimal:
    try:
        points = Decimal(str(given).strip())
    except InvalidOperation as cause:
        raise UsageError("INPUT-POINTS", f"分值“{given}”不是数。", "请写成 10 或 7.5。") from cause
    if isinstance(given, bool) or not points.is_finite() or not 0 <= points <= 10_000:
        raise UsageError("INPUT-POINTS", f"分值“{given}”不在 0 至 10000 之间。", "请写成 10 或 7.5。")
    return points
