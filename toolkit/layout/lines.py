"""Two neighbouring lines (or paragraphs) of text → whether the second continues the sentence of the first.

The judgement is a table of cues, strongest first; the first cue that speaks decides. Each cue looks at the text
alone, and at whether the first line was full, i.e. reached the right margin (None = not known).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from toolkit.layout.outline import is_contents_line, level_of, numbering
from toolkit.layout.titles import CLAUSE_MARK, is_complete_title, is_date_line, is_subtitle, is_title, stands_apart
from toolkit.patterns import regex
from toolkit.text import fold_widths

# how much of a long paragraph's end and of the next line's start the cues look at: joining stays linear
_TAIL = 200
_HEAD = 120


@dataclass(frozen=True, slots=True)
class Joint:
    """The place between two lines: texts without outer blanks, as printed and (`left`, `right`) with widths folded."""

    before: str
    after: str
    left: str
    right: str
    full: bool | None


@dataclass(frozen=True, slots=True)
class Cue:
    """`speaks(joint)` → the lines `joins` (or not), because of `reason`."""

    reason: str
    joins: bool
    speaks: Callable[[Joint], bool]


_NO_OPENING = regex(r"[,、。;:!?)\]}》〉」』”’%‰℃…]|\.\d")
_SENTENCE_END = regex("[。!?…][”’\"'）)》」』\\]]*$")
_HALF_NUMBER = regex(r"\d[,.]$")
_DIGIT = regex(r"\d$")
_LONE_YEAR = regex(r"(?:19|20)\d\d")
_LONE_NUMBER = regex(r"[-—\s]*\d{1,4}[-—\s]*")
_NUMERAL = regex(r"[-+≥≤<>~约]?\s*[\d,.]*\d\s*%?")
# a unit that a break cut from its number, not the word that it begins: 12|项 but 12|项目支出
_UNIT_FIRST = regex(
    r"年|月|日(?!常)|号|时(?!间|效|任)|分(?!别|析|项|类|局|管|解|布|配)|秒|[万亿千元角%‰米亩吨辆份倍套]|百(?!分)|个(?!别|人)|家(?!庭)"
    r"|项(?!目)|件|条(?!件|例)|座(?!谈)|台(?!账)|次(?!要|年|月)|场(?!所|地)|人(?!员|均|大|力|事)|名(?!称|录)|户(?!籍|均)"
    r"|处(?!理|置|室)|所(?!有|属|在|需)|间(?!接)|批(?!复|准)|期(?!末|初|间)|折(?!旧)|成(?!本|效|立|果|员)|余(?!额)"
    r"|公里|平方|立方|小时|[A-Za-z]"
)
_UNIT_ALONE = regex(r"[万亿]?(?:元|人次|人|个百分点|公里|亩)|[万亿%]")
_QUANTITY_END = regex(r"\d\s*(?:[万亿]?元|分|%|[个项家次人场件台座户条])$")
_YEAR_START = regex(r"\d{4}\s*年")
_ITEM = regex(
    r"[①-⑳⑴-⒇●■◆▪•◇□★☆※➢]|[-*+·] |其[一二三四五六](?:是)?[,、:]|第[一二三四五六七八九],"
    r"|注\d?[:.]|附(?:件|表|图)?\s*\d{0,2}\s*[:.]"
    r"|附(?:件|表|图)\s*\d{1,2}\s*$|表\s*\d{1,2}(?:[-.]\d{1,2})?(?:\s|[:.]|[^\d年])"
)
_ORDINAL_CLAUSE = regex(r"[一二三四五六七八九十]{1,2}是(?![一二三四五六七八九十否])|其[一二三四五六][是,]")
_REFERENCE_BEFORE = regex(r"(?:第|见附件|见附表|附件|附表|见表|见图)\s*$")
_FORM_LABEL = regex(
    r"[一-鿿()]{0,12}(?:名称|单位|部门|日期|时间|电话|负责人|联系人|经办人|审核人|填表人|编号|编码|地址|年度|邮编)"
    r"(?:\([^()]{1,10}\))?\s*:"
)
_LABEL = regex(r"[一-鿿()、]{2,14}:")
_CALLED_PROJECT = regex(r"(?:子?项目|专项)\s*(?:[一二三四五六七八九十]{1,2}|\d{1,2})\s*[:.、]\s*[^,。;:]{2,40}")
_OPEN_END = regex(r"[,、(\[《〈“‘「『~+=≥≤<>×/]$")
_WORD_AT_END = regex(
    r"(?:和|与|及|或|以及|并|的|对|对于|在|将|把|被|从|向|由|为|以|至|约|近|超|超过|达|达到|共|共计|第|每|其|因|按|按照|根据|关于|包括)$"
)
_DEPENDENT_START = regex("的(?!确)|及(?![时早格])|或(?!许)|等(?![级额待同次])|之一|之间|以上|左右")
_LEAD_IN_END = regex("(?:如下|下列|以下[一-鿿]{0,8}):$")
_OPENER = regex(
    "(?:综上(?:所述)?|此外|另外|总体(?:来看|而言|上)|总的来(?:看|说)|下一步|近年来|特此(?:报告|说明))[,。]?"
)
_TIED_TO_A_NOUN = regex(
    "[的并和及与或等后中时前是由以即也已应经至,、。;)]|进行|报送|上报|提交|编[制写]|予以|为(?!了|加|进|切|落|规|全|贯|做|提|深|促|强)"
)
_PAIRS = {"(": ")", "[": "]", "《": "》", "“": "”", "‘": "’", "\u3014": "\u3015", "「": "」", "『": "』", "【": "】"}
_BRACKET = regex(f"[{re.escape(''.join((*_PAIRS, *_PAIRS.values())))}（）【】\uff3b\uff3d]")
# words that a line break cuts in headings, where nothing else shows that the line goes on
_WORDS = (
    "情况 分析 问题 措施 工作 任务 目标 管理 建设 报告 评价 项目 支出 收支 资金 资产 完成 "
    "单位 部门 概况 成效 建议 结论 原因 存在 改进 主要 计划 执行 使用 效益 产出 质量 制度 监督 "
    "监控 运行 保障 实施 落实 组织 政府 采购 经费 成本 效果 总体"
)
_SPLIT_WORDS = frozenset((word[0], word[1]) for word in _WORDS.split())


def continues(before: str, after: str, full: bool | None = None) -> bool:
    """Whether `after` continues the sentence (or title) that `before` leaves unfinished.

    `full`: the line of `before` reached the right margin; None where the margin is not known.
    """
    tail, head = before[-_TAIL:].rstrip(), after.lstrip()[:_HEAD]
    if not tail or not head:
        return False
    joint = Joint(tail, head, fold_widths(tail), fold_widths(head), full)
    return next(cue.joins for cue in CUES if cue.speaks(joint))


def opens_item(text: str) -> bool:
    """Whether the text begins a list item, heading or note: it carries a number, a bullet or a label of its own."""
    narrow = fold_widths(text[:40]).lstrip()
    return bool(numbering(text) or _ITEM.match(narrow) or _ORDINAL_CLAUSE.match(narrow) or _FORM_LABEL.match(narrow))


def opens_clause(text: str) -> bool:
    """Whether the text begins with 一是, 二是: a paragraph of its own, or a sentence inside one."""
    return _ORDINAL_CLAUSE.match(text.lstrip()[:6]) is not None


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a full stop, question or exclamation mark (brackets and quotes after it aside)."""
    return _SENTENCE_END.search(fold_widths(text[-12:]).rstrip()) is not None


