"""The last right statements that only measure."""

from decimal import Decimal

from tests.figures.drawn.numbers import Draw, cents, fixed, more_or_fewer, percent_full, plain, rounded


def nest3(draw: Draw) -> str:
    a, b, x, y = [cents(draw, 20, 300) for _ in range(4)]
    return f"项目支出{fixed(a + b + x + y)}万元，其中：商品和服务支出{fixed(a + b)}万元（其中委托业务费{fixed(a)}万元，其他商品和服务支出{fixed(b)}万元），资本性支出{fixed(x + y)}万元（其中信息网络及软件购置更新{fixed(x)}万元，办公设备购置{fixed(y)}万元）。"


def settle(draw: Draw) -> str:
    a = draw.money(300, 3000)
    c1 = rounded(a * Decimal(draw.randint(2, 9)) / 100)
    b = a - c1
    g1 = rounded(b * Decimal("0.03"))
    return f"工程送审造价{fixed(a)}万元，经财政评审核减{fixed(c1)}万元，核减率{percent_full(c1, a)}，审定造价{fixed(b)}万元；按审定造价的3%预留质量保证金{fixed(g1)}万元，应付工程款{fixed(b - g1)}万元已付清。"


def interest_half(draw: Draw) -> str:
    p = draw.whole(500, 9000)
    return f"对新型农业经营主体贷款按年利率2%给予贴息，贴息贷款本金{p}万元、期限6个月，应贴息{fixed(p * Decimal('0.01'))}万元，已兑付{fixed(p * Decimal('0.01'))}万元，惠及经营主体{draw.randint(10, 90)}家。"


def provident(draw: Draw) -> str:
    a = cents(draw, 20, 90)
    i = cents(draw, 8, 15)
    o = cents(draw, 4, 7)
    return f"上年末住房公积金缴存余额{fixed(a)}亿元，当年归集{fixed(i)}亿元、提取{fixed(o)}亿元，年末缴存余额{fixed(a + i - o)}亿元，较上年末增加{fixed(i - o)}亿元，增长{percent_full(i - o, a)}。"


def pension_fund(draw: Draw) -> str:
    i = cents(draw, 10, 30)
    o = i - cents(draw, 0.5, 3)
    l = cents(draw, 20, 60)
    z = l + i - o
    return f"城乡居民基本养老保险基金当年收入{fixed(i)}亿元，支出{fixed(o)}亿元，当期结余{fixed(i - o)}亿元；加上历年滚存结余{fixed(l)}亿元，年末滚存结余{fixed(z)}亿元，按当年月均支出水平可支付{fixed(z * 12 / o, 1)}个月。"


def debt_limit(draw: Draw) -> str:
    l = draw.randint(300, 900)
    a = cents(draw, 150, 250)
    n = cents(draw, 10, 40)
    p = cents(draw, 3, 9)
    z = a + n - p
    return f"政府债务限额{l}亿元，年初余额{fixed(a)}亿元，当年新增债券{fixed(n)}亿元，偿还到期本金{fixed(p)}亿元，年末余额{fixed(z)}亿元，控制在限额以内，距限额尚有{fixed(l - z)}亿元空间。"


def purchase_pack(draw: Draw) -> str:
    b = [cents(draw, 50, 300) for _ in range(2)]
    d = [x - cents(draw, 1, 9) for x in b]
    return f"服务采购分两个包：A包预算{fixed(b[0])}万元，中标{fixed(d[0])}万元；B包预算{fixed(b[1])}万元，中标{fixed(d[1])}万元。两包比预算共节约{fixed(sum(b) - sum(d))}万元，资金节约率{percent_full(sum(b) - sum(d), sum(b))}，合同价款在验收合格后15日内支付。"


def basic_proj(draw: Draw) -> str:
    a, b = (draw.money(500, 3000), draw.money(300, 2000))
    la = a - cents(draw, 1, 90)
    lb = b + cents(draw, 1, 90)
    dt = a + b - la - lb
    w = "增加" if dt > 0 else "减少"
    tail = f"一增一减，支出总额比上年{w}{fixed(abs(dt))}万元" if dt else "一增一减，支出总额与上年持平"
    return f"本年支出{fixed(a + b)}万元，基本支出占{percent_full(a, a + b)}，为{fixed(a)}万元，比上年增加{fixed(a - la)}万元；项目支出占{percent_full(b, a + b)}，为{fixed(b)}万元，比上年减少{fixed(lb - b)}万元；{tail}。"


