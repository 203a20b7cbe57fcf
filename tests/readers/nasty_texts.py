"""Four nasty texts of our own and the blocks that a careful reader sees in them."""

import unicodedata


def _width(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1


def wrap(paragraph: str, width: int, indent: str = "　　") -> list[str]:
    """Break a paragraph as an editor does: at `width` screen columns, no closing mark at the start of a line."""
    lines = []
    line = indent
    for place, char in enumerate(paragraph):
        following = paragraph[place + 1 : place + 2]
        room = width - (2 if following and following in "，。；：、）》”％%" else 0)
        if sum(map(_width, line)) + _width(char) > room and char not in "，。；：、）》”％%":
            lines.append(line)
            line = ""
        line += char
    return [*lines, line]


REPORT = (
    "云江市水务局2022年度部门整体支出绩效自评报告",
    "一、基本情况",
    "（一）部门概况",
    "云江市水务局是市政府工作部门，内设办公室、计划财务科、建设管理科、河湖管理科四个科室，下辖水文站、"
    "水利工程质量监督站两个事业单位，年末在职人员86人，退休人员41人。",
    "2022年全年预算数12,387.65万元，其中：基本支出3,120.4万元，项目支出9,267.25万元；全年执行数12,105.33万元，"
    "预算执行率97.72%。全年新建堤防1.46万米，清淤河道236.5公里，完成水质监测4,800余次，群众满意度达到96.5%。",
    "（二）绩效目标完成情况",
    "（1）资金管理，分值16分，自评得分14.98分，扣分主要原因：部门预算调整次数较多，部分调整集中在年底；"
    "预算执行过程中，水文站存在凭证附件不完整等问题。",
    "（2）资产管理4分，自评得分3.3分，扣分主要原因：资产分析报告不够严谨，未披露闲置资产，部分闲置资产未及时处置。",
    "（3）信息公开管理4分，自评得分4分。",
    "二、存在的主要问题",
    "一是预算编制不够细化。部分项目前期论证不充分，年中调整幅度较大，依据《云江市市级部门预算管理暂行办法》"
    "应在六月底前完成调整，实际延至十一月。二是支付进度偏慢。",
    "云江市水务局",
    "2023年3月14日",
)
HEADINGS = frozenset({1, 2, 5, 9})


def hard_wrapped(width: int, indent: str = "　　", spaced: bool = False, newline: str = "\r\n") -> str:
    """The report broken at `width`, paragraphs told apart by an indent or by blank lines."""
    lines: list[str] = []
    for place, paragraph in enumerate(REPORT):
        plain = place in HEADINGS or place in {0, len(REPORT) - 2, len(REPORT) - 1}
        lines += [paragraph] if plain else wrap(paragraph, width, indent)
        if spaced:
            lines.append("")
    return newline.join(lines) + newline


WRAPPED_UTF16 = b"\xff\xfe" + hard_wrapped(40).encode("utf-16-le")

GB18030_TABS = """临江市林业局2022年度项目支出自评情况

填报单位：临江市林业局
填报日期：2023年2月

一、项目资金情况
表1 项目资金使用情况表
单位：万元
项目\t年初预算数\t全年执行数\t执行率
森林防火\t1,250.00\t1,198.46\t95.88%
造林补助\t860.5\t860.5\t100%
病虫害防治\t312\t\t—

二、产出情况
各项产出完成情况如下：
序号\t名称\t目标\t完成情况
数量
1\t造林面积\t≥1.2万亩\t1.26万亩
2\t防火宣传\t12次\t组织进村入户宣传12次，发放手册3,000份，并
在重点林区设置警示牌40块
质量
3\t苗木成活率\t≥85%\t88.6%
4\t检疫覆盖
率\t100%\t100%

- 1 -

序号\t名称\t目标\t完成情况
5\t巡护天数\t300天\t312天

三、其他说明
无。
""".encode("gb18030")

CUT_PIPES = """# 南湾市文化馆2022年度
# 公益演出项目支出绩效自评表

| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| :--- | :---: | --- | --- | --- | ---: | ---: |
| 产出指标<br>(50分) | 数量指标 | 演出场次 | ≥120场次 | 126场次 | 20 | 20 |
|  |  | 观众人次 | ≥3.5万<br>人次 | 3.62万人次 | 10 | 10 |
|  | 质量指标 | 设备完好率 | ≥95% | 因连续降雨，部分设备返修，完好率为 |

第 1 页 共 3 页

续表

| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| --- | --- | --- | --- | --- | --- | --- |
|  |  |  |  | 92.4% | 10 | 9.5 |
|  | 时效指标 | 按时完成率 | 100% | 100% | 10 | 10 |

第 2 页 共 3 页

| 效益指标<br>(30分) | 社会效益指标 | 志愿者人数 | 甲\\|乙两类 | 两类均有 | 30 | 30 |
| 满意度指标<br>(10分) | 满意度指标 | 观众满意度 | ≥90% | 97% | 10 | 10 |

说明：**得分**按实际完成值计算，
其中设备完好率扣0.5分。

第 3 页 共 3 页
""".encode()

MIXED = """附件2

             云江市交通运输局关于2022年度
                 部门整体支出绩效自评的报告

第一部分 基本概况
    本部门下设公路养护中心、运输管理所等5个单位，年末实有人
数213人。2022年度部门预算批复数为8,643.2
万元，决算数为8,512.77万元。

  公路养护中心承担全市国省干线1,126公里的日常养护，全年投入养护资金
2,387,
236.73元用于坑槽修补，并完成安全生命防护工程62.4公里，改造危旧桥梁7座，其中3座提前
通车。

第二部分 完成情况
(一)产出情况
1．数量情况：养护里程
达到1,126公里。
2．质量情况
优良路率为89.
3%，较上年提高1.2个百分点
；桥梁技术状况达到二类以上。

名称            目标值        实际值
养护里程        1126公里      1126公里
优良路率        88%           89.3%
危桥改造        7座           7座

┌────┬──────┬─────┐
│科目│ 预算 │ 执行│
├────┼──────┼─────┤
│人员│ 3,120│3,120│
│公用│   412│405.6│
└────┴──────┴─────┘

Digital management of the road network
relies on open standards and
BIM 5
D models.

特此报告。
""".encode("utf-8-sig")

ALL = {"wrapped-utf16": WRAPPED_UTF16, "gb18030-tabs": GB18030_TABS, "cut-pipes": CUT_PIPES, "mixed": MIXED}
