"""Further right statements that only measure."""

from decimal import Decimal

from tests.figures.drawn.numbers import Draw, cents, fixed, percent_full, plain, rounded, tenths


def museum(draw: Draw) -> str:
    k = draw.randint(5, 20)
    o = draw.randint(2, k - 2)
    v = draw.randint(20000, 90000)
    w = v // 10000
    return f"博物馆全年举办展览{k}个，其中原创展览{o}个、引进展览{k - o}个，接待观众{v + 1:,}人次（{w}万人次以上），观众满意度{draw.randint(92, 98)}.{draw.randint(1, 9)}%，不低于90%的绩效目标。"


def archive(draw: Draw) -> str:
    h = draw.whole(50000, 200000)
    dg = h * draw.randint(50, 80) // 100
    n = draw.whole(3000, 9000)
    im = draw.randint(60, 120)
    return f"馆藏纸质档案{h:,}卷，年初已数字化{dg - n:,}卷，本年新增数字化{n:,}卷，形成图像{fixed(Decimal(n * im) / 10000, 2)}万幅，平均每卷{im}幅；年末累计数字化率{percent_full(dg, h)}，较年初提高{fixed(rounded(Decimal(dg) * 100 / h) - rounded(Decimal(dg - n) * 100 / h))}个百分点。"


def media(draw: Draw) -> str:
    a, b, x = (draw.whole(300, 900), draw.whole(1000, 5000), draw.whole(50, 290))
    z = draw.randint(3, 40)
    return f"融媒体中心发布图文{b}条、短视频{a}条、直播{x}场，其中阅读量（播放量）10万+的作品{z}件；被省级以上媒体采用{z * 3}条次，比上年多{z}条次，增长50%。"


def medal(draw: Draw) -> str:
    a, b, x = [draw.randint(8, 40) for _ in range(3)]
    i = draw.randint(1, 6)
    j = draw.randint(i + 1, 14)
    return f"在第十六届省运会上，我市代表团获得金牌{a}枚、银牌{b}枚、铜牌{x}枚，奖牌总数{a + b + x}枚；与上届相比，奖牌增加{j}枚，其中金牌增加{i}枚，上届奖牌总数为{a + b + x - j}枚。"


def lottery(draw: Draw) -> str:
    s = cents(draw, 800, 3000)
    a = rounded(s * Decimal("0.4"))
    b = rounded(s * Decimal("0.25"))
    return f"本级体育彩票公益金{fixed(s)}万元，安排全民健身{fixed(a)}万元、青少年后备人才培养{fixed(b)}万元，其余{fixed(s - a - b)}万元用于体育场馆免费低收费开放等方面，支出均按规定向社会公告。"


def film(draw: Draw) -> str:
    v = draw.randint(60, 300)
    p = v * 12
    d = p + draw.randint(1, 60)
    return f"农村公益电影按“一村一月一场”标准放映，{v}个行政村全年应放映{p}场，实际放映{d}场，超出{d - p}场；每场补贴200元，按应放映场次核拨{fixed(Decimal(p * 200) / 10000)}万元，超出场次由放映公司自行承担费用。"


def rent_house(draw: Draw) -> str:
    k = draw.whole(100, 900)
    ar = k * draw.randint(48, 62) + draw.randint(1, 40)
    d = k - draw.randint(1, 40)
    return f"筹集保障性租赁住房{k}套，建筑面积{ar:,}平方米，套均{fixed(Decimal(ar) / k, 1)}平方米；已配租{d}套，配租率{percent_full(d, k, 1)}，剩余{k - d}套待第二批次分配。"


def plot_ratio(draw: Draw) -> str:
    a = draw.whole(8000, 30000)
    b = a * draw.randint(12, 26) // 10
    gr = a * draw.randint(30, 40) // 100
    return f"项目占地{a:,}平方米，总建筑面积{b:,}平方米（均为地上计容面积），容积率{fixed(Decimal(b) / a)}，绿地面积{gr:,}平方米，绿地率{percent_full(gr, a, 1)}，满足规划条件中绿地率不低于25%的要求。"


def pm25(draw: Draw) -> str:
    y = draw.randint(30, 44)
    x = y - draw.randint(1, 6)
    t = 365
    gd = draw.randint(290, 340)
    return f"2022年市区PM2.5年均浓度为{x}微克/立方米，同比下降{percent_full(y - x, y, 1)}（2021年为{y}微克/立方米）；有效监测{t}天，优良天数{gd}天，优良率{percent_full(gd, t, 1)}，重污染天气不超过3天。"