def band_rule(draw: Draw) -> str:
    v = Decimal(draw.randint(9001, 9494)) / 100
    return f"预算执行率指标满分10分，评分规则为：执行率95%（含）以上得10分，90%（含）至95%（不含）得8分，80%（含）至90%（不含）得5分，低于80%不得分。本项目执行率{fixed(v)}%，落在第二档，得8分，扣2分。"


def step_rule(draw: Draw) -> str:
    k = draw.randint(1, 6)
    t = draw.randint(92, 96)
    w = 10
    return f"满意度指标分值{w}分，目标值为不低于{t}%，每低1个百分点扣0.5分，扣完为止；经第三方测评，实际满意度为{t - k}%，低于目标值{k}个百分点，应扣{fixed(Decimal(k) / 2, 1)}分，自评得{fixed(w - Decimal(k) / 2, 1)}分。"


def ratio_score(draw: Draw) -> str:
    w = draw.choice([5, 10, 20])
    n = draw.choice([20, 25, 40, 50])
    k = n - draw.randint(1, 4)
    return f"“新建村级文化服务点数量”指标目标{n}个、权重{w}分，因选址变更仅建成{k}个，完成率{plain(Decimal(k) * 100 / n, 1)}%，按完成比例计分，得{plain(Decimal(w * k) / n)}分。"


def lost_points(draw: Draw) -> str:
    a, b = (Decimal(draw.randint(2, 9)) / 2, Decimal(draw.randint(1, 5)) / 2)
    return f"综合得分{plain(100 - a - b, 1)}分，共扣{plain(a + b, 1)}分：支付进度滞后扣{plain(a, 1)}分，宣传培训覆盖面不足扣{plain(b, 1)}分，其余指标均得满分，评价等级为“优”。"


def event_rule(draw: Draw) -> str:
    n = draw.randint(1, 4)
    return f"安全生产指标8分，每发生一起一般责任事故扣2分，扣完为止。年内发生一般责任事故{n}起，扣{2 * n}分，得{8 - 2 * n}分；未发生较大及以上事故。"


def two_dept_score(draw: Draw) -> str:
    a = Decimal(draw.randint(880, 990)) / 10
    dlt = Decimal(draw.randint(1, 30)) / 10
    return f"单位自评得分{fixed(a, 1)}分，财政部门复核得分{fixed(a - dlt, 1)}分，复核比自评低{fixed(dlt, 1)}分，扣减的分数主要涉及绩效目标编制不够细化、佐证材料不够充分等问题。"


def weighted(draw: Draw) -> str:
    k = [Decimal(draw.randint(850, 990)) / 10 for _ in range(2)]
    return f"部门整体得分由自评与复核加权形成，自评权重40%，得{fixed(k[0], 1)}分；复核权重60%，得{fixed(k[1], 1)}分，加权后最终得分{fixed(k[0] * Decimal('0.4') + k[1] * Decimal('0.6'))}分。"


def leading(draw: Draw) -> str:
    n = draw.randint(12, 40)
    a = n - draw.randint(3, 9)
    return f"列入市委改革要点的{n}项任务已完成{a}项，完成{percent_full(a, n, 1)}，其中“一件事一次办”等3项改革在全省率先落地；另有{n - a}项按照计划跨年度推进，不存在逾期事项。"


def online(draw: Draw) -> str:
    a, b = (draw.whole(3000, 9000), draw.whole(500, 2900))
    return f"政务大厅全年办件{a + b:,}件，网上办理{a:,}件，窗口办理{b:,}件，网办比例{percent_full(a, a + b, 1)}；平均每件承诺时限12个工作日，实际平均用时{draw.randint(2, 6)}个工作日，提前办结率{draw.randint(90, 98)}%。"


def power(draw: Draw) -> str:
    y = draw.whole(80, 300)
    x = y - draw.randint(3, 15)
    ar = draw.whole(8000, 30000)
    return f"机关办公区用电量{x}万千瓦时，上年为{y}万千瓦时，降幅{percent_full(y - x, y)}；办公区建筑面积{ar:,}平方米，单位面积电耗{fixed(Decimal(x) * 10000 / ar)}千瓦时/平方米，较上年减少{fixed(rounded(Decimal(y) * 10000 / ar) - rounded(Decimal(x) * 10000 / ar))}千瓦时/平方米。"


