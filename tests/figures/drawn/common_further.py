"""Further right statements of the usual kinds, written against."""

from decimal import Decimal

from tests.figures.drawn.numbers import Draw, cents, fixed, percent, plain, rounded


def income(draw: Draw) -> str:
    a, b, c = [draw.money(50, 900) for _ in range(3)]
    carry = draw.money(5, 60)
    t = a + b + c + carry
    out = t - draw.money(1, 40)
    return f"2022年度收入总计{fixed(t)}万元，其中一般公共预算拨款收入{fixed(a)}万元、政府性基金收入{fixed(b)}万元、其他收入{fixed(c)}万元、年初结转和结余{fixed(carry)}万元。支出总计{fixed(t)}万元，其中本年支出{fixed(out)}万元，年末结转和结余{fixed(t - out)}万元。"


def income2(draw: Draw) -> str:
    a = draw.money(500, 900)
    l = a - draw.money(1, 90)
    c = draw.money(5, 60)
    return f"本年收入{fixed(a)}万元，较上年增加{fixed(a - l)}万元，增长{percent(a - l, l)}，主要原因是项目经费增加{fixed(a - l + c)}万元，人员经费减少{fixed(c)}万元。"


def meeting(draw: Draw) -> str:
    n = draw.randint(5, 20)
    p = n * draw.randint(30, 60)
    m = Decimal(p) * draw.randint(150, 300) / 10000
    return f"全年召开会议{n}次，参会{p}人次，支出会议费{plain(m, 4)}万元，人均{plain(m * 10000 / p)}元，场均{plain(Decimal(p) / n, 1)}人次。"


def pay(draw: Draw) -> str:
    c = draw.whole(100, 900)
    p1 = c * 3 // 10
    p2 = c * 4 // 10
    return f"合同金额{c}万元，按进度支付预付款{p1}万元、进度款{p2}万元，累计支付{p1 + p2}万元，占合同金额的{percent(p1 + p2, c)}，剩余{c - p1 - p2}万元待验收后支付。"


def wage(draw: Draw) -> str:
    n = draw.randint(10, 60)
    w = draw.randint(2000, 4000)
    return f"聘用辅助人员{n}名，每人每月{w}元，全年工资{plain(Decimal(n * w * 12) / 10000, 4)}万元。"


def farm(draw: Draw) -> str:
    a, b = (draw.whole(100, 900), draw.whole(100, 900))
    return f"完成高标准农田建设{a + b}亩，其中新建{a}亩、改造提升{b}亩；亩均投资{draw.randint(1500, 3000)}元；新增高效节水灌溉面积{a // 2}亩，占新建面积的{percent(a // 2, a, 1)}。"


def road(draw: Draw) -> str:
    a = cents(draw, 10, 60)
    b = cents(draw, 10, 60)
    inv = draw.whole(1000, 9000)
    return f"建设农村公路{fixed(a + b)}公里，其中县道{fixed(a)}公里、乡村道{fixed(b)}公里，总投资{inv}万元，每公里造价{plain(Decimal(inv) / (a + b))}万元。"


def students(draw: Draw) -> str:
    a, b, c = [draw.whole(100, 900) for _ in range(3)]
    t = a + b + c
    s = a // 3
    return f"在校学生{t}人，其中小学{a}人、初中{b}人、高中{c}人；享受营养餐学生{s}人，占小学生的{percent(s, a)}、占全部学生的{percent(s, t)}。"


def hospital(draw: Draw) -> str:
    o = draw.whole(10, 90)
    l = o + draw.randint(1, 9)
    i = cents(draw, 1, 9)
    return f"门急诊{o}万人次，同比减少{l - o}万人次，下降{percent(l - o, l, 1)}；出院{fixed(i)}万人次，病床使用率{draw.randint(70, 95)}.{draw.randint(1, 9)}%，平均住院日{draw.randint(6, 9)}.{draw.randint(1, 9)}天。"


def bid(draw: Draw) -> str:
    k = draw.randint(3, 9)
    b = draw.money(500, 900)
    d = b - draw.money(10, 60)
    return f"完成政府采购{k}批次，预算金额{fixed(b)}万元，成交金额{fixed(d)}万元，节约{fixed(b - d)}万元，节支率{percent(b - d, b)}，其中授予中小企业合同{fixed(d / 2)}万元，占{percent(rounded(d / 2), d)}。"