def _is_contents(joint: Joint) -> bool:
    return is_contents_line(joint.before[-100:]) or is_contents_line(joint.after[:100].partition("\n")[0])


def _cut_in_number(joint: Joint) -> bool:
    if not joint.right[0].isdigit() or _stands_as_number(joint):
        return False
    if _HALF_NUMBER.search(joint.left):
        return numbering(joint.right) is None or not joint.right[:2].isdigit()
    running = joint.full is True or _is_running_text(joint) or CLAUSE_MARK.search(joint.right)
    return bool(running) and _DIGIT.search(joint.left) is not None and numbering(joint.right) is None


def _cut_before_unit(joint: Joint) -> bool:
    if not _DIGIT.search(joint.left) or _LONE_NUMBER.fullmatch(joint.left):
        return _LONE_YEAR.fullmatch(joint.left) is not None and joint.right.startswith("年")
    if _NUMERAL.fullmatch(joint.left):
        return _UNIT_ALONE.fullmatch(joint.right) is not None
    return _UNIT_FIRST.match(joint.right) is not None


def _stands_as_number(joint: Joint) -> bool:
    """Whether one of the lines is a whole number: cells written one below the other, page numbers."""
    lone = _LONE_NUMBER.fullmatch(joint.left) or _LONE_NUMBER.fullmatch(joint.right)
    return bool(lone) or (_NUMERAL.fullmatch(joint.left) is not None and _NUMERAL.fullmatch(joint.right) is not None)


