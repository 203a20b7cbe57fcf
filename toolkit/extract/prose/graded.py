"""Words around a score → whether they give it a grade: “等级为优”, “，按标准应评为良好”, “（优）”, “、“优”等级”."""

from typing import Final

from toolkit.patterns import regex

GRADES: Final = "优秀|良好|中等|一般|较差|基本合格|合格|不合格|优|良|中|差"
END: Final = r"(?=[,。;、)(档]|等[级次]?|级|标准|水平|$)"
"""What may follow a grade that stands in no quotation marks."""
VERB: Final = (
    r"(?:(?:等级|等次|等第|档次|级别|评级|定级|结果|结论)(?:[拟应]?(?:[评确核认判锁][定为认]|评价|列入?)|[为是属:])*"
    r"|[拟应]?(?:[评确核认判][定为]为?|定为?|属于?|[列划归][为入]?|位[列居于]|处[于在]?|达到?)|对应|[获被]评|(?<=[,;])评)(?:等级|等次|档次)?[为是于在:,(]*"
)
"""A verb of grading."""
SAID: Final = rf"{VERB}(?:\"(?:{GRADES})\"|\[(?:{GRADES})\]|(?:{GRADES}){END})"
"""A verb of grading and the grade."""
_BEHIND: Final = regex(
    rf"^[,;。()、]*(?:[^。;\d]{{0,24}}?{SAID}|[为是]?\"(?:{GRADES})\"|[为是]?(?:{GRADES})(?=[,。;)档]|等[级次]|$))"
)
_BEFORE: Final = regex(
    rf"{SAID}(?:等级|等次|档次?)?[,(]?(?:折合|折算|分数|得分|自评|得|计|取得|获得)*[为是:]*$|评定[^,。;:]{{2,30}}为\"?(?:{GRADES})\"?(?:等级|等次|档次?)?[,(]*$"
)


def is_graded(behind: str) -> bool:
    """Whether a grade is told right behind a score."""
    return _BEHIND.match(behind) is not None


def follows_grade(before: str) -> bool:
    """Whether a grade was told right before it (等级为优，得分95分)."""
    return _BEFORE.search(before) is not None
