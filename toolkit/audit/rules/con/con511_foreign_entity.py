"""检查什么：应写本单位（本地区）的地方是否写了同类的另一单位、同级的另一地区。

为什么：多为沿用别处的文本没有改净，其中的数也可能是别处的。

依据：报告自身：填报单位的名称和所在地区。

何时不报：不知填报单位；上级或下级单位；考察、学习、协作、转移、列举中提到的单位；名称只是本单位的简称或本单位所在的上级地区。
"""

import re
from collections.abc import Iterator

from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import report
from toolkit.audit.wording import about
from toolkit.model.case import Case
from toolkit.model.citation import Where, cite_cell, cite_paragraph
from toolkit.model.document import Document, Table
from toolkit.model.finding import Severity
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_OFFICE = r"[一-龥]{1,12}?(?:局|委员会|委|办公室|厅|中心|院|站|所)"
_OWN = regex(rf"(?P<above>.*[省市州盟])?(?P<town>[一-龥]{{1,6}}?(?P<rank>[市县区旗]))(?P<office>{_OFFICE})")
_ELSEWHERE = regex(
    r"赴|考察|学习|借鉴|交流|联合|会同|协同|协作|合作|对口|帮扶|支援|移交|转来|来自|调入|兄弟|周边|邻|与|和|及|、|参照|比照|援|抄送|配合|向|对"
)
_NO_TOWN = regex(
    r"根据|按照|通过|经过|由于|依据|结合|围绕|作为|我们|以及|同时|协助|协调|报送|提请|上报|报请|邀请|依托|随着|为了|关于|对于|其他|其它|所有|"
    r"部分|分别|即|分为|包括|相关|有关|下属|直属|所属|遵照|落实|贯彻|接受|经由|目前|当前|全年|各级|原则|督促|指导|组织|牵头|建议|恳请|请求|希望|商请|提醒|下设|下辖|内设|设有|建有|新设|设立|隶属|归属|成为|支持|因为|没有|还有|委托|[全各本该我两辖属原省级由经在至于]$|"
    r"[成发护范片灌景社小务园山地矿林牧库院厂校营商老新郊城管汛禁军特战湿疫域展验作集聚居试贸门上超夜股楼都]$"
)
_HEAD = r"(?:^|[。；;，,：:\s（(“])(?:由|经|系|是|为|在)?"
_SAME_RANK = {"县": "[县区旗]", "区": "[县区旗]", "旗": "[县区旗]", "市": "市"}
_AS_SUBJECT = r"(?!的|要求|部署|安排|批复|文件|通知|下达|关于|统一|同意|审核|批准|印发|委托|组织实施)"
_TAIL = r"(?=辖|现有|共有|地处|位于|人民政府|财政局|境内|所辖|下辖)"
_BEFORE = 14


def check(case: Case) -> Iterator[Draft]:
    """One finding for each foreign name."""
    entity = case.report.identity.entity
    own = None if entity is None else _OWN.fullmatch(key(entity.value))
    if entity is None or own is None:
        return
    names = re.compile(
        rf"(?:{_HEAD}(?:20\d\d年度?)?|(?<=[省市州]))(?P<name>(?P<town>[一-龥]{{2,3}}{_SAME_RANK[own['rank']]})"
        rf"(?:{re.escape(own['office'][0])}[一-龥]{{1,9}}?(?:局|委员会|委|办公室|办|厅|中心|院){_AS_SUBJECT}|{_TAIL}))"
    )
    seen: set[str] = set()
    for where, found, before in _found(case.document, names):
        name, town = found["name"], found["town"]
        if name in seen or _is_own(town, own) or _NO_TOWN.search(town[:-1]) or _ELSEWHERE.search(f"{before}{town}"):
            continue
        seen.add(name)
        yield Draft(
            message=f"{about(case, where, name)}此处写为“{name}”，填报单位是“{entity.value}”",
            where=(where, entity.where),
            name=name,
            expected=entity.value,
            observed=name,
            advice="核对此处的单位（地区）名称，并复核同段的数字是否为本单位的",
            ask="本单位的原始资料",
        )


def _is_own(town: str, own: re.Match[str]) -> bool:
    """Whether this is the entity's own place, with words of the sentence before it, or the place above it."""
    return town.endswith(own["town"]) or own["town"].endswith(town) or town in (own["above"] or "")


def _found(document: Document, names: re.Pattern[str]) -> Iterator[tuple[Where, re.Match[str], str]]:
    """Place, name and the words before it, in reading order."""
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                for found in names.finditer(fold_widths(cell.text)):
                    yield cite_cell(block, cell, *found.span("name")), found, _words_before(cell.text, found)
        else:
            for found in names.finditer(fold_widths(block.text)):
                yield cite_paragraph(block, *found.span("name")), found, _words_before(block.text, found)


def _words_before(text: str, found: re.Match[str]) -> str:
    return re.split(r"[。；;\n]", text[max(0, found.start("name") - _BEFORE) : found.start("name")])[-1]


_TITLE = "# 云江市南平县水务局2022年度节水培训项目支出绩效自评报告"

RULE = Rule(
    code="CON511",
    name="foreign-entity",
    title="写有另一单位的名称",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example(
            "fires",
            report(title=_TITLE, before="2022年，北阳县水务局组织节水培训，取得较好成效。"),
            "填报单位是南平县水务局",
        ),
        Example("fires", report(title=_TITLE, before="北阳县辖14个乡镇，节水任务较重。"), "本地区是南平县"),
        Example("silent", report(title=_TITLE, before="南平县水务局组织节水培训，南平县辖14个乡镇。"), "本单位"),
        Example("silent", report(title=_TITLE, before="根据云江市水务局的部署开展节水培训。"), "上级单位"),
        Example("near_miss", report(title=_TITLE, before="组织人员赴北阳县水务局考察学习。"), "考察学习"),
    ),
)
