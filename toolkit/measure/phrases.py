"""Words and set phrases with a numeral in them that count nothing: 统一, 十分, 三公, 双随机一公开; data and look-up."""

_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万亿陆伍拾仟玖")
_PHRASES = """
一是 一些 一般 一定 一致 一起 一流 一方面 一体 一旦 一律 一直 一切 一并 一贯 一系列 一批 一共
一带一路 一站式 一线 一揽子 一类 一级 一步 一手 一面 一样 一期 一经 一心 一行 一同 一再 一向 一如
一度 一味 一时 一道 一边 一把手 一把 一条龙 一条心 一窗 一网 一码 一卡通 一张网 一张图 一张表 一盘棋
一岗双责 一事一议 一企一策 一县一 一村一 一镇一 一品 一业 一园 一区 一核 一轴 一廊 一河 一江 一湖
一会 一路 一举 一对一 一百强 一应 一帆 一臂 一目 一日游 一刀切 一票否决 一言 一环 一端 一头 一概
一审 一中全会 一次性 一次验收 一次合格 一次通过 一次成活 一家亲 一以贯之 一老一小 一线城市 一年来 一年级
一段时间 一段时期 一定程度 一等奖
一等 一等功 一件事 一件事一次办 一看 一二三产业 一二季度 一二产业 一产 一小时经济圈 统一 唯一 第一 专一
单一 一个占 一项占 一家占 一类占
同一 合一 归一 逐一 进一步 其一 不一 划一 之一 任一 每一 某一 这一 那一 另一 新一轮 周一 星期一
礼拜一 清一色 一一 一清二楚 一心一意 一门心思 一五一十 一模一样 整齐划一 知行合一 一元化 一个个 一家家 一项项
一步步 一天天 一次次 一个中心 一个样 一二 一八 举一反三 独一无二 一波三折 一块 一番 一片 一股 一阵
一份力 一份子 一员 一生 一世 一种 一名之 一位位 一项重要 一大批 一大 一早 一代 一方 一本 一届
一通百通 一件一 一人一 一户一 一校一 一生一 一街一 一案一 一事一 一企一 一地一 一厂一 双随机一公开
双随机、一公开 双一流 一年一度 一站 一日千里 一米线 一公里外
万一 万众 万科 万物 万象 万达 万宁 万载 万源 万州 万事 万能 万人计划 万元户
数万 几万 上万 万元 万无一失 万象更新
五位一体 五四 五是 五好 五保 五险 五星 五级 五类 五台山 五台县 五指山 五年规划 五年计划 五一 五通 五中全会
五常 五谷 五金 五官 五育 五河 五老 五行 五社 五险一金 五个一 五化 五星级 五年级 周五 星期五 五四运动
五一劳动 五一口号 五个坚持 五五普法 五湖四海 五光十色
三位一体 三是 三公 三农 三重一大 三级 三类 三期 三线 三四季度 三产 三甲 三权 三资 三严 三同时 三同步
三全
三定 三会 三保 三支一扶 三下乡 三维 三角 三峡 三亚 三明 三江 三沙 三门峡 三等 三等奖 三等功 三好
三者 三方 三防 三废 三区 三州 三线一单 三通 三包 三无 三品 三旧 三孩 三胎 三生 三令五申 三年级
三年行动 三中全会 三个代表 三会一课 三查 三审 三改 三化 三同 三新 三高 三供一业 三服务 三百六十行
三十六计 再三 其三 周三 星期三 第三方 不三不四 三聚 三国 三八妇女 三一重工 三品一标 三个务必 三三制
丢三落四 颠三倒四 三番五次 三八红旗 三八国际 三八节
两位一体 两会 两化 两岸 两翼 两业 两高 两江 两湖 两重 两新 两山 两手 两者 两级 两用 两眼 两旁 两侧
两不愁 两个维护 两个确立 两学一做 两癌 两证 两专 两优 两个一百年 两地 两头 两端 两两 两广 两院 两委
两非 两直 两减 两增 两免 两费 两金 两票 斤两 银两 两个一批 两个率先 两个健康 两个毫不动摇 两个文明
二是 二级 二类 二期 二线 二手 二三季度 二三产业 二次 二等 二等奖 二等功 二维 二者 二氧化 二产 二代
二十大 二中全会
二审 二孩 二胎 其二 周二 星期二 接二连三
双十一 十分 十足 十字 十堰 十四五 十三五 十二五 十五五 十一五 十六五 十九大 十八大 十七大 十九届 十是
十佳 十强 十万火急 十一长假 合十 红十字 十亿级 数十 几十 好几十 数十万 几十万 十元店 十全十美 十一假期
十一黄金周 十一期间 十一国庆
双百 百姓 百强 百货 百年 百科 百色 百花 百分制 百日 百佳 百业 百度 百万富翁 百家姓 百货店 百分点
百折 数百 几百 上百 百万级 百亿级 数百万 几百万 百元 百里挑一 百花齐放
四是 四川 四风 四级 四类 四期 四线 四化 四平 四方 四个全面 四个意识 四个自信 四上 四下 四中全会 四季
四周 四处 四肢 四项基本 四好 四议两公开 四早 四新 四不两直 四同 四清 四有 四史 四书 四海 四面
四化同步 周四 星期四 其四 四个一批 四个最严 四通八达 八方 四面八方 四舍五入
六是 六稳 六保 六安 六盘水 六一 六级 六中全会 六合 六类 六和 六税 六年级 周六 星期六 六一儿童
六五普法
七是 七一 七夕 七台河 七类 七十周年 七中全会 七匹狼 七五普法 七上八下 七拼八凑
八是 八一 八达 八宝 八股 八卦 八成新 八一建军 八五普法 八项规定
九是 九江 九寨 九州 九个一 九年义务 九三学社 重九 九二共识 九牛一毛
千亿级 千万级 千兆 千方百计 千家万户 千岛 千年 千古 千秋 千人计划 千人计画 千企
数千 几千 上千 成千上万 秋千 千钧 千差 千里 千千万万 数千万 千元 千瓦 千米 千克 千伏 千卡 千载难逢
亿万 数亿 几亿 上亿 亿元
陆地 陆续 陆海 陆空 陆路 大陆 登陆 着陆 内陆 陆军 陆河 陆丰
伍仁 伍的 退伍 队伍 入伍
收拾 拾取 拾起 朝花夕拾 拾遗 拾荒
伯仟
玖龙
零售 零星 零距离 零散 零部件 零件 零工 零排放 零碳 零就业 零容忍 零跑 零报告 归零 清零 零门槛 零延误
零报批 零差错 零投诉 零事故 零用 零花 飘零 零食 零增长 零基预算 零基 零起步 零时 零碎
"""


