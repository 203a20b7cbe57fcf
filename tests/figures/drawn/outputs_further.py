"""Right statements on outputs and scores, written against."""

from decimal import Decimal

from tests.figures.drawn.numbers import Draw, cents, fixed, grouped, most, percent, plain, rounded, tenths, total


def doctor(draw: Draw) -> str:
    f1 = draw.randint(20000, 60000)
    h = draw.randint(2000, 9000)
    d = draw.randint(300, 900)
    hs = most(draw, h, 60, 75)
    ds = most(draw, d, 60, 75)
    return f"家庭医生签约{grouped(f1)}人，管理高血压患者{grouped(h)}人、糖尿病患者{d}人，规范管理人数分别为{grouped(hs)}人、{ds}人，规范管理率分别为{percent(hs, h)}、{percent(ds, d)}。"


def elder(draw: Draw) -> str:
    a, b = (draw.randint(10, 60), draw.randint(5, 30))
    s = a * draw.randint(30, 60)
    return f"城乡养老服务站点{a + b}个，提供助餐服务的{a}个、仅提供日间照料的{b}个，助餐服务{grouped(s * 12)}人次，月均{grouped(s)}人次，每个助餐点每月平均{s // a}人次。"


def disabled(draw: Draw) -> str:
    a, b, c = [draw.randint(20, 300) for _ in range(3)]
    x = draw.randint(1, 19)
    return f"为残疾人发放轮椅{a}辆、助听器{b}副、拐杖{c}副，辅具共{a + b + c}件；受益残疾人{a + b + c - x}名，其中{x}名领取了两件辅具，其余各领取一件。"


def roads(draw: Draw) -> str:
    p = [cents(draw, 5, 40) for _ in range(3)]
    t = total(p)
    w = cents(draw, 3, 9)
    return f"沥青路面{fixed(p[0])}公里、水泥路面{fixed(p[1])}公里、砂石路面{fixed(p[2])}公里，养护里程合计{fixed(t)}公里，比上年{fixed(t - w)}公里增加{fixed(w)}公里，增长{percent(w, t - w)}。"


def road_nested(draw: Draw) -> str:
    a, b, c = [cents(draw, 5, 40) for _ in range(3)]
    return f"完成公路改造{fixed(a + b + c)}公里，其中：升级改造国省干线{fixed(a)}公里，农村公路{fixed(b + c)}公里（其中通村路{fixed(b)}公里、通组路{fixed(c)}公里），桥梁{draw.randint(2, 9)}座。"


def bus(draw: Draw) -> str:
    o = draw.randint(20, 60)
    n = draw.randint(2, 9)
    v = draw.randint(200, 600)
    e = most(draw, v, 50, 90)
    return f"新开通公交线路{n}条，撤并1条，线路总数从{o}条变为{o + n - 1}条；运营车辆{v}辆，新能源车{e}辆，占比{percent(e, v, 1)}。"


def freight(draw: Draw) -> str:
    a = draw.randint(300, 900)
    b = draw.randint(100, 300)
    c = draw.randint(10, 90)
    t = a + b + c
    return f"港口货物吞吐量{t}万吨，煤炭{a}万吨、矿石{b}万吨、其他{c}万吨，比例分别为{percent(a, t, 1)}、{percent(b, t, 1)}和{percent(c, t, 1)}。"


def housing(draw: Draw) -> str:
    k = draw.randint(3, 12)
    h = k * draw.randint(80, 240)
    s = Decimal(h) * draw.randint(45, 70) / 10000
    return f"筹建保障性租赁住房{k}个项目、{grouped(h)}套，建筑面积{plain(s, 4)}万平方米，套均面积{plain(s * 10000 / h)}平方米，已入住{most(draw, h, 60, 90)}套。"


def lift(draw: Draw) -> str:
    a, b, c = (draw.randint(20, 80), draw.randint(5, 30), draw.randint(2, 15))
    return f"既有住宅加装电梯申报{a + b + c}部，已投入使用{a}部，在建{b}部，退件{c}部；投用率{percent(a, a + b + c, 1)}，在建部分预计2023年6月底前完工。"


