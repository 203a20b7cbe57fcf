"""Right statements that only measure: not read while the checks were written."""

from decimal import Decimal

from tests.figures.drawn.numbers import Draw, above_or_below, cents, fixed, percent_full, plain, rounded, tenths


def stipend_terms(draw: Draw) -> str:
    a, b, x, y = [draw.whole(200, 1900) for _ in range(4)]
    s = Decimal(a * 500 + b * 625) / 10000
    u = Decimal(x * 500 + y * 625) / 10000
    return f"家庭经济困难学生生活补助标准为小学每生每学期500元、初中每生每学期625元。春季学期补助小学生{a}人、初中生{b}人，发放{plain(s, 4)}万元；秋季学期补助小学生{x}人、初中生{y}人，发放{plain(u, 4)}万元，全年共发放{plain(s + u, 4)}万元。"


def school_balance(draw: Draw) -> str:
    a = Decimal(draw.randint(480, 560)) / 1000
    b = a - Decimal(draw.randint(20, 120)) / 1000
    k = draw.randint(12, 40)
    m = k - draw.randint(1, 6)
    return f"县域义务教育优质均衡发展稳步推进，小学校际综合差异系数由{fixed(a, 3)}缩小到{fixed(b, 3)}，缩小{fixed(a - b, 3)}。{k}所小学中有{m}所班额全部达标，达标学校比例为{percent_full(m, k, 1)}，其余{k - m}所计划在2024年秋季学期前达标。"


def teacher_train(draw: Draw) -> str:
    g1, g2, g3 = [draw.whole(60, 400) for _ in range(3)]
    n = g1 + g2 + g3
    plan = n - draw.randint(5, 40)
    return f"“国培计划”实际参训教师{n}名，比年初下达的{plan}名多{n - plan}名，其中线上研修{g1}名、集中面授{g2}名、跟岗实践{g3}名，线上研修人数占参训总数的{percent_full(g1, n, 1)}。"


def meal_days(draw: Draw) -> str:
    s = draw.whole(40, 300) * 20
    day = draw.choice([180, 190, 195, 200])
    fund = Decimal(s * day * 5) / 10000
    used = fund - cents(draw, 0.5, 9)
    return f"按每生每天5元、全年{day}天测算，{s}名学生营养膳食补助需{fixed(fund, 2)}万元，上级已足额下达；因寒潮停课等原因，年度实际列支{fixed(used, 2)}万元，其余{fixed(rounded(fund) - rounded(used), 2)}万元结转下年继续用于学生用餐。"


def kindergarten(draw: Draw) -> str:
    tot = draw.whole(4000, 20000)
    pub = tot * draw.randint(52, 60) // 100
    pri = tot - pub
    ph = pri * draw.randint(60, 80) // 100
    return f"全区在园幼儿{tot}人，其中公办园{pub}人、民办园{pri}人；民办园中普惠性民办园{ph}人。公办园在园幼儿占比{percent_full(pub, tot)}，普惠性幼儿园（含公办园）覆盖率{percent_full(pub + ph, tot)}，分别比省定标准50%和80%{above_or_below(pub, tot, 50)}、{above_or_below(pub + ph, tot, 80)}。"


def vaccine(draw: Draw) -> str:
    n = draw.whole(3000, 30000)
    a = n - draw.randint(20, 400)
    b = a - draw.randint(20, 400)
    x = b - draw.randint(100, 900)
    return f"60岁以上老年人应接种{n}人，已接种第一剂{a}人，已全程接种{b}人，已完成加强免疫{x}人，三项指标占应接种人数的比例依次为{percent_full(a, n)}、{percent_full(b, n)}和{percent_full(x, n)}。"


def medical_pay(draw: Draw) -> str:
    fund, big, aid, own = [cents(draw, 100, 900), cents(draw, 20, 90), cents(draw, 5, 40), cents(draw, 50, 400)]
    t = fund + big + aid + own
    return f"救助对象住院总费用{fixed(t)}万元，由基本医保统筹基金支付{fixed(fund)}万元、大病保险支付{fixed(big)}万元、医疗救助支付{fixed(aid)}万元，个人负担{fixed(own)}万元，综合报销比例为{percent_full(t - own, t)}，个人负担比例为{percent_full(own, t)}。"


def beds(draw: Draw) -> str:
    pop = tenths(draw, 30, 95)
    bed = draw.whole(1500, 6000)
    doc = draw.whole(700, 3000)
    return f"年末全县常住人口{fixed(pop, 1)}万人，医疗卫生机构床位{bed}张，执业（助理）医师{doc}人，每千人口拥有床位{fixed(Decimal(bed) / (pop * 10))}张、执业（助理）医师{fixed(Decimal(doc) / (pop * 10))}人。"


