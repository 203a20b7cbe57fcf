"""Title, labels and signature of a report → who reports on what, for which year."""

import re
from collections.abc import Iterator, Mapping

from toolkit.extract.citing import Span, cite_integer, cite_number, cite_text, of_cell, of_paragraph
from toolkit.extract.columns import is_blank
from toolkit.extract.form import Finds
from toolkit.model.citation import CitedText
from toolkit.model.document import Document, Paragraph, Table
from toolkit.model.record import Identity
from toolkit.text import Folded, fold, fold_widths, key

_ORGAN = (
    "人民政府|委员会|办公室|管委会|检察院|税务局|服务中心|管理局|支队|总队|大队|总站|公司|大学|学院|学校|医院|中学|小学|幼儿园|街道办事处|街道|法院|协会|联合会"
    "|局|委|厅|办|院|中心|会|馆|站|所|处|队|部|社|镇|乡"
)
_TITLE = re.compile(r"绩效.{0,12}(?:自评|自我评价|评价)|自评(?:报告|表)|自我评价报告")
_YEAR = re.compile(r"(20[0-4]\d)(?:年度|年)?")
_KIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("department", re.compile(r"部门整体支出|部门整体|单位整体支出|整体支出|部门\(单位\)整体")),
    ("earmarked_fund", re.compile(r"专项资金|转移支付资金")),
    ("project", re.compile(r"项目支出|项目")),
    ("department", re.compile(r"部门预算|部门绩效|部门")),
)
_LABELS: Mapping[str, re.Pattern[str]] = {
    "entity": re.compile(
        r"(?:填报|编报|自评|预算|申报)(?:单位|部门)|(?:单位|部门)名称|部门\(单位\)名称|单位\(盖章\)|预算部门\(单位\)|填报人单位"
    ),
    "implementing": re.compile(r"(?:项目)?实施(?:单位|部门)|项目单位|资金使用单位"),
    "supervising_department": re.compile(r"(?:项目)?主管(?:部门|单位)(?:及代码|名称)?"),
    "project_name": re.compile(r"(?:项目|专项)(?:支出)?名称|专项资金名称|专项\(项目\)名称"),
    "fiscal_year": re.compile(r"(?:评价|预算|自评|所属|项目)?年度"),
    "total": re.compile(r"自评总?得分|自评总分|总得分|综合得分|自评分数"),
    "grade": re.compile(r"(?:自评|评价|绩效|评定)?(?:等级|等次|档次)|自评结果|自评结论等级"),
}
_YEARS = (
    r"^\(?(20[0-4]\d)年度?\)?$",
    r"(20[0-4]\d)年度?(?:全年|部门|预算|整体|项目|我|[^,。]{0,30}自评)",
    r"(20[0-4]\d)年度?\)?$",
    r"截至(20[0-4]\d)年(?:12月(?:31日)?|年?底|末)",
)
_HEAD_ROWS = 3
_VALUE_END = re.compile(r"\s{2,}|[。;\n]|　")
_CODE = re.compile(r"^[\[(]?\d{3,}[\])]?\s*[-—]?\s*|\s*[(\[]\d{3,}[)\]]$|\s*[(\[](?:盖章|公章)[)\]]$")


def read_identity(document: Document) -> Finds:
    """Identity from labels first, then the title, then the signature; totals and grades that stand behind labels."""
    labelled = dict(_first(_labelled(document)))
    title = _of_title(document)
    entity = labelled.get("entity") or title.get("entity") or labelled.get("implementing") or _signature(document)
    year = labelled.get("fiscal_year") or title.get("fiscal_year") or _year_in_text(document)
    kind = title.get("kind") or _kind_in_text(document, labelled)
    named = None if entity is None else cite_text(entity, _method("entity", labelled))
    identity = Identity(
        entity=named,
        fiscal_year=None if year is None else cite_integer(year, _method("fiscal_year", labelled)),
        kind=None if kind is None else _kind(kind),
        project_name=_cited("project_name", labelled, title),
        supervising_department=_cited("supervising_department", labelled, {}),
        region=None if entity is None else _region(entity),
    )
    total, grade = labelled.get("total"), labelled.get("grade")
    cited = None if total is None else cite_number(total, "label")
    return Finds(
        identity=(identity,),
        totals=() if cited is None else (cited,),
        grades=() if grade is None else (cite_text(grade, "label"),),
    )


def titles(document: Document) -> Iterator[Paragraph]:
    """Paragraphs that title a self-evaluation: short, no sentence, with the words for it."""
    for block in document.blocks:
        if isinstance(block, Paragraph) and is_title(block.text):
            yield block


