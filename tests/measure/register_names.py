"""Composes sentences whose numerals are no quantity: document numbers, headings, phones, roads, models, phrases."""

from collections.abc import Callable
from random import Random

from tests.measure.printed_numbers import small, wide
from tests.measure.register_words import PHRASES, listed

_AGENCIES = listed("财预 财社 财教 云财绩 江府办 东发改 水利函 卫健规")
_TITLES = listed("部门概况 产出指标完成情况 资金使用管理 存在的问题 下一步措施")
_LEFT_RIGHT = ("\u3014\u3015", "[]", "\uff3b\uff3d", "【】", "﹝﹞")


def document_number(random: Random) -> str:
    left, right = random.choice(_LEFT_RIGHT)
    number = f"{random.choice(_AGENCIES)}{left}{random.randint(2010, 2026)}{right}{random.randint(1, 400)}号"
    return random.choice((f"依据{number}文件执行。", f"《关于下达专项经费的通知》（{number}）", f"文号：{number}"))


def article(random: Random) -> str:
    number = random.randint(1, 120)
    shown = random.choice((small(number), str(number)))
    return random.choice(
        (
            f"按照第{shown}条办理。",
            f"违反第{shown}款规定的不予支持。",
            f"参见第{shown}章。",
            f"第{shown}批次之外",
            f"第{shown}届运动会",
        )
    )


def heading(random: Random) -> str:
    order = random.randint(1, 10)
    title = random.choice(_TITLES)
    return random.choice(
        (
            f"{small(order)}、{title}",
            f"（{small(order)}）{title}",
            f"{order}.{title}",
            f"（{order}）{title}",
            f"{order}、{title}",
            f"{order}.{random.randint(1, 9)} {title}",
            f"{order}.{random.randint(1, 9)}.{random.randint(1, 9)} {title}",
            f"{wide(str(order))}．{title}",
        )
    )


def phone(random: Random) -> str:
    area, line = random.randint(10, 999), random.randint(2_000_000, 88_999_999)
    mobile = f"1{random.randint(3, 9)}{random.randint(0, 10**9 - 1):09}"
    return random.choice(
        (
            f"联系电话：0{area}-{line}",
            f"咨询电话0{area}-{line}。",
            f"手机：{mobile}",
            f"联系人手机{mobile}",
            f"传真：0{area}-{line}",
            f"邮编：{random.randint(100_000, 699_999)}",
            f"拨打{random.choice(('12345', '12315', '12369'))}热线。",
        )
    )


def code(random: Random) -> str:
    number = random.randint(1, 999)
    return random.choice(
        (
            f"合同编号：HT-{random.randint(2015, 2025)}-{number:03}",
            f"指标代码A{number}。",
            f"统一社会信用代码：1144{random.randint(0, 9**9):010}MB2",
            f"执行GB/T {random.randint(1000, 60000)}-{random.randint(2000, 2023)}标准。",
            f"系统升级到V{random.randint(1, 9)}.{random.randint(0, 9)}版本。",
            f"采用ISO{random.choice((9001, 14001, 27001))}体系。",
            f"设备型号：XK-{number}B",
            f"案号（{random.randint(2015, 2025)}）云01民终{number}号。",
            f"账号：6222{random.randint(0, 10**12):013}",
        )
    )


def road(random: Random) -> str:
    number = random.randint(1, 400)
    return random.choice(
        (
            f"养护G{number}国道。",
            f"S{number}省道改造工程。",
            f"{number}国道沿线整治。",
            f"地址：建设路{number}号。",
            f"位于新华街{number}号院。",
            f"会议在{number}室召开。",
        )
    )


def model(random: Random) -> str:
    return random.choice(
        (
            f"推进{random.choice((4, 5, 6))}G网络覆盖。",
            f"PM{random.choice(('2.5', '10'))}治理成效明显。",
            f"采用A{random.randint(3, 4)}纸印制。",
            f"应对COVID-{random.choice((19, 20))}疫情。",
            f"建成“{random.randint(1, 3)}+{random.randint(2, 9)}+N”体系。",
            f"实行7×{random.choice((12, 24))}小时服务。",
            f"打造{random.randint(2, 5)}A级景区。",
        )
    )


def ordinal(random: Random) -> str:
    number = random.randint(1, 30)
    shown = random.choice((small(number), str(number)))
    return random.choice(
        (
            f"在全市考核中排名第{shown}。",
            f"获得第{shown}名。",
            f"位列全省第{shown}位。",
            f"见附件{number}。",
            f"详见表{number}。",
            f"如图{number}所示。",
            f"详见表{number}-{random.randint(1, 9)}。",
            f"列第{shown}。",
        )
    )


def clock(random: Random) -> str:
    hour, minute = random.randint(7, 20), random.randint(10, 59)
    return random.choice(
        (
            f"会议于上午{hour}:{minute}开始。",
            f"下午{hour % 12 + 1}时{minute}分结束。",
            f"{hour}:{minute}—{hour + 2}:{minute}值班。",
            f"早上{hour % 12 + 1}点集合。",
        )
    )


def phrase(random: Random) -> str:
    return f"{random.choice(PHRASES)}。"


NAME_FAMILIES: tuple[Callable[[Random], str], ...] = (
    document_number,
    article,
    heading,
    phone,
    code,
    road,
    model,
    ordinal,
    clock,
    phrase,
)
