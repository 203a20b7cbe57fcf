"""Right statements on money, written against: contracts, wages, several bodies and years."""

from decimal import Decimal

from tests.figures.drawn.numbers import Draw, cents, fixed, grouped, most_of, percent, plain, rounded, total


def review_batch(draw: Draw) -> str:
    n = draw.randint(20, 90)
    s = cents(draw, 3, 30)
    d = most_of(draw, s, 5, 14)
    return f"全年完成财政投资评审{n}个项目，送审金额{fixed(s)}亿元，审定金额{fixed(s - d)}亿元，核减{fixed(d)}亿元，平均核减率{percent(d, s)}。"


def asset_roll(draw: Draw) -> str:
    a = cents(draw, 900, 5000)
    i = cents(draw, 40, 200)
    o = cents(draw, 5, 39)
    return f"固定资产原值年初为{fixed(a)}万元，当年购入和调入{fixed(i)}万元，报废核销{fixed(o)}万元，年末为{fixed(a + i - o)}万元，净增{fixed(i - o)}万元，较年初增长{percent(i - o, a)}。"


def asset_kinds(draw: Draw) -> str:
    p = [cents(draw, 60, 900) for _ in range(4)]
    t = total(p)
    return f"资产总额{fixed(t)}万元，由流动资产{fixed(p[0])}万元、固定资产净值{fixed(p[1])}万元、在建工程{fixed(p[2])}万元和无形资产{fixed(p[3])}万元构成，在建工程占{percent(p[2], t, 1)}。"


def idle(draw: Draw) -> str:
    n = draw.randint(200, 900)
    k = draw.randint(5, 30)
    return f"清查设备{n}台（套），在用{n - k}台（套），闲置{k}台（套），固定资产利用率为{percent(n - k, n)}，闲置设备已列入公物仓调剂。"


def debt_roll(draw: Draw) -> str:
    a = cents(draw, 20, 90)
    i = cents(draw, 3, 12)
    p = cents(draw, 1, 3)
    lim = a + i - p + cents(draw, 1, 6)
    e = a + i - p
    return f"政府债务年初余额{fixed(a)}亿元，当年举借{fixed(i)}亿元，偿还本金{fixed(p)}亿元，年末余额{fixed(e)}亿元，比{fixed(lim)}亿元的限额低{fixed(lim - e)}亿元。"