def cod(draw: Draw) -> str:
    a, b = (draw.whole(500, 3000), draw.whole(50, 300))
    ta, tb = (a - draw.randint(5, 90), b - draw.randint(1, 9))
    return f"重点工程累计减排化学需氧量{a}吨、氨氮{b}吨，分别完成“十四五”中期减排目标{ta}吨、{tb}吨的{percent_full(a, ta, 1)}和{percent_full(b, tb, 1)}，两项主要污染物减排任务均提前完成。"


def heat(draw: Draw) -> str:
    a = draw.whole(500, 3000)
    b = a * draw.randint(20, 40) // 100
    u = Decimal(draw.randint(180, 250)) / 10
    return f"城区集中供热面积{a}万平方米，其中工业余热供热{b}万平方米，占{percent_full(b, a, 1)}；居民热价为每平方米{fixed(u, 1)}元，余热供热部分全年折合热费{fixed(b * u, 1)}万元。"


def garbage(draw: Draw) -> str:
    t = draw.randint(80, 400)
    y = Decimal(t * 365) / 10000
    return f"生活垃圾清运处理日均{t}吨，全年（365天）共{plain(y, 4)}万吨，处理费按每吨{(u := draw.randint(60, 120))}元结算，全年结算{fixed(y * u, 2)}万元，无害化处理率100%。"


def toilet(draw: Draw) -> str:
    a, b = (draw.randint(5, 30), draw.randint(10, 60))
    ua, ub = (draw.randint(30, 50), draw.randint(5, 15))
    return f"新建公共厕所{a}座、提升改造{b}座，新建每座投资{ua}万元，改造每座投资{ub}万元，完成投资{a * ua + b * ub}万元；其中新建部分{a * ua}万元由市级负担，改造部分{b * ub}万元由区级负担。"


def mine(draw: Draw) -> str:
    a = draw.whole(200, 900)
    b = draw.randint(50, a - 50)
    u = cents(draw, 1, 4)
    return f"列入台账的历史遗留废弃矿山图斑面积{a}公顷，已修复{b}公顷，占{percent_full(b, a)}，未修复{a - b}公顷；已修复部分每公顷平均投入{fixed(u)}万元，累计投入{fixed(b * u)}万元。"


def rd(draw: Draw) -> str:
    gdp = cents(draw, 300, 900)
    lg = gdp * Decimal(draw.randint(92, 97)) / 100
    lg = rounded(lg)
    x = rounded(gdp * Decimal(draw.randint(210, 290)) / 10000)
    y = rounded(lg * Decimal(draw.randint(170, 200)) / 10000)
    return f"全社会研发经费支出{fixed(x)}亿元，占地区生产总值{fixed(gdp)}亿元的{percent_full(x, gdp)}；上年研发经费支出{fixed(y)}亿元，占地区生产总值{fixed(lg)}亿元的{percent_full(y, lg)}，投入强度提高{fixed(rounded(x * 100 / gdp) - rounded(y * 100 / lg))}个百分点。"


def coupon(draw: Draw) -> str:
    a, b, x = [draw.randint(500, 3000) for _ in range(3)]
    tot = a * 100 + b * 50 + x * 20
    us = (
        a * draw.randint(85, 95) // 100 * 100
        + b * draw.randint(85, 95) // 100 * 50
        + x * draw.randint(85, 95) // 100 * 20
    )
    k = draw.randint(4, 9)
    return f"在商场、超市、餐饮企业投放消费券，面额100元{a}张、50元{b}张、20元{x}张，总面额{fixed(Decimal(tot) / 10000, 3)}万元，实际核销{fixed(Decimal(us) / 10000, 3)}万元，核销率{percent_full(us, tot)}，直接带动消费{fixed(Decimal(us * k) / 10000, 3)}万元，拉动比为1∶{k}。"


def invest(draw: Draw) -> str:
    n = draw.randint(40, 150)
    m = n - draw.randint(5, 20)
    k = m - draw.randint(5, 15)
    return f"招商签约项目{n}个，协议投资{fixed(cents(draw, 50, 400))}亿元；已开工{m}个，开工率{percent_full(m, n, 1)}；开工项目中投产{k}个，投产率{percent_full(k, m, 1)}，占签约项目的{percent_full(k, n, 1)}。"


def tech_tier(draw: Draw) -> str:
    a, b, x = (draw.randint(3, 20), draw.randint(5, 40), draw.randint(10, 90))
    return f"研发后补助实行分档奖励：研发投入1000万元（含）以上的每家奖30万元，500万元（含）至1000万元（不含）的每家奖15万元，不足500万元的每家奖5万元，本年获奖企业依次为{a}家、{b}家、{x}家，共计{a + b + x}家，奖励金额{a * 30 + b * 15 + x * 5}万元。"


