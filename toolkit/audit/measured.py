"""What `make evaluate` measured of each rule on made reports (measured.json) → recall and false alarms, in words."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Measured:
    """Of one rule, over documents in all formats.

    `due`: documents with a planted error that it must report; `said`: those of them in which it did; `wrong`:
    documents in which it was reported as an error and is none; `remarks`: doubts and hints on documents without error.
    """

    due: int
    said: int
    wrong: int
    remarks: int


@cache
def measured() -> tuple[int, dict[str, Measured]]:
    """How many documents were read, and what came of each rule that one of them concerned."""
    told = json.loads((files("toolkit.audit") / "measured.json").read_text("utf-8"))
    return told["documents"], {code: Measured(**counts) for code, counts in told["rules"].items()}


def measured_words(code: str) -> str:
    """“实测（自拟报告测试组 1620 份次）：应报 27，报出 27，召回率 100%；误报 0。”"""
    documents, rules = measured()
    one = rules.get(code, Measured(0, 0, 0, 0))
    words = f"实测（自拟报告测试组 {documents} 份次）："
    if one.due:
        words += f"应报 {one.due}，报出 {one.said}，召回率 {one.said * 1000 // one.due / 10:g}%；"
    else:
        words += "没有植入这种差错；"
    words += f"误报为数据矛盾 {one.wrong}。"
    return words + (f"无误的报告上作待核实或提示 {one.remarks} 处。" if one.remarks else "")
