"""Final accounts as they are published (决算公开) → the chapter that is the self-evaluation, with its annexes."""

from toolkit.extract.subjects.titled import has_body, heads_whole, project_of, with_summary
from toolkit.extract.titles import is_title
from toolkit.model.document import Block, Paragraph
from toolkit.patterns import regex
from toolkit.text import key

_ACCOUNTS = regex(r"(?:部门|单位|局|委|厅|院|中心|校)决算(?!数)")
_PART = regex(r"^第[一二三四五六七八九十]+部分")
_HEAD = 15
_TITLED = 3  # blocks from a title on among which its table stands
_NEAR = 40


def self_evaluation(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Of a file that publishes final accounts (决算公开), the self-evaluation chapter and what is annexed to it.

    The chapter begins with the first title that has a body; it ends before the next 第…部分 after which no title and
    no project's table comes. Any other file is taken whole.
    """
    head = [block for block in blocks[:_HEAD] if isinstance(block, Paragraph)]
    if not any(_ACCOUNTS.search(key(block.text)) and not is_title(block.text) for block in head):
        return blocks
    subjects = [
        index for index, block in enumerate(blocks) if _is_subject(block) and has_body(blocks[index + 1 :][:_NEAR])
    ]
    if not subjects:
        return blocks
    later = (
        index
        for index in range(subjects[-1] + 1, len(blocks))
        if isinstance(block := blocks[index], Paragraph) and _PART.match(key(block.text))
    )
    project = next((name for block in blocks[subjects[0] :][:_TITLED] if (name := project_of(block))), None)
    first = subjects[0] if project is None else with_summary(blocks, subjects[0], project)
    return blocks[first : next(later, len(blocks))]


def _is_subject(block: Block) -> bool:
    return (
        heads_whole(block) or project_of(block) is not None or (isinstance(block, Paragraph) and is_title(block.text))
    )