def patent(draw: Draw) -> str:
    pop = tenths(draw, 50, 300)
    n = draw.whole(300, 3000)
    l = n - draw.randint(20, 200)
    return f"年末有效发明专利{n}件，较上年末的{l}件净增{n - l}件，增长{percent_full(n - l, l, 1)}，按年末常住人口{fixed(pop, 1)}万人计算，每万人口拥有{fixed(n / pop)}件。"


def vat(draw: Draw) -> str:
    x = draw.whole(40, 900)
    s = Decimal(x) * Decimal("0.12")
    return f"承建企业就本项目缴纳增值税{x}万元，并按增值税税额的7%、3%、2%分别缴纳城市维护建设税{fixed(x * Decimal('0.07'))}万元、教育费附加{fixed(x * Decimal('0.03'))}万元、地方教育附加{fixed(x * Decimal('0.02'))}万元，税费总计{fixed(x + s)}万元。"


def trade(draw: Draw) -> str:
    e = cents(draw, 20, 90)
    i = cents(draw, 5, 19)
    return f"外贸进出口总值{fixed(e + i)}亿元，实现顺差{fixed(e - i)}亿元，其中出口{fixed(e)}亿元、进口{fixed(i)}亿元，出口占进出口总值的{percent_full(e, e + i, 1)}。"


def hazard(draw: Draw) -> str:
    n = draw.whole(500, 3000)
    m = n - draw.randint(5, 50)
    k = draw.randint(3, 20)
    return f"排查各类安全隐患{n}处，已整改{m}处，整改率{percent_full(m, n)}；重大隐患{k}处已全部闭环销号，尚未整改的{n - m}处均为一般隐患，已明确整改时限。"


def relief(draw: Draw) -> str:
    a, b, x = (draw.randint(200, 900), draw.randint(300, 1500), draw.randint(20, 90))
    return f"市级救灾物资储备库现存帐篷{a}顶、棉被{b}床、发电机{x}台等{draw.randint(20, 40)}种物资，账面价值{fixed(cents(draw, 150, 600))}万元；全年调拨帐篷{a // 9}顶、棉被{b // 7}床，支援两县抗洪抢险。"


