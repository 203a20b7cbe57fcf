"""Money in running text → the whole, its parts by partition, and money that is counted across it."""

from tests.builders import document, paragraph
from toolkit.extract.money.spending import read_spending
from toolkit.model.record import BudgetRow


def _rows(*texts: str) -> list[tuple[str | None, str | None, str | None, str | None, str | None, str | None]]:
    found = read_spending(document(*(paragraph(text, number) for number, text in enumerate(texts, 1)))).budget
    return [_shown(row) for row in found]


def _shown(row: BudgetRow) -> tuple[str | None, str | None, str | None, str | None, str | None, str | None]:
    values = (row.label, row.original_budget, row.revised_budget, row.actual_expenditure, row.execution_rate)
    return (*(None if cited is None else cited.quote for cited in values), row.partition)  # type: ignore[return-value]


def test_whole_in_one_sentence() -> None:
    assert _rows("2022年年初预算500.00万元，调整后预算480.00万元，实际支出475.20万元，预算执行率99.00%。") == [
        (None, "500.00万元", "480.00万元", "475.20万元", "99.00%", None)
    ]


def test_parts_by_named_partitions() -> None:
    rows = _rows(
        "全年预算数900万元。按资金性质，包括：一般公共预算800万元，政府性基金100万元；按支出类型，包括：基本支出300万元，项目支出600万元。",
        "全年执行数880万元，执行率97.78%。按资金性质，包括：一般公共预算785万元，政府性基金95万元。",
    )
    assert rows == [
        (None, None, "900万元", "880万元", "97.78%", None),
        ("一般公共预算", None, "800万元", "785万元", None, "按资金性质"),
        ("政府性基金", None, "100万元", "95万元", None, "按资金性质"),
        ("基本支出", None, "300万元", None, None, "按支出类型"),
        ("项目支出", None, "600万元", None, None, "按支出类型"),
    ]


def test_nested_parts_belong_to_their_part() -> None:
    found = read_spending(
        document(
            paragraph(
                "全年实际支出400万元，执行率100%，其中：基本支出250万元，包括人员经费200万元、公用经费50万元；项目支出150万元。"
            )
        )
    ).budget
    assert [(row.label and row.label.quote, row.parent) for row in found] == [
        (None, None),
        ("基本支出", "whole"),
        ("人员经费", "基本支出"),
        ("公用经费", "基本支出"),
        ("项目支出", "whole"),
    ]


def test_parts_behind_a_word_that_announces_them() -> None:
    assert _rows("全年支出300万元。内含人员支出180万元，项目支出120万元。") == [
        (None, None, None, "300万元", None, None),
        ("人员支出", None, None, "180万元", None, "其中"),
        ("项目支出", None, None, "120万元", None, "其中"),
    ]


def test_money_counted_across_stands_apart() -> None:
    rows = _rows(
        "全年预算数100万元，全年执行数98万元，执行率98%。",
        "“三公”经费预算20万元，实际支出15万元。其中：公务接待费5万元，公务用车运行维护费10万元。",
        "政府采购预算30万元，实际采购29万元。",
    )
    assert rows[1:] == [
        ("“三公”经费", None, "20万元", "15万元", None, None),
        ("政府采购", None, "30万元", "29万元", None, None),
    ]


def test_amounts_that_are_no_budget() -> None:
    assert (
        _rows(
            "全年带动投资3.2亿元，较上年增加1,200万元。",
            "为企业降低融资成本500万元，项目单位销售收入突破2,000万元。",
            "标准化厂房总投资8,000万元。",
        )
        == []
    )


def test_money_of_one_of_many_is_no_whole() -> None:
    assert _rows("全市亩均到位资金860元。") == []
    told = "全年预算320万元，支出310万元，亩均到位资金860元，户均支出1,200元。"
    assert _rows(told) == [(None, None, "320万元", "310万元", None, None)]


def test_parts_without_a_word_that_announces_them_are_those_that_add_up() -> None:
    told = "调整后预算为90万元。{}基本支出60万元、项目支出30万元。全年支出88.2万元，{}98.00%。"
    parts = [("基本支出", None, "60万元", None, None, "其中"), ("项目支出", None, "30万元", None, None, "其中")]
    whole = (None, None, "90万元", "88.2万元", "98.00%", None)
    for words, rate in (
        ("", "执行比例"),
        ("资金来源为：", "支出进度"),
        ("由", "占全年预算的"),
        ("主要是", "完成预算的"),
    ):
        assert _rows(told.format(words, rate)) == [whole, *parts]


