"""Right statements on money, written against: budgets, sources, execution."""

from decimal import Decimal

from tests.figures.drawn.numbers import Draw, cents, fixed, grouped, most_of, percent, plain, rounded, total


def result_first(draw: Draw) -> str:
    b = cents(draw, 300, 4000)
    e = most_of(draw, b)
    return f"预算执行率为{percent(e, b)}，系全年实际支出{fixed(e)}万元与调整后预算{fixed(b)}万元之比，其余{fixed(b - e)}万元按规定结转至2023年继续使用。"


def base_last(draw: Draw) -> str:
    b = cents(draw, 300, 4000)
    e = most_of(draw, b)
    c = b - e
    return (
        f"当年形成实际支出{fixed(e)}万元（不含结转下年的{fixed(c)}万元），占可用资金{fixed(b)}万元的{percent(e, b)}。"
    )


def cut_rate(draw: Draw) -> str:
    a = cents(draw, 500, 4000)
    k = most_of(draw, a, 5, 25)
    return f"受减收影响，年中压减{fixed(k)}万元，年初批复的{fixed(a)}万元预算相应调减为{fixed(a - k)}万元，预算调整率{percent(k, a)}，未超过30%的控制线。"


def updown_net(draw: Draw) -> str:
    a = cents(draw, 500, 4000)
    up = cents(draw, 60, 200)
    dn = cents(draw, 5, 50)
    return f"年度中间，追加共同财政事权转移支付{fixed(up)}万元，收回沉淀资金{fixed(dn)}万元，两者相抵净增{fixed(up - dn)}万元，预算总额由{fixed(a)}万元变为{fixed(a + up - dn)}万元，净增幅{percent(up - dn, a)}。"


def docnos(draw: Draw) -> str:
    a, b, c = [cents(draw, 40, 800) for _ in range(3)]
    n = draw.sample(range(3, 190), 3)
    y = sorted(n)
    return f"根据×财预〔2022〕{y[0]}号、×财社〔2022〕{y[1]}号和×财建〔2022〕{y[2]}号文件，分别下达资金{fixed(a)}万元、{fixed(b)}万元和{fixed(c)}万元，三份文件共计下达{fixed(a + b + c)}万元，截至12月31日均已拨付到位。"


def dates(draw: Draw) -> str:
    p = [cents(draw, 40, 500) for _ in range(3)]
    d = [draw.randint(1, 28) for _ in range(3)]
    return f"3月{d[0]}日拨付首批资金{fixed(p[0])}万元，7月{d[1]}日拨付第二批资金{fixed(p[1])}万元，11月{d[2]}日拨付尾款{fixed(p[2])}万元；三批累计拨付{fixed(total(p))}万元，首批占{percent(p[0], total(p))}。"


def three_kinds(draw: Draw) -> str:
    b = [cents(draw, 100, 900) for _ in range(3)]
    e = [most_of(draw, x) for x in b]
    B, E = (total(b), total(e))
    return f"总体执行率{percent(E, B)}（支出{fixed(E)}万元，预算{fixed(B)}万元）。分类看，人员类项目执行率{percent(e[0], b[0])}（{fixed(e[0])}万元/{fixed(b[0])}万元），运转类项目执行率{percent(e[1], b[1])}（{fixed(e[1])}万元/{fixed(b[1])}万元），特定目标类项目执行率{percent(e[2], b[2])}（{fixed(e[2])}万元/{fixed(b[2])}万元）。"


def funding_in(draw: Draw) -> str:
    a = cents(draw, 600, 3000)
    i = most_of(draw, a, 90, 98)
    u = most_of(draw, i, 85, 97)
    return f"应到位资金{fixed(a)}万元，实际到位{fixed(i)}万元，资金到位率{percent(i, a)}；到位资金中已使用{fixed(u)}万元，资金使用率{percent(u, i)}，尚有{fixed(a - i)}万元未到位。"


def carry_two(draw: Draw) -> str:
    a = cents(draw, 50, 300)
    b = cents(draw, 400, 2000)
    ea = most_of(draw, a)
    eb = most_of(draw, b)
    return f"上年结转资金{fixed(a)}万元，使用{fixed(ea)}万元；当年新增资金{fixed(b)}万元，使用{fixed(eb)}万元。新旧资金合并计算，可用{fixed(a + b)}万元，使用{fixed(ea + eb)}万元，综合使用率{percent(ea + eb, a + b)}。"


