"""docs/models.md and its pictures, from the committed figures (`jixiao evaluate --write models/figures.json`)."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from tests.conftest import ROOT
from toolkit.export._words import CATEGORIES
from toolkit.train.picture import lines, squares

MODELS = {"roles": "句子角色", "reasons": "原因类别"}
SETS = {"test": "未见过的说法", "sentences": "手写句", "sample-reasons": "样本报告的原因"}
GOALS = {
    ("roles", "test"): "0.90",
    ("roles", "sentences"): "0.85",
    ("reasons", "test"): "0.85",
    ("reasons", "sentences"): "0.80",
}
TERMS = {
    "characters": "一至三字串",
    "characters+lexicon": "一至三字串＋词表分组",
    "characters+lexicon+shapes": "一至三字串＋词表分组＋句子的样子",
    "characters+lexicon+shapes+matters": "一至三字串＋词表分组＋句子的样子＋说的事",
    "words": "jieba 词和相邻词对",
}


@cache
def _figures() -> Any:
    return json.loads((ROOT / "models" / "figures.json").read_text("utf-8"))


def _measured_of(*models: str) -> list[Any]:
    return [one for one in _figures()["measured"] if one["model"] in models]


def models_page() -> str:
    """What the models are, how good, and where they fail."""
    return (
        "\n".join(
            (
                *_about(),
                *_measured(),
                *_labels(),
                *_columns(),
                *_rows(),
                *_names(),
                *_same_indicator(),
                *_candidates(),
                *_second_opinion(),
                *_limits(),
            )
        )
        + "\n"
    )


def _about() -> Iterator[str]:
    yield "# 模型\n"
    yield "规则读得出有规律的；一句话是原因、问题还是措施，原因属于哪一类，由两个线性模型判断（`jixiao classify`）；"
    yield "另两个认表格里没见过的栏名和行名，一个认指标名属哪个二级分组。"
    yield "抽取结果里的 `categories` 只列十拿九稳的类别（概率不低于“有把握”的界限），"
    yield "其余留空；没有模型时规则照常工作。\n"
    yield "- 训练：`jixiao train`（几分钟），句子由 `toolkit/corpus/sentences` 按种子生成，同一种子得到同样的字节。"
    yield "- 推断：纯 Python，权重是普通的浮点数组，不载入 numpy、scikit-learn、jieba；"
    yield "  与训练所得估计器相差不超过 1e-9（测试）。"
    yield "- 每个文件的 sha256 在 `models/manifest.json`；"
    yield "  缺、改、版本不合时报 `MODEL-MISSING`、`MODEL-CHANGED`、`MODEL-VERSION`。\n"
    yield "句子角色整句判断；原因先在分号、“此外”、“一是……二是”一类的地方断开（“和”两边都说了不好的事也断开），"
    yield "去掉只说“这是扣分原因”“扣几分”“没有完成”“虽已做成某事”“今后怎么改”的套话（`clauses.txt`），"
    yield "逐件判断是哪一类或都不是，每类取最像的一件。除字串外，两个模型都用词表分组和句子的样子"
    yield "（有没有坏事、打算、条件、分数，`shapes.txt`）；原因另看说的是什么事、怎么了（`matters.txt`）："
    yield "同一小句里的两样合起来看，“款”遇“未付”是支付，“资料”遇“未交”是佐证。都在 `toolkit/nlp/lexicon`。\n"
    yield "原因类别：" + "；".join(f"{code} {name}" for code, name in CATEGORIES.items() if code != "D0") + "。\n"


def _measured() -> Iterator[str]:
    yield "## 量得的数\n"
    yield "三个评测集都没有用于训练：“未见过的说法”由生成器的另一组说法和词语造成；"
    yield "“手写句”555 句在写生成器之前写成并冻结；"
    yield "“样本报告的原因”取自别人写的样本报告（见 `corpora/handwritten/README.md`）。"
    yield "区间由重抽样得出，整个说法一起抽。\n"
    yield "| 模型 | 评测集 | 句数 | 宏平均 F1（95% 区间） | 目标 | 校准误差 | 有把握的占 | 其中对的 |"
    yield "|---|---|---|---|---|---|---|---|"
    for one in _measured_of(*MODELS):
        judged = one["judged"]
        yield (
            f"| {MODELS[one['model']]} | {SETS[one['set']]} | {judged['sentences']} "
            f"| {judged['macro_f1']:.3f}（{judged['low']:.3f}–{judged['high']:.3f}） "
            f"| {GOALS.get((one['model'], one['set']), '—')} | {judged['calibration_error']:.3f} "
            f"| {judged['sure_share']:.1%} | {judged['sure_right']:.1%} |"
        )
    yield ""
    short = [
        f"{MODELS[one['model']]}在{SETS[one['set']]}上 {one['judged']['macro_f1']:.3f}"
        for one in _measured_of(*MODELS)
        if one["judged"]["macro_f1"] < float(GOALS.get((one["model"], one["set"]), "0"))
    ]
    yield f"没有达到目标的：{'；'.join(short)}。\n" if short else "都达到目标。\n"
    for model in MODELS:
        yield f"![学习曲线](pictures/{model}-curve.svg)\n"
        yield f"![混淆](pictures/{model}-confusion.svg)\n"


def _labels() -> Iterator[str]:
    for model, title in MODELS.items():
        found = {one["set"]: one["judged"]["by_label"] for one in _measured_of(model)}
        yield f"### {title}：逐类 F1\n"
        yield f"| 类 | {' | '.join(SETS[name] for name in found)} |"
        yield f"|---|{'---|' * len(found)}"
        for label in found["test"]:
            shown = f"{label} {CATEGORIES[label]}" if label in CATEGORIES else label
            figures = (f"{told[label]:.2f}" if label in told else "—" for told in found.values())
            yield f"| {shown} | {' | '.join(figures)} |"
        yield ""


def _columns() -> Iterator[str]:
    (judged,) = (one["judged"] for one in _measured_of("columns"))
    yield "### 表格栏目\n"
    yield "指标表里栏名不在写法表（`extract/columns.toml`）时，由栏名字串、左右栏名、"
    yield "单元格样子（数、百分数、比较符、日期、话）"
    yield "和数字关系（合计一百、不大于左栏）判断是哪一栏；同一行至少另有两栏认得、其中有指标名称时才问，拿不准的空着。"
    yield "遇到不认得的栏名才载入模型。量的时候用的栏名写法表和训练都没有：\n"
    yield (
        f"{judged['sentences']} 栏，正确率 {judged['accuracy']:.1%}（目标 98%），"
        f"校准误差 {judged['calibration_error']:.3f}；"
        f"有把握的占 {judged['sure_share']:.1%}，其中对的 {judged['sure_right']:.1%}。"
    )
    shown = "；".join(f"{label} {value:.2f}" for label, value in judged["by_label"].items())
    yield f"逐栏 F1：{shown}。\n"


def _rows() -> Iterator[str]:
    """Figures of the model, and those of `benchmarks/unknown_rows.py 60 11`."""
    (judged,) = (one["judged"] for one in _measured_of("rows"))
    yield "### 表格的行\n"
    yield "指标表里一行的名称规则不认得（合计、小计、备注、填表人一类的词之外），又缺少别的行都有的栏，"
    yield "或者整行只有一格，"
    yield "才由行名字串、上下行名、所占的栏、各格样子、位置和数字关系（等于上面各行之和、一百）判断是哪一种行："
    yield "指标 line、分组 group、小计 subtotal、合计 total、资金 fund、说明 note、表头信息 identity、栏名 header、"
    yield "空白 filler。"
    yield "有把握的合计、小计还须数字加得起来、名称里有“计、和、总”一类的字，"
    yield "说明一类还须没有分值得分；不作指标的行列入 `residue`，"
    yield "由此读出的数注明 `model:rows`。"
    yield "遇到这样的行才载入模型。量的时候用的行名规则和训练都没有：\n"
    yield (
        f"{judged['sentences']} 行，正确率 {judged['accuracy']:.1%}，宏平均 F1 {judged['macro_f1']:.3f}"
        f"（{judged['low']:.3f}–{judged['high']:.3f}），校准误差 {judged['calibration_error']:.3f}；"
        f"有把握的占 {judged['sure_share']:.1%}，其中对的 {judged['sure_right']:.1%}。"
    )
    shown = "；".join(f"{label} {value:.2f}" for label, value in judged["by_label"].items())
    yield f"逐类 F1：{shown}。\n"
    yield "`benchmarks/unknown_rows.py`：测试组的六十份整份报告，把指标表的合计换成没见过的说法，"
    yield "加上没见过的小计、说明和表头信息行，"
    yield "三种读法比较（Markdown；网页和表格文件与此相近）：\n"
    yield "| 读法 | 字段 F1 | 漏读 | 多读 | 总分 F1 | 误报的数据矛盾 |"
    yield "|---|---|---|---|---|---|"
    yield from ROWS_COMPARED
    yield ""


ROWS_COMPARED = (
    "| 只用规则 | 0.9871 | 71 | 128 | 0.844 | 1 |",
    "| 规则，再只看数字（加得起来的是合计、小计，没有数的是说明） | 0.9920 | 65 | 58 | 0.483 | 34 |",
    "| 规则，再问模型 | 0.9990 | 11 | 4 | 0.957 | 1 |",
)


def _names() -> Iterator[str]:
    """Figures of the model, and those of `benchmarks/natures.py`."""
    (judged,) = (one["judged"] for one in _measured_of("groups"))
    yield "### 指标名\n"
    yield "横向比较时，相近的名称须在同一个二级分组里才对齐。有的表印了二级分组，有的没有；没有印的，由指标名"
    yield "（字串、末尾几字、说的是什么：个数、时间、花费、人、环境……）判断是数量、质量、时效、成本、"
    yield "经济、社会、生态、可持续、"
    yield "满意度还是过程，有把握才算；印出的一律以印出的为准，推断的不写进结果。各表都印或都没印时不载入模型。"
    yield "量的时候用的是训练没有的说法和测试组单位的指标：\n"
    yield (
        f"{judged['sentences']} 个名称，正确率 {judged['accuracy']:.1%}，宏平均 F1 {judged['macro_f1']:.3f}"
        f"（{judged['low']:.3f}–{judged['high']:.3f}），校准误差 {judged['calibration_error']:.3f}；"
        f"有把握的占 {judged['sure_share']:.1%}，其中对的 {judged['sure_right']:.1%}。"
    )
    shown = "；".join(f"{label} {value:.2f}" for label, value in judged["by_label"].items())
    yield f"逐类 F1：{shown}。\n"
    yield "同样的做法判断越高越好、越低越好、定性还是日期（`benchmarks/natures.py`）：正确率 87.0%，宏平均 F1 0.789"
    yield "（0.656–0.926），校准误差 0.054；有把握的占 19.8%，其中对的 100%。"
    yield "与 IND304（比较符与指标性质相反）所用的词比，322 个定量的名称：词认出 26 个，模型 70 个，合起来 87 个，"
    yield "都没有错；"
    yield "开发用的一百多份报告里也没有与印出的比较符相反的。但模型多认出的几乎都是“做了多少”的个数，"
    yield "而会议、接待、车辆这些要压减的"
    yield "也是个数，只看名称会错怪，所以运行时不用，也不随附权重。\n"


def _same_indicator() -> Iterator[str]:
    """Figures of `benchmarks/same_indicator.py`."""
    yield "### 同一指标的名称：规则与学得的比较\n"
    yield "`benchmarks/same_indicator.py`：词库的指标名换个说法（同一指标）、换掉要害的字（合格率、不合格率）、"
    yield "换进别的名称的字，再配上同类单位最像的另一个；去掉年份、套话后就相同的两种做法都认得，不算。"
    yield "训练与测试换说法的办法不同，单位也不同；"
    yield "训练的一组用没见过该种办法的模型来量，它故意多放了换要害字的对子。\n"
    yield "| 做法 | 训练：精确率 | 召回率 | 测试：精确率 | 召回率 |"
    yield "|---|---|---|---|---|"
    yield from SAME_COMPARED
    yield ""
    yield "学得的在没见过的说法上召回很低，规则在测试上精确率高、召回也高，所以横向比较仍用规则；"
    yield "这次比较查出的两种错（差一个“未、不、非、无”，后面多出一个率或度）已写进规则，召回不变。\n"


SAME_COMPARED = (
    "| 相似度和数字 | 0.415 | 0.394 | 0.991 | 0.840 |",
    "| 规则：再看否定的字和多出的率、度（运行时所用） | 0.593 | 0.394 | 0.994 | 0.840 |",
    "| 学得的，可能性不低于 0.5 | 0.776 | 0.336 | 0.826 | 0.092 |",
    "| 学得的，可能性不低于 0.7 | 0.908 | 0.169 | 0.500 | 0.005 |",
    "| 规则，且学得的也认为可能 | 0.791 | 0.172 | 1.000 | 0.068 |",
)


def _candidates() -> Iterator[str]:
    yield "## 比较过的做法\n"
    yield "按说法分组的交叉验证（五部分，每部分的说法和词语互不相同；训练句较少，数比正式模型低）。"
    yield "推断用字串和词表，不用 jieba，启动快；词的结果仅供比较。"
    yield "说法没见过时，业务知识（词表、样子、说的事）的帮助最大；换估计器差别在区间之内。\n"
    yield "| 模型 | 特征 | 估计器 | 宏平均 F1（95% 区间） | 校准误差 |"
    yield "|---|---|---|---|---|"
    for one in _figures()["candidates"]:
        yield (
            f"| {MODELS[one['model']]} | {TERMS[one['terms']]} | {one['scorer']} "
            f"| {one['macro_f1']:.3f}（{one['low']:.3f}–{one['high']:.3f}） | {one['calibration_error']:.3f} |"
        )
    yield ""


def _second_opinion() -> Iterator[str]:
    """Figures of `benchmarks/second_opinion.py 600 4`, seed 5."""
    yield "## spaCy 的第二意见\n"
    yield "`benchmarks/second_opinion.py` 在自拟句上训练一个 spaCy `ner`，只问语法读不出原因的句子，"
    yield "原因的起止都对才算对。"
    yield "没见过说法的 1500 句（1054 处原因，单句，没有上下文，两者都吃亏）：\n"
    yield "| 做法 | 精确率 | 召回率 | F1 |"
    yield "|---|---|---|---|"
    yield "| 语法 | 0.303 | 0.255 | 0.277 |"
    yield "| `ner` | 0.660 | 0.477 | 0.554 |"
    yield "| 语法读不出的 612 句只问 `ner` | 0.468 | 0.555 | 0.508 |"
    yield "| 语法，读不出再问 `ner` | 0.330 | 0.332 | 0.331 |"
    yield ""
    yield "单句上 F1 有提高，但它补的一半以上是错的，载入又要一秒多；"
    yield "整份报告里语法读原因的 F1 已近 1（`docs/evaluation.md`），没有多少可补。所以运行时不用，也不随附权重。\n"


def _limits() -> Iterator[str]:
    yield "## 限度\n"
    names = (*MODELS, "columns", "rows", "groups")
    cards = [json.loads((ROOT / "models" / model / "card.json").read_text("utf-8")) for model in names]
    yield from dict.fromkeys(f"- {limit}" for card in cards for limit in card["limits"])
    yield "- 词表和说法补过多轮：每轮先写一批新说法，量没有见过它们的模型，再看错误、并入训练；"
    yield "  看的只是这些错误和交叉验证里的错误。"
    yield "  “未见过的说法”早先有一部分曾在重新分组时看到过，此后冻结在 `grammar/test` 里，不再看；"
    yield "  看过的是按类、按句式汇总的数（哪一类混作哪一类、哪种套话把原因带错），没有看句子；最近一轮数过四次。"
    yield "- 断不开的一件事只列最像的一类：“两次流标，设备款没有支付”只说 D2，写成“两次流标，且……”才两类都列。"
    yield "- “未见过的说法”每类只有十来种，套话只有九种，一两种说错就差几分，区间因此宽。"
    yield "- 手写句与训练句出自同一人，用词习惯相近，数偏乐观；样本报告的原因只有 87 条，每类几条，区间很宽。"


def _curve(model: str) -> str:
    points = [one for one in _figures()["curves"] if one["model"] == model]
    ticks = [f"{count}/6" for count in sorted({one["parts"] for one in points})]
    drawn = {
        title: [one["macro_f1"] for one in points if one["set"] == name]
        for name, title in SETS.items()
        if any(one["set"] == name for one in points)
    }
    return lines(f"{MODELS[model]}：宏平均 F1 随训练用的说法份数", ticks, drawn)


def _confusion(model: str) -> str:
    (found,) = [one for one in _figures()["confusions"] if one["model"] == model]
    return squares(f"{MODELS[model]}：未见过的说法，只有一类的句子", found["labels"], found["counts"])


MODEL_PAGES: dict[str, Callable[[], str]] = {
    "docs/models.md": models_page,
    **{f"docs/pictures/{model}-curve.svg": lambda model=model: _curve(model) for model in MODELS},  # type: ignore[misc]
    **{f"docs/pictures/{model}-confusion.svg": lambda model=model: _confusion(model) for model in MODELS},  # type: ignore[misc]
}