def test_amounts_that_do_not_add_up_are_no_parts() -> None:
    (whole,) = _rows("调整后预算为90万元。基本支出60万元、项目支出31万元。全年支出88.2万元，执行率98%。")
    assert whole[1:5] == (None, "90万元", "88.2万元", "98%")


def test_parts_belong_to_the_budget_told_and_not_to_that_it_is_held_against() -> None:
    rows = _rows("全年预算90万元，较年初预算80万元增加10万元。其中：甲项60万元，乙项30万元。全年支出88.2万元。")
    assert rows[1:] == [("甲项", None, "60万元", None, None, "其中"), ("乙项", None, "30万元", None, None, "其中")]


def test_share_of_the_budget_that_a_part_has_is_no_rate() -> None:
    (whole, *_) = _rows("全年支出88.2万元，其中：甲项60万元，占预算的66.67%；乙项28.2万元。")
    assert whole[4] is None


def test_budgets_are_known_by_what_is_said_not_by_one_wording() -> None:
    spent = "实际支出数：88.2万元；预算执行率：98.00%。"
    for told in (
        "年初预算：80万元；追加：10万元；全年预算：90万元。",
        "部门预算由年初的80万元调增至90万元，调增10万元。",
        "年初财政批复部门2023年预算80万元。年度中追加10万元，全年预算90万元。",
        "部门预算在年初80万元的基础上追加10万元，达到90万元。",
        "部门年初预算总额80万元；执行中核增预算总额10万元；全年预算总额90万元。",
        "部门预算由财政足额批复，年初数80万元，全年数90万元。",
        "年初核定部门预算80万元，执行中调整为90万元。",
    ):
        (whole,) = _rows(told + spent)
        assert whole[1:5] == ("80万元", "90万元", "88.2万元", "98.00%"), told


def test_money_is_spent_in_many_words_and_what_was_not_is_no_spending() -> None:
    for told in (
        "当年实际支用88.2万元",
        "全年完成支付88.2万元",
        "年内累计开支88.2万元",
        "资金执行数88.2万元",
        "实际拨付88.2万元",
    ):
        (whole,) = _rows(f"全年预算90万元，{told}，执行率98%。未执行金额为1.8万元。")
        assert whole[2:5] == ("90万元", "88.2万元", "98%"), told
    assert _rows("全年预算90万元，未支付1.8万元。") == []
    (whole,) = _rows("全年预算90万元，实际拨付88.2万元，拨付率98%。")
    assert whole[3] is None


def test_parts_are_announced_in_many_words() -> None:
    for words in ("组成情况：", "划分为", "具体构成如下：", "按资金来源分：", "由以下几项构成：", "（其中：", "用途："):
        rows = _rows(f"全年预算90万元。{words}甲项60万元，乙项30万元。全年支出88.2万元。")
        assert [(row[0], row[2]) for row in rows[1:]] == [("甲项", "60万元"), ("乙项", "30万元")], words


def test_parts_told_behind_another_whole_are_none_of_the_first() -> None:
    rows = _rows(
        "2022年安排维修养护费435万元，实际支出428.6万元。",
        "支出合计2,301.15万元，其中基本支出1,486.35万元，项目支出814.80万元。",
    )
    assert [row[0] for row in rows] == [None]
    again = _rows("全年实际支出2,301.51万元。", "支出合计2,301.15万元，其中基本支出1,486.35万元，项目支出814.80万元。")
    assert [row[0] for row in again] == [None, "基本支出", "项目支出"], "a misprint of the whole is the whole"


def test_final_account_of_income_is_no_spending() -> None:
    for told in ("收入决算数为3418.62万元；支出决算数为3402.15万元", "决算收入3,418.62万元。决算支出3,402.15万元"):
        (whole, *_) = _rows(f"{told}，其中基本支出1,105.40万元，项目支出2,296.75万元。")
        assert whole[3] is not None and whole[3].replace(",", "") == "3402.15万元", told


def test_change_of_a_budget_is_no_part_of_it() -> None:
    (whole, *parts) = _rows(
        "部门预算由年初的100万元压减到90万元，减少10万元。构成情况：甲项60万元，乙项30万元。全年支出88.2万元。"
    )
    assert whole[1:4] == ("100万元", "90万元", "88.2万元")
    assert [part[0] for part in parts] == ["甲项", "乙项"]


