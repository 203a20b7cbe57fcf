"""How the analysis grows with its input: CPU seconds at n, 2n, 4n and the growth exponent, by kind and stage.

python benchmarks/scaling.py [KIND…] [--size SHARE]   (SHARE 0.25 runs everything at a quarter of its size)

Exponent 1 is linear, 2 quadratic: log2 of time(4n) ÷ time(2n). What takes less than 0.05 s has none. The garbage
collector rests while the clock runs: its sweeps fall on whichever stage is at work (--collect lets it run).
"""

import argparse
import gc
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from toolkit.audit.run import audit, rules
from toolkit.extract import extract, parts
from toolkit.figures import build_ledger
from toolkit.model.case import Case
from toolkit.readers import read
from toolkit.scoring.choose import choose
from toolkit.scoring.recompute import recompute

STAGES = ("read", "extract", "score", "ledger", "audit")
_TITLE = "# 云江市水务局2022年度{}绩效自评报告\n\n"
_HEAD = (
    "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |\n"
    "|---|---|---|---|---|---|---|---|\n"
)
_SYLLABLES = "渠道闸坝泵站堤防"
_ENDLESS = 60.0  # seconds of one run after which a kind is not doubled again
_SMALLEST = 0.05


@dataclass(frozen=True, slots=True)
class Kind:
    """A text that grows: `make(n)`, measured at `largest` ÷ 4, ÷ 2 and whole."""

    name: str
    what: str
    make: Callable[[int], str]
    largest: int


def lines(count: int) -> str:
    """One table, every line met and at full points."""
    rows = (
        f"| 产出指标 | 数量指标 | 维护渠段{index} | ≥{index + 9}处 | {index + 10}处 | 2 | 2 | |"
        for index in range(count)
    )
    return _TITLE.format("项目支出") + _HEAD + "\n".join(rows) + f"\n| 总分 | | | | | {2 * count} | {2 * count} | |\n"


def wrong_lines(count: int) -> str:
    """One table in which every line is at fault: target missed at full points, or points lost without reason."""
    rows = (
        f"| 产出指标 | 数量指标 | 维护渠段{index} | ≥{index + 9}处 | {index + 7}处 | 2 | {2 - index % 2} | |"
        for index in range(count)
    )
    return _TITLE.format("项目支出") + _HEAD + "\n".join(rows) + f"\n| 总分 | | | | | {2 * count} | {2 * count} | |\n"


