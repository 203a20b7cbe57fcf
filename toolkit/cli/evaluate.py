"""`jixiao evaluate`: how good the models are, on sentences that no training saw."""

from pathlib import Path
from typing import Annotated

import typer

_SETS = {"test": "未见过的说法", "sentences": "手写句", "sample-reasons": "样本报告的原因"}
_MODELS = {
    "columns": "表格栏目",
    "rows": "表格的行",
    "groups": "指标名分组",
    "roles": "句子角色",
    "reasons": "原因类别",
}


def run(
    handwritten: Annotated[Path, typer.Option("--handwritten", metavar="DIR", help="手写句的文件夹")] = Path(
        "corpora/handwritten"
    ),
    models: Annotated[Path | None, typer.Option("--models", metavar="DIR", help="要量的模型；默认随程序的")] = None,
    write: Annotated[Path | None, typer.Option("--write", metavar="FILE", help="连同比较和学习曲线写成 JSON")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="以 JSON 列出")] = False,
) -> None:
    """量模型的准确程度：宏平均 F1 及区间、校准误差、有把握的占多少、对多少"""
    import sys
    from dataclasses import asdict

    from toolkit.cli.console import screen_for
    from toolkit.model.codec import encode
    from toolkit.train.evaluate import measure

    if write is not None:
        from toolkit.train.report import report

        told = report(handwritten, models, lambda words: print(words, file=sys.stderr))  # noqa: T201
        write.write_text(encode(told), encoding="utf-8", newline="\n")
        return
    found = list(measure(handwritten, models))
    if as_json:
        sys.stdout.write(encode([asdict(one) for one in found]))
        return
    rows = [
        (
            _MODELS[one.model],
            _SETS[one.set],
            str(one.judged.sentences),
            f"{one.judged.accuracy:.1%}",
            f"{one.judged.macro_f1:.3f}（{one.judged.low:.3f}–{one.judged.high:.3f}）",
            f"{one.judged.calibration_error:.3f}",
            f"{one.judged.sure_share:.1%}",
            f"{one.judged.sure_right:.1%}",
        )
        for one in found
    ]
    heads = ("模型", "评测集", "句数", "正确率", "宏平均 F1（95% 区间）", "校准误差", "有把握的", "其中对的")
    sys.stdout.writelines(f"{line}\n" for line in screen_for(None).table(heads, rows))
