"""Title, labels and signature of a report → who reports on what, for which year."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from toolkit.extract.called_projects import NUMBERED, called_projects
from toolkit.extract.citing import Span, cite_integer, cite_number, cite_text, of_cell, of_paragraph
from toolkit.extract.column_roles import heads_column
from toolkit.extract.columns import is_blank
from toolkit.extract.form import Finds
from toolkit.extract.names import is_total
from toolkit.extract.tables.indicator_cards import card
from toolkit.extract.titles import KINDS, LINK, is_body, is_title, read_title, signature
from toolkit.model.citation import CitedText
from toolkit.model.document import Cell, Document, Paragraph, Table
from toolkit.model.record import Identity
from toolkit.patterns import regex
from toolkit.text import Folded, fold, fold_widths, key

_LABELS: Mapping[str, re.Pattern[str]] = {
    "entity": regex(
        r"(?:[省市县区]级)?(?:填报|编报|编制|自评|预算|申报|报告)(?:单位|部门)(?:名称)?|(?:单位|部门)名称|部门\(单位\)名称|单位\(盖章\)|预算部门\(单位\)|填报人单位|部门"
    ),
    "implementing": regex(r"(?:项目)?实施(?:\(主管\))?(?:单位|部门)|项目单位|资金使用单位|承接主体"),
    "local": regex(r"(?:地方|[省市县区]级)主管(?:部门|单位)"),
    "supervising_department": regex(r"(?:项目)?主管(?:部门|单位)(?:及代码|名称)?|购买主体"),
    "project_name": regex(
        r"(?:项目|专项|政策)(?:支出)?名称|(?:专项)?资金名称|专项\(项目\)名称|转移支付\(?(?:项目|资金)?\)?名称"
    ),
    "fiscal_year": regex(r"(?:评价|预算|自评|所属|项目)?年度"),
    "period": regex(r"(?:评价|服务|实施|执行|合同|绩效|预算)?(?:时段|期间|期限|周期|起止时间|起止日期)"),
    "total": regex(r"(?:自评总?得分|自评总分|(?:年度|项目|评价|综合)?总得分|年度总分|综合得分|自评分数)(?:\(分\))?"),
    "grade": regex(r"(?:自评|评价|绩效|评定)?(?:等级|等次|档次)|(?:自评|评价)结果|自评结论等级"),
}
_YEARS = (
    r"(?:^|表)\(?(20[0-4]\d)年度?(?:\)?$|[,;][^。]{0,30}\)$|\)?\s*(?:金额|计量)?单位:)",
    r"(20[0-4]\d)年度?(?:全年|部门|预算|整体|项目|我|[^,。]{0,30}自评(?!得|为|总|结果|分))",
    r"(20[0-4]\d)年度?\)?$",
    r"截至(20[0-4]\d)年(?:12月(?:31日)?|年?底|末)",
)
_HEAD_ROWS = 3
_OVER = 4  # columns
_COUNTS = frozenset({"序号", "编号"})
_CARRIED_OUT = regex(
    r"由(?P<who>[一-鿿]{3,20}?(?:局|委员会|办公室|中心|厅|[市县区]政府|管理[处所站]))(?:牵头|组织|具体|负责|统一|全面)*(?:实施(?![^,。;]{0,4}细则)|组织(?=[,。;、]|开展|落实|推进|建设|施工|完成))"
)
_DATED = regex(r"\s*\(?\s*(?P<who>[一-鿿]{3,24})[,\s]+20[0-4]\d年\d{1,2}月(?:\d{1,2}日)?\s*\)?\s*")
_FROM = regex(r"(?<![金据料])来源:\s*(?P<who>[一-鿿]{3,24})(?=\s|[\[【(,;|]|$)")
_NEAR_TITLE, _LINE = 6, 80  # blocks; characters
_ACCOUNTS = regex(r"\s*\(?(?P<who>[一-鿿]{3,24}?)20[0-4]\d年度?(?:部门|单位)?决算")
_NEXT_LABEL = regex(
    r"\s+[一-鿿()]{2,12}\s*:|(?:填[报表写制]|编制|报送|制表|上报|报告)(?:日期|时间|人|单位)\s*:|(?:单位|项目|部门)?负责人\s*:|联系(?:人|电话|方式)\s*:"
)
_VALUE_END = regex(r"\s{2,}|[。;\n]|　")
_CODE = regex(r"^[\[(]?\d{3,}(?![\d年])[\])]?\s*[-—]?\s*|\s*[(\[]\d{3,}[)\]]$|\s*[(\[](?:盖章|公章)[)\]]$")

_SEVERAL = regex(r"各(?:有关|相关|县|市|区|乡|镇|街道|地|级|学校|单位|部门|预算)")
"""Bodies that are not named: 各县（市、区）教育局."""
_GRADE = r"(?P<grade>优秀|良好|一般|较差|不合格|合格|优|良|中|差)"
_BOX = regex(r"\s*[□☐☑☒√■✓✔]")
_TICK_BEFORE = regex(rf"[☑☒√■✓✔]\s*{_GRADE}")
_TICK_BEHIND = regex(rf"{_GRADE}(?:\([^()]*\))?\s*[☑☒√■✓✔]")
_NUMERALS = {
    "period": regex(
        r"\s*(20[0-4]\d)(?:年|[.\-/])0?1(?:月|[.\-/]0?1|月0?1日)?\s*(?:-+|~|至|到)\s*(?:\1(?:年|[.\-/]))?12(?:月|[.\-/]|\s*$)"
    ),
    "fiscal_year": regex(r".*?(20[0-4]\d)"),
    "total": regex(r"[^\d一-鿿]*(\d{1,3}(?:\.\d+)?)"),  # not 自评得分：管理30分得28.5分，…
}


def read_identity(document: Document) -> Finds:
    """Identity from labels first, then the title, then the signature; totals and grades that stand behind labels."""
    labelled = dict(_first(_labelled(document)))
    title = read_title(document)
    entity = labelled.get("entity") or title.get("entity") or labelled.get("implementing") or signature(document)
    entity = (
        entity
        or _of_accounts(document)
        or _said_to_carry_out(document)
        or _beside_title(document)
        or labelled.get("local")
        or labelled.get("supervising_department")
    )
    year = labelled.get("fiscal_year") or title.get("fiscal_year") or _year_in_text(document)
    if year is None and "period" in labelled:
        year = labelled["fiscal_year"] = labelled["period"]
    kind = title.get("kind") or _kind_in_text(document, labelled)
    named = None if entity is None else cite_text(entity, _method("entity", labelled))
    called = called_projects(document.blocks)
    if "project_name" not in labelled and len(called) == 1:
        labelled["project_name"] = next(iter(called.values()))
    identity = Identity(
        entity=named,
        fiscal_year=None if year is None else cite_integer(year, _method("fiscal_year", labelled)),
        kind=None if kind is None else _kind(kind),
        project_name=_cited("project_name", labelled, title),
        supervising_department=_cited("supervising_department", labelled, {}),
        region=(None if entity is None else _region(entity)) or _cited("region", {}, title),
    )
    total, grade = labelled.get("total"), labelled.get("grade")
    cited = None if total is None else cite_number(total, "label")
    return Finds(
        identity=(identity,),
        totals=() if cited is None else (cited,),
        grades=() if grade is None else (cite_text(grade, "label"),),
    )


def _method(field: str, labelled: Mapping[str, Span]) -> str:
    return "label" if field in labelled else "text:title"


def _cited(field: str, labelled: Mapping[str, Span], title: Mapping[str, Span]) -> CitedText | None:
    span = labelled.get(field) or title.get(field)
    return None if span is None else cite_text(span, _method(field, labelled))


def _kind(span: Span) -> CitedText:
    word = key(span.text)
    kind = next((kind for kind, pattern in KINDS if pattern.search(word)), "project")  # a chapter on 某工程, 某专项
    return cite_text(span, "text:title", value=kind)


def _region(entity: Span) -> CitedText | None:
    found = re.match(r"^[一-鿿]{2,6}?(?:自治区|自治州|省|市|州|盟|县|区|旗)", entity.text)
    return None if found is None else cite_text(entity.sub(0, found.end()), "text:entity")


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
            value = _value(field, span)
            if value is not None and not (field in {"entity", "implementing"} and _SEVERAL.match(value.text)):
                yield field, value


def _value(field: str, span: Span) -> Span | None:
    """The value behind a label in the form of its field, without codes and seals."""
    folded = fold_widths(span.text)
    if field in _NUMERALS:
        numeral = _NUMERALS[field].match(folded)
        return None if numeral is None else span.sub(*numeral.span(1))
    if field == "grade":
        chosen = list((_TICK_BEFORE if _BOX.match(folded) else _TICK_BEHIND).finditer(folded))
        if len(chosen) == 1:
            return span.sub(*chosen[0].span("grade"))
        found = re.search(
            r"优秀|良好|一般|较差|不合格|合格|优(?![化先])|良|中(?![心央期])|(?<!偏)差(?![异距额])", folded
        )
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
    yield from _over_the_columns(table)
    for cell in table.cells:
        field = _field(cell.text) if len(cell.text) <= 24 else None
        if field == "total" and (_numbers_in(table, cell.row) > 1 or card(table) is not None):
            continue  # the last row of an indicator table, or a line on a card of its own: their forms read them
        if field is None:
            yield from _inside(of_cell(table, cell))
            continue
        left = table.covering(cell.row, cell.column - 1)
        right = table.covering(cell.row, cell.column + cell.column_span)
        if field == "project_name" and right is not None and heads_column(right.text):
            right = None if key(cell.text).startswith("资金") else _only_one_below(table, cell)
        elif left is not None and key(left.text) in _COUNTS:  # 序号 | 项目名称 | 承担单位: a list
            continue
        if right is not None and not is_blank(right) and _field(right.text) is None and _beside(field, right.text):
            yield field, of_cell(table, right)


def _over_the_columns(table: Table) -> Iterator[tuple[str, Span]]:
    """The one project that a cell over many columns heads a table with: 项目一：校园保安服务."""
    over = [cell for cell in table.cells if cell.row < _HEAD_ROWS and cell.column_span >= _OVER]
    heads = [(cell, found) for cell in over if (found := NUMBERED.fullmatch(fold_widths(cell.text).strip()))]
    if len(heads) == 1:
        cell, found = heads[0]
        yield "project_name", of_cell(table, cell).stripped().sub(*found.span("name"))


def _only_one_below(table: Table, head: Cell) -> Cell | None:
    """What stands under a heading, where that is one thing and no sum."""
    column = [cell for cell in table.cells if cell.column == head.column and cell.row > head.row and key(cell.text)]
    told = {key(cell.text) for cell in column}
    return column[0] if len(told) == 1 and not is_total(column[0].text) else None


def _numbers_in(table: Table, row: int) -> int:
    """How many cells of a row hold nothing but figures, one printed again and again counted once where the label is
    too: points and score of a total row are two, readable or not."""
    texts = [fold_widths(cell.text).strip() for cell in table.cells if cell.row == row]
    figures = [text for text in texts if re.fullmatch(r"\d[\d.,\s]*分?", text) is not None]
    spread = len(texts) > 1 and texts[0] == texts[1]
    return len(set(figures) if spread else figures)


def _beside(field: str, text: str) -> bool:
    """Whether a neighbour can be the value of a label: headings of columns are none."""
    if field not in {"entity", "implementing", "project_name"}:
        return True
    return not (heads_column(text) or re.search(r"\d{2,}\.\d|^[\d.,%]+$", text))


def _lines(paragraph: Paragraph) -> Iterator[tuple[str, Span]]:
    if len(paragraph.text) <= 160:
        yield from _inside(of_paragraph(paragraph))


def _inside(span: Span) -> Iterator[tuple[str, Span]]:
    """“填报单位（盖章）：云江市水务局  日期：…”: labels followed by a colon, anywhere after a blank."""
    folded = fold_widths(span.text)
    for found in re.finditer(r"(?:^|(?<=\s)|(?<=[;,]))([一-鿿][一-鿿()\s]{1,14}?)\s*:\s*", folded):
        field = _field(found[1]) or _field(found[1].split()[-1]) or ("entity" if key(found[1]) == "单位" else None)
        bracketed = folded.count("(", 0, found.start()) > folded.count(")", 0, found.start())
        if field is None or (
            bracketed and field in {"total", "grade"}
        ):  # a line's own score: （分值：8分；自评得分：7分）
            continue
        rest = folded[found.end() :]
        end = _VALUE_END.search(rest)
        following = _NEXT_LABEL.search(rest)
        stop = min(place.start() for place in (end, following) if place is not None) if end or following else len(rest)
        if key(found[1]) == "单位" and not is_body(rest[:stop]):  # 单位：万元
            continue
        yield field, span.sub(found.end(), found.end() + stop)


def _beside_title(document: Document) -> Span | None:
    """The body that a line near the title names, with the date or as where a web page is from."""
    for block in document.blocks[:_NEAR_TITLE]:
        if not isinstance(block, Paragraph) or len(block.text) > _LINE:
            continue
        found = _DATED.fullmatch(fold_widths(block.text)) or _FROM.search(fold_widths(block.text))
        if found is not None and is_body(found["who"]):
            return of_paragraph(block).sub(*found.span("who"))
    return None


def _of_accounts(document: Document) -> Span | None:
    """The body whose accounts the head of a file publishes: 某某学院2024年度部门决算."""
    for block in document.blocks[:_HEAD_ROWS]:
        found = _ACCOUNTS.match(fold_widths(block.text)) if isinstance(block, Paragraph) else None
        if found is not None and isinstance(block, Paragraph) and is_body(found["who"]):
            return of_paragraph(block).sub(*found.span("who"))
    return None


def _said_to_carry_out(document: Document) -> Span | None:
    """The one body of which the text says that it carries the project out; None where it names several."""
    found = [
        of_paragraph(block).sub(*fold(block.text).span(*told.span("who")))
        for block in document.blocks
        if isinstance(block, Paragraph)
        for told in _CARRIED_OUT.finditer(fold(block.text).text)
    ]
    return found[0] if len({key(span.text) for span in found}) == 1 else None


def _year_in_text(document: Document) -> Span | None:
    paragraphs = [
        block
        for place, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and (place < _NEAR_TITLE or not LINK.fullmatch(block.text))
    ]
    spans = [of_paragraph(block) for block in sorted(paragraphs, key=lambda block: not is_title(block.text))]
    spans[:0] = [
        of_cell(block, cell)
        for block in document.blocks
        if isinstance(block, Table)
        for cell in block.cells
        if cell.row < _HEAD_ROWS and (is_title(cell.text) or cell.column_span == block.columns)
    ]
    texts = [(span, _outside_titles(fold(span.text))) for span in spans]
    for pattern in _YEARS:
        told = [
            span.sub(*folded.span(*found.span(1)))
            for span, folded in texts
            if (found := re.search(pattern, folded.text)) is not None
        ]
        years = Counter(year.text for year in told)
        if told:  # 2023年预算…, told of the year before, is rarer than the report's own
            return max(told, key=lambda year: years[year.text])
    return None


def _outside_titles(folded: Folded) -> Folded:
    """The text with 《…》 blanked: the year of a quoted norm is not the report's."""
    return Folded(re.sub(r"《[^》]*》", lambda found: "□" * len(found[0]), folded.text), folded.origin)


def _kind_in_text(document: Document, labelled: Mapping[str, Span]) -> Span | None:
    if "project_name" in labelled:
        return (
            labelled["project_name"]
            if KINDS[2][1].search(key(labelled["project_name"].text))
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