def _cut_in_brackets(joint: Joint) -> bool:
    """An opened bracket or quotation that the next line closes before it opens another."""
    for opener in _unclosed(joint.left, joint.before):
        closer = _PAIRS[opener]
        right = joint.right if closer.isascii() else joint.after
        end = right.find(closer, 0, 60)
        if end >= 0 and opener not in right[:end]:
            return True
    return False


def _unclosed(left: str, before: str) -> list[str]:
    stack: list[str] = []
    for found in _BRACKET.finditer(before):
        narrow = left[found.start()]
        char = narrow if narrow in "()[]" else found[0]
        if char in _PAIRS:
            stack.append(char)
        elif stack and char == _PAIRS[stack[-1]]:
            stack.pop()
    return stack


def _is_reference(joint: Joint) -> bool:
    return bool(_REFERENCE_BEFORE.search(joint.left)) and numbering(joint.right) is not None and len(joint.left) >= 4


def _clause_in_full_line(joint: Joint) -> bool:
    unfinished = not _SENTENCE_END.search(joint.left)
    return (
        joint.full is True and unfinished and bool(_ORDINAL_CLAUSE.match(joint.right)) and not joint.left.endswith(":")
    )


def _new_item(joint: Joint) -> bool:
    dashed = joint.after.startswith("——") and joint.left[-1] in ":;。"
    return dashed or bool(numbering(joint.right) or _ITEM.match(joint.right) or _ORDINAL_CLAUSE.match(joint.right))


def _new_form_label(joint: Joint) -> bool:
    if not _FORM_LABEL.match(joint.right):
        return False
    return joint.full is not True or bool(_FORM_LABEL.match(joint.left)) or bool(_SENTENCE_END.search(joint.left))


def _new_label(joint: Joint) -> bool:
    return (
        bool(_LABEL.match(joint.right) and _LABEL.match(joint.left))
        and len(joint.left) <= 40
        and joint.full is not True
    )


def _bare_number(joint: Joint) -> bool:
    numbered = numbering(joint.left)
    return numbered is not None and numbered[1] >= len(joint.left)


def _heading_goes_on(joint: Joint) -> bool:
    if level_of(joint.before) is None or len(joint.right) > 40 or CLAUSE_MARK.search(joint.right):
        return False
    cut = (joint.left[-1], joint.right[0]) in _SPLIT_WORDS or bool(_WORD_AT_END.search(joint.left))
    return cut or (joint.full is True and len(joint.left) >= 15 and len(joint.right) <= 20)


def _title_before_sentence(joint: Joint) -> bool:
    """…情况报告, with no clause before it, and words that do not lean on it."""
    return joint.left.endswith("报告") and is_complete_title(joint.left) and _TIED_TO_A_NOUN.match(joint.right) is None


def _is_title_pair(joint: Joint) -> bool:
    return is_subtitle(joint.left, joint.right) or is_title((joint.before, joint.after))


def _clause_complete(joint: Joint) -> bool:
    """得4分 without its full stop, and then a year or a label that opens another sentence."""
    opened = _YEAR_START.match(joint.right) or _LABEL.match(joint.right)
    return bool(opened) and joint.full is not True and bool(_QUANTITY_END.search(joint.left))


