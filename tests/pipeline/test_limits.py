"""What a person types for a limit, and the figures it means."""

import pytest

from toolkit.errors import UsageError
from toolkit.pipeline.confine import room
from toolkit.pipeline.limits import Limits, read_memory, read_time, shown_size


@pytest.mark.parametrize(
    ("typed", "seconds"), [("60", 60), ("90s", 90), ("2m", 120), ("2 分钟", 120), ("0.5", 0.5), (" 1M ", 60)]
)
def test_times_are_read(typed: str, seconds: float) -> None:
    assert read_time(typed) == seconds


@pytest.mark.parametrize("typed", ["", "0", "-1", "x", "1h", "1e3", "99999999", "٣"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        read_time(typed)


@pytest.mark.parametrize(
    ("typed", "size"), [("512", 512 << 20), ("512MB", 512 << 20), ("2g", 2 << 30), ("1.5 GiB", 3 << 29)]
)
def test_sizes_are_read(typed: str, size: int) -> None:
    assert read_memory(typed) == size


@pytest.mark.parametrize("typed", ["", "127MB", "0", "1KB", "1TB", "x"])
def test_what_is_no_size_is_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        read_memory(typed)


def test_sizes_are_shown_as_they_are_typed() -> None:
    assert [shown_size(size) for size in (1 << 30, 512 << 20, 3 << 29, 700 << 20)] == [
        "1 GB",
        "512 MB",
        "1.5 GB",
        "700 MB",
    ]


def test_defaults_are_those_of_the_contract() -> None:
    assert Limits() == Limits(60.0, 1 << 30)


def test_large_program_leaves_half_of_the_limit_to_the_file() -> None:
    assert room(100, 1000) == 1000
    assert room(900, 1000) == 1400
