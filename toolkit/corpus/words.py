"""Seeded chance → invented names, amounts and phrases such as stand in budget tables."""

from random import Random
from typing import Final


def _split(names: str) -> tuple[str, ...]:
    return tuple(names.split())


_CITIES: Final = _split("云江市 临江市 沅溪市 荆河市 蓉溪市 淮湖市 珠岭市 江澜市 赣屏市 齐川市")
_COUNTIES: Final = _split("清源县 望山县 东坪区 南浦区 青屏县 柳塘区 桐林县 石泉区 白鹭县 松岗区")
_BODIES: Final = _split("水利局 文化旅游局 交通运输局 住房建设局 市场监管局 应急管理局 教育局 农业农村局 卫生健康局")
_THINGS: Final = _split(
    "农村道路 安全饮水工程 中小学校舍 文化站 公共图书 卫生室设备 高标准农田 污水管网 应急物资 "
    "老旧小区 养老服务站 公交站台 林区防火道 职业技能培训 食品抽检批次 危桥 垃圾转运站 村级阵地 "
    "智慧停车位 河道"
)
_DEEDS: Final = _split("新建 改造 维修 养护 采购 配置 检测 巡查 补助 清淤 验收 更新")
_COUNTERS: Final = _split("个 处 公里 套 批次 人次 户 亩 座 场 项")
_QUALITIES: Final = _split(
    "完工验收合格率 设备完好率 资金到位及时率 群众知晓率 项目开工率 问题整改率 培训合格率 "
    "服务覆盖率 投诉办结率 政策兑现准确率 档案归集率 检查覆盖面"
)
_OUTCOMES: Final = _split(
    "带动就业人数 节约财政成本 改善出行条件 受益群众户数 降低事故发生率 提升服务能力 "
    "减少水土流失面积 促进产业增收 稳定持续运行年限 减少能源消耗"
)
_PLEASED: Final = _split("受益群众满意度 服务对象满意度 企业满意度 师生满意度 社会公众满意度")
_REASONS: Final = (
    "受汛期影响，部分标段进场时间推迟",
    "上级资金下达较晚，年末未能支付完毕",
    "招标流标一次，重新组织采购",
    "个别乡镇配套不到位，进度低于预期",
    "设备到货后调试时间较长",
    "指标值设置偏低，实际完成数大幅超出",
)
_MEASURES: Final = (
    "下一步将提前谋划前期工作，倒排工期，确保按期完工",
    "今后加强与主管部门衔接，加快支付进度",
    "已建立台账，逐项销号，定期通报",
    "将结合历史数据合理设置指标值",
    "督促施工单位增加人员设备，抢抓工期",
)
_CLAUSES: Final = (
    "完成前期勘察设计并通过专家评审",
    "按照批复内容组织实施，未发生重大变更",
    "资金实行专账核算，支付手续齐全",
    "工程质量经第三方检测符合设计要求",
    "建成后移交所在乡镇管护，落实了管护人员",
    "设施运行平稳，群众反映良好",
    "档案资料已按要求整理归集",
    "对发现的问题逐条整改到位",
)


def entity(chance: Random) -> str:
    """A body of an invented place."""
    return f"{chance.choice(_CITIES)}{chance.choice(_COUNTIES)}{chance.choice(_BODIES)}"


def place(chance: Random) -> str:
    """An invented county with its city."""
    return f"{chance.choice(_CITIES)}{chance.choice(_COUNTIES)}"


def county(chance: Random) -> str:
    """An invented county alone."""
    return chance.choice(_COUNTIES)


def project(chance: Random) -> str:
    """What a project is called."""
    return f"{chance.choice(_THINGS)}{chance.choice(_DEEDS)}项目"


def quantity_name(chance: Random) -> str:
    """What is counted."""
    return f"{chance.choice(_DEEDS)}{chance.choice(_THINGS)}数量"


def quality_name(chance: Random) -> str:
    """A rate that tells how good it is."""
    return chance.choice(_QUALITIES)


def outcome_name(chance: Random) -> str:
    """What comes of it."""
    return chance.choice(_OUTCOMES)


def pleased_name(chance: Random) -> str:
    """Who should be pleased."""
    return chance.choice(_PLEASED)


def amount(chance: Random, top: int = 3000) -> str:
    """An amount with two decimals, often with thousands separators."""
    value = chance.randint(100, top * 100)
    whole, cents = divmod(value, 100)
    return f"{whole:,}.{cents:02d}" if chance.random() < 0.7 else f"{whole}.{cents:02d}"


def count(chance: Random) -> str:
    """A whole number with a counter."""
    return f"{chance.randint(1, 4000)}{chance.choice(_COUNTERS)}"


def rate(chance: Random) -> str:
    """A percentage."""
    return f"{chance.randint(60, 100)}%" if chance.random() < 0.5 else f"{chance.randint(6000, 9999) / 100:.2f}%"


def target(chance: Random) -> str:
    """A target as it is printed: with or without an operator, a date, a word."""
    pick = chance.random()
    if pick < 0.4:
        return f"≥{rate(chance)}" if chance.random() < 0.6 else f"≥{count(chance)}"
    if pick < 0.7:
        return count(chance)
    if pick < 0.8:
        return f"{chance.randint(2020, 2024)}年{chance.randint(1, 12)}月底前"
    return rate(chance) if pick < 0.9 else chance.choice(("逐步改善", "长期", "100%", "持续提升"))


def reason(chance: Random) -> str:
    """Why something fell short, and what will be done."""
    return f"{chance.choice(_REASONS)}；{chance.choice(_MEASURES)}。"


def sentences(chance: Random, least: int, most: int) -> str:
    """Running text of so many clauses, each numbered so that no two cells are alike by accident."""
    picked = [chance.choice(_CLAUSES) for _ in range(chance.randint(least, most))]
    return "；".join(f"{number}.{clause}" for number, clause in enumerate(picked, 1)) + "。"


def full_width(text: str) -> str:
    """ASCII digits, point, comma and percent sign → their full-width forms."""
    return text.translate({code: code + 0xFEE0 for code in (*range(0x30, 0x3A), 0x2E, 0x2C, 0x25)})