def forest(draw: Draw) -> str:
    p = [draw.whole(100, 900) for _ in range(3)]
    t = sum(p)
    pl = t - draw.randint(1, 50)
    return f"完成营造林{t}亩（人工造林{p[0]}亩，封山育林{p[1]}亩，退化林修复{p[2]}亩），完成计划任务{pl}亩的{percent(t, pl, 1)}，成活率{draw.randint(85, 95)}%。"


def water(draw: Draw) -> str:
    a = cents(draw, 1, 5)
    b = cents(draw, 1, 5)
    return f"日供水能力由{fixed(a)}万吨提高到{fixed(a + b)}万吨，增加{fixed(b)}万吨，供水普及率{draw.randint(90, 98)}.{draw.randint(1, 9)}%，漏损率由{draw.randint(14, 18)}%降至{draw.randint(9, 12)}%。"


def court(draw: Draw) -> str:
    n = draw.whole(1000, 9000)
    old = draw.whole(50, 400)
    c = n + old - draw.randint(10, 49)
    return f"新收案件{n}件，旧存{old}件，审结{c}件，未结{n + old - c}件，结案率{percent(c, n + old)}，法官人均结案{plain(Decimal(c) / 40, 1)}件。"


def complain(draw: Draw) -> str:
    p, w, l = [draw.whole(20, 300) for _ in range(3)]
    return (
        f"受理投诉{p + w + l}件，其中电话{p}件、网络{w}件、来信{l}件，办结率100%，挽回损失{fixed(draw.money(5, 60))}万元，件均{plain(draw.money(5, 60) / 10)}万元。"
        if False
        else f"受理投诉{p + w + l}件，其中电话{p}件、网络{w}件、来信{l}件，办结率100%。"
    )


def grant(draw: Draw) -> str:
    k1, k2 = (draw.randint(2, 9), draw.randint(2, 9))
    u1, u2 = (draw.randint(20, 60), draw.randint(5, 19))
    return f"奖补资金{k1 * u1 + k2 * u2}万元，一类{k1}个，每个{u1}万元；二类{k2}个，每个{u2}万元。"


def two_depts(draw: Draw) -> str:
    a, b = (draw.money(50, 900), draw.money(50, 900))
    ea, eb = (a - cents(draw, 1, 9), b - cents(draw, 1, 9))
    return f"局机关预算{fixed(a)}万元，支出{fixed(ea)}万元；下属单位预算{fixed(b)}万元，支出{fixed(eb)}万元。全系统预算{fixed(a + b)}万元，支出{fixed(ea + eb)}万元，执行率{percent(ea + eb, a + b)}。"


def proj_list(draw: Draw) -> str:
    p = [draw.money(50, 900) for _ in range(3)]
    e = [x - cents(draw, 1, 9) for x in p]
    return (
        "；".join(
            (
                f"{n}项目预算{fixed(x)}万元，支出{fixed(y)}万元，执行率{percent(y, x)}"
                for n, x, y in zip(("甲", "乙", "丙"), p, e)
            )
        )
        + f"。三个项目合计预算{fixed(sum(p))}万元，支出{fixed(sum(e))}万元，执行率{percent(sum(e), sum(p))}。"
    )


def pp(draw: Draw) -> str:
    a = draw.randint(8000, 9500)
    b = a + draw.randint(10, 400)
    t = draw.randint(80, 85)
    return f"满意度由上年的{fixed(Decimal(a) / 100)}%提高到{fixed(Decimal(b) / 100)}%，提高{fixed(Decimal(b - a) / 100)}个百分点，超过目标值{t}%{fixed(Decimal(b) / 100 - t)}个百分点。"


def pp2(draw: Draw) -> str:
    a, b, c = sorted(Decimal(draw.randint(8000, 9900)) / 100 for _ in range(3))
    return (
        f"全年优良天数比例{fixed(c)}%，同比上升{fixed(c - a)}个百分点，高于年度目标{fixed(c - b)}个百分点。"
        if c > b > a
        else "全年优良天数比例90%。"
    )


