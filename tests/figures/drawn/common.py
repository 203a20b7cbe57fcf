"""Right statements of the usual kinds, written against."""

from decimal import Decimal

from tests.figures.drawn.numbers import Draw, fixed, percent, plain, rounded


def overlap(draw: Draw) -> str:
    n = draw.whole(200, 3000)
    return f"全年培训{n}人次，其中女性{draw.randint(20, n // 2)}人次，少数民族{draw.randint(10, n // 3)}人次，村干部{draw.randint(10, n // 3)}人次。"


def overlap2(draw: Draw) -> str:
    n = draw.whole(60, 400)
    return f"现有教职工{n}人，其中高级职称{draw.randint(5, n // 3)}人，研究生学历{draw.randint(5, n // 3)}人，35岁以下{draw.randint(5, n // 2)}人，中共党员{draw.randint(5, n // 2)}人。"


def partial(draw: Draw) -> str:
    b = draw.money(200, 3000)
    p = draw.split(b, 5)
    return (
        f"全年支出{fixed(b)}万元，其中设备购置{fixed(p[0])}万元、房屋修缮{fixed(p[1])}万元、劳务费{fixed(p[2])}万元等。"
    )


def partial2(draw: Draw) -> str:
    b = draw.money(200, 3000)
    p = draw.split(b, 5)
    return f"全年支出{fixed(b)}万元，主要用于：设备购置{fixed(p[0])}万元；房屋修缮{fixed(p[1])}万元；劳务费{fixed(p[2])}万元。"


def inout(draw: Draw) -> str:
    a = draw.money(10, 300)
    b = draw.money(500, 3000)
    c = draw.split(a + b, 2)
    lo = min(c)
    return f"上年结转{fixed(a)}万元，本年收入{fixed(b)}万元，本年支出{fixed(a + b - lo)}万元，年末结转和结余{fixed(lo)}万元。"


def inout2(draw: Draw) -> str:
    a = draw.money(10, 300)
    b = draw.money(500, 3000)
    s = b - draw.money(1, 99)
    return f"本年收入{fixed(b)}万元，支出{fixed(s)}万元，当年结余{fixed(b - s)}万元，加上年结转{fixed(a)}万元，累计结余{fixed(a + b - s)}万元。"


def adjust(draw: Draw) -> str:
    a = draw.money(500, 3000)
    p = draw.money(20, 300)
    m = draw.money(5, 100)
    fin = a + p - m
    e = fin - draw.money(1, 30)
    return f"年初预算{fixed(a)}万元，年中追加{fixed(p)}万元、追减{fixed(m)}万元，调整后全年预算{fixed(fin)}万元，实际支出{fixed(e)}万元，执行率{percent(e, fin)}。"


def adjust2(draw: Draw) -> str:
    a = draw.money(500, 3000)
    p = draw.money(20, 300)
    q2 = draw.money(5, 100)
    fin = a + p + q2
    e = fin - draw.money(1, 30)
    return f"年初预算{fixed(a)}万元，6月追加省级资金{fixed(p)}万元，10月追加市级资金{fixed(q2)}万元，全年预算{fixed(fin)}万元，实际支出{fixed(e)}万元，执行率{percent(e, fin)}。"


def rate_year(draw: Draw) -> str:
    b = draw.whole(200, 3000)
    e = b - draw.randint(1, 20)
    lb = draw.whole(200, 3000)
    le = lb - draw.randint(1, 20)
    return f"2022年预算{b}万元，执行{e}万元，执行率{percent(e, b)}；2021年预算{lb}万元，执行{le}万元，执行率{percent(le, lb)}。"


def growth_two(draw: Draw) -> str:
    a = draw.whole(200, 3000)
    b = a + draw.randint(1, 300)
    c = draw.whole(20, 300)
    d = c + draw.randint(1, 30)
    return f"全年接待游客{b}万人次，同比增长{percent(b - a, a, 1)}；实现旅游收入{d}亿元，同比增长{percent(d - c, c, 1)}，上年分别为{a}万人次和{c}亿元。"