# Where one of these follows, the words are no phrase: 十分之一, 三公里, 四平方米, 每周一次, 三期培训.
_NOT_BEFORE = {
    "十分": "之钟",
    "三公": "里斤分顷",
    "四平": "方",
    "四季": "度",
    **dict.fromkeys(("周一", "周二", "周三", "周四", "周五", "周六"), "次个场期轮"),
    "两公": "里斤顷",
    "三元": "整",
    **dict.fromkeys(("一期", "二期", "三期", "四期"), "培讲班简专"),
    **dict.fromkeys(("三方", "四方"), "面"),
    "两眼": "机井水泉",
    "两头": "生猪牛羊驴马奶肉",
    "四处": "隐水点场工遗景",
    "单一": "次份",
    "合一": "次份",
}
_SCALES = frozenset("十百千万亿")


def _index(phrases: list[str]) -> dict[str, list[tuple[int, str]]]:
    """By the first numeral and its neighbour: how far before it the phrase begins, and the phrase; longest first."""
    table: dict[str, list[tuple[int, str]]] = {}
    for phrase in phrases:
        offset = next(place for place, char in enumerate(phrase) if char in _NUMERALS)
        neighbour = f">{phrase[1:2]}" if offset == 0 else f"<{phrase[offset - 1]}"
        table.setdefault(phrase[offset] + neighbour, []).append((offset, phrase))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[1]), entry[1]))
    return table


_INDEX = _index(_PHRASES.split())


def end_of_phrase(text: str, start: int) -> int | None:
    """End of the set phrase whose first numeral stands at `start` of folded text; None where there is none."""
    char = text[start]
    ahead, behind = text[start - 1 : start] if start else "", text[start + 1 : start + 2]
    for key in (f"{char}<{ahead}", f"{char}>{behind}"):
        for offset, phrase in _INDEX.get(key, ()):
            end = start - offset + len(phrase)
            if (
                start >= offset
                and text.startswith(phrase, start - offset)
                and not _goes_on(phrase, text[end : end + 1])
            ):
                return end
    return None


def _goes_on(phrase: str, following: str) -> bool:
    """Whether the text goes on so that the phrase is none: 订单一万份, 十分之一, 八一折."""
    if phrase[-1] in _NUMERALS and following in _SCALES and following:
        return True
    if following == "折" and all(char in _NUMERALS for char in phrase):
        return True  # 八一折
    return bool(following) and following in _NOT_BEFORE.get(phrase, "")