def screen(draw: Draw) -> str:
    task = draw.whole(2000, 9000)
    a = task + draw.randint(10, 300)
    s = draw.randint(40, 200)
    cf = draw.randint(3, 30)
    return f"农村妇女“两癌”检查任务数为{task}人，实际检查{a}人，任务完成率{percent_full(a, task, 1)}；检出可疑病例{s}例，可疑检出率{percent_full(s, a)}，经确诊{cf}例，确诊病例均已转诊治疗，转诊率100%。"


def first_aid(draw: Draw) -> str:
    n = draw.whole(4000, 30000)
    y = draw.randint(700, 1000)
    x = y - draw.randint(20, 120)
    return f"急救中心全年出车{n}次，日均出车{fixed(Decimal(n) / 365, 1)}次，平均急救反应时间{x // 60}分{x % 60}秒，较上年的{y // 60}分{y % 60}秒缩短{y - x}秒。"


def family_doctor(draw: Draw) -> str:
    pop = draw.whole(100000, 300000)
    s = pop * draw.randint(30, 55) // 100 + draw.randint(0, 99)
    k = draw.whole(10000, 30000)
    ks = k * draw.randint(75, 95) // 100
    return f"家庭医生签约居民{s:,}人，签约率{percent_full(s, pop, 1)}（服务辖区常住人口{pop:,}人）；重点人群{k:,}人中已签约{ks:,}人，签约率{percent_full(ks, k, 1)}。"


def dibao_standard(draw: Draw) -> str:
    a = draw.randint(50, 70) * 10
    b = a + draw.randint(2, 9) * 10
    x = draw.randint(38, 46) * 10
    y = x + draw.randint(2, 9) * 10
    return f"自2022年7月1日起，城市低保标准由每人每月{a}元提高至{b}元，增幅{percent_full(b - a, a)}；农村低保标准由每人每月{x}元提高至{y}元，增幅{percent_full(y - x, x)}，城乡标准之比由{fixed(Decimal(a) / x)}∶1变为{fixed(Decimal(b) / y)}∶1。"


def age_allow(draw: Draw) -> str:
    n = [draw.whole(300, 3000), draw.whole(50, 300), draw.whole(3, 40)]
    m = n[0] * 50 + n[1] * 100 + n[2] * 500
    return f"高龄津贴按80至89周岁每人每月50元、90至99周岁每人每月100元、100周岁及以上每人每月500元执行，12月当月发放对象分别为{n[0]}人、{n[1]}人和{n[2]}人，当月发放{m:,}元。"


def beds_elder(draw: Draw) -> str:
    a = draw.whole(500, 3000)
    add = draw.randint(20, 200)
    off = draw.randint(5, 60)
    use = (a + add - off) * draw.randint(40, 70) // 100
    return f"全市养老机构年初有床位{a}张，当年新增{add}张，因机构关停核减{off}张，年末为{a + add - off}张；年末入住老人{use}人，床位使用率{percent_full(use, a + add - off, 1)}。"


def disabled_tier(draw: Draw) -> str:
    a, b = (draw.whole(200, 1800), draw.whole(200, 1800))
    return f"重度残疾人护理补贴分两档发放：一级残疾每人每月120元，二级残疾每人每月80元。本年度12个月人数稳定，一级{a}人、二级{b}人，全年发放{fixed(Decimal((a * 120 + b * 80) * 12) / 10000, 3)}万元，社会化发放率100%。"


def orphans(draw: Draw) -> str:
    a, b = (draw.randint(3, 20), draw.randint(10, 80))
    return f"年末在册孤儿{a + b}名，其中福利机构集中养育{a}名、社会散居{b}名；集中养育标准每人每月1,800元，散居标准每人每月1,300元，12月份共发放基本生活费{a * 1800 + b * 1300:,}元。"