def treasury(draw: Draw) -> str:
    b = cents(draw, 500, 2000)
    k = cents(draw, 40, 90)
    t = most_of(draw, k, 30, 70)
    return f"扣除上缴国库的{fixed(t)}万元和结转下年的{fixed(k - t)}万元后，{fixed(b)}万元预算中实际支用{fixed(b - k)}万元。"


def progress_gap(draw: Draw) -> str:
    b = cents(draw, 500, 3000)
    e = most_of(draw, b, 60, 74)
    return f"截至9月底，支出{fixed(e)}万元，占全年预算{fixed(b)}万元的{percent(e, b)}，比75%的序时进度低{plain(Decimal(75) - rounded(e * 100 / b, 2))}个百分点。"


def months_last(draw: Draw) -> str:
    b = cents(draw, 900, 3000)
    e = most_of(draw, b, 90, 97)
    l = most_of(draw, e, 10, 30)
    return f"12月单月支出{fixed(l)}万元，占全年支出{fixed(e)}万元的{percent(l, e)}；前11个月支出{fixed(e - l)}万元，占{percent(e - l, e)}。"


def zero_base(draw: Draw) -> str:
    b = draw.randint(20, 400) * 10
    k = draw.choice([5, 10, 15, 20])
    c = Decimal(b) * k / 100
    return (
        f"落实过“紧日子”要求，对{b}万元一般性支出按{k}%的比例压减，压减{plain(c)}万元，压减后安排{plain(b - c)}万元。"
    )


def reserve(draw: Draw) -> str:
    a = cents(draw, 900, 3000)
    u = most_of(draw, a, 40, 70)
    p = draw.split(u, 3)
    return f"年初安排预备费{fixed(a)}万元，全年动支{fixed(u)}万元，分别用于抗旱救灾{fixed(p[0])}万元、疫情防控{fixed(p[1])}万元、道路抢通{fixed(p[2])}万元，未动支的{fixed(a - u)}万元转入预算稳定调节基金。"


def table_prose(draw: Draw) -> str:
    b = [cents(draw, 50, 500) for _ in range(4)]
    e = [most_of(draw, x) for x in b]
    nm = draw.sample(
        ["水毁修复", "执法装备", "信息运维", "标准厂房", "科普宣传", "政务公开", "节能改造", "应急储备"], 4
    )
    return (
        "；".join(f"序号{i + 1}：{nm[i]}，预算{fixed(b[i])}万元，执行{fixed(e[i])}万元" for i in range(4))
        + f"；合计：预算{fixed(total(b))}万元，执行{fixed(total(e))}万元，执行率{percent(total(e), total(b))}。"
    )


def table_columns(draw: Draw) -> str:
    b = [cents(draw, 50, 500) for _ in range(3)]
    return f"年初预算数、年中调整数、全年预算数依次为{fixed(b[0] + b[2])}万元、{fixed(b[1])}万元、{fixed(b[0] + b[1] + b[2])}万元，调整数均为上级追加，占年初预算数的{percent(b[1], b[0] + b[2])}。"


def deviation(draw: Draw) -> str:
    b = cents(draw, 300, 3000)
    d = most_of(draw, b, 2, 15)
    return f"决算数{fixed(b - d)}万元，比预算数{fixed(b)}万元少{fixed(d)}万元，偏差率为{percent(d, b)}，主要原因是差旅活动减少、部分合同跨年结算。"


def over_budget(draw: Draw) -> str:
    b = cents(draw, 300, 3000)
    d = most_of(draw, b, 2, 12)
    return f"实际支出{fixed(b + d)}万元，超出年初预算{fixed(b)}万元，超支{fixed(d)}万元，超支幅度{percent(d, b)}，超支部分由单位自有资金解决。"


def ratio_64(draw: Draw) -> str:
    t = draw.randint(20, 300) * 10
    a = draw.choice([6, 7, 8])
    return f"所需资金由省、县两级按{a}:{10 - a}的比例分担，省级承担{t * a // 10}万元，县级承担{t * (10 - a) // 10}万元，总计{t}万元。"


