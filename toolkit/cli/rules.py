"""`jixiao rules list|explain CODE`: the catalogue of audit rules."""

from inspect import cleandoc
from typing import Annotated, Any

import typer

from toolkit.cli.helptext import Command, Group

app = typer.Typer(cls=Group, help="审核规则：清单和说明", rich_markup_mode=None)
AsJson = Annotated[bool, typer.Option("--json", help="以 JSON 列出")]


@app.command("list", cls=Command)
def list_rules(as_json: AsJson = False) -> None:
    """列出全部规则：代码、级别、名称"""
    import sys

    from toolkit.cli.console import screen_for
    from toolkit.model.codec import encode

    known = _catalogue()
    if as_json:
        sys.stdout.write(encode([_view(rule) for rule in known.values()]))
        return
    rows = [(rule.code, rule.severity.word, rule.title, rule.name) for rule in known.values()]
    lines = screen_for(None).table(("代码", "级别", "名称", "英文名"), rows)
    sys.stdout.writelines(f"{line}\n" for line in lines)


@app.command(cls=Command)
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="规则代码，如 SCO101")],
    as_json: AsJson = False,
    everything: Annotated[bool, typer.Option("--all", help="例子都列出全文")] = False,
) -> None:
    """说明一条规则：检查什么、为什么、依据、何时不报、例子"""
    import sys

    from toolkit.audit.measured import measured_words
    from toolkit.errors import UsageError
    from toolkit.model.codec import encode

    rule = _catalogue().get(code.upper())
    if rule is None:
        raise UsageError("RULE-UNKNOWN", f"没有代码为“{code}”的规则。", "用 jixiao rules list 查看全部规则。")
    explained = cleandoc(rule.check.__globals__.get("__doc__") or "")
    if as_json:
        told = {"explanation": explained, "examples": _examples(rule), "measured": _measured(rule.code)}
        sys.stdout.write(encode({**_view(rule), **told}))
        return
    sys.stdout.write(f"{rule.code} {rule.title}（{rule.severity.word}，{rule.name}，自 {rule.since} 版）\n\n")
    sys.stdout.write(f"{explained}\n")
    if not rule.code.startswith("CMP"):
        sys.stdout.write(f"\n{measured_words(rule.code)}\n")
    shown = _examples(rule)
    for number, example in enumerate(shown):
        sys.stdout.write(f"\n例{number + 1}（{example['outcome']}）：{example['note']}\n")
        if everything or number == 0:
            sys.stdout.writelines(f"  {line}\n" for line in example["text"].strip().splitlines())
    if len(shown) > 1 and not everything:
        sys.stdout.write("\n其余例子的全文：加 --all。\n")


def _catalogue() -> dict[str, Any]:
    """Rules of the audit and contrasts of the comparison by code."""
    from toolkit.audit.run import rules
    from toolkit.compare.side_by_side import contrast_rules

    return {**rules(), **contrast_rules()}


_OUTCOMES = {"fires": "报出", "silent": "不报", "near_miss": "差一点，不报"}


def _examples(rule: Any) -> list[dict[str, str]]:
    return [
        {"kind": example.kind, "outcome": _OUTCOMES[example.kind], "note": example.note, "text": example.text}
        for example in getattr(rule, "examples", ())
    ]


def _measured(code: str) -> dict[str, int] | None:
    from dataclasses import asdict

    from toolkit.audit.measured import measured

    counts = measured()[1].get(code)
    return None if counts is None else asdict(counts)


def _view(rule: Any) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "title": rule.title,
        "severity": rule.severity.value,
        "since": rule.since,
        "lifecycle": getattr(rule, "lifecycle", "trial"),
        "yields_to": list(getattr(rule, "yields_to", ())),
    }