def groups(count: int) -> str:
    """One table with a group's row before every four lines; no total."""
    rows = []
    for index in range(count // 5):
        rows.append(f"| 产出{index} | | | | | 8 | 7.5 | |")
        rows += [f"| | 数量指标 | 渠段{index}之{part} | ≥90% | 91% | 2 | 2 | |" for part in range(4)]
    return _TITLE.format("项目支出") + _HEAD + "\n".join(rows) + "\n"


def missing(count: int) -> str:
    """One table in which every other line lacks its target, its actual, its points or its score."""
    cells = (["≥9处", "10处", "2", "2"] for _ in range(count))
    rows = []
    for index, line in enumerate(cells):
        if index % 2:
            line[index // 2 % 4] = ""
        rows.append(f"| 产出指标 | 数量指标 | 维护渠段{index} | " + " | ".join(line) + " | |")
    return _TITLE.format("项目支出") + _HEAD + "\n".join(rows) + "\n"


def fund_rows(count: int) -> str:
    """The funds block of a form, with that many parts."""
    head = "| 项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n" + "|---" * 7 + "|\n"
    whole = f"| 年度资金总额 | {count}.00 | {count}.00 | {count}.00 | 10 | 100.00% | 10 |\n"
    parts = "".join(f"| 其中：{_syllables(index)}资金 | 1.00 | 1.00 | 1.00 | | 100.00% | |\n" for index in range(count))
    return _TITLE.format("项目支出") + head + whole + parts


def funds(count: int) -> str:
    """One table of money that is no form of ours, with a total row."""
    rows = (f"| 第{index}灌区 | {index}.50 | {index}.25 |" for index in range(count))
    whole = sum(range(count))
    total = f"| 合计 | {whole + count * 0.5:.2f} | {whole + count * 0.25:.2f} |"
    return (
        _TITLE.format("项目支出")
        + "| 灌区 | 投资（万元） | 支出（万元） |\n|---|---|---|\n"
        + "\n".join((*rows, total))
        + "\n"
    )


def statements(count: int) -> str:
    """One paragraph of statements."""
    return _TITLE.format("部门整体支出") + "".join(_statements(count)) + "\n"


def named_statements(count: int) -> str:
    """The same with a name of its own for each."""
    return _TITLE.format("部门整体支出") + "".join(_statements(count, named=True)) + "\n"


def paragraphs(count: int) -> str:
    """One paragraph a statement."""
    return _TITLE.format("部门整体支出") + "\n\n".join(_statements(count, named=True)) + "\n"


def _statements(count: int, *, named: bool = False) -> Iterator[str]:
    for index in range(count):
        name = f"{_syllables(index)}管护" if named else "资产管理"
        yield (
            f"（{index % 9 + 1}）{name}4分，自评得分3.3分，扣分主要原因：台账不全，扣0.7分。"
            "2021年全年预算数1,234.5万元，执行率98.1%。"
        )


def _syllables(index: int) -> str:
    """A word of its own for each index."""
    return "".join(_SYLLABLES[index >> 3 * place & 7] for place in range(5))


def unexplained(count: int) -> str:
    """One paragraph of statements that lost points without a reason."""
    said = (f"（{index % 9 + 1}）{_syllables(index)}管护4分，自评得分3.3分。" for index in range(count))
    return _TITLE.format("部门整体支出") + "".join(said) + "\n"


def relations(count: int) -> str:
    """One paragraph of sentences with a sum, a share and a count each, some of them wrong."""
    said = (
        f"全年{_syllables(index)}投入资金{index + 30}万元，其中：渠道{index + 10}万元，泵站20万元。"
        f"渠道投入{index + 10}万元，占{_syllables(index)}投入资金的40%。"
        f"落实{index % 2 + 2}项措施：一是巡查，二是养护。"
        for index in range(count)
    )
    return _TITLE.format("部门整体支出") + "资产管理4分，自评得分3.3分。\n\n" + "".join(said) + "\n"


def prose(count: int) -> str:
    """Running text, one numeral in ten characters."""
    clauses = (f"改造渠道{index % 900 + 1}处、新增{index}亩，" for index in range(count // 2))
    body = "".join(f"{clause[:-1]}。" if index % 5 == 4 else clause for index, clause in enumerate(clauses))
    return _TITLE.format("部门整体支出") + "资产管理4分，自评得分3.3分。\n\n" + body + "\n"


def dense(count: int) -> str:
    """Running text in sentences of a hundred amounts, half of them listed as parts of something."""

    def amounts(word: str) -> str:
        return "、".join(f"{_syllables(index)[:2]}{word}{index + 1}.5万元" for index in range(50))

    sentence = f"{amounts('投入')}，其中：{amounts('支出')}。"
    return _TITLE.format("部门整体支出") + "资产管理4分，自评得分3.3分。\n\n" + sentence * (count // 100) + "\n"


def endless_sentence(count: int) -> str:
    """The same without a full stop."""
    return prose(count).replace("亩。", "亩，")


def digits(count: int) -> str:
    """One run of digits."""
    return _TITLE.format("部门整体支出") + "资产管理4分，自评得分3.3分。编号" + "1234567890" * (count // 10) + "。\n"


KINDS = (
    Kind("lines", "lines of one table", lines, 4000),
    Kind("wrong_lines", "lines of one table, each at fault", wrong_lines, 4000),
    Kind("missing", "lines of one table, every other one with a blank", missing, 4000),
    Kind("groups", "lines of one table in groups of four", groups, 4000),
    Kind("fund_rows", "parts of the budget in a form", fund_rows, 4000),
    Kind("funds", "rows of money with a total", funds, 4000),
    Kind("statements", "statements in one paragraph", statements, 8000),
    Kind("named_statements", "statements of different names in one paragraph", named_statements, 8000),
    Kind("paragraphs", "paragraphs of one statement", paragraphs, 4000),
    Kind("unexplained", "statements without reasons in one paragraph", unexplained, 8000),
    Kind("relations", "sums, shares and counts in one paragraph", relations, 4000),
    Kind("prose", "numerals in running text", prose, 100_000),
    Kind("dense", "numerals in sentences of a hundred", dense, 40_000),
    Kind("endless_sentence", "numerals in one sentence", endless_sentence, 100_000),
    Kind("digits", "digits in one run", digits, 200_000),
)


def measured(text: str) -> dict[str, float]:
    """CPU seconds of each stage for one text."""
    gc.collect()  # what the run before has left
    took = dict.fromkeys(STAGES, 0.0)
    clock = time.process_time

    def lap(stage: str, since: float) -> float:
        now = clock()
        took[stage] += now - since
        return now

    start = clock()
    document = read(text.encode(), "made.md")
    start = lap("read", start)
    report = extract(document)
    split = parts(document)
    start = lap("extract", start)
    for part, one in zip(split, (report, *report.annexes), strict=True):
        standard, choice = choose(one, part)
        sheet = recompute(one, standard)
        start = lap("score", start)
        ledger = build_ledger(part, one)
        start = lap("ledger", start)
        audit(Case(part, one, sheet, ledger, standard, choice))
        start = lap("audit", start)
    return took


def exponent(half: float, whole: float) -> str:
    """Growth from half to whole: 1.00 is linear."""
    return f"{math.log2(whole / half):5.2f}" if min(half, whole) >= _SMALLEST else "    –"


def show(kind: Kind, share: float) -> None:
    """Measure one kind and print its lines."""
    sizes = [max(8, int(kind.largest * share / part)) for part in (4, 2, 1)]
    runs: list[dict[str, float]] = []
    for size in sizes:
        runs.append(measured(kind.make(size)))
        if sum(runs[-1].values()) > _ENDLESS:
            break
    print(f"\n{kind.name}: {' · '.join(map(str, sizes[: len(runs)]))} {kind.what}")
    for stage in (*STAGES, "whole"):
        times = [sum(run.values()) if stage == "whole" else run[stage] for run in runs]
        growth = exponent(times[-2], times[-1]) if len(times) > 1 else "    –"
        print(f"  {stage:<8}" + "".join(f"{seconds:9.2f}" for seconds in times) + f"   ^{growth}", flush=True)


def main() -> None:
    """Prints one block a kind: seconds at n, 2n, 4n, and the exponent."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    asked.add_argument("kinds", nargs="*", metavar="KIND", help=" ".join(kind.name for kind in KINDS))
    asked.add_argument("--size", type=float, default=1.0)
    asked.add_argument("--collect", action="store_true", help="with garbage collection")
    given = asked.parse_args()
    if not given.collect:
        gc.disable()
    rules()
    measured(lines(8))
    print(f"CPU seconds · exponent of the last doubling · {time.strftime('%Y-%m-%d')}")
    for kind in KINDS:
        if not given.kinds or kind.name in given.kinds:
            show(kind, given.size)


if __name__ == "__main__":
    main()