def test_rate_behind_a_count_is_none_of_the_money() -> None:
    (whole,) = _rows(
        "全年预算90万元，实际支出88.2万元。", "目标120名，实际救助132名，完成率110%，支出救助资金26.4万元。"
    )
    assert whole[4] is None


def _of_year(year: int, *texts: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    blocks = (paragraph(text, number) for number, text in enumerate(texts, 1))
    return [_shown(row)[1:5] for row in read_spending(document(*blocks), year).budget if row.id == "whole"]


def test_money_of_another_year_is_left_out() -> None:
    first = "总预算1,080万元，2022年实际支出58.4万元。"
    assert _of_year(2023, first, "当年支出498.6万元，预算执行率94.8%。") == [(None, "1,080万元", "498.6万元", "94.8%")]
    assert _of_year(2023, "2022年预算60万元，2022年实际支出58.4万元。") == [(None, "60万元", "58.4万元", None)]


def test_money_of_several_years_is_left_out_beside_that_of_the_year() -> None:
    over_years = "截至2022年底，累计到位资金1.71亿元，累计支出1.62亿元。"
    told = _of_year(2022, over_years, "2022年年初预算5,600万元，全年支出5,588万元，执行率99.79%。")
    assert told == [("5,600万元", None, "5,588万元", "99.79%")]
    assert _of_year(2022, "全年预算80万元，截至12月底，累计支出76万元。") == [(None, "80万元", "76万元", None)]


def test_the_price_planned_for_a_purchase_is_no_budget_of_the_whole() -> None:
    told = _of_year(
        2022, "年初预算516万元，全年支出567.01万元。", "采购水泵18台，中标总价82.46万元，预算89.6万元，节约7.14万元。"
    )
    assert told == [("516万元", None, "567.01万元", None)]


def test_a_rate_on_another_base_is_not_that_of_the_budget() -> None:
    text = "项目预算2,272万元，已支付2,021.7万元，预算执行率按已支付数与预算数计算为88.98%；按合同价计算的支付率为95%。"
    assert _of_year(2023, text) == [(None, "2,272万元", "2,021.7万元", "88.98%")]
    assert _of_year(2023, "项目预算2,272万元，已支付2,021.7万元，按合同价计算的支付率为95%。")[0][3] is None


def test_what_is_left_is_no_part_of_what_was_spent() -> None:
    text = "全年预算425万元，实际支出395.86万元，其中服务费357.77万元、专家费38.09万元，结余29.14万元交回财政。"
    assert [row[0] for row in _rows(text)] == [None, "服务费", "专家费"]


def test_money_of_three_years_is_no_year_s() -> None:
    text = "截至2023年底三年累计支出6,128.46万元，市级400万元系年初500万元调减100万元后的数，当年执行率91.37%。"
    assert _of_year(2023, text) == [(None, None, None, "91.37%")]


def test_by_how_much_next_year_s_plan_differs_is_no_budget() -> None:
    assert _of_year(2023, "全年支出972.64万元。", "2024年拟安排1,020万元，比2023年调整后计划多35万元。") == [
        (None, None, "972.64万元", None)
    ]


def test_what_a_change_makes_of_the_first_budget_is_the_last_one() -> None:
    (whole,) = _rows("预算在年初1,676万元的基础上压减197万元，为1,479万元。全年支出1,388万元。")
    assert whole[1:4] == ("1,676万元", "1,479万元", "1,388万元")


def test_the_rate_of_all_is_not_that_of_a_part() -> None:
    text = "日常养护支出1,312.4万元，执行率98.0%；养护工程支出1,582.6万元，执行率95.9%；"
    text += "合计支出2,895.0万元，总执行率96.8%。"
    assert _of_year(2022, text) == [(None, None, "2,895.0万元", "96.8%")]


def test_a_principle_names_no_split() -> None:
    text = "按“以收定支、收支两条线”，当年支出3,402.7万元，收大于支83.5万元；连同年初结余412.6万元，累计结余496.1万元。"
    assert [row[0] for row in _rows(text)] == [None]


def test_a_count_between_does_not_hide_that_a_budget_is_the_first() -> None:
    rows = _rows(
        "年初按41,800名学生编列预算4180.00万元，年中调增146.50万元，调整后为4326.50万元，全年支出4326.50万元。"
    )
    assert rows == [(None, "4180.00万元", "4326.50万元", "4326.50万元", None, None)]


def test_what_bodies_have_together_is_the_whole() -> None:
    rows = _rows(
        "局机关预算100万元，支出90万元；下属单位预算200万元，支出190万元。全系统预算300万元，支出280万元，执行率93.33%。"
    )
    assert rows == [
        (None, None, "300万元", "280万元", "93.33%", None),
        ("局机关", None, "100万元", "90万元", None, "其中"),
        ("下属单位", None, "200万元", "190万元", None, "其中"),
    ]


def test_what_was_spent_of_a_part_is_told_behind_it() -> None:
    rows = _rows("资金总额500万元，支出480万元，其中：上级补助300万元，支出290万元；自筹200万元，支出190万元。")
    assert rows == [
        (None, None, "500万元", "480万元", None, None),
        ("上级补助", None, "300万元", "290万元", None, "其中"),
        ("自筹", None, "200万元", "190万元", None, "其中"),
    ]


def test_an_amount_not_reached_is_no_budget() -> None:
    assert _rows("年初预算不足610万元，实际支出592万元。") == [(None, None, None, "592万元", None, None)]


def test_words_in_any_order() -> None:
    for text in (
        "本项目年末预算指标420.60万元，即年初下达400.00万元加年中增拨20.60万元。399.57万元已在2022年底前支付到位，预算执行率95.00%。",
        "年中增拨20.60万元，本项目预算由400.00万元增至420.60万元。预算执行率95.00%，对应支出金额399.57万元。",
        "本项目预算批复数400.00万元，追加指标20.60万元，最终为420.60万元。预算资金中有399.57万元形成实际支出，占比95.00%。",
        "年初预算、调整后预算分别为400.00万元、420.60万元。全年实支399.57万元，折合执行率95.00%。",
    ):
        assert _rows(text) == [(None, "400.00万元", "420.60万元", "399.57万元", "95.00%", None)], text


def test_parts_behind_both_budgets_are_of_the_last() -> None:
    rows = _rows(
        "因任务核减，调减预算20万元，调整后预算180万元，年初预算为200万元。具体为：设备购置100万元，人员培训80万元。",
        "全年实际支出171万元，执行率95%。",
    )
    assert rows[1:] == [
        ("设备购置", None, "100万元", None, None, "其中"),
        ("人员培训", None, "80万元", None, None, "其中"),
    ]


def test_what_is_left_is_no_part() -> None:
    rows = _rows("全年预算100万元，实际支出92万元，执行率92%。其中：甲项50万元，乙项42万元。年末预算未用部分为8万元。")
    assert [row[0] for row in rows] == [None, "甲项", "乙项"]


def test_what_the_papers_show_is_no_partition() -> None:
    for text in (
        "从指标文件看，本部门年初核定预算400.00万元，核查后确认另有追加指标20.60万元，全年预算按420.60万元认定。"
        "从支出情况看，全年实际列支399.57万元，执行率为95.00%。从结转结余看，年末数为21.03万元。",
        "本部门年初预算400.00万元，全年预算420.60万元。全年预算实际执行95.00%，金额为399.57万元。",
    ):
        assert _rows(text) == [(None, "400.00万元", "420.60万元", "399.57万元", "95.00%", None)], text


def test_what_two_amounts_make_together_is_no_part_of_the_first() -> None:
    rows = _rows("每人发放900元，每户发放1,800元，支出160,200元和9,000元，两项共计16.92万元。")
    assert "两项" not in {label for label, *_ in rows}


def test_what_is_told_of_the_year_before_and_in_closed_brackets_is_neither_part_nor_apart() -> None:
    rows = _rows(
        "年初预算80万元，追加26万元（调资及压减会议费后重新安排），全年预算106万元，其中当年安排90万元，比上年84万元增加6万元。",
        "上年三公经费9.6万元。全年支出100万元，执行率94.34%。",
    )
    assert rows == [
        (None, "80万元", "106万元", "100万元", "94.34%", None),
        ("当年安排", None, "90万元", None, None, "其中"),
    ]


def test_what_was_spent_and_what_was_not_are_no_parts_of_the_budget() -> None:
    rows = _rows("全年预算184.5万元。截至12月31日支出150.3万元，执行率81.46%，未支出34.2万元。")
    assert rows == [(None, None, "184.5万元", "150.3万元", "81.46%", None)]


def test_what_was_left_closes_a_list_of_parts() -> None:
    rows = _rows(
        "2024年全年预算数386.45万元，场馆维护经费226.30万元、赛事活动经费150.15万元、结余资金10.00万元，预算执行率97.41%。"
    )
    assert [(row[0], row[2]) for row in rows[1:]] == [
        ("场馆维护经费", "226.30万元"),
        ("赛事活动经费", "150.15万元"),
        ("结余资金", "10.00万元"),
    ]


def test_money_and_rate_added_up_over_the_years_are_not_the_years() -> None:
    rows = read_spending(
        document(
            paragraph("三年累计安排资金900万元，累计支出855万元，累计支出进度95.00%。", 1),
            paragraph("2024年预算300万元，当年到位300万元，支出276万元，执行率92.00%。", 2),
        ),
        2024,
    ).budget
    assert [_shown(row) for row in rows] == [(None, None, "300万元", "276万元", "92.00%", None)]


def test_parts_by_use_in_a_sentence_of_their_own_are_of_the_whole_and_prices_are_no_parts() -> None:
    rows = _rows(
        "全年支出248万元，其中财政拨款支出180万元、专项债券支出68万元。"
        "分用途看：校舍修缮195万元（6,500平方米，每平方米300元），场地改造53万元（2处，处均26.5万元）。"
    )
    assert [(label, spent) for label, _, _, spent, _, _ in rows] == [
        (None, "248万元"),
        ("财政拨款支出", "180万元"),
        ("专项债券支出", "68万元"),
        ("校舍修缮", "195万元"),
        ("场地改造", "53万元"),
    ]
    found = read_spending(
        document(
            paragraph("全年支出248万元，其中财政拨款支出180万元、专项债券支出68万元。分用途看：校舍修缮248万元。", 1)
        )
    ).budget
    assert {row.parent for row in found if row.id != "whole"} == {"whole"}


def test_what_is_to_be_bought_is_no_budget_and_what_it_was_turned_into_is() -> None:
    rows = _rows(
        "年初预算150万元。4个标包采购预算合计150万元，合同金额142.7万元。9月，财政收回7.3万元，项目预算调整为142.7万元。",
        "第1标包，扫描仪，预算68万元，合同价64.8万元。全年支出121.9万元，执行率85.42%。",
    )
    assert rows == [(None, "150万元", "142.7万元", "121.9万元", "85.42%", None)]


def test_what_makes_the_rate_is_what_was_spent_of_the_budget() -> None:
    rows = _rows(
        "全年部门支出合计912.40万元，其中基本支出486.15万元、项目支出426.25万元。",
        "项目年初预算合计448.60万元，未作调整。全年支出426.25万元，执行率95.02%。",
    )
    assert rows == [(None, "448.60万元", None, "426.25万元", "95.02%", None)]


def test_a_further_batch_is_no_budget_and_what_arrived_is_where_it_makes_the_rate() -> None:
    rows = _rows(
        "上级分两批下达补助资金812.00万元，其中提前下达612.00万元、年中下达200.00万元，加上配套共到位846.50万元。",
        "全年支出831.20万元，执行率98.19%。年中下达资金200.00万元到账较晚。",
    )
    assert rows[0] == (None, None, "846.50万元", "831.20万元", "98.19%", None)


def test_an_item_of_the_three_expenses_in_a_paragraph_of_its_own_is_no_whole() -> None:
    rows = _rows(
        "全年预算86.50万元，支出84.20万元，执行率97.34%。",
        "（二）公务用车运行维护费预算9.60万元，决算8.94万元，执行率93.13%。",
    )
    assert rows == [(None, None, "86.50万元", "84.20万元", "97.34%", None)]


def test_what_is_meant_for_something_is_not_what_was_spent() -> None:
    rows = _rows(
        "全年可用资金386.40万元，其中用于育苗的资金142.60万元，占可用资金的36.90%。",
        "累计支出372.10万元，预算执行率96.30%。",
    )
    assert rows[0][3:5] == ("372.10万元", "96.30%")


def test_the_final_account_of_the_income_is_not_what_was_spent() -> None:
    rows = _rows(
        "收入：2023年收入预算26,400.00万元，决算26,006.19万元，完成预算的98.51%。",
        "支出：2023年支出预算26,400.00万元，决算25,590.63万元，执行率96.93%。",
    )
    assert rows[0] == (None, None, "26,400.00万元", "25,590.63万元", "96.93%", None)