def pipes(draw: Draw) -> str:
    a, b = (cents(draw, 10, 60), cents(draw, 10, 60))
    return f"新建污水管网{fixed(a)}千米，修复{fixed(b)}千米，共{fixed(a + b)}千米，新建占{percent(a, a + b)}；日处理能力{draw.randint(2, 9)}万吨，全年出水达标率100%。"


def toilet(draw: Draw) -> str:
    k = draw.randint(10, 60)
    a = draw.randint(3, 9)
    return f"新建公厕{a}座、提标{k}座，涉及公厕{a + k}座；全区公厕总数由{k * 3}座增加到{k * 3 + a}座，每座服务半径不超过500米。"


def grain(draw: Draw) -> str:
    a = draw.randint(20, 90)
    y = draw.randint(380, 520)
    return f"粮食播种面积{a}万亩，平均亩产{y}公斤，总产量{plain(Decimal(a) * y / 1000, 3)}万吨；其中优质稻面积{a // 3}万亩，占{percent(a // 3, a, 1)}。"


def pigs(draw: Draw) -> str:
    o = draw.randint(20, 90)
    l = o - draw.randint(1, 9)
    return f"生猪出栏{o}万头，比上年多{o - l}万头，同比增长{percent(o - l, l)}，规模养殖场{draw.randint(30, 90)}家，粪污综合利用率{draw.randint(85, 97)}.{draw.randint(1, 9)}%。"


def land_types(draw: Draw) -> str:
    p = [draw.randint(100, 900) for _ in range(3)]
    t = sum(p)
    return f"流转土地{grouped(t)}亩，种植油茶{p[0]}亩、中药材{p[1]}亩、蔬菜{p[2]}亩，占地比例依次为{percent(p[0], t, 1)}、{percent(p[1], t, 1)}、{percent(p[2], t, 1)}，带动{draw.randint(40, 200)}户农户增收。"


def wetland(draw: Draw) -> str:
    a = cents(draw, 100, 900)
    b = cents(draw, 10, 90)
    return (
        f"湿地保护面积{fixed(a + b)}公顷（原有{fixed(a)}公顷，新增{fixed(b)}公顷），换算为{plain((a + b) * 15)}亩。"
        + f"其中新增部分折{plain(b * 15)}亩，超过年度目标。"
    )


def rivers(draw: Draw) -> str:
    n = draw.randint(20, 60)
    a = draw.randint(8, n - 8)
    b = draw.randint(2, n - a - 3)
    c = n - a - b
    return f"{n}个监测断面中，Ⅰ至Ⅱ类水质{a}个，Ⅲ类{b}个，Ⅳ类及以下{c}个，优良（Ⅲ类及以上）断面{a + b}个，优良比例{percent(a + b, n, 1)}。"


def waste(draw: Draw) -> str:
    t = draw.randint(200, 900)
    r1 = most(draw, t, 30, 45)
    b = most(draw, t - r1, 80, 95)
    return f"生活垃圾清运{t}吨/日，回收利用{r1}吨/日，焚烧{b}吨/日，其余{t - r1 - b}吨/日填埋；回收利用率{percent(r1, t, 1)}，无害化处理率100%。"


def carbon(draw: Draw) -> str:
    a = cents(draw, 3, 9)
    l = a + cents(draw, 1, 2)
    n = draw.randint(10, 40)
    return f"{n}家重点企业减排改造后，二氧化硫年排放量{fixed(a)}千吨，改造前为{fixed(l)}千吨，减排{fixed(l - a)}千吨，减排幅度{percent(l - a, l)}。"


def tree(draw: Draw) -> str:
    n = draw.randint(20, 90) * 1000
    s = most(draw, n, 85, 96)
    return f"义务植树{plain(Decimal(n) / 10000)}万株，成活{grouped(s)}株，成活率{percent(s, n)}，补植{grouped(n - s)}株后，年末保存{plain(Decimal(n) / 10000)}万株。"


