"""Right statements on outputs, written against: counts, rates, shares, changes."""

from decimal import Decimal

from tests.figures.drawn.numbers import Draw, cents, fixed, grouped, most, percent, plain, rounded, tenths, total


def rate_first(draw: Draw) -> str:
    p = draw.randint(40, 400)
    d = most(draw, p)
    return f"完成率{percent(d, p)}：年度任务为新建公共充电桩{p}个，截至12月20日建成{d}个，余下{p - d}个因占地手续未办结，顺延至2023年一季度实施。"


def base_last(draw: Draw) -> str:
    p = draw.randint(200, 900)
    d = p + draw.randint(5, 60)
    return f"实际开展入户走访{d}户，超出{d - p}户，为计划数{p}户的{percent(d, p)}，入户记录齐全。"


def three_tasks(draw: Draw) -> str:
    p = [draw.randint(20, 200) for _ in range(3)]
    d = [most(draw, x) for x in p]
    return f"水库除险加固、河道清淤、山塘整治的计划数分别为{p[0]}座、{p[1]}公里、{p[2]}口，实际数分别为{d[0]}座、{d[1]}公里、{d[2]}口，完成率依次是{percent(d[0], p[0])}、{percent(d[1], p[1])}、{percent(d[2], p[2])}。"


def quarters_plan(draw: Draw) -> str:
    p = [draw.randint(10, 60) for _ in range(4)]
    t = sum(p)
    k = t + draw.randint(3, 20)
    return f"监督抽检一季度{p[0]}批次、二季度{p[1]}批次、三季度{p[2]}批次、四季度{p[3]}批次；上半年{p[0] + p[1]}批次，下半年{p[2] + p[3]}批次，全年{t}批次，低于{k}批次的年度计划，差{k - t}批次，完成率{percent(t, k, 1)}。"


def cum_stage(draw: Draw) -> str:
    a, b = (draw.randint(20, 90), draw.randint(10, 60))
    t = a + b + draw.randint(5, 40)
    return f"三年行动目标为改造老旧小区{t}个，前两年改造{a}个，当年改造{b}个，累计改造{a + b}个，完成总目标的{percent(a + b, t, 1)}，尚余{t - a - b}个。"


def delay(draw: Draw) -> str:
    n = draw.randint(12, 60)
    k = draw.randint(2, 6)
    return f"{n}个子项目中，按期完工{n - k}个，延期完工{k}个，及时率{percent(n - k, n)}；延期项目中最长的推迟{draw.randint(20, 60)}天，最短的推迟{draw.randint(3, 15)}天，无一取消。"


def all_done(draw: Draw) -> str:
    n = draw.randint(12, 60)
    return f"列入民生实事的{n}个村级文化广场于11月{draw.randint(1, 28)}日前全部建成，{n}个均通过验收，建成率、验收合格率双双达到100%。"


def over_double(draw: Draw) -> str:
    p = draw.randint(20, 90)
    d = p * 2 + draw.randint(1, 30)
    return f"目标值{p}场，完成值{d}场，超额{d - p}场，达到目标值的{percent(d, p, 1)}，偏差较大，主要是线上科普讲座场次未列入原计划。"


def reverse(draw: Draw) -> str:
    p = draw.randint(20, 60)
    d = most(draw, p, 60, 90)
    return f"平均办理时限不超过{p}个工作日，实际为{d}个工作日，比规定时限缩短{p - d}个工作日，压缩比例{percent(p - d, p, 1)}。"


def two_bases(draw: Draw) -> str:
    n = draw.randint(300, 900)
    a = most(draw, n)
    b = most(draw, a)
    return f"应检{n}人，实检{a}人，合格{b}人。实检率{percent(a, n)}；合格率若以实检人数计为{percent(b, a)}，若以应检人数计则为{percent(b, n)}。"


def screen(draw: Draw) -> str:
    n = draw.randint(3000, 9000)
    p = n * draw.randint(3, 9) // 100
    c = most(draw, p, 20, 60)
    z = most(draw, c, 80, 96)
    return f"“两癌”免费筛查{grouped(n)}人，初筛阳性{p}人，阳性率{percent(p, n)}；阳性者中确诊{c}人，占{percent(c, p)}；确诊患者已治疗{z}人，治疗率{percent(z, c)}。"