def bond_projects(draw: Draw) -> str:
    p = [draw.randint(1000, 9000) for _ in range(3)]
    e = [x * draw.randint(60, 96) // 100 for x in p]
    nm = draw.sample(["公共停车场", "冷链物流园", "人民医院迁建", "污水管网", "产教融合基地"], 3)
    return f"专项债券资金{grouped(sum(p))}万元安排给{nm[0]}{grouped(p[0])}万元、{nm[1]}{grouped(p[1])}万元、{nm[2]}{grouped(p[2])}万元，支出进度分别为{percent(e[0], p[0])}、{percent(e[1], p[1])}和{percent(e[2], p[2])}，对应支出{grouped(e[0])}万元、{grouped(e[1])}万元和{grouped(e[2])}万元。"


def bonds_kinds(draw: Draw) -> str:
    a, b, c = (cents(draw, 1, 9), cents(draw, 2, 20), cents(draw, 1, 9))
    return f"发行地方政府债券{fixed(a + b + c)}亿元，新增债券{fixed(a + b)}亿元（一般债券{fixed(a)}亿元、专项债券{fixed(b)}亿元），再融资债券{fixed(c)}亿元，新增债券占发行总额的{percent(a + b, a + b + c)}。"


def arrears(draw: Draw) -> str:
    a = cents(draw, 300, 2000)
    p = most_of(draw, a, 40, 80)
    k = draw.randint(5, 12)
    return f"年初拖欠账款{fixed(a)}万元，涉及{k + draw.randint(3, 9)}家企业，当年清偿{fixed(p)}万元，清偿率{percent(p, a)}，年末尚欠{k - 2}家企业{fixed(a - p)}万元。"


def advances(draw: Draw) -> str:
    a = cents(draw, 2, 12)
    p = most_of(draw, a, 25, 60)
    return f"暂付款余额由年初的{fixed(a)}亿元下降到年末的{fixed(a - p)}亿元，消化{fixed(p)}亿元，消化率{percent(p, a)}，且未新增暂付款。"


def receivable(draw: Draw) -> str:
    a, b, c = [cents(draw, 10, 90) for _ in range(3)]
    t = a + b + c
    return f"年末往来款项中，其他应收款{fixed(t)}万元，按账龄分为一年以内{fixed(a)}万元、一至三年{fixed(b)}万元、三年以上{fixed(c)}万元，三年以上占{percent(c, t)}。"


def interest_sub(draw: Draw) -> str:
    p = draw.randint(20, 200) * 100
    k = draw.choice([1, 2, 3])
    n = draw.randint(10, 60)
    return f"对{n}家企业合计{grouped(p)}万元的贷款给予{k}%的年度贴息，贴息资金{plain(Decimal(p) * k / 100)}万元，户均贷款{fixed(Decimal(p) / n)}万元。"


def plan_years(draw: Draw) -> str:
    a, b, c = [cents(draw, 300, 2000) for _ in range(3)]
    t = a + b + c
    return f"工程概算{fixed(t)}万元，分三年实施：2021年完成{fixed(a)}万元，2022年完成{fixed(b)}万元，2023年计划完成{fixed(c)}万元；截至2022年底累计完成{fixed(a + b)}万元，占概算的{percent(a + b, t)}。"


def cost_items(draw: Draw) -> str:
    p = [cents(draw, 50, 900) for _ in range(4)]
    t = total(p)
    return f"批复概算{fixed(t)}万元，建筑安装工程费{fixed(p[0])}万元，设备购置费{fixed(p[1])}万元，工程建设其他费{fixed(p[2])}万元，预备费{fixed(p[3])}万元，预备费占概算的{percent(p[3], t)}。"


def sqm_cost(draw: Draw) -> str:
    s = draw.randint(20, 90) * 100
    u = draw.randint(22, 48) * 100
    return f"新建综合楼建筑面积{grouped(s)}平方米，每平方米造价{grouped(u)}元，土建投资{plain(Decimal(s) * u / 10000)}万元，占地{draw.randint(6, 20)}亩。"


def unfinished(draw: Draw) -> str:
    t = cents(draw, 900, 5000)
    d = most_of(draw, t, 50, 80)
    y = most_of(draw, d, 30, 60)
    return f"该工程总投资{fixed(t)}万元，开工以来完成{fixed(d)}万元，本年完成{fixed(y)}万元，以前年度完成{fixed(d - y)}万元，剩余{fixed(t - d)}万元列入后续年度计划。"


def over_estimate(draw: Draw) -> str:
    t = cents(draw, 900, 5000)
    d = most_of(draw, t, 2, 9)
    return f"竣工决算{fixed(t - d)}万元，控制在概算{fixed(t)}万元以内，节余{fixed(d)}万元，节余率{percent(d, t)}，节余资金已退回县财政。"


def three_year_growth(draw: Draw) -> str:
    a = cents(draw, 200, 900)
    b = a + cents(draw, 20, 90)
    c = b + cents(draw, 20, 90)
    return f"2020年、2021年、2022年投入分别为{fixed(a)}万元、{fixed(b)}万元、{fixed(c)}万元，2021年增长{percent(b - a, a)}，2022年增长{percent(c - b, b)}，三年合计{fixed(a + b + c)}万元，年均{fixed((a + b + c) / 3)}万元。"


def reasons_exact(draw: Draw) -> str:
    x, y, z = (cents(draw, 10, 60), cents(draw, 5, 40), cents(draw, 1, 20))
    l = cents(draw, 600, 2000)
    d = x + y + z
    return f"本年支出{fixed(l - d)}万元，上年支出{fixed(l)}万元，同比减少{fixed(d)}万元。减少原因：一是印制任务取消，减少{fixed(x)}万元；二是委托业务压缩，减少{fixed(y)}万元；三是租赁面积核减，减少{fixed(z)}万元。"


def net_units(draw: Draw) -> str:
    x, y = (cents(draw, 50, 90), cents(draw, 5, 45))
    return f"局本级比上年多支出{fixed(x)}万元，所属检测中心比上年少支出{fixed(y)}万元，增减相抵，全系统净增支出{fixed(x - y)}万元。"


def same_scope(draw: Draw) -> str:
    l = cents(draw, 500, 2000)
    a = l + cents(draw, 90, 300)
    o = cents(draw, 10, 80)
    return f"项目支出{fixed(a)}万元，同比增加{fixed(a - l)}万元，增长{percent(a - l, l)}；剔除一次性追加{fixed(o)}万元后，同口径支出{fixed(a - o)}万元，同比增长{percent(a - o - l, l)}。"


def wage_rise(draw: Draw) -> str:
    l = cents(draw, 500, 2000)
    a = cents(draw, 20, 60)
    b = cents(draw, 5, 30)
    c = cents(draw, 1, 15)
    return f"工资福利支出比上年{fixed(l)}万元增加{fixed(a + b - c)}万元，达到{fixed(l + a + b - c)}万元，其中因正常晋级晋档增加{fixed(a)}万元，因补缴职业年金增加{fixed(b)}万元，因人员退休减少{fixed(c)}万元。"


def rate_diff(draw: Draw) -> str:
    b = cents(draw, 300, 2000)
    e = most_of(draw, b, 91, 98)
    lb = cents(draw, 300, 2000)
    le = most_of(draw, lb, 80, 90)
    x, y = (rounded(e * 100 / b, 2), rounded(le * 100 / lb, 2))
    return f"执行率{plain(x)}%，上年为{plain(y)}%，提高{plain(x - y)}个百分点。两年预算分别为{fixed(b)}万元（本年）和{fixed(lb)}万元（上年），支出分别为{fixed(e)}万元（本年）和{fixed(le)}万元（上年）。"


def double(draw: Draw) -> str:
    l = draw.randint(50, 200)
    k = draw.randint(2, 4)
    return f"投入由{l}万元增加到{l * k}万元，是上年的{k}倍，比上年多{l * k - l}万元，增长{(k - 1) * 100}%，全部用于公共体育设施建设。"


def four_levels(draw: Draw) -> str:
    n = [draw.randint(10, 90) for _ in range(3)]
    u = [4000, 3000, 2000]
    t = sum((a * b for a, b in zip(n, u)))
    return f"国家助学金按一档4000元、二档3000元、三档2000元的年标准发放，受助学生分别为{n[0]}人、{n[1]}人、{n[2]}人，全年共资助{sum(n)}人、{plain(Decimal(t) / 10000, 4)}万元。"


def mart(draw: Draw) -> str:
    n = draw.randint(8, 30)
    u = draw.randint(2, 9)
    k = draw.randint(1, 5)
    return f"向{n}家平价超市发放稳价补贴，每家{u}万元，共{n * u}万元；另有{k}家农贸市场每家获补{u + 3}万元，共{k * (u + 3)}万元。两类补贴总额{n * u + k * (u + 3)}万元。"


def acre_tiers(draw: Draw) -> str:
    a, b = (draw.randint(10, 90) * 100, draw.randint(10, 90) * 100)
    return f"耕地轮作补助面积{grouped(a + b)}亩，粮豆轮作{grouped(a)}亩、每亩150元，粮油轮作{grouped(b)}亩、每亩120元，应补{plain(Decimal(a * 150 + b * 120) / 10000, 4)}万元，已通过“一卡通”足额兑付。"


def soldiers(draw: Draw) -> str:
    n = draw.randint(30, 300)
    u = draw.randint(8, 20) * 100
    k = draw.randint(5, 20)
    return f"为{n}名优抚对象每人发放慰问金{grouped(u)}元，为{k}名立功受奖军人家庭每户发放奖励金{grouped(u * 2)}元，支出{grouped(n * u)}元和{grouped(k * u * 2)}元，两项共计{plain(Decimal(n * u + k * u * 2) / 10000, 4)}万元。"


def heat(draw: Draw) -> str:
    s = draw.randint(20, 300)
    u = draw.choice([2, 3, 4])
    return (
        f"利用电厂余热供暖{s}万平方米，按每平方米{u}元补贴，补贴资金{s * u}万元，其中居民用户面积{s * 3 // 4}万平方米。"
    )


def sewage(draw: Draw) -> str:
    n = draw.randint(100, 900)
    u = draw.randint(80, 190)
    t = Decimal(n) * u / 100
    return f"污水处理服务费按每吨{fixed(Decimal(u) / 100)}元结算，全年处理{n}万吨，应付{plain(t)}万元，已付{plain(t - n * Decimal('0.1'))}万元，差额{plain(n * Decimal('0.1'))}万元于次年一季度结清。"


def power(draw: Draw) -> str:
    n = draw.randint(10, 90) * 10000
    return f"全年用电{n // 10000}万千瓦时，平均电价每千瓦时0.65元，电费{plain(Decimal(n) * Decimal('0.65') / 10000)}万元；用水{draw.randint(2, 9)}千吨，水费另计。"


def rent(draw: Draw) -> str:
    s = draw.randint(10, 90) * 10
    u = draw.randint(20, 60)
    return f"租用办公用房{s}平方米，月租金每平方米{u}元，月支付{grouped(s * u)}元，全年租金{plain(Decimal(s * u * 12) / 10000, 4)}万元。"


def raise_std(draw: Draw) -> str:
    u = draw.randint(40, 90) * 10
    d = draw.randint(2, 8) * 10
    n = draw.randint(200, 2000)
    return f"低保月保障标准从{u}元提至{u + d}元，每人每月多{d}元，提标幅度{percent(d, u)}；以{grouped(n)}名保障对象计，每月增加支出{plain(Decimal(n * d) / 10000, 4)}万元。"


def settle(draw: Draw) -> str:
    a = cents(draw, 200, 900)
    d = cents(draw, 5, 60)
    return f"奖补资金实行先预拨、后清算：预拨{fixed(a)}万元，据实清算应得{fixed(a + d)}万元，补拨差额{fixed(d)}万元，预拨数占清算数的{percent(a, a + d)}。"


def clawback(draw: Draw) -> str:
    a = cents(draw, 200, 900)
    d = cents(draw, 5, 60)
    return f"实际应补{fixed(a - d)}万元，此前预拨{fixed(a)}万元，多拨的{fixed(d)}万元已由主管部门收回并缴回原渠道。"


def temp_staff(draw: Draw) -> str:
    a, b = (draw.randint(5, 30), draw.randint(5, 30))
    ua, ub = (draw.randint(28, 35) * 100, draw.randint(36, 45) * 100)
    t = a * ua * 12 + b * ub * 12
    return f"劳务派遣人员{a + b}人，其中辅助岗{a}人、月人均{ua}元，技术岗{b}人、月人均{ub}元，按12个月计发，全年劳务费{plain(Decimal(t) / 10000, 4)}万元。"


def fund_roll(draw: Draw) -> str:
    a = cents(draw, 10, 60)
    i = cents(draw, 6, 20)
    o = most_of(draw, i, 75, 96)
    return f"基金年初滚存结余{fixed(a)}亿元，本年收入{fixed(i)}亿元、支出{fixed(o)}亿元，当年收支结余{fixed(i - o)}亿元，年末滚存结余{fixed(a + i - o)}亿元，按当年月均支出可支付{plain((a + i - o) * 12 / o, 1)}个月。"


def nontax(draw: Draw) -> str:
    a, b, c = [cents(draw, 10, 200) for _ in range(3)]
    t = a + b + c
    p = most_of(draw, t, 85, 97)
    return f"征收非税收入{fixed(t)}万元，分别为罚没收入{fixed(a)}万元、行政事业性收费收入{fixed(b)}万元、国有资产出租收入{fixed(c)}万元；已缴入国库{fixed(p)}万元，待缴{fixed(t - p)}万元。"


def audit(draw: Draw) -> str:
    k = draw.randint(8, 20)
    d = draw.randint(1, 5)
    a = cents(draw, 100, 900)
    b = most_of(draw, a, 60, 95)
    return f"审计指出问题{k}个、涉及金额{fixed(a)}万元，已整改{k - d}个、金额{fixed(b)}万元，问题整改率{percent(k - d, k, 1)}，金额整改率{percent(b, a, 1)}。"


def econ_class(draw: Draw) -> str:
    p = [cents(draw, 60, 900) for _ in range(4)]
    t = total(p)
    return f"从经济分类看，工资福利支出占{percent(p[0], t)}、商品和服务支出占{percent(p[1], t)}、对个人和家庭的补助占{percent(p[2], t)}、资本性支出占{percent(p[3], t)}，金额依次为{fixed(p[0])}万元、{fixed(p[1])}万元、{fixed(p[2])}万元、{fixed(p[3])}万元，总支出{fixed(t)}万元。"


def function_class(draw: Draw) -> str:
    p = [cents(draw, 60, 900) for _ in range(3)]
    t = total(p) + cents(draw, 50, 300)
    return f"在{fixed(t)}万元支出总额中，卫生健康支出{fixed(p[0])}万元、社会保障和就业支出{fixed(p[1])}万元、住房保障支出{fixed(p[2])}万元，三类合计{fixed(total(p))}万元，占{percent(total(p), t)}；其余科目支出{fixed(t - total(p))}万元。"


def alloc_extremes(draw: Draw) -> str:
    p = draw.sample(range(30, 300), 5)
    nm = ["青山镇", "白石镇", "河口乡", "南湾乡", "新华街道"]
    hi, lo = (p.index(max(p)), p.index(min(p)))
    return (
        "分配给"
        + "、".join((f"{a}{b}万元" for a, b in zip(nm, p)))
        + f"，总量{sum(p)}万元；最多的{nm[hi]}与最少的{nm[lo]}相差{max(p) - min(p)}万元，平均每个乡镇（街道）{plain(Decimal(sum(p)) / 5, 1)}万元。"
    )


def goal_cover(draw: Draw) -> str:
    n = draw.randint(20, 60)
    k = draw.randint(3, 12)
    a = cents(draw, 2000, 9000)
    b = most_of(draw, a, 20, 50)
    return f"{n}个项目、{fixed(a)}万元全部编制绩效目标；选取{k}个项目开展重点评价，涉及资金{fixed(b)}万元，占项目资金的{percent(b, a)}。"


def nested_three(draw: Draw) -> str:
    a, b, c, d = [cents(draw, 20, 300) for _ in range(4)]
    t = a + b + c + d
    return f"教育支出{fixed(t)}万元，其中：义务教育{fixed(a + b + c)}万元（小学{fixed(a + b)}万元，其中农村小学{fixed(a)}万元、城区小学{fixed(b)}万元；初中{fixed(c)}万元），学前教育{fixed(d)}万元。"


def minority(draw: Draw) -> str:
    a, b, c = [cents(draw, 20, 300) for _ in range(3)]
    t = a + b + c
    return f"安排少数民族发展资金{fixed(t)}万元，产业发展{fixed(a)}万元，基础设施{fixed(b)}万元，文化保护{fixed(c)}万元，产业发展占比{percent(a, t)}，{('达到' if rounded(a * 100 / t, 2) >= 50 else '未达到')}50%的要求。"


def two_projects_years(draw: Draw) -> str:
    a, b, c, d = [cents(draw, 50, 500) for _ in range(4)]
    return f"一期工程2021年支出{fixed(a)}万元、2022年支出{fixed(b)}万元；二期工程2021年支出{fixed(c)}万元、2022年支出{fixed(d)}万元。两年间一期共支出{fixed(a + b)}万元，二期共支出{fixed(c + d)}万元；2022年两期支出{fixed(b + d)}万元。"


def self_and_sub(draw: Draw) -> str:
    k = draw.randint(3, 6)
    p = [cents(draw, 50, 500) for _ in range(k)]
    h = cents(draw, 300, 900)
    t = h + total(p)
    return f"汇总{k + 1}家预算单位（机关1家、所属事业单位{k}家），支出共{fixed(t)}万元，机关{fixed(h)}万元，所属事业单位依次为{'、'.join(fixed(x) + '万元' for x in p)}。"


def emission_award(draw: Draw) -> str:
    n = draw.randint(5, 20)
    u = draw.randint(10, 40)
    b = draw.randint(1, 3) * 50
    return f"对减排成效突出的{n}家企业各奖励{u}万元，对率先完成升级改造的园区一次性奖励{b}万元，奖励资金总计{n * u + b}万元，企业奖励占{percent(n * u, n * u + b, 1)}。"


def budget_range(draw: Draw) -> str:
    b = draw.randint(20, 90) * 10
    e = b - draw.randint(1, 9)
    return f"年初预算不足{b + 10}万元，实为{b}万元；实际支出{e}万元，已超过{b - 10}万元，执行率{percent(e, b, 1)}。"


def negative_growth(draw: Draw) -> str:
    l = cents(draw, 400, 900)
    k = most_of(draw, l, 5, 30)
    return f"政府性基金支出下降{percent(k, l)}，由{fixed(l)}万元减至{fixed(l - k)}万元，降低额为{fixed(k)}万元。"