def stock_three(draw: Draw) -> str:
    a, b, c = [draw.randint(100, 900) for _ in range(3)]
    o = draw.randint(50, 99)
    return f"应急物资储备年初有棉被{a}床、帐篷{b}顶、折叠床{c}张；年内调出棉被{o}床、补充帐篷{o + 5}顶，折叠床未变动，年末棉被{a - o}床、帐篷{b + o + 5}顶、折叠床{c}张。"


def score_weight(draw: Draw) -> str:
    w = [10, 50, 30, 10]
    d = [tenths(draw, 0, 1), tenths(draw, 1, 4), tenths(draw, 0, 2), tenths(draw, 0, 1)]
    gt = [Decimal(a) - b for a, b in zip(w, d)]
    t = total(gt)
    return (
        f"得分率为{percent(t, 100)}：预算执行10分得{plain(gt[0])}分，产出50分得{plain(gt[1])}分，效益30分得{plain(gt[2])}分，满意度10分得{plain(gt[3])}分，满分100分，合计{plain(t)}分，属“优”等次。"
        if t >= 90
        else f"满分100分，合计{plain(t)}分。"
    )


def score_exec(draw: Draw) -> str:
    b = cents(draw, 100, 900)
    e = rounded(b * draw.randint(8000, 9900) / 10000, 2)
    s = rounded(e * 10 / b, 2)
    return f"预算执行指标分值10分，按执行率乘以分值计分，执行率{percent(e, b)}（支出{fixed(e)}万元，预算{fixed(b)}万元），得{plain(s)}分，扣{plain(10 - s)}分。"


def score_step(draw: Draw) -> str:
    k = draw.randint(1, 6)
    return f"评分标准为：每发生1起投诉扣0.5分，扣完为止。该指标满分5分，当年查实投诉{k}起，扣{plain(Decimal(k) / 2)}分，得{plain(5 - Decimal(k) / 2)}分。"


def score_point(draw: Draw) -> str:
    k = draw.randint(1, 5)
    return f"目标值为95%，每低1个百分点扣1分；实际完成{95 - k}%，低{k}个百分点，扣{k}分，该项8分，得{8 - k}分。扣分原因是部分学员中途退出培训。"


def score_ratio(draw: Draw) -> str:
    p = draw.randint(20, 60) * 10
    d = most(draw, p, 70, 96)
    w = draw.choice([6, 8, 12, 15])
    s = rounded(Decimal(d) * w / p, 2)
    return f"定量指标按完成比例计分：指标值{p}人次，完成值{d}人次，完成比例{percent(d, p)}，分值{w}分，得分{plain(s)}分，较满分少{plain(w - s)}分。"


def score_bands(draw: Draw) -> str:
    s = tenths(draw, 80, 90)
    return f"评价结果划分为四个等级：90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。本项目得{plain(s)}分，距“优”差{plain(90 - s)}分，等级为“良”。"


def score_list(draw: Draw) -> str:
    d = [tenths(draw, 0, 3) + Decimal("0.1") for _ in range(4)]
    return f"失分点共4处：培训人次未达标失{plain(d[0])}分、验收滞后失{plain(d[1])}分、档案不全失{plain(d[2])}分、宣传不足失{plain(d[3])}分，失分合计{plain(total(d))}分，自评总分相应为{plain(100 - total(d))}分。"


def score_years(draw: Draw) -> str:
    a = cents(draw, 88, 96)
    b = a + Decimal(draw.randint(10, 300)) / 100
    return f"2021年自评{fixed(a)}分，2022年自评{fixed(b)}分，后者比前者高{fixed(b - a)}分，升幅{percent(b - a, a)}，连续两年未低于85分。"