def three(draw: Draw) -> str:
    a = draw.money(5, 30)
    b = draw.money(5, 30)
    c = draw.money(1, 9)
    t = a + b + c
    lt = t + draw.money(1, 9)
    return f"“三公”经费支出{fixed(t)}万元，其中公务用车运行维护费{fixed(a)}万元、公务接待费{fixed(b)}万元、因公出国（境）费{fixed(c)}万元，比上年减少{fixed(lt - t)}万元，下降{percent(lt - t, lt)}。"


def cum(draw: Draw) -> str:
    y = [draw.money(100, 900) for _ in range(3)]
    t = sum(y)
    return f"项目总投资{fixed(t + draw.money(50, 300))}万元，2020年至2022年累计完成投资{fixed(t)}万元，其中2022年完成{fixed(y[2])}万元，2021年完成{fixed(y[1])}万元，2020年完成{fixed(y[0])}万元。"


def cum2(draw: Draw) -> str:
    y = [draw.whole(10, 90) for _ in range(3)]
    return f"截至2022年底，累计建成示范村{sum(y)}个，其中2022年新建{y[2]}个，完成年度计划{y[2] - 1}个的{percent(y[2], y[2] - 1, 1)}。"


def sources(draw: Draw) -> str:
    p = [draw.money(50, 900) for _ in range(4)]
    t = sum(p)
    return f"项目资金{fixed(t)}万元，其中中央财政{fixed(p[0])}万元、省级财政{fixed(p[1])}万元、市级财政{fixed(p[2])}万元、单位自筹{fixed(p[3])}万元，分别占{percent(p[0], t)}、{percent(p[1], t)}、{percent(p[2], t)}、{percent(p[3], t)}。"


def sources2(draw: Draw) -> str:
    p = [draw.money(50, 900) for _ in range(3)]
    t = sum(p)
    e = [x - draw.money(1, 20) for x in p]
    return f"资金总额{fixed(t)}万元，支出{fixed(sum(e))}万元，其中：上级补助{fixed(p[0])}万元，支出{fixed(e[0])}万元；本级财政{fixed(p[1])}万元，支出{fixed(e[1])}万元；自筹{fixed(p[2])}万元，支出{fixed(e[2])}万元。"


def plan(draw: Draw) -> str:
    p = draw.whole(100, 900)
    d = p + draw.randint(-20, 40)
    w = "超额完成" + str(d - p) if d > p else "少完成" + str(p - d)
    return f"计划改造农村户厕{p}户，实际完成{d}户，" + (f"{w}户，" if d != p else "") + f"完成率{percent(d, p)}。"