def is_title(text: str) -> bool:
    """Whether a paragraph titles a self-evaluation report or form."""
    name = key(text)
    return (
        6 <= len(name) <= 70
        and _TITLE.search(name) is not None
        and not re.search(r"[。;,:]|如下|^[一二三四五六七八九十]+、|^\(|^\d+[.、]|^表\d|^附[件表]?\d*[:.]?$", name)
        and re.search(r"(?:报告|表|自评|书|自评情况)(?:\(.*\))?$", name) is not None
    )


def _method(field: str, labelled: Mapping[str, Span]) -> str:
    return "label" if field in labelled else "text:title"


def _cited(field: str, labelled: Mapping[str, Span], title: Mapping[str, Span]) -> CitedText | None:
    span = labelled.get(field) or title.get(field)
    return None if span is None else cite_text(span, _method(field, labelled))


def _kind(span: Span) -> CitedText:
    word = key(span.text)
    kind = next(kind for kind, pattern in _KIND if pattern.search(word))
    return cite_text(span, "text:title", value=kind)


def _region(entity: Span) -> CitedText | None:
    found = re.match(r"^[一-鿿]{2,6}?(?:自治区|自治州|省|市|州|盟|县|区|旗)", entity.text)
    return (
        None
        if found is None or found.end() >= len(entity.text)
        else cite_text(entity.sub(0, found.end()), "text:entity")
    )