def delta_parts(draw: Draw) -> str:
    x, y, z = [draw.money(5, 60) for _ in range(3)]
    return (
        f"全年支出比预算增加{fixed(x + y - z)}万元，其中：人员经费增加{fixed(x)}万元，公用经费增加{fixed(y)}万元，项目经费减少{fixed(z)}万元。"
        if x + y > z
        else "全年支出与预算持平。"
    )


def score_lines(draw: Draw) -> str:
    items = [
        ("预算执行率", 10),
        ("产出数量", 15),
        ("产出质量", 15),
        ("产出时效", 10),
        ("产出成本", 10),
        ("经济效益", 10),
        ("社会效益", 10),
        ("可持续影响", 10),
        ("满意度", 10),
    ]
    got = [Decimal(w * 10 - draw.choice([0, 0, 0, 5, 10, 2])) / 10 for _, w in items]
    return (
        "、".join((f"{n}指标分值{w}分、得分{plain(x)}分" for (n, w), x in zip(items, got)))
        + f"，总分{plain(sum(got))}分。"
    )


def score_groups(draw: Draw) -> str:
    a, b, c, d = (
        Decimal(draw.randint(80, 100)) / 10,
        Decimal(draw.randint(420, 500)) / 10,
        Decimal(draw.randint(250, 300)) / 10,
        Decimal(draw.randint(80, 100)) / 10,
    )
    return f"经自评，本项目得{plain(a + b + c + d)}分。其中：预算执行10分，得{plain(a)}分；产出指标50分，得{plain(b)}分；效益指标30分，得{plain(c)}分；满意度指标10分，得{plain(d)}分。"


def score_reason(draw: Draw) -> str:
    d = draw.randint(1, 5)
    n = draw.randint(40, 60)
    k = n - draw.randint(1, 9)
    return f"产出数量指标完成{k}个，目标{n}个，完成率{percent(k, n, 1)}，扣{d}分，得{15 - d}分。"


def hours(draw: Draw) -> str:
    n = draw.randint(3, 9)
    h = draw.randint(8, 40)
    p = draw.randint(30, 90)
    return f"开展培训{n}期，每期{h}学时，共{n * h}学时，每期{p}人，共{n * p}人。"


def stock(draw: Draw) -> str:
    a, i = (draw.whole(1000, 9000), draw.whole(100, 900))
    o = draw.whole(100, 900)
    return f"年初库存{a}吨，当年购进{i}吨，轮换销售{o}吨，年末库存{a + i - o}吨。"


def pension(draw: Draw) -> str:
    n = draw.whole(1000, 9000)
    u = draw.randint(100, 200)
    return f"城乡居民基础养老金标准由每人每月{u}元提高到{u + 5}元，{n}人全年增支{plain(Decimal(n * 5 * 12) / 10000, 4)}万元。"


def tax(draw: Draw) -> str:
    a = cents(draw, 10, 90)
    b = cents(draw, 10, 90)
    c = cents(draw, 1, 9)
    t = a + b + c
    l = t - cents(draw, 1, 9)
    return f"一般公共预算收入{fixed(t)}亿元，比上年增收{fixed(t - l)}亿元，增长{percent(t - l, l)}。其中：税收收入{fixed(a)}亿元，占{percent(a, t)}；非税收入{fixed(b + c)}亿元，占{percent(b + c, t)}。"


def emission(draw: Draw) -> str:
    a = draw.whole(200, 900)
    b = a - draw.randint(10, 99)
    return f"单位产值能耗由{a}千克标准煤下降到{b}千克标准煤，降幅{percent(a - b, a)}，完成下降{draw.randint(3, 5)}%的目标。"


def bracket(draw: Draw) -> str:
    b = draw.money(50, 900)
    e = b - cents(draw, 1, 9)
    return f"项目全年预算{fixed(b)}万元，实际执行{fixed(e)}万元（执行率{percent(e, b)}），结余{fixed(b - e)}万元（结余率{percent(b - e, b)}）。"