def insurance_share(draw: Draw) -> str:
    t = draw.randint(5, 60) * 100
    p = [45, 25, 10, 20]
    v = [t * x // 100 for x in p]
    return f"水稻种植保险保费共{t}万元，中央财政、省级财政、县级财政和农户分别负担45%、25%、10%和20%，即{v[0]}万元、{v[1]}万元、{v[2]}万元和{v[3]}万元，财政补贴比例为80%，补贴额{v[0] + v[1] + v[2]}万元。"


def capita_fund(draw: Draw) -> str:
    n = draw.randint(1000, 8000)
    p = draw.choice([320, 350, 380])
    s = draw.choice([580, 610, 640])
    return f"城乡居民医保个人缴费每人{p}元、财政补助每人{s}元，人均筹资{p + s}元；参保{n}人，筹资总额{plain(Decimal(n) * (p + s) / 10000, 4)}万元，其中个人缴费{plain(Decimal(n) * p / 10000, 4)}万元、财政补助{plain(Decimal(n) * s / 10000, 4)}万元。"


def transfer(draw: Draw) -> str:
    a, b, c = [cents(draw, 3, 40) for _ in range(3)]
    t = a + b + c
    return f"上级补助收入{fixed(t)}亿元：均衡性转移支付{fixed(a)}亿元，共同财政事权转移支付{fixed(b)}亿元，专项转移支付{fixed(c)}亿元，占比依次为{percent(a, t, 1)}、{percent(b, t, 1)}和{percent(c, t, 1)}。"


def vat(draw: Draw) -> str:
    a, b, c = [cents(draw, 2, 20) for _ in range(3)]
    o = cents(draw, 3, 15)
    s = a + b + c
    return f"增值税{fixed(a)}亿元、企业所得税{fixed(b)}亿元、个人所得税{fixed(c)}亿元，三个税种合计{fixed(s)}亿元，占税收收入{fixed(s + o)}亿元的{percent(s, s + o)}。"


def vat_refund(draw: Draw) -> str:
    n = draw.randint(300, 2000)
    a = cents(draw, 3, 9)
    b = cents(draw, 1, 3)
    k = n // draw.randint(3, 6)
    return f"全年新增减税降费{fixed(a + b)}亿元，其中增值税留抵退税{fixed(a)}亿元，惠及企业{grouped(n)}户；其他减免{fixed(b)}亿元。留抵退税企业中制造业{k}户，占{percent(k, n, 1)}。"


def loan_mix(draw: Draw) -> str:
    a, b, c = [draw.randint(200, 3000) for _ in range(3)]
    t = a + b + c
    return f"建设资金来源为：财政资本金{grouped(a)}万元，占总投资的{percent(a, t)}；银行贷款{grouped(b)}万元，占{percent(b, t)}；社会资本{grouped(c)}万元，占{percent(c, t)}。总投资为{grouped(t)}万元。"


def union(draw: Draw) -> str:
    a, b, c = (cents(draw, 50, 300), cents(draw, 10, 90), cents(draw, 5, 40))
    return f"市总工会当年取得拨缴经费收入{fixed(a)}万元、上级补助收入{fixed(b)}万元、其他收入{fixed(c)}万元，收入共计{fixed(a + b + c)}万元，拨缴经费收入占{percent(a, a + b + c)}。"


def donation(draw: Draw) -> str:
    a, b = (cents(draw, 20, 200), cents(draw, 5, 90))
    u = most_of(draw, a, 50, 90)
    return f"接受社会捐赠折合{fixed(a + b)}万元，现金{fixed(a)}万元，物资折价{fixed(b)}万元。现金部分已使用{fixed(u)}万元，使用比例{percent(u, a)}；物资已全部发放。"


def yi_approx(draw: Draw) -> str:
    c = draw.randint(11000, 49000)
    o = draw.randint(11000, 49000)
    return f"全市投入约{plain(Decimal(c + o) / 10000, 2)}亿元，具体为市本级{grouped(c)}万元、县（市、区）{grouped(o)}万元，合计{grouped(c + o)}万元。"


def yuan_wan(draw: Draw) -> str:
    a, b = (draw.randint(200000, 900000), draw.randint(200000, 900000))
    return f"账面列支印刷费{grouped(a)}元、邮电费{grouped(b)}元，两项共{grouped(a + b)}元，约合{fixed(Decimal(a + b) / 10000)}万元。"


def land_fee(draw: Draw) -> str:
    s = cents(draw, 5, 30)
    c = most_of(draw, s, 40, 60)
    return f"土地出让价款{fixed(s)}亿元，扣除征地和拆迁补偿等成本性支出{fixed(c)}亿元后，净收益{fixed(s - c)}亿元，成本占价款的{percent(c, s)}。"


def rural_share(draw: Draw) -> str:
    s = cents(draw, 5, 30)
    k = most_of(draw, s, 8, 14)
    return (
        f"用于农业农村的土地出让收入{fixed(k)}亿元，占当年土地出让收入{fixed(s)}亿元的{percent(k, s)}，高于8%的考核要求。"
        if k * 100 / s > Decimal("8.1")
        else f"用于农业农村的土地出让收入{fixed(k)}亿元，占当年土地出让收入{fixed(s)}亿元的{percent(k, s)}。"
    )


def reception(draw: Draw) -> str:
    k = draw.randint(20, 90)
    n = k * draw.randint(6, 12)
    y = n * draw.randint(60, 120)
    return f"公务接待{k}批次、{n}人次，支出公务接待费{plain(Decimal(y) / 10000, 4)}万元，人均{plain(Decimal(y) / n)}元，每批次平均{plain(Decimal(n) / k, 1)}人次。"


def three_zero(draw: Draw) -> str:
    a, b = (cents(draw, 6, 40), cents(draw, 1, 9))
    x = cents(draw, 1, 6)
    y = cents(draw, 1, 4)
    return f"“三公”经费年初预算{fixed(a + b + x + y)}万元，决算{fixed(a + b)}万元，预算结余{fixed(x + y)}万元。未安排因公出国（境）费用；公务用车运行维护费预算{fixed(a + x)}万元、决算{fixed(a)}万元；公务接待费预算{fixed(b + y)}万元、决算{fixed(b)}万元。"


def three_mixed(draw: Draw) -> str:
    a = cents(draw, 15, 40)
    la = a - cents(draw, 1, 9)
    b = cents(draw, 2, 9)
    lb = b + cents(draw, 1, 5)
    return f"公务用车购置及运行维护费{fixed(a)}万元，比上年{fixed(la)}万元增加{fixed(a - la)}万元；公务接待费{fixed(b)}万元，比上年{fixed(lb)}万元减少{fixed(lb - b)}万元。两项合计，本年{fixed(a + b)}万元，上年{fixed(la + lb)}万元。"


def travel_cut(draw: Draw) -> str:
    a = cents(draw, 60, 200)
    k = most_of(draw, a, 10, 40)
    return f"差旅费由上年的{fixed(a)}万元降至{fixed(a - k)}万元，降幅{percent(k, a)}，少支出{fixed(k)}万元，主要是视频会议增多、外出调研减少所致。"


def car_buy(draw: Draw) -> str:
    n = draw.randint(2, 6)
    u = draw.randint(120, 179)
    s = draw.randint(1, n)
    return f"经批准更新执法执勤用车{n}辆，每辆{plain(Decimal(u) / 10)}万元，购置费共{plain(Decimal(u * n) / 10)}万元；同期报废旧车{s}辆，处置收入{plain(Decimal(s) * Decimal('0.6'), 1)}万元全部上缴国库。"


def meeting_train(draw: Draw) -> str:
    a, b = (cents(draw, 10, 60), cents(draw, 10, 60))
    ea, eb = (most_of(draw, a), most_of(draw, b))
    return f"会议费预算{fixed(a)}万元、培训费预算{fixed(b)}万元，决算分别为{fixed(ea)}万元、{fixed(eb)}万元，分别节约{fixed(a - ea)}万元、{fixed(b - eb)}万元，共节约{fixed(a + b - ea - eb)}万元。"


def per_head_public(draw: Draw) -> str:
    n = draw.randint(40, 160)
    y = n * draw.randint(9000, 19000)
    return f"公用经费{fixed(Decimal(y) / 10000)}万元，按年末实有在职人员{n}人计算（不含离退休人员），人均约{fixed(rounded(Decimal(y) / 10000, 2) / n)}万元。"


def proc_way(draw: Draw) -> str:
    p = [cents(draw, 60, 900) for _ in range(4)]
    t = total(p)
    return f"政府采购实际成交{fixed(t)}万元，按采购方式划分，公开招标{fixed(p[0])}万元、竞争性磋商{fixed(p[1])}万元、询价{fixed(p[2])}万元、单一来源{fixed(p[3])}万元，公开招标占比{percent(p[0], t)}。"


def proc_kind(draw: Draw) -> str:
    p = [cents(draw, 60, 900) for _ in range(3)]
    t = total(p)
    return f"货物类{fixed(p[0])}万元，工程类{fixed(p[1])}万元，服务类{fixed(p[2])}万元，采购总规模{fixed(t)}万元；工程类所占比例为{percent(p[1], t)}。"


def small_firms(draw: Draw) -> str:
    t = cents(draw, 500, 3000)
    s = most_of(draw, t, 50, 80)
    w = most_of(draw, s, 55, 85)
    return f"授予中小企业合同金额{fixed(s)}万元，占采购支出总额{fixed(t)}万元的{percent(s, t)}，其中授予小微企业{fixed(w)}万元，占授予中小企业合同金额的{percent(w, s)}。"


def lots(draw: Draw) -> str:
    c = [cents(draw, 100, 900) for _ in range(3)]
    b = [most_of(draw, x, 90, 98) for x in c]
    C, B = (total(c), total(b))
    return f"项目分三个标段招标，招标控制价分别为{fixed(c[0])}万元、{fixed(c[1])}万元、{fixed(c[2])}万元，中标价分别为{fixed(b[0])}万元、{fixed(b[1])}万元、{fixed(b[2])}万元；控制价合计{fixed(C)}万元，中标价合计{fixed(B)}万元，总体下浮{percent(C - B, C)}。"


def limit_price(draw: Draw) -> str:
    c = cents(draw, 100, 900)
    b = most_of(draw, c, 90, 98)
    return (
        f"中标价{fixed(b)}万元较最高限价{fixed(c)}万元下浮{percent(c - b, c)}，节省{fixed(c - b)}万元，合同已按期签订。"
    )


def change_order(draw: Draw) -> str:
    a = cents(draw, 300, 2000)
    v = cents(draw, 10, 90)
    s = a + v
    d = most_of(draw, s, 2, 8)
    return f"合同价{fixed(a)}万元，工程变更增加{fixed(v)}万元，送审结算价{fixed(s)}万元；经财政评审审定为{fixed(s - d)}万元，审减{fixed(d)}万元，审减率{percent(d, s)}。"


def retention(draw: Draw) -> str:
    s = draw.randint(300, 3000)
    k = draw.choice([3, 5])
    z = Decimal(s) * k / 100
    return f"竣工结算价{s}万元，按{k}%预留质量保证金{plain(z)}万元，其余{plain(s - z)}万元已于12月底前付清。"


def pay_nodes(draw: Draw) -> str:
    c = draw.randint(10, 90) * 10
    return f"合同总价{c}万元，合同签订后支付30%，计{c * 3 // 10}万元；初验合格后支付50%，计{c * 5 // 10}万元；终验后支付余下的20%，计{c * 2 // 10}万元。截至年底已完成前两笔付款，累计{c * 8 // 10}万元。"


def two_contracts(draw: Draw) -> str:
    a, b = (cents(draw, 50, 300), cents(draw, 50, 300))
    pa, pb = (most_of(draw, a, 40, 80), most_of(draw, b, 40, 80))
    return f"甲方与两家供应商签约，软件开发合同{fixed(a)}万元、硬件集成合同{fixed(b)}万元；软件开发已付{fixed(pa)}万元、未付{fixed(a - pa)}万元，硬件集成已付{fixed(pb)}万元、未付{fixed(b - pb)}万元，未付款共{fixed(a + b - pa - pb)}万元。"


def buy_service(draw: Draw) -> str:
    k1, k2 = (draw.randint(2, 9), draw.randint(2, 9))
    a, b = (cents(draw, 20, 300), cents(draw, 20, 300))
    return f"政府购买服务项目{k1 + k2}个、金额{fixed(a + b)}万元，公共服务类{k1}个、{fixed(a)}万元，履职辅助性服务类{k2}个、{fixed(b)}万元。"


def furniture(draw: Draw) -> str:
    a, b = (draw.randint(10, 60), draw.randint(10, 60))
    ua, ub = (draw.randint(800, 1800), draw.randint(3000, 6000))
    t = a * ua + b * ub
    return f"购置办公桌椅{a}套，每套{grouped(ua)}元；台式计算机{b}台，每台{grouped(ub)}元。上述货款共{grouped(t)}元，折合{plain(Decimal(t) / 10000, 4)}万元，平均付款周期18天。"