def score_review(draw: Draw) -> str:
    a = cents(draw, 93, 99)
    k = tenths(draw, 1, 3)
    return f"单位自评{fixed(a)}分，主管部门复核核减{plain(k)}分，复核得分{fixed(a - k)}分，自评与复核的差异率为{percent(k, a)}（以自评得分为基数），仍列“优”等。"


def score_units(draw: Draw) -> str:
    k = draw.randint(3, 6)
    s = [tenths(draw, 85, 99) for _ in range(k)]
    return f"{k}家承办单位得分依次为{'、'.join(plain(x) + '分' for x in s)}，平均{plain(total(s) / k)}分，最高{plain(max(s))}分，最低{plain(min(s))}分，极差{plain(max(s) - min(s))}分。"


def score_levels(draw: Draw) -> str:
    a, b, c = (draw.randint(10, 40), draw.randint(5, 20), draw.randint(1, 6))
    t = a + b + c
    return (
        f"参评项目{t}个，评为“优”的{a}个、“良”的{b}个、“中”的{c}个，没有评为“差”的项目，优良率{percent(a + b, t, 1)}。"
    )


def score_indic(draw: Draw) -> str:
    a, b, c = (draw.randint(3, 5), draw.randint(6, 9), draw.randint(12, 24))
    z = draw.randint(1, 4)
    return f"绩效指标体系设一级指标{a}个、二级指标{b}个、三级指标{c}个，三级指标中{c - z}个得满分，{z}个被扣分，满分指标占{percent(c - z, c, 1)}。"


def score_sub(draw: Draw) -> str:
    x = [tenths(draw, 3, 5) for _ in range(3)]
    return f"过程管理满分15分，资金管理、业务管理、资产管理各5分，自评分别为{plain(x[0])}分、{plain(x[1])}分、{plain(x[2])}分，小计{plain(total(x))}分，扣{plain(15 - total(x))}分，得分率{percent(total(x), 15, 1)}。"


def score_bonus(draw: Draw) -> str:
    b = tenths(draw, 85, 94)
    p = draw.randint(2, 4)
    m = tenths(draw, 0, 1) + Decimal("0.1")
    return f"基础分{plain(b)}分，因获省级通报表扬加{p}分，因信息公开不及时减{plain(m)}分，最终得分{plain(b + p - m)}分，加减分相抵净增{plain(p - m)}分。"


def score_full(draw: Draw) -> str:
    k = draw.randint(2, 6)
    return f"质量指标下设{k}个三级指标，每个{(30 // k if 30 % k == 0 else 5)}分，均得满分，该二级指标得{(30 if 30 % k == 0 else 5 * k)}分，无扣分事项，佐证材料齐全。"


def qual(draw: Draw) -> str:
    w = draw.choice([5, 8, 10])
    s = Decimal(w) * draw.choice([80, 85, 90, 95]) / 100
    return f"“推动公共文化服务均衡发展”为定性指标，分值{w}分，评定为“达成预期指标”，按分值的{plain(s * 100 / w)}%计{plain(s)}分，扣{plain(w - s)}分，扣分原因为长效机制尚在完善。"


def union_members(draw: Draw) -> str:
    a = draw.randint(20, 90)
    m = a * draw.randint(100, 300)
    w = most(draw, m, 30, 50)
    return f"县总工会新组建基层工会{a}家，发展会员{grouped(m)}名，女会员{grouped(w)}名、男会员{grouped(m - w)}名，女会员占{percent(w, m, 1)}，平均每家{plain(Decimal(m) / a)}名。"


def tourism(draw: Draw) -> str:
    a, b = (cents(draw, 10, 90), cents(draw, 1, 9))
    return (
        f"过夜游客{fixed(b)}万人次，一日游游客{fixed(a)}万人次，游客总量{fixed(a + b)}万人次，过夜游客占比{percent(b, a + b)}。"
        + f"A级景区{draw.randint(5, 20)}家，其中4A级以上{draw.randint(1, 4)}家。"
    )