def survey(draw: Draw) -> str:
    n = draw.whole(100, 900)
    k = n - draw.randint(0, 20)
    a = draw.randint(k // 2, k - 10)
    b = draw.randint(1, k - a - 1)
    c = k - a - b
    return f"发放问卷{n}份，收回有效问卷{k}份，有效回收率{percent(k, n)}，其中非常满意{a}份、满意{b}份、不满意{c}份，满意度{percent(a + b, k)}。"


def survey2(draw: Draw) -> str:
    n = draw.whole(100, 900)
    a = draw.randint(n // 2, n - 10)
    b = draw.randint(1, n - a - 1)
    c = n - a - b
    return f"回收有效问卷{n}份，满意{a}份，占{percent(a, n)}；基本满意{b}份，占{percent(b, n)}；不满意{c}份，占{percent(c, n)}。"


def avg(draw: Draw) -> str:
    k = draw.whole(10, 90)
    u = draw.whole(100, 900)
    return f"补助{k}户，户均{u}元，共{k * u}元（{plain(Decimal(k * u) / 10000, 4)}万元）。"


def tier(draw: Draw) -> str:
    a, b = (draw.whole(10, 90), draw.whole(10, 90))
    return f"一类补助每户3,000元、二类补助每户2,000元，一类{a}户、二类{b}户，共发放{plain(Decimal(a * 3000 + b * 2000) / 10000, 4)}万元。"


def quarter(draw: Draw) -> str:
    p = [draw.whole(50, 300) for _ in range(4)]
    t = sum(p)
    return f"一至四季度分别支出{p[0]}万元、{p[1]}万元、{p[2]}万元、{p[3]}万元，全年支出{t}万元，其中四季度占{percent(p[3], t, 1)}。"


def prog(draw: Draw) -> str:
    t = draw.whole(500, 900)
    a = draw.randint(50, t // 3)
    b = draw.randint(a + 1, t - 10)
    return (
        f"6月底支出{a}万元，9月底支出{b}万元，12月底支出{t}万元，支出进度分别为{percent(a, t)}、{percent(b, t)}、100%。"
    )


def save(draw: Draw) -> str:
    b = draw.money(200, 900)
    s = draw.money(1, 90)
    return f"项目预算{fixed(b)}万元，中标价{fixed(b - s)}万元，节约资金{fixed(s)}万元，节约率{percent(s, b)}。"


def save2(draw: Draw) -> str:
    b = draw.money(200, 900)
    s = draw.money(10, 90)
    e = draw.money(1, 9)
    return f"项目预算{fixed(b)}万元，中标价{fixed(b - s)}万元，实际支付{fixed(b - s - e)}万元，尚有质保金{fixed(e)}万元未支付。"


def score(draw: Draw) -> str:
    p = [
        rounded(Decimal(draw.randint(150, 200)) / 10, 1),
        rounded(Decimal(draw.randint(150, 200)) / 10, 1),
        rounded(Decimal(draw.randint(200, 300)) / 10, 1),
        rounded(Decimal(draw.randint(200, 300)) / 10, 1),
    ]
    return f"自评得分{plain(sum(p))}分，其中决策{plain(p[0])}分、过程{plain(p[1])}分、产出{plain(p[2])}分、效益{plain(p[3])}分。"


def score2(draw: Draw) -> str:
    d = [Decimal(draw.randint(1, 30)) / 10 for _ in range(3)]
    return f"自评得分{plain(100 - sum(d))}分，扣{plain(sum(d))}分，其中数量指标扣{plain(d[0])}分、时效指标扣{plain(d[1])}分、满意度指标扣{plain(d[2])}分。"


def depr(draw: Draw) -> str:
    o = draw.money(500, 3000)
    d = draw.money(50, 300)
    return f"固定资产原值{fixed(o)}万元，累计折旧{fixed(d)}万元，净值{fixed(o - d)}万元，本年新增资产{fixed(draw.money(5, 40))}万元。"


def debt(draw: Draw) -> str:
    a = draw.money(500, 3000)
    l = draw.money(50, 300)
    return f"年末资产总额{fixed(a)}万元，负债总额{fixed(l)}万元，净资产{fixed(a - l)}万元，资产负债率{percent(l, a)}。"


def staff(draw: Draw) -> str:
    e = draw.whole(40, 200)
    n = e - draw.randint(0, 10)
    a = draw.randint(1, n - 1)
    rt = draw.whole(5, 60)
    return f"核定编制{e}名，年末实有在编人员{n}人，其中行政{a}人、事业{n - a}人，另有离退休人员{rt}人，在职人员控制率{percent(n, e)}。"


def vehicle(draw: Draw) -> str:
    a, b, c = [draw.randint(1, 9) for _ in range(3)]
    t = a + b + c
    m = draw.money(10, 50)
    return f"年末公务用车保有量{t}辆，其中执法执勤用车{a}辆、机要通信用车{b}辆、其他用车{c}辆，运行维护费{fixed(m)}万元，车均{plain(m / t)}万元。"


def nest(draw: Draw) -> str:
    a = [draw.money(50, 300) for _ in range(3)]
    b = draw.money(100, 900)
    return f"全年支出{fixed(sum(a) + b)}万元，其中人员经费{fixed(sum(a))}万元（工资福利{fixed(a[0])}万元、社会保障{fixed(a[1])}万元、离退休{fixed(a[2])}万元），公用经费{fixed(b)}万元。"


def nest2(draw: Draw) -> str:
    a = [draw.money(50, 300) for _ in range(2)]
    b = draw.money(100, 900)
    return f"基本支出{fixed(sum(a))}万元，包括人员经费{fixed(a[0])}万元、公用经费{fixed(a[1])}万元；项目支出{fixed(b)}万元；合计{fixed(sum(a) + b)}万元。"


def regional(draw: Draw) -> str:
    p = [draw.whole(50, 300) for _ in range(4)]
    t = sum(p)
    return f"补助资金{t}万元分配至四个县区：东县{p[0]}万元、西县{p[1]}万元、南区{p[2]}万元、北区{p[3]}万元，其中东县占{percent(p[0], t)}。"


def multirate(draw: Draw) -> str:
    n = draw.whole(200, 900)
    a = n - draw.randint(1, 30)
    b = a - draw.randint(1, 30)
    c = b - draw.randint(1, 30)
    return f"受理诉求{n}件，办结{a}件，办结率{percent(a, n)}；回访{b}件，回访率{percent(b, a)}；满意{c}件，满意率{percent(c, b)}。"


def scope(draw: Draw) -> str:
    a = draw.money(500, 3000)
    b = draw.money(50, 400)
    return f"全市拨付资金{fixed(a)}万元，其中市本级支出{fixed(b)}万元，占{percent(b, a)}，下达县区{fixed(a - b)}万元，占{percent(a - b, a)}。"


def lastyear_parts(draw: Draw) -> str:
    a = draw.money(500, 900)
    l = a + draw.money(10, 90)
    x = draw.money(5, 20)
    y = draw.money(5, 20) + x
    return f"支出{fixed(a)}万元，比上年减少{fixed(l - a)}万元，主要是会议费减少{fixed(x)}万元、培训费减少{fixed(y)}万元、印刷费增加{fixed(x + y - (l - a) if x + y > l - a else Decimal(1))}万元。"


def ratio(draw: Draw) -> str:
    a = draw.whole(2, 9)
    b = draw.whole(100, 900)
    return f"投入财政资金{b}万元，带动社会投资{a * b}万元，财政资金放大{a}倍。"


def rank(draw: Draw) -> str:
    a = draw.randint(5, 9)
    return f"考核得分{plain(Decimal(draw.randint(9000, 9900)) / 100)}分，居全省第{a - 2}位，较上年的第{a}位前进2位。"


def price(draw: Draw) -> str:
    n = draw.whole(10, 90)
    u = draw.money(1, 9)
    return f"采购检测仪{n}台，单价{plain(u)}万元，合同金额{plain(n * u)}万元，已支付90%，即{plain(n * u * Decimal('0.9'), 3)}万元。"


def capita(draw: Draw) -> str:
    n = Decimal(draw.randint(1000, 9000)) / 100
    u = draw.whole(60, 120)
    return (
        f"服务人口{plain(n)}万人，人均补助标准{u}元，应拨付{plain(n * u)}万元，实际拨付{plain(n * u)}万元，到位率100%。"
    )


def target(draw: Draw) -> str:
    t = draw.randint(85, 95)
    a = t + draw.randint(0, 5)
    l = a - draw.randint(1, 9)
    return f"群众满意度目标值为{t}%，实际达到{a}%，较上年{l}%提高{a - l}个百分点" + (
        f"，高于目标值{a - t}个百分点。" if a > t else "。"
    )


def poor(draw: Draw) -> str:
    h = draw.whole(100, 900)
    p = h * 3 + draw.randint(1, 50)
    return f"帮扶困难家庭{h}户{p}人，其中低保户{h // 2}户{p // 2}人，特困供养{h // 5}户{h // 4}人，发放资金{fixed(draw.money(50, 200))}万元。"


def goal_beside(draw: Draw) -> str:
    goal = draw.randint(85, 90)
    last = goal * 10 + draw.randint(-9, 9)
    now = last + draw.randint(5, 60)
    return f"设施完好率{Decimal(now) / 10}%，目标{goal}%，去年是{Decimal(last) / 10}%，提高{Decimal(now - last) / 10}个百分点。"
