"""Counts against their lists: in brackets, after 分为, before 共, over several paragraphs; and lists left open."""

import pytest

from tests.figures.test_relate import found, ledger_of

_DEEDS = "道路养护、校舍修缮、危桥加固"

# (text with N for the count, how many are listed)
LISTED = (
    (f"年度重点任务（N项）：{_DEEDS}。", 3),
    ("共安排任务N项：档案库房搬迁、门户网站等保测评、查档“一窗办”推广。", 3),
    ("年内部署重点任务N项，分别为高等教育资助、婚登最多跑一次改革、稳岗二十条落实、养老护理培训。", 4),
    (f"年度重点任务（共N项）：{_DEEDS}。", 3),
    (f"年度重点任务：{_DEEDS}（共N项）。", 3),
    (f"年度重点任务分为{_DEEDS}N项。", 3),
    (f"本年安排了{_DEEDS}共N项。", 3),
    (f"重点抓好N项工作：{_DEEDS}。", 3),
    (f"{_DEEDS}，以上N项列入考核。", 3),
    (f"年度重点工作有{_DEEDS}N项。", 3),
    (f"N项年度任务是{_DEEDS}。", 3),
    (f"安排重点任务N项。任务内容：{_DEEDS}。", 3),
    (f"年度重点任务主要为N项：{_DEEDS}。", 3),
    (f"列入考核的工作有N项，依次为{_DEEDS}。", 3),
    ("评分采用N种方法：比较法、观察法、问卷法和抽样法。", 4),
    ("汇编N项制度——《甲办法》《乙细则》《丙规定》。", 3),
    ("设置专班N个：征拆专班、协调专班、质监专班，各有专人。", 3),
    ("承训的N所学校为：一中心校、二中心校、三中心校。", 3),
    ("新通车的N条道路（文昌路、学府路、滨河路）已移交。", 3),
    ("落实N项措施：其一，清点库存；其二，补齐台账。", 2),
    ("存在N方面问题：（1）资料不齐；（2）支付偏慢；（3）目标偏低。", 3),
    ("从N个方面推进：¶1．健全制度；¶2．压实责任；¶3．强化考核。", 3),
    ("用于以下N类支出：¶（一）购置试剂；¶（二）仪器维护。", 2),
    (f"局里盯住了{_DEEDS}N件大事。", 3),
    (f"{_DEEDS}是全年的N项主要任务。", 3),
    (f"承接的{_DEEDS}，一共N项任务，均已销号。", 3),
    (f"本级工作计划列了{_DEEDS}，任务数为N项。", 3),
    (f"年内推进{_DEEDS}，上述任务共计N项。", 3),
    (f"工程由{_DEEDS}N个子项目组成。", 3),
    (f"N项任务列入当年计划，依次是{_DEEDS}。", 3),
    (f"子项目N个，名称分别是{_DEEDS}。", 3),
    (f"{_DEEDS}。以上N项为全年任务。", 3),
    (f"列入督办的有N项——{_DEEDS}。", 3),
    (f"工程由N部分构成：{_DEEDS}。", 3),
    (f"任务N项，现列示如下：{_DEEDS}。", 3),
    (f"N件民生实事是{_DEEDS}。", 3),
    (f"职责归为N大类：{_DEEDS}。", 3),
    (f"目标涉及N方面任务，主要是{_DEEDS}。", 3),
    ("须办的事项有危桥加固、12小时值守点建设、校舍（一期）修缮、第2届书展组织（共N件）。", 4),
    ("完成危桥加固、12小时应急值守点建设、‘一张网’改造、校舍（二期）修缮N项任务。", 4),
    (f"敲定N件实事，经办公会研究，依次是{_DEEDS}，均已销号。", 3),
    (f"{_DEEDS}，这些都是列入台账、专人包抓的任务，合计N项。", 3),
    (f"县里把{_DEEDS}作为改善出行、服务学生的抓手，对这N项工作逐月调度。", 3),
    (f"{_DEEDS}由路政股牵头、村镇配合，上述工作共N项。", 3),
    (f"以{_DEEDS}为内容的N项任务推进有序。", 3),
    (f"启动N项面向乡村、惠及学生的任务，即{_DEEDS}。", 3),
    (f"任务数：N项；任务名称：{_DEEDS}。", 3),
    (f"专项N个，各专项为{_DEEDS}，此外别无专项。", 3),
    ("办理“一老一小”照护、三项补贴发放、5个社区食堂运营N项任务。", 3),
    (f"本局把{_DEEDS}列为督办事项，N项工作同步推进。", 3),
    (f"{_DEEDS}，此N项即为县里交办的任务。", 3),
    (f"民生实事清单：{_DEEDS}。以上N件均已办结。", 3),
    (f"承担N项任务，一并列出：{_DEEDS}。", 3),
    (f"应办的工作在数量上为N项，在内容上为{_DEEDS}。", 3),
    (f"{_DEEDS}列为督办事项，总数为N项。", 3),
    ("立项的N个项目分别指向“厂网河”治理、渡口（含码头）整修、护林。", 3),
    ("年度目标共N条：¶目标1：加固堤防；¶目标2：培训人员。", 2),
)