def sample_food(draw: Draw) -> str:
    a, b = (draw.randint(300, 1500), draw.randint(200, 900))
    x, y = (draw.randint(2, 20), draw.randint(2, 20))
    return f"开展食品安全监督抽检，超市和商场{a}批次、农贸市场{b}批次，不合格分别为{x}批次、{y}批次，合格率分别为{percent_full(a - x, a)}和{percent_full(b - y, b)}，总体合格率{percent_full(a + b - x - y, a + b)}，不合格产品核查处置率100%。"


def patrol(draw: Draw) -> str:
    w = draw.randint(80, 400)
    x = draw.randint(2, w // 6)
    k = w - x
    return f"全年出动执法人员{w * 9}人次、车辆{w * 2}台次，检查企业{w * 3}家次，下达责令改正通知书{w}份，其中已按期改正{k}份、立案处罚{x}份，罚没款{fixed(cents(draw, 20, 90))}万元。"


def minority(draw: Draw) -> str:
    n = draw.whole(20000, 90000)
    m = n * draw.randint(20, 60) // 100
    f1 = draw.randint(3, 12)
    return f"全县常住人口{n:,}人，少数民族人口{m:,}人，占{percent_full(m, n)}；少数民族发展资金支持项目{f1}个，其中基础设施类{f1 - 2}个、特色产业类2个，项目受益群众约{fixed(Decimal(n) / 30000, 1)}万人。"


def upgrade(draw: Draw) -> str:
    k = draw.randint(6, 30)
    s = draw.randint(2, k - 2)
    h = cents(draw, 3, 9)
    return f"完成{k}个信息系统迁移上云，其中升级改造后迁移{s}个、直接迁移{k - s}个；年运维费由{fixed(h * k)}万元降至{fixed(h * k * Decimal('0.8'), 3)}万元，减少20%，每年节省{fixed(h * k * Decimal('0.2'), 3)}万元。"


def jobs(draw: Draw) -> str:
    t = draw.whole(2000, 9000)
    d = t + draw.randint(50, 900)
    u = Decimal(draw.randint(30, 39)) / 10
    l = draw.randint(100, 900)
    return f"城镇新增就业{d}人，为年度目标{t}人的{percent_full(d, t, 1)}；城镇登记失业率{fixed(u, 1)}%，低于4.5%的控制目标{fixed(Decimal('4.5') - u, 1)}个百分点；零就业家庭保持动态清零，帮扶困难人员就业{l}人。"


def apprentice(draw: Draw) -> str:
    n = [draw.randint(30, 300) for _ in range(3)]
    m = n[0] * 5000 + n[1] * 6000 + n[2] * 1500
    return f"发放企业新型学徒制培训补贴：中级工{n[0]}人，每人5000元；高级工{n[1]}人，每人6000元；另发放岗前培训补贴{n[2]}人，每人1500元。三类补贴共{fixed(Decimal(m) / 10000, 2)}万元，均经公示无异议。"


def public_bike(draw: Draw) -> str:
    k = draw.whole(1000, 5000)
    t = draw.randint(2, 6)
    return f"投放公共自行车{k}辆，每辆日均周转{t}次，日均骑行{k * t}人次，全年365天累计骑行{fixed(Decimal(k * t * 365) / 10000, 2)}万人次，车辆完好率{draw.randint(95, 99)}%，达到95%以上的考核要求。"


def station(draw: Draw) -> str:
    a, b = (draw.randint(5, 20), draw.randint(21, 60))
    z = draw.randint(3, 9)
    return f"建成乡镇气象观测站{a + b}个，其中国家级骨干站{a}个、区域站{b}个，站网平均间距由{z + 4}公里加密到{z}公里；预警信息发布时间提前量达到{draw.randint(35, 60)}分钟以上，公众气象服务满意度{draw.randint(90, 95)}.{draw.randint(1, 9)}分。"


def grid_cover(draw: Draw) -> str:
    v = draw.randint(100, 300)
    z = v - draw.randint(1, 9)
    y = z - draw.randint(10, 30)
    return f"{v}个行政村中已有{z}个通5G网络，通达率{percent_full(z, v, 1)}，较上年末的{y}个增加{z - y}个，通达率提高{fixed(rounded(Decimal(z) * 100 / v, 1) - rounded(Decimal(y) * 100 / v, 1), 1)}个百分点；尚未通达的{v - z}个均位于高山库区。"


def house_repair(draw: Draw) -> str:
    a, b = (draw.randint(20, 200), draw.randint(20, 200))
    return f"农村危房改造补助，D级拆除重建户均2.8万元，C级维修加固户均1.2万元，全年改造D级{a}户、C级{b}户，补助资金{fixed(a * Decimal('2.8') + b * Decimal('1.2'), 1)}万元，{a + b}户均通过竣工验收，验收合格率100%。"


def talent(draw: Draw) -> str:
    n = draw.randint(20, 90)
    a = draw.randint(3, n // 3)
    b = draw.randint(5, n // 2)
    return f"引进高层次人才{n}名，其中博士{a}名，占{percent_full(a, n, 1)}；副高级以上职称{b}名，占{percent_full(b, n, 1)}（含具有博士学位者，与前项存在交叉）；兑现安家补助{fixed(cents(draw, 100, 400))}万元。"


def heritage(draw: Draw) -> str:
    n = [draw.randint(1, 5), draw.randint(6, 20), draw.randint(21, 60), draw.randint(61, 150)]
    return f"全市现有各级文物保护单位{sum(n)}处，按级别分，全国重点{n[0]}处、省级{n[1]}处、市级{n[2]}处、县级{n[3]}处，省级及以上合计{n[0] + n[1]}处。本年安排修缮文物保护单位{n[0] + 2}处，投入{fixed(cents(draw, 100, 900))}万元。"


def election_blood(draw: Draw) -> str:
    n = draw.whole(3000, 20000)
    v = Decimal(n * draw.randint(300, 360)) / 1000000
    ml = rounded(v * 1000000 / n, 0)
    return f"全年无偿献血{n:,}人次，采集全血{fixed(v, 3)}吨，人均约{fixed(ml, 0)}毫升（按1毫升折合1克粗略估算）；临床用血100%来自无偿献血，血液检测合格率{draw.randint(97, 99)}.{draw.randint(1, 9)}%。"


def canteen(draw: Draw) -> str:
    n = draw.randint(60, 300)
    d = draw.randint(230, 250)
    s = n * d * draw.randint(12, 20)
    return f"机关食堂平均每日就餐{n}人，全年开伙{d}天，累计{n * d:,}人天，食材成本{fixed(Decimal(s) / 10000, 4)}万元，折合每人每天{fixed(Decimal(s) / (n * d))}元，在每人每天不超过25元的标准之内。"


def three_public_avg(draw: Draw) -> str:
    k = draw.randint(8, 30)
    p = k * draw.randint(5, 12) + draw.randint(1, 5)
    m = cents(draw, 1, 3)
    return f"公务接待{k}批次、{p}人次，支出{fixed(m)}万元，批次均{fixed(m * 10000 / k, 2)}元、人次均{fixed(m * 10000 / p, 2)}元，比预算{fixed(m + Decimal('0.5'))}万元少支出0.50万元，无超标准、超范围接待。"


def greenway(draw: Draw) -> str:
    a = cents(draw, 5, 30)
    b = cents(draw, 1, 5)
    u = draw.randint(80, 160)
    return f"计划建设绿道{fixed(a)}公里，实际建成{fixed(a + b)}公里，超计划{fixed(b)}公里，完成率{percent_full(a + b, a, 1)}；工程造价每公里{u}万元，完成投资{fixed((a + b) * u)}万元，其中计划外路段{fixed(b * u)}万元由社会资本承担。"


def poverty_month(draw: Draw) -> str:
    m = [draw.whole(800, 1500) for _ in range(4)]
    return f"四个季度末在册农村特困供养人数分别为{m[0]}人、{m[1]}人、{m[2]}人和{m[3]}人，全年平均{fixed(Decimal(sum(m)) / 4, 2)}人（按季末人数算术平均），年末较一季度末{more_or_fewer(m[3] - m[0])}。"