def firms(draw: Draw) -> str:
    o = draw.randint(200, 600)
    i = draw.randint(30, 90)
    x = draw.randint(2, 20)
    return f"规模以上企业年初{o}家，年内新入库{i}家、退库{x}家，年末{o + i - x}家，净增{i - x}家；升级为“专精特新”企业的{x + 3}家，与新入库企业有部分重合。"


def documents(draw: Draw) -> str:
    k = draw.randint(2, 5)
    n = [str(x) for x in sorted(draw.sample(range(5, 120), k))]
    return f"先后印发×教发〔2022〕{'号、×教发〔2022〕'.join(n)}号文件，共{k}份；12月{draw.randint(10, 28)}日组织验收，{draw.randint(6, 20)}所学校一次性通过。"


def heat_area(draw: Draw) -> str:
    o = cents(draw, 100, 500)
    a = cents(draw, 10, 60)
    return f"余热回收项目投运后，集中供热面积扩大{fixed(a)}万平方米，达{fixed(o + a)}万平方米，扩大前为{fixed(o)}万平方米，扩大{percent(a, o)}。"


def digital(draw: Draw) -> str:
    n = draw.randint(200, 900)
    a = most(draw, n, 90, 97)
    b = most(draw, a, 60, 85)
    return f"{n}项政务服务事项里，可网上办理{a}项，网办率{percent(a, n)}，可网办事项中支持全程网办的{b}项；不可网上办理的{n - a}项均设线下窗口。"


def library(draw: Draw) -> str:
    a, b = (draw.randint(2000, 9000), draw.randint(2000, 9000))
    o = draw.randint(10, 40) * 10000
    return f"新购图书{grouped(a + b)}册，成人读物{grouped(a)}册，少儿读物{grouped(b)}册，馆藏由{o // 10000}万册增加到{plain(Decimal(o + a + b) / 10000, 4)}万册，外借约{draw.randint(5, 20)}万册次。"


def shift(draw: Draw) -> str:
    n = draw.randint(20, 60)
    a = n // 2
    return f"{n}台设备分两批安装，第一批{a}台于5月{draw.randint(1, 28)}日完工，第二批{n - a}台于9月{draw.randint(1, 28)}日完工；试运行期间故障{draw.randint(1, 3)}台次，平均完好率不低于95%。"


def above(draw: Draw) -> str:
    p = draw.randint(20, 90) * 10
    d = p + draw.randint(1, 9)
    return f"目标为服务残疾人{p}人次以上，实际服务{d}人次，达到目标要求；其中上门服务{d // 3}人次，占服务人次的{percent(d // 3, d, 1)}。"


def age_bands(draw: Draw) -> str:
    p = [draw.randint(20, 200) for _ in range(4)]
    t = sum(p)
    return f"受助老人{t}名，按年龄分：60至69岁{p[0]}名，70至79岁{p[1]}名，80至89岁{p[2]}名，90岁及以上{p[3]}名；80岁及以上高龄老人{p[2] + p[3]}名，占{percent(p[2] + p[3], t, 1)}。"


def two_projects(draw: Draw) -> str:
    p = [draw.randint(20, 200) for _ in range(2)]
    d = [most(draw, x) for x in p]
    return f"公益诉讼项目计划立案{p[0]}件、实际立案{d[0]}件；法治宣传项目计划活动{p[1]}场、实际活动{d[1]}场。前者完成{percent(d[0], p[0], 1)}，后者完成{percent(d[1], p[1], 1)}。"


def trips(draw: Draw) -> str:
    k = draw.randint(3, 9)
    d = draw.randint(2, 5)
    n = draw.randint(2, 4)
    return f"赴外省招商考察{k}批，每批{n}人、{d}天，累计{k * n}人次、{k * n * d}人天，差旅活动均履行审批手续，签约项目{draw.randint(2, k * 2)}个。"


def share_half(draw: Draw) -> str:
    n = draw.randint(20, 80) * 4
    return f"学员中女性占一半，为{n // 2}人；少数民族占四分之一，为{n // 4}人；学员总数{n}人，结业{n}人，结业率100%。"