SHORT = (
    f"年度任务共N项，其中包括{_DEEDS}、管网更新。",
    f"承担{_DEEDS}、管网更新等工作，合计N项。",
    f"全年开展{_DEEDS}、管网更新等N类事项。",
    f"任务N项，名称是{_DEEDS}、管网更新等。",
    "紧扣渠道清淤与闸门更换、危桥加固、校舍修缮、管网更新等N项任务。",
)  # more names than N, which is 3, whatever else may be left out

CLEAN = (
    "针对台账不全、支付偏慢、目标偏低，制定5项措施。",
    "由水利站、林业站、农技站承担5项任务。",
    "年度任务5项，分别为道路养护、校舍修缮、危桥加固，此外还有2项临时任务。",
    "道路养护、校舍修缮、危桥加固已完成，2项任务结转次年。",
    "实施2项工程，为城区居民、乡村居民、外来人员提供供水保障。",
    "共辖14个乡镇。为巩固供水成果，县里统筹补助资金，用于管道维修、水质检测。",
    "任务3项，责任股室分别为办公室、财务股、业务股、信息股。",
    "设置指标8项，即数量指标、质量指标、时效指标、成本指标四类。",
    "共发现问题5个：台账不全、支付偏慢、目标偏低各1个，人员不足2个。",
    "覆盖12个街道、3个社区、5个村组，共20个单位。",
    "原因：预算漏编3项支出；措施：编准编实预算，加强预算审核。",
    "推进道路养护、校舍修缮、危桥加固，有2项任务未完成。",
    "购置打印机、扫描仪、投影机，共8件。",
    "扣分3项，原因分别是台账不全、支付偏慢。",
    "评审以道路养护、校舍修缮等2项工作为对象，采用全覆盖方式。",
    "在市委、市政府领导下推进道路养护、校舍修缮、危桥加固3项工作。",
    "请2个股室负责以下工作：数据采集、台账登记、材料归档。",
    "开展乡村文化馆、图书馆维修、危桥加固、管网更新3项任务。",
    "联合市水文局、市林业局、市渔业局，共4个部门巡河。",
    "修复护栏、标线、路肩共5处。",
    "调处山林纠纷、水事纠纷、宅基地纠纷共5件。",
    f"{_DEEDS}是全市8项实事中的3项。",
    f"以{_DEEDS}为重点的5个项目开工。",
    f"推进{_DEEDS}，上述工作由5个股室承担。",
    f"组织{_DEEDS}（5个单位参加）。",
    "实施2个项目，建设单位分别为甲县水利局、乙县水利局、丙县水利局。",
    "年内3项重点任务和2项日常任务，分别为道路养护、校舍修缮、危桥加固、管网更新、台账登记。",
    "完成危桥加固、48小时应急值守点建设、校舍（二期）修缮3项任务。",
    "须办的事项有危桥加固、校舍（一期）修缮、管网更新、路灯改造（共4件）。",
    f"比上年新增{_DEEDS}，共5项任务。",
    f"改善作风，{_DEEDS}。以上4项任务全部完成。",
    f"至少完成{_DEEDS}、管网更新中的3项任务。",
    "3项任务是市委、市政府、市人大交办的。",
    "发现5个问题，主要是预算偏粗、支付偏慢、档案不全。",
    f"年度重点任务（共5项）：{_DEEDS}等。",
    f"年度重点任务有{_DEEDS}等5项。",
    f"重点任务（5项）包括{_DEEDS}。",
    f"年度重点工作有{_DEEDS}等4项。",
    f"年度重点工作4项，内容包括{_DEEDS}。",
    f"全年承担4项任务，{_DEEDS}有序推进。",
    "监测分为水、气、土壤4类。",
    "从4个方面推进：¶1．健全制度；¶2．压实责任；¶各股室配合。¶3．强化考核；¶4．跟踪问效。",
    "检查了5个项目：¶1．健全制度；¶此处略。",
    "存在3个方面的问题。一是人员不足；二是经费紧张。",
    "落实12项措施：1.甲事；2.乙事；3.丙事；4.丁事；5.戊事；6.己事；7.庚事；8.辛事；9.壬事；10.癸事；11.子事；12.丑事。",
    "开展活动5次，为困难群众、留守儿童、残疾人员服务。",
)