def yi(draw: Draw) -> str:
    b = draw.randint(10000, 99999)
    e = b - draw.randint(10, 900)
    return f"专项资金{plain(Decimal(b) / 10000, 2)}亿元（{b}万元），已拨付{plain(Decimal(e) / 10000, 2)}亿元（{e}万元），拨付率{percent(e, b)}。"


def yuan(draw: Draw) -> str:
    b = draw.randint(1000000, 9999999)
    return f"支出{b:,}元，折合{plain(Decimal(b) / 10000, 2)}万元，较预算{plain(Decimal(b) / 10000 + 20, 2)}万元节约20万元。"


def two_count(draw: Draw) -> str:
    a, b = (draw.randint(3, 9), draw.randint(10, 30))
    return (
        f"涉及{a}个乡镇{b}个村，其中脱贫村{b - 3}个，举办活动{a * 2}场，平均每个乡镇{2}场，参与群众{a * b * 10}人次。"
    )


def share_of_inc(draw: Draw) -> str:
    l = draw.whole(1000, 5000)
    i = draw.whole(50, 900)
    s = i // 3
    return f"新增就业岗位{i}个，其中高校毕业生岗位{s}个，占新增岗位的{percent(s, i, 1)}；岗位总量达到{l + i}个，比上年末增长{percent(i, l, 1)}。"


def plan_adj(draw: Draw) -> str:
    p = draw.whole(100, 300)
    n = p - draw.randint(5, 30)
    d = n + draw.randint(0, 9)
    return f"原计划改造{p}户，因搬迁调整为{n}户，实际改造{d}户，完成调整后计划的{percent(d, n, 1)}，完成原计划的{percent(d, p, 1)}。"


def carry2(draw: Draw) -> str:
    b = draw.money(500, 900)
    e = b - draw.money(30, 90)
    rec = cents(draw, 1, 20)
    return f"预算{fixed(b)}万元，支出{fixed(e)}万元，剩余{fixed(b - e)}万元，其中财政收回{fixed(rec)}万元，结转下年使用{fixed(b - e - rec)}万元。"


def interest(draw: Draw) -> str:
    p = draw.whole(1000, 9000)
    rate = draw.choice([Decimal("3.2"), Decimal("3.5"), Decimal("4.1")])
    return f"债券本金{p}万元，年利率{rate}%，全年付息{plain(p * rate / 100, 3)}万元，支付发行费{plain(p * Decimal('0.001'), 3)}万元。"


def percent_parts(draw: Draw) -> str:
    a = draw.randint(200, 500)
    b = draw.randint(100, 300)
    c = 1000 - a - b
    return f"资金投向中，基础设施占{plain(Decimal(a) / 10)}%，公共服务占{plain(Decimal(b) / 10)}%，产业扶持占{plain(Decimal(c) / 10)}%。"


def monthly(draw: Draw) -> str:
    m = [draw.whole(5, 30) for _ in range(12)]
    return (
        "1至12月分别受理"
        + "、".join(f"{x}件" for x in m)
        + f"，全年{sum(m)}件，月均{plain(Decimal(sum(m)) / 12, 1)}件，最多的月份{max(m)}件，最少的月份{min(m)}件。"
    )


def ages(draw: Draw) -> str:
    n = [draw.whole(5, 60) for _ in range(4)]
    t = sum(n)
    return f"干部{t}人，30岁以下{n[0]}人，31至40岁{n[1]}人，41至50岁{n[2]}人，51岁以上{n[3]}人，40岁以下占{percent(n[0] + n[1], t, 1)}。"


def edu(draw: Draw) -> str:
    n = [draw.whole(5, 60) for _ in range(3)]
    t = sum(n)
    return f"全所{t}人，研究生{n[0]}人、本科{n[1]}人、大专及以下{n[2]}人，本科及以上占{percent(n[0] + n[1], t, 1)}，中级以上职称{t // 2}人，占{percent(t // 2, t, 1)}。"


def sample(draw: Draw) -> str:
    k = draw.randint(4, 9)
    n = k * draw.randint(20, 40)
    s = n * draw.randint(85, 97) // 100
    return f"在{k}个乡镇各发放问卷{n // k}份，共{n}份，收回有效问卷{s}份，有效率{percent(s, n, 1)}，综合满意度{draw.randint(88, 97)}.{draw.randint(1, 9)}%。"
