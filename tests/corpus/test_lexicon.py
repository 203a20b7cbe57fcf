"""The lexicon is large, without a name twice, and each split has its own kinds, places and layouts."""

from toolkit.corpus.grammar import SPLITS
from toolkit.corpus.lexicon import DRAWS, every_kind, kinds, places
from toolkit.corpus.pattern import every_pattern, patterns
from toolkit.corpus.systems import systems


def test_six_hundred_names_in_twenty_five_kinds_and_none_twice() -> None:
    names = [entry.name for kind in every_kind() for entries in kind.entries.values() for entry in entries]
    assert len(names) == len(set(names)) >= 600
    assert len(every_kind()) >= 25


def test_every_kind_has_something_to_draw_for_every_group() -> None:
    assert [(kind.name, draw) for kind in every_kind() for draw in DRAWS if not kind.entries[draw]] == []


def test_splits_share_no_kind_place_or_layout() -> None:
    for things in (
        [{kind.name for kind in kinds(split)} for split in SPLITS],
        [{county for _, county in places(split)} for split in SPLITS],
        [{pattern.name for pattern in patterns(split)} for split in SPLITS],
        [{(pattern.parts, pattern.columns) for pattern in patterns(split)} for split in SPLITS],
    ):
        assert all(things)
        assert not (things[0] & things[1] or things[0] & things[2] or things[1] & things[2])


def test_bodies_of_one_split_are_of_no_other() -> None:
    bodies = [{body for kind in kinds(split) for body in kind.bodies} for split in SPLITS]
    assert not (bodies[0] & bodies[2] or bodies[1] & bodies[2])


def test_twenty_layouts_and_twelve_systems_whose_points_make_a_hundred() -> None:
    assert len(every_pattern()) >= 20
    assert len(systems()) >= 12
    for system in systems().values():
        points = sum(group.points for group in system.groups) + (system.execution or 0) + (system.cap or 0)
        assert points == 100 or (system.cap is not None and points == 100 + system.cap), system.id
        for group in system.groups:
            named = [item.points for item in group.items]
            assert not named or not all(named) or sum(named) == group.points, (system.id, group.name)


def test_patterns_name_known_systems() -> None:
    assert {name for pattern in every_pattern() for name in pattern.systems} <= set(systems())