@pytest.mark.parametrize(("text", "listed"), LISTED)
def test_count_of_a_list(text: str, listed: int) -> None:
    assert [one.holds for one in found(text.replace("N", str(listed)), "count", _counted(text, listed))] == [True]
    wrong = listed + 1
    assert [one.holds for one in found(text.replace("N", str(wrong)), "count", _counted(text, wrong))] == [False]


def _counted(text: str, count: int) -> str:
    """The count as the ledger quotes it: with its unit."""
    made = text.replace("N", str(count))
    return next(one.quote for one in ledger_of(made).figures if one.quote.startswith(str(count)))


@pytest.mark.parametrize("text", CLEAN)
def test_list_that_is_left_open_or_broken_off_is_not_accused(text: str) -> None:
    assert [one.calculation for one in ledger_of(text).relations if one.holds is False] == []


@pytest.mark.parametrize("text", SHORT)
def test_count_below_its_list_is_wrong_even_where_the_list_is_open(text: str) -> None:
    made = text.replace("N", "3")
    (relation,) = (one for one in ledger_of(made).relations if one.type == "count")
    assert (relation.holds, relation.expected.low) == (False, 4)


def test_connector_inside_a_list_leaves_a_doubt() -> None:
    (relation,) = found("完成闸门更换与渠道清淤、危桥加固、校舍修缮4项任务。", "count", "4项")
    assert (relation.holds, relation.certain) == (False, False)
    assert [one.holds for one in found("完成危桥加固、校舍修缮、闸门更换与渠道清淤4项任务。", "count", "4项")] == [True]


def test_short_names_leave_a_doubt() -> None:
    (relation,) = found("普查分为准备、登记、发布4个阶段。", "count", "4个")
    assert (relation.holds, relation.certain) == (False, False)


def test_numbered_aspects_below_a_count_are_not_what_is_counted() -> None:
    below = "\n\n1.产出方面。清淤完成。\n\n2.效益方面。投诉减少。\n\n3.满意度方面。居民认可。"
    assert [one for one in ledger_of("共设9项指标，未达标5项。" + below).relations if one.holds is False] == []
    faults = "\n\n1.清淤滞后。\n\n2.投诉偏多。\n\n3.台账不全。"
    assert [one.result for one in ledger_of("检查发现问题5项：" + faults).relations if one.holds is False] == ["5项"]


@pytest.mark.parametrize("first", ["15个体育类", "15个文体类"])
def test_parts_that_each_begin_with_a_count_are_no_names(first: str) -> None:
    ledger = ledger_of(f"42个社团：{first}、12个艺术类、9个科技类、6个阅读类。")
    assert [(relation.type, relation.holds) for relation in ledger.relations] == [("sum", True)]