def _first(pairs: Iterator[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    seen: set[str] = set()
    for field, span in pairs:
        if field not in seen and key(span.text):
            seen.add(field)
            yield field, span


def _labelled(document: Document) -> Iterator[tuple[str, Span]]:
    for block in document.blocks:
        found = _cells(block) if isinstance(block, Table) else _lines(block)
        for field, span in found:
            if (value := _value(field, span)) is not None:
                yield field, value


def _value(field: str, span: Span) -> Span | None:
    """The value behind a label in the form of its field, without codes and seals."""
    folded = fold_widths(span.text)
    if field in {"fiscal_year", "total"}:
        found = re.search(r"20[0-4]\d" if field == "fiscal_year" else r"\d{1,3}(?:\.\d+)?", folded)
        return None if found is None else span.sub(found.start(), found.end())
    if field == "grade":
        found = re.search(r"优秀|良好|一般|较差|不合格|合格|优|良|中|差", folded)
        ticked = len(re.findall(r"[□☐]", folded))
        return None if found is None or ticked or len(folded) > 12 else span.sub(found.start(), found.end())
    for _ in range(2):
        folded = fold_widths(span.text)
        if (code := _CODE.search(folded)) is not None:
            span = span.sub(0, code.start()) if code.start() else span.sub(code.end(), len(folded))
    return span if 2 <= len(span.text) <= 80 else None


def _field(label: str) -> str | None:
    name = key(label).rstrip(":")
    bare = re.sub(r"\((?:盖章|公章|全称|章)\)", "", name)
    return next(
        (field for field, pattern in _LABELS.items() if pattern.fullmatch(bare) or pattern.fullmatch(name)), None
    )


def _cells(table: Table) -> Iterator[tuple[str, Span]]:
    for cell in table.cells:
        field = _field(cell.text) if len(cell.text) <= 24 else None
        if field is None:
            yield from _inside(of_cell(table, cell))
            continue
        right = table.covering(cell.row, cell.column + cell.column_span)
        if right is not None and not is_blank(right) and _field(right.text) is None and _beside(field, right.text):
            yield field, of_cell(table, right)


def _beside(field: str, text: str) -> bool:
    """Whether a neighbour can be the value of a label: headings of columns are none."""
    return not (field in {"entity", "implementing", "project_name"} and re.search(r"\d{2,}\.\d|^[\d.,%]+$", text))


def _lines(paragraph: Paragraph) -> Iterator[tuple[str, Span]]:
    if len(paragraph.text) <= 160:
        yield from _inside(of_paragraph(paragraph))


def _inside(span: Span) -> Iterator[tuple[str, Span]]:
    """“填报单位（盖章）：云江市水务局  日期：…”: labels followed by a colon, anywhere after a blank."""
    folded = fold_widths(span.text)
    for found in re.finditer(r"(?:^|(?<=\s)|(?<=[;,]))([一-鿿][一-鿿()\s]{1,14}?)\s*:\s*", folded):
        field = _field(found[1])
        if field is None:
            continue
        rest = folded[found.end() :]
        end = _VALUE_END.search(rest)
        following = re.search(r"\s+[一-鿿()]{2,12}\s*:", rest)
        stop = min(place.start() for place in (end, following) if place is not None) if end or following else len(rest)
        yield field, span.sub(found.end(), found.end() + stop)


def _of_title(document: Document) -> dict[str, Span]:
    title = next(titles(document), None)
    if title is None:
        return {}
    folded = fold(title.text)
    found: dict[str, Span] = {}

    def span(start: int, end: int) -> Span:
        return Span(title, None, *folded.span(start, end))

    text = folded.text
    start = len("关于") if text.startswith("关于") else 0
    year = _YEAR.search(text)
    if year is not None:
        found["fiscal_year"] = span(*year.span(1))
    for _, pattern in _KIND:
        if (words := pattern.search(text)) is not None:
            found["kind"] = span(*words.span())
            break
    entity = _entity(text, start, year)
    if entity is not None:
        found["entity"] = span(*entity)
    project = _project(text, entity, year)
    if project is not None and "kind" in found and not re.search(r"整体", found["kind"].text):
        found["project_name"] = span(*project)
    if entity is None:
        above = _line_above(document, title)
        if above is not None:
            found["entity"] = above
    return found


def _entity(text: str, start: int, year: re.Match[str] | None) -> tuple[int, int] | None:
    if year is not None and year.start() - start >= 3:
        name = re.match(rf"^.*(?:{_ORGAN})(?=关于$|$|\(本级\)$)", text[start : year.start()])
        return (start, start + name.end()) if name is not None else None
    begin = year.end() if year is not None else start
    name = re.match(
        rf"^[^,。]{{2,24}}?(?:{_ORGAN})(?=部门|单位|整体|绩效|预算|财政|支出|项目|专项|[\"《]?[一-鿿\"》]{{2,24}}(?:项目|资金|工程))",
        text[begin:],
    )
    return (begin, begin + name.end()) if name is not None else None


def _project(text: str, entity: tuple[int, int] | None, year: re.Match[str] | None) -> tuple[int, int] | None:
    start = max(entity[1] if entity else 0, year.end() if year else 0)
    found = re.match(
        r"^(?:关于)?(?:的)?([^,。]{3,40}?(?:项目|资金|工程|经费|补助|专项)[\"》]?)(?:支出)?(?:预算)?绩效",
        text[start:],
    )
    if found is None or found[1] in {"项目", "专项资金", "预算项目", "部门预算项目", "专项项目"}:
        return None
    return start + found.start(1), start + found.end(1)


def _line_above(document: Document, title: Paragraph) -> Span | None:
    """The organ's name printed in a line of its own above the title."""
    blocks = document.blocks
    index = blocks.index(title)
    before = blocks[index - 1] if index else None
    if isinstance(before, Paragraph) and re.fullmatch(rf"[一-鿿()]{{2,24}}(?:{_ORGAN})", key(before.text)):
        return of_paragraph(before)
    return None


def _signature(document: Document) -> Span | None:
    """A short line with an organ's name near the end, before a date."""
    for block in list(document.blocks)[-4:]:
        if isinstance(block, Paragraph) and re.fullmatch(rf"[一-鿿()]{{2,24}}(?:{_ORGAN})", key(block.text)):
            return of_paragraph(block)
    return None


def _year_in_text(document: Document) -> Span | None:
    spans = [of_paragraph(block) for block in document.blocks if isinstance(block, Paragraph)]
    spans += [
        of_cell(block, cell)
        for block in document.blocks
        if isinstance(block, Table)
        for cell in block.cells
        if cell.row < _HEAD_ROWS and is_title(cell.text)
    ]
    for pattern in _YEARS:
        for span in spans:
            folded = _outside_titles(fold(span.text))
            found = re.search(pattern, folded.text)
            if found is not None:
                return span.sub(*folded.span(*found.span(1)))
    return None


def _outside_titles(folded: Folded) -> Folded:
    """The text with 《…》 blanked: the year of a quoted norm is not the report's."""
    return Folded(re.sub(r"《[^》]*》", lambda found: "□" * len(found[0]), folded.text), folded.origin)


def _kind_in_text(document: Document, labelled: Mapping[str, Span]) -> Span | None:
    if "project_name" in labelled:
        return (
            labelled["project_name"]
            if _KIND[2][1].search(key(labelled["project_name"].text))
            else _label_of_project(document)
        )
    for block in document.blocks:
        if isinstance(block, Paragraph):
            folded = fold(block.text)
            found = re.search(r"部门整体支出|整体支出|专项资金绩效|项目支出绩效", folded.text)
            if found is not None:
                return Span(block, None, *folded.span(*found.span()))
    return None


def _label_of_project(document: Document) -> Span | None:
    """The words 项目名称 themselves, where a form shows its kind by nothing else."""
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                if key(cell.text).startswith("项目名称"):
                    return of_cell(block, cell)
    return None