def _stands_apart(joint: Joint) -> bool:
    return stands_apart(joint.left) or is_date_line(joint.right)


def _calls_project(joint: Joint) -> bool:
    """项目一：图书馆免费开放, on a line that had room for more."""
    return joint.full is not True and _CALLED_PROJECT.fullmatch(joint.left) is not None


def _lead_in_ends(joint: Joint) -> bool:
    if not joint.left.endswith(":"):
        return False
    short = len(joint.left) <= 12 and not re.search("[,。;、]", joint.left)
    return short or bool(_LEAD_IN_END.search(joint.left)) or level_of(joint.before) is not None


def _is_running_text(joint: Joint) -> bool:
    length = len(joint.left)
    return (
        length >= 25 or (length >= 15 and "、" in joint.left) or (length >= 5 and bool(CLAUSE_MARK.search(joint.left)))
    )


def _words_on(joint: Joint) -> bool:
    return (
        joint.left[-1].isascii() and joint.left[-1].isalpha() and joint.after[0].isascii() and joint.after[0].islower()
    )


CUES: Final[tuple[Cue, ...]] = (
    Cue("an entry of a table of contents stands alone", False, _is_contents),
    Cue(
        "a closing mark cannot open a paragraph",
        True,
        lambda joint: bool(_NO_OPENING.match(joint.after) or _NO_OPENING.match(joint.right)),
    ),
    Cue("the break cuts a number", True, _cut_in_number),
    Cue("the break cuts a number from its unit", True, _cut_before_unit),
    Cue("a bracket or quotation is closed on the next line", True, _cut_in_brackets),
    Cue("a reference to a numbered item (第…（三）项)", True, _is_reference),
    Cue("一是, 二是 inside a wrapped paragraph", True, _clause_in_full_line),
    Cue("a number waits for its heading", True, _bare_number),
    Cue("a numbered item, bullet or note begins", False, _new_item),
    Cue("a label of a form begins", False, _new_form_label),
    Cue("a heading cut inside a word or at a full line", True, _heading_goes_on),
    Cue("a title on two lines", True, _is_title_pair),
    Cue(
        "a comma, open bracket or operator at the end",
        True,
        lambda joint: bool(_OPEN_END.search(joint.before) or _OPEN_END.search(joint.left)),
    ),
    Cue("a heading ends with its line", False, lambda joint: level_of(joint.before) is not None),
    Cue("a sentence ended", False, lambda joint: bool(_SENTENCE_END.search(joint.left))),
    Cue(
        "items of a list end with semicolons", False, lambda joint: joint.left.endswith(";") and joint.full is not True
    ),
    Cue("a lead-in ends before its list or table", False, _lead_in_ends),
    Cue("a lead-in of the same sentence", True, lambda joint: joint.left.endswith((":", ";"))),
    Cue("a label begins after a label", False, _new_label),
    Cue("a clause ended with its figure and another begins", False, _clause_complete),
    Cue("dates, file numbers, captions and annex marks stand alone", False, _stands_apart),
    Cue("a project called by its number heads what follows", False, _calls_project),
    Cue("a title is complete", False, lambda joint: joint.full is not True and is_complete_title(joint.left)),
    Cue("a whole title fills its line and a sentence opens", False, _title_before_sentence),
    Cue("the line was full and its sentence is not at its end", True, lambda joint: joint.full is True),
    Cue("a word that needs another after it", True, lambda joint: bool(_WORD_AT_END.search(joint.left))),
    Cue(
        "a word that needs another before it",
        True,
        lambda joint: bool(_DEPENDENT_START.match(joint.right)) and len(joint.left) > 8,
    ),
    Cue("a Latin sentence goes on in lower case", True, _words_on),
    Cue("the line ended before the margin", False, lambda joint: joint.full is False),
    Cue("a new paragraph's opening word", False, lambda joint: _OPENER.match(joint.right) is not None),
    Cue("running text without its full stop", True, _is_running_text),
    Cue("a short line stands alone", False, lambda joint: True),
)