def veteran(draw: Draw) -> str:
    n = draw.whole(1500, 6000)
    a = draw.randint(20, n // 9)
    b = draw.randint(100, n // 4)
    x = draw.randint(100, n // 4)
    return f"享受国家定期抚恤补助的优抚对象{n}人，包括残疾军人{a}人、带病回乡退伍军人{b}人、参战退役人员{x}人等，各类优抚资金均通过“一卡通”按月（季）发放，发放及时率100%。"


def soldier(draw: Draw) -> str:
    n = draw.randint(80, 400)
    t = n - draw.randint(3, 30)
    ce = t - draw.randint(1, 15)
    jb = ce - draw.randint(5, 20)
    return f"接收自主就业退役士兵{n}人，参加适应性培训{t}人，参训率{percent_full(t, n, 1)}；取得职业资格证书{ce}人，取证率（以参训人数为分母）{percent_full(ce, t, 1)}；培训后就业{jb}人，占取证人数的{percent_full(jb, ce, 1)}。"


def audit(draw: Draw) -> str:
    w, s, m = [cents(draw, 50, 900), cents(draw, 5, 90), cents(draw, 500, 5000)]
    up = rounded(w * Decimal(draw.randint(40, 80)) / 100)
    return f"审计查出主要问题金额{fixed(w + s + m, 2, True)}万元，分为违规金额{fixed(w, 2, True)}万元、损失浪费金额{fixed(s, 2, True)}万元、管理不规范金额{fixed(m, 2, True)}万元三类。违规金额中应上缴财政{fixed(up, 2, True)}万元，已全部缴入国库。"


def survey_house(draw: Draw) -> str:
    k = draw.randint(6, 20)
    h = k * 10
    off = draw.randint(1, 6)
    return f"住户调查抽中{k}个调查小区，每个小区10户，共{h}户记账户，其中电子记账{h - off}户，电子记账率{percent_full(h - off, h, 1)}；每户每月发放记账补贴150元，全年需{fixed(Decimal(h * 150 * 12) / 10000)}万元。"


def union(draw: Draw) -> str:
    a, b = (draw.randint(100, 500), draw.randint(50, 300))
    return f"会同市总工会开展“两节”送温暖，走访困难职工{a}户、劳动模范{b}人，慰问标准分别为每户1000元、每人2000元，发放慰问金{fixed(Decimal(a * 1000 + b * 2000) / 10000, 1)}万元，其中市总工会承担一半，即{fixed(Decimal(a * 1000 + b * 2000) / 20000, 2)}万元。"


def result_first(draw: Draw) -> str:
    b = draw.money(300, 5000)
    ad = draw.money(10, 200)
    fin = b + ad
    e = fin - cents(draw, 1, 90)
    return f"预算执行率为{percent_full(e, fin)}，系以实际支出{fixed(e)}万元除以调整后预算{fixed(fin)}万元得出；若以年初批复的{fixed(b)}万元为基数，则为{percent_full(e, b)}。两项基数相差{fixed(ad)}万元，为年中追加的应急经费。"


def carry_first(draw: Draw) -> str:
    a = draw.money(20, 200)
    b = draw.money(300, 2000)
    e = b - cents(draw, 1, 90)
    return f"项目可用资金{fixed(a + b)}万元，由2021年结转的{fixed(a)}万元和2022年新安排的{fixed(b)}万元构成。结转资金已于6月底全部支出，新安排资金支出{fixed(e)}万元，两部分支出共{fixed(a + e)}万元，占可用资金的{percent_full(a + e, a + b)}。"


def invest_years(draw: Draw) -> str:
    y = [draw.whole(300, 900) for _ in range(3)]
    e = y[1] - draw.randint(5, 60)
    return f"项目建设期三年（2021—2023年），概算总投资{sum(y)}万元，分年计划为{y[0]}万元、{y[1]}万元、{y[2]}万元。2021年计划全部完成；2022年完成{e}万元，占当年计划的{percent_full(e, y[1])}，两年累计完成{y[0] + e}万元，占概算总投资的{percent_full(y[0] + e, sum(y))}。"


def time_progress(draw: Draw) -> str:
    b = draw.money(800, 5000)
    e = rounded(b * Decimal(draw.randint(7600, 9500)) / 10000)
    v = rounded(e * 100 / b)
    m = v - Decimal(draw.randint(10, 900)) / 100
    return f"截至9月30日，部门预算支出{fixed(e)}万元，占全年预算{fixed(b)}万元的{fixed(v)}%，快于75%的序时进度{fixed(v - 75)}个百分点，高于全市平均进度{fixed(v - m)}个百分点（全市平均为{fixed(m)}%）。"


def docnos(draw: Draw) -> str:
    a, b = (draw.whole(100, 900), draw.whole(50, 400))
    n1, n2 = (draw.randint(5, 90), draw.randint(91, 190))
    back = draw.randint(5, 40)
    return f"根据财农〔2022〕{n1}号文件，3月15日下达项目资金{a}万元；根据财农〔2022〕{n2}号文件，8月22日追加{b}万元；11月10日按财农〔2022〕{n2 + 12}号文件收回{back}万元。增减相抵，全年实际到位{a + b - back}万元。"


def returned(draw: Draw) -> str:
    x = cents(draw, 30, 200)
    a = cents(draw, 5, 20)
    b = cents(draw, 1, 4)
    return f"项目完工结余{fixed(x)}万元，其中中央资金结余{fixed(a)}万元已于2023年1月16日缴回省级国库，市级资金结余{fixed(b)}万元由市财政收回统筹，区级自有资金结余{fixed(x - a - b)}万元留用于后续管护。"


def units(draw: Draw) -> str:
    n = draw.randint(110, 980)
    y = n * 10000 * draw.randint(2, 9) // 1
    k = y // n
    return f"本批次向{n}家市场主体发放纾困补助共{y:,}元（即{y // 10000}万元，约合{fixed(Decimal(y) / 100000000, 3)}亿元），每家{k:,}元，资金由“惠企直达”平台一次性兑付。"


def matching(draw: Draw) -> str:
    ce = draw.whole(300, 1500)
    pr = draw.whole(100, 290)
    ci = draw.whole(20, 99)
    ci_in = ci - draw.randint(1, 9)
    return f"资金计划为中央{ce}万元、省级{pr}万元、县级配套{ci}万元，共{ce + pr + ci}万元。到位情况：中央和省级资金足额到位，县级配套到位{ci_in}万元，到位率{percent_full(ci_in, ci)}；资金总体到位率{percent_full(ce + pr + ci_in, ce + pr + ci)}。"


def travel(draw: Draw) -> str:
    a = [cents(draw, 5, 40) for _ in range(3)]
    s = [cents(draw, 0.5, 4) for _ in range(3)]
    return f"严控一般性支出，差旅费、会议费、培训费分别列支{fixed(a[0])}万元、{fixed(a[1])}万元、{fixed(a[2])}万元，较年初预算分别压减{fixed(s[0])}万元、{fixed(s[1])}万元、{fixed(s[2])}万元，三项费用年初预算共{fixed(sum(a) + sum(s))}万元，总体压减{percent_full(sum(s), sum(a) + sum(s), 1)}。"
