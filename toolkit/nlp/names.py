"""The name of an indicator → the terms that models know it by, and its level-2 group, where the model is sure."""

from itertools import combinations
from typing import Final

from toolkit.nlp.linear import linear_model
from toolkit.nlp.shapes import runs
from toolkit.nlp.terms import GROUP
from toolkit.patterns import regex
from toolkit.text import key

_LONGEST: Final = 3
_ENDS: Final = (3, 4, 5)
_CONCEPTS: Final = {
    "count": (
        "数量 数目 人数 人次 户数 场次 次数 频次 批次 个数 件数 台数 份数 处数 面积 里程 长度 规模 总量 "
        "套数 座数 公里数 名额 数"
    ),
    "rate": "率 比例 比重 占比 程度 幅度 覆盖面",
    "done": ("新建 改造 维修 建设 购置 采购 举办 开展 组织 培训 发放 检查 编制 完成 安装 更新 配备 扶持 整治 养护"),
    "sound": "合格 达标 优良 完好 准确 规范 质量 通过 正常 标准 完整 符合 有效 优质 稳定运行 持证",
    "faulty": "差错 错误 返工 返修 不合格 缺陷 漏报 误差 故障 违规 超标 退件 退货 失真",
    "timed": (
        "及时 按时 按期 如期 准时 时间 时限 时长 工期 进度 当日 当年 日期 逾期 超期 延期 开工 竣工 完工 "
        "时效 限期 期限 时点 周期"
    ),
    "moment": "时间 日期 时限 时点 期限",
    "spent": "成本 费用 造价 单价 均价 价格 支出 经费 开支 投入 补助 补贴 标准 投资 概算 预算 花费 劳务费",
    "per": "人均 户均 亩均 生均 场均 件均 次均 单位 每 单[个处台件场次套份位] 平均 月均 年均 日均 均价",
    "earned": (
        "增收 收入 产值 利润 税收 营收 销售 消费 收益 效益 增产 产量 投资额 招商 引资 社会资本 经济 产业 "
        "增加值 创收 撬动 拉动 损失"
    ),
    "people": (
        "就业 受益 惠及 知晓 参与 普及 覆盖 保障 改善 稳定 治安 公共服务 服务水平 能力 影响力 社会 入学 "
        "参保 返贫 困难 便利 普惠 民生 公平 安全"
    ),
    "harm": "事故 投诉 信访 死亡 犯罪 失业 发病 返贫 案件 上访 舆情 伤亡 责任事件 纠纷 辍学 溺水 火灾",
    "green": (
        "生态 环境 绿化 绿色 森林 植被 污水 垃圾 废弃 废水 排放 能耗 节能 减排 节水 碳 水质 空气 化肥 "
        "农药 秸秆 水土 湿地 林地 粪污 污染 扬尘 噪声 资源化 循环"
    ),
    "lasting": "长效 后续 长期 持续 可持续 机制 体系 管护 年限 寿命 延续 推广 制度化 传承",
    "pleased": "满意 好评 认可 获得感 幸福感 安全感",
    "managed": (
        "预算 资金 财务 绩效目标 绩效指标 立项 决策 政府采购 合同 招投标 资产 内控 公开 编制 执行率 "
        "到位率 三公 结转 结余 合规 制度健全 专款 会计 收支 监控 自评 往来款 存量 供养"
    ),
    "turned": "下降 降低 减少 压减 节约 节省 减轻 避免 挽回 减量 降幅 消除 化解 整改 处理 办结 查处 回收 治理",
    "held": "控制 不超 上限 限额",
    "not": "不 未 无 非 零",
    "made": "性 度 情况 成效 作用 影响 水平",
}
"""What words of a name speak of."""
_ENDING: Final = frozenset({"count", "rate", "moment", "made"})
"""Concepts whose words count at the end of a name alone."""
_PATTERNS: Final = {
    concept: regex(f"(?:{'|'.join(words.split())}){'$' if concept in _ENDING else ''}")
    for concept, words in _CONCEPTS.items()
}


def group_of_name(name: str) -> str | None:
    """quantity, quality, timeliness, …; None where the model is not sure.

    Raises ModelError where the model cannot be read.
    """
    model = linear_model("groups")
    probability, label = max(zip(model.weigh(name_terms(name)), model.labels, strict=True))
    return label if probability >= model.sure else None


def concepts(name: str) -> frozenset[str]:
    """What the words of a name speak of: counts, rates, time, cost, people, harm, …"""
    folded = key(name)
    return frozenset(concept for concept, pattern in _PATTERNS.items() if pattern.search(folded))


def name_terms(name: str) -> list[str]:
    """Terms, each once: runs of the name, its last characters, what its words speak of, alone and in pairs."""
    folded = key(name)
    found = dict.fromkeys(runs("h", folded, _LONGEST))
    found.update(dict.fromkeys(f"e:{folded[-length:]}" for length in _ENDS if len(folded) >= length))
    told = sorted(concepts(name))
    found.update(
        dict.fromkeys((*(f"{GROUP}{one}" for one in told), *(f"{GROUP}{a}+{b}" for a, b in combinations(told, 2))))
    )
    return list(found)