def traffic(draw: Draw) -> str:
    y = [draw.randint(300, 900), draw.randint(40, 120), draw.randint(300, 900)]
    x = [v - draw.randint(3, v // 4) for v in y]
    return f"全年发生道路交通亡人及伤人事故{x[0]}起，死亡{x[1]}人，受伤{x[2]}人，与上年的{y[0]}起、{y[1]}人、{y[2]}人相比，分别下降{percent_full(y[0] - x[0], y[0], 1)}、{percent_full(y[1] - x[1], y[1], 1)}、{percent_full(y[2] - x[2], y[2], 1)}。"


def fraud(draw: Draw) -> str:
    la = draw.randint(500, 1500)
    lb = draw.randint(200, 450)
    a = la - draw.randint(20, 200)
    b = lb + draw.randint(10, 90)
    b = min(b, a - 20)
    return f"电信网络诈骗立案{a}起，上年为{la}起，降幅{percent_full(la - a, la, 1)}；破案{b}起，破案率{percent_full(b, a, 1)}，上年破案率为{percent_full(lb, la, 1)}；止付冻结涉案资金{fixed(cents(draw, 1, 9))}亿元，返还群众{fixed(cents(draw, 100, 900))}万元。"


def camera(draw: Draw) -> str:
    k = draw.randint(300, 1500)
    off = draw.randint(1, k // 25)
    u = draw.randint(3, 9)
    return f"新建视频监控点位{k}个，已接入平台并在线{k - off}个，在线率{percent_full(k - off, k)}，高于合同约定的95%；每个点位年租赁费{u}00元，按在线点位结算租赁费{fixed(Decimal((k - off) * u * 100) / 10000, 2)}万元。"


def legal_aid(draw: Draw) -> str:
    a, b, x = [draw.whole(50, 600) for _ in range(3)]
    o = draw.randint(20, 200)
    return f"法律援助中心办理刑事案件{a}件、民事案件{b}件、行政案件{x}件，三类案件合计{a + b + x}件；受援人中农民工{o}人、少数民族群众{o // 3}人、残疾人{o // 4}人（同一受援人可同时计入多类）。"


def mediate(draw: Draw) -> str:
    n = draw.whole(800, 5000)
    ok = n * draw.randint(55, 80) // 100 + draw.randint(0, 9)
    jc = ok * draw.randint(20, 50) // 100
    ld = draw.randint(55, 80)
    nd = ld - draw.randint(2, 15)
    return f"诉前委派调解{n}件，调解成功{ok}件，成功率{percent_full(ok, n)}，其中申请司法确认{jc}件，占调解成功案件的{percent_full(jc, ok)}。一审案件平均审理天数{nd}天，同比缩短{ld - nd}天。"


def rain(draw: Draw) -> str:
    n = tenths(draw, 600, 1100)
    v = n + tenths(draw, 20, 200)
    w = n - tenths(draw, 20, 200)
    return f"全市平均年降水量{fixed(v, 1)}毫米，比常年值{fixed(n, 1)}毫米偏多{percent_full(v - n, n, 1)}；其中主汛期降水集中，最大单站年降水量{fixed(v + tenths(draw, 50, 300), 1)}毫米，最小单站年降水量{fixed(w, 1)}毫米。"


def reservoir(draw: Draw) -> str:
    a, b, x = (draw.randint(1, 4), draw.randint(5, 20), draw.randint(40, 150))
    s = a + b + x
    k = draw.randint(20, x - 5)
    return f"全市{s}座水库（大型{a}座、中型{b}座、小型{x}座）全部落实安全度汛责任人，责任人到岗率100%；其中{k}座小型水库完成雨水情测报设施建设，占小型水库总数的{percent_full(k, x, 1)}。"


def irrigate(draw: Draw) -> str:
    a = tenths(draw, 3, 20)
    b = a * Decimal(draw.randint(3, 6)) / 10
    u = Decimal(draw.randint(520, 560)) / 1000
    v = u + Decimal(draw.randint(5, 30)) / 1000
    return f"灌区续建配套项目恢复灌溉面积{fixed(b)}万亩，改善灌溉面积{fixed(a, 1)}万亩（两者不重复计算），受益面积共{fixed(a + b)}万亩；农田灌溉水有效利用系数由{fixed(u, 3)}提升至{fixed(v, 3)}。"


def water_price(draw: Draw) -> str:
    v = draw.whole(100, 900)
    p = draw.choice([Decimal("1.85"), Decimal("2.35"), Decimal("2.6")])
    x = draw.whole(5, 40)
    return f"全年供水{v}万立方米，居民水价每立方米{fixed(p)}元，应收水费{fixed(v * p)}万元，实收{fixed(v * p - x)}万元，水费回收率{percent_full(v * p - x, v * p)}，尚欠{x}万元正在催缴。"


def bridge(draw: Draw) -> str:
    n = draw.randint(8, 30)
    m = n - draw.randint(1, 4)
    L = draw.whole(300, 1500)
    l = L * m // n
    return f"年度危旧桥梁改造任务{n}座、{L}延米，截至12月20日完工{m}座、{l}延米，按座数计完成{percent_full(m, n, 1)}，按延米计完成{percent_full(l, L, 1)}，余下{n - m}座受冬季低温影响，预计2023年4月底前完工。"


def bus(draw: Draw) -> str:
    n = draw.whole(300, 1500)
    e = n * draw.randint(60, 95) // 100
    k = draw.randint(20, 100)
    u = cents(draw, 40, 90)
    return f"更新公交车{k}辆，单车采购价{fixed(u)}万元，采购总价{fixed(k * u)}万元。更新后公交车辆总数{n}辆，新能源车{e}辆，占比{percent_full(e, n, 1)}，其余{n - e}辆为清洁燃料车。"


def freight(draw: Draw) -> str:
    a = draw.whole(2000, 9000)
    x = draw.randint(50, 500)
    b = draw.whole(500, 1900)
    y = draw.randint(5, 80)
    return f"完成货运量{a + x}万吨，同比增长{percent_full(x, a, 1)}；完成客运量{b - y}万人次，同比下降{percent_full(y, b, 1)}（上年货运量{a}万吨、客运量{b}万人次）。"


def ferry(draw: Draw) -> str:
    k = draw.randint(5, 20)
    a = draw.randint(2, k - 1)
    s = draw.randint(3, 8)
    return f"对{k}处渡口分类补助，{a}处义务渡口每处每年补助{s}万元，{k - a}处收费渡口每处每年补助{s - 1}万元，应补{a * s + (k - a) * (s - 1)}万元，已于9月30日前全部兑付到位。"


def grain(draw: Draw) -> str:
    a = tenths(draw, 20, 90)
    y = tenths(draw, 380, 560)
    la = a - tenths(draw, 0.1, 1.5)
    return f"粮食播种面积{fixed(a, 1)}万亩，比上年增加{fixed(a - la, 1)}万亩；平均亩产{fixed(y, 1)}公斤，总产量{fixed(a * y / 1000)}万吨，完成省下达面积任务{fixed(la, 1)}万亩的{percent_full(a, la, 1)}。"


def land_subsidy(draw: Draw) -> str:
    a = tenths(draw, 10, 60)
    u = draw.randint(80, 120)
    need = a * u
    cen = rounded(need * Decimal(draw.randint(80, 95)) / 100, 0)
    return f"经核定，耕地地力保护补贴面积{fixed(a, 1)}万亩，每亩补贴{u}元，需资金{fixed(need)}万元。中央资金安排{fixed(cen, 0)}万元，不足的{fixed(need - cen)}万元由上年结余资金弥补。"


def fire_rate(draw: Draw) -> str:
    ar = tenths(draw, 5, 30)
    bt = tenths(draw, 0.5, 20)
    return f"全年森林火灾受害面积{fixed(bt, 1)}公顷，全市森林面积{fixed(ar, 1)}万公顷，森林火灾受害率{fixed(bt / (ar * 10000) * 1000, 3)}‰，远低于0.9‰的控制目标。"


def pest(draw: Draw) -> str:
    a = tenths(draw, 5, 30)
    m = draw.randint(60, 90)
    fz = rounded(a * m / 100, 2)
    w = rounded(fz * Decimal(draw.randint(82, 95)) / 100, 2)
    return f"林业有害生物发生面积{fixed(a)}万亩，防治面积{fixed(fz)}万亩，防治率{percent_full(fz, a, 1)}，其中无公害防治{fixed(w)}万亩，无公害防治率{percent_full(w, fz, 1)}，分别以发生面积和防治面积为基数计算。"


def machine(draw: Draw) -> str:
    a, b, x = (draw.randint(10, 90), draw.randint(10, 90), draw.randint(5, 40))
    t = [Decimal("1.2"), Decimal("2.5"), Decimal("0.8")]
    s = a * t[0] + b * t[1] + x * t[2]
    return f"农机购置补贴按机型定额补助：旋耕机每台1.2万元，补助{a}台；拖拉机每台2.5万元，补助{b}台；插秧机每台0.8万元，补助{x}台，以上三种机型共补助{a + b + x}台、{fixed(s, 1)}万元。"


def pig(draw: Draw) -> str:
    a = draw.whole(20, 90)
    b = tenths(draw, 1, 1.9)
    k = draw.randint(40, 300)
    return f"生猪出栏{a}万头、年末存栏{fixed(a * Decimal('0.6'), 1)}万头，能繁母猪存栏{fixed(b, 1)}万头；无害化处理病死猪{k * 10}头，每头补助80元，共兑付{fixed(Decimal(k * 800) / 10000)}万元。"


def village_range(draw: Draw) -> str:
    k = draw.randint(8, 40)
    s = k * draw.randint(25, 40) + draw.randint(1, 9)
    return f"和美乡村建设按照每村20万元至50万元不等的标准给予奖补，{k}个行政村共获奖补{s}万元，平均每村{fixed(Decimal(s) / k)}万元，资金于年底前全部拨付到乡镇财政所。"


def library(draw: Draw) -> str:
    a = draw.whole(20, 90)
    n = draw.randint(5000, 30000)
    x = draw.randint(20, 45)
    o = draw.randint(200, 900)
    return f"图书馆新购图书{n:,}册，码洋{fixed(Decimal(n * x) / 10000)}万元，册均{x}元；剔旧{o}册后，馆藏总量净增{n - o:,}册。全年接待读者{a}.{draw.randint(1, 9)}万人次，其中少年儿童近{a // 4 + 1}万人次。"
