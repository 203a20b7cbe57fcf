"""Seed, split and system → the facts of one report: money that adds up, lines scored by the system's rule."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Final

from toolkit.corpus.facts import COLUMNS, Amounts, Facts, Funds, Goal, Line, Merit, Part, Tally
from toolkit.corpus.goals import draw_goal, due, fixed_goal, loss_categories
from toolkit.corpus.grammar import Phrasebook, Split, phrasebook
from toolkit.corpus.lexicon import Entry, Kind, kinds, places
from toolkit.corpus.losses import Losses
from toolkit.corpus.systems import Fixed, Group, Item, System

_CENT: Final = Decimal("0.01")
_PARTITIONS: Final = {
    "project": (("按资金来源", ("财政拨款", "上年结转资金", "其他资金")),),
    "department": (
        ("按支出用途", ("基本支出", "项目支出")),
        ("按支出用途", ("人员支出", "日常公用支出", "项目支出")),
    ),
}


def compose(split: Split, system: System, chance: Random) -> Facts:
    """One report's facts. The same chance gives the same facts on every machine."""
    book = phrasebook(split)
    kind = chance.choice(kinds(split))
    city, county = chance.choice(places(split))
    year = chance.choice(system.years)
    losses = Losses(book, chance, kind)
    lines = tuple(line for group in system.groups for line in _group(group, system, kind, year, losses, chance))
    body = chance.choice(kind.bodies)
    used = sorted({reason.category for line in lines for reason in line.reasons})
    merits = _merits(system, book, year, chance)
    staff = chance.randint(24, 300)
    officials = chance.randint(8, staff - 8)
    sent = chance.randint(120, 900)
    before = Decimal(chance.randint(2000, 90000)) / 100
    return Facts(
        year=year,
        city=city,
        county=county,
        body=body,
        kind=kind.name,
        project=chance.choice(kind.projects) if system.kind == "project" else None,
        system=system,
        funds=_funds(system, chance),
        lines=lines,
        merits=merits,
        staff=Tally(staff, (("行政人员", officials), ("事业人员", staff - officials)), "人员", "人"),
        survey=(sent, sent - chance.randint(0, sent // 8)),
        growth=(*_growing(kind, lines, chance), before, (before * chance.randint(1010, 1300) / 1000).quantize(_CENT)),
        duties=tuple(chance.sample(kind.duties, min(3, len(kind.duties)))),
        works=tuple(chance.sample(kind.works, chance.randint(3, min(5, len(kind.works))))),
        problems=tuple(losses.problem(category) for category in used[:3]) or (losses.problem("D7"),),
        measures=tuple(losses.measure(category) for category in used[:3]) or (losses.measure("D7"),),
    )


def _group(group: Group, system: System, kind: Kind, year: int, losses: Losses, chance: Random) -> Sequence[Line]:
    if group.fields:
        names = chance.sample(kind.fields, chance.randint(3, min(5, len(kind.fields))))
        points = share_out(group.points, len(names), chance)
        items = tuple(
            Item(name, worth, categories=("D9", "D10", "D11", "D13")) for name, worth in zip(names, points, strict=True)
        )
    else:
        items = group.items
    if all(not item.draw for item in items):
        return [line for item in items for line in _item(group, item, system, year, losses, chance)]
    return _drawn(group, items, system, kind, year, losses, chance)


def _item(group: Group, item: Item, system: System, year: int, losses: Losses, chance: Random) -> list[Line]:
    """The lines of a level-2 group that the system names itself, or that group as the scored line."""
    if item.fixed:
        return [_fixed(group, item, line, system, losses, chance) for line in item.fixed]
    lost = chance.random() < 0.55
    reasons, loss = losses.named(item.categories, item.points, chance) if lost else ((), Decimal(0))
    return [Line(item.name, group.name, None, item.points, item.points - loss, None, reasons)]


def _fixed(group: Group, item: Item, line: Fixed, system: System, losses: Losses, chance: Random) -> Line:
    goal = fixed_goal(line.goal, system, chance)
    return _scored(line.name, group.name, item.name, line.points, goal, system, losses, loss_categories(line.name, ""))


def _drawn(
    group: Group, items: Sequence[Item], system: System, kind: Kind, year: int, losses: Losses, chance: Random
) -> list[Line]:
    """Lines of a group whose items draw from the lexicon: the points of the group go to all of them."""
    chosen: list[tuple[Item, Entry]] = []
    for item in items:
        entries = kind.entries[item.draw]
        most = 4 if item.draw == "数量" else 2
        chosen += [(item, entry) for entry in chance.sample(entries, min(len(entries), chance.randint(1, most)))]
    points = share_out(group.points, len(chosen), chance)
    return [
        _scored(
            entry.name,
            group.name,
            item.name,
            worth,
            draw_goal(entry, system, year, chance),
            system,
            losses,
            loss_categories(entry.name, entry.draw),
        )
        for (item, entry), worth in zip(chosen, points, strict=True)
    ]


def _scored(
    name: str,
    group: str,
    item: str,
    points: Decimal,
    goal: Goal,
    system: System,
    losses: Losses,
    categories: Sequence[str],
) -> Line:
    score = due(goal, points, system)
    if score == points:
        return Line(name, group, item, points, score, goal)
    reason, measure = losses.one(categories)
    return Line(name, group, item, points, score, goal, (reason,), measure)


def share_out(points: Decimal, count: int, chance: Random) -> list[Decimal]:
    """Whole points (or halves, where there are too few) for each of `count` lines, at least one each, adding up."""
    step = Decimal(1) if points >= 2 * count else Decimal("0.5")
    left = int(points / step) - count * 2
    weights = [chance.random() for _ in range(count)]
    shares = [2 + int(left * weight / sum(weights)) for weight in weights]
    for place in range(int(points / step) - sum(shares)):
        shares[place % count] += 1
    return [share * step for share in shares]


def _funds(system: System, chance: Random) -> Funds:
    top = 3_000_00 if system.kind == "project" else 40_000_00
    original = Decimal(chance.randint(top // 60, top)) / 100
    change = chance.choice((0, 0, chance.randint(-1400, 2400)))
    revised = (original * (10000 + change) / 10000).quantize(_CENT)
    share = chance.randint(9000, 10000) if chance.random() < 0.85 else chance.randint(7600, 8999)
    spent = revised if chance.random() < 0.15 else (revised * share / 10000).quantize(_CENT)
    amounts = dict(zip(COLUMNS, (original, revised, spent), strict=True))
    partition, labels = chance.choice(_PARTITIONS[system.kind])
    parts = _parts(amounts, partition, labels, chance)
    points = system.execution
    score = None
    if points is not None:
        unit = Decimal(1).scaleb(-system.places)
        score = (points * min(Decimal(1), spent / revised)).quantize(unit, ROUND_HALF_UP)
    return Funds(amounts, parts, points, score)


def _parts(amounts: Amounts, partition: str, labels: Sequence[str], chance: Random) -> tuple[Part, ...]:
    """Parts that add up in each column; each spends no more than it has."""
    weights = [chance.uniform(0.2, 1) for _ in labels]
    shares = [weight / sum(weights) for weight in weights]
    columns = {name: _split(amounts[name], shares) for name in COLUMNS}
    room = [had - used for had, used in zip(columns["revised"], columns["spent"], strict=True)]
    moved = (max(Decimal(0), min(room[-1], columns["spent"][0])) * chance.randint(0, 80) / 100).quantize(_CENT)
    columns["spent"][0] -= moved  # so that the parts differ in how much of them was spent
    columns["spent"][-1] += moved
    for place in range(len(labels)):  # rounding may leave a part one cent over what it has
        over = columns["spent"][place] - columns["revised"][place]
        if over > 0:
            columns["spent"][place] -= over
            columns["spent"][(place + 1) % len(labels)] += over
    return tuple(
        Part(label, partition, {name: columns[name][place] for name in COLUMNS}) for place, label in enumerate(labels)
    )


def _split(whole: Decimal, shares: Sequence[float]) -> list[Decimal]:
    cents = int(whole * 100)
    parts = [int(cents * share) for share in shares]
    parts[0] += cents - sum(parts)
    return [Decimal(part) / 100 for part in parts]


def _merits(system: System, book: Phrasebook, year: int, chance: Random) -> tuple[Merit, ...]:
    if system.cap is None or chance.random() < 0.3:
        return ()
    month = str(chance.randint(2, 11))
    text = book.say("merit", chance, year=str(year), month=month)
    merits = [Merit(text, Decimal(chance.randint(1, int(system.cap) * 2)) / 2)]
    if chance.random() < 0.3:
        blame = book.say("blame", chance, year=str(year), month=str(chance.randint(2, 11)))
        merits.append(Merit(blame, Decimal("-0.5")))
    return tuple(merits)


def _growing(kind: Kind, lines: Sequence[Line], chance: Random) -> tuple[str, str]:
    """What grew over the last year, and its unit: a counted thing of the lexicon that is no line, where one is left."""
    told = {line.name for line in lines}
    counted = [entry for entry in kind.entries["数量"] if entry.unit not in {"定性", "日期", "%"}]
    entry = chance.choice([entry for entry in counted if entry.name not in told] or counted)
    return entry.name.removesuffix("数量").removesuffix("数"), entry.unit