def exam(draw: Draw) -> str:
    n = draw.randint(100, 600)
    k = n - draw.randint(2, 20)
    h = most(draw, k, 80, 96)
    y = most(draw, h, 20, 50)
    return f"报名{n}人，缺考{n - k}人，参考{k}人，参考率{percent(k, n, 1)}；及格{h}人，及格率{percent(h, k, 1)}（按参考人数计算）；优秀{y}人，优秀率{percent(y, k, 1)}（同一口径）。"


def per_mille(draw: Draw) -> str:
    n = draw.randint(20, 90) * 1000
    b = n * draw.randint(5, 9) // 1000
    return (
        f"年末常住人口{plain(Decimal(n) / 10000)}万人，当年出生{b}人，出生率约{plain(Decimal(b) * 1000 / n, 2)}‰。"
        + f"新生儿访视{b - 1}人，仅1人因迁出未访视，访视率{percent(b - 1, b)}。"
    )


def sub_sub(draw: Draw) -> str:
    n = draw.randint(400, 900)
    a = n // 2 + draw.randint(5, 40)
    b = most(draw, a, 30, 60)
    c = most(draw, b, 30, 60)
    return f"登记失业人员{n}人，其中接受职业指导的{a}人，占{percent(a, n, 1)}；接受指导者中实现就业{b}人，占{percent(b, a, 1)}；就业者中签订一年以上合同的{c}人，占{percent(c, b, 1)}。"


def detect(draw: Draw) -> str:
    a = draw.randint(200, 600)
    s = most(draw, a, 40, 70)
    p = most(draw, s, 90, 98)
    la = draw.randint(200, 600)
    return (
        f"刑事案件立案{a}起，破案{s}起，破案率{percent(s, a)}；已破案件中移送起诉{p}起，移诉率{percent(p, s)}。上年立案{la}起，本年"
        + (f"多{a - la}起。" if a > la else f"少{la - a}起。" if a < la else "与之持平。")
    )


