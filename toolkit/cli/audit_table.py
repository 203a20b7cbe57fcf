"""A dossier → the page a reviewer reads: who, by what standard, how far off, how sure, what to look at, what next."""

from collections.abc import Iterable, Iterator
from time import perf_counter

from toolkit.audit.fragility import fragility
from toolkit.audit.place import place
from toolkit.cli.console import Screen
from toolkit.cli.wrap import padded
from toolkit.export import Item
from toolkit.export._findings import cases, rule_title
from toolkit.export._overview import coverage, fragility_words, scores, title
from toolkit.model.case import Case, Dossier
from toolkit.model.finding import Finding, Severity
from toolkit.model.result import Refusal
from toolkit.text import cells_wide

_FEW_NOTICES = 5
_MARGIN = 8


def show_audits(items: Iterable[Item], screen: Screen, everything: bool) -> Iterator[str]:
    """Pages of the dossiers, one after another; of several also the sum at the end."""
    dossiers: list[Dossier] = []
    refused: list[Refusal] = []
    for item, seconds in _timed(items):
        if isinstance(item, Dossier):
            if dossiers:
                yield "\n"
            dossiers.append(item)
            spent = f"，{seconds:.1f}秒" if screen.interactive else ""
            yield from (f"{line}\n" for line in _page(item, screen, everything, spent))
        elif isinstance(item, Refusal):
            refused.append(item)
    if len(dossiers) + len(refused) > 1 or any(dossier.annexes for dossier in dossiers):
        yield from (f"{line}\n" for line in _summary(dossiers, refused, screen))
    if dossiers:
        yield from (f"{line}\n" for line in _next_steps(dossiers, screen))


def _timed(items: Iterable[Item]) -> Iterator[tuple[Item, float]]:
    """Each item with the seconds it took to come."""
    start = perf_counter()
    for item in items:
        yield item, perf_counter() - start
        start = perf_counter()


def _page(dossier: Dossier, screen: Screen, everything: bool, spent: str) -> Iterator[str]:
    yield from _part(dossier, screen, everything, spent)
    for number, annex in enumerate(dossier.annexes, start=1):
        yield ""
        yield f"附件 {number}"
        yield from _part(annex, screen, everything)


def _part(part: Dossier, screen: Screen, everything: bool, spent: str = "") -> Iterator[str]:
    yield from _head(part.case, screen, spent)
    yield ""
    yield from _scores(part.case, screen)
    fragile = fragility_words(fragility(part))
    if fragile:
        yield from screen.text(fragile, indent=2, hanging=4)
    graver = any(finding.severity is not Severity.NOTICE for finding in part.findings)
    for severity in Severity:
        found = [finding for finding in part.findings if finding.severity is severity]
        folded = severity is Severity.NOTICE and not everything and (graver or len(found) > _FEW_NOTICES)
        yield from _group(part.case, severity, found, folded, screen)
    if not part.findings:
        yield ""
        yield "没有发现疑点。"
    yield ""
    yield from _ledger(part.case, screen)


def _head(case: Case, screen: Screen, spent: str) -> Iterator[str]:
    source = case.document.source
    facts = f"{f'{source.pages}页' if source.pages else ''}{spent}".strip("，")
    yield from screen.apart(title(case.report), f"{source.name}（{facts}）" if facts else source.name)
    yield from screen.text(f"标准  {case.choice.title}（依据：{case.choice.chosen_by}）", hanging=6)
    lost = [note for note in case.document.notes if note.severity == "loss"]
    if lost:
        more = f" 等 {len(lost)} 处" if len(lost) > 1 else ""
        yield from screen.text(f"读取不全  {lost[0].message}{more}", hanging=10)


def _scores(case: Case, screen: Screen) -> Iterator[str]:
    found = scores(case)
    parts = [
        f"自评总分 {found.claimed}",
        f"逐项相加 {found.from_lines}",
        f"按标准重算 {found.recomputed}",
        f"等级 {found.grade}",
    ]
    one_line = "    ".join(parts)
    if cells_wide(one_line) + 2 <= screen.readable:
        yield from screen.text(one_line, indent=2)
    else:
        for left, right in ((parts[0], parts[1]), (parts[2], parts[3])):
            yield from screen.text(f"{padded(left, 36)}{right}", indent=2)
    yield from screen.text(coverage(case), indent=2, hanging=4)


def _group(case: Case, severity: Severity, found: list[Finding], folded: bool, screen: Screen) -> Iterator[str]:
    if not found:
        return
    yield ""
    if folded:
        yield screen.paint(f"{severity.word} {len(found)}（--all 显示）", severity)
        return
    yield screen.rule(f"{severity.word} {len(found)}", severity)
    for finding in found:
        yield from _finding(case, finding, screen)


def _finding(case: Case, finding: Finding, screen: Screen) -> Iterator[str]:
    where = place(case.document, finding.where[0] if finding.where else None)
    heading = screen.apart(f" {finding.code} {rule_title(finding)}", where)
    yield from (line.replace(finding.code, screen.paint(finding.code, finding.severity), 1) for line in heading)
    yield from screen.text(finding.message.removeprefix(where).lstrip("：") or where, indent=_MARGIN)
    if finding.advice:
        yield from screen.text(f"建议：{finding.advice.removeprefix('建议')}", indent=_MARGIN, hanging=_MARGIN + 6)
    if finding.ask:
        yield from screen.text(f"可补：{finding.ask}", indent=_MARGIN, hanging=_MARGIN + 6)


def _ledger(case: Case, screen: Screen) -> Iterator[str]:
    counts = case.ledger.summary
    rest = [
        f"{word} {count}"
        for word, count in (
            ("只出现一次", counts.single),
            ("不参与", counts.excluded),
            ("无法辨认", counts.unreadable),
        )
        if count
    ]
    yield from screen.text("，".join([f"核对过的数字 {counts.checked}/{counts.figures}", *rest]) + "。", hanging=2)


def _next_steps(dossiers: list[Dossier], screen: Screen) -> Iterator[str]:
    code = next((finding.code for dossier in dossiers for part in cases(dossier) for finding in part.findings), None)
    steps = ["-o 底稿.xlsx 生成复核底稿", "--json 查看全部记录和出处"]
    if code is not None:
        steps.append(f"jixiao rules explain {code} 说明规则")
    yield ""
    yield from screen.text(f"下一步：{'；'.join(steps)}。", hanging=8)


def _summary(dossiers: list[Dossier], refused: list[Refusal], screen: Screen) -> Iterator[str]:
    parts = [part for dossier in dossiers for part in cases(dossier)]
    counts = {
        level: sum(finding.severity is level for part in parts for finding in part.findings) for level in Severity
    }
    words = "，".join(f"{level.word} {count}" for level, count in counts.items())
    yield ""
    yield from screen.text(
        f"共 {len(dossiers) + len(refused)} 个文件，已审核 {len(dossiers)} 个、{len(parts)} 份报告：{words}。"
    )
    if refused:
        yield from screen.text(f"未能读取 {len(refused)} 个：{'、'.join(item.source for item in refused)}", hanging=2)