def overlap_says(draw: Draw) -> str:
    n = draw.randint(200, 900)
    a, b, c = [draw.randint(20, n // 2) for _ in range(3)]
    return f"志愿者队伍共{n}人，按不同口径统计（有交叉）：党员{a}人，在校大学生{b}人，少数民族{c}人，女性{n // 2 + draw.randint(1, 40)}人。"


def overlap_kind(draw: Draw) -> str:
    n = draw.randint(80, 300)
    a = draw.randint(n // 2, n - 5)
    b = draw.randint(n // 2, n - 5)
    x = a + b - n + draw.randint(0, n - max(a, b))
    return f"参训教师{n}名，参加师德模块的{a}名，参加信息技术模块的{b}名，两个模块都参加的{x}名，两个模块均未参加的{n - a - b + x}名。"


def etc_villages(draw: Draw) -> str:
    k = draw.randint(8, 20)
    v = [draw.randint(3, 20) for _ in range(3)]
    t = sum(v) + draw.randint(k, 60)
    return f"涉及青石、白沙、竹溪等{k}个乡镇，完成危房改造{t}户，其中青石{v[0]}户、白沙{v[1]}户、竹溪{v[2]}户，三个乡镇合计{sum(v)}户，占总户数的{percent(sum(v), t, 1)}。"


def key_only(draw: Draw) -> str:
    n = draw.randint(60, 200)
    a, b = (draw.randint(5, 20), draw.randint(5, 20))
    return f"全年编发各类信息{n}篇，重点有：被省级采用{a}篇，被市级采用{b}篇，采用篇数合计{a + b}篇，未被采用{n - a - b}篇（同一篇仅按最高层级统计一次）。"


def mainly(draw: Draw) -> str:
    n = draw.randint(300, 900)
    a, b = [draw.randint(20, n // 4) for _ in range(2)]
    return f"受理法律援助案件{n}件，主要集中在劳动争议（{a}件）和婚姻家庭（{b}件）两个领域，两者占比{percent(a + b, n)}，其余{n - a - b}件分散在其他领域。"


def list_count(draw: Draw) -> str:
    k = ["编制规划", "修订制度", "开展培训", "组织督查", "建立台账", "公开信息"]
    m = draw.randint(3, 6)
    c = draw.sample(k, m)
    cn = "零一二三四五六"[m]
    return (
        f"围绕年度目标落实{cn}项措施："
        + "；".join((f"{'一二三四五六'[i]}是{x}" for i, x in enumerate(c)))
        + f"。{cn}项措施涉及责任单位{draw.randint(7, 19)}家，均衡推进，无滞后事项。"
    )


def list_names(draw: Draw) -> str:
    nm = draw.sample(["图书馆", "文化馆", "博物馆", "美术馆", "少年宫", "科技馆", "体育馆"], draw.randint(3, 6))
    k = len(nm)
    v = [tenths(draw, 2, 30) for _ in nm]
    return (
        f"{k}个公共场馆免费开放，"
        + "、".join((f"{a}接待{plain(b)}万人次" for a, b in zip(nm, v)))
        + f"，总计{plain(total(v))}万人次，馆均{plain(total(v) / k, 1)}万人次。"
    )


def points_two(draw: Draw) -> str:
    a = draw.randint(6000, 7500)
    b = a + draw.randint(100, 600)
    t = rounded(Decimal(b + draw.randint(20, 200)) / 100, 2)
    A, B = (Decimal(a) / 100, Decimal(b) / 100)
    return f"九年义务教育巩固率、高中阶段毛入学率之外，学前公办园在园幼儿占比由{fixed(A)}%升至{fixed(B)}%，升高{fixed(B - A)}个百分点，但距{fixed(t)}%的目标仍差{fixed(t - B)}个百分点。"


def points_down(draw: Draw) -> str:
    a = cents(draw, 6, 12)
    d = cents(draw, 1, 4)
    return f"公共管网漏损率同比下降{fixed(d)}个百分点，降至{fixed(a - d)}%（上年为{fixed(a)}%），优于12%的国家标准{fixed(12 - (a - d))}个百分点。"


def mean_three(draw: Draw) -> str:
    s = [cents(draw, 82, 99) for _ in range(3)]
    return f"三家第三方机构测得的群众满意度分别为{fixed(s[0])}%、{fixed(s[1])}%和{fixed(s[2])}%，算术平均值{fixed(total(s) / 3)}%，最高值与最低值相差{fixed(max(s) - min(s))}个百分点。"


def weight_mean(draw: Draw) -> str:
    n = [draw.randint(50, 300) for _ in range(2)]
    k = [most(draw, x, 85, 97) for x in n]
    return f"城区问卷{n[0]}份、满意{k[0]}份，农村问卷{n[1]}份、满意{k[1]}份；满意率城区{percent(k[0], n[0])}，农村{percent(k[1], n[1])}，合并计算为{percent(sum(k), sum(n))}。"


def index(draw: Draw) -> str:
    b = cents(draw, 90, 99)
    u = cents(draw, 2, 9)
    return f"以2021年为100，2022年公共服务指数为{fixed(100 + u)}，上升{fixed(u)}%；营商环境得分{fixed(b)}分，居全市第{draw.randint(2, 9)}位。"


def pm(draw: Draw) -> str:
    a = draw.randint(30, 45)
    b = a - draw.randint(2, 9)
    d = draw.randint(290, 340)
    return f"细颗粒物年均浓度{b}微克/立方米，较上年的{a}微克/立方米下降{percent(a - b, a, 1)}；优良天数{d}天，占全年365天的{percent(d, 365, 1)}，减排成效明显。"


def rain(draw: Draw) -> str:
    a = draw.randint(900, 1500)
    l = a - draw.randint(40, 300)
    return f"全市平均降水量{grouped(a)}毫米，比上年{grouped(l)}毫米偏多{a - l}毫米，偏多{percent(a - l, l, 1)}；发布降水类预警{draw.randint(20, 60)}次，未发生人员伤亡。"


def survey_four(draw: Draw) -> str:
    p = [draw.randint(100, 300), draw.randint(50, 150), draw.randint(5, 30), draw.randint(1, 9)]
    t = sum(p)
    return f"选择“很满意”“较满意”“一般”“不满意”的受访者依次为{p[0]}人、{p[1]}人、{p[2]}人、{p[3]}人，受访者共{t}人，前两项合计占{percent(p[0] + p[1], t)}。"


def survey_phone(draw: Draw) -> str:
    d = draw.randint(800, 2000)
    c = most(draw, d, 30, 60)
    s = most(draw, c, 85, 97)
    return (
        f"拨打回访电话{grouped(d)}个，接通{grouped(c)}个，接通率{percent(c, d)}；接通者中表示满意的{grouped(s)}个，满意率{percent(s, c)}，比90%的目标值"
        + (
            f"高{plain(rounded(Decimal(s) * 100 / c, 2) - 90)}个百分点。"
            if rounded(Decimal(s) * 100 / c, 2) > 90
            else f"低{plain(90 - rounded(Decimal(s) * 100 / c, 2))}个百分点。"
            if rounded(Decimal(s) * 100 / c, 2) < 90
            else "相同。"
        )
    )


def survey_way(draw: Draw) -> str:
    a, b, c = (draw.randint(40, 200), draw.randint(40, 200), draw.randint(10, 60))
    bad = draw.randint(2, 15)
    return f"问卷采取线上填答{a}份、现场发放{b}份、邮寄{c}份的方式收集，合计{a + b + c}份；剔除无效问卷{bad}份，有效问卷{a + b + c - bad}份，有效率{percent(a + b + c - bad, a + b + c)}。"


def survey_sample(draw: Draw) -> str:
    N = draw.randint(40, 90) * 100
    s = N * draw.randint(5, 12) // 100
    return f"从{grouped(N)}名受益对象中抽取{s}名进行调查，抽样比例{percent(s, N)}，男性{s // 2}名，女性{s - s // 2}名，抽样过程由统计部门监督。"


def survey_groups(draw: Draw) -> str:
    n = [draw.randint(30, 90) for _ in range(3)]
    k = [most(draw, x, 85, 97) for x in n]
    return f"对企业、学校、社区三类对象各自调查，满意数与样本数之比为{k[0]}/{n[0]}、{k[1]}/{n[1]}、{k[2]}/{n[2]}，总样本{sum(n)}份，总满意{sum(k)}份，综合满意率{percent(sum(k), sum(n), 1)}。"


def cases_roll(draw: Draw) -> str:
    o = draw.randint(20, 90)
    n = draw.randint(200, 900)
    c = o + n - draw.randint(5, 18)
    return (
        f"上年未结{o}件，当年新受理{n}件，应办{o + n}件，办结{c}件，办结率{percent(c, o + n)}，结转次年{o + n - c}件。"
    )


def mediate(draw: Draw) -> str:
    n = draw.randint(200, 900)
    k = most(draw, n, 90, 98)
    a = draw.randint(40, k // 3)
    b = draw.randint(30, k // 3)
    return f"调解纠纷{n}件，成功{k}件，成功率{percent(k, n)}。成功案件中，邻里纠纷{a}件，土地纠纷{b}件，其余{k - a - b}件为其他类型。"


def inspect(draw: Draw) -> str:
    e = draw.randint(100, 500)
    h = draw.randint(60, 300)
    z = h - draw.randint(1, 9)
    return f"检查企业{e}家次，发现隐患{h}处，已整改{z}处，整改率{percent(z, h)}，平均每{plain(Decimal(e) / h, 2)}家次发现隐患1处，未整改的{h - z}处均已责令停用。"


def fine(draw: Draw) -> str:
    w = draw.randint(20, 90)
    p = draw.randint(10, 60)
    y = p * draw.randint(2000, 9000)
    return f"作出行政处罚{w + p}起，警告{w}起，罚款{p}起，罚款金额{plain(Decimal(y) / 10000, 4)}万元，罚款案件平均每起{grouped(y // p)}元，无行政复议撤销情形。"


def petition(draw: Draw) -> str:
    a, b, c = [draw.randint(20, 150) for _ in range(3)]
    l = a + b + c + draw.randint(5, 50)
    return f"信访总量{a + b + c}件（来访{a}件，来信{b}件，网上投诉{c}件），较上年的{l}件少{l - a - b - c}件，降幅{percent(l - a - b - c, l)}。"


def hotline(draw: Draw) -> str:
    t = draw.randint(3, 20) * 1000 + draw.randint(1, 999)
    z = most(draw, t, 70, 88)
    return f"热线接听来电{grouped(t)}通，{grouped(z)}通由坐席直接答复，{grouped(t - z)}通转派承办单位，直接答复比例{percent(z, t, 1)}，日均接听约{plain(rounded(Decimal(t) / 365, 0))}通。"


def train_groups(draw: Draw) -> str:
    k = draw.randint(3, 8)
    p = [draw.randint(30, 90) for _ in range(k)]
    return f"分{k}期举办村（社区）干部培训班，各期人数分别为{'、'.join(f'{x}人' for x in p)}，培训总人数{sum(p)}人，每期平均{plain(Decimal(sum(p)) / k, 1)}人。"


def train_cert(draw: Draw) -> str:
    n = draw.randint(300, 900)
    z = most(draw, n, 85, 97)
    e = most(draw, z, 50, 80)
    return f"{z}人取得职业技能等级证书，占参训{n}人的{percent(z, n, 1)}；取证人员中{e}人率先实现就业，取证就业率{percent(e, z, 1)}。"


def days(draw: Draw) -> str:
    k = draw.randint(3, 9)
    d = draw.randint(2, 6)
    n = draw.randint(20, 60)
    return f"举办乡村振兴专题班{k}期，每期{d}天、每期{n}人，培训{k * n}人次、{k * n * d}人天，按每人每天{400}元的综合定额标准核算，费用{plain(Decimal(k * n * d * 400) / 10000, 2)}万元。"


def school(draw: Draw) -> str:
    a = draw.randint(10, 40)
    b = draw.randint(5, 20)
    s = a * draw.randint(30, 45) * 6
    m = b * draw.randint(40, 50) * 12
    return f"共有学校{a + b}所，小学{a}所、在校生{grouped(s)}人，初级中学{b}所、在校生{grouped(m)}人，校均规模小学{plain(Decimal(s) / a)}人、初中{plain(Decimal(m) / b)}人。"


def class_ratio(draw: Draw) -> str:
    t = draw.randint(50, 150)
    k = draw.choice([12, 13, 14, 15])
    return f"在校学生{grouped(t * k)}人，专任教师{t}人，生师比{k}:1；教师中本科以上学历{most(draw, t, 80, 95)}人，骨干教师{most(draw, t, 10, 30)}人，两者存在交叉。"


def nursery(draw: Draw) -> str:
    n = draw.randint(60, 200)
    p = most(draw, n, 50, 85)
    seats = n * draw.randint(150, 240)
    return f"普惠性幼儿园{p}所，占幼儿园总数{n}所的{percent(p, n, 1)}；学位总量{grouped(seats)}个，其中新增{grouped(seats // 10)}个。"


def labels(draw: Draw) -> str:
    a, b, c = [draw.randint(1, 9) for _ in range(3)]
    return f"新增国家级示范校{a}所、省级示范校{b}所、市级示范校{c}所，三个层级共{a + b + c}所，省级及以上{a + b}所，占{percent(a + b, a + b + c, 1)}。"


def beds(draw: Draw) -> str:
    b = draw.randint(200, 900)
    n = b + draw.randint(20, 100)
    return f"开放床位由年初的{b}张增至年末的{n}张，净增{n - b}张，增长{percent(n - b, b, 1)}；其中重症床位{n // 20}张，占年末床位的{percent(n // 20, n, 1)}。"


def vaccine(draw: Draw) -> str:
    n = draw.randint(2000, 9000)
    k = [most(draw, n, 90, 98) for _ in range(3)]
    return f"应种儿童{grouped(n)}人，卡介苗、脊灰疫苗、百白破疫苗实种人数分别为{grouped(k[0])}人、{grouped(k[1])}人、{grouped(k[2])}人，接种率分别达{percent(k[0], n)}、{percent(k[1], n)}、{percent(k[2], n)}，均高于85%。"
